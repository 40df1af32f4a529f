package org.gongkai.validation.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatioRulesTest {

    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    /** A published pair of amounts, recomputed from the figures of Shandong cities. */
    record Vector(
            String id,
            String name,
            LocalDate day,
            AssistanceItem item,
            Set<String> grades,
            Amount base,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal roundedUp,
            Amount published,
            String comparison) {

        RatioRule rule() {
            return new RatioRule(
                    id,
                    item,
                    grades,
                    RatioRule.Kind.AT_LEAST,
                    AssistanceItem.SUBSISTENCE,
                    null,
                    numerator,
                    denominator,
                    BigDecimal.ONE,
                    null,
                    null,
                    Evidence.DERIVED,
                    name,
                    Set.of());
        }
    }

    static Stream<Vector> vectors() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RatioRulesTest.class.getResourceAsStream("ratio-vectors.csv"), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Vector(
                            cells[0],
                            cells[1],
                            LocalDate.parse(cells[2]),
                            AssistanceItem.parse(cells[3]),
                            cells[4].isEmpty() ? Set.of() : Set.of(cells[4].split("\\|")),
                            new Amount(new BigDecimal(cells[6]), AmountUnit.valueOf(cells[7])),
                            new BigDecimal(cells[8]),
                            new BigDecimal(cells[9]),
                            new BigDecimal(cells[10]),
                            new Amount(new BigDecimal(cells[11]), AmountUnit.valueOf(cells[7])),
                            cells[12]))
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreSixtySevenVectors() throws IOException {
        assertEquals(67, vectors().count());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theProductIsRoundedUpAndComparedAsPublished(Vector vector) {
        RatioCheck check = RatioCheck.of(vector.rule(), vector.base(), vector.published());
        assertEquals(0, vector.roundedUp().compareTo(check.required().value()), vector.toString());
        String comparison = check.comparison() < 0 ? "BELOW" : check.comparison() > 0 ? "ABOVE" : "EQUAL";
        assertEquals(vector.comparison(), comparison, vector.toString());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void noPublishedAmountBreaksARuleOfShandongThatHeldOnItsDay(Vector vector) {
        for (RatioRule rule : RatioRules.shandong().rules()) {
            if (rule.kind() == RatioRule.Kind.AT_LEAST
                    && rule.item().equals(vector.item())
                    && (rule.grades().isEmpty() || rule.grades().equals(vector.grades()))
                    && rule.holdsOn(vector.day())) {
                RatioCheck check = RatioCheck.of(rule, vector.base(), vector.published());
                assertTrue(check.kept(), check.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void whatFellShortByMoreThanAYuanDidSoBeforeTheRulesBegan(Vector vector) {
        RatioCheck check = RatioCheck.of(vector.rule(), vector.base(), vector.published());
        if (!check.kept()) {
            assertTrue(vector.day().isBefore(START), vector.toString());
            assertTrue(
                    RatioRules.shandong().rules().stream().noneMatch(rule -> rule.holdsOn(vector.day())),
                    vector.toString());
        }
    }

    @Test
    void oneYuanShortIsTolerated() {
        // Zibo 2024, rural: 877 times 1.3 is 1140.1; 1140 was published.
        RatioRule rule = RatioRules.shandong().rules().get(0);
        assertTrue(RatioCheck.of(rule, monthly("877"), monthly("1140")).kept());
        assertFalse(RatioCheck.of(rule, monthly("877"), monthly("1139")).kept());
    }

    @Test
    void aYearlyAmountIsHeldAgainstAMonthlyBase() {
        RatioRule rule = RatioRules.shandong().rules().get(0);
        Amount yearly = new Amount(new BigDecimal("8100"), AmountUnit.YUAN_PERSON_YEAR);
        assertTrue(RatioCheck.of(rule, monthly("450"), yearly).kept());
        assertFalse(RatioCheck.of(rule, monthly("620"), yearly).kept());
        assertThrows(
                IllegalArgumentException.class,
                () -> RatioCheck.of(rule, monthly("450"), new Amount(BigDecimal.TEN, AmountUnit.YUAN_HOUSEHOLD_MONTH)));
    }

    @Test
    void aRiseMustMatchAndMayNotExceed() {
        RatioRule rise = RatioRules.shandong().rules().stream()
                .filter(each -> each.kind() == RatioRule.Kind.SAME_RISE)
                .findFirst()
                .orElseThrow();
        assertTrue(RatioCheck.of(rise, monthly("130"), monthly("130")).kept());
        assertFalse(RatioCheck.of(rise, monthly("130"), monthly("100")).kept());
        assertFalse(RatioCheck.of(rise, monthly("130"), monthly("160")).kept());
    }

    @Test
    void theSetsThatShipAreToldApart() {
        assertEquals(8, RatioRules.shandong().rules().size());
        assertEquals("shandong", RatioRules.shandong().name());
        assertEquals(new BigDecimal("3"), RatioRules.qingdao().rules().get(0).numerator());
        assertEquals(3, RatioRules.careByWage().rules().size());
        assertEquals(List.of(), RatioRules.none().rules());
    }

    @Test
    void aUserBringsRatiosOfTheirOwnAndAWrongLineIsNamed() throws IOException {
        String header =
                "id,item,grades,kind,base,base_residence,numerator,denominator,tolerance,from,until,evidence,source\n";
        RatioRules own = RatioRules.read(
                "yantai",
                new StringReader(
                        header + "hardship,特困基本生活,,AT_LEAST,低保,SAME,14,10,1,2024-01-01,2024-12-31,unverified,own\n"));
        assertFalse(own.rules().get(0).holdsOn(LocalDate.of(2025, 1, 1)));
        for (String bad : List.of(
                "x,特困基本生活,,AT_LEAST,低保,SAME,14,0,1,,,derived,own",
                "x,特困基本生活,,AT_MOST,低保,SAME,14,10,1,,,derived,own",
                "x,特困基本生活,,AT_LEAST,低保,SAME,ten,10,1,,,derived,own",
                "x,特困基本生活,,AT_LEAST,低保,SAME,14,10,1,soon,,derived,own",
                "x,特困基本生活")) {
            IOException refused =
                    assertThrows(IOException.class, () -> RatioRules.read("x", new StringReader(header + bad)), bad);
            assertTrue(refused.getMessage().startsWith("line 2 "), refused.getMessage());
        }
    }

    private static Amount monthly(String yuan) {
        return new Amount(new BigDecimal(yuan), AmountUnit.YUAN_PERSON_MONTH);
    }
}
