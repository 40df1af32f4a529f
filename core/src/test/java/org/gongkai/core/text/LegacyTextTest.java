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
}
