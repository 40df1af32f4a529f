package org.gongkai.export.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectNamesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "../../x,_.._.._x",
                "/etc/passwd,_etc_passwd",
                "C:\\a\\b.html,C__a_b.html",
                "CON,_CON",
                "nul.txt,_nul.txt",
                "COM¹.html,_COM¹.html",
                "CONSOLE.txt,CONSOLE.txt",
                "name...,name___",
                "\"tail \",tail_",
                ".hidden,_.hidden",
                "..,___",
                "\"\",_",
                "a\u0000b\u202Egpj.exe,a_b_gpj.exe",
                "政策文件/通知.html,政策文件_通知.html",
                "what?*|<>.csv,what_____.csv"
            })
    void namesAreCleaned(String given, String expected) {
        assertEquals(expected, RejectNames.clean(given));
    }

    @Test
    void longNamesAreCutButStayApartAndKeepTheirExtension() {
        String first = RejectNames.clean("长".repeat(300) + "a.html");
        String second = RejectNames.clean("长".repeat(300) + "b.html");
        assertNotEquals(first, second);
        assertTrue(first.endsWith(".html"), first);
        assertTrue(first.getBytes(StandardCharsets.UTF_8).length <= 120, first);
    }

    @Property(tries = 300)
    void everyNameIsOneSafePartOfAPathAndTakenOnce(@ForAll List<String> sources) {
        RejectNames names = new RejectNames();
        RejectNames again = new RejectNames();
        Set<String> taken = new HashSet<>();
        for (String each : sources) {
            String name = names.next(each);
            assertEquals(name, again.next(each));
            assertTrue(taken.add(name.toLowerCase(Locale.ROOT)), name);
            assertEquals(1, Path.of(name).getNameCount());
            assertEquals(Path.of("rejects", name), Path.of("rejects", name).normalize());
            assertTrue(name.codePoints().noneMatch(c -> c < ' ' || "/\\<>:\"|?*".indexOf(c) >= 0), name);
            assertTrue(!name.endsWith(".") && !name.endsWith(" ") && !name.isEmpty(), name);
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length < 140, name);
        }
    }
}
