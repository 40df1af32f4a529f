package org.gongkai.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.OfficialDocument;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two packages.
 *
 * <p>A delta is written by {@link LibraryPackage} with {@link PackageOptions#withSince}: it holds the records that are
 * new or changed, and {@code changes.ndjson} says of each what became of it, and which were withdrawn. Deltas are put
 * together with the package that they began from:
 *
 * <pre>{@code
 * try (LibraryPackage whole = LibraryPackage.create(Path.of("whole"), options)) {
 *     whole.finish(PackageDelta.apply(List.of(Path.of("monday"), Path.of("tuesday-delta")), whole));
 * }
 * }</pre>
 *
 * <p>Digests are kept, never records, so that many records are compared in a small heap.
 */
public final class PackageDelta {

    private PackageDelta() {}

    /**
     * What a chain came to: the {@code report.json} of a package that was put together and not judged.
     *
     * @param applied the names of the packages, in their order
     * @param records how many records were added
     */
    @JsonPropertyOrder({"applied", "records"})
    public record Applied(List<String> applied, long records) {

        /**
         * Creates an account.
         *
         * @param applied see {@link #applied()}
         * @param records see {@link #records()}
         */
        public Applied {
            applied = List.copyOf(applied);
        }
    }

    /**
     * Adds to a package what stands after the last delta. The records are those of the full package of that day; their
     * order is that in which each got its present form. Findings and ledgers are those of single runs, so they are not
     * taken over; attached files are.
     *
     * @param chain a full package, and the deltas that were made after it, in their order
     * @param target the package to fill
     * @return what was added, to finish the target with
     * @throws PackageException when a package cannot be read, a delta does not follow the one before, or the target
     *     cannot be written
     * @throws IllegalArgumentException when the chain is empty
     */
    public static Applied apply(List<Path> chain, LibraryPackage target) throws IOException {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no package to begin from");
        }
        long[] count = {0};
        List<PackageFiles> packages = new ArrayList<>();
        try {
            for (Path each : chain) {
                packages.add(0, PackageFiles.open(each));
            }
            RecordIndex.of(chain).standing((record, line, occurrence) -> {
                target.add(record, () -> attach(record, packages, target));
                count[0]++;
            });
        } finally {
            for (PackageFiles each : packages) {
                each.close();
            }
        }
        List<String> names = new ArrayList<>();
        for (Path each : chain) {
            names.add(each.toAbsolutePath().normalize().getFileName().toString());
        }
        return new Applied(names, count[0]);
    }

    private static void attach(DisclosureRecord record, List<PackageFiles> packages, LibraryPackage target)
            throws IOException {
        if (!(record instanceof OfficialDocument document)) {
            return;
        }
        for (Attachment each : document.attachments()) {
            String place = Attachments.place(each);
            for (PackageFiles files : packages) {
                if (place != null && files.has(place)) {
                    target.attach(each, files.path(place));
                    break;
                }
            }
        }
    }

    /** Takes what differs between two packages, record by record. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Takes a record that differs.
         *
         * @param change what became of it
         * @param title the record's title or name, or its key when it has neither
         * @param fields the fields that differ; empty unless the record was changed
         * @throws IOException when the reader cannot go on
         */
        void take(RecordChange change, String title, List<FieldChange> fields) throws IOException;
    }

    /**
     * A field that differs.
     *
     * @param pointer JSON Pointer (RFC 6901) of the field
     * @param was the value before as JSON writes it, a text without its quotation marks; null when there was none
     * @param is the value now, in the same form
     */
    public record FieldChange(
            String pointer, @Nullable String was, @Nullable String is) {}

    /**
     * Compares the records of two full packages.
     *
     * @param before the earlier package
     * @param after the later package
     * @param reader takes the records that were added or changed in the order of the later package, then those that were
     *     withdrawn in the order of the earlier one
     * @return how many records differ
     * @throws PackageException when one cannot be read, or is a delta
     * @throws IOException when the reader cannot go on
     */
    public static long compare(Path before, Path after, Reader reader) throws IOException {
        RecordIndex index = RecordIndex.of(List.of(before));
        JsonMapper mapper = CanonicalJson.mapper();
        long[] count = {0};
        try (PackageFiles old = PackageFiles.open(before);
                PackageFiles now = PackageFiles.open(after);
                RandomAccessFile lines =
                        new RandomAccessFile(old.path(RecordIndex.RECORDS).toFile(), "r")) {
            if (RecordIndex.description(now, after).delta() != null) {
                throw new PackageException(
                        PackageException.Problem.WRONG_BASE, after, "增量包不能直接比较 / a delta cannot be compared", null);
            }
            try (JsonLines text = new JsonLines(now.open(RecordIndex.RECORDS))) {
                for (byte[] line = text.next(); line != null; line = text.next()) {
                    DisclosureRecord record = mapper.readValue(line, DisclosureRecord.class);
                    RecordIndex.Seen seen = index.see(record, line);
                    if (seen.change() == null) {
                        continue;
                    }
                    count[0]++;
                    JsonNode is = mapper.readTree(line);
                    String was = null;
                    List<FieldChange> fields = new ArrayList<>();
                    if (seen.change() == RecordChange.Kind.CHANGED) {
                        byte[] earlier = line(lines, index.start(seen.number()));
                        was = RecordIndex.digest(earlier);
                        fields("", mapper.readTree(earlier), is, fields);
                    }
                    reader.take(
                            new RecordChange(
                                    seen.change(),
                                    RecordIndex.kind(record),
                                    record.key(),
                                    seen.occurrence(),
                                    was,
                                    seen.sha256()),
                            title(is, record),
                            fields);
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw PackageException.of(PackageException.Problem.UNREADABLE_PACKAGE, after, e);
        }
        index.unseen((record, line, occurrence) -> {
            count[0]++;
            reader.take(
                    new RecordChange(
                            RecordChange.Kind.WITHDRAWN,
                            RecordIndex.kind(record),
                            record.key(),
                            occurrence,
                            RecordIndex.digest(line),
                            null),
                    title(mapper.readTree(line), record),
                    List.of());
        });
        return count[0];
    }

    private static byte[] line(RandomAccessFile lines, long start) throws IOException {
        lines.seek(start);
        try (JsonLines text = new JsonLines(new java.io.InputStream() {
            @Override
            public int read() throws IOException {
                return lines.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return lines.read(bytes, offset, length);
            }
        })) {
            byte[] line = text.next();
            if (line == null) {
                throw new IOException("the package changed while it was read");
            }
            return line;
        }
    }

    private static String title(JsonNode json, DisclosureRecord record) {
        for (String each : List.of("title", "name")) {
            if (json.path(each).isTextual()) {
                return json.get(each).textValue();
            }
        }
        return record.key();
    }

    private static void fields(String pointer, @Nullable JsonNode was, @Nullable JsonNode is, List<FieldChange> into) {
        if (was != null && is != null && was.isObject() && is.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            was.fieldNames().forEachRemaining(names::add);
            is.fieldNames().forEachRemaining(names::add);
            for (String each : names) {
                fields(pointer + '/' + each.replace("~", "~0").replace("/", "~1"), was.get(each), is.get(each), into);
            }
        } else if (was != null && is != null && was.isArray() && is.isArray()) {
            Iterator<JsonNode> left = was.elements();
            Iterator<JsonNode> right = is.elements();
            for (int i = 0; left.hasNext() || right.hasNext(); i++) {
                fields(
                        pointer + '/' + i,
                        left.hasNext() ? left.next() : null,
                        right.hasNext() ? right.next() : null,
                        into);
            }
        } else if (was == null || !was.equals(is)) {
            into.add(new FieldChange(pointer, text(was), text(is)));
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.isTextual() ? value.textValue() : value.toString();
    }
}
