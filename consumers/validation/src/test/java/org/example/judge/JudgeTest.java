package org.example.judge;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** README says that these lines need gongkai-validation alone. */
class JudgeTest {

    @Test
    void theFirstLinesOfReadmePrintWhatIsMissing() {
        PrintStream console = System.out;
        Locale language = Locale.getDefault();
        Locale.setDefault(Locale.ENGLISH);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Judge.main(new String[0]);
        } finally {
            System.setOut(console);
            Locale.setDefault(language);
        }
        String said = printed.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("/issuers There is no issuing agency."), said);
        assertTrue(said.lines().allMatch(each -> each.startsWith("/")), said);
    }

    @Test
    void nothingElseOfTheLibraryIsThere() {
        for (String each : new String[] {"org.gongkai.export.LibraryPackage", "org.gongkai.ingest.LegacyReader", "org.jsoup.Jsoup"}) {
            assertThrows(ClassNotFoundException.class, () -> Class.forName(each));
        }
    }

    @BeforeAll
    static void itsVersionsAreTold() {
        System.out.println("host: Java, gongkai-validation alone | JDK " + Runtime.version().feature());
    }
}
