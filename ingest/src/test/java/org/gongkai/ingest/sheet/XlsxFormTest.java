package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.ingest.WorkbookFormTest;
import org.gongkai.ingest.WrittenBook;

class XlsxFormTest extends WorkbookFormTest {

    @Override
    protected String ending() {
        return "xlsx";
    }

    @Override
    protected void write(Path file, WrittenBook written) throws IOException {
        WorkbookTest.write(file, book -> {
            Worksheet sheet = book.newWorksheet(WrittenBook.SHEET);
            for (int row = 0; row < written.rows().size(); row++) {
                List<?> cells = written.rows().get(row);
                for (int column = 0; column < cells.size(); column++) {
                    cell(sheet, row, column, cells.get(column));
                }
            }
            for (String each : written.merged()) {
                int[] corners = WrittenBook.corners(each);
                sheet.range(corners[0], corners[1], corners[2], corners[3]).merge();
            }
            if (written.hiddenRow() > 0) {
                sheet.hideRow(written.hiddenRow() - 1);
            }
            if (written.hiddenColumn() > 0) {
                sheet.hideColumn(written.hiddenColumn() - 1);
            }
            if (written.draft() != null) {
                Worksheet hidden = book.newWorksheet("草稿");
                hidden.value(0, 0, written.draft());
                hidden.setVisibilityState(VisibilityState.HIDDEN);
            }
        });
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof WrittenBook.Shown shown) {
            cell(sheet, row, column, shown.value());
            sheet.style(row, column).format(shown.format()).set();
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (!value.equals("")) {
            sheet.value(row, column, value.toString());
        }
    }
}
