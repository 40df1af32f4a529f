package org.gongkai.ingest.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Scanners that go through a line once say the same as the patterns that they took the place of. */
class TextScannersTest {

    private static final String DATE = "(?:(?:19|20)\\d{2}|" + TextDates.NUMERAL + "{4})\\s*年\\s*" + TextDates.NUMERAL
            + "{1,3}\\s*月\\s*" + TextDates.NUMERAL + "{1,3}\\s*日";
    private static final Pattern DATE_LINE = Pattern.compile(DATE);
    private static final Pattern PRINTED = Pattern.compile("(.*?)[\\s　]*(" + DATE + ")[\\s　]*印发?");

    @Property(tries = 3_000)
    void aDateIsReadFromItsEnd(@ForAll("dates") String text) {
        assertEquals(DATE_LINE.matcher(text).matches(), TextDates.isDate(text));
    }

    @Property(tries = 3_000)
    void whoPrintedStandsBeforeTheDate(@ForAll("dates") String text) {
        Matcher printed = PRINTED.matcher(text + "印发");
        TextDates.Behind behind = TextDates.atEnd(text);
        assertEquals(
                printed.matches() ? List.of(printed.group(1), printed.group(2)) : null,
                behind == null ? null : List.of(behind.before(), behind.date()));
    }

    @Provide
    Arbitrary<String> dates() {
        return joined("二〇二三", "2023", "1", "十二", "年", "月", "日", " ", "　", "某局", "2023年1月2日", "二〇二三年 五月", "x");
    }

    private static Arbitrary<String> joined(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(9).map(each -> String.join("", each));
    }
}
