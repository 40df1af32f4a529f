package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class LegacyTextTest {

    @Property
    void withoutBlanksNothingIsLeftThatIsWhiteOrUnseenAndNothingElseIsGone(
            @ForAll
                    @Chars({
                        'a', '文', '，', ' ', '\u3000', '\u00a0', '\t', '\u200b', '\ufeff', '\u0001', '\ud83d', '\ude00'
                    })
                    String text) {
        assertEquals(
                text.codePoints()
                        .filter(each -> !LegacyText.blank(each) && !LegacyText.invisible(each))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()),
                LegacyText.withoutBlanks(text));
        assertEquals(
                text.codePoints()
                        .filter(each -> !LegacyText.invisible(each))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()),
                LegacyText.withoutInvisible(text));
    }

    @Test
    void aTagCharacterBeyondTheBasicPlaneIsUnseenToo() {
        assertEquals("青政", LegacyText.withoutBlanks("青\uDB40\uDC20政"));
    }

    @Test
    void aTextInOneLineSteersNoTerminalAndKeepsItsCharacters() {
        assertEquals(
                "青 [31m政 务\uD83D\uDE00 公 开 ", LegacyText.oneLine("青\u001b[31m政\n务\uD83D\uDE00\u202E公\u2028开\uD83D"));
    }
}
