package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.NormativeNumber;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.land.Area;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.RegionCode;

/**
 * No text makes a value type throw or contradict itself. Files in {@code ValueTypesFuzzTestInputs} are tried in every
 * build; with {@code JAZZER_FUZZ=1} and one method named, that method is fuzzed.
 */
class ValueTypesFuzzTest {

    @FuzzTest(maxDuration = "5s")
    void anyTextIsReadAsADocumentNumber(byte[] bytes) {
        Reading<List<DocumentNumber>> all = DocumentNumber.readAll(text(bytes));
        DocumentNumber first = DocumentNumber.read(text(bytes)).value();
        assertEquals(all.value().isEmpty() ? null : all.value().get(0), first);
        for (DocumentNumber number : all.value()) {
            assertEquals(number.wellFormed(), number.serial() != null);
            if (number.wellFormed()) {
                assertEquals(Reading.clean(number.text(), number), DocumentNumber.read(number.text()));
            }
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyTextIsKeptAsACode(byte[] bytes) {
        String text = text(bytes);
        IndexNumber index = IndexNumber.parse(text);
        index.year();
        index.stamp();
        index.publisherCode();
        NormativeNumber normative = NormativeNumber.parse(text);
        normative.year();
        normative.bodyCode();
        CreditCode credit = CreditCode.parse(text);
        credit.organizationCode();
        RegionCode region = RegionCode.parse(text);
        ThemeCategory theme = ThemeCategory.parse(text);
        theme.level1();
        theme.level2();
        for (Code code : List.of(index, normative, credit, region, theme)) {
            code.wellFormed();
            assertEquals(text, code.text());
        }
        assertEquals(region.wellFormed(), region.level() != null);
        // The region in a credit code need be no division: 100000 stands for the central organs.
        assertEquals(credit.wellFormed(), credit.region() != null);
    }

    @FuzzTest(maxDuration = "5s")
    void anyTextIsReadAsADateOrNot(byte[] bytes) {
        Reading<?> reading = DateText.read(text(bytes));
        if (reading.value() != null) {
            assertEquals(
                    reading.value(), DateText.read(reading.value().toString()).value());
        }
        for (DateText.Epoch epoch : DateText.Epoch.values()) {
            DateText.readSerial(text(bytes), epoch);
        }
        PartialDate.read(text(bytes));
    }

    @FuzzTest(maxDuration = "5s")
    void anyTextIsReadAsAgencies(byte[] bytes) {
        for (Agency agency : Agency.readAll(text(bytes)).value()) {
            assertFalse(agency.text().isBlank());
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyTextIsReadAsAnArea(byte[] bytes) {
        Area area = Area.read(text(bytes), null).value();
        for (Area.Unit unit : Area.Unit.values()) {
            Area read = Area.read(text(bytes), unit).value();
            assertTrue(area == null || area.equals(read), () -> area + " and " + read);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
