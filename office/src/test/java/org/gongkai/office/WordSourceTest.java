package org.gongkai.office;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.ingest.EveryKindEverySourceTest;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.WrittenForm;
import org.gongkai.ingest.WrittenRows;
import org.gongkai.office.WrittenOffice.Form;

/** Tables of both forms of Word beside the table of a page, for every kind. */
class WordSourceTest extends EveryKindEverySourceTest {

    WordSourceTest() throws IOException {}

    @Override
    protected Map<String, WrittenForm> forms() {
        return Map.of(
                "page",
                WrittenForm.PAGE,
                "docx",
                (rows, folder) -> written(Form.DOCX, rows, folder),
                "doc",
                (rows, folder) -> written(Form.DOC, rows, folder));
    }

    private static Taken written(Form form, WrittenRows rows, Path folder) throws IOException {
        String[][] lines =
                rows.lines().stream().map(each -> each.toArray(String[]::new)).toArray(String[][]::new);
        return Taken.from(rows.reader(null), form.write(folder, "rows", List.of(WrittenOffice.table(lines))));
    }
}
