package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.conformance.Breach;
import org.gongkai.conformance.Breaches;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The published suite says of every example, of records and of files, what this command says. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "an example is a symbolic link, which not everybody may make there")
class PublishedSuiteTest {

    private static final List<Breach> EXAMPLES = Breaches.shipped().all();

    /** The findings of each input, by the day on which it is judged. */
    private static final Map<LocalDate, Map<JsonNode, JsonNode>> ANSWERS = new LinkedHashMap<>();

    @BeforeAll
    static void judgeAll() throws IOException {
        Map<LocalDate, Set<JsonNode>> inputs = new LinkedHashMap<>();
        for (Breach each : EXAMPLES) {
            inputs.computeIfAbsent(each.today(), day -> new LinkedHashSet<>())
                    .addAll(List.of(each.good(), each.broken()));
        }
        for (Map.Entry<LocalDate, Set<JsonNode>> each : inputs.entrySet()) {
            List<JsonNode> asked = List.copyOf(each.getValue());
            StringBuilder lines = new StringBuilder();
            asked.forEach(input -> lines.append(input).append('\n'));
            Typed typed = Typed.withInput(
                    lines.toString(),
                    "judge",
                    "--lang",
                    "en",
                    "--today",
                    each.getKey().toString());
            List<String> answers = typed.out().lines().toList();
            assertEquals(asked.size(), answers.size(), typed.err());
            Map<JsonNode, JsonNode> findings = new LinkedHashMap<>();
            for (int i = 0; i < asked.size(); i++) {
                JsonNode answer = CanonicalJson.mapper().readTree(answers.get(i));
                assertEquals("", answer.path("fault").asText(), asked.get(i).toString());
                findings.put(asked.get(i), answer.get("findings"));
            }
            ANSWERS.put(each.getKey(), findings);
        }
    }

    private static JsonNode answer(Breach breach, JsonNode input) {
        return ANSWERS.get(breach.today()).get(input);
    }

    @Test
    void filesOfAnExamplePassOrBreakItsRuleAlone() {
        List<String> unfit = new ArrayList<>();
        for (Breach each : EXAMPLES) {
            Set<String> expected = new TreeSet<>(each.with());
            expected.add(each.rule());
            Set<String> good = rules(answer(each, each.good()));
            Set<String> broken = rules(answer(each, each.broken()));
            if (each.ofFiles() && !(good.isEmpty() && broken.equals(expected))) {
                unfit.add(each.rule() + ": good " + good + ", broken " + broken);
            }
        }
        assertEquals(List.of(), unfit);
    }

    private static Set<String> rules(JsonNode findings) {
        Set<String> rules = new TreeSet<>();
        findings.forEach(each -> rules.add(each.get("rule").asText()));
        return rules;
    }

    @Test
    void thePublishedSuiteIsCurrent() throws IOException {
        Path file = Path.of(
                System.getProperty("gongkai.checkout"),
                "conformance/src/main/resources/org/gongkai/conformance/suite/shandong-library.jsonl");
        String wanted = suite();
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        }
        assertEquals(
                wanted,
                Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "",
                file + " is out of date; write it anew with: ./mvnw -pl cli -am test -Dtest=PublishedSuiteTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgongkai.writePages=true");
    }

    /** A good example that several rules share is one case. */
    private static String suite() {
        Map<String, ObjectNode> cases = new LinkedHashMap<>();
        for (Breach each : EXAMPLES) {
            ObjectNode good = cases.get(each.today() + " " + each.good());
            if (good == null) {
                cases.put(each.today() + " " + each.good(), written(each, "passes", each.good()));
            } else {
                ((ArrayNode) good.get("rules")).add(each.rule());
            }
            cases.put(each.rule(), written(each, "broken", each.broken()));
        }
        Profile profile = Profile.named(ConformanceSuite.PROFILE);
        ObjectNode head = CanonicalJson.mapper()
                .createObjectNode()
                .put("profile", profile.name())
                .put("version", profile.version())
                .put("sha256", profile.sha256())
                .put("cases", cases.size());
        StringBuilder lines = new StringBuilder(head.toString()).append('\n');
        cases.values().forEach(each -> lines.append(each).append('\n'));
        return lines.toString();
    }

    private static ObjectNode written(Breach breach, String how, JsonNode input) {
        ObjectNode written = CanonicalJson.mapper().createObjectNode().put("case", breach.rule() + " " + how);
        written.putArray("rules").add(breach.rule());
        written.put("today", breach.today().toString());
        written.set("input", input);
        ArrayNode expected = written.putArray("expected");
        List<String> said = breach.ofFiles()
                ? List.of("rule", "severity", "pointer", "value", "location", "text")
                : List.of("rule", "severity", "pointer", "value", "text");
        answer(breach, input).forEach(each -> expected.add(((ObjectNode) each.deepCopy()).retain(said)));
        return written;
    }
}
