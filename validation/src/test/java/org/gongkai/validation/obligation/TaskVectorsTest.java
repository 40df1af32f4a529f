package org.gongkai.validation.obligation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.Csv;
import org.gongkai.core.work.ResponsibleBody;
import org.gongkai.core.work.TaskBuilder;
import org.gongkai.core.work.TaskLimit;
import org.gongkai.core.work.TaskState;
import org.gongkai.core.work.TrainingBuilder;
import org.gongkai.core.work.TrainingKind;
import org.gongkai.core.work.TrainingLevel;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.DutyRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tasks, trainings and offices: what a rule says of one, and what the duties of the year say of a body. */
class TaskVectorsTest {

    /** What lacks as a whole is told by a duty of the year. */
    private static final Map<String, String> DUTIES = Map.of(
            "taskList.missing", "task-list",
            "training.district.none", "training-district",
            "training.unit.none", "training-unit");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Agency ELSEWHERE = Agency.parse("外区统计局");

    private static List<Csv.Row> rows(Reader reader) throws IOException {
        return Csv.read(
                reader,
                "vectors.csv",
                List.of("id", "subject", "body", "year", "value", "asked_on", "verdict", "rule"));
    }

    @TestFactory
    Stream<DynamicTest> eachCaseComesOutAsItSays() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(TaskVectorsTest.class.getResourceAsStream("task-vectors.csv")),
                StandardCharsets.UTF_8)) {
            return rows(reader).stream()
                    .map(each ->
                            DynamicTest.dynamicTest(each.text("id") + " " + each.text("value"), () -> judge(each)));
        }
    }

    @Test
    void theSharedCasesComeOutAsTheySay() throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout"), "../shared/facts/tasks-vectors.csv");
        assumeTrue(Files.isReadable(file), () -> "the shared cases are not here: " + file);
        try (Reader reader = Files.newBufferedReader(file)) {
            List<Csv.Row> rows = rows(reader);
            rows.forEach(TaskVectorsTest::judge);
            assertTrue(rows.size() >= 16, "16 cases");
        }
    }

    private static void judge(Csv.Row row) {
        LocalDate today = LocalDate.parse(text(row, "asked_on"));
        String duty = DUTIES.get(String.valueOf(row.text("rule")));
        String said = duty == null ? rules(row, today) : state(row, duty, today);
        String verdict = text(row, "verdict");
        assertTrue(said.startsWith(verdict), row.text("id") + " " + row.text("value") + ": " + said);
    }

    private static String rules(Csv.Row row, LocalDate today) {
        DisclosureValidator validator = DisclosureValidator.of(
                Records.PROFILE, Clock.fixed(today.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
        List<String> found = records(row).stream()
                .flatMap(each -> validator.judge(each).findings().stream())
                .map(Finding::rule)
                .toList();
        String rule = row.text("rule");
        boolean broken = rule == null ? !found.isEmpty() : found.contains(rule);
        return broken
                ? text(row, "verdict").equals("good") ? "broken " + found : text(row, "verdict")
                : "good " + found;
    }

    private static String state(Csv.Row row, String duty, LocalDate today) {
        String body = text(row, "body");
        String kind = body.endsWith("街道") ? "街道" : body.endsWith("政府办公室") ? "区政府办公室" : "部门";
        BodyRegister register;
        try {
            register = BodyRegister.read(new StringReader("name,kind\n" + body + "," + kind + "\n"), "bodies.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int year = Integer.parseInt(text(row, "year"));
        // The day after: on the last day itself there is still time.
        boolean over = today.equals(LocalDate.of(year, 12, 31));
        ObligationAudit audit = new ObligationAudit(
                Obligations.standard(), register, Records.PROFILE, year, over ? today.plusDays(1) : today);
        DisclosureValidator validator = Records.validator();
        List<DisclosureRecord> all = new ArrayList<>(records(row));
        // Registers were given, and others stand in them.
        all.add(DutyRecords.task().body(ELSEWHERE).build());
        all.add(DutyRecords.training().body(ELSEWHERE).build());
        all.forEach(each -> audit.see(each, validator.judge(each)));
        ObligationResult result = audit.report().results().stream()
                .filter(each -> each.obligation().id().equals(duty))
                .findFirst()
                .orElseThrow();
        return switch (result.state()) {
            case MET -> "good";
            case MISSING -> text(row, "verdict").equals("warn") ? "warn" : "bad";
            case NOT_YET_DUE, NOT_CHECKED -> "cannot-say";
            default -> result.state().name();
        };
    }

    private static List<DisclosureRecord> records(Csv.Row row) {
        Agency body = Agency.parse(text(row, "body"));
        String value = text(row, "value");
        int year = Integer.parseInt(text(row, "year"));
        return switch (text(row, "subject")) {
            case "task" -> List.of(task(value).body(body).year(year).build());
            case "training" -> trainings(body, value);
            case "office" ->
                List.of(DutyRecords.office().body(body).year(year).budget(null).build());
            case "taskList" -> List.of();
            default -> throw new AssertionError("nobody knows what it is");
        };
    }

    private static TaskBuilder task(String value) {
        TaskBuilder task = DutyRecords.task();
        for (String each : value.split("; ")) {
            String name = each.substring(0, each.indexOf('='));
            String text = each.substring(each.indexOf('=') + 1);
            switch (name) {
                case "责任单位" -> task.responsible(text.isEmpty() ? List.of() : List.of(lead(text)));
                case "时限" -> task.limit(text.isEmpty() ? null : TaskLimit.parse(text));
                case "state" -> task.state(TaskState.of(TaskState.State.valueOf(text)));
                case "doneOn" -> task.doneOn(LocalDate.parse(text));
                case "evidence" -> task.evidenceUrls(List.of());
                default -> throw new AssertionError(name);
            }
        }
        return task;
    }

    private static ResponsibleBody lead(String text) {
        int end = text.indexOf("牵头");
        return new ResponsibleBody(Agency.parse(end < 0 ? text : text.substring(0, end)), null);
    }

    private static List<DisclosureRecord> trainings(Agency body, String value) {
        Matcher day = DAY.matcher(value);
        if (!day.find()) {
            return List.of();
        }
        TrainingBuilder training = DutyRecords.training().body(body).heldOn(LocalDate.parse(day.group()));
        if (value.startsWith("none")) {
            // That of the district, in which the body took part.
            return List.of(training.body(ELSEWHERE)
                    .level(TrainingLevel.parse("全区"))
                    .type(TrainingKind.parse("专题"))
                    .build());
        }
        if (value.endsWith("topics=")) {
            training.topics(List.of());
        }
        int kind = value.lastIndexOf(' ');
        boolean named = kind > 0 && !value.contains("=");
        return List.of(training.type(named ? TrainingKind.parse(value.substring(kind + 1)) : null)
                .build());
    }

    private static String text(Csv.Row row, String column) {
        @Nullable String text = row.text(column);
        return Objects.requireNonNull(text, column);
    }
}
