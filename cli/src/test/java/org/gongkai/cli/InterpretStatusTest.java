package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretStatusTest {

    private static final String INPUT =
            Typed.CHECKOUT.resolve("examples/interpretation/input").toString();

    @TempDir
    private Path folder;

    @Test
    void theExampleShowsWhatIsMissingLateAndLapsed() {
        Typed typed = Typed.command("interpret", "status", INPUT, "--on", "2024-06-30", "--lang", "en");
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.out() + typed.err());
        String out = typed.out();
        assertTrue(out.contains("wj/2.html") && out.contains("[interpretation.missing]"), out);
        assertTrue(out.contains("jd/2.html: warning") && out.contains("[interpretation.published.late]"), out);
        assertTrue(out.contains("jd/3.html: warning") && out.contains("[interpretation.ofLapsed]"), out);
        assertTrue(out.contains("[policyAnswer.source.lapsed]"), out);
        assertTrue(out.contains("interpreted 1/3 of what is to be interpreted"), out);
    }

    @ParameterizedTest
    @CsvSource({"docs/interpretation.md, en", "docs/interpretation.zh-CN.md, zh"})
    void theGuidesShowWhatTheCommandPrints(String guide, String language) throws Exception {
        String shown = Typed.command("interpret", "status", INPUT, "--on", "2024-06-30", "--lang", language)
                .out();
        assertTrue(Files.readString(Typed.CHECKOUT.resolve(guide)).contains(shown), guide + " must show:\n" + shown);
    }

    @Test
    void theWorklistIsAPageAndJsonIsALineADocument() throws Exception {
        Path page = folder.resolve("list.html");
        Typed typed = Typed.command(
                "interpret", "status", INPUT, "--on", "2024-06-30", "--json", "--worklist", page.toString());
        assertEquals(2, typed.out().lines().count(), typed.out());
        assertTrue(typed.out().startsWith("{\"reach\":\"NORMATIVE\",\"publishedOn\":\"2024-04-08\""), typed.out());
        assertTrue(Files.readString(page).contains("临湾区高龄老人补贴办法"));
    }

    @Test
    void withoutInterpretationsNothingWasChecked() throws Exception {
        Files.writeString(folder.resolve("d.ndjson"), """
                {"kind":"document","title":"关于河道管理的通告","fileType":"行政规范性文件","publishedOn":"2024-01-02"}
                """);
        Typed typed = Typed.command("interpret", "status", folder.toString(), "--on", "2024-06-30", "--lang", "en");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.out() + typed.err());
        assertTrue(typed.out().contains("interpreted not checked"), typed.out());
        assertFalse(typed.out().contains("interpretation.missing"));
    }
}
