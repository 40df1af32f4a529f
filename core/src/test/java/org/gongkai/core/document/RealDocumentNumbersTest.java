package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.core.RealData;
import org.junit.jupiter.api.Test;

class RealDocumentNumbersTest {

    private static final String COMMAND = "./mvnw -B -pl core test -Dtest=RealDocumentNumbersTest -Dgongkai.write=true";

    @Test
    void nearlyAllRealNumbersAreReadAndEveryOtherIsLeftForAReason() throws IOException {
        DocumentNumberTable table = DocumentNumberTable.of(realNumbers());
        assertEquals(List.of(), table.unexplained());
        assertTrue(table.shareWellFormed() > 0.983, () -> "share read: " + table.shareWellFormed());
    }

    @Test
    void thePageAboutReadingIsCurrent() throws IOException {
        String page = DocumentNumberTable.of(realNumbers()).page(COMMAND);
        Path file = RealData.checkout().resolve("docs/document-numbers.md");
        if (Boolean.getBoolean("gongkai.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        }
        assertEquals(page, Files.readString(file), "write it anew: " + COMMAND);
    }

    @Test
    void oneNumberInTwoSpellingsReadsTheSame() throws IOException {
        int compared = 0;
        try (CsvReader<NamedCsvRecord> pairs =
                CsvReader.builder().ofNamedCsvRecord(RealData.file("docnumber-pairs.csv"))) {
            for (NamedCsvRecord pair : pairs) {
                String one = pair.getField("number1");
                String other = pair.getField("number2");
                List<DocumentNumber> read = DocumentNumber.readAll(one).value();
                List<DocumentNumber> readOther = DocumentNumber.readAll(other).value();
                if (!one.equals(other) && allRead(read) && allRead(readOther)) {
                    compared++;
                    assertEquals(
                            bones(one).equals(bones(other)),
                            bones(read).equals(bones(readOther)),
                            one + " and " + other);
                }
            }
        }
        assertTrue(compared > 500, "pairs compared: " + compared);
    }

    private static List<String> realNumbers() throws IOException {
        return Files.readAllLines(RealData.file("docnumbers.txt")).stream()
                .filter(each -> !each.isBlank())
                .toList();
    }

    private static boolean allRead(List<DocumentNumber> numbers) {
        return !numbers.isEmpty() && numbers.stream().allMatch(DocumentNumber::wellFormed);
    }

    private static String bones(List<DocumentNumber> numbers) {
        return bones(numbers.toString());
    }

    /** What of a number no spelling changes. */
    private static String bones(String number) {
        return number.replaceAll("[^\\p{IsHan}\\d]|第|年", "")
                .replaceAll("号号$", "号")
                .replaceAll("号$", "");
    }
}
