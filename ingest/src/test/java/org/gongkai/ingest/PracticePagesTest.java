package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of real sites, kept beside the checkout, against what a person reads on them. */
class PracticePagesTest {

    private final Path pages = Path.of(System.getProperty("gongkai.checkout"), "..", "shared", "data", "pages")
            .normalize();

    @BeforeEach
    void thePagesAreThere() {
        assumeTrue(Files.isDirectory(pages), "no practice pages at " + pages);
    }

    @Test
    void whatAPersonReadsOnThePageIsRead() throws IOException {
        PracticePages read = PracticePages.of(pages);
        int shown = read.shown();
        assertTrue(
                read.misses().size() <= shown * 0.03,
                () -> read.misses().size() + " of " + shown + ": " + read.misses());
    }

    @Test
    void theDocumentsOwnNumberIsReadAndCitedOnesAreNot() throws IOException {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        int inText = 0;
        for (NamedCsvRecord row : PracticePages.rows(pages.resolve("fragments").resolve("index.csv"))) {
            Path page = pages.resolve("fragments").resolve(row.getField("file"));
            OfficialDocument read = Taken.from(page).document();
            String wanted = row.getField("expected_document_number");
            String got =
                    read.documentNumber() == null ? "" : read.documentNumber().text();
            boolean none = wanted.isEmpty()
                    || wanted.startsWith("(")
                    || row.getField("how_established").startsWith("field");
            String regular = wanted.startsWith("(") || wanted.isEmpty()
                    ? ""
                    : DocumentNumber.read(wanted).value().text();
            inText += none ? 0 : 1;
            found += !none && got.equals(regular) ? 1 : 0;
            if (!got.equals(regular) && !(none && got.isEmpty())) {
                wrong.add(page.getFileName() + ": wanted " + regular + ", got " + got);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(inText, found);
    }
}
