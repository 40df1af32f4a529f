package org.gongkai.ingest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.core.DateText.Epoch;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.RawForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class WorkbookTest {

    private static final List<String> HEADER = List.of("标题", "发文字号", "成文日期");

    @TempDir
    Path folder;

    @Test
    void headerIsFoundUnderTitleRows() {
        Taken taken = xlsx(sheet -> {
            sheet.value(0, 0, "某区人民政府文件目录");
            sheet.value(1, 0, "填报单位：区政府办公室");
            row(sheet, 3, HEADER);
            row(sheet, 4, List.of("关于防汛的通知", "青崂政办字〔2023〕13号", "2023年7月21日"));
        });
        assertEquals("关于防汛的通知", taken.document().title());
        assertEquals(LocalDate.of(2023, 7, 21), taken.document().writtenOn());
        assertEquals("list.xlsx!目录:5:2 发文字号", taken.field("发文字号").location().toString());
    }

    @Test
    void captionsAndRepeatedHeadersAreInTheLedger() {
        Taken taken = xlsx(sheet -> {
            sheet.value(0, 0, "某区人民政府文件目录");
            sheet.value(1, 1, "填报单位：区政府办公室");
            row(sheet, 3, HEADER);
            row(sheet, 4, List.of("关于防汛的通知", "青崂政办字〔2023〕13号", "2023年7月21日"));
            row(sheet, 5, HEADER);
            row(sheet, 6, List.of("关于抗旱的通知", "青崂政办字〔2023〕14号", "2023年7月22日"));
        });
        assertEquals(2, taken.records.size());
        assertEquals(
                List.of(
                        "1:1 某区人民政府文件目录 caption",
                        "2:2 填报单位：区政府办公室 caption",
                        "6:1 标题 repeated-header",
                        "6:2 发文字号 repeated-header",
                        "6:3 成文日期 repeated-header"),
                taken.nobodys.stream()
                        .map(each -> each.location().row() + ":"
                                + each.location().column() + ' ' + each.value() + ' '
                                + String.join(",", each.reasons()))
                        .toList());
    }

    @Test
    void sameAsAboveBesideALabelIsToldAndNoValue() {
        Taken taken = xlsx(sheet -> fill(
                sheet,
                List.of(
                        List.of("标题", "关于防汛的通知", "关于抗旱的通知"),
                        List.of("发文字号", "青崂政办字〔2023〕13号", "青崂政办字〔2023〕14号"),
                        List.of("成文日期", "2023-07-21", "2023-07-22"),
                        List.of("备注", "甲", "同上"))));
        assertEquals(2, taken.records.size());
        assertEquals(List.of("source.field.unreadable"), taken.rules());
    }

    @Test
    void labelOfAGroupAndItsColumnCanBeNamedByTheUser() throws IOException {
        Path file = folder.resolve("list.xlsx");
        write(
                file,
                book -> fill(
                        book.newWorksheet("目录"),
                        List.of(
                                List.of("标题", "发文字号", "内部", ""),
                                List.of("", "", "编号", "成文日期"),
                                List.of("关于防汛的通知", "青崂政办字〔2023〕13号", "A-7", "2023-07-21"))));
        assertEquals(FieldFate.UNMAPPED, Taken.from(file).field("内部/编号").fate());
        LabelAliases more = LabelAliases.read(new StringReader("label,component\n内部/编号,recordId\n"));
        Taken taken = Taken.from(
                LegacyReader.standard().withAliases(LabelAliases.standard().plus(more)), file);
        assertEquals("A-7", taken.document().recordId());
    }

    @Test
    void headerMergedDownwardsIsOneHeaderWithTheRowBelow() {
        Taken taken = xlsx(sheet -> fill(
                sheet,
                List.of(
                        List.of("文件", "标题", "", ""),
                        List.of("", "", "成文日期", "发布日期"),
                        List.of("1", "关于防汛的通知", "2023-07-21", "2023-07-24"))));
        assertEquals("关于防汛的通知", taken.document().title());
        assertEquals(LocalDate.of(2023, 7, 24), taken.document().publishedOn());
    }

    @Test
    void headerOfThreeRowsIsOneHeader() {
        Taken taken = xlsx(sheet -> {
            fill(
                    sheet,
                    List.of(
                            List.of("规范性文件目录", "", "", "", ""),
                            List.of("标题", "文号", "", "时间", ""),
                            List.of("", "编号", "", "成文", ""),
                            List.of("", "代字", "全号", "成文日期", "发布日期"),
                            List.of("关于防汛的通知", "青崂政办字", "青崂政办字〔2023〕13号", "2023-07-21", "2023-07-24")));
            sheet.range(1, 0, 3, 0).merge();
            sheet.range(1, 1, 1, 2).merge();
            sheet.range(2, 1, 2, 2).merge();
            sheet.range(1, 3, 1, 4).merge();
            sheet.range(2, 3, 2, 4).merge();
        });
        assertEquals("关于防汛的通知", taken.document().title());
        assertEquals("青崂政办字〔2023〕13号", String.valueOf(taken.document().documentNumber()));
        assertEquals(FieldFate.UNMAPPED, taken.field("文号/编号/代字").fate());
        assertEquals(LocalDate.of(2023, 7, 24), taken.document().publishedOn());
    }

    @Test
    void formOfLabelsAndValuesIsOneDocument() {
        Taken taken = xlsx(sheet -> fill(
                sheet,
                List.of(
                        List.of("公文登记表"),
                        List.of("标题", "关于防汛的通知"),
                        List.of("发文字号", "青崂政办字〔2023〕13号"),
                        List.of("成文日期", "2023-07-21", "发布日期", "2023-07-24"))));
        assertEquals("关于防汛的通知", taken.document().title());
        assertEquals(LocalDate.of(2023, 7, 24), taken.document().publishedOn());
        assertEquals("list.xlsx!目录:4:4 发布日期", taken.field("发布日期").location().toString());
    }

    @Test
    void cellMergedDownwardsServesEachOfItsRows() {
        Taken taken = xlsx(sheet -> {
            fill(
                    sheet,
                    List.of(
                            List.of("标题", "发文字号", "发文机关"),
                            List.of("关于甲的通知", "海财〔2020〕1号", "海东区财政局"),
                            List.of("关于乙的通知", "海财〔2020〕2号", "")));
            sheet.range(1, 2, 2, 2).merge();
        });
        OfficialDocument second = (OfficialDocument) taken.records.get(1).record();
        assertEquals("海东区财政局", second.issuers().get(0).text());
        assertTrue(taken.records.get(1).ledger().stream()
                .anyMatch(each -> each.reasons().contains("from-row-above")));
    }

    @Test
    void titleMergedDownwardsIsOneDocument() {
        Taken taken = xlsx(sheet -> {
            fill(
                    sheet,
                    List.of(
                            List.of("标题", "发文字号", "备注"),
                            List.of("关于甲的通知", "海财〔2020〕1号", "附件一"),
                            List.of("", "", "附件二")));
            sheet.range(1, 0, 2, 0).merge();
            sheet.range(1, 1, 2, 1).merge();
        });
        assertEquals(List.of("关于甲的通知"), titles(taken));
    }

    @Test
    void rowOfOneMergedCellIsAHeadingAndNoDocument() {
        Taken taken = xlsx(sheet -> {
            fill(sheet, List.of(HEADER, List.of("海东区财政局", "", ""), List.of("关于甲的通知", "海财〔2020〕1号", "2020-01-02")));
            sheet.range(1, 0, 1, 2).merge();
        });
        assertEquals(List.of("关于甲的通知"), titles(taken));
        assertEquals(
                List.of("source.row.noDocument"),
                taken.rejections.stream().map(SourceProblem::rule).toList());
    }

    @Test
    void headerWithoutRowsIsTold() {
        assertEquals(
                List.of("source.table.noRows"),
                xlsx(sheet -> fill(sheet, List.of(HEADER))).rules());
    }

    @Test
    void rowOfHintsIsNoDocument() {
        Taken taken = xlsx(sheet -> fill(
                sheet,
                List.of(
                        HEADER,
                        List.of("必填", "格式：机关代字〔年份〕序号", "yyyy-mm-dd"),
                        List.of("关于甲的通知", "海财〔2020〕1号", "2020-01-02"))));
        assertEquals(List.of("关于甲的通知"), titles(taken));
    }

    @Test
    void mergedCellsOfALongListServeAllOfTheirRows() {
        Taken taken = xlsx(sheet -> {
            row(sheet, 0, List.of("标题", "文号", "发文机关"));
            for (int r = 1; r <= 2_600; r++) {
                boolean merged = r > 1_990 && r <= 2_100 || r > 2_400 && r <= 2_500;
                String issuer = r == 1_991 ? "海东区财政局" : r == 2_401 ? "海东区教育局" : merged ? "" : "海东区人民政府";
                row(sheet, r, List.of("关于第" + r + "项的通知", "海财〔2020〕" + r + "号", issuer));
            }
            sheet.range(1_991, 2, 2_100, 2).merge();
            sheet.range(2_401, 2, 2_500, 2).merge();
        });
        assertEquals(
                Map.of("海东区人民政府", 2_390L, "海东区财政局", 110L, "海东区教育局", 100L),
                taken.records.stream()
                        .map(each -> (OfficialDocument) each.record())
                        .collect(Collectors.groupingBy(
                                each -> each.issuers().get(0).text(), Collectors.counting())));
        assertEquals(List.of(), taken.rules());
    }

    @Test
    void longListIsHandedOnRowByRowBehindTheRowsThatAreKept() {
        Taken taken = xlsx(sheet -> {
            row(sheet, 0, HEADER);
            for (int r = 1; r <= 2_500; r++) {
                row(sheet, r, List.of("关于第" + r + "项的通知", "海财〔2020〕" + r + "号", "2020-01-02"));
            }
            row(sheet, 2_501, HEADER);
            row(sheet, 2_502, List.of("发文机关", "文件标题", "文号"));
            row(sheet, 2_503, List.of("海东区财政局", "关于末项的通知", "海财〔2020〕9号"));
        });
        assertEquals(2_501, taken.records.size());
        assertEquals(
                "海东区财政局",
                ((OfficialDocument) taken.records.get(2_500).record())
                        .issuers()
                        .get(0)
                        .text());
    }

    @Test
    void firstRecordIsNotTakenForASecondHeaderRow() {
        Taken taken = xlsx(sheet -> fill(sheet, List.of(HEADER, List.of("标题", "", "2023-07-21"))));
        assertEquals("标题", taken.document().title());
    }

    @Test
    void headerRepeatedOnEveryPrintedPageIsNoRecord() {
        Taken taken = xlsx(sheet -> fill(
                sheet,
                List.of(
                        HEADER,
                        List.of("甲", "青崂政办字〔2023〕1号", "2023-01-01"),
                        HEADER,
                        List.of("乙", "青崂政办字〔2023〕2号", "2023-01-02"))));
        assertEquals(2, taken.records.size());
    }

    @Test
    void anotherTableBelowTheFirstHasItsOwnHeader() {
        Taken taken = xlsx(sheet -> fill(
                sheet,
                List.of(
                        List.of("标题", "发文字号", "成文日期"),
                        List.of("甲通知", "海财〔2020〕1号", "2020-01-02"),
                        List.of("二、部门文件", "", ""),
                        List.of("发文机关", "文件标题", "文号"),
                        List.of("海东区财政局", "乙通知", "海财〔2020〕2号"))));

        assertEquals(List.of("甲通知", "乙通知"), titles(taken));
        assertEquals(
                "海东区财政局",
                ((OfficialDocument) taken.records.get(1).record())
                        .issuers()
                        .get(0)
                        .text());
        assertEquals(
                List.of("source.row.noDocument"),
                taken.rejections.stream().map(SourceProblem::rule).toList());
    }

    @Test
    void daysOfDateCellsAreReadByTheEpochOfTheWorkbook() {
        Taken since1900 = xlsx(sheet -> {
            row(sheet, 0, HEADER);
            sheet.value(1, 0, "甲");
            sheet.value(1, 2, LocalDateTime.of(2023, 7, 21, 0, 0));
            sheet.style(1, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
        });
        assertEquals(LocalDate.of(2023, 7, 21), since1900.document().writtenOn());
        assertEquals("2023-07-21", since1900.field("成文日期").value());
        assertEquals(FieldFate.MAPPED, since1900.field("成文日期").fate());

        String cells = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲</t></is></c>";
        Taken since1904 = parts(HEADER, cells + "<c r=\"C2\" s=\"1\"><v>43666</v></c></row>", "date1904=\"1\"");
        assertEquals(LocalDate.of(2023, 7, 21), since1904.document().writtenOn());
        Taken unformatted = parts(HEADER, cells + "<c r=\"C2\"><v>43666</v></c></row>", "date1904=\"true\"");
        assertEquals(LocalDate.of(2023, 7, 21), unformatted.document().writtenOn());
        Taken usual = parts(HEADER, cells + "<c r=\"C2\"><v>45128</v></c></row>", "");
        assertEquals(LocalDate.of(2023, 7, 21), usual.document().writtenOn());
        assertEquals(FieldFate.REPAIRED, usual.field("成文日期").fate());
    }

    @Test
    void numbersAreShownAsInTheCell() {
        Taken taken = parts(
                List.of("标题", "索引号", "成文日期"),
                "<row r=\"2\"><c r=\"A2\"><v>3.0</v></c><c r=\"B2\" s=\"2\"><v>42</v></c>"
                        + "<c r=\"C2\" t=\"str\"><v>20230721</v></c></row>",
                "");
        assertEquals("3", taken.document().title());
        assertEquals("000042", taken.document().indexNumber().text());
        assertEquals(LocalDate.of(2023, 7, 21), taken.document().writtenOn());
        assertEquals("0.3", SheetNumber.text("0.30000000000000004", 0, null, Epoch.YEAR_1900));
        assertEquals("1E999999999", SheetNumber.text("1E999999999", 0, null, Epoch.YEAR_1900));
        assertEquals("2023-07-21 14:30:00", SheetNumber.text("45128.6041666667", 22, null, Epoch.YEAR_1900));
    }

    @Test
    void formulasGiveWhatTheyCameTo() {
        Taken taken = parts(
                HEADER,
                "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"关于\"&amp;\"防汛的通知\"</f><v>关于防汛的通知</v></c>"
                        + "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>",
                "");
        assertEquals("关于防汛的通知", taken.document().title());
        assertNull(taken.document().documentNumber());
        assertEquals(FieldFate.UNREADABLE, taken.field("发文字号").fate());
        assertEquals("#DIV/0!", taken.field("发文字号").value());
    }

    @Test
    void aFormulaThatNobodyWorkedOutIsNoValue() {
        Taken taken = parts(
                HEADER,
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>关于防火的通知</t></is></c><c r=\"B2\"><f>1/0</f><v></v></c>"
                        + "<c r=\"C2\" t=\"str\"><f>A9</f><v></v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>关于防汛的通知</t></is></c><c r=\"B3\"><f>-(1+2)</f></c></row>",
                "");
        assertEquals(
                List.of("=1/0", "=-(1+2)"),
                taken.records.stream()
                        .flatMap(each -> each.ledger().stream())
                        .filter(each -> each.fate() == FieldFate.UNREADABLE)
                        .map(LedgerEntry::value)
                        .toList());
    }

    @Test
    void formOfOldOfficeProgramsNamesWhatReadsIt() throws IOException {
        byte[] start = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0};
        Taken taken = Taken.from(Taken.write(folder, "list.xls", start));
        SourceProblem problem = taken.rejections.get(0);
        assertEquals("source.reader.missing", problem.rule());
        assertEquals(".xls", problem.value());
        assertEquals("org.gongkai:gongkai-office", problem.expected());
        assertEquals(new RawForm.WholeFile("list.xls", folder.resolve("list.xls")), taken.rejected.get(0));
    }

    @Test
    void everyVisibleSheetIsReadAndHiddenOnesAreReported() throws IOException {
        Path file = folder.resolve("list.xlsx");
        write(file, book -> {
            fill(book.newWorksheet("二〇二二"), List.of(HEADER, List.of("甲", "", "2022-01-01")));
            Worksheet hidden = book.newWorksheet("草稿");
            fill(hidden, List.of(HEADER, List.of("乙", "", "2022-01-02")));
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            book.newWorksheet("空");
            fill(book.newWorksheet("说明"), List.of(List.of("本表由办公室填写"), List.of("谢谢")));
            fill(book.newWorksheet("二〇二三"), List.of(HEADER, List.of("丙", "", "2023-01-01")));
        });
        Taken taken = Taken.from(file);
        assertEquals(List.of("甲", "丙"), titles(taken));
        assertEquals(List.of("source.sheet.hidden", "source.sheet.noHeader"), taken.rules());
        assertEquals("草稿", taken.problems.get(0).value());
        assertEquals("说明", taken.problems.get(1).location().sheet());
        assertEquals(
                List.of("甲", "乙", "丙"),
                titles(Taken.from(LegacyReader.standard().withHiddenSheets(), file)));
    }

    @Test
    void workbookWithoutAnyHeaderIsRejected() {
        Taken taken = xlsx(sheet -> fill(sheet, List.of(List.of("一"), List.of("二"))));
        assertEquals("source.csv.noHeader", taken.rejections.get(0).rule());
    }

    @Test
    void valueWithoutALabelIsUnmappedAndNotLost() {
        Taken taken = xlsx(sheet -> fill(sheet, List.of(HEADER, List.of("甲", "", "2022-01-01", "另注"))));
        LedgerEntry extra = taken.field("[4]");
        assertEquals(FieldFate.UNMAPPED, extra.fate());
        assertEquals("另注", extra.value());
    }

    @Test
    void limitsOfRowsColumnsAndCellsAreReported() {
        Limits limits = LimitsBuilder.builder(Limits.standard())
                .maxRows(1)
                .maxColumns(3)
                .maxCellLength(10)
                .build();
        Path file = folder.resolve("list.xlsx");
        write(
                file,
                book -> fill(
                        book.newWorksheet("目录"),
                        List.of(
                                HEADER,
                                List.of("一二三四五六七八九十百", "", "2022-01-01", "多"),
                                List.of("乙", "", "2022-01-02"),
                                List.of("丙", "", "2022-01-03"))));
        Taken taken = Taken.from(LegacyReader.standard().withLimits(limits), file);
        assertEquals("一二三四五六七八九十", taken.document().title());
        assertEquals(List.of("source.limit.reached", "source.limit.reached", "source.limit.reached"), taken.rules());
    }

    @Test
    void zipBombIsRefusedBeforeAnythingIsRead() {
        Taken taken = parts(HEADER, "<row r=\"2\"/>" + " ".repeat(4 << 20), "");
        assertEquals("source.file.tooLarge", taken.rejections.get(0).rule());
        assertTrue(taken.rejections.get(0).expected().contains("250 : 1"));
        assertTrue(taken.records.isEmpty());
    }

    @Test
    void archiveThatLiesAboutItsSizeIsRefusedWhileItUnfolds() throws IOException {
        Path file = folder.resolve("lie.xlsx");
        byte[] archive = archive(HEADER, "<row r=\"2\"/>" + " ".repeat(4 << 20), "");
        // The sizes of the directory at the end: 4 bytes at 24 behind each signature.
        for (int i = 0; i + 46 < archive.length; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2) {
                Arrays.fill(archive, i + 24, i + 28, (byte) 0);
                archive[i + 25] = 8;
            }
        }
        Files.write(file, archive);
        Taken taken = Taken.from(file);
        assertTrue(
                List.of("source.file.tooLarge", "source.file.unreadable")
                        .contains(taken.rejections.get(0).rule()),
                () -> taken.rejections.toString());
        assertTrue(taken.records.isEmpty());
    }

    @Test
    void workbookThatUnfoldsBeyondTheLimitIsRefused() {
        Path file = folder.resolve("list.xlsx");
        write(file, book -> fill(book.newWorksheet("目录"), List.of(HEADER, List.of("甲", "", "2022-01-01"))));
        for (Limits each : List.of(
                LimitsBuilder.builder(Limits.standard()).maxUnfoldedBytes(500).build(),
                LimitsBuilder.builder(Limits.standard()).maxSharedTextBytes(50).build())) {
            assertEquals(
                    "source.file.tooLarge",
                    Taken.from(LegacyReader.standard().withLimits(each), file)
                            .rejections
                            .get(0)
                            .rule());
        }
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密");
        String sheet = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        Taken taken =
                parts(HEADER, "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲&x;</t></is></c></row>", "", sheet);
        assertFalse(
                taken.records.stream().anyMatch(each -> each.record().toString().contains("机密")));
        assertEquals(List.of("source.file.unreadable"), taken.rules());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" s=\"x\"><v>1</v></c></row>",
                "<row r=\"2000000000\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>1</v>",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
            })
    void damagedSheetIsReportedWithItsName(String rows) {
        Taken taken = parts(HEADER, rows, "");
        SourceProblem problem = taken.rejections.get(0);
        assertEquals("source.file.unreadable", problem.rule());
        assertEquals("目录", problem.location().sheet());
    }

    @Test
    void wrongEndingDoesNotMatter() {
        Path file = folder.resolve("list.xls");
        write(file, book -> fill(book.newWorksheet("目录"), List.of(HEADER, List.of("甲", "", "2022-01-01"))));
        assertEquals("甲", Taken.from(file).document().title());
    }

    private static List<String> titles(Taken taken) {
        return taken.records.stream()
                .map(each -> ((OfficialDocument) each.record()).title())
                .toList();
    }

    private Taken xlsx(Consumer<Worksheet> content) {
        Path file = folder.resolve("list.xlsx");
        write(file, book -> content.accept(book.newWorksheet("目录")));
        return Taken.from(file);
    }

    public static void write(Path file, Consumer<org.dhatim.fastexcel.Workbook> content) {
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            content.accept(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }

    static void fill(Worksheet sheet, List<? extends List<?>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            row(sheet, i, rows.get(i).stream().map(String::valueOf).toList());
        }
    }

    private Taken parts(List<String> header, String rows, String properties) {
        return parts(header, rows, properties, "");
    }

    private Taken parts(List<String> header, String rows, String properties, String prolog) {
        return Taken.from(Taken.write(folder, "parts.xlsx", archive(header, rows, properties, prolog)));
    }

    private static byte[] archive(List<String> header, String rows, String properties) {
        return archive(header, rows, properties, "");
    }

    /** A workbook written by hand, for what no writer would write. */
    private static byte[] archive(List<String> header, String rows, String properties, String prolog) {
        String labels = Stream.iterate(0, each -> each + 1)
                .limit(header.size())
                .map(each -> "<c r=\"" + (char) ('A' + each) + "1\" t=\"s\"><v>" + each + "</v></c>")
                .reduce("", String::concat);
        String texts = header.stream()
                .map(each -> "<si><r><t>" + each + "</t></r><rPh sb=\"0\" eb=\"1\"><t>yin</t></rPh></si>")
                .reduce("", String::concat);
        String relation = "<Relationship Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/%s\" Target=\"%s\"/>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships>" + relation.formatted("r1", "officeDocument", "xl/workbook.xml")
                            + "</Relationships>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships>"
                            + relation.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                            + relation.formatted("r2", "styles", "styles.xml")
                            + relation.formatted("r3", "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns:r=\"r\"><workbookPr " + properties
                            + "/><sheets><sheet name=\"目录\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet><numFmts><numFmt numFmtId=\"180\" formatCode=\"000000\"/></numFmts>"
                            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"31\"/><xf numFmtId=\"180\"/></cellXfs></styleSheet>");
            put(zip, "xl/sharedStrings.xml", "<sst>" + texts + "</sst>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    prolog + "<worksheet><sheetData><row r=\"1\">" + labels + "</row>" + rows
                            + "</sheetData></worksheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
