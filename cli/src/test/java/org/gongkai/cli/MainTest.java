package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "convert",
                "validate",
                "rules",
                "normalize",
                "normalize docnumber",
                "deadline",
                "workday",
                "stale",
                "calendar",
                "calendar add",
                "land",
                "land status",
                "assistance",
                "notice",
                "judge",
                "conformance"
            })
    void helpIsWholeInBothLanguagesWithExamples(String command) {
        for (String language : new String[] {"zh", "en"}) {
            String[] words = (command + " --help --lang " + language).strip().split(" ");
            Typed typed = Typed.command(words);
            assertEquals(ExitCode.COMPLETE, typed.code(), typed.err());
            assertTrue(typed.out().contains(language.equals("zh") ? "示例：" : "Examples:"), typed.out());
            assertTrue(typed.out().contains("  gongkai ") || typed.out().contains("| gongkai "), typed.out());
            assertTrue(typed.out().contains(language.equals("zh") ? "提示与帮助的语言" : "Language of messages"), typed.out());
        }
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws Exception {
        assertEquals(
                texts("messages.properties").keySet(),
                texts("messages_zh.properties").keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense, not known here: --nonsense",
        "convert --out there, missing: SOURCE",
        "convert here, missing: --out",
        "convert here --out there --now tomorrow, tomorrow is not a value for --now",
        "rules no.such.rule, there is no rule no.such.rule",
        "validate no-such-file, no-such-file does not exist",
        "validate pom.xml --profile no-such-profile, profile no-such-profile:"
    })
    void whatCannotRunIsSaidInOneLineWithExitCodeTwo(String typedLine, String expected) {
        Typed typed = Typed.command((typedLine + " --lang en").split(" "));
        assertEquals(ExitCode.FAILED, typed.code());
        assertTrue(typed.err().startsWith("gongkai: ") && typed.err().contains(expected), typed.err());
        assertEquals(1, typed.err().lines().count(), typed.err());
        assertEquals("", typed.out());
    }

    @Test
    void complaintsComeInChineseWhenAsked() {
        Typed typed = Typed.command("validate", "no-such-file", "--lang", "zh");
        assertEquals("gongkai: no-such-file 不存在，请检查路径\n", typed.err().replace("\r", ""));
    }

    @Test
    void anUnknownLanguageIsRefused() {
        assertEquals(ExitCode.FAILED, Typed.command("rules", "--lang", "fr").code());
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        String version = Typed.command("--version").out();
        assertTrue(version.matches("gongkai \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), version);
    }

    @Test
    void everyRuleIsListedAndExplained() {
        Typed list = Typed.command("rules", "--lang", "en");
        assertEquals(ExitCode.COMPLETE, list.code());
        assertTrue(list.out().contains("document.title.missing  error  There is no title."), list.out());
        for (String language : new String[] {"zh", "en"}) {
            for (String line : list.out().lines().toList()) {
                String code = line.substring(0, line.indexOf(' '));
                Typed one = Typed.command("rules", code, "--lang", language);
                assertEquals(ExitCode.COMPLETE, one.code(), code);
                assertTrue(one.out().startsWith(code), one.out());
                assertTrue(one.out().contains(language.equals("zh") ? "整改办法：" : "What to do: "), one.out());
            }
        }
    }

    @Test
    void documentNumbersAreNormalizedLineByLine() {
        Typed typed = Typed.withInput("乳政发[2005]4号\n国务院令第743号\n无文号\n\n通知\n", "normalize", "docnumber");
        assertEquals("""
                {"raw":"乳政发[2005]4号","wellFormed":true,"text":"乳政发〔2005〕4号","form":"standard",\
                "agencyCode":"乳政发","year":2005,"serial":4,"repairs":["brackets"]}
                {"raw":"国务院令第743号","wellFormed":true,"text":"国务院令第743号","form":"order",\
                "agencyCode":"国务院","year":null,"serial":743,"repairs":[]}
                {"raw":"无文号","wellFormed":false,"text":null,"form":"none",\
                "agencyCode":null,"year":null,"serial":null,"repairs":["null-token"]}
                {"raw":"","wellFormed":false,"text":null,"form":"none",\
                "agencyCode":null,"year":null,"serial":null,"repairs":[]}
                {"raw":"通知","wellFormed":false,"text":"通知","form":"other",\
                "agencyCode":null,"year":null,"serial":null,"repairs":[]}
                """, typed.out().replace("\r", ""));
        assertEquals(ExitCode.COMPLETE, typed.code());
        assertFalse(typed.out().contains("\\u"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workday 2023-09-22 +10 | 2023-10-12 | 0",
                "workday 2023-10-12 -10 | 2023-09-22 | 0",
                "workday 2023-09-22 2023-10-12 | 10 | 0",
                "workday 2023-10-07 | 2023-10-07 is a working day | 0",
                "workday 2026-12-21 +10 --provisional | 2026-12-31 to 2027-01-15 (provisional: | 0",
                "workday 2026-12-21 +2 | 2026-12-23 (provisional: | 0",
                "deadline decision-adoption-feedback --from 2026-12-21 | Due: not before 2026-12-31 (depends on a holiday notice | 0",
                "deadline decision-adoption-feedback --from 2037-12-21 | Due: cannot say | 1",
                "workday 2027-10-02 --provisional | 2027-10-02 is a day off (provisional: | 0",
                "workday 2027-10-05 --provisional | as a holiday notice still to come says (provisional: | 0",
                "workday 2026-12-21 2027-01-05 --provisional | 5 to 14 (provisional: | 0",
                "workday 2020-02-03 | 2020-02-03 is a working day | 0",
                "deadline decision-adoption-feedback --from 2023-07-21 | Due: 2023-08-04 | 0",
                "deadline decision-adoption-feedback --from 2023-07-21 --done 2023-08-04 | Due: 2023-08-04 | 0",
                "deadline decision-adoption-feedback --from 2023-07-21 --done 2023-08-07 | Due: 2023-08-04 | 1",
                "deadline | decision-adoption-feedback | 0"
            })
    void workingDaysAndDeadlinesAreAnswered(String typedLine, String expected, int code) {
        Typed typed = Typed.command((typedLine + " --lang en").split(" "));
        assertTrue(typed.out().contains(expected), typed.out() + typed.err());
        assertEquals(code, typed.code(), typed.out() + typed.err());
    }

    @Test
    void noticeIsAddedToAFileThatEveryCommandTakes(@TempDir Path folder) throws IOException {
        Path notice = Files.writeString(folder.resolve("notice.txt"), """
                关于2027年部分节假日安排的通知
                一、元旦：1月1日至3日放假，共3天。
                二、春节：2月5日至12日放假调休，共8天。1月31日（周日）、2月20日（周六）上班。
                三、清明节：4月3日至5日放假，共3天。
                四、劳动节：5月1日至5日放假调休，共5天。5月8日（周六）上班。
                五、端午节：6月9日放假1天，不调休。
                六、中秋节：9月15日放假1天，不调休。
                七、国庆节：10月1日至7日放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
                """);
        Path calendar = folder.resolve("days.csv");
        Files.writeString(calendar, "# ours\nyear,off,work\n2026,2026-12-24,\n");
        Typed added = Typed.command("calendar", "add", notice.toString(), "--out", calendar.toString(), "--lang", "en");
        assertEquals(ExitCode.COMPLETE, added.code(), added.err());
        assertTrue(added.out().contains("2027 has 248 working days"), added.out());
        List<String> lines = Files.readAllLines(calendar);
        assertEquals(4, lines.size(), String.join("\n", lines));
        assertEquals("# ours", lines.get(0));
        assertEquals("2026,2026-12-24,,,,unverified,final", lines.get(2));
        Typed again = Typed.command("calendar", "add", notice.toString(), "--out", calendar.toString(), "--lang", "en");
        assertTrue(again.out().contains("nothing was written"), again.out() + again.err());
        assertEquals(lines, Files.readAllLines(calendar));
        String holidays = calendar.toString();
        assertEquals(
                "2027-01-06",
                Typed.command("workday", "2026-12-21", "+10", "--holidays", holidays)
                        .out()
                        .strip(),
                "and 24 December is off");
        assertTrue(Typed.command(
                        "deadline",
                        "disclosure-general",
                        "--from",
                        "2026-12-21",
                        "--holidays",
                        holidays,
                        "--lang",
                        "en")
                .out()
                .contains("Due: 2027-01-20"));
        for (String command :
                List.of("convert", "validate", "assistance", "land status", "requests status", "annual-report")) {
            String[] words = (command + " --help --lang en").split(" ");
            assertTrue(Typed.command(words).out().contains("--holidays=FILE"), command);
        }
        Files.writeString(notice, Files.readString(notice).replace("9月15日放假", "9月14日放假"));
        Path other = folder.resolve("other.csv");
        Typed refused = Typed.command("calendar", "add", notice.toString(), "--out", other.toString(), "--lang", "en");
        assertEquals(ExitCode.FAILED, refused.code());
        assertTrue(refused.err().contains("2027-09-15"), refused.err());
        assertTrue(Files.notExists(other), "whole or not at all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workday 2026-12-21 +10", "workday 2023-02-30", "deadline no-such-duty --from 2023-07-21"})
    void whatTheCalendarCannotAnswerIsRefusedRatherThanGuessed(String typedLine) {
        Typed typed = Typed.command((typedLine + " --lang en").split(" "));
        assertEquals(ExitCode.FAILED, typed.code(), typed.out());
        assertEquals(1, typed.err().lines().count(), typed.err());
    }

    private static Properties texts(String name) throws Exception {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(Main.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
