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
