package org.gongkai.validation.rules.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.Basis;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class AssistanceStandardRulesTest {

    private final DisclosureValidator validator = DisclosureValidator.of(
            Profile.named("shandong-library"), Clock.fixed(Instant.parse("2024-03-01T00:00:00Z"), ZoneOffset.UTC));

    static AssistanceStandard good() {
        return AssistanceStandardBuilder.builder()
                .place("淄博市")
                .item(AssistanceItem.SUBSISTENCE)
                .residence(Residence.URBAN)
                .amount(new BigDecimal("989"))
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse("2024-01-01"))
                .issuedOn(LocalDate.of(2024, 4, 1))
                .publishedOn(LocalDate.of(2024, 4, 10))
                .basis(new Basis(null, DocumentNumber.parse("淄民〔2024〕10号")))
                .setBy(List.of(Agency.parse("淄博市民政局")))
                .publisher(Agency.parse("淄博市民政局"))
                .change(AmountChange.RAISED)
                .previousAmount(new BigDecimal("924"))
                .growth(new BigDecimal("7.03"))
                .build();
    }

    /** A change that breaks a rule, and the rule. */
    public record Fault(String rule, String pointer, UnaryOperator<AssistanceStandardBuilder> change) {
        @Override
        public String toString() {
            return rule;
        }
    }

    private static Fault fault(String rule, String pointer, UnaryOperator<AssistanceStandardBuilder> change) {
        return new Fault("assistance." + rule, pointer, change);
    }

    public static Stream<Fault> faults() {
        return Stream.of(
                fault("place.missing", "/place", line -> line.place(" ")),
                fault("item.missing", "/item", line -> line.item(null)),
                fault("amount.missing", "/amount", line -> line.amount(null).unit(null)),
                fault(
                        "amount.notPositive",
                        "/amount",
                        line -> line.amount(BigDecimal.ZERO).growth(null).previousAmount(null)),
                fault(
                        "amount.outOfRange",
                        "/amount",
                        line -> line.amount(new BigDecimal("989.123")).growth(null)),
                fault("unit.missing", "/unit", line -> line.unit(null)),
                fault("effectiveFrom.missing", "/effectiveFrom", line -> line.effectiveFrom(null)),
                fault(
                        "effectiveFrom.malformed",
                        "/effectiveFrom",
                        line -> line.effectiveFrom(PartialDate.parse("发文之日"))),
                fault("effectiveTo.malformed", "/effectiveTo", line -> line.effectiveTo(PartialDate.parse("2024-13"))),
                fault("effectiveTo.beforeFrom", "/effectiveTo", line -> line.effectiveTo(PartialDate.parse("2023-12"))),
                fault("publishedOn.missing", "/publishedOn", line -> line.publishedOn(null)),
                fault("publishedOn.late", "/publishedOn", line -> line.publishedOn(LocalDate.of(2024, 4, 17))),
                fault(
                        "publishedOn.notChecked",
                        "/publishedOn",
                        line -> line.issuedOn(LocalDate.of(1999, 1, 4)).publishedOn(LocalDate.of(1999, 1, 5))),
                fault("publishedOn.beforeIssue", "/publishedOn", line -> line.publishedOn(LocalDate.of(2024, 3, 29))),
                fault("amount.implausible", "/amount", line -> line.unit(AmountUnit.YUAN_PERSON_YEAR)),
                fault(
                        "lastConfirmedOn.stale",
                        "/lastConfirmedOn",
                        line -> line.lastConfirmedOn(LocalDate.of(2023, 2, 28))),
                fault("basis.missing", "/basis", line -> line.basis(null)),
                fault(
                        "basis.documentNumber.malformed",
                        "/basis/documentNumber",
                        line -> line.basis(new Basis(null, DocumentNumber.parse("淄民[2024]10")))),
                fault("setBy.missing", "/setBy", line -> line.setBy(List.of())),
                fault("publisher.missing", "/publisher", line -> line.publisher(null)),
                fault("item.unlisted", "/item", line -> line.item(AssistanceItem.parse("困难职工"))),
                fault("item.averagePayout", "/item", line -> line.item(AssistanceItem.AVERAGE_PAYOUT)),
                fault(
                        "effectiveFrom.longBefore",
                        "/effectiveFrom",
                        line -> line.effectiveFrom(PartialDate.parse("2023-04-09"))),
                fault(
                        "growth.differs",
                        "/growth",
                        line -> line.growth(new BigDecimal("7.1")).previousAmount(new BigDecimal("900"))),
                fault("change.differs", "/change", line -> line.change(AmountChange.UNCHANGED)),
                fault("property.unknown", "/colour", line -> line.other(Map.of("colour", "red"))));
    }

    private List<String> codes(AssistanceStandard line) {
        return validator.judge(line).findings().stream().map(Finding::rule).toList();
    }

    @Test
    void aCompleteLineHasNoFindings() {
        Judgement judgement = validator.judge(good());
        assertEquals(List.of(), judgement.findings());
        assertEquals(Verdict.COMPLETE, judgement.verdict());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsReportedWhereItStandsAndAlone(Fault fault) {
        AssistanceStandard line =
                fault.change().apply(AssistanceStandardBuilder.builder(good())).build();
        List<Finding> findings = validator.judge(line).findings();
        assertEquals(List.of(fault.rule()), findings.stream().map(Finding::rule).toList());
        assertEquals(fault.pointer(), findings.get(0).pointer());
        for (Locale each : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertFalse(findings.get(0).text(each).isBlank());
        }
    }

    @Test
    void aLineThatFollowsOrGoesOnNeedsNoAmount() {
        AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(good())
                .amount(null)
                .unit(null)
                .previousAmount(null)
                .growth(null);
        assertEquals(List.of(), codes(line.change(AmountChange.UNCHANGED).build()));
        assertEquals(
                List.of(),
                codes(line.change(null).follows(AssistanceItem.ORPHAN_IN_FAMILY).build()));
    }

    @Test
    void aGrowthRoundedOrCutToItsDigitsIsRight() {
        for (String growth : List.of("7", "7.0", "7.03", "7.0346", "7.034")) {
            AssistanceStandardBuilder line =
                    AssistanceStandardBuilder.builder(good()).growth(new BigDecimal(growth));
            // 65 of 924 is 7.0346 per cent.
            assertEquals(List.of(), codes(line.build()), growth);
        }
    }

    @Test
    void theTenthWorkingDayIsInTimeAcrossAHoliday() {
        // Set on 1 April 2024; Qingming (4 to 6 April) and the worked Sunday of 7 April lie between.
        AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(good());
        assertEquals(
                List.of(), codes(line.publishedOn(LocalDate.of(2024, 4, 16)).build()));
        assertTrue(codes(line.publishedOn(LocalDate.of(2024, 4, 17)).build()).contains("assistance.publishedOn.late"));
    }

    @Test
    void anAmountConfirmedWithinTwelveMonthsOrNoLongerInForceIsNoFinding() {
        AssistanceStandardBuilder line = AssistanceStandardBuilder.builder(good());
        assertEquals(
                List.of(), codes(line.lastConfirmedOn(LocalDate.of(2023, 3, 1)).build()));
        assertEquals(
                List.of(),
                codes(line.lastConfirmedOn(LocalDate.of(2020, 1, 1))
                        .effectiveTo(PartialDate.parse("2024-02"))
                        .build()));
    }

    @Test
    void anExtraOutsideTheNineIsNoFinding() {
        assertEquals(
                List.of(),
                codes(AssistanceStandardBuilder.builder(good())
                        .item(AssistanceItem.parse("临时救助"))
                        .build()));
    }

    @Test
    void anUnreadableLineSaysSo() {
        assertEquals(
                Verdict.UNREADABLE,
                validator.judge(AssistanceStandardBuilder.builder().build()).verdict());
    }
}
