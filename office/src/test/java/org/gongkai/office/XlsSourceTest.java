package org.gongkai.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.gongkai.ingest.EveryKindEverySourceTest;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.WrittenBook;
import org.gongkai.ingest.WrittenForm;
import org.gongkai.ingest.WrittenRows;

/** The old form of workbook beside the table of a page, for every kind. */
class XlsSourceTest extends EveryKindEverySourceTest {

    XlsSourceTest() throws IOException {}

    @Override
    protected Map<String, WrittenForm> forms() {
        return Map.of("page", WrittenForm.PAGE, "xls", XlsSourceTest::book);
    }

    private static Taken book(WrittenRows rows, Path folder) throws IOException {
        Path file = folder.resolve("rows.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet(WrittenBook.SHEET);
            for (int r = 0; r < rows.lines().size(); r++) {
                Row row = sheet.createRow(r);
                List<String> cells = rows.lines().get(r);
                for (int c = 0; c < cells.size(); c++) {
                    row.createCell(c).setCellValue(cells.get(c));
                }
            }
            book.write(out);
        }
        return Taken.from(rows.reader(null), file);
    }
}
