package org.gongkai.validation.finding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.VerbatimLedger;
import org.gongkai.validation.rule.Severity;

/**
 * What was found in one record.
 *
 * @param verdict what the record is worth as a whole
 * @param findings the findings, in the order of the record's elements
 * @param elements which elements were required, missing, checked and irregular
 */
public record Judgement(Verdict verdict, List<Finding> findings, Elements elements) {

    /**
     * Creates a judgement.
     *
     * @throws NullPointerException when a component is null
     */
    public Judgement {
        Objects.requireNonNull(verdict, "verdict");
        findings = List.copyOf(findings);
        Objects.requireNonNull(elements, "elements");
    }

    /**
     * What keeps the record from being complete: the findings at error level, without warnings and remarks.
     *
     * @return the findings, in their order; empty when there is none
     */
    public List<Finding> errors() {
        return findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * This judgement, as far as the source could say anything: without what was found about components that it has no place for, since
     * that the source does not tell of a thing is no sign that it was not done.
     *
     * @param notAsked JSON Pointers of the components that no column of the source is for
     * @return the judgement, the same when nothing was found about them
     */
    public Judgement asFarAsAsked(Set<String> notAsked) {
        if (notAsked.isEmpty()) {
            return this;
        }
        List<Finding> told = findings.stream()
                .filter(each -> !notAsked.contains(each.pointer()))
                .toList();
        Elements asked = elements.without(notAsked);
        if (told.size() == findings.size() && asked.equals(elements)) {
            return this;
        }
        boolean errors = told.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        Verdict left = verdict == Verdict.UNREADABLE ? verdict : errors ? Verdict.INCOMPLETE : Verdict.COMPLETE;
        return new Judgement(left, told, asked);
    }

    /**
     * This judgement, which counts for the regularity (格式规范) also the values that the source has and that could not be
     * read.
     *
     * @param ledger the account of the record's fields
     * @return the judgement, the same when every value was read
     */
    public Judgement withUnreadable(List<LedgerEntry> ledger) {
        if (ledger instanceof VerbatimLedger) {
            return this;
        }
        Set<String> unreadable = new TreeSet<>();
        for (LedgerEntry each : ledger) {
            String target = each.target();
            if (each.fate() == FieldFate.UNREADABLE && target != null) {
                unreadable.add(target.split("/", 3)[1]);
            }
        }
        return unreadable.isEmpty() ? this : new Judgement(verdict, findings, elements.withUnreadable(unreadable));
    }
}
