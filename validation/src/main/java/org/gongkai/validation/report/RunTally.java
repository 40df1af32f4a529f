package org.gongkai.validation.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Elements;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Adds up one run, record by record, for the figures that every report opens with.
 *
 * <pre>{@code
 * RunTally tally = new RunTally(validator);
 * tally.sourceRead();
 * tally.judged(validator.judge(document));
 * RunSummary summary = tally.result();
 * System.out.println(summary.completeness().percent());
 * }</pre>
 *
 * <p>It keeps counts only, so its size does not grow with the run. Not safe to use from several threads.
 */
public final class RunTally {

    /** Why there is no share of coverage when nobody gave an inventory. */
    public static final Bilingual NO_INVENTORY = new Bilingual("未检查：没有提供清单", "not checked: no inventory was given");

    private final Profile profile;
    private final LocalDate today;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private final Map<String, Map<Severity, Long>> rules = new HashMap<>();
    private final Map<String, Map<Severity, Long>> heldBack = new HashMap<>();
    private final Map<String, SkippedRule> skipped = new TreeMap<>();
    private final Map<RecordKind<?>, Map<String, ElementCounter>> elements = new LinkedHashMap<>();
    private long sources;
    private long records;
    private long rejected;
    private long withheld;
    private RunSummary.@Nullable Share interpretation;
    private RunSummary.Coverage coverage = RunSummary.Coverage.notChecked(NO_INVENTORY);

    /**
     * Begins with nothing counted.
     *
     * @param validator the validator of the run; its profile and day go into the summary. Not null
     */
    public RunTally(DisclosureValidator validator) {
        this.profile = validator.profile();
        this.today = validator.today();
        profile.skipped().forEach(this::skipped);
        // In the order of the record, whatever the first record that comes along has.
        validator.elementNames().forEach((kind, names) -> {
            Map<String, ElementCounter> counters = new LinkedHashMap<>();
            names.forEach(each -> counters.put(each, new ElementCounter()));
            elements.put(kind, counters);
        });
        for (Verdict each : Verdict.values()) {
            verdicts.put(each, 0L);
        }
        for (Severity each : Severity.values()) {
            severities.put(each, 0L);
        }
    }

    /** Counts a source that was opened, whether or not it held records. */
    public void sourceRead() {
        sources++;
    }

    /** Counts a source or record of which no record could be made. */
    public void rejected() {
        rejected++;
    }

    /** Counts a record that was judged and then left out of the package, for it may not be handed over. */
    public void withheld() {
        withheld++;
    }

    /**
     * Counts a record with its verdict, findings and elements.
     *
     * @param kind the kind of the record, not null
     * @param judgement the judgement, not null
     */
    public void judged(RecordKind<?> kind, Judgement judgement) {
        records++;
        verdicts.merge(judgement.verdict(), 1L, Long::sum);
        judgement.findings().forEach(this::finding);
        Elements found = judgement.elements();
        found.required().forEach(each -> counter(kind, each).required++);
        found.missing().forEach(each -> counter(kind, each).missing++);
        found.checked().forEach(each -> counter(kind, each).checked++);
        found.irregular().forEach(each -> counter(kind, each).irregular++);
    }

    /**
     * Counts a finding that no judgement holds: of a source, or across records.
     *
     * @param finding the finding, not null
     */
    public void finding(Finding finding) {
        severities.merge(finding.severity(), 1L, Long::sum);
        count(rules, finding);
    }

    private static void count(Map<String, Map<Severity, Long>> counts, Finding finding) {
        counts.computeIfAbsent(finding.rule(), each -> new EnumMap<>(Severity.class))
                .merge(finding.severity(), 1L, Long::sum);
    }

    /**
     * Takes what an audit of coverage found; without it the coverage was not checked.
     *
     * @param found the figures, not null
     */
    public void coverage(RunSummary.Coverage found) {
        coverage = Objects.requireNonNull(found, "found");
    }

    /**
     * Takes how many of the documents that are to be interpreted are; without it that was not checked.
     *
     * @param share the share, or null
     */
    public void interpretation(RunSummary.@Nullable Share share) {
        interpretation = share;
    }

    /**
     * Counts a finding apart that was counted before: a baseline holds it back. It leaves the counts of findings, not
     * the figures, for the element is missing or irregular all the same.
     *
     * @param finding the finding, not null
     */
    public void heldBack(Finding finding) {
        severities.merge(finding.severity(), -1L, Long::sum);
        Map<Severity, Long> counts = Objects.requireNonNull(rules.get(finding.rule()));
        // One that comes to nothing goes: a rule without a finding is not listed.
        counts.merge(finding.severity(), -1L, (count, less) -> count + less == 0 ? null : count + less);
        count(heldBack, finding);
    }

    /**
     * How often each rule was held back.
     *
     * @return the counts, commonest first
     */
    public List<RunSummary.RuleCount> heldBack() {
        return ruleCounts(heldBack);
    }

    /**
     * Takes note of a rule that does not run, beside those that the profile switches off. The first reason for a rule
     * holds, that of the profile before any other.
     *
     * @param rule the rule and the reason, not null
     */
    public void skipped(SkippedRule rule) {
        skipped.putIfAbsent(rule.rule(), rule);
    }

    /**
     * The summary of what was counted so far; counting may go on.
     *
     * @return the summary
     */
    public RunSummary result() {
        return new RunSummary(
                new RunSummary.ProfileUsed(
                        profile.name(), profile.version(), profile.sha256(), today, profile.holdsOn(today)),
                sources,
                records,
                rejected,
                withheld,
                verdicts,
                severities,
                coverage,
                total(false),
                total(true),
                interpretation,
                elementCounts(),
                ruleCounts(rules),
                List.copyOf(skipped.values()));
    }

    private RunSummary.Share total(boolean ofForm) {
        long good = 0;
        long all = 0;
        for (Map<String, ElementCounter> ofKind : elements.values()) {
            for (ElementCounter each : ofKind.values()) {
                all += ofForm ? each.checked : each.required;
                good += ofForm ? each.checked - each.irregular : each.required - each.missing;
            }
        }
        return new RunSummary.Share(good, all);
    }

    private List<RunSummary.ElementCount> elementCounts() {
        List<RunSummary.ElementCount> counts = new ArrayList<>();
        elements.forEach((kind, ofKind) -> ofKind.forEach((name, each) -> {
            if (each.required > 0 || each.checked > 0) {
                counts.add(new RunSummary.ElementCount(
                        kind.code(),
                        name,
                        new RunSummary.Share(each.required - each.missing, each.required),
                        new RunSummary.Share(each.checked - each.irregular, each.checked)));
            }
        }));
        return counts;
    }

    private static List<RunSummary.RuleCount> ruleCounts(Map<String, Map<Severity, Long>> rules) {
        List<RunSummary.RuleCount> counts = new ArrayList<>();
        rules.forEach((rule, bySeverity) ->
                bySeverity.forEach((severity, count) -> counts.add(new RunSummary.RuleCount(rule, severity, count))));
        counts.sort(Comparator.comparingLong(RunSummary.RuleCount::count)
                .reversed()
                .thenComparing(RunSummary.RuleCount::severity)
                .thenComparing(RunSummary.RuleCount::rule));
        return counts;
    }

    private ElementCounter counter(RecordKind<?> kind, String element) {
        return Objects.requireNonNull(Objects.requireNonNull(elements.get(kind)).get(element), element);
    }

    private static final class ElementCounter {
        private long required;
        private long missing;
        private long checked;
        private long irregular;
    }
}
