package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.export.PackageSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvertTest {

    private static final String EXAMPLES =
            Typed.CHECKOUT.resolve("examples/legacy-documents").toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theExamplesBecomeAPackageAndAnAccount() throws Exception {
        Path target = folder.resolve("new/package");
        Typed typed = Typed.command("convert", EXAMPLES, "--out", target.toString(), "--lang", "en");

        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertEquals("", typed.err());
        assertTrue(typed.out().contains("not checked: no inventory was given"), typed.out());
        assertTrue(typed.out().contains("Package: " + target), typed.out());
        assertTrue(typed.out().contains("Report:  " + target.resolve("report.json")), typed.out());
        for (String name : List.of(
                "bagit.txt",
                "data/records.ndjson",
                "data/jcms/book-0001.xml",
                "data/library.csv",
                "findings.ndjson",
                "ledger.ndjson",
                "sources.ndjson",
                "report.json")) {
            assertTrue(Files.size(target.resolve(name)) > 0, name);
        }
    }

    @Test
    void theSchemasRefuseWhatIsWrong() {
        PackageSchemas.refuse("record", "{\"kind\": \"document\", \"writtenOn\": \"2023-02-30\"}");
        PackageSchemas.refuse("record", "{\"kind\": \"decree\"}");
        PackageSchemas.refuse("finding", "{\"rule\": \"document.title.missing\"}");
    }

    @Test
    void everyShippedFormatCanBeAskedForAndIsReadBack() throws Exception {
        Path target = folder.resolve("package");
        List<String> arguments = new java.util.ArrayList<>(List.of("convert", EXAMPLES, "--out", target.toString()));
        for (String each : org.gongkai.export.format.FormatProfile.shippedNames()) {
            arguments.add("--format");
            arguments.add(each);
        }
        Typed typed = Typed.command(arguments.toArray(String[]::new));
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        JsonNode formats =
                JSON.readTree(target.resolve("package.json").toFile()).get("formats");
        assertEquals(5, formats.size());
        for (JsonNode each : formats) {
            assertTrue(each.get("records").asLong() > 0, each.toString());
            for (JsonNode file : each.get("files")) {
                assertTrue(Files.size(target.resolve(file.asText())) > 0, file.asText());
            }
        }
        Path again = folder.resolve("again");
        Typed pages = Typed.command(
                "convert", target.resolve("data/html").toString(), "--out", again.toString(), "--lang", "en");
        assertEquals(
                formats.get(3).get("records").asLong(),
                JSON.readTree(again.resolve("report.json").toFile())
                        .get("records")
                        .asLong(),
                pages.out());
        Path sheet = folder.resolve("sheet");
        Typed.command("convert", target.resolve("data/library-0001.xlsx").toString(), "--out", sheet.toString());
        assertEquals(
                formats.get(2).get("records").asLong(),
                JSON.readTree(sheet.resolve("report.json").toFile())
                        .get("records")
                        .asLong());
    }

    @Test
    void attachmentsBesideTheirPageTravelUnlessAskedOtherwise() throws Exception {
        Path target = convert();
        JsonNode description = JSON.readTree(target.resolve("package.json").toFile());
        assertEquals(3, description.get("attachments").asInt());
        String manifest = Files.readString(target.resolve("manifest-sha256.txt"));
        assertTrue(manifest.contains("小微湿地名录.xlsx"), manifest);
        assertTrue(Files.readString(target.resolve("findings.ndjson")).contains("source.attachment.missing"));

        Path without = folder.resolve("without");
        Typed.command("convert", EXAMPLES, "--out", without.toString(), "--no-attachments");
        assertFalse(Files.exists(without.resolve("data/attachments")));
    }

    @Test
    void personalNumbersAreReportedMasked() throws Exception {
        Files.writeString(
                folder.resolve("a.html"),
                "<h1>关于公布名单的通知</h1><div id=zoom><p>入选人员身份证号为11010519491231002X，请互相转告。</p></div>");
        Typed typed = Typed.command("validate", folder.resolve("a.html").toString(), "--lang", "zh");
        assertTrue(typed.out().contains("公文中有身份证号：110***************。"), typed.out());
        assertFalse(typed.out().contains("11010519491231002X"), typed.out());
    }

    @Test
    void aFormatOfOnesOwnIsAFileAndWhatItLeavesOutIsSaid() throws Exception {
        Path profile = Files.writeString(folder.resolve("own.jsonc"), """
                {
                  // two columns
                  "name": "own", "version": "1", "engine": "csv", "evidence": "derived", "file": "own.csv",
                  "fields": [{"name": "标题", "source": "title", "maxLength": 4}, {"name": "文号", "source": "documentNumber"}]
                }""");
        Path target = folder.resolve("package");
        Typed typed = Typed.command(
                "convert", EXAMPLES, "--out", target.toString(), "--format", profile.toString(), "--lang", "en");
        assertTrue(typed.out().contains("own: does not carry "), typed.out());
        assertTrue(typed.out().contains("cut 标题 ("), typed.out());
        assertTrue(Files.exists(target.resolve("data/own.csv")));
        assertFalse(Files.exists(target.resolve("data/library.csv")));
    }

    @ParameterizedTest
    @CsvSource({
        "db37t4560-3, gongkai profile show db37t4560-3",
        "no-such, jcms-book-1.0",
        "library-table --format library-table, library.csv"
    })
    void aFormatThatCannotBeWrittenIsRefusedWithWhatToDo(String format, String says) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("convert", EXAMPLES, "--out", folder.resolve("package").toString(), "--lang", "en"));
        arguments.add("--format");
        arguments.addAll(List.of(format.split(" ")));
        Typed typed = Typed.command(arguments.toArray(String[]::new));
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().contains(says), typed.err());
    }

    @ParameterizedTest
    @CsvSource({"en, README.md", "zh, README.zh-CN.md"})
    void theReadmesShowWhatTheCommandPrints(String language, String readme) throws Exception {
        Path target = folder.resolve("package");
        Typed typed = Typed.command("convert", EXAMPLES, "--out", target.toString(), "--lang", language);
        String shown = typed.out().replace("\r", "").replace(target + "/report.json", "target/package/report.json");
        shown = shown.replace(target.toString(), "target/package");
        assertTrue(Files.readString(Typed.CHECKOUT.resolve(readme)).contains(shown), readme + " must show:\n" + shown);
    }

    @ParameterizedTest
    @CsvSource({"later, 2023-05-02, 1", "earlier, 2020-01-02, 1", "both, 2020-01-02, 2"})
    void theUserChoosesWhichOfTwoSourcesLeaves(String choice, String published, int records) throws IOException {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        for (String day : List.of("2023-05-02", "2020-01-02")) {
            Files.writeString(
                    sources.resolve(day + ".html"),
                    "<html><head><meta charset=utf-8></head><body><table><tr><td>索引号</td><td>A/1</td></tr><tr><td>有效性</td><td>"
                            + (day.startsWith("2023") ? "废止" : "有效") + "</td></tr><tr><td>发布日期</td><td>" + day
                            + "</td></tr></table><h1>某市养犬管理办法</h1><div id=zoom><p>第一条　为规范养犬，制定本办法。</p></div></body></html>");
        }
        Path out = folder.resolve("chosen");
        Typed.command("convert", sources.toString(), "--out", out.toString(), "--choose", choice);
        List<String> lines = Files.readAllLines(out.resolve("data/records.ndjson"));
        assertEquals(records, lines.size());
        assertTrue(String.join("", lines).contains("\"publishedOn\":\"" + published), lines.toString());
    }

    @Test
    void aChoiceThatIsNotKnownIsRefusedWithTheNamesThatAre() {
        Typed typed = Typed.command(
                "convert", EXAMPLES, "--out", folder.resolve("none").toString(), "--choose", "first", "--lang", "en");
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().contains("expected one of both, earlier, later"), typed.err());
    }

    @Test
    void everySourceAndEveryFieldIsAccountedFor() throws Exception {
        JsonNode report = JSON.readTree(convert().resolve("report.json").toFile());
        long accounted = 0;
        for (String line : Files.readAllLines(folder.resolve("package/ledger.ndjson"))) {
            accounted += JSON.readTree(line).path("fields").size();
        }
        long fields = 0;
        for (JsonNode each : report.get("fields")) {
            fields += each.asLong();
        }
        assertTrue(accounted > 0 && accounted <= fields, accounted + " of " + fields);
        long written =
                Files.lines(folder.resolve("package/data/records.ndjson")).count();
        assertEquals(
                report.get("records").asLong(),
                written
                        + report.get("withheld").asLong()
                        + report.get("duplicates").asLong());
    }

    @Test
    void theSameInputAndMomentGiveTheSameBytes() throws Exception {
        Map<String, byte[]> one = bytes(convert());
        Path again = folder.resolve("again");
        Typed.command("convert", EXAMPLES, "--out", again.toString());
        Map<String, byte[]> two = bytes(again);
        assertEquals(one.keySet(), two.keySet());
        one.forEach((name, content) -> assertArrayEquals(content, two.get(name), name));
    }

    @Test
    void whatIsNotForPublicationStaysOutAltogether() throws Exception {
        Path target = convert();
        String title = "site/2023-033.html";
        for (Map.Entry<String, byte[]> each : bytes(target).entrySet()) {
            assertFalse(
                    new String(each.getValue(), java.nio.charset.StandardCharsets.UTF_8).contains(title),
                    each.getKey() + " names the withheld source");
        }
        assertEquals(
                1,
                JSON.readTree(target.resolve("report.json").toFile())
                        .get("withheld")
                        .asInt());
    }

    @Test
    void anExistingTargetIsLeftAsItIsUnlessAskedOtherwise() throws Exception {
        Path target = convert();
        Map<String, byte[]> before = bytes(target);
        Typed refused = Typed.command("convert", EXAMPLES, "--out", target.toString(), "--lang", "en");
        assertEquals(ExitCode.FAILED, refused.code());
        assertTrue(refused.err().contains(target.toString()), refused.err());
        assertEquals(before.keySet(), bytes(target).keySet());

        Typed replaced = Typed.command("convert", EXAMPLES, "--out", target.toString(), "--replace");
        assertEquals(ExitCode.FINDINGS, replaced.code(), replaced.err());
    }

    @Test
    void aTargetInsideTheSourceIsRefused() throws Exception {
        Files.writeString(folder.resolve("a.html"), "<html><body><h1>关于甲事的通知</h1></body></html>");
        Typed typed = Typed.command(
                "convert", folder.toString(), "--out", folder.resolve("out").toString());
        assertEquals(ExitCode.FAILED, typed.code());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aSecondSourceOfADocumentIsHeldBackAndBothAreNamed() throws Exception {
        Path target = convert();
        // They name the agency and the day of publication differently.
        List<JsonNode> duplicates = findings(target, "record.conflict");
        assertEquals(1, duplicates.size());
        assertEquals(
                List.of("site/2023-009.html", "site/print-2023-009.html"),
                Stream.of(
                                duplicates.get(0).get("location").get("source").asText(),
                                duplicates.get(0).get("expected").asText())
                        .map(each -> each.replaceAll("[: ].*", ""))
                        .sorted()
                        .toList());
    }

    @Test
    void badFilesAreNamedAndStopNothing() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("good.html"), "<html><body><h1>关于甲事的通知</h1><p>正文</p></body></html>");
        Files.createFile(sources.resolve("empty.html"));
        Files.write(
                sources.resolve("binary.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        Files.writeString(sources.resolve("notes.docx"), "x");
        Files.createSymbolicLink(sources.resolve("loop"), sources);
        Path target = folder.resolve("package");

        Typed typed = Typed.command("convert", sources.toString(), "--out", target.toString(), "--lang", "en");

        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertEquals(
                1, Files.readAllLines(target.resolve("data/records.ndjson")).size());
        Map<String, String> rules = new TreeMap<>();
        for (String each : Files.readAllLines(target.resolve("findings.ndjson"))) {
            JsonNode finding = JSON.readTree(each);
            if (finding.get("rule").asText().startsWith("source.")) {
                rules.put(
                        finding.get("location").get("source").asText(),
                        finding.get("rule").asText());
            }
        }
        assertEquals("source.file.empty", rules.get("empty.html"));
        assertEquals("source.file.notText", rules.get("binary.html"));
        assertEquals("source.file.unreadable", rules.get("notes.docx"));
        assertEquals("source.link.skipped", rules.get("loop"));
    }

    @Test
    void aTableThatAPageAttachesIsNoListOfDocuments() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("sources/a")).getParent();
        String list = "标题,发文字号\n关于乙事的通知,青崂政办字〔2023〕14号\n";
        Files.writeString(sources.resolve("a/attached.csv"), list);
        Files.writeString(sources.resolve("list.csv"), list.replace('乙', '丙'));
        Files.writeString(
                sources.resolve("page.html"),
                "<html><body><h1>关于甲事的通知</h1><p>正文</p><a href=\"a/attached.csv\">附件：名录.csv</a></body></html>");
        Path target = folder.resolve("package");

        Typed.command("convert", sources.toString(), "--out", target.toString());

        String records = Files.readString(target.resolve("data/records.ndjson"));
        assertTrue(records.contains("关于甲事的通知") && records.contains("关于丙事的通知"), records);
        assertFalse(records.contains("关于乙事的通知"), records);
    }

    @Test
    void validatePrintsFindingsAndWritesNothing() throws Exception {
        Path page = Files.writeString(folder.resolve("a.html"), "<html><body><h1>关于甲事的通知</h1></body></html>");
        Typed typed = Typed.command("validate", page.toString(), "--lang", "en");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertTrue(typed.out().contains("[document.indexNumber.missing]"), typed.out());
        assertFalse(typed.out().contains("Package:"), typed.out());
        assertEquals(1, Files.list(folder).count());
    }

    private Path convert() {
        Path target = folder.resolve("package");
        Typed typed = Typed.command("convert", EXAMPLES, "--out", target.toString());
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        return target;
    }

    private static List<JsonNode> findings(Path target, String rule) throws Exception {
        List<JsonNode> found = new java.util.ArrayList<>();
        for (String each : Files.readAllLines(target.resolve("findings.ndjson"))) {
            JsonNode finding = JSON.readTree(each);
            if (finding.get("rule").asText().equals(rule)) {
                found.add(finding);
            }
        }
        return found;
    }

    private static Map<String, byte[]> bytes(Path target) throws Exception {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            each -> target.relativize(each).toString(),
                            each -> {
                                try {
                                    return Files.readAllBytes(each);
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            },
                            (a, b) -> a,
                            TreeMap::new));
        }
    }
}
