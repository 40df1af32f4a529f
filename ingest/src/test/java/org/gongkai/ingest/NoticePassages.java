package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.json.CanonicalRecord;
import org.gongkai.ingest.notice.NoticeReading;

/** Composed passages of notices in the test resources, parted by lines that begin with ===, and what is read on them. */
public final class NoticePassages {

    private static final JsonMapper JSON =
            CanonicalRecord.mapper(new JsonFactory()).build();

    private NoticePassages() {}

    private static Path folder(String room) {
        return Path.of(System.getProperty("gongkai.checkout"), "ingest/src/test/resources/org/gongkai/ingest")
                .resolve(room);
    }

    private static Map<String, String> passages(String room) throws IOException {
        Map<String, String> passages = new LinkedHashMap<>();
        for (String each :
                Files.readString(folder(room).resolve("passages.txt")).split("(?m)^=== ")) {
            if (!each.isBlank()) {
                passages.put(each.substring(0, each.indexOf('\n')), each.substring(each.indexOf('\n') + 1));
            }
        }
        return passages;
    }

    /** Compares what is read on all passages with {@code expected.txt}. */
    public static <R extends DisclosureRecord> void check(String room, Function<String, NoticeReading<R>> reader)
            throws IOException {
        StringBuilder read = new StringBuilder();
        for (Map.Entry<String, String> each : passages(room).entrySet()) {
            read.append("=== ").append(each.getKey()).append('\n');
            NoticeReading<R> reading = reader.apply(each.getValue());
            for (NoticeReading.Read<R> record : reading.records()) {
                read.append(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(record.record()))
                        .append('\n');
            }
            for (LedgerEntry entry : reading.ledger()) {
                read.append("# ")
                        .append(entry.fate())
                        .append(' ')
                        .append(entry.value())
                        .append(' ')
                        .append(entry.reasons())
                        .append('\n');
            }
            for (SourceProblem problem : reading.problems()) {
                read.append("! ")
                        .append(problem.rule())
                        .append(' ')
                        .append(problem.expected())
                        .append('\n');
            }
        }
        Path expected = folder(room).resolve("expected.txt");
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(expected, read);
        }
        assertEquals(Files.readString(expected), read.toString());
    }

    /** How many values of all passages stand where the ledger says; one that does not is a failure. */
    public static <R extends DisclosureRecord> int traced(String room, Function<String, NoticeReading<R>> reader)
            throws IOException {
        int traced = 0;
        for (String passage : passages(room).values()) {
            List<String> lines = passage.lines().toList();
            List<LedgerEntry> entries = new ArrayList<>();
            NoticeReading<R> reading = reader.apply(passage);
            reading.records().forEach(each -> entries.addAll(each.ledger()));
            entries.addAll(reading.ledger());
            for (LedgerEntry each : entries) {
                Integer row = each.location().row();
                Integer column = each.location().column();
                if (each.value() != null && !each.value().isEmpty() && row != null && column != null) {
                    assertEquals(
                            each.value(),
                            lines.get(row - 1)
                                    .substring(
                                            column - 1,
                                            column - 1 + each.value().length()));
                    traced++;
                }
            }
        }
        return traced;
    }

    /** Passages that a person has marked, of one kind; a test that asks for them is skipped where they are not. */
    public static Marked marked(String room) throws IOException {
        Path folder = Path.of(System.getProperty(
                        "gongkai.passages", System.getProperty("gongkai.checkout") + "/../shared/data/texts"))
                .resolve(room)
                .normalize();
        assumeTrue(Files.isDirectory(folder), "no marked passages at " + folder);
        return new Marked(folder);
    }

    /** What a person marked on passages, and how much of it was read. */
    public static final class Marked {

        private final Path folder;
        private final List<NamedCsvRecord> expected;
        private final List<String> wrong = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private int right;

        private Marked(Path folder) throws IOException {
            this.folder = folder;
            try (Stream<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(folder.resolve("expected.csv")).stream()) {
                this.expected = rows.toList();
            }
        }

        public List<Path> files() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(each -> each.toString().endsWith(".txt"))
                        .sorted()
                        .toList();
            }
        }

        /** Looks for each marked value in the JSON of the record: there it is right, of what must not be read it is wrong. */
        public void compare(Path file, NoticeReading<? extends DisclosureRecord> reading) throws IOException {
            StringBuilder json = new StringBuilder();
            for (NoticeReading.Read<? extends DisclosureRecord> each : reading.records()) {
                json.append(JSON.writeValueAsString(each.record()));
            }
            String text = json.toString().replace('（', '(').replace('）', ')');
            for (NamedCsvRecord each : expected) {
                boolean own = each.getField("file").equals(Objects.toString(file.getFileName()));
                String value = own ? value(each) : "";
                if (value.isEmpty() || value.startsWith("NOT:") || value.equals("pre") || value.equals("approved")) {
                    continue;
                }
                if (text.contains("\"" + value + "\"")
                        || text.contains(":" + value + ",")
                        || text.contains(":" + value + "}")) {
                    right++;
                } else {
                    missing.add(file.getFileName() + " " + value);
                }
            }
            for (NamedCsvRecord each : expected) {
                boolean own = each.getField("file").equals(Objects.toString(file.getFileName()));
                String value = own ? value(each) : "";
                String forbidden = value.startsWith("NOT:") ? value.substring(4) : "";
                if (!forbidden.isEmpty() && stated(text, each.getField("field"), forbidden)) {
                    wrong.add(file.getFileName() + " " + forbidden);
                }
            }
        }

        private static String value(NamedCsvRecord row) {
            return row.findField("value").orElseGet(() -> row.getField("matter"));
        }

        private static boolean stated(String json, String field, String value) {
            return switch (field) {
                case "area" -> json.contains("\"totalArea\":{\"value\":\"" + value + "\"");
                case "approvalNumber" -> json.contains("\"approvalNumber\":\"" + value + "\"");
                case "approvedOn" -> json.contains("\"approvedOn\":\"" + value + "\"");
                case "noticeFrom" -> json.contains("\"startedOn\":\"" + value + "\"");
                case "noticeUntil" -> json.contains("\"endedOn\":\"" + value + "\"");
                case "authority" -> json.contains("\"implementer\":\"" + value + "\"");
                case "farmland" -> json.contains("\"农用地\",\"area\":{\"value\":\"" + value + "\"");
                case "unused" -> json.contains("\"未利用地\",\"area\":{\"value\":\"" + value + "\"");
                case "openFrom" -> json.contains("\"openFrom\":\"" + value + "\"");
                default -> json.contains("\"" + value + "\"");
            };
        }

        public List<String> wrong() {
            return wrong;
        }

        public int right() {
            return right;
        }

        @Override
        public String toString() {
            return right + " right; not read: " + missing;
        }
    }
}
