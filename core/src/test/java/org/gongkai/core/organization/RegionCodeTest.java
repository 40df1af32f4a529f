package org.gongkai.core.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.gongkai.core.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "370000, PROVINCE",
        "110000, PROVINCE",
        "110100, CITY",
        "110101, COUNTY",
        "370200, CITY",
        "370212, COUNTY",
        "370212000, COUNTY",
        "370212000000, COUNTY",
        "370212001, TOWNSHIP",
        "370212001000, TOWNSHIP",
        "370212001001, VILLAGE",
        "441900, CITY",
        "441900003, TOWNSHIP",
        "429004, COUNTY",
        "810000, PROVINCE"
    })
    void aCodeTellsHowFarDownItReaches(String text, RegionCode.Level level) {
        assertEquals(level, RegionCode.parse(text).level());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "37", "3702", "990000", "160000", "37021", "3702120", "37021200100", "37021A", "３７０２１２"})
    void otherTextsAreNoCodes(String text) {
        assertFalse(RegionCode.parse(text).wellFormed());
    }

    @ParameterizedTest
    @CsvSource({
        "370000, 370212, true",
        "370200, 370212, true",
        "370200, 370300, false",
        "370212, 370212001, true",
        "370212, 370212001001, true",
        "370212000, 370212, true",
        "370212, 370200, false",
        "110000, 110101, true",
        "441900, 441900003, true",
        "370212001, 370212001000, true",
        "370212001000, 370212001, true",
        "37, 370212, false"
    })
    void aDivisionContainsThoseBelowItAndItself(String text, String other, boolean contains) {
        assertEquals(contains, RegionCode.parse(text).contains(RegionCode.parse(other)));
    }

    @Test
    void everyDivisionOf2023IsWellFormedAndLiesInTheOneAbove() throws IOException {
        Map<RegionCode.Level, Integer> counts = new EnumMap<>(RegionCode.Level.class);
        count("provinces.csv", "code", null, counts);
        count("cities.csv", "code", "provinceCode", counts);
        count("areas.csv", "code", "cityCode", counts);
        count("streets_3702.csv", "code", "areaCode", counts);
        assertTrue(counts.get(RegionCode.Level.PROVINCE) >= 31, counts::toString);
        assertTrue(counts.get(RegionCode.Level.CITY) >= 333, counts::toString);
        assertTrue(counts.get(RegionCode.Level.COUNTY) >= 2800, counts::toString);
        assertTrue(counts.get(RegionCode.Level.TOWNSHIP) >= 130, counts::toString);
    }

    private static void count(String file, String column, String above, Map<RegionCode.Level, Integer> counts)
            throws IOException {
        try (CsvReader<NamedCsvRecord> divisions =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("divisions/" + file))) {
            for (NamedCsvRecord division : divisions) {
                RegionCode code = padded(division.getField(column));
                assertTrue(code.wellFormed(), code.text());
                if (above != null) {
                    assertTrue(padded(division.getField(above)).contains(code), code.text());
                }
                counts.merge(code.level(), 1, Integer::sum);
            }
        }
    }

    private static RegionCode padded(String digits) {
        return RegionCode.parse(digits.length() < 6 ? (digits + "0000").substring(0, 6) : digits);
    }
}
