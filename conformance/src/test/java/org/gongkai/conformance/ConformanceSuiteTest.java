package org.gongkai.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ConformanceSuiteTest {

    private static final String HEAD = "{\"profile\":\"p\",\"version\":\"1\",\"sha256\":\"0\",\"cases\":%d}\n";
    private static final String LINE =
            "{\"case\":\"a passes\",\"rules\":[\"a\"],\"today\":\"2024-06-01\",\"input\":{\"kind\":\"document\"},\"expected\":[]}\n";

    private static ConformanceSuite suite(String text) throws IOException {
        return ConformanceSuite.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void theShippedSuiteHasForEachExampleACaseThatIsBrokenAndOneThatPasses() {
        List<ConformanceCase> cases = ConformanceSuite.shipped().cases();
        for (Breach each : Breaches.shipped().all()) {
            assertEquals(
                    1,
                    cases.stream()
                            .filter(one -> one.name().equals(each.rule() + " broken"))
                            .count(),
                    each.rule());
            assertTrue(
                    cases.stream()
                            .anyMatch(one ->
                                    one.expected().isEmpty() && one.rules().contains(each.rule())),
                    each.rule());
        }
        assertTrue(cases.stream().anyMatch(ConformanceCase::together));
        assertFalse(ConformanceSuite.shipped().ofRecords().cases().stream().anyMatch(ConformanceCase::together));
    }

    @Test
    void aRuleWithoutAnExampleIsSaid() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> Breaches.shipped().of("no.such.rule"))
                .getMessage()
                .contains("no.such.rule"));
    }

    @Test
    void aSuiteThatWasCutIsRefused() {
        assertTrue(assertThrows(IOException.class, () -> suite("")).getMessage().contains("no head"));
        assertTrue(assertThrows(IOException.class, () -> suite(HEAD.formatted(2) + LINE))
                .getMessage()
                .contains("1 cases, and its head says 2"));
    }

    @Test
    void whatFailsIsPartOfTheReport() throws IOException {
        ConformanceReport report = suite(HEAD.formatted(1) + LINE).tryOn(one -> {
            throw new IOException("no line");
        });
        assertFalse(report.conforms());
        assertEquals("a passes: no line\n", report.text());
        assertEquals(List.of("a"), report.failedRules());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatEndsIsSilentOrAnswersSomethingElseIsTold() throws IOException {
        ConformanceSuite one = suite(HEAD.formatted(1) + LINE);
        assertTrue(tried(one, "cat").contains("the answer is no list of findings"));
        assertTrue(tried(one, "sleep", "60").contains("no answer within 1 s"));
        assertTrue(tried(one, "true").contains("a passes: "));
        assertEquals("", tried(one, "sed", "-u", "s/.*/[]/"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatIsNotThereOrEndsEachTimeIsToldOnce() throws IOException {
        ConformanceSuite five = suite(HEAD.formatted(5) + LINE.repeat(5));
        ConformanceReport none = report(five, "/no/such/program");
        assertEquals(new JudgeFault("没有程序 /no/such/program", "there is no program /no/such/program"), none.stopped());
        assertEquals(4, none.untried());
        assertFalse(none.conforms());
        ConformanceReport ended = report(five, "sh", "-c", "echo 'no licence' >&2; echo '  at line 3' >&2; exit 4");
        assertEquals(2, ended.untried());
        assertEquals(List.of("a passes：程序已结束，退出码为 4，并报告：no licence（另有 2 例相同）"), ended.lines(Locale.CHINESE));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatEndsOnOneCaseIsStartedAnewForTheNext() throws IOException {
        ConformanceSuite five = suite(HEAD.formatted(5) + LINE.repeat(5));
        ConformanceReport report = report(five, "sh", "-c", "read a; echo '[]'; read b; exit 3");
        assertEquals(0, report.untried());
        assertEquals(2, report.failures().size());
    }

    @Test
    void anAddressThatNobodyAnswersAtIsToldOnceInBothLanguages() throws IOException {
        ConformanceSuite five = suite(HEAD.formatted(5) + LINE.repeat(5));
        ConformanceReport dead = five.tryOn(new HttpJudge("http://localhost:1/findings", Duration.ofSeconds(20)));
        assertEquals(4, dead.untried());
        assertEquals(
                "nothing answers at http://localhost:1/findings", dead.stopped().en());
        assertEquals("连接不上 http://localhost:1/findings，那里没有服务应答", dead.stopped().in(Locale.CHINA));
    }

    @Test
    void whatIsSaidOtherwiseThanExpectedIsNamed() {
        ConformanceCase one = ConformanceSuite.shipped().cases().stream()
                .filter(each -> each.name().equals("document.title.missing broken"))
                .findFirst()
                .orElseThrow();
        JudgedFinding right = one.expected().get(0);
        JudgedFinding mild = new JudgedFinding(right.rule(), "info", right.pointer(), right.value(), null, null);
        JudgedFinding other = new JudgedFinding("mine", null, "/a", null, null, null);
        ConformanceReport.Outcome outcome =
                new ConformanceReport.Outcome(one, List.of(right), List.of(mild, other), null);
        assertEquals(
                "document.title.missing broken: document.title.missing with severity info instead of error;"
                        + " unexpected mine [(none)] /a",
                outcome.toString());
        assertEquals(
                "document.title.missing broken：document.title.missing 的 severity 为 info，应为 error；多出 mine [（无）] /a",
                outcome.text(Locale.CHINESE));
        assertEquals(
                "document.title.missing broken：缺少 document.title.missing [error] /title：缺少标题。",
                new ConformanceReport.Outcome(one, List.of(right), List.of(), null).text(Locale.CHINESE));
    }

    private static ConformanceReport report(ConformanceSuite suite, String... command) {
        try (ProcessJudge judge = new ProcessJudge(List.of(command), Duration.ofSeconds(60))) {
            return suite.tryOn(judge);
        }
    }

    private static String tried(ConformanceSuite suite, String... command) {
        Duration patience = Duration.ofSeconds(command[0].equals("sleep") ? 1 : 60);
        try (ProcessJudge judge = new ProcessJudge(List.of(command), patience)) {
            return suite.tryOn(judge).text();
        }
    }

    @Test
    void aChangeThatDoesNotFitIsRefused() throws IOException {
        JsonNode value = new JsonMapper().readTree("{\"a\":[1,2],\"b/c\":{}}");
        assertEquals("{\"a\":[1,0,2],\"b/c\":{}}", changed(value, "add", "/a/1").toString());
        assertEquals("{\"a\":[1,2,0],\"b/c\":{}}", changed(value, "add", "/a/2").toString());
        assertEquals(
                "{\"a\":[0,2],\"b/c\":{}}", changed(value, "replace", "/a/0").toString());
        assertEquals("{\"a\":[1,2]}", changed(value, "remove", "/b~1c").toString());
        for (String[] wrong : new String[][] {
            {"add", "/a"},
            {"remove", "/d"},
            {"replace", "/b~1c/x"},
            {"add", "/a/3"},
            {"remove", "/a/2"},
            {"add", "/x/y"}
        }) {
            assertThrows(IllegalArgumentException.class, () -> changed(value, wrong[0], wrong[1]), wrong[1]);
        }
    }

    private static JsonNode changed(JsonNode value, String op, String path) throws IOException {
        return new JsonPatch(List.of(new JsonPatch.Operation(op, path, new JsonMapper().readTree("0")))).applyTo(value);
    }
}
