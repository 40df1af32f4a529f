package org.gongkai.core.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.PartialDate;
import org.junit.jupiter.api.Test;

class AssistanceScheduleTest {

    private static final String LAOSHAN = "青岛市崂山区";
    private static final LocalDate ORIGIN = LocalDate.of(2021, 1, 1);

    private final AssistanceSchedule qingdao = AssistanceSchedule.of(TestStandards.of("青岛市"));

    private StandardInForce subsistence(String place, Residence residence, String day) {
        return qingdao.answer(place, AssistanceItem.SUBSISTENCE, residence, null, LocalDate.parse(day));
    }

    private static List<String> amounts(StandardInForce answer) {
        return answer.possible().stream()
                .map(each -> each.amount().toPlainString())
                .toList();
    }

    @Test
    void theUrbanSubsistenceStandardInLaoshanOnADayOf2020IsKnownButNotSure() {
        StandardInForce answer = subsistence(LAOSHAN, Residence.URBAN, "2020-10-15");
        assertEquals("750元/人·月", answer.amount().toString());
        // A third level came at some time of 2020; nobody recorded on which day.
        assertEquals(List.of("750", "821"), amounts(answer));
        assertFalse(answer.certain());
        assertFalse(answer.settled());
    }

    @Test
    void theStandardIsSureWhereEveryDayIsKnown() {
        StandardInForce answer = AssistanceSchedule.of(TestStandards.of("淄博市"))
                .answer("淄博市", AssistanceItem.SUBSISTENCE, Residence.URBAN, null, LocalDate.of(2023, 12, 31));
        assertEquals("924元/人·月", answer.amount().toString());
        assertTrue(answer.certain());
        assertTrue(answer.settled());
    }

    @Test
    void theAmountIsSettledWhenEveryPossibleLineHasIt() {
        // The city's own 660 began on an unknown day, so it may have replaced the district's 660.
        StandardInForce answer = subsistence(LAOSHAN, Residence.URBAN, "2018-05-01");
        assertEquals(List.of("660", "660"), amounts(answer));
        assertFalse(answer.certain());
        assertTrue(answer.settled());
    }

    @Test
    void anAmountOfUnknownBeginIsPossibleAndNotKnown() {
        StandardInForce answer = subsistence(LAOSHAN, Residence.URBAN, "2017-03-01");
        assertNull(answer.known());
        assertNull(answer.amount());
        assertEquals(List.of("650", "660"), amounts(answer));
    }

    @Test
    void aNamedPartOfACityHoldsInItsDistrictsAlone() {
        assertEquals(
                "520元/人·月",
                subsistence("青岛市平度市", Residence.RURAL, "2020-05-01").amount().toString());
        assertEquals(
                "791元/人·月",
                subsistence("青岛市胶州市", Residence.RURAL, "2023-05-01").amount().toString());
        assertEquals(
                "1045元/人·月",
                subsistence("青岛市崂山区沙子口街道", Residence.RURAL, "2023-05-01")
                        .amount()
                        .toString());
        assertTrue(subsistence("青岛市", Residence.RURAL, "2023-05-01").isEmpty());
        assertEquals(
                "700元/人·月",
                subsistence("青岛市七区", Residence.URBAN, "2020-05-01").amount().toString());
    }

    @Test
    void aNarrowerLineOfTheSameDayPrevails() {
        // The city printed 750 for all and 750 for 三市 on the same day.
        StandardInForce answer = subsistence("青岛市莱西市", Residence.URBAN, "2020-11-01");
        assertEquals("三市", answer.known().scope().name());
    }

    @Test
    void aScopeThatNothingExplainsIsPossibleAndNeverKnown() {
        AssistanceSchedule jinan = AssistanceSchedule.of(TestStandards.of("济南市"));
        StandardInForce answer =
                jinan.answer("济南市历下区", AssistanceItem.SUBSISTENCE, Residence.RURAL, null, LocalDate.of(2022, 3, 1));
        assertEquals("770元/人·月", answer.amount().toString());
        assertEquals(List.of("770", "995"), amounts(answer));
        assertFalse(answer.certain());
    }

    @Test
    void theDistrictsOlderLineYieldsToTheCitysNewerOneAndItsOthersStay() {
        LocalDate day = LocalDate.of(2023, 6, 1);
        assertEquals(
                "1045元/人·月",
                subsistence(LAOSHAN, Residence.URBAN, "2023-06-01").amount().toString());
        assertEquals(
                "2178元/人·月",
                qingdao.answer(LAOSHAN, AssistanceItem.EXTREME_HARDSHIP_CARE, null, "全", day)
                        .amount()
                        .toString());
    }

