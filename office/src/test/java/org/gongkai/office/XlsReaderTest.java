package org.gongkai.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the old form has. */
class XlsReaderTest {

    private static final List<String> HEADER = List.of("标题", "发文字号", "成文日期");

    @TempDir
    Path folder;

    @Test
    void datesAreReadByTheEpochOfTheWorkbook() throws IOException {
        for (boolean from1904 : new boolean[] {false, true}) {
            Taken taken = xls(book -> {
                if (from1904) {
                    book.getInternalWorkbook().getRecords().stream()
                            .filter(DateWindow1904Record.class::isInstance)
                            .map(DateWindow1904Record.class::cast)
                            .forEach(each -> each.setWindowing((short) 1));
                }
                Sheet sheet = book.createSheet("目录");
                fill(sheet, List.of(HEADER, List.of("甲", "", "")));
                CellStyle style = book.createCellStyle();
                style.setDataFormat((short) 31);
                sheet.getRow(1).getCell(2).setCellValue(from1904 ? 43666 : 45128);
                sheet.getRow(1).getCell(2).setCellStyle(style);
            });
            assertEquals(LocalDate.of(2023, 7, 21), taken.document().writtenOn(), "1904: " + from1904);
        }
    }

    /** Such as stand in sheets of Chinese offices. Of quoted texts beside digits or hours the library thinks otherwise, and wrongly. */
    @Test
    void formatsThatShowADayAreThoseThatExcelsOwnLibraryKnows() throws IOException {
        List<String> formats = List.of(
                "General",
                "0",
                "0.00",
                "#,##0.00",
                "0%",
                "0.00E+00",
                "# ?/?",
                "@",
                "0.00_);[Red](0.00)",
                "000000",
                "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
                "[$￥-804]#,##0.00",
                "0\"天\"",
                "0.0\\d",
                "m/d/yy",
                "d-mmm-yy",
                "h:mm AM/PM",
                "m/d/yy h:mm",
                "[h]:mm:ss",
                "mm:ss.0",
                "yyyy-mm-dd",
                "yyyy/m/d;@",
                "yyyy\"年\"m\"月\"d\"日\";@",
                "yyyy年m月d日",
                "[$-804]yyyy\"年\"m\"月\";@",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                "yyyy\\-mm\\-dd\\ hh:mm:ss",
                "yyyy.mm.dd",
                "mmm\\-yy",
                "yyyy");
        Taken taken = xls(book -> {
            Sheet sheet = book.createSheet("目录");
            fill(sheet, List.of(List.of("标题", "发文字号", "备注")));
            for (int i = 0; i < formats.size(); i++) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(formats.get(i)));
                Row row = sheet.createRow(i + 1);
                row.createCell(0).setCellValue("第" + i + "号通知");
                row.createCell(2).setCellValue(45128.25);
                row.getCell(2).setCellStyle(style);
            }
        });
        assertEquals(formats.size(), taken.records.size());
        for (int i = 0; i < formats.size(); i++) {
            LedgerEntry remark = taken.records.get(i).ledger().stream()
                    .filter(each -> "备注".equals(each.location().label()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(
                    DateUtil.isADateFormat(200, formats.get(i)),
                    String.valueOf(remark.value()).startsWith("2023-07-21"),
                    formats.get(i));
        }
    }

    @Test
    void formulasGiveWhatTheyCameTo() throws IOException {
        Taken taken = xls(book -> {
            Sheet sheet = book.createSheet("目录");
            fill(sheet, List.of(HEADER, List.of("", "", "")));
            sheet.getRow(1).createCell(0).setCellFormula("\"关于\"&\"防汛的通知\"");
            sheet.getRow(1).createCell(1).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertEquals("关于防汛的通知", taken.document().title());
        assertNull(taken.document().documentNumber());
        assertEquals(FieldFate.UNREADABLE, taken.field("发文字号").fate());
        assertEquals("#DIV/0!", taken.field("发文字号").value());
    }

    @Test
    void hiddenSheetBeforeTheOthersIsReported() throws IOException {
        Taken taken = xls(book -> {
            fill(book.createSheet("草稿"), List.of(HEADER, List.of("乙", "", "2022-01-02")));
            fill(book.createSheet("目录"), List.of(HEADER, List.of("甲", "", "2022-01-01")));
            book.setActiveSheet(1);
            book.setSheetHidden(0, true);
        });
        assertEquals(
                List.of("甲"),
                taken.records.stream()
                        .map(each -> ((OfficialDocument) each.record()).title())
                        .toList());
        assertEquals(List.of("source.sheet.hidden"), taken.rules());
        assertEquals("目录", taken.only().origin().sheet());
    }

    @Test
    void protectedWorkbookSaysThatAPasswordStandsInTheWay() throws IOException {
        Taken taken;
        try {
            taken = xls(book -> {
                fill(book.createSheet("目录"), List.of(HEADER, List.of("甲", "", "2022-01-01")));
                Biff8EncryptionKey.setCurrentUserPassword("secret");
            });
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        SourceProblem problem = taken.rejections.get(0);
        assertEquals("source.file.unreadable", problem.rule());
        assertEquals("a workbook without a password", problem.expected());
    }

    private Taken xls(Consumer<HSSFWorkbook> content) throws IOException {
        Path file = folder.resolve("list.xls");
        try (var out = Files.newOutputStream(file);
                HSSFWorkbook book = new HSSFWorkbook()) {
            content.accept(book);
            book.write(out);
        }
        Biff8EncryptionKey.setCurrentUserPassword(null);
        return Taken.from(file);
    }

    private static void fill(Sheet sheet, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.createRow(i);
            for (int j = 0; j < rows.get(i).size(); j++) {
                row.createCell(j).setCellValue(rows.get(i).get(j));
            }
        }
    }
}
