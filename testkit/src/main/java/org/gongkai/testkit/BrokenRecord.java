package org.gongkai.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.gongkai.conformance.Breach;
import org.gongkai.conformance.Breaches;
import org.gongkai.conformance.ConformanceCase;
import org.gongkai.conformance.ConformanceSuite;
import org.gongkai.conformance.JudgedFinding;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;

/**
 * A record that breaks one rule, and the same record before that.
 *
 * @param rule the rule that is broken
 * @param today the day on which it is judged
 * @param good the record that passes
 * @param broken the record that does not
 * @param expected everything that is found in it under the profile {@code shandong-library}: mostly one finding, of this rule
 */
public record BrokenRecord(
        Rule rule, LocalDate today, DisclosureRecord good, DisclosureRecord broken, List<JudgedFinding> expected) {

    /** Creates an example. */
    public BrokenRecord {
        expected = List.copyOf(expected);
    }

    /**
     * The examples of all rules that a single record can break.
     *
     * @return one for each rule, in the order of the files that they stand in
     */
    public static List<BrokenRecord> all() {
        List<BrokenRecord> all = new ArrayList<>();
        List<ConformanceCase> cases = ConformanceSuite.shipped().ofRecords().cases();
        for (Breach each : Breaches.shipped().all()) {
            if (each.ofOneRecord()) {
                all.add(new BrokenRecord(
                        RuleCatalogue.standard().rule(each.rule()),
                        each.today(),
                        record(each.good()),
                        record(each.broken()),
                        expected(each, cases)));
            }
        }
        return all;
    }

    private static List<JudgedFinding> expected(Breach breach, List<ConformanceCase> cases) {
        return cases.stream()
                .filter(each -> !each.expected().isEmpty() && each.rules().equals(List.of(breach.rule())))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the suite has no case of " + breach.rule()))
                .expected();
    }

    static DisclosureRecord record(JsonNode json) {
        try {
            return CanonicalJson.mapper().treeToValue(json, DisclosureRecord.class);
        } catch (JsonProcessingException unfit) {
            throw new IllegalStateException("an example is no record: " + unfit.getMessage(), unfit);
        }
    }

    /**
     * The place that the rule is broken at.
     *
     * @return JSON Pointer (RFC 6901); empty for the record as a whole
     */
    public String pointer() {
        return expected.stream()
                .filter(each -> rule.code().equals(each.rule()))
                .map(each -> String.valueOf(each.pointer()))
                .findFirst()
                .orElseThrow();
    }

    /** The code of the rule. */
    @Override
    public String toString() {
        return rule.code();
    }
}
