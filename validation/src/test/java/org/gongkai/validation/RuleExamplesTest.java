package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.conformance.Breach;
import org.gongkai.conformance.Breaches;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.json.JsonJudge;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has records that pass and records that break that rule alone, but for what cannot but be broken with it. */
class RuleExamplesTest {

    private final Breaches breaches = Breaches.shipped();

    /** Those of files are read by the command; its tests try them. */
    private final List<Breach> ofRecords =
            breaches.all().stream().filter(each -> !each.ofFiles()).toList();

    private final Map<LocalDate, JsonJudge> judges = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> theGoodOnesPassAndTheBrokenOnesBreakTheRuleAlone() {
        return ofRecords.stream()
                .map(each -> DynamicTest.dynamicTest(each.rule(), () -> {
                    assertEquals(Set.of(), codes(each, each.good()));
                    Set<String> broken = new TreeSet<>(each.with());
                    broken.add(each.rule());
                    assertEquals(broken, codes(each, each.broken()));
                }));
    }

    @Test
    void everyRuleHasAnExample() {
        List<String> rules = RuleCatalogue.standard().rules().stream()
                .map(Rule::code)
                .sorted()
                .toList();
        List<String> examples =
                breaches.all().stream().map(Breach::rule).sorted().toList();
        assertEquals(rules, examples, "an example of a rule is an entry under breaches/ of the module conformance");
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfSourcesMakesAFindingWithATextInBothLanguages() {
        return RuleCatalogue.standard().rules().stream()
                .filter(each -> each.code().startsWith("source."))
                .map(each -> DynamicTest.dynamicTest(each.code(), () -> {
                    Finding finding = Records.validator()
                            .finding(new SourceProblem(
                                    each.code(), Location.of("a/b.html").atRow(3), "found", "wanted"));
                    assertEquals(each.severity(), finding.severity());
                    assertEquals("a/b.html:3", String.valueOf(finding.location()));
                    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                        assertFalse(each.text(finding, language).contains("{"));
                        assertFalse(each.mending(finding, language).isBlank());
                    }
                }));
    }

    @Test
    void aFindingOfEachExampleIsFilledInCompletely() throws IOException {
        List<String> open = new ArrayList<>();
        for (Breach each : ofRecords) {
            Finding finding = finding(each);
            Rule rule = RuleCatalogue.standard().rule(each.rule());
            for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                String text = rule.text(finding, language) + rule.mending(finding, language);
                if (Stream.of("{value}", "{expected}", "(not stated)", "（未说明）").anyMatch(text::contains)) {
                    open.add(each.rule() + ": " + text);
                }
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void aBrokenRuleStandsAtTheElementThatTheCatalogueNames() throws IOException {
        for (Breach each : ofRecords) {
            String element = RuleCatalogue.standard().rule(each.rule()).element();
            if (element != null) {
                String pointer = finding(each).pointer();
                assertTrue(pointer.equals("/" + element) || pointer.startsWith("/" + element + "/"), each + pointer);
            }
        }
    }

    private Finding finding(Breach breach) throws IOException {
        return judge(breach).judge(breach.broken()).stream()
                .filter(each -> each.rule().equals(breach.rule()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(breach.rule()));
    }

    private Set<String> codes(Breach breach, JsonNode input) throws IOException {
        return judge(breach).judge(input).stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonJudge judge(Breach breach) {
        return judges.computeIfAbsent(
                breach.today(),
                day -> JsonJudge.of(
                        Records.PROFILE,
                        Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC)));
    }
}
