package org.gongkai.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.ingest.WorkbookFormTest;
import org.gongkai.ingest.WrittenBook;

class XlsFormTest extends WorkbookFormTest {

    @Override
    protected String ending() {
        return "xls";
    }

    @Override
    protected void write(Path file, WrittenBook written) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet(WrittenBook.SHEET);
            for (int i = 0; i < written.rows().size(); i++) {
                Row row = sheet.createRow(i);
                List<?> cells = written.rows().get(i);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).equals("")) {
                        set(book, row.createCell(column), cells.get(column));
                    }
                }
            }
            for (String each : written.merged()) {
                int[] corners = WrittenBook.corners(each);
                sheet.addMergedRegion(new CellRangeAddress(corners[0], corners[2], corners[1], corners[3]));
            }
            if (written.hiddenRow() > 0) {
                sheet.getRow(written.hiddenRow() - 1).setZeroHeight(true);
            }
            if (written.hiddenColumn() > 0) {
                sheet.setColumnHidden(written.hiddenColumn() - 1, true);
            }
            if (written.draft() != null) {
                book.createSheet("草稿").createRow(0).createCell(0).setCellValue(written.draft());
                book.setSheetHidden(1, true);
            }
            book.write(out);
        }
    }

    private static void set(HSSFWorkbook book, Cell cell, Object value) {
        if (value instanceof WrittenBook.Shown shown) {
            set(book, cell, shown.value());
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(shown.format()));
            cell.setCellStyle(style);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }
}
