package org.gongkai.export.delta;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.JsonPointers;
import org.gongkai.export.Dossier;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageException;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.index.RecordIndex;
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

        public Applied {
            applied = List.copyOf(applied);
        }
    }

    /**
     * Adds to a package what stands after the last delta. The records are those of the full package of that day; their
     * order is that in which each got its present form. Findings and ledgers are those of single runs, so they are not
     * taken over; attached files are, and so are the tables and pages for the public that the last package holds.
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
                target.add(Dossier.of(record).withFiles(copies -> attach(record, packages, copies)));
                count[0]++;
            });
            publicFiles(packages.get(0), chain.get(chain.size() - 1), target);
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

    /** Tables and pages for the public are made of all records of a run, so those of the last one are those of that day. */
    private static void publicFiles(PackageFiles last, Path path, LibraryPackage target) throws IOException {
        Set<String> others = new HashSet<>(Set.of(RecordIndex.RECORDS));
        RecordIndex.description(last, path).formats().forEach(each -> others.addAll(each.files()));
        for (String each : last.sorted()) {
            if (each.startsWith("data/") && !each.startsWith(Attachments.FOLDER) && !others.contains(each)) {
                try (InputStream in = last.open(each)) {
                    target.takeOver(each, in);
                }
            }
        }
    }

    private static void attach(DisclosureRecord record, List<PackageFiles> packages, Dossier.Copies copies)
            throws IOException {
        for (Attachment each : record.attachments()) {
            String place = Attachments.place(each);
            for (PackageFiles files : packages) {
                if (place != null && files.has(place)) {
                    copies.copy(each, files.path(place));
                    break;
                }
            }
        }
    }

    /** Takes the records of packages. */
    @FunctionalInterface
    public interface Records {

        /**
         * Takes a record.
         *
         * @param record the record
         * @throws IOException when the reader cannot go on
         */
        void take(DisclosureRecord record) throws IOException;
    }

    /**
     * Reads what stands after the last of some packages: all records of a full package, or those of it and the deltas that were
     * made after it.
     *
     * @param chain a full package, and the deltas after it, in their order
     * @param records takes each record, in the order in which each got its present form
     * @throws PackageException when a package cannot be read, or a delta does not follow the one before
     * @throws IOException when the reader cannot go on
     * @throws IllegalArgumentException when the chain is empty
     */
    public static void read(List<Path> chain, Records records) throws IOException {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no package to begin from");
        }
        RecordIndex.of(chain).standing((record, line, occurrence) -> records.take(record));
    }

    /**
     * Tells whether a package is a delta.
     *
     * @param path the package
     * @return true for a delta, false for a full package
     * @throws PackageException when it cannot be read
     * @throws IOException when it cannot be opened
     */
    public static boolean isDelta(Path path) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            return RecordIndex.description(files, path).delta() != null;
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
            String pointer, @Nullable String was, @Nullable String is) implements Leaving<FieldChange> {

        @Override
        public FieldChange withoutNumbers() {
            return new FieldChange(PersonalData.maskedNumbers(pointer), Leaving.text(was), Leaving.text(is));
        }
    }

    /**
     * The formats that a package has beside its records.
     *
     * @param path a package, full or a delta
     * @return what its {@code package.json} says of them
     * @throws PackageException when it cannot be read
     * @throws IOException when it cannot be opened
     */
    public static List<PackageDescription.Format> formats(Path path) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            return RecordIndex.description(files, path).formats();
        }
    }

    /**
     * Compares the records of two full packages, or says what a delta to a full package changes.
     *
     * @param before the earlier package, a full one
     * @param after the later package, full or a delta made {@linkplain PackageOptions#withSince since} the earlier one
     * @param reader takes the records that were added or changed in the order of the later package, then those that were
     *     withdrawn in the order of the earlier one
     * @return how many records differ
     * @throws PackageException when one cannot be read, the earlier one is a delta, or the later one is a delta to another
     *     package
     * @throws IOException when the reader cannot go on
     */
    public static long compare(Path before, Path after, Reader reader) throws IOException {
        RecordIndex index = RecordIndex.of(List.of(before));
        long[] count = {0};
        try (PackageFiles old = PackageFiles.open(before);
                PackageFiles now = PackageFiles.open(after);
                RandomAccessFile lines =
                        new RandomAccessFile(old.path(RecordIndex.RECORDS).toFile(), "r");
                JsonLines text = new JsonLines(now.openIntact(RecordIndex.RECORDS))) {
            Reader counted = (change, title, fields) -> {
                count[0]++;
                reader.take(change, title, fields);
            };
            if (RecordIndex.description(now, after).delta() == null) {
                compareFull(index, lines, text, counted);
            } else {
                // Makes sure that it is a delta to this package.
                RecordIndex.of(List.of(before, after));
                try (JsonLines changes = new JsonLines(now.open(RecordIndex.CHANGES))) {
                    readDelta(index, lines, changes, text, counted);
                }
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw PackageException.of(PackageException.Problem.UNREADABLE_PACKAGE, after, e);
        }
        return count[0];
    }

    private static void compareFull(RecordIndex index, RandomAccessFile lines, JsonLines text, Reader reader)
            throws IOException {
        for (byte[] line = text.next(); line != null; line = text.next()) {
            DisclosureRecord record = index.read(line, DisclosureRecord.class);
            RecordIndex.Seen seen = index.see(record, line);
            if (seen.change() != null) {
                byte[] earlier =
                        seen.change() == RecordChange.Kind.CHANGED ? line(lines, index.start(seen.number())) : null;
                RecordChange change = new RecordChange(
                        seen.change(),
                        RecordIndex.kind(record),
                        record.key(),
                        seen.occurrence(),
                        earlier == null ? null : RecordIndex.digest(earlier),
                        seen.sha256());
                take(index, change, earlier, line, reader);
            }
        }
        index.unseen((record, line, occurrence) -> take(
                index,
                new RecordChange(
                        RecordChange.Kind.WITHDRAWN,
                        RecordIndex.kind(record),
                        record.key(),
                        occurrence,
                        RecordIndex.digest(line),
                        null),
                line,
                null,
                reader));
    }

    private static void readDelta(
            RecordIndex index, RandomAccessFile lines, JsonLines changes, JsonLines text, Reader reader)
            throws IOException {
        for (byte[] each = changes.next(); each != null; each = changes.next()) {
            RecordChange change = index.read(each, RecordChange.class);
            boolean added = change.change() == RecordChange.Kind.ADDED;
            boolean withdrawn = change.change() == RecordChange.Kind.WITHDRAWN;
            take(
                    index,
                    change,
                    added ? null : line(lines, index.start(index.find(change))),
                    withdrawn ? null : text.next(),
                    reader);
        }
    }

    private static void take(
            RecordIndex index, RecordChange change, byte @Nullable [] was, byte @Nullable [] is, Reader reader)
            throws IOException {
        JsonNode before = was == null ? null : index.read(was, JsonNode.class);
        JsonNode after = is == null ? null : index.read(is, JsonNode.class);
        List<FieldChange> fields = new ArrayList<>();
        if (before != null && after != null) {
            fields("", before, after, fields);
        }
        reader.take(change, title(after == null ? before : after, change.key()), fields);
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

    private static String title(@Nullable JsonNode json, String key) {
        for (String each : List.of("title", "name")) {
            if (json != null && json.path(each).isTextual()) {
                return json.get(each).textValue();
            }
        }
        return key;
    }

    private static void fields(String pointer, @Nullable JsonNode was, @Nullable JsonNode is, List<FieldChange> into) {
        if (was != null && is != null && was.isObject() && is.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            was.fieldNames().forEachRemaining(names::add);
            is.fieldNames().forEachRemaining(names::add);
            for (String each : names) {
                fields(pointer + '/' + JsonPointers.step(each), was.get(each), is.get(each), into);
            }
        } else if (was != null && is != null && was.isArray() && is.isArray()) {
            lists(pointer, was, is, into);
        } else if (was == null || !was.equals(is)) {
            into.add(new FieldChange(pointer, text(was), text(is)));
        }
    }

    /** What is the same at both ends is set aside first, so that one entry more does not shift all the others. */
    private static void lists(String pointer, JsonNode was, JsonNode is, List<FieldChange> into) {
        int start = 0;
        while (start < Math.min(was.size(), is.size()) && was.get(start).equals(is.get(start))) {
            start++;
        }
        int left = was.size();
        int right = is.size();
        while (left > start && right > start && was.get(left - 1).equals(is.get(right - 1))) {
            left--;
            right--;
        }
        for (int i = start; i < Math.max(left, right); i++) {
            fields(pointer + '/' + i, i < left ? was.get(i) : null, i < right ? is.get(i) : null, into);
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
