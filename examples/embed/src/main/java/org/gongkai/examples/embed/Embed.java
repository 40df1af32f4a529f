package org.gongkai.examples.embed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.organization.Agency;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageReceipt;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.ReportedFinding;
import org.gongkai.validation.rule.RuleCatalogue;

/** Builds a document, validates it, prints the findings and writes a package. */
public final class Embed {

    private Embed() {}

    /**
     * Runs the example.
     *
     * @param arguments where to write the package
     * @throws IOException when it cannot be written there
     */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), Clock.systemDefaultZone(), System.out);
    }

    static PackageReceipt run(Path target, Clock clock, PrintStream out) throws IOException {
        OfficialDocument document = OfficialDocumentBuilder.builder()
                .title("东岚市临湾区教育局关于做好课后服务工作的通知")
                .issuers(List.of(Agency.parse("东岚市临湾区教育局")))
                .documentNumber(DocumentNumber.parse("临湾教字〔2023〕21号"))
                .writtenOn(LocalDate.of(2023, 8, 15))
                .publishedOn(LocalDate.of(2023, 8, 18))
                .openness(Openness.of(Openness.Mode.PROACTIVE))
                .body(new Body("各中小学：现就做好课后服务工作通知如下。", null))
                .build();

        DisclosureValidator validator = DisclosureValidator.of(Profile.named("shandong-library"), clock);
        Judgement judgement = validator.judge(document);
        ReportCollector report =
                new ReportCollector(validator, "my program 1.0", OffsetDateTime.now(clock), 1_000, null);

        try (LibraryPackage library = LibraryPackage.create(target, PackageOptions.of(clock, "1.0"))) {
            library.add(document);
            for (ReportedFinding each : report.record(document, judgement, List.of(), false)) {
                Finding finding = each.finding();
                out.println(finding.severity().code() + " "
                        + RuleCatalogue.standard().text(finding, Locale.ENGLISH));
                library.finding(each);
            }
            return library.finish(report.result());
        }
    }
}
