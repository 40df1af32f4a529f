package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.form.FormLayout;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers of persons in every place of every kind of record and source, looked for in all that a run puts out. The records of a
 * document alone may hold them, since the old page shows them; a finding says so.
 */
class NumbersOfPersonsTest {

    private static final String IDENTITY = "370202199001011237";
    private static final String MOBILE = "13800138000";
    private static final String CARD = "6222020200112233446";
    private static final List<String> NUMBERS = List.of(IDENTITY, MOBILE, CARD);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path sources;

    @BeforeEach
    void begin() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources"));
    }

    @Test
    void noNumberInAnyTextOfAnyKindLeavesBesideTheRecordsOfDocuments() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(Typed.CHECKOUT.resolve("consumers/records/records.ndjson"))) {
            JsonNode record = JSON.readTree(line);
            for (int text = 0; text < texts(record); text++) {
                String number = NUMBERS.get(text % NUMBERS.size());
                lines.add(JSON.writeValueAsString(with(record, number, new int[] {text})));
                lines.add(JSON.writeValueAsString(with(record, IDENTITY, new int[] {text})));
            }
            for (String number : NUMBERS) {
                ObjectNode more = record.deepCopy();
                more.put("另" + number, number);
                lines.add(JSON.writeValueAsString(more));
            }
        }
        assertTrue(lines.size() > 200, "texts of all kinds: " + lines.size());
        Files.write(sources.resolve("records.ndjson"), lines);
        assertNothingLeaves();
    }

    private static int texts(JsonNode node) {
        int texts = node.isTextual() ? 1 : 0;
        for (JsonNode each : node) {
            texts += texts(each);
        }
        return texts;
    }

    /** A copy in which one text, the kind of the record aside, ends in a number in brackets. */
    private static JsonNode with(JsonNode node, String number, int[] text) {
        if (node.isTextual()) {
            return text[0]-- == 0 ? TextNode.valueOf(node.textValue() + "（" + number + "）") : node;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(each -> copy.add(with(each, number, text)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            JsonNode value = with(each.getValue(), number, text);
            copy.set(each.getKey(), each.getKey().equals("kind") ? each.getValue() : value);
        }
        return copy;
    }

    @Test
    void noNumberInAnyPlaceOfASourceLeavesBesideTheRecords() throws IOException {
        for (String number : NUMBERS) {
            String page = """
                    <html><head><title>%1$s</title><meta name="%1$s" content="%1$s">
                    <meta name="ArticleTitle" content="关于 %1$s 的决定"></head><body>
                    <table><tr><td>索引号</td><td>%1$s</td></tr><tr><td>发文机关</td><td>东岚市 %1$s 局</td></tr>
                    <tr><td>成文日期</td><td>%1$s</td></tr><tr><td>标签 %1$s</td><td>值 %1$s</td></tr></table>
                    <div class="content"><p>正文 %1$s。</p><!-- %1$s --><img alt="%1$s" src="a.png">
                    <a href="%1$s.doc?id=%1$s">附件 %1$s</a></div></body></html>
                    """.formatted(number);
            Files.writeString(sources.resolve("页 " + number + ".html"), page);
            Files.writeString(sources.resolve("nothing " + number + ".html"), "<p>" + number + "</p>");
            Files.writeString(
                    sources.resolve("list " + number + ".csv"),
                    "标题,文号,成文日期,栏目 %1$s\n关于 %1$s 的通知,东岚〔2023〕1号,%1$s,%1$s\n,%1$s,,%1$s\n".formatted(number));
            Files.writeString(
                    sources.resolve("list " + number + ".json"),
                    "[{\"标题\":\"关于 %1$s 的通知\",\"另 %1$s\":{\"名 %1$s\":\"%1$s\"}},{\"x\":\"%1$s\"}]".formatted(number));
            Files.writeString(sources.resolve(number + ".json"), "{\"x\":\"" + "多".repeat(66) + number + "\"}");
            Files.writeString(sources.resolve(number + ".txt"), number);
            Files.write(sources.resolve("wide " + number + ".csv"), ("\uFEFF甲," + number + "\n").getBytes("UTF-16LE"));
            Files.write(
                    sources.resolve("old " + number + ".csv"),
                    ("甲,乙\n身份证号：" + number + ",丙\n").getBytes(Charset.forName("GB18030")));
        }
        assertNothingLeaves();
    }

    /** Tables of every kind under its own labels, as list, workbooks of both forms and rows of a database. */
    @ParameterizedTest
    @MethodSource
    void noNumberInAnyCellOfAnyKindLeavesBesideTheRecords(RecordKind<?> kind) throws IOException, SQLException {
        List<List<String>> rows = rows(kind);
        Files.write(
                sources.resolve("a.csv"),
                rows.stream().map(each -> String.join(",", each)).toList());
        WrittenTable.xlsx(sources.resolve("b.xlsx"), rows);
        WrittenTable.xls(sources.resolve("c.xls"), rows);
        Path mapping = WrittenTable.database(folder, rows);
        assertNothingLeaves("--kind", kind.code(), "--mapping", mapping.toString());
    }

    static List<? extends RecordKind<?>> noNumberInAnyCellOfAnyKindLeavesBesideTheRecords() {
        return RecordKind.all().stream()
                .filter(each -> each.type() == OfficialDocument.class || TableKind.of(each.code()) != null)
                .toList();
    }

    /** A row for each column, with a number in it alone. */
    private static List<List<String>> rows(RecordKind<?> kind) {
        Set<String> header = new LinkedHashSet<>();
        for (FormLayout.Column each : FormLayout.of(kind).sheets().get(0).columns()) {
            if (each.field() != null) {
                header.add(each.field().label().zh());
            }
        }
        header.add("另一栏");
        List<List<String>> rows = new ArrayList<>(List.of(List.copyOf(header)));
        for (int column = 0; column < header.size(); column++) {
            List<String> row = new ArrayList<>(Collections.nCopies(header.size(), "甲"));
            String number = NUMBERS.get(column % NUMBERS.size());
            row.set(column, column % 2 == 0 ? number : "东岭区某某（" + number + "）");
            rows.add(row);
        }
        return rows;
    }

    @Test
    void namesBehindALabelInRejectedJsonAreMasked() throws IOException {
        Files.writeString(sources.resolve("a.json"), "{\"姓名\":\"张三丰\",\"身份证\":\"" + IDENTITY + "\"}");
        Files.writeString(sources.resolve("b.ndjson"), "{\"kind\":\"document\",\"title\":1,\"户主\":\"李四光\"}\n{\"户主\":");
        Files.writeString(sources.resolve("c.ndjson"), "{\"kind\":\"document\",\"title\":\"通知\",\"户主\":\"李四光\"}\n");
        Typed typed = run();
        assertEquals(Set.of(), leaks(List.of("张三丰"), false));
        assertEquals(Set.of("data/records.ndjson"), leaks(List.of("李四光"), true), typed.out());
    }

    @Test
    void identityNumbersThatASpreadsheetRoundedAreToldAndMasked() throws IOException {
        String zeros = "370202199001011000";
        for (String each : List.of(zeros, "3.70202E+17", "3.70202199001011E+17")) {
            Files.writeString(
                    sources.resolve("documents " + each.length() + ".csv"),
                    "标题,文号,身份证号,,无人知晓\n关于甲的通知,东岚〔2023〕1号,%1$s,%1$s,%1$s\n".formatted(each));
            Files.writeString(
                    sources.resolve("projects " + each.length() + ".csv"),
                    "项目名称,批复文号,身份证号\n某项目,鲁政土字〔2023〕1号,%1$s\n".formatted(each));
        }
        Typed typed = run();
        assertEquals(Set.of(), leaks(List.of("3.70202", "199001011"), false), typed.out());
        List<String> findings = Files.readAllLines(folder.resolve("out/package/findings.ndjson"));
        long told = findings.stream()
                .filter(each -> each.contains("source.cell.rounded"))
                .count();
        assertEquals(9, told, String.join("\n", findings));
    }

    @Test
    void twoRecordsWithdrawnWhoseKeysDifferInANumberAloneAreToldApart() throws IOException {
        String line = "{\"kind\":\"document\",\"title\":\"关于%s的决定\"}\n";
        String other = "370202199001011253";
        Path list = sources.resolve("a.ndjson");
        Files.writeString(list, line.formatted(IDENTITY) + line.formatted(other) + line.formatted("甲"));
        Path before = folder.resolve("before");
        Path delta = folder.resolve("delta");
        Path whole = folder.resolve("whole");
        Typed.command("convert", list.toString(), "--out", before.toString());
        Files.writeString(list, line.formatted(other) + line.formatted("甲"));
        Typed.command("convert", list.toString(), "--out", delta.toString(), "--since", before.toString());
        Typed applied = Typed.command("apply", before.toString(), delta.toString(), "--out", whole.toString());
        assertEquals(ExitCode.COMPLETE, applied.code(), applied.err());
        List<String> records = Files.readAllLines(whole.resolve("data/records.ndjson"));
        assertEquals(2, records.size());
        assertTrue(records.stream().noneMatch(each -> each.contains(IDENTITY)));
        assertTrue(Files.readString(delta.resolve("changes.ndjson")).contains("370***************"));
        Typed diff = Typed.command("diff", before.toString(), whole.toString());
        assertTrue(diff.out().contains("370***************") && !diff.out().contains(other), diff.out());
        String json = Typed.command("diff", before.toString(), whole.toString(), "--json")
                .out();
        assertTrue(json.contains("370***************") && !json.contains(IDENTITY), json);
    }

    private void assertNothingLeaves(String... options) throws IOException {
        Typed typed = run(options);
        assertEquals(Set.of(), leaks(NUMBERS, false), typed.err());
    }

    private Typed run(String... options) {
        List<String> typed = new ArrayList<>(List.of("convert", sources.toString()));
        typed.addAll(List.of(options));
        typed.addAll(List.of("--out", folder.resolve("out/package").toString()));
        for (String each : List.of("html", "sarif", "junit", "github", "xlsx", "json")) {
            typed.addAll(List.of("--report", each + "=" + folder.resolve("out/report." + each)));
        }
        typed.addAll(List.of("--baseline", folder.resolve("out/baseline.json").toString()));
        typed.addAll(List.of("--baseline-add", "已知", "--baseline-until", "2027-01-01"));
        Typed answer = Typed.command(typed.toArray(new String[0]));
        assertNotEquals(ExitCode.FAILED, answer.code(), answer.err());
        try {
            Files.writeString(folder.resolve("out/terminal.txt"), answer.out() + answer.err());
            Typed verified =
                    Typed.command("verify", folder.resolve("out/package").toString());
            Files.writeString(folder.resolve("out/verified.txt"), verified.out());
            assertEquals(ExitCode.COMPLETE, verified.code(), verified.out());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return answer;
    }

    /** The files of the output that hold one of some texts in name or content; what is packed is unpacked. */
    private Set<String> leaks(List<String> texts, boolean inRecords) throws IOException {
        Set<String> leaks = new TreeSet<>();
        Path out = folder.resolve("out");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = out.relativize(each).toString().replace('\\', '/').replaceFirst("^package/", "");
                if (inRecords || !name.startsWith("data/")) {
                    String content = name + '\n' + content(each);
                    texts.stream().filter(content::contains).forEach(text -> leaks.add(name));
                }
            }
        }
        return leaks;
    }

    private static String content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        StringBuilder content = new StringBuilder();
        for (Charset each : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
            content.append(new String(bytes, each));
        }
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return content.toString();
    }
}
