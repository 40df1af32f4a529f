package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The compiled constraints say of every record what the validation provider says. */
class ConstraintChecksTest {

    private static final List<String> TEXTS = List.of("号", "一行\n两行", "长".repeat(500), "长".repeat(501), "\u00A0x ");
    private static final List<String> CODES = List.of("?", "青政字〔2023〕1号", "无", "1234567890", "x".repeat(40));

    private static final List<BigDecimal> AMOUNTS = Stream.of(
                    "-1", "0", "0.00", "1E+9", "99999999.99", "100000000", "1.234", "7.10")
            .map(BigDecimal::new)
            .toList();

    private final Validator provider = Constraints.validator();

    @Property(tries = 500)
    void theSameIsSaidAsByTheProvider(@ForAll long seed) {
        Random random = new Random(seed);
        List<DisclosureRecord> good = EveryKindTest.records();
        assertSaidAlike(spoilt(good.get(random.nextInt(good.size())), random));
    }

    @Test
    void ofGoodRecordsTheSameIsSaid() {
        EveryKindTest.records().forEach(this::assertSaidAlike);
    }

    @Test
    void aSpoiltRecordOfEachKindIsSaidToBeWrong() {
        for (DisclosureRecord good : EveryKindTest.records()) {
            Set<String> all = new TreeSet<>();
            Random random = new Random(7);
            for (int i = 0; i < 300; i++) {
                all.addAll(saidByProvider(spoilt(good, random)));
            }
            assertFalse(all.isEmpty(), RecordKind.of(good).code());
        }
    }

    @Test
    void everyConstraintOfEveryKindIsKnown() {
        for (RecordKind<?> each : RecordKind.all()) {
            assertTrue(ConstraintChecks.of(each).complete(), each.code());
        }
    }

    private void assertSaidAlike(DisclosureRecord record) {
        Set<String> said = new TreeSet<>();
        ConstraintChecks.of(RecordKind.of(record)).check(record, provider, noting(said));
        assertEquals(saidByProvider(record), said, record::toString);
    }

    private Set<String> saidByProvider(DisclosureRecord record) {
        Set<String> said = new TreeSet<>();
        ConstraintChecks.ask(provider, record, noting(said));
        return said;
    }

    private static ConstraintChecks.Violations noting(Set<String> said) {
        return (rule, pointer, value) -> assertTrue(said.add(rule + " " + pointer + " " + value), "said twice");
    }

    private static DisclosureRecord spoilt(DisclosureRecord good, Random random) {
        return spoilt(RecordKind.of(good), good, random);
    }

    private static <R extends DisclosureRecord> DisclosureRecord spoilt(
            RecordKind<R> kind, DisclosureRecord good, Random random) {
        try {
            return kind.assemble(spoilt(kind.fields(), (Record) (Object) good, random), good.other());
        } catch (IllegalArgumentException refused) {
            // A part that cannot be made so at all needs no constraint.
            return good;
        }
    }

    private static Map<String, Object> spoilt(List<RecordField> fields, @Nullable Record owner, Random random) {
        Map<String, Object> values = new HashMap<>();
        for (RecordField each : fields) {
            Object now = owner == null ? null : each.read(owner);
            Object then = random.nextInt(4) > 0 ? now : other(each, now, random);
            if (then != null) {
                values.put(each.path(), then);
            }
        }
        return values;
    }

    /** Another value for a field, or null for none. */
    private static @Nullable Object other(RecordField field, @Nullable Object now, Random random) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        if (!field.many()) {
            return one(field, now, random);
        }
        List<Object> items = new ArrayList<>();
        for (Object each : now instanceof Collection<?> many ? many : List.of()) {
            Object item = one(field, each, random);
            if (item != null) {
                items.add(item);
            }
        }
        Object more = one(field, null, random);
        if (more != null && random.nextBoolean()) {
            items.add(more);
        }
        return items;
    }

    private static @Nullable Object one(RecordField field, @Nullable Object now, Random random) {
        Class<?> type = field.type();
        if (!field.parts().isEmpty()) {
            return part(field, now == null ? null : (Record) now, random);
        }
        if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        if (Code.class.isAssignableFrom(type)) {
            return code(type, CODES.get(random.nextInt(CODES.size())));
        }
        int number = random.nextInt(3) - 1;
        return type == BigDecimal.class
                ? (Object) AMOUNTS.get(random.nextInt(AMOUNTS.size()))
                : type == Integer.class ? (Object) number : type == Long.class ? (Object) (long) number : now;
    }

    /** A part of other values, or null when the part refuses them by itself. */
    private static @Nullable Object part(RecordField field, @Nullable Record now, Random random) {
        Map<String, Object> values = spoilt(field.parts(), now, random);
        RecordComponent[] components = field.type().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(each -> values.getOrDefault(field.path() + '.' + each.getName(), absent(each.getType())))
                .toArray();
        try {
            return field.type().getConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(field + " is a part of a canonical record", e);
        }
    }

    private static @Nullable Object absent(Class<?> type) {
        return type == boolean.class
                ? (Object) false
                : type == List.class ? List.of() : type == Map.class ? Map.of() : null;
    }

    private static Object code(Class<?> type, String text) {
        try {
            return type.getMethod("parse", String.class).invoke(null, text);
        } catch (InvocationTargetException | NoSuchMethodException | IllegalAccessException e) {
            throw new AssertionError(type + " reads any text", e);
        }
    }

    private record Twice(
            @Pattern(regexp = "[0-9]+", message = "{digits}")
            @Pattern(regexp = ".{3}", message = "{three}")
            @NotNull(message = "{given}")
            String text,

            List<@Size(max = 1, message = "{one}") @Size(min = 1, message = "{some}") String> items) {}

    @Test
    void eachOfAConstraintThatIsRepeatedIsChecked() throws ReflectiveOperationException {
        assertEquals(
                3,
                ConstraintChecks.constraints(Twice.class.getDeclaredField("text"))
                        .size());
        AnnotatedParameterizedType items = (AnnotatedParameterizedType)
                Twice.class.getDeclaredField("items").getAnnotatedType();
        assertEquals(
                List.of("{one}", "{some}"),
                ConstraintChecks.constraints(items.getAnnotatedActualTypeArguments()[0]).stream()
                        .map(each -> ((Size) each).message())
                        .toList());
    }
}
