package org.gongkai.conversion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.notice.PublicNotice;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a notice that was written from records as any page of a district is read, and tells which values it does not say so that they
 * are read again.
 *
 * <pre>{@code
 * for (NoticeReadBack.Difference each : NoticeReadBack.differences(notice, page)) { … }
 * }</pre>
 */
public final class NoticeReadBack {

    private NoticeReadBack() {}

    /**
     * A value of a record that is not read again, or is read as another.
     *
     * @param record the record
     * @param field the field, or null where no record was read in its place
     */
    public record Difference(
            DisclosureRecord record, @Nullable RecordField field) {}

    /**
     * Reads the records of a notice.
     *
     * @param page the file, a page
     * @param kind what it tells of
     * @return the records of that kind, in the order of the notice
     */
    public static List<DisclosureRecord> read(Path page, RecordKind<?> kind) {
        TableKind tables = Objects.requireNonNull(TableKind.of(kind.code()), kind.code());
        LegacyReader reader = LegacyReader.standard()
                .withMapping(Mapping.none().withTables(new Mapping.Tables("**", tables, Map.of(), Map.of(), false)));
        Taker taker = new Taker();
        for (SourceFile each : reader.find(List.of(page), taker::problem)) {
            reader.read(each, taker);
        }
        return taker.records.stream().filter(kind.type()::isInstance).toList();
    }

    /**
     * Compares what a notice says with what is read of it. Values that the notice leaves out are not compared.
     *
     * @param notice the notice
     * @param page the page that was written of it
     * @return what differs, in the order of the notice; empty when every value is read again
     */
    public static List<Difference> differences(PublicNotice notice, Path page) {
        List<Difference> differences = new ArrayList<>();
        List<DisclosureRecord> read =
                read(page, RecordKind.of(notice.told().get(0).record()));
        for (int i = 0; i < notice.told().size(); i++) {
            PublicNotice.Told told = notice.told().get(i);
            if (i >= read.size()) {
                differences.add(new Difference(told.record(), null));
                continue;
            }
            for (RecordField each : RecordKind.of(told.record()).fields()) {
                boolean left = told.leftOut().stream()
                        .anyMatch(out -> out.pointer().equals(each.pointer())
                                || out.pointer().startsWith(each.pointer() + '/'));
                Object written = each.read((Record) (Object) told.record());
                Object again = each.read((Record) (Object) read.get(i));
                if (!left && !Objects.equals(written, again)) {
                    differences.add(new Difference(told.record(), each));
                }
            }
        }
        return differences;
    }

    private static final class Taker implements SourceHandler {

        private final List<DisclosureRecord> records = new ArrayList<>();

        @Override
        public void record(Mapped mapped) {
            records.add(mapped.record());
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            // Only the records are compared.
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            // What was not read shows in the comparison.
        }

        @Override
        public void problem(SourceProblem problem) {
            // What was not read shows in the comparison.
        }
    }
}
