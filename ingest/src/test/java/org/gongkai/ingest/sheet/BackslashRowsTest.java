package org.gongkai.ingest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackslashRowsTest {

    @ParameterizedTest
    @ValueSource(strings = {"甲\t各村：\\", "甲\t各村：\\n停水", "甲\t\\\t停水", "甲\t停水。\\n"})
    void aLineOfADatabaseIsKnownByItsBackslashes(String line) {
        assertTrue(after(line).on());
    }

    @ParameterizedTest
    @ValueSource(strings = {"甲\t停水", "甲\tfiles\\notice.doc", "甲\t综合政务\\应急", "甲\t\\N", "甲\tD:\\目录\\n停水"})
    void aTextWithABackslashIsAsItStands(String line) {
        assertFalse(after(line).on());
    }

    @Test
    void cellsAreReadAsTheyWereBeforeTheDatabaseWroteThem() {
        BackslashRows rows = new BackslashRows('\t');
        assertNull(rows.split("甲\t各村：\\"));
        assertEquals(List.of("甲", "各村：\n停水"), rows.split("甲\t各村：\\\n停水"));
        assertEquals(List.of("甲", "一\t二\n三\\", "\\N", ""), rows.split("甲\t一\\t二\\n三\\\\\t\\N\t"));
        assertEquals(List.of("\"十四五\"规划", "乙"), rows.split("\"十四五\"规划\t乙"));
    }

    @Test
    void quotesBehindABackslashBelongToTheCell() {
        BackslashRows rows = new BackslashRows(',');
        assertEquals(List.of("关于\"双随机,一公开\"的通知", "乙"), rows.split("\"关于\\\"双随机,一公开\\\"的通知\",\"乙\""));
        assertNull(rows.split("\"关于\\\"双随机"));
    }

    @Test
    void aLineThatEndsInOneBackslashGoesOn() {
        assertTrue(BackslashRows.goesOn("甲,\"各村：\\"));
        assertFalse(BackslashRows.goesOn("甲,D:\\\\"));
        assertFalse(BackslashRows.goesOn(""));
    }

    @Test
    void aCellGoesOnBehindLinesUntilItsQuoteCloses() {
        BackslashRows.Row row = new BackslashRows(',').new Row();
        assertNull(row.add("甲,\"一\\"));
        assertNull(row.add("二\\\""));
        assertEquals(List.of("甲", "一\n二\"\n三", "乙"), row.add("三\",乙"));
        assertEquals("甲,\"一\\\n二\\\"\n三\",乙", row.text());
    }

    @ParameterizedTest
    @CsvSource({"',', '\"各村', '停水'", "',', '各村\\', '停水\\'", "'\t', '\"各村\\', '停水\\'", "',', '\"\"\"', '\"\"'"})
    void aRowOfTwiceTheLinesIsLookedAtTwiceAsOften(char delimiter, String first, String line) {
        long once = looked(delimiter, first, line, 2_000);
        long twice = looked(delimiter, first, line, 4_000);
        assertTrue(once > 0 || delimiter == '\t');
        assertTrue(twice <= 2 * once + 10, once + " and " + twice);
    }

    private static long looked(char delimiter, String first, String line, int lines) {
        BackslashRows.Row row = new BackslashRows(delimiter).new Row();
        assertNull(row.add(first));
        for (int i = 0; i < lines; i++) {
            assertNull(row.add(line));
        }
        return row.looked();
    }

    @Property
    void aRowReadsTheSameHoweverItsLinesCome(
            @ForAll @StringLength(max = 30) @Chars({'"', '\\', ',', '\t', '\n', 'n', '甲'}) String text,
            @ForAll boolean tab) {
        BackslashRows rows = new BackslashRows(tab ? '\t' : ',');
        BackslashRows.Row row = rows.new Row();
        StringBuilder whole = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            whole.append(whole.isEmpty() ? "" : "\n").append(line);
            List<String> cells = row.add(line);
            assertEquals(rows.split(whole.toString()), cells, whole.toString());
            if (cells != null) {
                return;
            }
        }
    }

    private static BackslashRows after(String line) {
        BackslashRows rows = new BackslashRows('\t');
        rows.see(line);
        return rows;
    }
}
