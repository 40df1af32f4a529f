package org.gongkai.core.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.PartialDate;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;

class AssistanceStandardTest {

    private static final String JSON = """
            {"kind":"assistance-standard","place":"青岛市","scope":{"name":"三市"},"item":"低保","residence":"RURAL",\
            "amount":1045,"unit":"YUAN_PERSON_MONTH","effectiveFrom":"2023-01","issuedOn":"2022-12-28",\
            "basis":{"documentNumber":"青民〔2022〕1号"},"setBy":["青岛市民政局"],"change":"RAISED","previousAmount":995.5,\
            "fromAnotherSystem":"x"}""";

    private static final AssistanceStandard LINE = AssistanceStandardBuilder.builder()
            .place("青岛市")
            .scope(RegionScope.read("三市"))
            .item(AssistanceItem.SUBSISTENCE)
            .residence(Residence.RURAL)
            .amount(new BigDecimal("1045.00"))
            .unit(AmountUnit.YUAN_PERSON_MONTH)
            .effectiveFrom(PartialDate.parse("2023-01"))
            .issuedOn(LocalDate.of(2022, 12, 28))
            .basis(new Basis(null, DocumentNumber.parse("青民〔2022〕1号")))
            .setBy(List.of(Agency.parse("青岛市民政局")))
            .change(AmountChange.RAISED)
            .previousAmount(new BigDecimal("995.50"))
            .other(Map.of("fromAnotherSystem", "x"))
            .build();

    private final ObjectMapper jackson2 =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final tools.jackson.databind.ObjectMapper jackson3 = tools.jackson.databind.json.JsonMapper.shared();

    @Test
    void bothVersionsOfJacksonWriteTheSameText() throws Exception {
        assertEquals(JSON, jackson2.writeValueAsString(LINE));
        assertEquals(JSON, jackson3.writeValueAsString(LINE));
    }

    @Test
    void bothVersionsOfJacksonReadItBack() throws Exception {
        assertEquals(LINE, jackson2.readValue(JSON, DisclosureRecord.class));
        assertEquals(LINE, jackson3.readValue(JSON, DisclosureRecord.class));
    }

    @Test
    void everyFigureOfTheTestDataSurvivesBothVersionsOfJackson() throws Exception {
        List<NamedCsvRecord> rows = TestStandards.rows();
        assertEquals(186, rows.size());
        for (NamedCsvRecord row : rows) {
            AssistanceStandard line = TestStandards.line(row);
            String json = jackson2.writeValueAsString(line);
            assertEquals(json, jackson3.writeValueAsString(line));
            assertEquals(line, jackson2.readValue(json, DisclosureRecord.class));
            AssistanceStandard back = (AssistanceStandard) jackson3.readValue(json, DisclosureRecord.class);
            assertEquals(row.getFields(), TestStandards.cells(back));
        }
    }

    @Test
    void noTwoFiguresOfTheTestDataShareAKey() {
        Set<String> keys =
                TestStandards.all().stream().map(DisclosureRecord::key).collect(Collectors.toSet());
        assertEquals(186, keys.size());
    }

    @Test
    void aCorrectedAmountIsTheSameRecordAndAnotherDayOfEffectIsNot() {
        AssistanceStandardBuilder builder = AssistanceStandardBuilder.builder(LINE);
        assertEquals(LINE.key(), builder.amount(BigDecimal.ONE).build().key());
        assertNotEquals(
                LINE.key(),
                builder.effectiveFrom(PartialDate.parse("2024")).build().key());
    }

    @Test
    void gradesAreASetWhateverTheirOrder() {
        AssistanceStandard one =
                AssistanceStandardBuilder.builder().grades(Set.of("4", "3")).build();
        AssistanceStandard other = AssistanceStandardBuilder.builder()
                .grades(Set.of("3", " 4", ""))
                .build();
        assertEquals(one, other);
        assertEquals("[3, 4]", other.grades().toString());
    }

    @Test
    void anAmountWithAMonstrousExponentIsKeptAndNotWrittenOut() {
        BigDecimal monster = new BigDecimal("1E+999999999");
        assertEquals(
                monster,
                AssistanceStandardBuilder.builder().amount(monster).build().amount());
    }

