package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistanceTest {

    private static final String LAOSHAN = "青岛市崂山区";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"en, docs/assistance.md", "zh, docs/assistance.zh-CN.md"})
    void theGuidesShowWhatTheCommandPrints(String language, String guide) throws Exception {
        Typed typed = examples("淄博市", "--on", "2024-06-01", "--lang", language);
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.err());
        String shown = typed.out().replace("\r", "");
        assertTrue(Files.readString(Typed.CHECKOUT.resolve(guide)).contains(shown), guide + " must show:\n" + shown);
    }

    @Test
    void theUrbanStandardInLaoshanOnADayOf2020IsGivenWithItsDoubt() {
        String text = examples(LAOSHAN, "--on", "2020-10-15", "--lang", "en").out();
        assertTrue(text.contains("城市低保  750元/人·月 from 2020-10-01"), text);
        assertTrue(text.contains("perhaps already 821元/人·月（2020）"), text);
    }

    @Test
    void whatChangedIsGivenWithDifferenceAndGrowth() {
        String text = examples(LAOSHAN, "--on", "2023-06-01", "--since", "2018-06-01", "--lang", "zh")
                .out();
        assertTrue(text.contains("城市低保  660元/人·月 → 1045元/人·月  +385元/人·月  +58.33%"), text);
        assertTrue(text.contains("2018-06-01 至 2023-06-01 的变化："), text);
    }

    @Test
    void headingsWithoutALineAndTheNextToLapseAreNamed() throws IOException {
        Path table = write(
                "a.csv", "类别,标准（元/月）,执行时间,截止日期\n城市低保,995,2022-01-01,2024-12-31\n农村低保,995,2022-01-01,2023-12-31\n");
        Typed typed = Typed.command(
                "assistance",
                table.toString(),
                "--table-default",
                "place=" + LAOSHAN,
                "--on",
                "2022-06-01",
                "--lang",
                "en");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.err());
        assertTrue(typed.out().contains("Headings (scheme A): 2 of 9 with a current standard"), typed.out());
        assertTrue(typed.out().contains("Missing: 城市特困、农村特困、机构养育孤儿"), typed.out());
        assertTrue(
                typed.out().indexOf("农村低保, until 2023-12-31") < typed.out().indexOf("城市低保, until 2024-12-31"),
                typed.out());
    }

    @Test
    void unitsOfOneNoticeAreShownAsTheyAreAndNotCompared() {
        String text = examples("东营市", "--on", "2020-01-01", "--lang", "en").out();
        assertTrue(text.contains("城市低保  620元/人·月") && text.contains("农村低保  5400元/人·年"), text);
        assertTrue(text.contains("特困照料护理（自理）  2292元/人·年"), text);
        String floors = examples("潍坊市", "--on", "2022-01-01", "--lang", "en").out();
        assertTrue(floors.contains("农村特困基本生活  at least 836元/人·月"), floors);
    }

    @Test
    void jsonGivesRecordsWithTheirSources() throws IOException {
        Typed typed = examples(LAOSHAN, "--on", "2020-10-15", "--since", "2018-06-01", "--json");
        assertEquals(1, typed.out().lines().count());
        JsonNode answer = new ObjectMapper().readTree(typed.out());
        JsonNode urban = answer.at("/inForce/0");
        assertEquals("低保", urban.get("item").asText());
        assertEquals("750", urban.at("/amount/value").asText());
        assertFalse(urban.get("settled").asBoolean());
        assertEquals(
                "qingdao.csv:20:6 标准", urban.at("/standard/source").asText().replaceAll(":\\d+:", ":20:"));
        assertEquals("assistance-standard", urban.at("/standard/record/kind").asText());
        assertEquals("821", urban.at("/perhaps/0/record/amount").asText());
        assertEquals("13.64", answer.at("/changes/0/growth").asText());
        assertTrue(answer.get("missing").toString().contains("机构养育孤儿"), answer.toString());
    }

    @Test
    void aPlaceThatNothingIsKnownOfIsRefusedWithThoseThatAre() {
        Typed typed = examples("济南市", "--lang", "en");
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().contains("青岛市崂山区") && typed.err().contains("淄博市"), typed.err());
        Typed none = Typed.command(
                "assistance",
                Typed.CHECKOUT.resolve("examples/assistance/tables").toString(),
                "--mapping",
                Typed.CHECKOUT.resolve("examples/assistance/mapping.yaml").toString(),
                "--lang",
                "en");
        assertEquals(ExitCode.FAILED, none.code());
        assertTrue(none.err().contains("missing: --place"), none.err());
    }

    @Test
    void badInputIsNamedAndTheRestAnswered() throws IOException {
        write("a.csv", "类别,标准（元/月）\n城市低保,995\n农村低保,约九百\n");
        write("b.csv", "电话,备注\n1,2\n");
        Typed typed = Typed.command(
                "assistance", folder.toString(), "--table-default", "place=" + LAOSHAN, "--on", "2022-06-01");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        assertTrue(typed.out().contains("[source.field.unreadable]"), typed.out());
        assertTrue(typed.out().contains("[source.table.none]"), typed.out());
        assertTrue(typed.out().contains("995元/人·月"), typed.out());
    }

    @Test
    void whatCannotBeAnsweredIsSaidInOneLine() throws IOException {
        Path placeless = write("a.csv", "类别,标准（元/月）\n城市低保,995\n");
        for (List<String> each : List.of(
                List.of(placeless.toString()),
                List.of(placeless.toString(), "--on", "soon"),
                List.of(placeless.toString(), "--on", "2022-01-01", "--since", "2022-01-01"),
                List.of(folder.resolve("none.csv").toString()))) {
            List<String> words = new ArrayList<>(List.of("assistance"));
            words.addAll(each);
            Typed typed = Typed.command(words.toArray(String[]::new));
            assertEquals(ExitCode.FAILED, typed.code());
            assertEquals(1, typed.err().lines().count(), typed.err());
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Typed examples(String place, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "assistance",
                Typed.CHECKOUT.resolve("examples/assistance/tables").toString(),
                "--mapping",
                Typed.CHECKOUT.resolve("examples/assistance/mapping.yaml").toString(),
                "--place",
                place));
        words.addAll(Arrays.asList(more));
        return Typed.command(words.toArray(String[]::new));
    }
}
