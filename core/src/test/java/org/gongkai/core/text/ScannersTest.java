package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.decision.WebLink;

/** Scanners that go through a text once say the same as the patterns that they took the place of. */
class ScannersTest {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]\\d+(?:[ .-]?\\d+)*");
    private static final Pattern CLIMBS = Pattern.compile("(?i)(?:.*/)?(?:\\.|%2e){2}(?:[/?#].*)?");

    @Property
    void aNumberWithASignIsNoFormula(@ForAll("numbers") String text) {
        String signed = "+" + text;
        assertEquals(PLAIN_NUMBER.matcher(signed).matches() ? signed : "'" + signed, SpreadsheetCell.guarded(signed));
    }

    @Property
    void aPathClimbsByTwoDots(@ForAll("paths") String text) {
        boolean below = WebLink.relative(text)
                && !text.startsWith("/")
                && !CLIMBS.matcher(text).matches()
                && !text.contains("../");
        assertEquals(below, WebLink.below(text));
    }

    @Property
    void breaksAreJoined(@ForAll("lines") String text) {
        assertEquals(text.replaceAll("\\s*\\n\\s*", "|"), LineBreaks.joined(text, "\n", "|"));
        assertEquals(text.replaceAll("\\s*[\\r\\n]+\\s*", ""), LineBreaks.joined(text, "\r\n", ""));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().withChars("+-1 .2").ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("..", ".", "/", "%2e", "%2E", "?", "#", "a", "b")
                .list()
                .ofMaxSize(7)
                .map(each -> String.join("", each));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings().withChars("a \n\r\t\u000B　").ofMaxLength(10);
    }
}
