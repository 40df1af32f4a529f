package org.gongkai.testkit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gongkai.conformance.Breach;
import org.gongkai.conformance.Breaches;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Valid records by lot: an example that passes every rule under the profile {@code shandong-library}, with fields left out or
 * texts put in others' place wherever the record stays valid. They shrink to the example.
 */
public final class ValidRecords {

    /** The most fields that differ from an example where nothing else is said. */
    public static final int CHANGES = 4;

    /** The day on which the records are valid. */
    public static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private ValidRecords() {}

    /**
     * Valid records of a kind.
     *
     * @param <R> the kind
     * @param type the type of the kind, or {@link DisclosureRecord} for all kinds
     * @return the records
     */
    public static <R extends DisclosureRecord> Arbitrary<R> of(Class<R> type) {
        return of(type, CHANGES);
    }

    /**
     * Valid records of a kind.
     *
     * @param <R> the kind
     * @param type the type of the kind, or {@link DisclosureRecord} for all kinds
     * @param changes the most fields that differ from an example, at least 0
     * @return the records
     */
    public static <R extends DisclosureRecord> Arbitrary<R> of(Class<R> type, int changes) {
        DisclosureValidator validator = DisclosureValidator.of(
                Profile.named(ConformanceSuite.PROFILE),
                Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        Arbitrary<String> texts = Arbitraries.of("东岭", "水务局", "印发", "2024年", "（试行）", "、", "工作要点", "A-1", "\u3000")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(each -> String.join("", each));
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.integers().between(0, Short.MAX_VALUE), texts.injectNull(0.4))
                .as(Change::new);
        return Combinators.combine(Arbitraries.of(examples(type)), change.list().ofMaxSize(changes))
                .as((example, all) -> type.cast(changed(example, all, validator)));
    }

    /** One field of a record changed, if the record stays valid: a text for another one, or nothing for what is there. */
    private record Change(int field, @Nullable String text) {}

    private static <R extends DisclosureRecord> List<R> examples(Class<R> type) {
        Set<R> examples = new LinkedHashSet<>();
        for (Breach each : Breaches.shipped().all()) {
            if (each.ofOneRecord() && each.today().equals(TODAY)) {
                DisclosureRecord good = BrokenRecord.record(each.good());
                if (type.isInstance(good)) {
                    examples.add(type.cast(good));
                }
            }
        }
        return new ArrayList<>(examples);
    }

    private static DisclosureRecord changed(
            DisclosureRecord example, List<Change> changes, DisclosureValidator validator) {
        DisclosureRecord record = example;
        for (Change each : changes) {
            DisclosureRecord next = changed(RecordKind.of(record), record, each);
            if (next != null && validator.judge(next).findings().isEmpty()) {
                record = next;
            }
        }
        return record;
    }

    private static <R extends DisclosureRecord> @Nullable DisclosureRecord changed(
            RecordKind<R> kind, DisclosureRecord record, Change change) {
        List<RecordField> fields = change.text() == null
                ? kind.fields()
                : kind.fields().stream()
                        .filter(each -> each.type() == String.class && !each.many())
                        .toList();
        return fields.isEmpty()
                ? null
                : kind.with(
                        kind.type().cast(record),
                        fields.get(change.field() % fields.size()).path(),
                        change.text());
    }
}
