package org.gongkai.examples.embed;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.organization.Agency;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Report;

/** Converts a folder of legacy documents into a package, and checks a document that the program has itself. */
public final class Embed {

    private Embed() {}

    /**
     * Runs the example.
     *
     * @param arguments a folder of legacy documents, and where to write the package
     */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemDefaultZone();
        convert(Path.of(arguments[0]), Mapping.none(), Path.of(arguments[1]), clock, System.out);
        check(clock, System.out);
    }

    static Report convert(Path legacy, Mapping mapping, Path target, Clock clock, PrintStream out) {
        Report report = Conversion.of(Profile.named("shandong-library"), clock)
                .reading(LegacyReader.standard().withMapping(mapping))
                .into(target)
                .onFinding(each -> print(each.finding(), out))
                .run(List.of(legacy));
        out.println(report.summary().completeness().percent() + " %");
        return report;
    }

    static Report check(Clock clock, PrintStream out) {
        OfficialDocument document = OfficialDocumentBuilder.builder()
                .title("东岚市临湾区教育局关于做好课后服务工作的通知")
                .issuers(List.of(Agency.parse("东岚市临湾区教育局")))
                .documentNumber(DocumentNumber.parse("临湾教字〔2023〕21号"))
                .writtenOn(LocalDate.of(2023, 8, 15))
                .publishedOn(LocalDate.of(2023, 8, 18))
                .openness(Openness.of(Openness.Mode.PROACTIVE))
                .body(new Body("各中小学：现就做好课后服务工作通知如下。", null))
                .build();
        return Conversion.of(Profile.named("shandong-library"), clock)
                .onFinding(each -> print(each.finding(), out))
                .run(Stream.of(document));
    }

    private static void print(Finding finding, PrintStream out) {
        out.println(finding.severity().code() + " " + finding.text(Locale.ENGLISH));
    }
}
