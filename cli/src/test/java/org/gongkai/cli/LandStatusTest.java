package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandStatusTest {

    private static final String INPUT =
            Typed.CHECKOUT.resolve("examples/land/input").toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"en, docs/land.md", "zh, docs/land.zh-CN.md"})
    void theGuidesShowWhatTheCommandPrints(String language, String guide) throws Exception {
        String shown = status(INPUT, "--on", "2024-06-05", "--lang", language).out();
        assertTrue(Files.readString(Typed.CHECKOUT.resolve(guide)).contains(shown), guide + " must show:\n" + shown);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-23, 0, 东湾片区一期, due",
        "2024-05-24, 0, 东湾片区一期, due",
        "2024-05-25, 1, 东湾片区一期, late",
        "2024年5月25日, 1, 东湾片区一期, late"
    })
    void theExitCodeTurnsOnTheDayAfterTheLimit(String day, int code, String project, String state) throws Exception {
        Typed typed = status(INPUT, "--on", day, "--json");
        assertEquals(code, typed.code(), typed.out() + typed.err());
        assertEquals(
                state,
                item(typed, project, "requisition-announcement").get("state").asText());
    }

    @Test
    void whatBreachesAWarningDoesNotTurnTheExitCode() throws Exception {
        Typed typed = status(INPUT, "--on", "2024-05-24", "--json");
        JsonNode approval = item(typed, "东湾片区一期", "approval");
        assertEquals("published-late", approval.get("state").asText());
        assertEquals(
                "land.project.items.approvalDocumentsLate", approval.get("rule").asText());
        assertEquals("warning", approval.get("severity").asText());
        assertEquals("2024-05-17", approval.get("due").asText());
        assertEquals(ExitCode.COMPLETE, typed.code());
    }

    @Test
    void withoutADayItIsToday() throws Exception {
        Typed typed = status(INPUT, "--json");
        assertEquals("2026-03-02", lines(typed).get(0).get("on").asText());
    }

    @Test
    void whatAReachedStageLacksIsMissing() throws Exception {
        Path file = write("p.json", """
                {"kind":"land-project","name":"甲路","regime":"农村集体土地征收",
                 "stages":[{"stage":"补偿安置公告","startedOn":"2024-03-01"}],
                 "items":[{"item":"compensation-notice","publishedOn":"2024-03-01","state":"已公开"},
                  {"item":"survey-results","publishedOn":"2024-02-01","state":"已公开"}]}""");
        Typed typed = status(file.toString(), "--on", "2024-06-05", "--lang", "en");
        assertEquals(ExitCode.FINDINGS, typed.code());
        assertTrue(typed.out().contains("""
                  Missing for the stage:
                    征收土地预公告 (Post the advance notice of a land requisition): the stage 征收土地预公告 (pre announcement) is \
                reached; asked for by 土地管理法实施条例第二十六条 [error land.project.items.missing]
                """), typed.out());
        assertTrue(typed.out().contains("1 project on 2024-06-05: 0 with something late, 1 with something missing"));
        assertTrue(typed.out().contains("not about these items"), typed.out());
    }

    @Test
    void whatOneNoticeDoesNotNameIsToBeLookedForAndNotMissing() throws Exception {
        Path file = write("p.json", """
                {"kind":"land-project","name":"甲路","regime":"农村集体土地征收",
                 "stages":[{"stage":"补偿安置公告","startedOn":"2024-03-01"}]}""");
        Typed typed = status(file.toString(), "--on", "2024-06-05", "--lang", "en");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.out());
        assertTrue(typed.out().contains("""
                  To be looked for (the record is one notice or a line of a list):
                    征收土地预公告 (Post the advance notice of a land requisition): the stage 征收土地预公告 (pre announcement) is \
                reached; asked for by 土地管理法实施条例第二十六条 [remark land.project.items.notSeen]
                """), typed.out());
        assertTrue(typed.out().contains("0 with something late, 0 with something missing"), typed.out());
    }

    @Test
    void aRowThatCannotBeReadIsReportedAndTheOthersFollow() throws Exception {
        String good = "{\"kind\":\"land-project\",\"name\":\"甲路\",\"regime\":\"农村集体土地征收\"}\n";
        Path file = write("p.ndjson", good + "{\"kind\":\"land-project\",\"approvedOn\":\"yesterday\"}\n" + good);
        Typed text = status(file.toString(), "--on", "2024-06-05", "--lang", "en");
        assertEquals(ExitCode.FINDINGS, text.code());
        assertTrue(text.out().contains("p.ndjson:2 approvedOn: error"), text.out());
        assertTrue(text.out().contains("2 projects on"), text.out());
        Typed json = status(file.toString(), "--json");
        assertEquals(2, lines(json).size());
        assertTrue(json.err().contains("p.ndjson:2 approvedOn"), json.err());
    }

    @Test
    void aPlaceJudgesByItsOwnItems() throws Exception {
        Path items = write(
                "items.csv",
                "id,stage,level1,level2,elements,basis,from,duty,clock,publisher,audience,mode,channels,need,standing,evidence\n"
                        + "own,批准,甲,本区批后公示,,本区目录,,land-approval-documents,APPROVAL_RECEIVED,区政府,全社会,主动公开,,ALWAYS,TABLE,"
                        + "unverified\n");
        Typed typed = status(INPUT, "--on", "2024-06-05", "--land-items", items.toString(), "--lang", "zh");
        assertTrue(typed.out().contains("2024-05-17  本区批后公示：逾期"), typed.out());
        assertFalse(typed.out().contains("征收土地预公告"), typed.out());
        assertEquals(ExitCode.COMPLETE, typed.code(), "a table can warn only");

        Files.writeString(items, Files.readString(items).replace("land-approval-documents", "no-such-duty"));
        Typed refused = status(INPUT, "--land-items", items.toString(), "--lang", "zh");
        assertEquals(ExitCode.FAILED, refused.code());
        assertTrue(refused.err().contains("no-such-duty"), refused.err());
    }

    @Test
    void aTableNeedsNoMappingFileToBeLookedAt() throws Exception {
        Path list = write("list.csv", "项目名称,批准时间,收到批文日期,总面积（公顷）\n甲路,2024-05-06,2024-05-08,1.2\n");
        Typed typed = status(list.toString(), "--on", "2024-05-20", "--table-default", "implementer=甲区人民政府", "--json");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.err());
        assertEquals(
                "2024-05-28",
                item(typed, "甲路", "requisition-announcement").get("due").asText());
    }

    @Test
    void sourcesWithoutAProjectAreRefused() {
        Typed typed = status(INPUT + "/plan.json", "--lang", "en");
        assertEquals(ExitCode.FAILED, typed.code());
        assertEquals(
                "gongkai: there is no project of land requisition in the sources",
                typed.err().strip());
        assertEquals(ExitCode.FAILED, status(INPUT, "--on", "Juneteenth").code());
        assertEquals(ExitCode.FAILED, status("no-such-file").code());
    }

    private static Typed status(String... arguments) {
        List<String> words = new ArrayList<>(List.of("land", "status"));
        words.addAll(List.of(arguments));
        Typed typed = Typed.command(words.toArray(String[]::new));
        return new Typed(typed.code(), typed.out().replace("\r", ""), typed.err());
    }

    private static List<JsonNode> lines(Typed typed) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String each : typed.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(each));
        }
        return lines;
    }

    private static JsonNode item(Typed typed, String project, String item) throws Exception {
        for (JsonNode line : lines(typed)) {
            for (JsonNode each : line.get("items")) {
                if (line.get("name").asText().equals(project)
                        && each.get("item").asText().equals(item)) {
                    return each;
                }
            }
        }
        throw new AssertionError("no " + item + " of " + project + " in " + typed.out());
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
