package org.gongkai.export.index;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageException;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.delta.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * The records of a package and of the deltas after it, as digests: about 80 bytes each, so that a million fit into a
 * small heap. A record is known by its kind, its key, and which of those with the same key it is. Not thread-safe.
 */
public final class RecordIndex {

    public static final String RECORDS = "data/records.ndjson";
    public static final String CHANGES = "changes.ndjson";

    private static final int SMALLEST = 1 << 10;
    private static final int WORDS = 4;
    /** As many digits of a sum tell a person that two differ. */
    private static final int SHOWN = 12;

    private static final Map<Class<?>, String> KINDS = Stream.of(
                    DisclosureRecord.class.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private final List<Path> chain;
    private final JsonMapper mapper = CanonicalJson.mapper();
    private final MessageDigest sha256 = Sha256.create();
    private final DigestIndex ids = new DigestIndex();
    private final BitSet live = new BitSet();
    private final BitSet seen = new BitSet();
    private final RecordSum sum = new RecordSum();
    /** By number of the first of a key: how many of that key this run has seen. */
    private int[] occurrences = new int[SMALLEST];
    /** By number: the line of the chain in which the record stands, counted over all its packages. */
    private long[] home = new long[SMALLEST];
    /** By number: where in the file of its package that line begins. */
    private long[] start = new long[SMALLEST];
    /** By number: the SHA-256 of that line, four words each. */
    private long[] content = new long[WORDS * SMALLEST];

    private long lines;
    private int records;

    private RecordIndex(List<Path> chain) {
        this.chain = chain;
    }

    /** What {@link #see} finds. */
    public record Seen(RecordChange.@Nullable Kind change, int occurrence, String sha256, int number) {}

    /**
     * Reads a package and the deltas that were made after it, in their order.
     *
     * @throws PackageException when one cannot be read or does not follow the one before
     */
    public static RecordIndex of(List<Path> chain) throws IOException {
        RecordIndex index = new RecordIndex(List.copyOf(chain));
        for (Path each : index.chain) {
            index.read(each, each == index.chain.get(0));
        }
        return index;
    }

    private void read(Path path, boolean first) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            PackageDescription.@Nullable Delta delta = description(files, path).delta();
            if (first != (delta == null)) {
                throw new PackageException(
                        PackageException.Problem.WRONG_BASE,
                        path,
                        first ? "增量包不能作为起点 / a delta cannot come first" : "不是增量包 / it is not a delta",
                        null);
            }
            if (delta == null) {
                full(files);
            } else {
                check(path, delta.base());
                changes(files, path);
                check(path, delta.result());
            }
        } catch (JsonProcessingException e) {
            throw PackageException.of(PackageException.Problem.UNREADABLE_PACKAGE, path, e);
        }
    }

    public static PackageDescription description(PackageFiles files, Path path) throws IOException {
        if (!files.has("package.json") || !files.has(RECORDS)) {
            throw new PackageException(
                    PackageException.Problem.UNREADABLE_PACKAGE, path, "package.json, " + RECORDS, null);
        }
        try (InputStream in = files.open("package.json")) {
            PackageDescription description =
                    CanonicalJson.mapper().readValue(in.readNBytes(JsonLines.LONGEST), PackageDescription.class);
            if (description == null) {
                throw new PackageException(
                        PackageException.Problem.UNREADABLE_PACKAGE, path, "package.json: null", null);
            }
            return description;
        } catch (JsonProcessingException e) {
            throw PackageException.of(PackageException.Problem.UNREADABLE_PACKAGE, path, e);
        }
    }

    private void check(Path path, PackageDescription.RecordSet expected) throws PackageException {
        if (expected.records() != records || !expected.sum().equals(sum.toString())) {
            throw new PackageException(
                    PackageException.Problem.WRONG_BASE,
                    path,
                    String.format(
                            Locale.ROOT,
                            "它接续的是 %1$d 条记录（校验和 %2$s），给出的是 %3$d 条（%4$s）；请按生成的次序给出各包，每个一次 / "
                                    + "it goes with %1$d records (sum %2$s), and there are %3$d (%4$s); "
                                    + "give the packages in the order in which they were made, each once",
                            expected.records(),
                            expected.sum()
                                    .substring(0, Math.min(SHOWN, expected.sum().length())),
                            records,
                            sum.toString().substring(0, SHOWN)),
                    null);
        }
    }

    private void full(PackageFiles files) throws IOException {
        try (JsonLines text = new JsonLines(files.openIntact(RECORDS))) {
            for (byte[] line = text.next(); line != null; line = text.next()) {
                DisclosureRecord record = read(line, DisclosureRecord.class);
                int occurrence = next(record);
                put(number(kind(record), record.key(), occurrence), line, text.start());
            }
        }
        Arrays.fill(occurrences, 0);
    }

    private void changes(PackageFiles files, Path path) throws IOException {
        if (!files.has(CHANGES)) {
            throw new PackageException(PackageException.Problem.UNREADABLE_PACKAGE, path, CHANGES, null);
        }
        try (JsonLines list = new JsonLines(files.openIntact(CHANGES));
                JsonLines text = new JsonLines(files.openIntact(RECORDS))) {
            for (byte[] each = list.next(); each != null; each = list.next()) {
                RecordChange change = read(each, RecordChange.class);
                int number = number(change.kind(), change.key(), change.occurrence());
                if (live.get(number)) {
                    sum.remove(HexFormat.of().parseHex(was(number)));
                    live.clear(number);
                    records--;
                }
                if (change.change() != RecordChange.Kind.WITHDRAWN) {
                    byte[] line = text.next();
                    if (line == null) {
                        throw new PackageException(
                                PackageException.Problem.UNREADABLE_PACKAGE, path, CHANGES + ":" + list.number(), null);
                    }
                    put(number, line, text.start());
                }
            }
            if (text.next() != null) {
                throw new PackageException(
                        PackageException.Problem.UNREADABLE_PACKAGE, path, RECORDS + ":" + text.number(), null);
            }
        }
    }

    /** A line as what it must be; {@code null}, which JSON allows anywhere, is nothing. */
    public <T> T read(byte[] line, Class<T> type) throws IOException {
        T value = mapper.readValue(line, type);
        if (value == null) {
            throw MismatchedInputException.from(null, type, "null");
        }
        return value;
    }

    private void put(int number, byte[] line, long begin) {
        byte[] digest = sha256.digest(line);
        home[number] = lines++;
        start[number] = begin;
        ByteBuffer.wrap(digest).asLongBuffer().get(content, WORDS * number, WORDS);
        live.set(number);
        records++;
        sum.add(digest);
    }

    /** Which occurrence of its key the next record is that is read or seen. */
    private int next(DisclosureRecord record) {
        // In two steps: the array may be another one after the number was given.
        int first = number(kind(record), record.key(), 0);
        return occurrences[first]++;
    }

    /** Keys are compared as {@code changes.ndjson} shows them. */
    private static Digest128 id(String kind, String key, int occurrence) {
        return Digest128.of(kind + '\n' + occurrence + '\n' + PersonalData.maskedNumbers(key));
    }

    private int number(String kind, String key, int occurrence) {
        Digest128 id = id(kind, key, occurrence);
        int known = ids.add(id);
        if (known >= 0) {
            return known;
        }
        int number = ids.size() - 1;
        if (number == home.length) {
            int more = number + number / 2;
            occurrences = Arrays.copyOf(occurrences, more);
            home = Arrays.copyOf(home, more);
            start = Arrays.copyOf(start, more);
            content = Arrays.copyOf(content, WORDS * more);
        }
        return number;
    }

    /** Compares a record of a new run, given with its line, with the one of before. */
    public Seen see(DisclosureRecord record, byte[] line) {
        int occurrence = next(record);
        int number = number(kind(record), record.key(), occurrence);
        String digest = digest(line);
        RecordChange.Kind change = RecordChange.Kind.ADDED;
        if (live.get(number)) {
            change = was(number).equals(digest) ? null : RecordChange.Kind.CHANGED;
        }
        seen.set(number);
        return new Seen(change, occurrence, digest, number);
    }

    /** The digest of the line as it was before. */
    public String was(int number) {
        ByteBuffer digest = ByteBuffer.allocate(WORDS * Long.BYTES);
        digest.asLongBuffer().put(content, WORDS * number, WORDS);
        return HexFormat.of().formatHex(digest.array());
    }

    /** The digest of the line of a record as it was before, from its package. */
    public static String digest(byte[] line) {
        return HexFormat.of().formatHex(Sha256.create().digest(line));
    }

    /** Takes a record as it stands in the chain. */
    public interface Taker {
        void take(DisclosureRecord record, byte[] line, int occurrence) throws IOException;
    }

    /** Goes through the records that stand at the end of the chain, in the order in which each got its present form. */
    public void standing(Taker taker) throws IOException {
        walk(live, taker);
    }

    /** Goes through the records of before that {@link #see} was not shown. */
    public void unseen(Taker taker) throws IOException {
        BitSet rest = (BitSet) live.clone();
        rest.andNot(seen);
        walk(rest, taker);
    }

    private void walk(BitSet numbers, Taker taker) throws IOException {
        BitSet wanted = new BitSet();
        numbers.stream().forEach(each -> wanted.set(Math.toIntExact(home[each])));
        int line = 0;
        for (Path each : chain) {
            try (PackageFiles files = PackageFiles.open(each);
                    JsonLines text = new JsonLines(files.open(RECORDS))) {
                for (byte[] next = text.next(); next != null; next = text.next()) {
                    if (wanted.get(line++)) {
                        DisclosureRecord record = read(next, DisclosureRecord.class);
                        taker.take(record, next, occurrence(record, line - 1));
                    }
                }
            }
        }
    }

    /** Which of its key the record of a line is: nearly always the first. */
    private int occurrence(DisclosureRecord record, int line) {
        for (int i = 0; ; i++) {
            int number = ids.find(id(kind(record), record.key(), i));
            if (number < 0) {
                throw new IllegalStateException("a package changed while it was read: " + chain);
            }
            if (live.get(number) && home[number] == line) {
                return i;
            }
        }
    }

    /** The number of the record that a change is about. */
    public int find(RecordChange change) throws IOException {
        int number = ids.find(id(change.kind(), change.key(), change.occurrence()));
        if (number < 0) {
            throw new IOException("a package changed while it was read: " + chain);
        }
        return number;
    }

    /** Where in its file the line of a record begins, as it was before. */
    public long start(int number) {
        return start[number];
    }

    /** The records of the chain. */
    public PackageDescription.RecordSet recordSet() {
        return new PackageDescription.RecordSet(records, sum.toString());
    }

    public static String kind(DisclosureRecord record) {
        return KINDS.get(record.getClass());
    }
}
