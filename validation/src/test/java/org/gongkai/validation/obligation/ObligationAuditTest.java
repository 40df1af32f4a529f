package org.gongkai.validation.obligation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.register.YearlyForm;
import org.gongkai.core.work.TrainingKind;
import org.gongkai.core.work.TrainingLevel;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.DutyRecords;
import org.gongkai.validation.Records;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.RunSummary;
import org.junit.jupiter.api.Test;

/** Bodies by obligations of one year. */
class ObligationAuditTest {

    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final DisclosureValidator VALIDATOR = Records.validator();

    private static BodyRegister register(String lines) {
        try {
            return BodyRegister.read(new StringReader("单位名称,单位类型,别名\n" + lines), "bodies.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final BodyRegister BODIES =
            register("东岭区人民政府办公室,区政府办公室,\n东岭区教育和体育局,部门,区教体局\n东岭区民政局,部门,\n石湾街道办事处,街道,石湾街道\n");

    private static ObligationReport report(LocalDate today, List<? extends DisclosureRecord> records) {
        return report(Obligations.standard(), today, records);
    }

    private static ObligationReport report(
            Obligations obligations, LocalDate today, List<? extends DisclosureRecord> records) {
        ObligationAudit audit = new ObligationAudit(obligations, BODIES, VALIDATOR.profile(), 2023, today);
        records.forEach(each -> audit.see(each, VALIDATOR.judge(each)));
        return audit.report();
    }

    private static ObligationResult at(ObligationReport report, String body, String obligation) {
        return report.results().stream()
                .filter(each -> each.body().name().equals(body)
                        && each.obligation().id().equals(obligation))
                .findFirst()
                .orElseThrow();
    }

    private static DisclosureRecord training(String body, LocalDate day, TrainingKind.Kind kind, TrainingLevel level) {
        return DutyRecords.training()
                .body(Agency.parse(body))
                .heldOn(day)
                .type(TrainingKind.of(kind))
                .level(level)
                .build();
    }

    private static final DisclosureRecord DISTRICT =
            training("东岭区人民政府办公室", LocalDate.of(2023, 4, 20), TrainingKind.Kind.SPECIAL, TrainingLevel.parse("全区"));

    @Test
    void aTrainingOfTheDistrictIsNoneOfTheUnits() {
        ObligationReport report = report(END.plusDays(1), List.of(DISTRICT));
        assertEquals(
                ObligationState.MET,
                at(report, "东岭区人民政府办公室", "training-district").state());
        assertEquals(
                ObligationState.MISSING,
                at(report, "东岭区教育和体育局", "training-unit").state());
        assertEquals(
                ObligationState.NOT_APPLICABLE,
                at(report, "东岭区民政局", "training-district").state());
    }

    @Test
    void aTrainingOfTheUnitItselfMeetsIt() {
        DisclosureRecord own = training("区教体局", LocalDate.of(2023, 11, 3), TrainingKind.Kind.SERVICE, null);
        ObligationReport report = report(END.plusDays(1), List.of(DISTRICT, own));
        assertEquals(
                ObligationState.MET, at(report, "东岭区教育和体育局", "training-unit").state());
        assertEquals(1, report.ways().get(BodyRegister.Way.OTHER_NAME));
    }

    @Test
    void whileTheYearIsNotOverNothingIsMissing() {
        ObligationReport report = report(LocalDate.of(2023, 6, 30), List.of(DISTRICT));
        ObligationResult unit = at(report, "东岭区教育和体育局", "training-unit");
        assertEquals(ObligationState.NOT_YET_DUE, unit.state());
        assertEquals("there is time until 2023-12-31", unit.reason().en());
        assertEquals(0, report.count(ObligationState.MISSING));
    }

    @Test
    void withoutAnyRecordOfAKindNothingIsSaidOfIt() {
        ObligationReport report = report(END.plusDays(1), List.of(DISTRICT));
        assertEquals(
                ObligationState.NOT_CHECKED, at(report, "石湾街道办事处", "task-list").state());
    }

    @Test
    void aTrainingOfAnotherYearDoesNotCount() {
        DisclosureRecord before = training("石湾街道", LocalDate.of(2022, 5, 6), TrainingKind.Kind.SERVICE, null);
        assertEquals(
                ObligationState.MISSING,
                at(report(END.plusDays(1), List.of(before)), "石湾街道办事处", "training-unit")
                        .state());
    }

    @Test
    void anAccountThatIsStaleIsNotInOrderAndABodyWithoutOneIsAskedNothing() {
        DisclosureRecord stale = DutyRecords.account()
                .owner(Agency.parse("东岭区民政局"))
                .lastPostOn(LocalDate.of(2023, 10, 1))
                .checkedOn(END)
                .build();
        ObligationReport report = report(END.plusDays(1), List.of(stale));
        ObligationResult account = at(report, "东岭区民政局", "account-updated");
        assertEquals(ObligationState.LATE, account.state());
        assertEquals("newMedia.stale", account.findings().get(0).rule());
        assertFalse(
                account.reason().en().contains("newMedia."), account.reason().en());
        assertNull(account.daysLate());
        assertEquals(
                ObligationState.NOT_APPLICABLE,
                at(report, "石湾街道办事处", "account-updated").state());
    }

    /** A rule that the profile leaves out decides nothing. */
    @Test
    void whatTheProfileDoesNotAskIsNotChecked() {
        Profile national = Profile.named("national");
        ObligationAudit audit = new ObligationAudit(Obligations.standard(), BODIES, national, 2023, END.plusDays(1));
        DisclosureRecord account = DutyRecords.account().filedOn(null).build();
        audit.see(account, DisclosureValidator.of(national, Records.CLOCK).judge(account));
        assertEquals(
                ObligationState.NOT_CHECKED,
                at(audit.report(), "东岭区民政局", "account-filed").state());
    }

    @Test
    void anObligationIsAddedByALineOfData() throws IOException {
        Obligations more = Obligations.standard().with(Obligations.read(new StringReader("""
                id,zh,en,who,record,where,times,due,source,evidence
                two-trainings,每年两次业务培训,two trainings on the work,部门,training,type=业务,2,11-30,this test,derived
                """), "more.csv"));
        List<DisclosureRecord> two = List.of(
                training("东岭区民政局", LocalDate.of(2023, 3, 1), TrainingKind.Kind.SERVICE, null),
                training("东岭区民政局", LocalDate.of(2023, 12, 1), TrainingKind.Kind.SERVICE, null));
        ObligationReport report = report(more, END.plusDays(1), two);
        ObligationResult late = at(report, "东岭区民政局", "two-trainings");
        assertEquals(ObligationState.LATE, late.state());
        assertEquals(
                "due on 2023-11-30, done on 2023-12-01, 1 day late",
                late.reason().en());
        assertEquals(1, late.daysLate());
        assertEquals(
                ObligationState.MISSING,
                at(report, "东岭区教育和体育局", "two-trainings").state());
    }

    @Test
    void aLineThatIsWrongIsRefusedWithItsPlace() {
        IOException wrong = assertThrows(IOException.class, () -> Obligations.read(new StringReader("""
                id,zh,en,who,record,where,source,evidence
                a,甲,a,*,training,colour=red,x,derived
                """), "mine.csv"));
        assertTrue(wrong.getMessage().startsWith("mine.csv:2: column where holds \"colour=red\""), wrong.getMessage());
    }

    @Test
    void aBodyThatTheRegisterLacksIsTold() {
        DisclosureRecord other = training("西岭区民政局", LocalDate.of(2023, 5, 6), TrainingKind.Kind.SERVICE, null);
        assertEquals(1, report(END, List.of(other)).unmatched().get("西岭区民政局"));
    }

    @Test
    void theEndOfANameMatchesWhereOneBodyAloneHasIt() {
        assertEquals(
                BodyRegister.Way.END_OF_NAME,
                BODIES.match("海州市东岭区民政局", List.of()).way());
        assertNull(register("东岭区民政局,部门,\n西岭区民政局,部门,\n").match("区民政局", List.of()));
    }

    private static String refused(String register) {
        return assertThrows(IOException.class, () -> BodyRegister.read(new StringReader(register), "bodies.csv"))
                .getMessage();
    }

    @Test
    void aRegisterWithADoubledCodeOrTwoHeadsForOneColumnIsRefused() {
        assertEquals(
                "bodies.csv:3: column code holds \"113702120000000001\"; expected a code that no line before has",
                refused("单位名称,单位类型,代码\n甲局,部门,113702120000000001\n乙局,部门,11370212 0000000001\n"));
        assertEquals(
                "bodies.csv:2: two columns hold the name of a body; expected one", refused("单位名称,名称,单位类型\n甲局,乙局,部门\n"));
        assertEquals(
                "bodies.csv:2: column until holds \"2019\"; expected a year that is not before 2020",
                refused("单位名称,单位类型,起始年份,终止年份\n甲局,部门,2020,2019\n"));
    }

    @Test
    void aColumnOfObligationsThatNobodyKnowsIsRefused() {
        IOException wrong = assertThrows(IOException.class, () -> Obligations.read(new StringReader("""
                id,zh,en,who,record,source,evidence,colour
                a,甲,a,*,training,x,derived,red
                """), "mine.csv"));
        assertTrue(wrong.getMessage().startsWith("mine.csv:2: column colour is not known"), wrong.getMessage());
    }

    /** A site form is an entry of a list of the site: that of another year, however late, is none of this year. */
    @Test
    void anEntryOfAListIsHeldByItsOwnYear() {
        DisclosureRecord site = DutyRecords.site()
                .owner(Agency.parse("东岭区民政局"))
                .yearlyForms(List.of(
                        new YearlyForm(2022, LocalDate.of(2023, 5, 1), null),
                        new YearlyForm(2023, LocalDate.of(2024, 2, 2), null)))
                .build();
        ObligationReport report = report(LocalDate.of(2024, 3, 1), List.of(site));
        ObligationResult form = at(report, "东岭区民政局", "site-form");
        assertEquals(ObligationState.LATE, form.state());
        assertEquals(2, form.daysLate());
        assertEquals(
                ObligationState.NOT_CHECKED, at(report, "石湾街道办事处", "site-form").state());
    }

    @Test
    void aSiteOfWhichNobodyKnowsWhenItWasUpdatedIsNotCalledUpToDate() {
        DisclosureRecord site = DutyRecords.site()
                .owner(Agency.parse("东岭区民政局"))
                .homeUpdatedOn(null)
                .build();
        ObligationResult updated = at(report(END, List.of(site)), "东岭区民政局", "site-updated");
        assertEquals(ObligationState.NOT_CHECKED, updated.state());
        assertEquals("1 record lacks what would show it", updated.reason().en());
    }

    @Test
    void aTaskWithoutALimitIsTold() {
        DisclosureRecord task = DutyRecords.task()
                .body(Agency.parse("东岭区民政局"))
                .year(2023)
                .limit(null)
                .build();
        ObligationReport report = report(END.plusDays(1), List.of(task));
        assertEquals(ObligationState.LATE, at(report, "东岭区民政局", "task-limits").state());
        assertEquals(ObligationState.MET, at(report, "东岭区民政局", "task-list").state());
    }

    @Test
    void howARecordNamesItsBodyIsTold() {
        BodyRegister register = register("东岭区教育和体育局,部门,区教体局\n");
        ObligationAudit audit = new ObligationAudit(Obligations.standard(), register, VALIDATOR.profile(), 2023, END);
        for (String each : List.of("东岭区教育和体育局", "区教体局", "海州市东岭区教育和体育局", "区教体局")) {
            DisclosureRecord record = training(each, LocalDate.of(2023, 5, 6), TrainingKind.Kind.SERVICE, null);
            audit.see(record, VALIDATOR.judge(record));
        }
        assertEquals(
                List.of("东岭区教育和体育局 NAME 1", "区教体局 OTHER_NAME 2", "海州市东岭区教育和体育局 END_OF_NAME 1"),
                audit.report().namings().stream()
                        .sorted(Comparator.comparing(BodyNaming::way))
                        .map(each -> each.written() + " " + each.way() + " " + each.records())
                        .toList());
    }

    @Test
    void theThreeFiguresOfABodyCountItsRecordsAndItsDuties() {
        DisclosureRecord task = DutyRecords.task()
                .body(Agency.parse("东岭区民政局"))
                .year(2023)
                .responsible(List.of())
                .build();
        ObligationReport report = report(END.plusDays(1), List.of(task, DISTRICT));
        BodyFigures figures = report.figures().get(2);
        assertEquals("东岭区民政局", figures.body().name());
        // The list of tasks is there, the training is not.
        assertEquals(new RunSummary.Share(1, 2), figures.figures().coverage());
        assertEquals(
                1,
                figures.figures().completeness().all()
                        - figures.figures().completeness().good());
        assertEquals(1, figures.rules().get("task.responsible.missing"));
        assertEquals(2, report.records());
    }
}