    @Test
    void theDistrictPublishedEightOfNineHeadingsIn2022() {
        AssistanceSchedule laoshan = AssistanceSchedule.of(TestStandards.of(LAOSHAN));
        assertEquals(
                List.of("机构养育孤儿"),
                laoshan.missing(LAOSHAN, LocalDate.of(2022, 6, 1), CategoryScheme.a()).stream()
                        .map(AssistanceCategory::name)
                        .toList());
        assertEquals(List.of(), qingdao.missing(LAOSHAN, LocalDate.of(2022, 6, 1), CategoryScheme.a()));
    }

    @Test
    void changesBetweenTwoDaysGiveDifferenceAndGrowth() {
        List<StandardChange> changes = qingdao.changes(LAOSHAN, LocalDate.of(2018, 1, 1), LocalDate.of(2020, 5, 1));
        StandardChange urban = changes.get(0);
        assertEquals("40元/人·月", urban.difference().toString());
        assertEquals(new BigDecimal("6.06"), urban.growth());
        StandardChange hardship = changes.stream()
                .filter(each -> each.slot().item().equals(AssistanceItem.EXTREME_HARDSHIP_LIVING)
                        && each.slot().residence() == Residence.RURAL)
                .findFirst()
                .orElseThrow();
        assertTrue(hardship.before().isEmpty());
        assertNull(hardship.difference());
    }

    @Test
    void aLineThatFollowsAnotherItemHasItsAmount() {
        List<AssistanceStandard> lines = new ArrayList<>(TestStandards.of("淄博市"));
        lines.add(AssistanceStandardBuilder.builder()
                .place("淄博市")
                .item(AssistanceItem.UNATTENDED_CHILD)
                .effectiveFrom(PartialDate.parse("2023-01-01"))
                .follows(AssistanceItem.ORPHAN_IN_FAMILY)
                .build());
        StandardInForce answer = AssistanceSchedule.of(lines)
                .answer("淄博市", AssistanceItem.UNATTENDED_CHILD, null, null, LocalDate.of(2024, 2, 1));
        assertEquals("1978元/人·月", answer.amount().toString());
    }

    @Test
    void linesThatFollowEachOtherHaveNoAmountAndDoNotHang() {
        AssistanceStandardBuilder builder =
                AssistanceStandardBuilder.builder().place("甲市").effectiveFrom(PartialDate.parse("2023-01-01"));
        AssistanceSchedule schedule = AssistanceSchedule.of(List.of(
                builder.item(AssistanceItem.UNATTENDED_CHILD)
                        .follows(AssistanceItem.ORPHAN_IN_FAMILY)
                        .build(),
                builder.item(AssistanceItem.ORPHAN_IN_FAMILY)
                        .follows(AssistanceItem.UNATTENDED_CHILD)
                        .build()));
        assertNull(schedule.answer("甲市", AssistanceItem.UNATTENDED_CHILD, null, null, LocalDate.of(2024, 1, 1))
                .amount());
    }

    @Test
    void aLineThatGoesOnUnchangedKeepsTheAmountBeforeIt() {
        List<AssistanceStandard> lines = new ArrayList<>(TestStandards.of("淄博市").stream()
                .filter(line -> line.effectiveFrom().text().startsWith("2023"))
                .toList());
        lines.add(AssistanceStandardBuilder.builder()
                .place("淄博市")
                .item(AssistanceItem.EXTREME_HARDSHIP_LIVING)
                .residence(Residence.URBAN)
                .effectiveFrom(PartialDate.parse("2024-01-01"))
                .change(AmountChange.UNCHANGED)
                .build());
        StandardInForce answer = AssistanceSchedule.of(lines)
                .answer("淄博市", AssistanceItem.EXTREME_HARDSHIP_LIVING, Residence.URBAN, null, LocalDate.of(2024, 2, 1));
        assertEquals(AmountChange.UNCHANGED, answer.known().change());
        assertEquals("1320元/人·月", answer.amount().toString());
    }

