package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.export.format.FormatProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    @TempDir
    private Path folder;

    @Test
    void theListNamesEachFormatTemplateAndSetOfRules() {
        Typed typed = Typed.command("profile", "list", "--lang", "en");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.err());
        for (String each : FormatProfile.shippedNames()) {
            assertTrue(
                    typed.out()
                            .contains(each + "  " + FormatProfile.shipped(each).version()),
                    typed.out());
        }
        assertTrue(typed.out().contains("jpolicy-row  1.0.0  format, json, evidence unverified"), typed.out());
        assertTrue(typed.out().contains("db37t4560-3  template"), typed.out());
        assertTrue(typed.out().contains("shandong-library"), typed.out());
    }

    @Test
    void aProfileIsShownAsItStands() {
        assertEquals(
                FormatProfile.text("db37t4560-3"),
                Typed.command("profile", "show", "db37t4560-3").out());
        Typed unknown = Typed.command("profile", "show", "no-such", "--lang", "zh");
        assertEquals(ExitCode.FAILED, unknown.code());
        assertTrue(unknown.err().contains("没有配置 no-such"), unknown.err());
    }

    @Test
    void checkingNamesEveryFaultWithItsLineInTheLanguageAskedFor() throws Exception {
        Path good = Files.writeString(folder.resolve("good.json"), FormatProfile.text("jcms-book-1.0"));
        Typed typed = Typed.command("profile", "check", good.toString(), "--lang", "en");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.out());
        assertTrue(typed.out().contains("38 fields"), typed.out());

        Path template = Files.writeString(folder.resolve("t.jsonc"), FormatProfile.text("db37t4560-3"));
        Typed open = Typed.command("profile", "check", template.toString(), "--lang", "zh");
        assertEquals(ExitCode.FINDINGS, open.code());
        assertTrue(open.out().lines().count() > 40, open.out());
        assertTrue(open.out().lines().allMatch(each -> each.startsWith(template + ":")), open.out());
        assertTrue(open.out().contains("/fields/0/name：待填写"), open.out());
    }
}
