package org.gongkai.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Scanners that go through a line once say the same as the patterns that they took the place of. */
class PageScannersTest {

    private static final Pattern SITE_SUFFIX =
            Pattern.compile("\\s*[_|｜]+\\s*|\\s+[-–—]+\\s+|[-–—]+(?=[^-–—]{2,30}(?:网|门户|网站|政府|局|厅|委)$)");

    @Property(tries = 3_000)
    void blanksAndEdgesAreFolded(@ForAll("edged") String text) {
        String folded =
                text.replaceAll("[ \\t\\r\\n\u00a0]+", " ").replaceAll("(?:" + Block.EDGE + " ?)+", "" + Block.EDGE);
        assertEquals(folded, Block.folded(text));
    }

    @Property(tries = 3_000)
    void aWindowIsPartedInTheSamePlaces(@ForAll("titles") String text) {
        assertEquals(List.of(SITE_SUFFIX.split(text)), List.of(WindowTitle.SITE_SUFFIX.split(text)));
    }

    @Property(tries = 3_000)
    void aBylineEndsInItsDate(@ForAll("bylines") String text) {
        String date =
                "(?:19|20)\\d{2}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?";
        Matcher old = Pattern.compile("(.*?)[\\s|｜]*(?<![\\d])(" + date + ")").matcher(text);
        assertEquals(old.matches() ? List.of(old.group(1), old.group(2)) : null, byline(text));
    }

    private static @Nullable List<String> byline(String text) {
        Matcher last = LineSplitter.LAST_DATE.matcher(text);
        return last.find()
                ? List.of(StringUtils.stripEnd(text.substring(0, last.start()), LineSplitter.BEFORE_DATE), last.group())
                : null;
    }

    @Provide
    Arbitrary<String> edged() {
        return Arbitraries.strings().withChars("a \t\u00a0" + Block.EDGE).ofMaxLength(10);
    }

    @Provide
    Arbitrary<String> titles() {
        return joined("通知", " ", "_", "|", "-", "—", "某区政府", "网", "\u000B", "a - b");
    }

    @Provide
    Arbitrary<String> bylines() {
        return joined("某局", "2023-1-2", "2023年1月2日", " 10:20", "|", " ", "1", "2", "20");
    }

    private static Arbitrary<String> joined(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(9).map(each -> String.join("", each));
    }
}
