package org.gongkai.cli.run;

import java.io.PrintStream;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportedFinding;

/** Prints each finding on a line of its own. */
public record FindingPrinter(PrintStream out, Messages messages) {

    /** Prints a finding of a run, unless the baseline holds it back. */
    void print(ReportedFinding reported) {
        if (reported.heldBack() == null) {
            print(reported.finding());
        }
    }

    public void print(Finding finding) {
        out.println(place(finding)
                + finding.severity().shown().in(messages.locale())
                + ": "
                + finding.text(messages.locale())
                + " ["
                + finding.rule()
                + "]");
    }

    /** Where a finding stands, with a colon behind it; empty when nobody knows. */
    public static String place(Finding finding) {
        return finding.location() == null
                ? ""
                : Terminal.shown(finding.location().toString()) + ": ";
    }
}
