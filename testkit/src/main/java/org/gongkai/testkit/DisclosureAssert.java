package org.gongkai.testkit;

import java.util.List;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.report.FileFates;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.rule.Severity;
import org.opentest4j.AssertionFailedError;

/** Assertions on everything that was read. */
public final class DisclosureAssert {

    private final Disclosure actual;

    private final Accepted accepted = new Accepted();

    DisclosureAssert(Disclosure actual) {
        this.actual = Objects.requireNonNull(actual, "actual");
    }

    /**
     * Lets findings of a rule pass in what is asserted next.
     *
     * @param rule the code of the rule
     * @param because why they pass; for whoever reads the test
     * @return this
     * @throws IllegalArgumentException when there is no such rule, or no reason is given
     */
    public DisclosureAssert accepting(String rule, String because) {
        accepted.add(rule, because);
        return this;
    }

    /**
     * Every file was read, or is attached to what was read: none was refused, passed over or lost.
     *
     * @return this
     */
    public DisclosureAssert everySourceIsRead() {
        FileFates files = actual.report().files();
        long unread = files == null ? 0 : files.rejected() + files.notRead() + files.unaccounted();
        if (unread > 0) {
            List<ReportedFinding> why = accepted.left(actual.findings(), Severity.WARNING).stream()
                    .filter(each -> each.finding().rule().startsWith("source."))
                    .toList();
            throw new AssertionFailedError(
                    Telling.in(new Bilingual("未读取的文件数：" + unread, "files that were not read: " + unread)) + "\n"
                            + Telling.of(why));
        }
        return this;
    }

    /**
     * Everything that the inventory lists is there.
     *
     * @return this
     */
    public DisclosureAssert coversInventory() {
        RunSummary.Coverage coverage = actual.report().summary().coverage();
        if (actual.source().inventory().isEmpty() || coverage.share() == null) {
            throw new AssertionFailedError(
                    coverage.notChecked() == null
                            ? Telling.in(
                                    new Bilingual("@DisclosureSource 未指定清单", "@DisclosureSource names no inventory"))
                            : Telling.in(coverage.notChecked()));
        }
        RunSummary.Share share = coverage.share();
        if (share.good() == 0) {
            String inventory = actual.source().inventory();
            throw new AssertionFailedError(Telling.in(new Bilingual(
                    "清单 " + inventory + " 的 " + share.all() + " 件与读到的记录没有一件相符：请核对是不是这个文件夹的清单",
                    "none of the " + share.all() + " entries of the inventory " + inventory
                            + " fits a record that was read: see whether it is the inventory of this folder")));
        }
        if (share.good() < share.all()) {
            List<ReportedFinding> missing = actual.findings().stream()
                    .filter(each -> each.finding().rule().equals("inventory.entry.missing"))
                    .toList();
            throw new AssertionFailedError(Telling.in(new Bilingual(
                            "清单应有 " + share.all() + " 件，实有 " + share.good() + " 件",
                            "of " + share.all() + " entries of the inventory " + share.good() + " are there"))
                    + "\n" + Telling.of(missing));
        }
        return this;
    }

    /**
     * Nothing of severity error was found, but for what is accepted or held back by the baseline.
     *
     * @return this
     */
    public DisclosureAssert hasNoErrors() {
        return without(Severity.ERROR);
    }

    /**
     * Nothing of severity error or warning was found, but for what is accepted or held back by the baseline.
     *
     * @return this
     */
    public DisclosureAssert hasNoWarnings() {
        return without(Severity.WARNING);
    }

    private DisclosureAssert without(Severity least) {
        List<ReportedFinding> left = accepted.left(actual.findings(), least);
        if (!left.isEmpty()) {
            throw new AssertionFailedError(Telling.in(new Bilingual("问题数：" + left.size(), "findings: " + left.size()))
                    + "\n" + Telling.of(left));
        }
        return this;
    }
}
