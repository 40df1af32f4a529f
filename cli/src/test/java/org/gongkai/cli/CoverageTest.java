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
    void theNormativeDocumentsOfASiteAreHeldAgainstTheLibrary() throws Exception {
        Path site = Files.createDirectory(folder.resolve("site"));
        Path library = Files.createDirectory(folder.resolve("library"));
        for (int i = 1; i <= 3; i++) {
            Files.writeString(site.resolve(i + ".html"), page(i, "为了规范停车秩序，制定本办法。"));
        }
        Files.writeString(library.resolve("1.html"), page(1, "为了规范停车秩序,制定本办法."));
        Files.writeString(library.resolve("2.html"), page(2, "为了规范户外广告，制定本办法。"));
        Files.writeString(library.resolve("4.html"), page(4, "为了规范停车秩序，制定本办法。"));
        Files.writeString(library.resolve("5.html"), page(5, "为了规范停车秩序，制定本办法。"));
        List<String> told = Typed.command("validate", site.toString(), "--library", library.toString())
                .out()
                .lines()
                .filter(each -> each.contains("[library."))
                .toList();
        String title = "关于印发《第%1$d号管理办法》的通知";
        assertEquals(
                List.of(
                        "2.html: warning: It differs from the same document of the library (body), which is at library/2.html."
                                + " [library.document.differs]",
                        "3.html: warning: The site has a normative document that the library does not hold: 临湾政办规〔2024〕3号 "
                                + title.formatted(3) + ". [library.document.extra]",
                        "library/4.html: warning: The library holds a normative document that was not found on the site: 临湾政办规〔2024〕4号 "
                                + title.formatted(4) + ". [library.document.missing]",
                        "library/5.html: warning: The library holds a normative document that was not found on the site: 临湾政办规〔2024〕5号 "
                                + title.formatted(5) + ". [library.document.missing]",
                        "library: warning: The site has 3 normative documents, the library holds 4."
                                + " [library.count.differs]"),
                told);
        Files.createDirectory(folder.resolve("none"));
        assertEquals(
                ExitCode.FAILED,
                Typed.command(
                                "validate",
                                site.toString(),
                                "--library",
                                folder.resolve("none").toString())
                        .code());
    }

    private static String page(int serial, String text) {
        return """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>%1$s</title></head><body><h1>%1$s</h1><table>
                <tr><td>发文字号：</td><td>临湾政办规〔2024〕%2$d号</td></tr><tr><td>发布机构：</td><td>临湾区人民政府办公室</td></tr>
                <tr><td>成文日期：</td><td>2024-05-06</td></tr><tr><td>规范性文件编号：</td><td>LWDR-2024-002000%2$d</td></tr>
                <tr><td>有效性：</td><td>有效</td></tr></table>
                <div class="content"><p>各街道办事处：</p><p>%3$s</p></div></body></html>""".formatted("关于印发《第" + serial + "号管理办法》的通知", serial, text);
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
