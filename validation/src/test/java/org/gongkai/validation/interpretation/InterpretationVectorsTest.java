package org.gongkai.validation.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyInterpretationBuilder;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.InterpretationRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Interpretations beside their documents, and what is wrong with them. */
class InterpretationVectorsTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

    private static final DisclosureValidator VALIDATOR = DisclosureValidator.of(
            Records.PROFILE, Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));

    private static List<Csv.Row> rows(Reader reader) throws IOException {
        return Csv.read(reader, "vectors.csv", List.of());
    }

    @TestFactory
    Stream<DynamicTest> anInterpretationBreaksTheRuleThatItsCaseNames() throws IOException {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(InterpretationVectorsTest.class.getResourceAsStream("vectors.csv")),
                StandardCharsets.UTF_8)) {
            return tests(rows(reader)).stream();
        }
    }

    @Test
    void theSharedCasesComeOutAsTheySay() throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout"), "../shared/facts/interpretation-vectors.csv");
        assumeTrue(Files.isReadable(file), () -> "the shared cases are not here: " + file);
        try (Reader reader = Files.newBufferedReader(file)) {
            rows(reader).forEach(InterpretationVectorsTest::judge);
        }
    }

    private static List<DynamicTest> tests(List<Csv.Row> rows) {
        return rows.stream()
                .map(each -> DynamicTest.dynamicTest(each.text("id") + " " + each.text("note"), () -> judge(each)))
                .toList();
    }

    private static void judge(Csv.Row vector) {
        List<DisclosureRecord> records = new ArrayList<>();
        if (!text(vector, "document").isEmpty()) {
            records.add(document(vector));
        }
        // Where there is no interpretation at all, nothing is checked.
        records.add(
                text(vector, "form").isEmpty()
                        ? InterpretationRecords.interpretation().build()
                        : interpretation(vector));
        List<Finding> findings = findings(records);
        String rule = text(vector, "rule");
        boolean broken = !text(vector, "verdict").equals("good");
        if (!rule.isEmpty()) {
            assertEquals(
                    broken,
                    findings.stream().anyMatch(each -> each.rule().equals(rule)),
                    () -> text(vector, "id") + ": " + findings);
        }
        findings.stream()
                .filter(each -> each.rule().equals("interpretation.published.late"))
                .forEach(each -> assertTrue(
                        String.valueOf(each.expected()).contains(text(vector, "latest_by_3_workdays")),
                        each.toString()));
    }

    private static List<Finding> findings(List<DisclosureRecord> records) {
        PolicyAudit audit = new PolicyAudit(Records.PROFILE, TODAY, WorkingCalendar.china());
        List<Finding> findings = new ArrayList<>();
        for (DisclosureRecord each : records) {
            findings.addAll(VALIDATOR.judge(each).findings());
            findings.addAll(audit.see(each, Location.of("a.ndjson").atRow(records.indexOf(each) + 1)));
        }
        findings.addAll(audit.end());
        return findings;
    }

    private static OfficialDocument document(Csv.Row vector) {
        String named = text(vector, "document");
        DocumentNumber number = DocumentNumber.parse(named);
        return Records.document()
                .title("关于" + named + "事项的通知")
                .documentNumber(number.wellFormed() ? number : null)
                .indexNumber(null)
                .fileType(FileType.of(FileType.Type.NORMATIVE))
                .writtenOn(day(vector, "document_published_on"))
                .publishedOn(day(vector, "document_published_on"))
                .validity(Validity.parse(text(vector, "document_validity")))
                .build();
    }

    private static PolicyInterpretation interpretation(Csv.Row vector) {
        String named = text(vector, "document");
        DocumentNumber number = DocumentNumber.parse(named);
        String file = text(vector, "file");
        List<SyncStep> steps = Stream.of(
                        step("同步组织", day(vector, "organised_on")), step("同步审签", day(vector, "signed_on")))
                .filter(each -> each.doneOn() != null)
                .toList();
        return PolicyInterpretationBuilder.builder(
                        InterpretationRecords.interpretation().build())
                .form(InterpretationForm.of(InterpretationForm.Form.valueOf(text(vector, "form"))))
                .interprets(
                        named.isEmpty()
                                ? List.of()
                                : List.of(
                                        number.wellFormed()
                                                ? PolicyReference.of(number)
                                                : new PolicyReference(null, "关于" + named + "事项的通知", null, null, null)))
                .elements(Arrays.stream(text(vector, "elements").split("\\|"))
                        .filter(each -> !each.isEmpty())
                        .map(each -> InterpretationElement.of(InterpretationElement.Element.valueOf(each)))
                        .toList())
                .sync(steps)
                .mediaUrl(file.isEmpty() ? null : "https://www.example.gov.cn/" + file)
                .publishedOn(day(vector, "published_on"))
                .build();
    }

    private static SyncStep step(String name, @Nullable LocalDate day) {
        return new SyncStep(name, day);
    }

    private static String text(Csv.Row row, String column) {
        return Objects.requireNonNullElse(row.text(column), "");
    }

    private static @Nullable LocalDate day(Csv.Row row, String column) {
        String text = text(row, column);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
