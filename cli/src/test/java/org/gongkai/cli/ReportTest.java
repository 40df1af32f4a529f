package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.export.PackageSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final String EXAMPLES =
            Typed.CHECKOUT.resolve("examples/legacy-documents").toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyReportOfARunIsThatOfItsPackage() throws Exception {
        Path target = folder.resolve("package");
        Typed typed = Typed.command(
                "convert",
                EXAMPLES,
                "--out",
                target.toString(),
                "--report",
                "xlsx=" + folder.resolve("new/list.xlsx"),
                "--report",
                folder.resolve("out.sarif.json").toString(),
                "--report",
                "junit=" + folder.resolve("out.xml"));
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());

        Typed later = Typed.command(
                "report",
                target.toString(),
                "--to",
                "xlsx=" + folder.resolve("later.xlsx"),
                "--to",
                folder.resolve("later.sarif").toString(),
                "--to",
                "html=" + folder.resolve("later.html"));
        assertEquals(ExitCode.FINDINGS, later.code(), later.err());
        same("new/list.xlsx", "later.xlsx");
        same("out.sarif.json", "later.sarif");
        same("package/report.html", "later.html");
        assertTrue(Files.readString(folder.resolve("out.xml")).startsWith("<?xml"));
        try (var files = Files.walk(folder)) {
            assertFalse(files.anyMatch(each -> each.toString().endsWith(".tmp")), "nothing half written is left");
        }
    }

    private void same(String one, String other) throws Exception {
        assertArrayEquals(
                Files.readAllBytes(folder.resolve(one)), Files.readAllBytes(folder.resolve(other)), one + ", " + other);
    }

    @Test
    void aReportOnStandardOutputHasItToItself() {
        Typed typed = Typed.command("validate", EXAMPLES, "--report", "github=-", "--lang", "en");
        assertEquals(ExitCode.FINDINGS, typed.code());
        assertTrue(typed.out().lines().allMatch(each -> each.startsWith("::")), typed.out());
        assertTrue(typed.err().contains("Completeness (要素齐全)"), typed.err());
    }

    @Test
    void theMostKeptOfARuleCanBeChosenAndChangesNoTotal() throws Exception {
        JsonNode all = report("--max-findings", "1000");
        JsonNode few = report("--max-findings", "2");
        assertEquals(all.get("severities"), few.get("severities"));
        assertEquals(all.get("findings"), few.get("findings"));
        assertTrue(few.get("examples").size() < all.get("examples").size());
    }

    private JsonNode report(String... more) throws Exception {
        Path file = folder.resolve("report.json");
        List<String> typed = new java.util.ArrayList<>(List.of("validate", EXAMPLES, "--report", file.toString()));
        typed.addAll(List.of(more));
        Typed.command(typed.toArray(String[]::new));
        JsonNode report = JSON.readTree(file.toFile());
        PackageSchemas.check("report", Files.readString(file));
        return report;
    }

    @Test
    void aBaselineHoldsBackWhatIsKnownAndOnlyShrinks() throws Exception {
        Path baseline = folder.resolve("baseline.json");
        String known = baseline.toString();
        Typed add = Typed.command(
                "validate", EXAMPLES, "--baseline", known, "--baseline-add", "旧站遗留", "--baseline-until", "2099-12-31");
        assertEquals(ExitCode.FINDINGS, add.code(), add.err());
        PackageSchemas.check("baseline", Files.readString(baseline));
        String first = Files.readString(baseline);

        JsonNode held = report("--baseline", known);
        assertEquals(0, held.at("/severities/error").asInt());
        assertEquals(0, held.at("/baseline/unusedCount").asInt());
        assertTrue(held.at("/baseline/heldBack").size() > 10);
        Typed quiet = Typed.command("validate", EXAMPLES, "--baseline", known, "--lang", "en");
        assertEquals(ExitCode.COMPLETE, quiet.code(), quiet.err());
        assertTrue(quiet.out().contains("Held back by the baseline: "), quiet.out());
        assertEquals(first, Files.readString(baseline), "reading a baseline changes nothing");

        String page = Typed.CHECKOUT.resolve("examples/legacy-documents/dl").toString();
        Typed.command("validate", page, "--baseline", known, "--baseline-update");
        long before = first.lines().count();
        long after = Files.readAllLines(baseline).size();
        assertTrue(after < before && after > 5, after + " of " + before);

        Typed late = Typed.command(
                "validate", page, "--baseline", known, "--now", "2100-01-01T08:00:00+08:00", "--lang", "en");
        assertEquals(ExitCode.FINDINGS, late.code());
        assertTrue(late.out().contains("expired and hold"), late.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--baseline-update, --baseline-update, missing: --baseline",
        "--baseline-add=r, --baseline=b.json, --baseline-until",
        "--baseline=no/such.json, --max-findings=1, does not exist",
        "--max-findings=-1, --max-findings=-1, it must be 0 or more",
        "--report=out.pdf, --report=out.pdf, is not a report",
        "--report=html=, --report=html=, is not a report",
    })
    void whatCannotBeIsSaidInOneLine(String one, String two, String said) {
        Typed typed = one.equals(two)
                ? Typed.command("validate", EXAMPLES, one, "--lang", "en")
                : Typed.command("validate", EXAMPLES, one, two, "--lang", "en");
        assertEquals(ExitCode.FAILED, typed.code(), typed.out());
        assertEquals(1, typed.err().lines().count(), typed.err());
        assertTrue(typed.err().contains(said), typed.err());
    }

    @Test
    void whatIsNoBaselineOrReportIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("no.json"), "{\"entries\": [}");
        Typed baseline = Typed.command("validate", EXAMPLES, "--baseline", file.toString(), "--lang", "en");
        assertEquals(ExitCode.FAILED, baseline.code());
        assertTrue(
                baseline.err().contains("is not a baseline") && baseline.err().contains("line 1"), baseline.err());
        Typed report =
                Typed.command("report", file.toString(), "--to", "html=" + folder.resolve("x.html"), "--lang", "en");
        assertEquals(ExitCode.FAILED, report.code());
        assertTrue(report.err().contains("cannot be read as a report"), report.err());
        assertEquals(ExitCode.FAILED, Typed.command("report", file.toString()).code());
        assertEquals(
                ExitCode.FAILED,
                Typed.command("report", "diff", folder.toString(), folder.toString())
                        .code());
    }

    @Test
    void aComparisonNamesWhatIsNewAndFailsForNewErrors() throws Exception {
        Path whole = folder.resolve("whole");
        Path part = folder.resolve("part");
        Typed.command("convert", EXAMPLES, "--out", whole.toString());
        Typed.command("convert", EXAMPLES + "/old", EXAMPLES + "/dl", "--out", part.toString());

        Typed same = Typed.command("report", "diff", whole.toString(), whole.toString(), "--lang", "en");
        assertEquals(ExitCode.COMPLETE, same.code(), same.err());
        assertTrue(same.out().startsWith("New: 0 (0 at error level); gone: 0; unchanged: "), same.out());

        Typed worse = Typed.command("report", "diff", part.toString(), whole.toString(), "--json");
        assertEquals(ExitCode.FINDINGS, worse.code(), worse.err());
        JsonNode diff = JSON.readTree(worse.out());
        assertTrue(diff.get("newErrors").asInt() > 0);
        assertTrue(diff.get("added").size() > 0);

        Typed alone = Typed.command(
                "report", "diff", whole.resolve("report.json").toString(), whole.toString(), "--lang", "en");
        assertEquals(ExitCode.COMPLETE, alone.code(), alone.out());
    }

    @Test
    void theFiguresOfSeveralRunsAreShownOverTime() throws Exception {
        Path earlier = folder.resolve("earlier.json");
        Path later = folder.resolve("later.json");
        Path part = folder.resolve("part.ndjson");
        Files.writeString(part, "{\"kind\":\"document\",\"title\":\"关于一件事的通知\"}\n");
        Typed.command("validate", EXAMPLES, "--report", "json=" + earlier, "--now", "2026-11-23T08:00:00+08:00");
        Typed.command("validate", part.toString(), "--report", "json=" + later, "--now", "2026-11-24T08:00:00+08:00");
        Typed english = Typed.command("report", "trend", later.toString(), earlier.toString(), "--lang", "en");
        assertEquals(ExitCode.FINDINGS, english.code(), english.err());
        assertTrue(english.out().startsWith("2026-11-23T08:00+08:00  " + earlier + ": "), english.out());
        assertTrue(english.out().contains("\n    fewer records than before\n"), english.out());
        assertTrue(english.out().contains("more than 1 percentage points"), english.out());
        Typed chinese = Typed.command("report", "trend", earlier.toString(), later.toString(), "--lang", "zh");
        assertTrue(chinese.out().contains("要素齐全下降"), chinese.out());
        Typed json = Typed.command("report", "trend", earlier.toString(), later.toString(), "--json");
        assertEquals(
                "fewer-records",
                JSON.readTree(json.out()).at("/points/1/signs/0").asText(),
                json.out());
        Typed same = Typed.command("report", "trend", earlier.toString());
        assertEquals(ExitCode.COMPLETE, same.code(), same.err());
        Typed twice = Typed.command("report", "trend", earlier.toString(), earlier.toString());
        assertEquals(ExitCode.FAILED, twice.code(), twice.out());
        Typed beyond = Typed.command("report", "trend", earlier.toString(), "--points", "101");
        assertEquals(ExitCode.FAILED, beyond.code(), beyond.out());
    }
}
