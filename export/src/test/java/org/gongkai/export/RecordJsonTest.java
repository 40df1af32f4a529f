package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordJson;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written by the description of a kind is what the mapper writes. */
class RecordJsonTest {

    private static final List<String> TEXTS =
            List.of("关于印发管理办法的通知", "a", "\"引号\" \\ 反斜杠", "一行\n两行\t\r\b\f\u0000\u001F\u007F", "é ß Ж", "𠮷野家😀", "");
    private static final List<String> CODES =
            List.of("青政字〔2023〕1号", "2023-01-05", "主动公开", "13800000000", "x\u2028y", "");
    private static final List<BigDecimal> AMOUNTS = List.of(
            new BigDecimal("0.00"), new BigDecimal("1E+9"), new BigDecimal("-7.10"), new BigDecimal("0.0000001"));
    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2023, 1, 5), LocalDate.of(-12, 3, 4), LocalDate.of(12_345, 12, 31), LocalDate.MIN);

    private static final List<LocalTime> TIMES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(9, 30),
            LocalTime.of(9, 30, 5),
            LocalTime.of(9, 30, 5, 1_000),
            LocalTime.MAX);

    private final RecordJson json = new RecordJson();
    private final JsonMapper mapper = CanonicalJson.mapper();

    @Property(tries = 1_000)
    void aRecordOfAnyKindIsWrittenAsTheMapperWritesIt(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<RecordKind<?>> kinds = RecordKind.all();
        RecordKind<?> kind = kinds.get(random.nextInt(kinds.size()));
        DisclosureRecord record = kind.assemble(values(kind.fields(), random), Map.of());
        byte[] expected = mapper.writeValueAsBytes(record);

        assertTrue(json.write(record), kind.code());
        assertEquals(new String(expected, StandardCharsets.UTF_8), new String(json.bytes(), StandardCharsets.UTF_8));
        assertTrue(json.is(expected));
        JsonNode tree = mapper.readTree(expected);
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        assertEquals(names, json.names());
        assertEquals(leaves(tree), json.values());
    }

    private static int leaves(JsonNode node) {
        if (node.isValueNode()) {
            return 1;
        }
        int leaves = 0;
        for (JsonNode each : node) {
            leaves += leaves(each);
        }
        return leaves;
    }

    @Test
    void whatTheTypeDoesNotKnowIsLeftToTheMapper() {
        assertFalse(json.write(
                OfficialDocumentBuilder.builder().other(Map.of("别的", 1)).build()));
    }

    @Test
    void halfACharacterIsLeftToTheMapper() {
        assertFalse(
                json.write(OfficialDocumentBuilder.builder().title("一半\uD83D").build()));
        assertFalse(
                json.write(OfficialDocumentBuilder.builder().title("\uDE00一半").build()));
        assertTrue(json.write(
                OfficialDocumentBuilder.builder().title("完整\uD83D\uDE00").build()));
    }

    @Test
    void anotherLineIsNotTheSame() {
        assertTrue(json.write(OfficialDocumentBuilder.builder().title("甲").build()));
        assertFalse(json.is("{\"kind\":\"document\",\"title\":\"乙\"}".getBytes(StandardCharsets.UTF_8)));
        assertFalse(json.is("{\"kind\":\"document\"}".getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> values(List<RecordField> fields, Random random) {
        Map<String, Object> values = new HashMap<>();
        for (RecordField each : fields) {
            Object value = random.nextInt(4) == 0 ? null : value(each, random);
            if (value != null) {
                values.put(each.path(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(RecordField field, Random random) {
        if (!field.many()) {
            return one(field, random);
        }
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Object item = one(field, random);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private static @Nullable Object one(RecordField field, Random random) {
        Class<?> type = field.type();
        if (!field.parts().isEmpty()) {
            return part(field, random);
        }
        if (type == String.class) {
            return of(TEXTS, random);
        }
        if (Code.class.isAssignableFrom(type)) {
            return code(type, of(CODES, random));
        }
        if (type.isEnum()) {
            return of(Arrays.asList(type.getEnumConstants()), random);
        }
        if (type == LocalDate.class) {
            return of(DAYS, random);
        }
        if (type == LocalDateTime.class) {
            return of(DAYS, random).atTime(of(TIMES, random));
        }
        if (type == BigDecimal.class) {
            return of(AMOUNTS, random);
        }
        return type == Integer.class
                ? (Object) (random.nextInt(3) - 1)
                : type == Long.class ? (Object) random.nextLong() : (Object) random.nextBoolean();
    }

    private static <T> T of(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** A part of any values, or null when it refuses them. */
    private static @Nullable Object part(RecordField field, Random random) {
        Map<String, Object> values = values(field.parts(), random);
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
                : type == List.class ? List.of() : type == Set.class ? Set.of() : null;
    }

    private static @Nullable Object code(Class<?> type, String text) {
        try {
            return type.getMethod("parse", String.class).invoke(null, text);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new AssertionError(type + " reads a text", e);
        }
    }
}
