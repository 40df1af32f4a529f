package org.gongkai.examples.land;

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
import java.util.stream.Stream;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.export.CanonicalJson;
import org.gongkai.ingest.land.LandDefaults;
import org.gongkai.ingest.land.LandTableReader;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.land.ProjectTimeline;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.land.TimelineEntry;
import org.gongkai.validation.profile.Profile;

/**
 * Reads a yearly plan and its three projects, adds the parcels of a surveyor's table to one of them, prints how each
 * stands on a day, checks plan and projects one by one and against each other, and writes a package with public tables.
 *
 * <p>District, villages and figures are made up. On 5 June 2024 the first project has disclosed all that it must, the
 * second has two days left for the results of its survey, and the third is late with its announcement.
 *
 * <p>Usage: {@code java … LandExample FOLDER PACKAGE [DAY]}, where FOLDER holds {@code input} and {@code tables}.
 */
public final class LandExample {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final LandRequisitionPlan plan;
    private final List<LandRequisitionProject> projects;
    private final LocalDate day;
    private final Clock clock;
    private final RequisitionGround ground = RequisitionGround.standard();

    private LandExample(LandRequisitionPlan plan, List<LandRequisitionProject> projects, LocalDate day) {
        this.plan = plan;
        this.projects = List.copyOf(projects);
        this.day = day;
        // What is late depends on the day, so the day is given and never read from the system's clock.
        this.clock = Clock.fixed(day.atStartOfDay(CHINA).toInstant(), CHINA);
    }

    /**
     * Prints and writes.
     *
     * @param arguments the folder of the example, the package to write, and the day, 5 June 2024 when left out
     * @throws IOException when something cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        LocalDate day = LocalDate.parse(arguments.length > 2 ? arguments[2] : "2024-06-05");
        LandExample example = read(Path.of(arguments[0]), day);
        example.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        example.write(Path.of(arguments[1]));
    }

    static LandExample read(Path folder, LocalDate day) throws IOException {
        JsonMapper json = CanonicalJson.mapper();
        DisclosureRecord plan = json.readValue(folder.resolve("input/plan.json").toFile(), DisclosureRecord.class);
        List<DisclosureRecord> records =
                json.readValue(folder.resolve("input/projects.json").toFile(), new TypeReference<>() {});
        TableReading<DisclosureRecord> survey;
        try (Reader csv = Files.newBufferedReader(folder.resolve("tables/parcels.csv"))) {
            survey = LandTableReader.standard().readCsv("parcels.csv", csv, LandDefaults.collectiveLand());
        }
        List<LandRequisitionProject> projects = new ArrayList<>();
        for (DisclosureRecord each : records) {
            LandRequisitionProject project = (LandRequisitionProject) each;
            projects.add("LW2024-02".equals(project.code()) ? surveyed(project, survey) : project);
        }
        return new LandExample((LandRequisitionPlan) plan, projects, day);
    }

    /** The project with the parcels, classes and total of the surveyor's table. */
    private static LandRequisitionProject surveyed(
            LandRequisitionProject project, TableReading<DisclosureRecord> survey) {
        LandRequisitionProject table = (LandRequisitionProject) survey.records().get(0);
        return LandRequisitionProjectBuilder.builder(project)
                .parcels(table.parcels())
                .landClasses(table.landClasses())
                .totalArea(table.totalArea())
                .build();
    }

    void print(PrintStream out) {
        for (LandRequisitionProject each : projects) {
            ProjectTimeline timeline = ProjectTimeline.of(each, day, ground);
            RequisitionStage.Step stage = timeline.stage();
            Area area = each.totalArea();
            out.println(each.name() + "，" + (area == null ? "" : area + " = " + area.to(Area.Unit.MU, 2) + "，")
                    + (stage == null ? "" : stage.label()));
            out.println("  已公开 / disclosed: " + timeline.disclosed().size());
            for (TimelineEntry next : timeline.next()) {
                out.println("  待公开 / due " + next.due() + ": " + next.item().level2());
            }
            for (TimelineEntry late : timeline.late()) {
                out.println("  逾期 / late, was due " + late.due() + ": "
                        + late.item().level2());
            }
        }
        out.println("检查 / findings:");
        for (Finding each : findings()) {
            out.println("  " + each.severity().code() + " " + each.text(Locale.CHINESE));
        }
    }

    /** What is wrong in each record, then what plan and projects say differently. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        conversion().onFinding(each -> findings.add(each.finding())).run(records());
        return findings;
    }

    void write(Path target) {
        conversion().into(target).run(records());
    }

    private Conversion conversion() {
        return Conversion.of(Profile.named("shandong-library"), clock);
    }

    private Stream<DisclosureRecord> records() {
        return Stream.concat(Stream.of(plan), projects.stream());
    }
}