    @Test
    void aYearlyAmountIsNotSmallerThanAMonthlyOneBecauseItsNumberIs() {
        Amount monthly = new Amount(new BigDecimal("620"), AmountUnit.YUAN_PERSON_MONTH);
        Amount yearly = new Amount(new BigDecimal("7440"), AmountUnit.YUAN_PERSON_YEAR);
        assertEquals(0, monthly.compareYearly(yearly));
        assertNotEquals(monthly, yearly);
        assertEquals(
                new Amount(new BigDecimal("-2040"), AmountUnit.YUAN_PERSON_YEAR),
                new Amount(new BigDecimal("5400"), AmountUnit.YUAN_PERSON_YEAR).minus(monthly));
    }

    @Test
    void anAmountForAHouseholdIsNotComparedWithOneForAPerson() {
        Amount person = new Amount(BigDecimal.TEN, AmountUnit.YUAN_PERSON_MONTH);
        Amount household = new Amount(BigDecimal.TEN, AmountUnit.YUAN_HOUSEHOLD_MONTH);
        assertThrows(IllegalArgumentException.class, () -> person.compareYearly(household));
    }

    @Test
    void aPartialDateKeepsWhatIsKnownAndNoMore() {
        PartialDate month = PartialDate.parse("2024-02");
        assertEquals(LocalDate.of(2024, 2, 1), month.earliest());
        assertEquals(LocalDate.of(2024, 2, 29), month.latest());
        assertNull(month.date());
        assertEquals(LocalDate.of(2024, 2, 3), PartialDate.parse("2024-02-03").date());
        assertTrue(PartialDate.parse("2023").wellFormed());
        for (String bad : List.of("2023-13", "2023-02-30", "2023年", "23-01-01", "自发文之日起")) {
            assertNull(PartialDate.parse(bad).earliest(), bad);
            assertEquals(bad, PartialDate.parse(bad).text());
        }
    }

    @Test
    void otherNotationsOfAPartialDateAreReadAndNamed() {
        assertEquals("2022-01-01", PartialDate.read("自2022年1月1日起").value().text());
        assertEquals("2022-01", PartialDate.read("2022年1月").value().text());
        assertEquals("2022", PartialDate.read("2022年").value().text());
        assertEquals("2022-01-05", PartialDate.read("2022.1.5").value().text());
        assertEquals("发文之日", PartialDate.read("发文之日").value().text());
        assertNull(PartialDate.read(" ").value());
        assertTrue(PartialDate.read("2022年").repaired());
    }

    @Test
    void theWayOfSupportIsWrittenAndReadBack() throws Exception {
        AssistanceStandard line = AssistanceStandardBuilder.builder(LINE)
                .support(SupportWay.SCATTERED)
                .build();
        String json = jackson2.writeValueAsString(line);
        assertTrue(json.contains("\"residence\":\"RURAL\",\"support\":\"SCATTERED\""), json);
        assertEquals(line, jackson2.readValue(json, DisclosureRecord.class));
    }

    @Test
    void anAmountPaidEachTimeIsNotComparedWithOneOfAMonth() {
        Amount once = new Amount(new BigDecimal("2000"), AmountUnit.YUAN_PERSON_TIME);
        Amount month = new Amount(new BigDecimal("500"), AmountUnit.YUAN_PERSON_MONTH);
        Amount quarter = new Amount(new BigDecimal("1500"), AmountUnit.YUAN_PERSON_QUARTER);
        Amount household = new Amount(new BigDecimal("2000"), AmountUnit.YUAN_HOUSEHOLD_TIME);
        assertEquals("2000元/人·次", once.toString());
        assertEquals(false, once.comparableWith(month));
        assertEquals(false, once.comparableWith(household));
        assertEquals(0, month.compareYearly(quarter));
        assertEquals(
                "12000元/户·年",
                new Amount(new BigDecimal("1500"), AmountUnit.YUAN_HOUSEHOLD_MONTH)
                        .minus(new Amount(new BigDecimal("1500"), AmountUnit.YUAN_HOUSEHOLD_QUARTER))
                        .toString());
        assertThrows(IllegalArgumentException.class, () -> once.compareYearly(month));
    }

    @Test
    void theDifferencePaidIsNoStandard() {
        assertTrue(AssistanceItem.DIFFERENCE_PAID.besideStandards());
        assertEquals(false, AssistanceItem.SUBSISTENCE.besideStandards());
        assertTrue(CategoryScheme.a().categories().stream()
                .flatMap(each -> each.cells().stream())
                .noneMatch(each -> each.item().besideStandards()));
    }
}
