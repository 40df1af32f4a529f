package org.gongkai.testkit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What a failure says, in the language of the JVM. Numbers of persons are masked, since reports of tests travel. */
final class Telling {

    private Telling() {}

    static String in(Bilingual text) {
        return text.in(Locale.getDefault());
    }

    /** What is wrong with the test itself. */
    static ExtensionConfigurationException misuse(Bilingual text) {
        return new ExtensionConfigurationException(in(text));
    }

    static String of(List<ReportedFinding> findings) {
        return findings.stream().map(Telling::of).collect(Collectors.joining("\n"));
    }

    private static String of(ReportedFinding reported) {
        Locale language = Locale.getDefault();
        Finding finding = reported.withoutNumbers().finding();
        Rule rule = RuleCatalogue.standard().rule(finding.rule());
        return finding.rule() + " [" + finding.severity().shown().in(language) + "] " + finding.pointer()
                + (finding.location() == null ? "" : "  " + finding.location())
                + "\n    " + rule.text(finding, language)
                + "\n    " + rule.mending(finding, language);
    }
}