    @Test
    void theScheduleAnswersForEachPlaceALineWasMadeFor() {
        for (AssistanceStandard line : qingdao.lines()) {
            LocalDate day = line.effectiveFrom() == null
                    ? line.effectiveTo().earliest()
                    : line.effectiveFrom().latest();
            for (String place : qingdao.places(line)) {
                StandardInForce answer = qingdao.answer(
                        place,
                        line.item(),
                        line.residence(),
                        line.grades().stream().findFirst().orElse(null),
                        day);
                assertTrue(answer.possible().contains(line) || answer.known() != null, place + line);
            }
        }
        assertEquals(
                List.of("济南市五区"),
                qingdao.places(AssistanceStandardBuilder.builder()
                        .place("济南市")
                        .scope(RegionScope.read("五区"))
                        .build()));
    }

    @Test
    void theNextToLapseComesFirst() {
        AssistanceStandardBuilder builder = AssistanceStandardBuilder.builder()
                .place("甲市")
                .amount(BigDecimal.TEN)
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse("2023-01-01"));
        AssistanceStandard later = builder.item(AssistanceItem.SUBSISTENCE)
                .effectiveTo(PartialDate.parse("2025-12-31"))
                .build();
        AssistanceStandard sooner = builder.item(AssistanceItem.ORPHAN_IN_FAMILY)
                .effectiveTo(PartialDate.parse("2024-12"))
                .build();
        AssistanceSchedule schedule = AssistanceSchedule.of(List.of(later, sooner));
        assertEquals(List.of(sooner, later), schedule.nextToLapse("甲市", LocalDate.of(2024, 1, 1)));
        assertEquals(List.of(later), schedule.nextToLapse("甲市", LocalDate.of(2025, 1, 1)));
    }

    @Test
    void theHistoryOfAnItemRunsInOrderOfEffect() {
        assertEquals(
                List.of("650", "660", "660", "700", "750", "821", "904", "995", "1045", "1115"),
                sorted(qingdao.history(LAOSHAN, AssistanceItem.SUBSISTENCE, Residence.URBAN, null)));
    }

    private static List<String> sorted(List<AssistanceStandard> history) {
        return history.stream()
                .map(AssistanceStandard::amount)
                .sorted()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void aSetOfGradesAnswersForEachOfItsGrades() {
        AssistanceSchedule zibo = AssistanceSchedule.of(TestStandards.of("淄博市"));
        for (String grade : List.of("3", "4")) {
            assertEquals(
                    "149元/人·月",
                    zibo.answer("淄博市", AssistanceItem.DISABILITY_LIVING, null, grade, LocalDate.of(2024, 2, 1))
                            .amount()
                            .toString());
        }
        assertEquals(
                4,
                zibo.inForce("淄博市", LocalDate.of(2024, 2, 1)).stream()
                        .filter(each -> each.slot().item().equals(AssistanceItem.DISABILITY_LIVING))
                        .count());
    }

    @Test
    void oneLineForTownAndCountryAnswersForBoth() {
        AssistanceSchedule schedule = AssistanceSchedule.of(List.of(AssistanceStandardBuilder.builder()
                .place("甲市")
                .item(AssistanceItem.SUBSISTENCE)
                .residence(Residence.UNIFIED)
                .amount(new BigDecimal("900"))
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse("2023-01-01"))
                .build()));
        assertEquals(
                List.of(Residence.URBAN, Residence.RURAL),
                schedule.inForce("甲市", LocalDate.of(2024, 1, 1)).stream()
                        .map(each -> each.slot().residence())
                        .toList());
        assertEquals(List.of(), schedule.inForce("甲市", LocalDate.of(2022, 1, 1)));
    }

    /** A line for the law: begins in [from, latest] days after the origin, ends after [to] or never. */
    record Draft(int from, int width, int to, boolean district) {

        AssistanceStandard line(int number) {
            // January begins and February ends the window; a month stands for a span of days.
            String text = width == 0
                    ? ORIGIN.plusDays(from).toString()
                    : from < 20 ? "2021-01" : from < 30 ? "2021-02" : "2021";
            return AssistanceStandardBuilder.builder()
                    .place(district ? LAOSHAN : "青岛市")
                    .item(AssistanceItem.SUBSISTENCE)
                    .residence(Residence.URBAN)
                    .amount(BigDecimal.valueOf(number))
                    .unit(AmountUnit.YUAN_PERSON_MONTH)
                    .effectiveFrom(PartialDate.parse(text))
                    .effectiveTo(to == 0 ? null : PartialDate.of(ORIGIN.plusDays(to)))
                    .build();
        }
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.of(true, false))
                .as((from, width, to, district) -> new Draft(from, Math.max(0, width - 1), to, district))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    /** Tries every day on which each line can have begun: slow, and plainly right. */
    private static Set<AssistanceStandard> naive(List<AssistanceStandard> lines, LocalDate day) {
        Set<AssistanceStandard> found = new LinkedHashSet<>();
        worlds(lines, day, new ArrayList<>(), found);
        return found;
    }

    private static void worlds(
            List<AssistanceStandard> lines, LocalDate day, List<LocalDate> begins, Set<AssistanceStandard> found) {
        if (begins.size() == lines.size()) {
            LocalDate last = null;
            boolean district = false;
            for (int i = 0; i < begins.size(); i++) {
                boolean narrow = lines.get(i).place().equals(LAOSHAN);
                if (!begins.get(i).isAfter(day)
                        && (last == null
                                || begins.get(i).isAfter(last)
                                || begins.get(i).equals(last) && narrow)) {
                    district = begins.get(i).equals(last) ? district || narrow : narrow;
                    last = begins.get(i);
                }
            }
            for (int i = 0; i < begins.size(); i++) {
                AssistanceStandard line = lines.get(i);
                if (begins.get(i).equals(last)
                        && line.place().equals(LAOSHAN) == district
                        && (line.effectiveTo() == null
                                || !line.effectiveTo().date().isBefore(day))) {
                    found.add(line);
                }
            }
            return;
        }
        PartialDate from = lines.get(begins.size()).effectiveFrom();
        // Days after the one asked for are all alike: one of them stands for the rest.
        for (LocalDate begin = from.earliest();
                !begin.isAfter(from.latest()) && !begin.isAfter(day.plusDays(1));
                begin = begin.plusDays(1)) {
            begins.add(begin);
            worlds(lines, day, begins, found);
            begins.remove(begins.size() - 1);
        }
        if (from.earliest().isAfter(day.plusDays(1))) {
            begins.add(from.earliest());
            worlds(lines, day, begins, found);
            begins.remove(begins.size() - 1);
        }
    }

    @Property(tries = 150)
    void theAnswerOnADayEqualsANaiveSearch(@ForAll("drafts") List<Draft> drafts, @ForAll("days") int after) {
        List<AssistanceStandard> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            lines.add(draft.line(lines.size() + 1));
        }
        LocalDate day = ORIGIN.plusDays(after);
        StandardInForce answer =
                AssistanceSchedule.of(lines).answer(LAOSHAN, AssistanceItem.SUBSISTENCE, Residence.URBAN, null, day);
        Set<AssistanceStandard> naive = naive(lines, day);
        assertEquals(naive, new LinkedHashSet<>(answer.possible()));
        if (answer.known() != null) {
            assertTrue(naive.contains(answer.known()));
        }
        if (answer.certain()) {
            assertEquals(Set.of(answer.known()), naive);
        }
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 70);
    }

    private static AssistanceStandard supported(Residence residence, SupportWay way, String amount) {
        return AssistanceStandardBuilder.builder()
                .place("东岚市")
                .item(AssistanceItem.EXTREME_HARDSHIP_LIVING)
                .residence(residence)
                .support(way)
                .amount(new BigDecimal(amount))
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .effectiveFrom(PartialDate.parse("2024-01-01"))
                .build();
    }

    @Test
    void peopleInAnInstitutionAndAtHomeHaveStandardsOfTheirOwn() {
        AssistanceStandard urban = supported(Residence.URBAN, null, "1320");
        AssistanceStandard central = supported(Residence.RURAL, SupportWay.CENTRAL, "1295");
        AssistanceStandard scattered = supported(Residence.RURAL, SupportWay.SCATTERED, "982");
        AssistanceSchedule schedule = AssistanceSchedule.of(List.of(urban, central, scattered));
        List<StandardInForce> inForce = schedule.inForce("东岚市", LocalDate.of(2024, 6, 1));
        assertEquals(
                List.of("城市特困基本生活 1320元/人·月", "农村特困基本生活（集中） 1295元/人·月", "农村特困基本生活（分散） 982元/人·月"),
                inForce.stream()
                        .map(each -> each.slot().label(grade -> grade) + ' ' + each.amount())
                        .toList());
        assertTrue(inForce.stream().allMatch(StandardInForce::settled));
        assertEquals(List.of(scattered), schedule.history("东岚市", inForce.get(2).slot()));
        assertEquals(
                3,
                List.of(urban.key(), central.key(), scattered.key()).stream()
                        .distinct()
                        .count());
    }
}
