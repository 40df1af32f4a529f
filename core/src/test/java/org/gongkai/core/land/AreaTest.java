package org.gongkai.core.land;

import static org.gongkai.core.land.Area.Unit.HECTARE;
import static org.gongkai.core.land.Area.Unit.MU;
import static org.gongkai.core.land.Area.Unit.SQUARE_METRE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTest {

    /** Arithmetic of published notices; where the notice names no unit, hectares stand for it. */
    @ParameterizedTest
    @CsvFileSource(resources = "published-sums.csv", numLinesToSkip = 1)
    void figuresOfNoticesAreHeldAgainstTheirTerms(
            String place,
            String kind,
            String terms,
            String unit,
            String stated,
            String statedUnit,
            boolean approximate,
            boolean agrees) {
        List<Area> parts = Arrays.stream(terms.split("\\|"))
                .map(each -> Area.of(each, Area.Unit.named(unit)))
                .toList();
        Area total = new Area(new BigDecimal(stated), Area.Unit.named(statedUnit), approximate);
        assertEquals(agrees, total.agreesWith(parts), place + " " + kind);
    }

    @Test
    void aFigureLongerThanAnyAreaIsNoNumber() {
        assertEquals("1".repeat(60), Area.of("1".repeat(60), HECTARE).value().toString());
        assertThrows(NumberFormatException.class, () -> Area.of("1".repeat(61), HECTARE));
    }

    @Test
    void theParcelsOfNingheAddUpToLessThanTheNoticeSays() {
        assertEquals(
                "17.0766公顷",
                sum(hectares("3.8966"), hectares("6.3870"), hectares("6.7930")).toString());
    }

    @Test
    void sixAreasInSquareMetresMakeAHectareFigure() {
        List<Area> terms = Arrays.stream(new int[] {3273, 494, 232, 174, 14194, 198})
                .mapToObj(each -> Area.of(String.valueOf(each), SQUARE_METRE))
                .toList();
        assertEquals(Area.of("18565", SQUARE_METRE), Area.sum(terms));
        assertEquals(hectares("1.8565"), Area.of("18565", SQUARE_METRE).to(HECTARE));
    }

    @Test
    void hectaresBecomeMuExactly() {
        assertEquals(mu("193.296"), hectares("12.8864").to(MU));
        assertEquals(mu("335.4285"), hectares("22.3619").to(MU));
        assertEquals(mu("335.43"), hectares("22.3619").to(MU, 2));
    }

    @Test
    void oneMuHasNoExactHectares() {
        assertThrows(ArithmeticException.class, () -> mu("1").to(HECTARE));
        assertEquals(hectares("0.0667"), mu("1").to(HECTARE, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "335.42,false",
        "335.43,true",
        "335.44,false",
        "335.4,true",
        "335,true",
        "336,false",
        "335.4285,true",
        "335.4300,false"
    })
    void aRestatementMayDifferByHalfOfItsLastDecimal(String stated, boolean agrees) {
        assertEquals(agrees, mu(stated).agreesWith(List.of(hectares("22.3619"))));
    }

    @Test
    void aboutExcusesOneUnitOfTheLastDecimalAndNoMore() {
        assertFalse(hectares("3.2").agreesWith(List.of(hectares("3.2901"))));
        assertTrue(Area.parse("约3.2公顷").agreesWith(List.of(hectares("3.2901"))));
        assertFalse(Area.parse("约3.2公顷").agreesWith(List.of(hectares("3.3101"))));
    }

    @Test
    void aSpreadsheetThatDroppedATrailingZeroIsStillExact() {
        List<Area> terms = List.of(hectares("6.387"), hectares("6.7931"));
        assertTrue(hectares("13.1801").agreesWith(terms));
        assertFalse(hectares("13.1805").agreesWith(terms));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "约17.2566公顷;约17.2566公顷",
                "12.8864ha;12.8864公顷",
                "12.8864 HA;12.8864公顷",
                "1,234.50㎡;1234.50平方米",
                "3273m2;3273平方米",
                "１２．５亩;12.5亩",
                "2.5公顷（37.5亩）;2.5公顷",
                "近 3 公顷;约3公顷",
                "3公顷左右;约3公顷",
                "大约0.5hm²;约0.5公顷",
                "0.0018公顷;0.0018公顷"
            })
    void areasAreReadAsNoticesWriteThem(String raw, String expected) {
        assertEquals(expected, String.valueOf(Area.read(raw, null).value()));
    }

    @Test
    void theColumnsUnitServesABareFigureAndYieldsToAnExpressOne() {
        assertEquals(hectares("17.2566"), Area.read("17.2566", HECTARE).value());
        assertEquals(mu("258.849"), Area.read("258.849亩", HECTARE).value());
        assertNull(Area.read("17.2566", null).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "—", "/", "无", "-3公顷", "3斤", "1.2.3公顷", "三公顷", "12,34公顷", "3公顷4亩", "1e9公顷"})
    void whatIsNoAreaIsNotGuessed(String raw) {
        assertNull(Area.read(raw, HECTARE).value());
    }

    @Test
    void repairsAreNamed() {
        Reading<Area> reading = Area.read(" 约１，２３４．５ ㎡ ", null);
        assertEquals("约1234.5平方米", String.valueOf(reading.value()));
        assertEquals(
                List.of(Repair.OUTER_BLANKS, Repair.INNER_BLANKS, Repair.FULL_WIDTH, Repair.SYNONYM, Repair.SEPARATOR),
                reading.repairs());
        assertFalse(Area.read("17.2566公顷", null).repaired());
    }

    @ParameterizedTest
    @CsvSource({
        "面积（公顷）,HECTARE",
        "面积(公顷):,HECTARE",
        "面积[亩],MU",
        "单位：平方米,SQUARE_METRE",
        "拟征面积（单位:ha）,HECTARE",
        "总面积（㎡）,SQUARE_METRE",
        "公顷,HECTARE"
    })
    void theUnitOfALabelIsFound(String label, Area.Unit unit) {
        assertEquals(unit, Area.Unit.in(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"面积", "面积（万元）", "位置", "", "（公顷）面积（其中耕地）"})
    void aLabelWithoutAUnitHasNone(String label) {
        assertNull(Area.Unit.in(label));
    }

    @Property(tries = 200)
    void anAreaReadsBackFromItsText(@ForAll("areas") Area area) {
        assertEquals(area, Area.parse(area.toString()));
    }

    @Property(tries = 200)
    void aUnitThereAndBackIsTheSameSize(@ForAll("areas") Area area) {
        assertEquals(0, area.compareTo(area.to(MU)));
        assertEquals(0, area.compareTo(area.to(MU).to(area.unit())));
        if (area.unit() == HECTARE) {
            assertEquals(0, area.to(MU).value().compareTo(area.value().multiply(BigDecimal.valueOf(15))));
            assertEquals(0, area.to(SQUARE_METRE).value().compareTo(area.value().movePointRight(4)));
        }
    }

    @Property(tries = 200)
    void theOrderOfTheTermsDoesNotChangeTheirSum(@ForAll("several") List<Area> areas) {
        List<Area> turned = new ArrayList<>(areas);
        Collections.reverse(turned);
        assertEquals(0, sum(areas).compareTo(sum(turned)));
    }

    @Property(tries = 200)
    void aSumOfPartialSumsIsTheSum(@ForAll("several") List<Area> areas) {
        Area first = areas.get(0);
        Area whole = areas.size() == 1 ? first : sum(first, sum(areas.subList(1, areas.size())));
        assertEquals(0, sum(areas).compareTo(whole));
        assertEquals(areas.stream().anyMatch(Area::approximate), sum(areas).approximate());
    }

    @Property(tries = 200)
    void theExactSumAlwaysAgreesWithItsTerms(@ForAll("several") List<Area> areas) {
        assertTrue(sum(areas).agreesWith(areas));
    }

    @Property(tries = 200)
    void whatRoundingCannotExplainNeverAgrees(@ForAll("several") List<Area> areas) {
        // Twelve figures of four decimals, in 公顷 at the coarsest: 13 × 0.00005 公顷 is less than a hundredth of a 亩.
        Area sum = sum(areas).to(MU, 4);
        Area off = new Area(sum.value().add(new BigDecimal("0.02")), MU, false);
        assertFalse(off.agreesWith(areas));
    }

    private static Area sum(Area... areas) {
        return sum(List.of(areas));
    }

    private static Area sum(List<Area> areas) {
        return Objects.requireNonNull(Area.sum(areas));
    }

    private static Area hectares(String value) {
        return Area.of(value, HECTARE);
    }

    private static Area mu(String value) {
        return Area.of(value, MU);
    }

    @Provide
    Arbitrary<Area> areas() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(100_000))
                                .ofScale(4)
                                .map(each -> each.setScale(4)),
                        Arbitraries.of(Area.Unit.values()),
                        Arbitraries.of(true, false))
                .as(Area::new);
    }

    @Provide
    Arbitrary<List<Area>> several() {
        return areas().list().ofMinSize(1).ofMaxSize(12);
    }
}
