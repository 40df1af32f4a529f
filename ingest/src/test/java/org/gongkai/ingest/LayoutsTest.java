package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.ingest.mapper.ValueReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Composed documents in the layouts of many site generators; {@code expected.csv} holds what a person reads on each page, and
 * the rules of what was told besides.
 */
class LayoutsTest {

    private static final List<String> COLUMNS = List.of(
            "file",
            "title",
            "issuers",
            "documentNumber",
            "writtenOn",
            "publishedOn",
            "indexNumber",
            "effectiveFrom",
            "repealedOn",
            "expiresOn",
            "validity",
            "theme",
            "fileType",
            "normativeNumber",
            "openness",
            "keywords",
            "contentSource",
            "author",
            "editor",
            "copyTo",
            "printedBy",
            "printedOn",
            "attachments",
            "unmapped",
            "problems");

    private final Path folder =
            Path.of(System.getProperty("gongkai.checkout"), "ingest/src/test/resources/org/gongkai/ingest/layouts");

    @Test
    void everyLayoutIsReadAsAPersonReadsIt() throws IOException {
        StringWriter read = new StringWriter();
        try (Stream<Path> pages = Files.list(folder);
                CsvWriter writer = CsvWriter.builder().build(read)) {
            writer.writeRecord(COLUMNS);
            for (Path page : pages.filter(each -> each.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                writer.writeRecord(row(page));
            }
        }
        Path expected = folder.resolve("expected.csv");
        if (Boolean.getBoolean("gongkai.write")) {
            Files.writeString(expected, read.toString());
        }
        assertEquals(rows(Files.readString(expected)), rows(read.toString()));
    }

    @Test
    void theGuidesSayHowManyLayoutsThereAre() throws IOException {
        int pages = 0;
        int fields = 0;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Files.readString(folder.resolve("expected.csv")))) {
            for (NamedCsvRecord row : rows) {
                pages++;
                for (String column : COLUMNS.subList(1, COLUMNS.indexOf("unmapped"))) {
                    fields += row.getField(column).isEmpty() ? 0 : 1;
                }
            }
        }
        String english = pages + " pages, " + fields + " fields, all of them read so.\n";
        String chinese = pages + " 个页面，" + fields + " 个字段，全部读取一致。\n";
        IngestFiguresTest.check("docs/ingest.md", "layouts", english);
        IngestFiguresTest.check("docs/ingest.zh-CN.md", "layouts", chinese);
    }

    private static List<String> row(Path page) {
        Taken taken = Taken.from(page);
        DisclosureRecord record = taken.only().record();
        List<Object> values = new ArrayList<>();
        values.add(page.getFileName());
        // A page that explains a policy has some of the fields of a document.
        for (String each : List.of(
                "title",
                "issuers",
                "documentNumber",
                "writtenOn",
                "publishedOn",
                "indexNumber",
                "effectiveFrom",
                "repealedOn",
                "expiresOn",
                "validity",
                "theme",
                "fileType",
                "normativeNumber",
                "openness")) {
            values.add(text(read(record, each)));
        }
        values.add(
                read(record, "keywords") instanceof List<?> words
                        ? words.stream().map(String::valueOf).collect(Collectors.joining("、"))
                        : null);
        for (String each : List.of("contentSource", "author", "editor", "copyTo", "printedBy", "printedOn")) {
            values.add(text(read(record, each)));
        }
        values.add(record.attachments().stream().map(Attachment::name).collect(Collectors.joining("|")));
        values.add(taken.only().ledger().stream()
                .filter(each -> each.fate() == FieldFate.UNMAPPED)
                .map(each -> each.location().label())
                .collect(Collectors.joining("|")));
        values.add(String.join("|", taken.rules()));
        return values.stream().map(each -> each == null ? "" : each.toString()).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : ValueReader.text(value);
    }

    private static @Nullable Object read(DisclosureRecord record, String path) {
        RecordField field = RecordKind.of(record).field(path);
        return field == null ? null : field.read((Record) record);
    }

    /** By column, so that a failure shows which field of which page. */
    private static String rows(String csv) {
        StringBuilder rows = new StringBuilder();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                row.getFieldsAsMap().forEach((column, value) -> {
                    if (!value.isEmpty()) {
                        rows.append(column.equals("file") ? "" : "  " + column + ": ")
                                .append(value)
                                .append('\n');
                    }
                });
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows.toString();
    }
}
