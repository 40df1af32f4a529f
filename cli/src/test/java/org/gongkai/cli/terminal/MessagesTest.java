package org.gongkai.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern ONE_OF_MANY = Pattern.compile("\\b1 (?!is\\b)[a-z]+s\\b");
    private static final Object[] ONES = Collections.nCopies(7, 1L).toArray();

    private final Messages english = Messages.in("en");

    @Test
    void countsTakeTheirPluralForms() {
        assertEquals(
                "Read 0 sources: 0 records (0 complete); 0 sources or rows could not be read",
                english.text("summary.sources", 0L, 0L, 0L, 0L));
        assertEquals(
                "Read 1 source: 1 record (1 complete); 1 source or row could not be read",
                english.text("summary.sources", 1L, 1L, 1L, 1L));
        assertEquals(
                "Read 2 sources: 1,200 records (3 complete); 4 sources or rows could not be read",
                english.text("summary.sources", 2L, 1200L, 3L, 4L));
        assertEquals(
                "1 record is withheld: it is not for publication (openness, or personal data in it)",
                english.text("summary.withheld", 1L));
        assertEquals("2 sources repeat a record that is already there", english.text("summary.duplicates", 2L));
        assertEquals(
                "Baseline: 1 of 3 entries has expired and holds nothing back",
                english.text("summary.baseline.expired", 1L, 3L));
    }

    @Test
    void noTextSpeaksOfOneThingInThePlural() {
        for (String key : new TreeSet<>(english.bundle().keySet())) {
            if (english.bundle().getString(key).contains(",number,integer}")) {
                Matcher plural = ONE_OF_MANY.matcher(english.text(key, ONES));
                assertEquals(
                        List.of(),
                        plural.results().map(each -> key + ": " + each.group()).toList());
            }
        }
    }

    @Test
    void aPathThatWasTypedIsShownAsItIs() {
        // Eighteen digits that could be a bank card's: the name of a temporary folder, say.
        Path typed = Path.of("junit-6222021234567890128", "package");
        assertEquals("Written: " + typed, english.text("annualReport.written", typed));
        assertNotEquals("Written: " + typed, english.text("annualReport.written", typed.toString()));
        assertEquals("Written: a b", english.text("annualReport.written", Path.of("a\nb")));
    }
}
