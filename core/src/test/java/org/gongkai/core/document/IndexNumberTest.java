package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexNumberTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "000014349/2017-00110, IX1, 000014349, 2017",
                "11371000004359010J/2025-00809, IX2, 11371000004359010J, 2025",
                "11370322004222241N/2021-5135380, IX3, 11370322004222241N, 2021",
                "19059120230915143805, IX4, -, 2023",
                "01527918X-2020-153077, IX5, 01527918X, 2020",
                "3302-A01-02-03-20080501-0007, IX6, -, 2008",
                "LYG01-03-2008-0012, IX7, -, 2008",
                "530000010203202000001, IX8, -, -"
            })
    void aNumberTellsItsFamilyPublisherAndYear(String text, String family, String publisher, Integer year) {
        IndexNumber number = IndexNumber.parse(text);
        assertTrue(number.wellFormed());
        assertEquals(family, number.family().id());
        assertEquals(publisher, number.publisherCode());
        assertEquals(year, number.year());
        assertTrue(number.checkCharactersRight());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "000/2021-00475",
                "FJ00100-0215-2018-00091",
                "000014349/2017-0110",
                "0000143490/2017-00110"
            })
    void otherTextsBelongToNoFamily(String text) {
        IndexNumber number = IndexNumber.parse(text);
        assertFalse(number.wellFormed());
        assertNull(number.family());
        assertNull(number.publisherCode());
        assertNull(number.year());
        assertFalse(number.checkCharactersRight());
    }

    @Test
    void aStampIsTheMomentAtWhichTheRecordWasMade() {
        assertEquals(
                LocalDateTime.of(2023, 9, 15, 14, 38, 5),
                IndexNumber.parse("19059120230915143805").stamp());
        assertNull(IndexNumber.parse("000014349/2017-00110").stamp());
    }

    @Test
    void aStampOnThirtiethFebruaryIsNotWellFormed() {
        IndexNumber number = IndexNumber.parse("19059120230230143805");
        assertEquals(IndexFamily.TIME_STAMP, number.family());
        assertNull(number.stamp());
        assertFalse(number.wellFormed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000014348/2021-65490", "11370000MB28498854/2021-00001", "00000000X-2020-153077"})
    void wrongCheckCharactersAreToldButTheShapeStands(String text) {
        assertTrue(IndexNumber.parse(text).wellFormed());
        assertFalse(IndexNumber.parse(text).checkCharactersRight());
    }

    @Property(tries = 1000)
    void noTextIsTooStrange(@ForAll String text) {
        IndexNumber number = IndexNumber.parse(text);
        assertEquals(
                number.family() == null,
                number.year() == null && number.publisherCode() == null && number.family() == null);
        assertEquals(text, number.toString());
    }
}
