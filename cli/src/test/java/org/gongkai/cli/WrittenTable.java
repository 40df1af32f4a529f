package org.gongkai.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes rows, the header first, as the forms of tables that a run is given. */
final class WrittenTable {

    private WrittenTable() {}

    static void xlsx(Path file, List<List<String>> rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("登记簿");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.inlineString(row, column, rows.get(row).get(column));
                }
            }
            sheet.finish();
        }
    }

    static void xls(Path file, List<List<String>> rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("登记簿");
            for (int row = 0; row < rows.size(); row++) {
                HSSFRow line = sheet.createRow(row);
                for (int column = 0; column < rows.get(row).size(); column++) {
                    line.createCell(column).setCellValue(rows.get(row).get(column));
                }
            }
            book.write(out);
        }
    }

    /** A table of a database; answers the mapping that reads it. */
    static Path database(Path folder, List<List<String>> rows) throws IOException, SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("old");
        String columns = rows.get(0).stream()
                .map(each -> '"' + each + "\" VARCHAR(100)")
                .collect(Collectors.joining(", ", "(", ")"));
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE register " + columns);
            for (List<String> row : rows.subList(1, rows.size())) {
                statement.execute("INSERT INTO register VALUES "
                        + row.stream().map(each -> '\'' + each + '\'').collect(Collectors.joining(", ", "(", ")")));
            }
        }
        return Files.writeString(
                folder.resolve("m.yaml"), "jdbc:\n  url: '" + url + "'\n  query: SELECT * FROM register\n");
    }
}
