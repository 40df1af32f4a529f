package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u3000\uFEFF", "\u200B\t\r\n"})
    void aTextInWhichNothingShowsIsBlank(String text) {
        assertTrue(LegacyText.blank(text));
        assertFalse(LegacyText.blank(text + '公' + text));
    }

    @Test
    void whatIsNotSeenIsDroppedAroundATextAndKeptWithinIt() {
        assertEquals("公\u200B 开", LegacyText.stripUnseen("\uFEFF\u00A0公\u200B 开\u3000\u200B"));
        assertEquals("\uFEFF公", LegacyText.strip("\u00A0\uFEFF公 "));
    }

    @Test
    void twoWritingsOfOneWordFoldToTheSameText() {
        assertEquals("A(1)公开", LegacyText.folded(" Ａ（１）公\u00A0开\uFEFF"));
        assertEquals("A(1)公开", LegacyText.folded("A(1)公开"));
    }

    @Test
    void aTextWithoutFullWidthFormsIsItsOwnHalfWidthForm() {
        String text = "青政办发〔2023〕13号 A";
        assertSame(text, LegacyText.halfWidth(text));
        assertEquals("(2023)!", LegacyText.halfWidth("（２０２３）！"));
    }

    @Test
    void titlesAreComparedWithoutBlanksAndMarks() {
        assertEquals("停车场建设方案", LegacyText.withoutTitleMarks("《停车场\u00A0建设方案》 "));
        assertEquals("停车场建设方案", LegacyText.withoutTitleMarks("“停车场建设方案”"));
    }

    @Test
    void lettersAndDigitsAreLeftOfAValue() {
        assertEquals("青政办发202313号Ab", LegacyText.lettersAndDigits("青政办发〔２０２３〕13 号：Ａb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"无", " 暂 无 ", "（无）", "——", "／", "N/A", "null", "\\N", "无文号", "没有", "空"})
    void wordsForNoneAreKnown(String text) {
        assertTrue(LegacyText.nullToken(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "无锡", "N", "无号码段", "—无—号—", "空白", "0"})
    void otherTextsAreNoWordForNone(String text) {
        assertFalse(LegacyText.nullToken(text));
    }
}
