package org.gongkai.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonSourceTest {

    private static final String DOCUMENT = """
            {"kind":"document","title":"关于印发工作要点的通知","issuers":["青岛市崂山区人民政府办公室"],\
            "documentNumber":"青崂政办字〔2023〕13号","writtenOn":"2023-07-21","body":{"text":"正文"}}""";

    @TempDir
    Path folder;

    @Test
    void aCanonicalRecordIsReadBackAsItIs() {
        Taken taken = Taken.from(folder, "records.ndjson", DOCUMENT + "\n");
        OfficialDocument read = taken.document();
        assertEquals("青崂政办字〔2023〕13号", read.documentNumber().text());
        assertEquals(LocalDate.of(2023, 7, 21), read.writtenOn());
        assertEquals("正文", read.body().text());
        assertNull(read.documentKind(), "nothing is guessed in a canonical record");
        assertEquals(6, taken.only().ledger().size());
        assertEquals(List.of(), taken.rules());
        assertEquals("records.ndjson:1 title", taken.only().where("/title").toString());
    }

    /** A text with a byte order mark is read by its characters. */
    @Property(tries = 200)
    void linesAreReadAlikeFromBytesAndFromCharacters(@ForAll("lines") List<String> lines) throws IOException {
        Path temporary = Files.createTempDirectory("gongkai-lines");
        try {
            String text = DOCUMENT + "\n" + String.join("", lines);
            LegacyReader reader = LegacyReader.standard()
                    .withLimits(LimitsBuilder.builder(Limits.standard())
                            .maxPageBytes(400)
                            .maxRows(6)
                            .build());
            Taken bytes = Taken.from(reader, Taken.write(temporary, "a.ndjson", text.getBytes(UTF_8)));
            Taken characters =
                    Taken.from(reader, Taken.write(temporary, "a.ndjson", ('\uFEFF' + text).getBytes(UTF_8)));
            assertEquals(characters.records, bytes.records);
            assertEquals(characters.rejections, bytes.rejections);
            assertEquals(characters.rejected, bytes.rejected);
            assertEquals(characters.problems, bytes.problems);
        } finally {
            Files.deleteIfExists(temporary.resolve("a.ndjson"));
            Files.delete(temporary);
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> line = Arbitraries.of(
                DOCUMENT,
                DOCUMENT.replace(",", ", "),
                DOCUMENT.replace("正文", "长".repeat(150)),
                DOCUMENT.replace("正文", "长".repeat(400)),
                "{\"kind\":\"document\",\"title\":\"\uD842\uDFB7\"}",
                "{\"标题\":\"关于防汛工作的通知\",\"文号\":\"海财〔2020〕1号\"}",
                "\u3000",
                " \t",
                "",
                "[1]",
                "{");
        return Combinators.combine(line, Arbitraries.of("\n", "\r\n", "\r", "\n\n"))
                .as((text, end) -> text + end)
                .list()
                .ofMaxSize(9);
    }

    @Test
    void canonicalRecordsOfOtherKindsAreReadToo() {
        Taken taken = Taken.from(
                folder, "a.ndjson", "{\"kind\":\"assistance-standard\",\"place\":\"崂山区\",\"item\":\"城市低保\"}");
        assertInstanceOf(AssistanceStandard.class, taken.only().record());
    }

    @Test
    void anUnknownPropertyIsKeptAndReported() {
        Taken taken = Taken.from(
                folder,
                "records.ndjson",
                DOCUMENT.replace("{\"kind\"", "{\"rate\":1.10,\"kind\"").replace("\"正文\"}", "\"正文\",\"font\":\"仿宋\"}"));
        assertEquals(Map.of("rate", new BigDecimal("1.10")), taken.document().other());
        assertEquals(List.of("source.json.unknownProperty", "source.json.unknownProperty"), taken.rules());
        assertEquals(FieldFate.UNMAPPED, taken.field("rate").fate());
        assertEquals("1.10", taken.field("rate").value());
        assertEquals("仿宋", taken.field("body.font").value());
    }

    @Test
    void aValueThatDoesNotFitNamesItsPlace() {
        Taken taken = Taken.from(folder, "records.ndjson", DOCUMENT.replace("2023-07-21", "2023-02-30"));
        assertEquals(List.of("source.json.unfit"), taken.rules());
        assertEquals("writtenOn", taken.rejections.get(0).location().label());
        assertEquals("2023-02-30", taken.rejections.get(0).value());
        assertEquals("\"2023-07-21\"", taken.rejections.get(0).expected());
        assertEquals(1, taken.rejected.size());
    }

    @Test
    void anObjectWhereATextShouldStandIsToldWithoutTheNameOfAType() {
        Taken taken = Taken.from(folder, "records.ndjson", "{\"kind\":\"document\",\"title\":{\"zh\":\"通知\"}}");
        assertEquals(List.of("source.json.unfit"), taken.rules());
        assertEquals("title", taken.rejections.get(0).location().label());
        assertEquals("object", taken.rejections.get(0).value());
        assertEquals("\"…\"", taken.rejections.get(0).expected());
    }

    @Test
    void oneBadLineIsAFindingAndTheRunGoesOn() {
        Taken taken = Taken.from(folder, "a.ndjson", DOCUMENT + "\n{\"title\": \n\n[1]\n{\"标题\":\"关于开会的通知\"}\n");
        assertEquals(2, taken.records.size());
        assertEquals(List.of("source.json.malformed", "source.json.malformed"), taken.rules());
        assertEquals(2, taken.rejections.get(0).location().row());
        assertEquals(new RawForm.Row("a.ndjson", 4, "[1]"), taken.rejected.get(1));
        assertEquals(5, taken.records.get(1).origin().row());
    }

    @Test
    void aFlatObjectGoesThroughTheLabels() {
        Taken taken = Taken.from(folder, "a.json", """
                {"标题": "关于开会的通知", "发文字号": "青崂政办字[2023]13号", "成文日期": "2023年7月21日",
                 "评分": 12345678901234567890.10, "keywords": ["会议", "通知"], "consultation": {"telephone": "0532-1"},
                 "attachments": [{"name": "表"}], "有效性": null}
                """);
        OfficialDocument read = taken.document();
        assertEquals("青崂政办字〔2023〕13号", read.documentNumber().text());
        assertEquals(LocalDate.of(2023, 7, 21), read.writtenOn());
        assertEquals(List.of("会议", "通知"), read.keywords());
        assertEquals("0532-1", read.consultation().telephone());
        assertEquals("12345678901234567890.10", taken.field("评分").value());
        assertEquals(FieldFate.UNMAPPED, taken.field("评分").fate());
        assertEquals("表", taken.field("attachments.1.name").value());
        assertEquals(FieldFate.MAPPED, taken.field("有效性").fate());
    }

    @Test
    void aListOfObjectsKeepsEachObjectsOwnText() {
        Taken taken = Taken.from(folder, "a.json", "[{\"标题\":\"甲\"}, {\"标题\" : \"乙\"} , 3]");
        assertEquals(2, taken.records.size());
        assertEquals(
                new RawForm.Row("a.json", 2, "{\"标题\" : \"乙\"}"),
                taken.records.get(1).raw());
        assertEquals(new RawForm.Row("a.json", 3, "3"), taken.rejected.get(0));
    }

    @Test
    void recordsAreFoundInsideAnAnswer() {
        Taken taken = Taken.from(
                folder,
                "a.json",
                "{\"code\":0,\"data\":{\"list\":[{\"标题\":\"甲通知\",\"发文字号\":\"无\"},{\"标题\":\"乙通知\",\"发文字号\":\"无\"}]}}");
        assertEquals(2, taken.records.size());
        assertEquals(List.of("source.json.envelope"), taken.rules());
        assertEquals("/data/list", taken.records.get(1).origin().sheet());
        assertEquals(2, taken.records.get(1).origin().row());
    }

    @Test
    void anObjectThatNobodyKnowsIsRejected() {
        assertEquals(
                List.of("source.json.noRecord"),
                Taken.from(folder, "a.json", "{\"name\":1,\"version\":2}").rules());
    }

    @Test
    void oneKnownLabelIsEnough() {
        assertEquals(
                "甲", Taken.from(folder, "a.json", "{\"标题\":\"甲\"}").document().title());
    }

    /** A program that writes a million times null has told of one fault. */
    @Test
    void itemsThatAreNoRecordsAndSayTheSameAreToldOfOnce() {
        Taken taken = Taken.from(
                folder,
                "a.json",
                "[null, null, null, {\"标题\":\"关于开会的通知\"}, null, 1, 1" + ", null".repeat(50_000) + "]");
        assertEquals(1, taken.records.size());
        assertEquals(
                List.of("null × 3", "null", "1 × 2", "null × 50000"),
                taken.rejections.stream().map(SourceProblem::value).toList());
        assertEquals(
                List.of(1, 5, 6, 8),
                taken.rejections.stream().map(each -> each.location().row()).toList());
        assertEquals(4, taken.rejected.size());
    }

    @Test
    void aListThatBreaksOffKeepsWhatWasReadBefore() {
        Taken taken = Taken.from(folder, "a.json", "[{\"标题\":\"甲\"},\n{\"标题\":\"乙\"");
        assertEquals(1, taken.records.size());
        assertEquals(List.of("source.json.malformed"), taken.rules());
        assertInstanceOf(RawForm.WholeFile.class, taken.rejected.get(0));
    }

    @Test
    void legacyCharsetsAreRead() {
        String many = "{\"标题\":\"关于进一步加强政府信息公开工作的通知\",\"发文机关\":\"青岛市崂山区人民政府办公室\"}\n".repeat(20);
        Taken taken = Taken.from(folder, "a.jsonl", many, Charset.forName("GB18030"));
        assertEquals(20, taken.records.size());
        assertEquals(
                "关于进一步加强政府信息公开工作的通知", ((OfficialDocument) taken.records.get(0).record()).title());
    }

    @Test
    void depthLengthAndRowsHaveLimits() {
        LegacyReader small = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard())
                        .maxDepth(5)
                        .maxCellLength(100)
                        .maxPageBytes(1000)
                        .maxRows(4)
                        .build());
        String deep = "{\"标题\":" + "[".repeat(6) + "]".repeat(6) + "}";
        String longText = "{\"标题\":\"" + "长".repeat(101) + "\"}";
        String longLine = "{\"标题\":\"短\",\"x\":[" + "1,".repeat(1000) + "1]}";
        String good = "{\"标题\":\"甲\"}";
        Path file = Taken.write(
                folder,
                "a.ndjson",
                String.join("\n", deep, longText, longLine, good, good)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Taken taken = Taken.from(small, file);
        assertEquals(1, taken.records.size());
        assertEquals(Collections.nCopies(4, "source.limit.reached"), taken.rules());
        Path list = Taken.write(
                folder,
                "b.json",
                ("[" + good + "," + "[".repeat(6) + "]".repeat(6) + "]")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(List.of("source.limit.reached"), Taken.from(small, list).rules());
    }

    @Test
    void answersOfRealSitesAreRead() throws IOException {
        Path answers = Path.of(System.getProperty("gongkai.checkout"), "..", "shared", "data", "api-responses");
        assumeTrue(Files.isDirectory(answers), "no practice answers at " + answers);
        for (String name : List.of("GWY.json", "GDProvince.json", "HBProvince.json", "FJPronvince.json")) {
            Taken taken = Taken.from(answers.resolve(name));
            assertTrue(taken.records.size() > 0, name + ": " + taken.rules());
            for (Mapped each : taken.records) {
                assertTrue(((OfficialDocument) each.record()).title() != null, name + ": " + each.raw());
            }
        }
    }

    @Test
    void aFileOfBlanksIsReportedAndEndsNoRun(@TempDir Path folder) {
        assertEquals(
                List.of("source.json.malformed"),
                Taken.from(folder, "a.json", " \t\n").rules());
    }

    @Property(tries = 100)
    void fieldsInAreFieldsAccountedFor(@ForAll("objects") List<Map<String, String>> objects) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode list = json.createArrayNode();
        for (Map<String, String> each : objects) {
            ObjectNode node = list.addObject().put("标题", "甲通知");
            each.forEach(node::put);
        }
        Path temporary = Files.createTempFile("fields", ".json");
        try {
            Files.writeString(temporary, list.toString());
            Taken taken = Taken.from(temporary);
            assertEquals(objects.size(), taken.records.size());
            for (int i = 0; i < objects.size(); i++) {
                List<LedgerEntry> fields = taken.records.get(i).ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .toList();
                ObjectNode node = (ObjectNode) list.get(i);
                assertEquals(node.size(), fields.size());
                for (LedgerEntry each : fields) {
                    assertEquals(node.get(each.location().label()).textValue(), each.value());
                }
            }
        } finally {
            Files.delete(temporary);
        }
    }

    @Provide
    Arbitrary<List<Map<String, String>>> objects() {
        Arbitrary<String> labels = Arbitraries.oneOf(
                Arbitraries.of("发文字号", "成文日期", "索 引 号", "body", "有效性", "有效性/截止日期", "发文机关", "名称"),
                Arbitraries.strings().ofMaxLength(6));
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("", "无", "2023-07-21", "国办发〔2023〕1号", "有效", "<b>字</b>"),
                Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(20));
        return Arbitraries.maps(labels.filter(each -> !each.equals("标题")), values)
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
