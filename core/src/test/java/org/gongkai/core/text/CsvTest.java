package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static final List<String> COLUMNS = List.of("code", "name");

    @Test
    void rowsAreReadByTheNamesOfTheHeaderWhateverTheirOrder() throws IOException {
        List<Csv.Row> rows = Csv.read(
                new StringReader("\uFEFFname,code,more\n# a comment\n\n\"甲,\"\"乙\"\"\", 1 ,\n"), "a.csv", COLUMNS);
        assertEquals(1, rows.size());
        assertEquals("甲,\"乙\"", rows.get(0).required("name"));
        assertEquals("1", rows.get(0).text("code"));
        assertNull(rows.get(0).text("more"));
        assertNull(rows.get(0).text("absent"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'a.csv: empty; expected a header with code, name'",
        "'code\n1', 'a.csv:1: column name is missing; found code'",
        "'code,name\n1', 'a.csv:2: 1 cells; expected 2 as in the header'",
        "'code,name\n1,\"甲', 'a.csv:2: a quotation mark is not closed on its line'"
    })
    void aTableOfAnotherFormIsRefusedWithFileAndLine(String table, String message) {
        String text = table.replace("\\n", "\n");
        assertEquals(
                message,
                assertThrows(IOException.class, () -> Csv.read(new StringReader(text), "a.csv", COLUMNS))
                        .getMessage());
    }

    @Test
    void aRowOfATableWithoutANameIsSaidByItsLine() throws IOException {
        Csv.Row row = Csv.readUnnamed(new StringReader("code,name\n\n1,\n"), "the codes", COLUMNS)
                .get(0);
        assertEquals(
                "line 3 of the codes: column name holds \"\"; expected a value",
                assertThrows(IOException.class, () -> row.required("name")).getMessage());
    }

    @Test
    void columnsByOrderNeedNoHeaderAndTheLastTakesTheRest() throws IOException {
        List<Csv.Row> rows = Csv.readByOrder(new StringReader("anything\n1,甲,乙,丙\n2\n"), "the codes", COLUMNS);
        assertEquals("甲,乙,丙", rows.get(0).text("name"));
        assertEquals("2", rows.get(1).text("code"));
        assertNull(rows.get(1).text("name"));
        assertEquals(List.of(), Csv.readByOrder(new StringReader(""), "the codes", COLUMNS));
    }

    @Test
    void aConstantIsNamedInEitherCaseAndNothingElseIs() throws IOException {
        Csv.Row row = Csv.read(new StringReader("code,name\nrunnable,\n"), "a.csv", COLUMNS)
                .get(0);
        assertEquals(Thread.State.RUNNABLE, row.requiredOneOf(Thread.State.class, "code"));
        assertNull(row.oneOf(Thread.State.class, "name"));
        String message = assertThrows(IOException.class, () -> row.requiredOneOf(Thread.State.class, "name"))
                .getMessage();
        assertTrue(message.startsWith("a.csv:2: column name holds \"\"; expected one of [NEW, "), message);
    }

    @Test
    void aTableThatShipsIsReadOrTheBuildIsAtFault() {
        byte[] table = "code,name\n1,甲\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "甲",
                Csv.shipped(
                        new ByteArrayInputStream(table),
                        "a.csv",
                        reader -> Csv.read(reader, "a.csv", COLUMNS).get(0).text("name")));
        assertEquals(
                "a.csv",
                assertThrows(NullPointerException.class, () -> Csv.shipped(null, "a.csv", reader -> ""))
                        .getMessage());
    }
}
