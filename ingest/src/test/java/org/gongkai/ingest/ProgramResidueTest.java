package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs leave in the values of an export is seen to before anything is made of them, and the ledger tells. */
class ProgramResidueTest {

    @TempDir
    private Path folder;

    private Taken csv(String text) {
        return Taken.from(folder, "a.csv", text);
    }

    @Test
    void aWordForNoValueIsNoValueInAnyField() {
        Taken taken = csv("标题,发文字号,发文机关,主题分类,成文日期,正文\n关于停水的通知,\\N,undefined,NaN,(null),[object Object]\n");

        OfficialDocument document = taken.document();
        assertNull(document.documentNumber());
        assertEquals(List.of(), document.issuers());
        assertNull(document.theme());
        assertNull(document.writtenOn());
        assertNull(document.body());
        assertEquals(List.of("null-token"), entry(taken, "主题分类").reasons());
        assertEquals(FieldFate.REPAIRED, entry(taken, "正文").fate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2345E+17", "113703000000000000", "370300202405060000", "113703000000000000000"})
    void anIndexNumberOfWhichASpreadsheetKeptFifteenDigitsIsToldAndNotTaken(String number) {
        Taken taken = csv("标题,索引号,发布日期\n关于停水的通知," + number + ",2024-05-06\n");

        assertNull(taken.document().indexNumber());
        assertEquals(FieldFate.UNREADABLE, entry(taken, "索引号").fate());
        assertEquals(List.of("source.field.unreadable"), taken.rules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"113703010000001", "1137030100000010", "370300202405060100"})
    void anIndexNumberThatHappensToEndInNoughtsIsTaken(String number) {
        assertEquals(
                number,
                String.valueOf(csv("标题,索引号,发布日期\n关于停水的通知," + number + ",2024-05-06\n")
                        .document()
                        .indexNumber()));
    }

    @Test
    void aNumberThatPeopleSayIsNoneStaysAsTheySaidIt() {
        assertEquals(
                "无文号", String.valueOf(csv("标题,发文字号\n关于停水的通知,无文号\n").document().documentNumber()));
    }

    @Test
    void escapedMarkupInABodyIsReadAsMarkupAndCleaned() {
        Taken taken = csv(
                "标题,正文\n关于停水的通知,&lt;p onclick=&quot;x()&quot;&gt;各村：&lt;/p&gt;&lt;p&gt;停水&amp;nbsp;两天。&lt;/p&gt;\n");

        assertEquals("各村：\n停水 两天。", taken.document().body().text().replace('\u00a0', ' '));
        assertTrue(taken.document().body().html().startsWith("<p>各村：</p>"));
        assertEquals(FieldFate.REPAIRED, entry(taken, "正文").fate());
        assertTrue(entry(taken, "正文").reasons().containsAll(List.of("character-references", "escaped-markup")));
    }

    @Test
    void referencesEscapedTwiceInABodyOfMarkupAreReadAndItsOwnAreLeft() {
        Taken taken = csv("标题,正文\n关于停水的通知,<p>&amp;ldquo;停水&amp;rdquo;与&lt;p&gt;两天</p>\n");

        assertEquals("“停水”与<p>两天", taken.document().body().text());
    }

    @Test
    void labelsAreKnownByRadicalsAndInSpreadsheetQuotes() {
        OfficialDocument document =
                csv("=\"标题\",发⽂字号,成⽂⽇期\n关于水利⼯程的通知,临政发〔2023〕1号,2023年7⽉21⽇\n").document();

        assertEquals("关于水利工程的通知", document.title());
        assertEquals(LocalDate.of(2023, 7, 21), document.writtenOn());
        assertEquals("临政发〔2023〕1号", String.valueOf(document.documentNumber()));
    }

    @Test
    void quotesAndLineBreaksBehindBackslashesInOneRecordAreReadTogether() {
        Taken taken = csv("\"标题\",\"发文字号\",\"正文\"\n"
                + "\"关于\\\"双创\\\"周的通知\",\"临政发〔2023〕1号\",\"各村：\\\n一、\\\"双创\\\"周。\\\n二、停水。\"\n"
                + "\"关于停水的通知\",\"临政发〔2023〕2号\",\"停水\"\n");

        assertEquals(2, taken.records.size());
        OfficialDocument first = (OfficialDocument) taken.records.get(0).record();
        assertEquals("关于\"双创\"周的通知", first.title());
        assertEquals("各村：\n一、\"双创\"周。\n二、停水。", first.body().text());
        assertEquals(List.of(), taken.rules());
    }

    @Test
    void theMarksOfASearchAreTakenOffANumber() {
        Taken taken = csv("标题,发文字号\n关于<em>停水</em>的通知,临政发〔2023〕<em>1</em>号\n");

        assertEquals("临政发〔2023〕1号", String.valueOf(taken.document().documentNumber()));
        assertEquals(FieldFate.REPAIRED, entry(taken, "发文字号").fate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1900-01-01", "1900/1/1 0:00:00", "1970-01-01 08:00:00", "9999-12-31", "1899-12-30", "0001-01-01"
            })
    void aDayThatDatabasesWriteForNoneIsUnreadAndTold(String day) {
        Taken taken = csv("标题,成文日期\n关于停水的通知," + day + "\n");

        assertNull(taken.document().writtenOn());
        assertEquals(List.of("source.field.unreadable"), taken.rules());
    }

    @Test
    void aDateThatCannotBeReadNamesTheComponentItWasMeantFor() {
        Taken taken = csv("标题,成文日期\n关于停水的通知,不日\n");

        assertEquals(FieldFate.UNREADABLE, entry(taken, "成文日期").fate());
        assertEquals("/writtenOn", entry(taken, "成文日期").target());
    }

    private static LedgerEntry entry(Taken taken, String label) {
        return taken.only().ledger().stream()
                .filter(each -> label.equals(each.location().label()))
                .findFirst()
                .orElseThrow();
    }
}
