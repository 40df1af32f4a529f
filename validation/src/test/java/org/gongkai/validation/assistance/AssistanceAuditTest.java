package org.gongkai.validation.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.source.Location;
import org.gongkai.validation.AssistanceLines;
import org.gongkai.validation.LandRecords;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Severity;
import org.junit.jupiter.api.Test;

public class AssistanceAuditTest {

    private static final String LAOSHAN = "青岛市崂山区";
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    private final Profile profile = Profile.named("shandong-library");

    private List<Finding> audit(List<AssistanceStandard> lines, String... places) {
        return AssistanceAudit.of(profile).audit(lines, List.of(places), TODAY);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    private static AssistanceStandardBuilder line(AssistanceItem item, String from, String amount) {
        return AssistanceStandardBuilder.builder()
                .place("淄博市")
                .item(item)
                .amount(new BigDecimal(amount))
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse(from));
    }

    private static AssistanceStandardBuilder urban(String from, String amount) {
        return line(AssistanceItem.SUBSISTENCE, from, amount).residence(Residence.URBAN);
    }

    private static Profile profile(String assistance) throws IOException {
        return Profile.read(
                new ByteArrayInputStream(("{\"name\":\"x\",\"version\":\"1\",\"title\":{\"zh\":\"甲\",\"en\":\"x\"},"
                                + "\"assistance\":" + assistance + "}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFiguresOfTheCitiesBreakNoRatioThatHeld() {
        // Of Qingdao's 2024 level only a part is known, so what it overtakes says nothing of the city.
        List<AssistanceStandard> lines = AssistanceLines.all().stream()
                .filter(each -> !(each.place().equals("青岛市")
                        && each.effectiveFrom() != null
                        && each.effectiveFrom().text().equals("2024")))
                .toList();
        assertEquals(182, lines.size());
        assertEquals(
                Set.of("assistance.scope.unknown"), codes(audit(lines)).stream().collect(Collectors.toSet()));
    }

    @Test
    void aHeadingWhoseLinesBeginLaterIsAnnouncedAndNotMissing() {
        List<AssistanceStandard> ahead = List.of(
                urban("2024-07-01", "989").build(),
                line(AssistanceItem.CHILD_IN_HARDSHIP, "2024-07-01", "1494").build());
        List<Finding> findings = audit(ahead, "淄博市");
        assertEquals(
                7,
                codes(findings).stream()
                        .filter("assistance.heading.missing"::equals)
                        .count());
        Finding announced = findings.stream()
                .filter(each -> each.rule().equals("assistance.heading.announced"))
                .findFirst()
                .orElseThrow();
        assertEquals("城市低保、重点困境儿童", announced.value());
        assertEquals("淄博市 2024-07-01", announced.expected());
    }

    @Test
    void gradesThatStandUpsideDownAreReported() {
        List<AssistanceStandard> right = care("1090", "685", "240");
        assertEquals(List.of(), codes(audit(right)));
        assertEquals(
                List.of("assistance.grades.upsideDown", "assistance.grades.upsideDown"),
                codes(audit(care("240", "685", "1090"))));
        assertEquals(List.of(), codes(audit(care("685", "685", "685"))));
    }

    private static List<AssistanceStandard> care(String full, String half, String self) {
        return List.of(
                line(AssistanceItem.EXTREME_HARDSHIP_CARE, "2024-01-01", full)
                        .grades(Set.of("全"))
                        .build(),
                line(AssistanceItem.EXTREME_HARDSHIP_CARE, "2024-01-01", half)
                        .grades(Set.of("半"))
                        .build(),
                line(AssistanceItem.EXTREME_HARDSHIP_CARE, "2024-01-01", self)
                        .grades(Set.of("自理"))
                        .build());
    }

    @Test
    void aDistrictBelowItsCityIsAskedAboutIt() {
        AssistanceStandard city = urban("2024-01-01", "989").build();
        AssistanceStandard below = urban("2024-01-01", "900").place("淄博市乙区").build();
        List<Finding> findings = audit(List.of(city, below));
        assertEquals(List.of("assistance.amount.belowWider"), codes(findings));
        assertEquals("淄博市 989元/人·月", findings.get(0).expected());
        // What the city raised only later, or what the district itself may set, is no finding.
        assertEquals(
                List.of(),
                codes(audit(List.of(
                        urban("2024-05-01", "989").build(),
                        urban("2024-01-01", "900").place("淄博市乙区").build()))));
        assertEquals(
                List.of(),
                codes(audit(
                        List.of(city, urban("2024-01-01", "989").place("淄博市乙区").build()))));
    }

    @Test
    void anAmountThatFallsWithoutAWordIsReported() {
        AssistanceStandard before = urban("2023-01-01", "1100").build();
        assertEquals(
                List.of("assistance.amount.lowered"),
                codes(audit(List.of(before, urban("2024-01-01", "989").build()))));
        assertEquals(
                List.of(),
                codes(audit(List.of(
                        before,
                        urban("2024-01-01", "989")
                                .previousAmount(new BigDecimal("1100"))
                                .build()))));
        assertEquals(
                List.of(),
                codes(audit(List.of(before, urban("2024-01-01", "1100").build()))));
    }

    @Test
    void theRatiosOfAProvinceHoldInItsPlacesAlone() {
        AssistanceStandard base = urban("2024-01-01", "1000").place("淄博市").build();
        AssistanceStandard low = line(AssistanceItem.EXTREME_HARDSHIP_LIVING, "2024-01-01", "1100")
                .residence(Residence.URBAN)
                .place("淄博市")
                .build();
        assertEquals(List.of("assistance.ratio.below"), codes(audit(List.of(base, low))));
        assertEquals(
                List.of(),
                codes(audit(List.of(
                        AssistanceStandardBuilder.builder(base).place("成都市").build(),
                        AssistanceStandardBuilder.builder(low).place("成都市").build()))));
    }

    // The traps of real data, one by one.

    @Test
    void aDistrictAboveItsCityIsNoFinding() {
        List<AssistanceStandard> care = AssistanceLines.of("青岛市").stream()
                .filter(each -> each.item().equals(AssistanceItem.EXTREME_HARDSHIP_CARE))
                .toList();
        assertTrue(care.stream()
                .anyMatch(each -> each.place().equals(LAOSHAN) && each.amount().intValue() == 1980));
        assertTrue(care.stream()
                .anyMatch(each -> each.place().equals("青岛市") && each.amount().intValue() == 1320));
        assertEquals(List.of(), audit(care));
    }

    @Test
    void theCountryAboveTheTownIsNoFinding() {
        List<AssistanceStandard> laoshan = AssistanceLines.of(LAOSHAN).stream()
                .filter(each -> each.item().equals(AssistanceItem.EXTREME_HARDSHIP_LIVING))
                .toList();
        assertEquals(
                List.of("1493", "1560"),
                laoshan.stream().map(each -> each.amount().toString()).toList());
        assertEquals(List.of(), audit(laoshan));
    }

    @Test
    void oneAmountForTownAndCountryFillsBothHeadings() {
        List<AssistanceStandard> unified = List.of(line(AssistanceItem.SUBSISTENCE, "2024-01-01", "900")
                .residence(Residence.UNIFIED)
                .build());
        List<String> missing =
                audit(unified, "淄博市").stream().map(Finding::value).toList();
        assertEquals(7, missing.size());
        assertTrue(missing.stream().noneMatch(each -> each.contains("低保")));
    }

    @Test
    void gradesAreLocalSets() {
        // A district with the grades 1, 2 and 3 to 4 is held against ratios set for 1 to 2 and 3 to 4, grade by grade.
        List<AssistanceStandard> lines =
                new ArrayList<>(List.of(urban("2024-01-01", "1000").build()));
        lines.add(line(AssistanceItem.DISABILITY_LIVING, "2024-01-01", "200")
                .grades(Set.of("1"))
                .build());
        lines.add(line(AssistanceItem.DISABILITY_LIVING, "2024-01-01", "150")
                .grades(Set.of("3", "4"))
                .build());
        lines.add(line(AssistanceItem.DISABILITY_LIVING, "2024-01-01", "10")
                .grades(Set.of("三四级智力、精神"))
                .build());
        assertEquals(List.of(), audit(lines));
        lines.add(line(AssistanceItem.DISABILITY_LIVING, "2024-01-01", "190")
                .grades(Set.of("2"))
                .build());
        assertEquals(List.of("assistance.ratio.below"), codes(audit(lines)));
    }

    @Test
    void aScopeIsANamedSetAndOverlapsOfPartAndWholeAreMeant() {
        // The city printed 750 for all and 750 for 三市 on 2020-10-01.
        List<AssistanceStandard> october = AssistanceLines.of("青岛市").stream()
                .filter(each -> each.effectiveFrom() != null
                        && each.effectiveFrom().text().equals("2020-10-01"))
                .toList();
        assertEquals(8, october.size());
        assertEquals(List.of(), audit(october));
    }

    @Test
    void unitsOfOneNoticeAreNeverComparedRaw() throws IOException {
        // Dongying 2019: 620 a month in town, 5400 a year in the country; 930 a month and 8100 a year for 特困.
        List<AssistanceStandard> dongying = AssistanceLines.of("东营市");
        Profile everyYear =
                profile("{\"ratios\":[{\"id\":\"x\",\"item\":\"特困基本生活\",\"kind\":\"AT_LEAST\",\"base\":\"低保\","
                        + "\"base_residence\":\"URBAN\",\"numerator\":1,\"denominator\":1,\"tolerance\":1,\"evidence\":\"derived\","
                        + "\"source\":\"test\"}]}");
        assertEquals(List.of(), AssistanceAudit.of(everyYear).audit(dongying, List.of(), TODAY));
        Profile tooMuch =
                profile("{\"ratios\":[{\"id\":\"x\",\"item\":\"特困基本生活\",\"kind\":\"AT_LEAST\",\"base\":\"低保\","
                        + "\"base_residence\":\"URBAN\",\"numerator\":12,\"denominator\":10,\"tolerance\":1,\"evidence\":\"derived\","
                        + "\"source\":\"test\"}]}");
        List<Finding> findings = AssistanceAudit.of(tooMuch).audit(dongying, List.of(), TODAY);
        // 1.2 times 620 a month is 744 a month, 8928 a year: more than 8100.
        assertEquals(List.of("8100元/人·年"), findings.stream().map(Finding::value).toList());
    }

    @Test
    void floorsAreHeldAgainstRatiosLikeAmounts() throws IOException {
        List<AssistanceStandard> weifang = AssistanceLines.of("潍坊市");
        assertTrue(weifang.stream().anyMatch(each -> Boolean.TRUE.equals(each.atLeast())));
        Profile early = profile("{\"ratios\":[{\"id\":\"x\",\"item\":\"特困基本生活\",\"kind\":\"AT_LEAST\",\"base\":\"低保\","
                + "\"base_residence\":\"SAME\",\"numerator\":13,\"denominator\":10,\"tolerance\":1,\"evidence\":\"derived\","
                + "\"source\":\"test\"}]}");
        assertEquals(List.of(), AssistanceAudit.of(early).audit(weifang, List.of(), TODAY));
    }

    @Test
    void anItemThatFollowsAnotherFillsItsHeading() {
        List<AssistanceStandard> lines = List.of(
                line(AssistanceItem.ORPHAN_IN_FAMILY, "2024-01-01", "1978").build(),
                AssistanceStandardBuilder.builder()
                        .place("淄博市")
                        .item(AssistanceItem.UNATTENDED_CHILD)
                        .follows(AssistanceItem.ORPHAN_IN_FAMILY)
                        .effectiveFrom(PartialDate.parse("2024-01-01"))
                        .build());
        AssistanceSchedule schedule = AssistanceSchedule.of(lines);
        assertEquals(7, schedule.missing("淄博市", TODAY, CategoryScheme.b()).size());
        assertEquals(8, schedule.missing("淄博市", TODAY, CategoryScheme.a()).size());
    }

    @Test
    void anAveragePayoutIsNoBaseAndFillsNoHeading() {
        List<AssistanceStandard> payout = AssistanceLines.of("滨州市").stream()
                .filter(each -> each.item().equals(AssistanceItem.AVERAGE_PAYOUT))
                .toList();
        assertEquals(2, payout.size());
        assertEquals(9, audit(payout, "滨州市").size());
    }

    // The rules, each with lines that break it.

    @Test
    void aHeadingWithoutACurrentLineIsMissing() {
        List<Finding> findings = AssistanceAudit.of(profile)
                .audit(AssistanceLines.of(LAOSHAN), List.of(LAOSHAN), LocalDate.of(2022, 6, 1));
        assertEquals(List.of("assistance.heading.missing"), codes(findings));
        assertEquals("机构养育孤儿", findings.get(0).value());
        assertEquals(Severity.WARNING, findings.get(0).severity());
    }

    @Test
    void aHeadingWithPossibleLinesOnlyIsUncertain() {
        List<Finding> findings = audit(List.of(urban("2024", "900").build()), "淄博市");
        assertEquals("assistance.heading.uncertain", findings.get(0).rule());
        assertEquals("城市低保", findings.get(0).value());
        assertEquals(9, findings.size());
    }

    @Test
    void theSchemeOfTheProfileDecidesWhichHeadingsAreAsked() throws IOException {
        Profile own = profile(
                "{\"scheme\":{\"name\":\"own\",\"rows\":[{\"heading\":\"低保\",\"item\":\"低保\",\"evidence\":\"primary\"},"
                        + "{\"item\":\"临时救助\",\"evidence\":\"primary\"}]}}");
        assertEquals(
                List.of(),
                AssistanceAudit.of(own).audit(List.of(urban("2024-01-01", "900").build()), List.of("淄博市"), TODAY));
        assertEquals("own", own.assistance().scheme().name());
        assertEquals("B", profile("{\"scheme\":\"B\"}").assistance().scheme().name());
    }

    @Test
    void aProfileWithAWrongSchemeOrRatioIsRefused() {
        for (String bad : List.of(
                "{\"scheme\":\"D\"}",
                "{\"ratios\":[\"mars\"]}",
                "{\"ratios\":[{\"colour\":1}]}",
                "{\"backdatingMonths\":-1}",
                "{\"scheme\":{\"name\":\"x\",\"rows\":[{\"heading\":\"a,b\",\"item\":\"c\",\"evidence\":\"primary\"}]}}",
                "{\"colour\":1}")) {
            assertThrows(IOException.class, () -> profile(bad), bad);
        }
    }

    @Test
    void daysForWhichNothingHoldsAreAGap() {
        AssistanceStandard first = urban("2022-01-01", "800")
                .effectiveTo(PartialDate.parse("2022-12-31"))
                .build();
        List<Finding> findings = audit(List.of(first, urban("2023-04-01", "900").build()));
        assertEquals(List.of("assistance.schedule.gap"), codes(findings));
        assertEquals("2023-04-01", findings.get(0).expected());
        assertEquals(List.of(), audit(List.of(first, urban("2023-01-01", "900").build())));
        // A line of the city for everybody fills the gap of its part.
        assertEquals(List.of(), audit(List.of(first)));
    }

    @Test
    void aLineThatReplacesAnotherDoesNotOverlapIt() {
        assertEquals(
                List.of(),
                audit(List.of(
                        urban("2022-01-01", "800").build(),
                        urban("2023-01-01", "900").build())));
    }

    @Test
    void aStatedEndAfterTheNextBeginningOverlaps() {
        List<Finding> findings = audit(List.of(
                urban("2022-01-01", "800")
                        .effectiveTo(PartialDate.parse("2023-01-31"))
                        .build(),
                urban("2023-01-01", "900").build()));
        assertEquals(List.of("assistance.schedule.overlap"), codes(findings));
        assertEquals("/effectiveTo", findings.get(0).pointer());
        assertEquals(Severity.ERROR, findings.get(0).severity());
    }

    @Test
    void twoAmountsFromOneDayOverlap() {
        List<Finding> findings = audit(List.of(
                urban("2023-01-01", "900").build(), urban("2023-01-01", "901").build()));
        assertEquals(List.of("assistance.schedule.overlap"), codes(findings));
        assertEquals("2023-01-01 900元/人·月", findings.get(0).expected());
    }

    @Test
    void anAmountMoreThanAYuanBelowItsRatioIsAWarning() {
        List<AssistanceStandard> lines =
                new ArrayList<>(List.of(urban("2023-01-01", "1001").build()));
        lines.add(
                line(AssistanceItem.ORPHAN_IN_INSTITUTION, "2023-01-01", "2502").build());
        assertEquals(List.of(), audit(lines));
        lines.set(
                1,
                line(AssistanceItem.ORPHAN_IN_INSTITUTION, "2023-01-01", "2501").build());
        List<Finding> findings = audit(lines);
        assertEquals(List.of("assistance.ratio.below"), codes(findings));
        assertEquals(Severity.WARNING, findings.get(0).severity());
        assertTrue(
                findings.get(0).expected().startsWith("2503元/人·月"),
                findings.get(0).expected());
    }

    @Test
    void anAmountThatItsBaseHasOvertakenIsAWarning() {
        List<AssistanceStandard> lines = List.of(
                urban("2023-01-01", "900").build(),
                line(AssistanceItem.ORPHAN_IN_FAMILY, "2023-01-01", "1800").build(),
                urban("2024-01-01", "950").build());
        List<Finding> findings = audit(lines);
        assertEquals(List.of("assistance.ratio.below"), codes(findings));
        assertTrue(findings.get(0).expected().contains("2024-01-01"));
    }

    @Test
    void noRatioHoldsBeforeItsDay() {
        assertEquals(
                List.of(),
                audit(List.of(
                        urban("2022-01-01", "995").build(),
                        line(AssistanceItem.ORPHAN_IN_INSTITUTION, "2022-01-01", "2178")
                                .build())));
    }

    @Test
    void ratiosAreSetPerProfile() throws IOException {
        List<AssistanceStandard> lines = List.of(
                urban("2021-01-01", "1000").place("青岛市").build(),
                line(AssistanceItem.EXTREME_HARDSHIP_LIVING, "2021-01-01", "1400")
                        .residence(Residence.URBAN)
                        .place("青岛市")
                        .build());
        assertEquals(List.of(), audit(lines));
        Profile qingdao = profile("{\"ratios\":[\"qingdao\"]}");
        assertEquals(
                List.of("assistance.ratio.below"),
                codes(AssistanceAudit.of(qingdao).audit(lines, List.of(), TODAY)));
        assertEquals(List.of(), AssistanceAudit.of(profile("{\"ratios\":[]}")).audit(lines, List.of(), TODAY));
    }

    @Test
    void careIsHeldAgainstTheMinimumWageWhereAProfileSaysSo() throws IOException {
        List<AssistanceStandard> lines = new ArrayList<>(AssistanceLines.of("东营市"));
        lines.add(line(AssistanceItem.MINIMUM_WAGE, "2018-06-01", "22920")
                .place("东营市")
                .unit(AmountUnit.YUAN_PERSON_YEAR)
                .build());
        Profile byWage = profile("{\"ratios\":[\"care-by-wage\"]}");
        assertEquals(List.of(), AssistanceAudit.of(byWage).audit(lines, List.of(), TODAY));
        lines.set(
                lines.size() - 1,
                line(AssistanceItem.MINIMUM_WAGE, "2018-06-01", "30000")
                        .place("东营市")
                        .unit(AmountUnit.YUAN_PERSON_YEAR)
                        .build());
        assertEquals(
                3, AssistanceAudit.of(byWage).audit(lines, List.of(), TODAY).size());
    }

    @Test
    void childrenInHardshipMustRiseAsOrphansDo() {
        List<AssistanceStandard> lines = new ArrayList<>(List.of(
                line(AssistanceItem.ORPHAN_IN_FAMILY, "2023-01-01", "1848").build(),
                line(AssistanceItem.ORPHAN_IN_FAMILY, "2024-01-01", "1978").build(),
                line(AssistanceItem.CHILD_IN_HARDSHIP, "2023-01-01", "1364").build(),
                line(AssistanceItem.CHILD_IN_HARDSHIP, "2024-01-01", "1494").build()));
        assertEquals(List.of(), audit(lines));
        lines.set(
                3, line(AssistanceItem.CHILD_IN_HARDSHIP, "2024-01-01", "1400").build());
        List<Finding> findings = audit(lines);
        assertEquals(List.of("assistance.ratio.riseDiffers"), codes(findings));
        assertEquals("36元/人·月", findings.get(0).value());
    }

    @Test
    void anAmountBeforeThatWasNotInForceIsAWarning() {
        List<AssistanceStandard> lines = List.of(
                urban("2022-01-01", "800").build(),
                urban("2023-01-01", "900").previousAmount(new BigDecimal("810")).build());
        List<Finding> findings = audit(lines);
        assertEquals(List.of("assistance.previousAmount.differs"), codes(findings));
        assertEquals("800元/人·月", findings.get(0).expected());
        assertNull(findings.get(0).location());
    }

    @Test
    void theLinesOfARunAreJudgedTogetherAtItsEnd() {
        List<AssistanceStandard> lines = AssistanceLines.of("青岛市");
        RecordAudit run = AssistanceAudit.of(profile).ofRun(TODAY);
        for (AssistanceStandard each : lines) {
            assertEquals(List.of(), run.see(each, Location.of("a.csv").atRow(lines.indexOf(each) + 2)));
        }
        List<String> places =
                lines.stream().map(AssistanceStandard::place).distinct().toList();
        List<Finding> alone = AssistanceAudit.of(profile).audit(lines, places, TODAY);
        List<Finding> together = run.end();
        assertEquals(codes(alone), codes(together));
        assertTrue(together.stream()
                .filter(each -> !each.rule().startsWith("assistance.heading"))
                .allMatch(each -> String.valueOf(each.location()).startsWith("a.csv:")));
    }

    @Test
    void aRunWithoutStandardsHasNothingToJudge() {
        RecordAudit run = AssistanceAudit.of(profile).ofRun(TODAY);
        assertEquals(List.of(), run.see(LandRecords.plan().build(), Location.of("a.csv")));
        assertEquals(List.of(), run.end());
    }

    @Test
    void aRunOfTooManyLinesSaysSoOnce() {
        RecordAudit run = AssistanceAudit.of(profile).ofRun(TODAY);
        AssistanceStandard line = urban("2023-01-01", "900").place(null).build();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < AssistanceAudit.MOST_LINES; i++) {
            codes.addAll(codes(run.see(line, Location.of("a.csv"))));
        }
        assertEquals(List.of(), codes);
        codes.addAll(codes(run.see(line, Location.of("a.csv"))));
        codes.addAll(codes(run.see(line, Location.of("a.csv"))));
        assertEquals(List.of("record.limit.reached"), codes);
    }
}
