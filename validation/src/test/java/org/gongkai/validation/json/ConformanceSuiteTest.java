package org.gongkai.validation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.conformance.ConformanceCase;
import org.gongkai.conformance.ConformanceReport;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.conformance.JudgeUnderTest;
import org.gongkai.conformance.JudgedFinding;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;

/** The published suite finds a validator that says anything else than this one. */
class ConformanceSuiteTest {

    private final JsonMapper mapper = new JsonMapper();
    private final Map<String, JsonJudge> judges = new LinkedHashMap<>();

    private JsonJudge judge(Profile profile, String today) {
        return judges.computeIfAbsent(
                profile.sha256() + today,
                key -> JsonJudge.of(
                        profile,
                        Clock.fixed(
                                LocalDate.parse(today)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                ZoneOffset.UTC)));
    }

    private JudgeUnderTest under(Profile profile) {
        return one -> {
            List<JudgedFinding> findings = new ArrayList<>();
            for (JsonNode each : judge(profile, one.today()).answer(one.input()).get("findings")) {
                findings.add(mapper.treeToValue(each, JudgedFinding.class));
            }
            return findings;
        };
    }

    @Test
    void rulesThatAValidatorDoesNotKnowAreFoundAndNoOthers() throws IOException {
        List<String> rules = List.of("document.title.missing", "request.reply.late", "series.gap");
        ConformanceReport report = ConformanceSuite.shipped()
                .withoutFiles()
                .tryOn(under(Profile.read(new ByteArrayInputStream(without(rules)))));
        assertEquals(rules, report.failedRules(), report.text());
        assertEquals(rules.size(), report.failures().size());
    }

    private static byte[] without(List<String> rules) throws IOException {
        JsonMapper mapper = new JsonMapper();
        try (var shipped = Profile.class.getResourceAsStream("profiles/shandong-library.json")) {
            ObjectNode tree = (ObjectNode) mapper.readTree(shipped);
            for (String each : rules) {
                ObjectNode off =
                        ((ObjectNode) tree.get("rules")).putObject(each).put("severity", "off");
                off.putObject("because").put("zh", "不查").put("en", "not asked");
            }
            return mapper.writeValueAsBytes(tree);
        }
    }

    @Test
    void anotherSeverityAnotherPlaceAndATextOfItsOwnAreFound() {
        ConformanceCase one = ConformanceSuite.shipped().cases().stream()
                .filter(each -> !each.expected().isEmpty())
                .findFirst()
                .orElseThrow();
        JudgedFinding right = one.expected().get(0);
        List<JudgedFinding> wrong = List.of(
                new JudgedFinding(right.rule(), "info", right.pointer(), right.value(), null, right.text()),
                new JudgedFinding(right.rule(), right.severity(), "/elsewhere", right.value(), null, right.text()),
                new JudgedFinding(right.rule(), right.severity(), right.pointer(), "another", null, right.text()),
                new JudgedFinding(
                        right.rule(), right.severity(), right.pointer(), right.value(), null, Map.of("zh", "…")));
        for (JudgedFinding each : wrong) {
            ConformanceReport report = ConformanceSuite.shipped().tryOn(any -> List.of(each));
            ConformanceReport.Outcome outcome = report.outcomes().stream()
                    .filter(tried -> tried.tried().equals(one))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of(right), outcome.missing());
            assertEquals(List.of(each), outcome.unexpected());
        }
        JudgedFinding wordless =
                new JudgedFinding(right.rule(), right.severity(), right.pointer(), right.value(), null, null);
        assertTrue(ConformanceSuite.shipped().tryOn(any -> List.of(wordless)).outcomes().stream()
                .anyMatch(tried -> tried.tried().equals(one) && tried.conforms()));
    }
}
