package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.Site;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.annual.AnnualReports;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.GroupCount;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.request.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for records of every kind alike, whatever rules a kind has of its own. */
class EveryKindTest {

    private static final String IDENTITY = "11010519491231002X";

    private final DisclosureValidator validator = Records.validator();

    /** A good record of each kind. */
    static List<DisclosureRecord> records() {
        List<DisclosureRecord> records = List.of(
                Records.document().build(),
                Records.standard().build(),
                LandRecords.plan().build(),
                LandRecords.project().build(),
                LandRecords.blockPrice().build(),
                DecisionRecords.catalogue().build(),
                DecisionRecords.consultation().build(),
                DecisionRecords.evaluation().build(),
                AnnualReports.report("D2024").build(),
                Requests.request().build(),
                InterpretationRecords.interpretation().build(),
                InterpretationRecords.answer().build(),
                InterpretationRecords.press().build(),
                InterpretationRecords.policies().build(),
                DutyRecords.item().build(),
                DutyRecords.directory().build(),
                DutyRecords.unit().build(),
                DutyRecords.site().build(),
                DutyRecords.account().build(),
                DutyRecords.report().build(),
                DutyRecords.corner().build(),
                DutyRecords.task().build(),
                DutyRecords.training().build(),
                DutyRecords.office().build());
        assertEquals(RecordKind.all(), records.stream().map(RecordKind::of).toList(), "one record of each kind");
        return records;
    }

    private static <R extends DisclosureRecord> DisclosureRecord with(
            RecordKind<R> kind, DisclosureRecord record, Map<String, Object> other) {
        Map<String, Object> values = new HashMap<>();
        for (RecordField each : kind.fields()) {
            Object value = each.read((Record) record);
            if (value != null) {
                values.put(each.path(), value);
            }
        }
        return kind.assemble(values, other);
    }

    private static boolean halved(DisclosureRecord record) {
        return RecordKind.of(record).personalData() == RecordKind.PersonalData.HALVED;
    }

    @ParameterizedTest
    @MethodSource("records")
    void anUnknownPropertyThatHoldsANumberOfAPersonIsOneMaskedFinding(DisclosureRecord good) {
        DisclosureRecord record = with(RecordKind.of(good), good, Map.of("经办人证件", IDENTITY));
        List<Finding> found = at(record, "/经办人证件");
        assertEquals(1, found.size(), found.toString());
        // Of a kind whose other half names persons, the value is not even kept.
        Set<String> rules =
                halved(good) ? Set.of("property.unknown") : Set.of("personalData.identityNumber", "privateNumber");
        assertTrue(rules.stream().anyMatch(found.get(0).rule()::endsWith));
        assertFalse(String.valueOf(found.get(0).value()).contains(IDENTITY));
    }

    @ParameterizedTest
    @MethodSource("records")
    void anUnknownPropertyIsReportedByTheRuleOfItsKind(DisclosureRecord good) {
        RecordKind<?> kind = RecordKind.of(good);
        List<Finding> found = at(with(kind, good, Map.of("颜色", "红")), "/颜色");
        assertEquals(
                List.of(kind.rules() + "property.unknown"),
                found.stream().map(Finding::rule).toList());
        assertEquals(halved(good) ? "***" : "红", found.get(0).value());
    }

    /** 户主姓名 asks for a name: whatever stands there is shown nowhere. */
    @ParameterizedTest
    @MethodSource("records")
    void aNameUnderAnUnknownPropertyForNamesIsMasked(DisclosureRecord good) {
        for (Finding each : validator
                .judge(with(RecordKind.of(good), good, Map.of("户主姓名", "张小明")))
                .findings()) {
            assertFalse(String.valueOf(each.value()).contains("张小明"), each.toString());
        }
        assertEquals(
                1,
                at(with(RecordKind.of(good), good, Map.of("户主姓名", "张小明")), "/户主姓名")
                        .size());
    }

    @Test
    void aStandardWhoseNoteHoldsANameAndAnIdentityNumberIsReported() {
        DisclosureRecord line =
                Records.standard().note("户主：张小明，身份证号" + IDENTITY).build();
        assertEquals(
                List.of("record.personalData.identityNumber", "record.personalData.personName"),
                at(line, "/note").stream().map(Finding::rule).sorted().toList());
    }

    /** Every text of a document is looked at, not those that somebody thought of. */
    @Test
    void aNumberOfAPersonIsFoundInAnyTextOfADocument() {
        DisclosureRecord document = Records.document()
                .audience("面向" + IDENTITY)
                .genre(IDENTITY)
                .site(new Site("某站" + IDENTITY, null, null, null, null, null, null))
                .consultation(new Consultation("办公室 " + IDENTITY, "0532-88990000"))
                .build();
        assertEquals(
                List.of("/audience", "/consultation/department", "/genre", "/site/name"),
                validator.judge(document).findings().stream()
                        .filter(each -> each.rule().equals("document.personalData.identityNumber"))
                        .map(Finding::pointer)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void aReportKnowsTheAgencyAndTheYearOfTheRecordAndTheRulesThatRan(DisclosureRecord good) {
        Report report = report(List.of(good));
        assertEquals(1, report.agencies().size());
        assertEquals(String.valueOf(good.agency()), report.agencies().get(0).name());
        GroupCount year = report.years().get(0);
        assertEquals(String.valueOf(good.year()), year.name());
        String rules = RecordKind.of(good).rules();
        for (SkippedRule each : report.summary().notRun()) {
            assertFalse(
                    each.rule().startsWith(rules) && each.because().en().startsWith("no record of this kind"),
                    each.toString());
        }
    }

    @Test
    void elementsOfOneNameInTwoKindsAreTwoElements() {
        Report report = report(List.of(
                Records.document().body(null).build(),
                DecisionRecords.catalogue().build()));
        List<RunSummary.ElementCount> bodies = report.summary().elements().stream()
                .filter(each -> each.element().equals("body"))
                .toList();
        assertEquals(
                List.of("document", "decision-catalogue"),
                bodies.stream().map(RunSummary.ElementCount::kind).toList());
        assertEquals(0, bodies.get(0).present().good());
        assertEquals(1, bodies.get(1).present().good());
    }

    private Report report(List<DisclosureRecord> records) {
        ReportCollector collector =
                new ReportCollector(validator, "test 1", OffsetDateTime.now(Clock.systemUTC()), 100, null);
        records.forEach(each -> collector.record(each, validator.judge(each), new ArrayList<>(), false));
        return collector.result();
    }

    private List<Finding> at(DisclosureRecord record, String pointer) {
        return validator.judge(record).findings().stream()
                .filter(each -> each.pointer().equals(pointer))
                .toList();
    }
}
