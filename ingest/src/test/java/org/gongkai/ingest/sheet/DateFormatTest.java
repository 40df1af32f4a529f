package org.gongkai.ingest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "yyyy\"年\"m\"月\"d\"日\";@",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "mm:ss.000",
                "[hh]:mm",
                "h:mm AM/PM",
                "h\"时\"mm\"分\"",
                "m"
            })
    void partsOfADayShowADay(String pattern) {
        assertEquals(true, DateFormat.showsDay(pattern));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "0",
                "0.00\"d\"",
                "[Red]0",
                "[$¥-804]#,##0.00",
                "0.0\\h",
                "_d0",
                "*m0",
                "0;yyyy",
                "[hm]0",
                "d 0",
                "\"y",
                "[h",
                "\\",
                ""
            })
    void othersShowNone(String pattern) {
        assertEquals(false, DateFormat.showsDay(pattern));
    }

    @Property
    void textsInQuotesChangeNothing(@ForAll("patterns") String pattern, @ForAll("patterns") String quoted) {
        String inside = quoted.replace("\"", "");
        assertEquals(DateFormat.showsDay(pattern), DateFormat.showsDay('"' + inside + '"' + pattern));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings().withChars("ymdhs0#?.\"\\_*[]年-/: @ADP").ofMaxLength(12);
    }
}
