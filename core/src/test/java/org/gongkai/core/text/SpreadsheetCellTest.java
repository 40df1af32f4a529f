package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "＝1＋1",
                "-cmd",
                "+1-1*cmd",
                "\t=1",
                "\r\n=1",
                " =1",
                "\u00A0=1",
                "\u3000＝1",
                "\uFEFF=1",
                "\u200B@x",
                "\u202E-x",
                "'=1",
                "' =1",
                "|=1",
                "| =cmd|' /C calc'!A0",
                "||＝1",
                "｜@x",
                "%0A=1",
                "%0a%0D-cmd",
                "%09+cmd",
                " |%0A\u200B=1",
                "\t",
                "＋cmd",
                "－cmd",
                "＠SUM(A1)"
            })
    void aCellThatWouldRunGetsAnApostrophe(String text) {
        assertEquals('\'' + text, SpreadsheetCell.guarded(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "-12.5",
                "+86 532-88990000",
                "0532-88990000",
                "'引号'",
                "关于-通知=x",
                " 空",
                "'",
                "—1",
                "5",
                "|",
                "a|=1",
                "%0A",
                "%0A乙",
                "%0B=1",
                "100%0A",
                "|甲|乙|"
            })
    void otherCellsStayAsTheyAre(String text) {
        assertSame(text, SpreadsheetCell.guarded(text));
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings()
                .withChars("'=+-@＝\t\r\na10A%| ,\"\u00A0\uFEFF\u3000")
                .ofMaxLength(8);
    }

    @Property(tries = 1_000)
    void theTextComesBackAndNoCellRuns(@ForAll("cells") String text) {
        String cell = SpreadsheetCell.guarded(text);
        assertEquals(text, SpreadsheetCell.unguarded(cell));
        assertFalse(cell.matches("(?s)[ \u00A0\uFEFF\u3000]*[=@＝\t\r\n].*"), cell);
    }
}
