package org.gongkai.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.ingest.inventory.InventoryException;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.MappingException;
import org.gongkai.ingest.table.TableKind;

/**
 * Inputs that have a structure: each byte picks a word, a cell or a sign of a form, so that what comes out is nearly always a table,
 * a mapping or an inventory, and the code behind the parsers of forms is reached. The law is that of {@link ReadersFuzzTest}.
 */
class StructuredFuzzTest {

    /** Labels of every kind, so that a new field is tried without a line here. */
    private static final List<String> LABELS = RecordKind.all().stream()
            .flatMap(kind -> kind.allFields().stream())
            .map(RecordField::label)
            .flatMap(label -> Stream.of(label.zh(), label.en()))
            .distinct()
            .toList();

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "　",
            "—",
            "同上",
            "〃",
            "合计",
            "小计",
            "1",
            "0",
            "-1",
            "1,234.50",
            "1.2345公顷",
            "12.5亩",
            "840元/月",
            "1.3倍",
            "2023-05-01",
            "2023年5月1日",
            "44000",
            "9999-99-99",
            "某政发〔2023〕1号",
            "某县民政局",
            "城市",
            "农村",
            "全护理",
            "某镇某村",
            "关于防汛工作的通知",
            "http://a.example/b.html",
            "附件1.doc",
            "13800000000",
            "11010519491231002X",
            "是",
            "无",
            "\"",
            "a\nb",
            "<b>",
            "&amp;",
            "\u202e",
            "九百",
            "单位：元",
            "2022年");

    private static final List<String> KINDS = List.of(TableKind.codes().split(", "));
    private static final List<String> MAPPING_WORDS = List.of(
            "labels",
            "constants",
            "ignored",
            "values",
            "dates",
            "documents",
            "tables",
            "files",
            "kind",
            "headers",
            "defaults",
            "jdbc",
            "url",
            "query",
            "userVariable",
            "title",
            "validity",
            "site.name",
            "a.csv",
            "[",
            "]",
            "{",
            "}",
            "&a",
            "*a",
            "!!x",
            "- ",
            "'",
            "\"",
            "#",
            "|",
            "~",
            "1",
            "yyyy-MM-dd",
            "jdbc:h2:mem:a",
            "land",
            "document");
    private static final List<String> SIGNS = List.of("\n", "\n  ", "\n    ", ": ", ", ", " ", "\n- ", ":\n  ");
    private static final Path FOLDER = folder();
    private static final int COLUMNS = 12;

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("gongkai-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes one after the other; zero when they are at an end. */
    private static final class Lot {
        private final byte[] bytes;
        private int at;

        Lot(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return at < bytes.length;
        }

        int below(int limit) {
            return more() ? (bytes[at++] & 0xFF) % limit : 0;
        }

        <T> T of(List<T> list) {
            // Two bytes, since there are more labels than a byte has values.
            return list.get((below(256) << 8 | below(256)) % list.size());
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyTableOfAPageIsRead(byte[] bytes) throws MappingException {
        Lot lot = new Lot(bytes);
        String kind = lot.of(KINDS);
        StringBuilder page = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><h1>某县标准</h1><table>");
        for (List<String> row : rows(lot)) {
            page.append("<tr>");
            for (String cell : row) {
                page.append(lot.below(4) == 0 ? "<th" : "<td");
                page.append(lot.below(6) == 0 ? " rowspan=" + lot.below(5) : "");
                page.append(lot.below(6) == 0 ? " colspan=" + lot.below(5) : "");
                page.append('>').append(cell);
            }
        }
        read("a.html", page + "</table></body></html>", kind);
    }

    @FuzzTest(maxDuration = "5s")
    void anyTableInCsvIsRead(byte[] bytes) throws MappingException {
        Lot lot = new Lot(bytes);
        String kind = lot.of(KINDS);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows(lot)) {
            row.forEach(
                    each -> text.append('"').append(each.replace("\"", "\"\"")).append("\","));
            text.append('\n');
        }
        read("a.csv", text.toString(), kind);
    }

    private static List<List<String>> rows(Lot lot) {
        int columns = 1 + lot.below(COLUMNS);
        int headers = 1 + lot.below(3);
        List<List<String>> rows = new ArrayList<>();
        while (lot.more()) {
            List<String> row = new ArrayList<>();
            // A row may be shorter than the table, or longer.
            int cells = lot.below(8) == 0 ? lot.below(COLUMNS) : columns;
            for (int i = 0; i < cells; i++) {
                boolean label = rows.size() < headers ? lot.below(8) > 0 : lot.below(16) == 0;
                row.add(label ? lot.of(LABELS) : lot.of(VALUES));
            }
            rows.add(row);
        }
        return rows;
    }

    /** {@link LegacyReader} takes what a reader throws for a file that cannot be read, which none of these is. */
    private static void read(String name, String text, String kind) throws MappingException {
        String mapping = "tables:\n  - files: " + name + "\n    kind: " + kind + "\n";
        Taken taken = Taken.from(
                LegacyReader.standard().withMapping(Mapping.parse("mapping.yaml", mapping)),
                Taken.write(FOLDER, name, text.getBytes(StandardCharsets.UTF_8)));
        Stream.concat(taken.rejections.stream(), taken.problems.stream()).forEach(each -> {
            if (each.rule().equals("source.file.unreadable")) {
                throw new AssertionError(each + " in " + text);
            }
        });
    }

    @FuzzTest(maxDuration = "5s")
    void anyMappingOfKnownWordsIsReadOrEveryFaultNamesItsLine(byte[] bytes) {
        try {
            Mapping.parse("mapping.yaml", words(bytes));
        } catch (MappingException expected) {
            if (expected.faults().isEmpty() || expected.faults().stream().anyMatch(each -> each.line() < 1)) {
                throw new AssertionError(expected);
            }
        }
    }

    private static String words(byte[] bytes) {
        Lot lot = new Lot(bytes);
        StringBuilder text = new StringBuilder();
        while (lot.more()) {
            text.append(lot.below(3) == 0 ? lot.of(VALUES) : lot.of(MAPPING_WORDS))
                    .append(lot.of(SIGNS));
        }
        return text.toString();
    }

    @FuzzTest(maxDuration = "5s")
    void anyInventoryIsReadOrRefused(byte[] bytes) throws IOException {
        Lot lot = new Lot(bytes);
        InventoryReader.Kind kind =
                lot.of(List.of(InventoryReader.Kind.REGISTER, InventoryReader.Kind.SITE_MAP, InventoryReader.Kind.IDS));
        StringBuilder text = new StringBuilder(kind == InventoryReader.Kind.SITE_MAP ? "<urlset>" : "");
        for (List<String> row : rows(lot)) {
            text.append(
                    kind == InventoryReader.Kind.SITE_MAP
                            ? "<url><loc>" + String.join(lot.below(9) == 0 ? "</loc><loc>" : "", row) + "</loc></url>"
                            : String.join(",", row) + "\n");
        }
        Path file = Taken.write(FOLDER, "inventory.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        try {
            InventoryReader.of(file, kind, Mapping.none()).read(entry -> {}, problem -> {});
        } catch (InventoryException expected) {
            if (String.valueOf(expected.getMessage()).isBlank()) {
                throw new AssertionError(expected);
            }
        }
    }
}
