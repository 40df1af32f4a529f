package org.gongkai.cli.run;

import java.io.PrintStream;
import java.util.List;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.RuleCatalogue;

/** Prints each finding on a line of its own. */
public record FindingPrinter(PrintStream out, Messages messages) implements Run.Sink {

    @Override
    public void record(Mapped mapped, List<ReportedFinding> findings) {
        findings.forEach(this::finding);
    }

    @Override
    public void duplicate(Mapped mapped, List<ReportedFinding> findings) {
        findings.forEach(this::finding);
    }

    @Override
    public List<SourceProblem> problems() {
        return List.of();
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        // The summary counts the fields.
    }

    @Override
    public boolean namesWithheld() {
        // Whoever can read the file may read what is wrong with it.
        return true;
    }

    @Override
    public void finding(ReportedFinding reported) {
        if (reported.heldBack() == null) {
            print(reported.finding());
        }
    }

    public void print(Finding finding) {
        out.println(place(finding)
                + messages.text("severity." + finding.severity().code())
                + ": "
                + RuleCatalogue.standard().text(finding, messages.locale())
                + " ["
                + finding.rule()
                + "]");
    }

    @Override
    public void reject(RawForm raw) {
        // The finding names it, and it stays where it is.
    }

    /** Where a finding stands, with a colon behind it; empty when nobody knows. */
    public static String place(Finding finding) {
        return finding.location() == null
                ? ""
                : LegacyText.oneLine(finding.location().toString()) + ": ";
    }
}
