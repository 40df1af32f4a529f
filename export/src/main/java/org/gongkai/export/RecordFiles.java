package org.gongkai.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.delta.RecordChange;
import org.gongkai.export.engine.FormatWriter;
import org.gongkai.export.engine.RecordView;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.index.RecordIndex;
import org.gongkai.export.index.RecordSum;
import org.gongkai.export.index.RecordTree;
import org.jspecify.annotations.Nullable;

/**
 * The records of a package: {@code data/records.ndjson} and each format, and in a delta {@code changes.ndjson}. Not
 * thread-safe.
 */
final class RecordFiles {

    private final CanonicalJson json;
    private final Attachments attachments;
    private final LineFile records;
    private final List<FormatWriter> formats = new ArrayList<>();
    private final @Nullable Changes changes;
    private final RecordTree tree = new RecordTree();

    RecordFiles(Bag bag, CanonicalJson json, Attachments attachments, PackageOptions options) throws IOException {
        this.json = json;
        this.attachments = attachments;
        this.records = new LineFile(bag, RecordIndex.RECORDS, json);
        this.changes = options.since().isEmpty()
                ? null
                : new Changes(RecordIndex.of(options.since()), new LineFile(bag, RecordIndex.CHANGES, json));
        for (FormatProfile each : options.formats()) {
            formats.add(FormatWriter.create(each, bag));
        }
    }

    /**
     * The line of a record, before anything of it is written.
     *
     * @throws IllegalArgumentException when an unknown property of the record bears the name of a known one, or is
     *     nothing that JSON can hold
     */
    byte[] line(DisclosureRecord record) {
        RecordKind<?> kind = RecordKind.of(record);
        for (String each : record.other().keySet()) {
            if (each.equals("kind") || kind.field(each) != null) {
                throw new IllegalArgumentException(
                        "unknown property named like a known one: " + each + ", in record " + record.key());
            }
        }
        try {
            return json.line(record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON cannot hold record " + record.key() + ": " + e.getMessage(), e);
        }
    }

    /** Whether the package is to hold the record: false when this is a delta and the record is as it was. */
    boolean wants(DisclosureRecord record, byte[] line) throws IOException {
        return changes == null || changes.see(record, line);
    }

    /** Writes a record in every format of its kind; its attached files are copied before, so that the formats can lead to them. */
    void write(DisclosureRecord record, byte[] line) throws IOException {
        records.write(line);
        tree.add(line);
        RecordView view = new RecordView(record, attachments::path);
        for (FormatWriter each : formats) {
            if (each.takes(record)) {
                each.add(view);
            }
        }
    }

    long count() {
        return records.lines();
    }

    /** The root over the lines; nothing may be written behind it. */
    String root() {
        return tree.root();
    }

    /** Ends the files, and answers what this package adds to an earlier one; null when it is no delta. */
    PackageDescription.@Nullable Delta close() throws IOException {
        PackageDescription.Delta delta = changes == null ? null : changes.close(count());
        records.close(LineFile.NOTHING_TAKEN_OUT);
        return delta;
    }

    /** Ends the formats, and answers what became of the records in each. */
    List<PackageDescription.Format> closeFormats() throws IOException {
        List<PackageDescription.Format> accounts = new ArrayList<>();
        for (FormatWriter each : formats) {
            accounts.add(each.finish());
        }
        return accounts;
    }

    /** What a delta says of the records. */
    private static final class Changes {

        private final RecordIndex since;
        private final PackageDescription.RecordSet base;
        private final LineFile file;
        private final RecordSum sum = new RecordSum();
        private final long[] changed = new long[RecordChange.Kind.values().length];
        private long unchanged;

        Changes(RecordIndex since, LineFile file) {
            this.since = since;
            this.base = since.recordSet();
            this.file = file;
        }

        /** False for a record that is as it was. */
        boolean see(DisclosureRecord record, byte[] line) throws IOException {
            RecordIndex.Seen seen = since.see(record, line);
            sum.add(HexFormat.of().parseHex(seen.sha256()));
            if (seen.change() == null) {
                unchanged++;
                return false;
            }
            write(new RecordChange(
                    seen.change(),
                    RecordIndex.kind(record),
                    record.key(),
                    seen.occurrence(),
                    seen.change() == RecordChange.Kind.CHANGED ? since.was(seen.number()) : null,
                    seen.sha256()));
            return true;
        }

        private void write(RecordChange change) throws IOException {
            changed[change.change().ordinal()]++;
            file.write(change);
        }

        /** Lists what was there before and is no more. */
        PackageDescription.Delta close(long records) throws IOException {
            since.unseen((record, line, occurrence) -> write(new RecordChange(
                    RecordChange.Kind.WITHDRAWN,
                    RecordIndex.kind(record),
                    record.key(),
                    occurrence,
                    RecordIndex.digest(line),
                    null)));
            file.close(LineFile.NOTHING_TAKEN_OUT);
            return new PackageDescription.Delta(
                    base,
                    changed[RecordChange.Kind.ADDED.ordinal()],
                    changed[RecordChange.Kind.CHANGED.ordinal()],
                    changed[RecordChange.Kind.WITHDRAWN.ordinal()],
                    unchanged,
                    new PackageDescription.RecordSet(records + unchanged, sum.toString()));
        }
    }
}
