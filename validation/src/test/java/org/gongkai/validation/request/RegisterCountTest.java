package org.gongkai.validation.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisputeKind;
import org.gongkai.core.request.DisputeResult;
import org.gongkai.core.request.RequestDispute;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Records;
import org.gongkai.validation.annual.AnnualReportAudit;
import org.gongkai.validation.annual.AnnualReports;
import org.gongkai.validation.finding.Finding;
import org.junit.jupiter.api.Test;

class RegisterCountTest {

    private static final RequestGround GROUND = RequestGround.standard();

    private static DisclosureRequest made(Outcome outcome, LocalDate received, LocalDate replied) {
        return Requests.ended(outcome)
                .submittedOn(received)
                .receivedOn(received)
                .repliedOn(replied)
                .build();
    }

    private static List<Integer> row(List<ReportRow> rows, String code) {
        return rows.stream()
                .filter(each -> code.equals(each.code()))
                .flatMap(each -> each.cells().stream())
                .map(each -> Integer.valueOf(each.text()))
                .toList();
    }

    private static RegisterCount count(DisclosureRequest... register) {
        return RegisterCount.of(List.of(register), 2024, GROUND);
    }

    @Test
    void aCaseIsNewWhenReceivedAndAResultWhenItEnds() {
        RegisterCount count = count(
                made(Outcome.GRANTED, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 20)),
                made(Outcome.NOT_EXISTING, LocalDate.of(2023, 12, 20), LocalDate.of(2024, 1, 5)),
                made(Outcome.PENDING, LocalDate.of(2024, 12, 20), null),
                made(Outcome.GRANTED, LocalDate.of(2024, 12, 25), LocalDate.of(2025, 1, 5)),
                made(Outcome.GRANTED, LocalDate.of(2023, 3, 1), LocalDate.of(2023, 3, 20)),
                made(Outcome.PENDING, LocalDate.of(2025, 1, 20), null));
        assertEquals(List.of(3, 0, 0, 0, 0, 0, 3), row(count.requests(), "一"));
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 1), row(count.requests(), "二"));
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 1), row(count.requests(), "三(一)"));
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 1), row(count.requests(), "三(四)1"));
        assertEquals(List.of(2, 0, 0, 0, 0, 0, 2), row(count.requests(), "三(七)"));
        assertEquals(List.of(2, 0, 0, 0, 0, 0, 2), row(count.requests(), "四"));
        assertEquals(List.of(), count.uncounted());
    }

    @Test
    void whatCannotBeCountedIsNamedWithTheFieldThatLacks() {
        DisclosureRequest good = made(Outcome.GRANTED, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 20));
        RegisterCount count = RegisterCount.of(
                List.of(
                        Requests.request()
                                .applicantType(ApplicantType.parse("外星人"))
                                .build(),
                        Requests.request().outcome(RequestOutcome.parse("?")).build(),
                        Requests.request().repliedOn(null).build(),
                        Requests.request().receivedOn(null).submittedOn(null).build(),
                        good),
                2024,
                GROUND);
        assertEquals(
                List.of("applicantType", "outcome", "repliedOn", "receivedOn"),
                count.uncounted().stream().map(RegisterCount.Uncounted::field).toList());
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 1), row(count.requests(), "一"));
    }

    @Test
    void aCorrectionOfOnesOwnRecordIsNoApplicationForInformation() {
        RegisterCount count =
                count(made(Outcome.CORRECTED_RECORD, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 20)));
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0), row(count.requests(), "一"));
    }

    @Test
    void disputesAndFeesAreThoseOfTheYear() {
        DisputeKind suit = DisputeKind.of(DisputeKind.Kind.DIRECT_SUIT);
        RegisterCount count = count(Requests.request()
                .disputes(List.of(
                        new RequestDispute(
                                suit, DisputeResult.of(DisputeResult.Result.UPHELD), LocalDate.of(2024, 9, 1)),
                        new RequestDispute(
                                suit, DisputeResult.of(DisputeResult.Result.UPHELD), LocalDate.of(2025, 2, 1)),
                        new RequestDispute(
                                suit, DisputeResult.of(DisputeResult.Result.CORRECTED), LocalDate.of(2023, 9, 1))))
                .fee(new RequestFee(
                        null, 68, BigDecimal.valueOf(380), LocalDate.of(2024, 5, 7), LocalDate.of(2025, 1, 2)))
                .build());
        assertEquals(List.of(1, 0, 0, 1, 2), row(count.disputes(), "未经复议直接起诉"));
        assertEquals(1, count.fees().notices());
        assertEquals(BigDecimal.valueOf(380), count.fees().noticed());
        assertEquals(BigDecimal.ZERO, count.fees().collected());
    }

    @Test
    void aDisputeOfWhichNobodyKnowsHowOrWhenItEndedIsNamedAndNotCounted() {
        DisputeKind suit = DisputeKind.of(DisputeKind.Kind.DIRECT_SUIT);
        DisputeResult corrected = DisputeResult.of(DisputeResult.Result.CORRECTED);
        LocalDate closed = LocalDate.of(2024, 9, 1);
        RegisterCount count = count(Requests.request()
                .disputes(List.of(
                        new RequestDispute(suit, corrected, null),
                        new RequestDispute(suit, new DisputeResult("撤诉后重新答复"), closed),
                        new RequestDispute(suit, null, closed),
                        new RequestDispute(suit, DisputeResult.of(DisputeResult.Result.OPEN), closed),
                        new RequestDispute(new DisputeKind("信访"), corrected, closed),
                        new RequestDispute(suit, new DisputeResult("撤诉后重新答复"), LocalDate.of(2023, 9, 1)),
                        new RequestDispute(suit, null, null)))
                .build());
        assertEquals(List.of(0, 0, 0, 1, 1), row(count.disputes(), "未经复议直接起诉"));
        assertEquals(
                List.of("disputes.closedOn", "disputes.result", "disputes.result", "disputes.result", "disputes.kind"),
                count.uncounted().stream()
                        .map(RegisterCount.Uncounted::field)
                        .filter(each -> each.startsWith("disputes"))
                        .toList());
    }

    @Test
    void theTrialFormHasOneRowForWhatIsHandledOtherwise() {
        RegisterCount count = RegisterCount.of(
                List.of(made(Outcome.OTHER, LocalDate.of(2020, 3, 2), LocalDate.of(2020, 3, 20))), 2020, GROUND);
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 1), row(count.requests(), "三(六)"));
        assertThrows(IllegalArgumentException.class, () -> RegisterCount.of(List.of(), 2017, GROUND));
    }

    @Provide
    Arbitrary<DisclosureRequest> cases() {
        Arbitrary<LocalDate> received = Arbitraries.integers()
                .between(0, 800)
                .map(each -> LocalDate.of(2023, 6, 1).plusDays(each));
        return Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        Arbitraries.of(ApplicantType.Type.class),
                        received,
                        Arbitraries.integers().between(0, 60))
                .as((outcome, type, day, days) -> Requests.ended(outcome)
                        .applicantType(ApplicantType.of(type))
                        .submittedOn(day)
                        .receivedOn(day)
                        .repliedOn(outcome == Outcome.PENDING ? null : day.plusDays(days))
                        .build());
    }

    /** A report filled from a register adds up, whatever is in the register, and agrees with it. */
    @Property(tries = 200)
    void aReportFilledFromARegisterAddsUp(
            @ForAll("cases") DisclosureRequest one, @ForAll("cases") DisclosureRequest two) {
        List<DisclosureRequest> register = List.of(one, two);
        RegisterCount count = RegisterCount.of(register, 2024, GROUND);
        AnnualReport report = AnnualReportBuilder.builder(
                        AnnualReports.report("Z2024").build())
                .body(one.body())
                .requests(count.requests())
                .disputes(count.disputes())
                .build();
        List<Finding> findings =
                new ArrayList<>(Records.validator().judge(report).findings());
        AnnualReportAudit audit = new AnnualReportAudit(Records.validator().profile());
        register.forEach(each -> audit.see(each, Location.of("register")));
        audit.see(report, Location.of("report"));
        findings.addAll(audit.end());
        assertEquals(List.of(), findings);
    }

    @Test
    void aReportThatDiffersFromTheRegisterIsToldWhichCell() {
        AnnualReportAudit audit = new AnnualReportAudit(Records.validator().profile());
        audit.see(made(Outcome.GRANTED, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 20)), Location.of("register"));
        audit.see(AnnualReports.report("Z2024").build(), Location.of("report"));
        List<Finding> findings = audit.end();
        assertEquals(6, findings.size(), findings.toString());
        assertEquals("annualReport.register", findings.get(0).rule());
        assertEquals("本年新收·自然人 0", findings.get(0).value());
        assertEquals("1 (0 + 1)", findings.get(0).expected());
        assertEquals(
                Figure.of(0),
                AnnualReports.report("Z2024").build().requests().get(0).cells().get(0));
    }

    @Test
    void aRegisterThatCannotBeCountedJudgesNoReport() {
        AnnualReportAudit audit = new AnnualReportAudit(Records.validator().profile());
        audit.see(Requests.request().applicantType(null).build(), Location.of("register"));
        audit.see(AnnualReports.report("Z2024").build(), Location.of("report"));
        assertEquals(
                List.of("annualReport.register.notCounted"),
                audit.end().stream().map(Finding::rule).toList());
    }
}
