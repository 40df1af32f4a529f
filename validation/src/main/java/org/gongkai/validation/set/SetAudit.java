package org.gongkai.validation.set;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SetSettings;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.RuleSettings;

/**
 * Looks at the records of one run as a set: a title, number or day that nearly all share, amounts that are nearly all one of
 * three, summaries that repeat the title, bodies that are the same. No such record is wrong by itself, and a set of few
 * records shows nothing; yet this is what a conversion looks like that took the wrong column.
 *
 * <pre>{@code
 * SetAudit audit = new SetAudit(profile);
 * records.forEach(each -> audit.see(each, Location.of("list.csv")));
 * List<Finding> findings = audit.end();   // such as record.set.oneDay
 * }</pre>
 *
 * <p>What is looked at stands in {@code varying.csv} of this package, from which share on in the profile
 * ({@link SetSettings}). It keeps 24 bytes a document and nothing of other kinds but counts. Not safe to use from several
 * threads.
 */
public final class SetAudit implements RecordAudit {

    private final RuleSettings settings;
    private final SetSettings limits;
    private final List<ValueCount> counts = new ArrayList<>();

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run, how severely and from which share on, not null
     */
    public SetAudit(Profile profile) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), Objects.requireNonNull(profile, "profile"));
        this.limits = profile.set();
        VaryingFields.shipped().forEach(each -> counts.add(new ValueCount(each)));
    }

    /** {@inheritDoc} All shows at the end. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        RecordKind<?> kind = RecordKind.of(record);
        for (ValueCount each : counts) {
            if (each.line().kind() == kind) {
                each.see((Record) record);
            }
        }
        return List.of();
    }

    /** {@inheritDoc} In the order of the table. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        for (ValueCount each : counts) {
            String rule = each.line().rule();
            Severity severity = settings.severity(rule, null);
            if (severity == null || each.records() < limits.leastRecords()) {
                continue;
            }
            int found = each.found();
            BigDecimal share = limits.share(rule);
            if (BigDecimal.valueOf(found).compareTo(share.multiply(BigDecimal.valueOf(each.records()))) >= 0) {
                findings.add(Finding.beyondRecords(
                        settings.rule(rule), severity, named(each), expected(share, found, each.records()), null));
            }
        }
        return findings;
    }

    private static String named(ValueCount count) {
        String field = count.line().kind().code() + ' ' + count.line().name();
        return count.shown().isEmpty() ? field : field + " = " + count.shown();
    }

    private static String expected(BigDecimal share, int found, int records) {
        return "< " + share.movePointRight(2).stripTrailingZeros().toPlainString() + " %, " + found + " / " + records;
    }

    /** {@inheritDoc} Those that concluded nothing, since there were too few records with the fields that they look at. */
    @Override
    public List<SkippedRule> skipped() {
        Set<String> ran = counts.stream()
                .filter(each -> each.records() >= limits.leastRecords())
                .map(each -> each.line().rule())
                .collect(Collectors.toSet());
        Bilingual why = new Bilingual(
                "有此项的记录不足 " + limits.leastRecords() + " 条",
                "fewer than " + limits.leastRecords() + " records with the field");
        Set<String> rules =
                counts.stream().map(each -> each.line().rule()).collect(Collectors.toCollection(TreeSet::new));
        rules.removeAll(ran);
        return rules.stream().map(each -> new SkippedRule(each, why)).toList();
    }
}
