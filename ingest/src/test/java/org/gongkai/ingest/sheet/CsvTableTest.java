package org.gongkai.ingest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final String TABLE = """
            标题,发文机关,发文字号,成文日期,有效性
            甲通知,海东区财政局,海财〔2020〕1号,2020-01-02,有效
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \ufeff", "GB18030, ''", "UTF-16LE, \ufeff", "UTF-16BE, \ufeff"})
    void theCharsetIsFound(String charset, String mark) {
        Taken taken = Taken.from(folder, "a.csv", mark + TABLE, Charset.forName(charset));

        assertEquals("甲通知", taken.document().title());
        assertEquals(DocumentNumber.parse("海财〔2020〕1号"), taken.document().documentNumber());
        assertEquals(List.of(), taken.rules());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";", "|", "，"})
    void theDelimiterIsFound(String delimiter) {
        assertEquals(
                LocalDate.of(2020, 1, 2),
                table(TABLE.replace(",", delimiter)).document().writtenOn());
    }

    @Test
    void aRowThatHoldsOneLabelTwiceIsARecordAndNoHeader() {
        Taken taken = Taken.from(folder, "a.csv", "标题,发文字号,索引号,体裁\n,,索引号,索引号\n关于河湖管护的通知,青崂政办字〔2023〕13号,,\n");

        assertEquals(2, taken.records.size() + taken.rejected.size());
        assertEquals(
                "关于河湖管护的通知",
                taken.records.get(taken.records.size() - 1).record() instanceof OfficialDocument document
                        ? document.title()
                        : null);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"'=1+1的通知, =1+1的通知", "''@甲通知, '@甲通知", "'甲'通知, '甲'通知"})
    void theApostropheThatKeptACellATextIsTakenOff(String cell, String title) {
        Taken taken = table("标题,发文字号\n" + cell + ",海财〔2020〕1号\n");

        assertEquals(title, taken.document().title());
        LedgerEntry entry = taken.records.get(0).ledger().get(0);
        assertEquals(cell, entry.value());
        assertEquals(cell.equals(title) ? FieldFate.MAPPED : FieldFate.REPAIRED, entry.fate());
    }

    @Test
    void theHeaderMayComeAgainAndBeAnother() {
        Taken taken = table(TABLE + "标题,发文机关,发文字号,成文日期,有效性\n,,,,\n文号,名称,发布日期\n海财〔2020〕2号,乙通知,2020-02-02\n");

        assertEquals(2, taken.records.size());
        assertEquals(List.of(), taken.rejections);
        OfficialDocument second = (OfficialDocument) taken.records.get(1).record();
        assertEquals("乙通知", second.title());
        assertEquals(LocalDate.of(2020, 2, 2), second.publishedOn());
    }

    @Test
    void aCodeThatASpreadsheetShortenedIsNoValue() {
        Taken taken = table("标题,索引号\n甲通知,1.90591E+19\n乙通知,'113700001234\n");

        assertEquals(List.of("source.field.unreadable"), taken.rules());
        assertEquals(
                "113700001234",
                ((OfficialDocument) taken.records.get(1).record()).indexNumber().text());
    }

    @Test
    void theHeaderIsFoundBelowTitleRows() {
        Taken taken = table("海东区文件目录,,,,\n制表：区办,,,,\n\n" + TABLE);

        assertEquals("甲通知", taken.document().title());
        assertEquals(5, taken.only().origin().row());
    }

    @Test
    void captionsAndRepeatedHeadersAreInTheLedger() {
        Taken taken = table("海东区文件目录,,\n制表：区办,,\n标题,发文字号,备考\n甲通知,海财〔2020〕1号,\n标题,发文字号,备考\n乙通知,海财〔2020〕2号,\n");

        assertEquals(2, taken.records.size());
        assertEquals(
                List.of(
                        "a.csv:1:1 海东区文件目录 caption",
                        "a.csv:2:1 制表：区办 caption",
                        "a.csv:5:1 标题 repeated-header",
                        "a.csv:5:2 发文字号 repeated-header",
                        "a.csv:5:3 备考 repeated-header"),
                shown(taken));
    }

    @Test
    void captionsAboveAHeaderOfTwoRowsAreInTheLedger() {
        Taken taken = table(
                "文件目录,,,\n标题,日期,,文号\n,成文,印发,\n甲通知,2020-01-02,2020-01-03,海财〔2020〕1号\n标题,日期,,文号\n,成文,印发,\n乙通知,2020-01-02,,海财〔2020〕2号\n");

        assertEquals(2, taken.records.size());
        assertEquals(
                List.of(
                        "a.csv:1:1 文件目录 caption",
                        "a.csv:5:1 标题 repeated-header",
                        "a.csv:5:2 日期 repeated-header",
                        "a.csv:5:4 文号 repeated-header",
                        "a.csv:6:2 成文 repeated-header",
                        "a.csv:6:3 印发 repeated-header"),
                shown(taken));
    }

    private static List<String> shown(Taken taken) {
        return taken.nobodys.stream()
                .map(each -> each.location().source()
                        + ':'
                        + each.location().row()
                        + ':'
                        + each.location().column()
                        + ' '
                        + each.value()
                        + ' '
                        + String.join(",", each.reasons()))
                .toList();
    }

    @Test
    void aTableWithoutAnyKnownLabelIsRejectedWhole() {
        Taken taken = table("甲,乙\n1,2\n");

        assertEquals(List.of("source.csv.noHeader"), taken.rules());
        assertEquals(List.of(new RawForm.WholeFile("a.csv", folder.resolve("a.csv"))), taken.rejected);
    }

    @Test
    void quotesLineBreaksAndBlankLinesAreUnderstoodAndRowsKeepTheirLine() {
        Taken taken = table("标题,备注,发文字号\n\"甲,\"\"乙\"\"\n通知\",x,海财〔2020〕1号\n\n,,\n丙通知,,海财〔2020〕2号\n");

        assertEquals(2, taken.records.size());
        assertEquals("甲,\"乙\"通知", taken.document(0).title());
        assertEquals(2, taken.records.get(0).origin().row());
        assertEquals(6, taken.records.get(1).origin().row());
        assertEquals(
                new RawForm.Row("a.csv", 2, "\"甲,\"\"乙\"\"\n通知\",x,海财〔2020〕1号"),
                taken.records.get(0).raw());
    }

    @Test
    void anUnclosedQuoteCostsItsOwnRowOnly() {
        Taken taken = table("标题,发文字号\n\"甲通知,海财〔2020〕1号\n乙通知,海财〔2020〕2号\n丙通知,海财〔2020〕3号\n");

        assertEquals(2, taken.records.size());
        assertEquals(List.of("source.csv.malformed"), taken.rules());
        assertEquals(List.of(new RawForm.Row("a.csv", 2, "\"甲通知,海财〔2020〕1号")), taken.rejected);
    }

    @Test
    void missingCellsAreReportedAndTheRestIsRead() {
        Taken taken = table(TABLE + "乙通知,海东区财政局\n");

        assertEquals("乙通知", taken.document(1).title());
        assertEquals(List.of("source.csv.raggedRow"), taken.rules());
    }

    @Test
    void anUnquotedCommaIsPutBackWhereOnlyOnePlaceIsPossible() {
        Taken taken = table(TABLE + "乙,丙通知,海东区财政局,海财〔2020〕2号,2020-01-03,有效\n");

        assertEquals("乙,丙通知", taken.document(1).title());
        assertEquals(List.of("source.csv.raggedRow"), taken.rules());
    }

    @Test
    void aRowWhoseCellsCannotBePlacedIsRejected() {
        Taken taken = table("标题,摘要,发文字号\n甲,乙,丙,海财〔2020〕2号\n");

        assertEquals(List.of(), taken.records);
        assertEquals(List.of("source.csv.raggedRow"), taken.rules());
        assertEquals(List.of(new RawForm.Row("a.csv", 2, "甲,乙,丙,海财〔2020〕2号")), taken.rejected);
    }

    @Test
    void aCellBrokenOverTheLineWithoutQuotesIsMended() {
        Taken taken = table("序号,标题,发文字号,成文日期\n1,海东区财政局\n关于停车的通知,海财〔2020〕2号,2020-01-03\n2,乙通知,海财〔2020〕3号,2020-01-04\n");

        assertEquals("海东区财政局关于停车的通知", taken.document(0).title());
        assertEquals("乙通知", taken.document(1).title());
        assertEquals(List.of("source.csv.raggedRow"), taken.rules());
    }

    @Test
    void aLineOfTotalsIsNoDocument() {
        Taken taken = table(TABLE + "合计,1件,,,\n");

        assertEquals(1, taken.records.size());
        assertEquals(List.of("source.row.noDocument"), taken.rules());
    }

    @Test
    void aSpreadsheetsDayCountIsReadAndNamed() {
        Taken taken = table("标题,发布日期\n甲通知,45131\n");

        assertEquals(LocalDate.of(2023, 7, 24), taken.document().publishedOn());
        assertEquals(FieldFate.REPAIRED, taken.field("发布日期").fate());
        assertEquals(List.of("serial-date"), taken.field("发布日期").reasons());
    }

    @Test
    void aBodyInHtmlIsCleanedAndReadAsText() {
        Taken taken = table("标题,正文\n甲通知,\"<p onclick='x()'>第一段。</p><script>y()</script><p>第二段。</p>\"\n");

        assertEquals("第一段。\n第二段。", taken.document().body().text());
        assertEquals("<p>第一段。</p><p>第二段。</p>", taken.document().body().html().replace("\n", ""));
    }

    @Test
    void rowsBeyondTheLimitAreNotReadAndThatIsSaid() {
        LegacyReader reader = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard()).maxRows(1).build());
        Taken taken = Taken.from(
                reader, Taken.write(folder, "a.csv", (TABLE + "乙通知,,,,\n").getBytes(StandardCharsets.UTF_8)));

        assertEquals(1, taken.records.size());
        assertEquals(List.of("source.limit.reached"), taken.rules());
    }

    @Test
    void aRowLongerThanTheLimitIsCutAndRejectedAndTheNextIsRead() {
        LegacyReader reader = LegacyReader.standard()
                .withLimits(LimitsBuilder.builder(Limits.standard())
                        .maxCellLength(100)
                        .build());
        Taken taken = Taken.from(
                reader,
                Taken.write(
                        folder,
                        "a.csv",
                        (TABLE + "长".repeat(5_000) + ",,,,\n乙通知,,,,\n").getBytes(StandardCharsets.UTF_8)));

        assertEquals(2, taken.records.size());
        assertEquals(List.of("source.limit.reached"), taken.rules());
        assertEquals(100, ((RawForm.Row) taken.rejected.get(0)).text().length());
    }

    @Test
    void aTableOfManyRowsIsStreamed() throws IOException {
        Path file = folder.resolve("many.csv");
        int rows = 20_000;
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("标题,发文字号,成文日期\n");
            for (int i = 1; i <= rows; i++) {
                writer.write("第" + i + "号通知,海财〔2020〕" + i + "号,2020-01-02\n");
            }
        }
        AtomicInteger last = new AtomicInteger();
        LegacyReader reader = LegacyReader.standard();
        SourceFile source = reader.find(List.of(file), problem -> {}).get(0);
        reader.read(source, new SourceHandler() {
            @Override
            public void ledger(List<LedgerEntry> entries) {}

            @Override
            public void record(Mapped mapped) {
                assertNotNull(((OfficialDocument) mapped.record()).title());
                assertEquals(last.incrementAndGet() + 1, mapped.origin().row());
            }

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                throw new AssertionError(problem);
            }

            @Override
            public void problem(SourceProblem problem) {
                throw new AssertionError(problem);
            }
        });

        assertEquals(rows, last.get());
    }

    @Test
    void aHeaderOfSeveralRowsIsReadAsInSheets() {
        Taken taken = table("""
                标题,文号,日期,,发布
                ,,成文,公开,机构
                甲通知,海财〔2020〕1号,2020-01-02,2020-01-03,海东区财政局
                标题,文号,日期,,发布
                ,,成文,公开,机构
                乙通知,海财〔2020〕2号,2020-01-04,2020-01-05,海东区财政局
                """);
        assertEquals(2, taken.records.size());
        assertEquals(List.of(), taken.rejected);
        OfficialDocument second = (OfficialDocument) taken.records.get(1).record();
        assertEquals(LocalDate.of(2020, 1, 4), second.writtenOn());
        assertEquals(LocalDate.of(2020, 1, 5), second.publishedOn());
        assertEquals("海东区财政局", second.issuers().get(0).text());
    }

    @Test
    void aHeaderThatIsKnownByBothItsRowsOnlyIsFound() {
        OfficialDocument document = table("二〇二〇年目录,,,\n标题,发文,,时间\n,字号,机关,成文\n甲通知,海财〔2020〕1号,海东区财政局,2020-01-02\n")
                .document();
        assertEquals("海财〔2020〕1号", document.documentNumber().text());
        assertEquals(LocalDate.of(2020, 1, 2), document.writtenOn());
    }

    @Test
    void anotherHeaderOfSeveralRowsBelowIsThatOfTheRowsBelowIt() {
        Taken taken = table("""
                标题,文号
                甲通知,海财〔2020〕1号
                文号,标题,日期,
                ,,成文,公开
                海财〔2020〕2号,乙通知,2020-01-04,2020-01-05
                """);
        OfficialDocument second = (OfficialDocument) taken.records.get(1).record();
        assertEquals("乙通知", second.title());
        assertEquals(LocalDate.of(2020, 1, 5), second.publishedOn());
    }

    @Test
    void aDittoMarkIsTheCellAboveAndTold() {
        Taken taken = table("标题,发文机关,成文日期\n甲通知,海东区财政局,2020-01-02\n乙通知,同上,〃\n");
        OfficialDocument second = (OfficialDocument) taken.records.get(1).record();
        assertEquals(LocalDate.of(2020, 1, 2), second.writtenOn());
        LedgerEntry entry = taken.records.get(1).ledger().get(1);
        assertEquals("同上", entry.value());
        assertEquals("海东区财政局", entry.result());
        assertEquals(List.of("same-as-above"), entry.reasons());
    }

    @Test
    void aDittoMarkWithNothingAboveIsToldAndNoValue() {
        Taken taken = table("标题,发文机关,成文日期\n甲通知,同上,2020-01-02\n");
        assertEquals(List.of(), taken.document().issuers());
        assertEquals(
                List.of("source.field.unreadable"),
                taken.only().problems().stream().map(SourceProblem::rule).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020年12月31日,,", "1,合计,", "全市平均,,", "平均,,"})
    void aDayASumAndAnAverageAreNoDocuments(String row) {
        Taken taken = table("标题,发文字号,成文日期\n甲通知,海财〔2020〕1号,2020-01-02\n" + row + "\n");
        assertEquals(1, taken.records.size());
        assertEquals(1, taken.rejected.size());
    }

    private Taken table(String text) {
        Taken taken = Taken.from(folder, "a.csv", text);
        assertTrue(taken.records.size() + taken.rejected.size() > 0);
        return taken;
    }
}
