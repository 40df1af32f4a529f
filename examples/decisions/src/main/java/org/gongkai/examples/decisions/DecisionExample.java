package org.gongkai.examples.decisions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.export.CanonicalJson;
import org.gongkai.ingest.decision.DecisionTableReader;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;

/**
 * Reads a catalogue of six matters, the feedback on two of them and the documents by which two were decided, checks all
 * of it one by one and against each other, and writes a package with a public page.
 *
 * <p>District, matters and figures are made up. On 15 October 2024 the first matter has everything, the second answered
 * its opinions late, nobody answered the third, the fifth is past its planned time, and one was dropped from the catalogue.
 *
 * <p>Usage: {@code java … DecisionExample FOLDER PACKAGE [DAY]}, where FOLDER holds {@code input} and {@code tables}.
 */
public final class DecisionExample {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final DecisionCatalogue catalogue;
    private final List<PublicConsultation> consultations;
    private final List<DisclosureRecord> records;
    private final Clock clock;

    private DecisionExample(
            DecisionCatalogue catalogue,
            List<PublicConsultation> consultations,
            List<DisclosureRecord> others,
            LocalDate day) {
        this.catalogue = catalogue;
        this.consultations = List.copyOf(consultations);
        this.records = new ArrayList<>();
        records.add(catalogue);
        records.addAll(consultations);
        records.addAll(others);
        // What is late depends on the day, so the day is given and never read from the system's clock.
        this.clock = Clock.fixed(day.atStartOfDay(CHINA).toInstant(), CHINA);
    }

    /**
     * Prints and writes.
     *
     * @param arguments the folder of the example, the package to write, and the day, 15 October 2024 when left out
     * @throws IOException when something cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        LocalDate day = LocalDate.parse(arguments.length > 2 ? arguments[2] : "2024-10-15");
        DecisionExample example = read(Path.of(arguments[0]), day);
        example.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        example.write(Path.of(arguments[1]));
    }

    static DecisionExample read(Path folder, LocalDate day) throws IOException {
        JsonMapper json = CanonicalJson.mapper();
        DecisionCatalogue catalogue =
                json.readValue(folder.resolve("input/catalogue.json").toFile(), DecisionCatalogue.class);
        List<DisclosureRecord> others =
                json.readValue(folder.resolve("input/records.json").toFile(), new TypeReference<>() {});
        List<PublicConsultation> consultations = List.of(
                feedback(
                        folder.resolve("tables/feedback-parking.csv"),
                        Map.of(
                                "body", "区住房和城乡建设局",
                                "matter.sequence", "1",
                                "matter.name", "临湾区公共停车场建设方案",
                                "ways", "公开征求意见、座谈会",
                                "channels", "政府网站、政务新媒体",
                                "openFrom", "2024-04-01",
                                "openUntil", "2024-04-30",
                                "feedbackPublishedOn", "2024-07-02")),
                feedback(
                        folder.resolve("tables/feedback-elderly.csv"),
                        Map.of(
                                "body", "区民政局",
                                "matter.sequence", "3",
                                "matter.name", "临湾区养老服务设施专项规划",
                                "ways", "公开征求意见",
                                "channels", "政府网站",
                                "openFrom", "2024-09-02",
                                "openUntil", "2024-10-08",
                                "feedbackPublishedOn", "2024-10-10")));
        return new DecisionExample(catalogue, consultations, others, day);
    }

    /** The feedback of a table; what the notice around the table says is given beside it. */
    private static PublicConsultation feedback(Path table, Map<String, String> notice) throws IOException {
        DecisionTableReader reader = DecisionTableReader.standard();
        try (Reader csv = Files.newBufferedReader(table)) {
            return (PublicConsultation) reader.readCsv(table.getFileName().toString(), csv, reader.defaults(notice))
                    .records()
                    .get(0);
        }
    }

    void print(PrintStream out) {
        for (DecisionMatter each : catalogue.matters()) {
            out.println(each.sequence() + " " + each.name() + "，" + each.plannedTime() + "，" + each.stage());
        }
        for (PublicConsultation each : consultations) {
            out.println("意见 / opinions: " + each.subject() + " " + each.received());
        }
        out.println("检查 / findings:");
        for (Finding each : findings()) {
            out.println("  " + each.severity().code() + " " + each.text(Locale.CHINESE));
        }
    }

    /** What is wrong in each record, then what shows only between them. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        conversion().onFinding(each -> findings.add(each.finding())).run(records.stream());
        return findings;
    }

    void write(Path target) {
        conversion().into(target).run(records.stream());
    }

    private Conversion conversion() {
        return Conversion.of(Profile.named("shandong-library"), clock);
    }
}
