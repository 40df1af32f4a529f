package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {

    private static final String SOURCES =
            Typed.CHECKOUT.resolve("examples/legacy-documents").toString();
    private static final String REGISTER =
            Typed.CHECKOUT.resolve("examples/coverage/register.csv").toString();
    private static final String GAPS =
            Typed.CHECKOUT.resolve("examples/coverage/gaps.yaml").toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theExamplesAreHeldAgainstTheirRegister() throws Exception {
        Path target = convert("--inventory", REGISTER, "--gaps", GAPS);
        JsonNode coverage =
                JSON.readTree(target.resolve("report.json").toFile()).get("coverage");
        JsonNode inventory = coverage.get("inventory");
        assertEquals(
                "{\"good\":15,\"all\":16,\"percent\":93.7}",
                coverage.get("share").toString());
        assertEquals("register.csv", inventory.get("name").asText());
        assertEquals(20, inventory.get("rows").asInt());
        assertEquals(1, inventory.get("unusable").asInt());
        assertEquals(19, inventory.get("entries").asInt());
        assertEquals(15, inventory.get("found").asInt());
        assertEquals(1, inventory.get("missing").asInt());
        assertEquals(1, inventory.get("explained").get("article16").asInt());
        assertEquals(1, inventory.get("explained").get("merged").asInt());
        assertEquals(1, inventory.get("explained").get("notDisclosed").asInt());
        assertEquals(14, inventory.get("ways").get("documentNumber").asInt());
        assertEquals(1, inventory.get("ways").get("titleAndDate").asInt());
        assertEquals(List.of("临湾文旅字〔2024〕7号 关于公布2024年非物质文化遗产工坊名单的通知"), values(target, "inventory.entry.missing"));
        assertEquals(List.of("东岚市临湾区文化和旅游局关于举办2024年海洋民俗文化周活动的通知"), values(target, "inventory.record.titleDiffers"));
        assertEquals(List.of("2023-08-15 / 2023-08-18"), values(target, "inventory.record.dateDiffers"));
        assertEquals(List.of(), values(target, "inventory.record.notForPublication"));
        assertEquals(List.of(), values(target, "explanation.unused"));
    }

    @ParameterizedTest
    @CsvSource({"en, docs/figures.md, README.md", "zh, docs/figures.zh-CN.md, README.zh-CN.md"})
    void theSummaryAndTheGuidesShowTheShare(String language, String guide, String readme) throws Exception {
        Typed typed = Typed.command("validate", SOURCES, "--inventory", REGISTER, "--gaps", GAPS, "--lang", language);
        String line = typed.out()
                .lines()
                .filter(each -> each.contains("93.7 %"))
                .findFirst()
                .orElseThrow();
        assertTrue(line.contains("15") && line.contains("16") && line.contains("3"), line);
        for (String page : List.of(guide, readme)) {
            String text = Files.readString(Typed.CHECKOUT.resolve(page));
            assertTrue(text.contains("--inventory examples/coverage/register.csv"), page);
        }
        assertTrue(
                Files.readString(Typed.CHECKOUT.resolve(readme)).contains(line.strip()),
                readme + " must show: " + line);
    }

    @Test
    void anEarlierPackageIsAnInventoryOfWhichNothingIsMissing() throws Exception {
        Path target = convert();
        Typed typed = Typed.command("validate", SOURCES, "--inventory", target.toString(), "--lang", "en");
        assertTrue(typed.out().contains("100.0 % (found: 25 of 25 in the inventory)"), typed.out());
        assertFalse(typed.out().contains("inventory.entry.missing"), typed.out());
    }

    @Test
    void aSiteMapFindsPagesByTheNamesOfTheirFiles() throws Exception {
        Path map = Files.writeString(
                folder.resolve("sitemap.xml"),
                "<urlset><url><loc>https://www.linwan.example/n1/2023-009.html</loc></url>"
                        + "<url><loc>https://www.linwan.example/n1/2023-010.html</loc></url></urlset>");
        Typed typed = Typed.command("validate", SOURCES, "--inventory", map.toString(), "--lang", "en");
        assertTrue(typed.out().contains("50.0 % (found: 1 of 2 in the inventory)"), typed.out());
        assertTrue(
                typed.out()
                        .contains("sitemap.xml:1: warning: The inventory names a document that was not found:"
                                + " https://www.linwan.example/n1/2023-010.html."),
                typed.out());
    }

    @Test
    void withoutAnInventoryItsRulesAreSaidNotToHaveRun() throws Exception {
        JsonNode report = JSON.readTree(convert().resolve("report.json").toFile());
        assertTrue(report.get("coverage").get("notChecked").get("en").asText().contains("no inventory"));
        List<String> notRun = new ArrayList<>();
        report.get("notRun").forEach(each -> notRun.add(each.get("rule").asText()));
        assertTrue(notRun.contains("inventory.entry.missing"), notRun.toString());
        assertTrue(report.get("coverage").get("numbers").get("series").asInt() > 0);
    }

    @Test
    void anInventoryThatCannotBeReadStopsTheRunAndLeavesNoPackage() throws Exception {
        Path target = folder.resolve("package");
        for (String[] bad : new String[][] {
            {"--inventory", folder.resolve("none.csv").toString()},
            {"--inventory", folder.toString()},
            {"--inventory", Files.writeString(folder.resolve("a.xml"), "<a/>").toString()},
            {"--inventory", REGISTER, "--inventory-kind", "list"},
            {"--gaps", Files.writeString(folder.resolve("g.yaml"), "a: b").toString()},
            {"--gaps", folder.resolve("none.yaml").toString()},
        }) {
            List<String> arguments = new ArrayList<>(List.of("convert", SOURCES, "--out", target.toString()));
            arguments.addAll(List.of(bad));
            Typed typed = Typed.command(arguments.toArray(new String[0]));
            assertEquals(ExitCode.FAILED, typed.code(), String.join(" ", bad));
            assertEquals(1, typed.err().lines().count(), typed.err());
            assertFalse(Files.exists(target));
        }
    }

    private Path convert(String... options) {
        Path target = folder.resolve("package");
        List<String> arguments = new ArrayList<>(List.of("convert", SOURCES, "--out", target.toString()));
        arguments.addAll(List.of(options));
        Typed typed = Typed.command(arguments.toArray(new String[0]));
        assertEquals(ExitCode.FINDINGS, typed.code(), typed.err());
        return target;
    }

    private static List<String> values(Path target, String rule) throws Exception {
        List<String> found = new ArrayList<>();
        for (String each : Files.readAllLines(target.resolve("findings.ndjson"))) {
            JsonNode finding = JSON.readTree(each);
            if (finding.get("rule").asText().equals(rule)) {
                found.add(finding.get("value").asText());
            }
        }
        return found;
    }
}
