package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that a page announces and that lie in a file which it attaches. */
class AttachedTablesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private static final String[][] STANDARDS = {
        {"保障类别", "城市标准（元/人·月）", "农村标准（元/人·月）"},
        {"最低生活保障", "1030", "860"},
        {"特困人员基本生活", "1545", "1290"}
    };

    @TempDir
    private Path folder;

    private Path sources;
    private Path target;

    @BeforeEach
    void make() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources"));
        target = folder.resolve("package");
    }

    private void page(String head, String attached) throws IOException {
        Files.writeString(
                sources.resolve("notice.html"),
                "<html><head><meta charset=utf-8><title>关于调整困难群众救助标准的通知</title></head><body>" + head
                        + "<h1>关于调整困难群众救助标准的通知</h1><div id=zoom><p>各区民政局：</p>"
                        + "<p>经市政府同意，现将调整后的困难群众救助标准印发给你们，自2023年7月1日起执行。</p><p><a href=" + attached
                        + ">附件：救助标准表</a></p><p>东岚市民政局</p><p>2023年6月20日</p></div></body></html>");
    }

    private void docx(String name, String[][] rows) throws IOException {
        StringBuilder table = new StringBuilder("<w:tbl>");
        for (String[] row : rows) {
            table.append("<w:tr>");
            for (String each : row) {
                table.append("<w:tc><w:p><w:r><w:t>").append(each).append("</w:t></w:r></w:p></w:tc>");
            }
            table.append("</w:tr>");
        }
        table.append("</w:tbl>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(sources.resolve(name)))) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + table + "<w:p/></w:body></w:document>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private Report run() {
        return Conversion.of(Profile.named("national"), CLOCK).into(target).run(List.of(sources));
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String each : Files.readAllLines(target.resolve(file))) {
            lines.add(CanonicalJson.mapper().readTree(each));
        }
        return lines;
    }

    private List<String> fates() throws IOException {
        return lines("sources.ndjson").stream()
                .filter(each -> !each.has("record"))
                .map(each ->
                        each.get("source").asText() + ' ' + each.get("fate").asText())
                .sorted()
                .toList();
    }

    @Test
    void standardsInAnAttachedFileAreRecordsOfThatFileAndTheDayComesFromThePage() throws IOException {
        page("", "standards.docx");
        docx("standards.docx", STANDARDS);
        assertEquals(5, run().summary().records());
        List<JsonNode> standards = lines("data/records.ndjson").stream()
                .filter(each -> each.has("amount"))
                .toList();
        assertEquals(
                List.of("1030", "860", "1545", "1290"),
                standards.stream().map(each -> each.get("amount").asText()).toList());
        assertTrue(standards.stream()
                .allMatch(each -> each.get("effectiveFrom").asText().equals("2023-07-01")));
        assertEquals(List.of("notice.html read", "standards.docx read"), fates());
        JsonNode origin = lines("sources.ndjson").stream()
                .filter(each ->
                        each.has("record") && each.get("source").asText().equals("standards.docx"))
                .findFirst()
                .orElseThrow();
        assertEquals("table 1", origin.get("sheet").asText());
        String ledger = Files.readString(target.resolve("ledger.ndjson"));
        assertTrue(ledger.contains("自2023年7月1日起执行"), ledger);
        try (var files = Files.walk(target.resolve("data/attachments"))) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
        assertTrue(PackageVerification.of(target).good());
    }

    @Test
    void anAttachedFileWithoutSuchATableStaysAnAttachment() throws IOException {
        page("", "form.docx");
        docx("form.docx", new String[][] {{"申请人", ""}, {"家庭住址", ""}, {"申请事项", ""}});
        assertEquals(1, run().summary().records());
        assertEquals(List.of("form.docx attached", "notice.html read"), fates());
    }

    @Test
    void whatAWithheldRecordAttachesIsNotRead() throws IOException {
        page("<table><tr><td>公开方式</td><td>不予公开</td></tr></table>", "standards.docx");
        docx("standards.docx", STANDARDS);
        Report report = run();
        assertEquals(1, report.summary().withheld());
        assertEquals(1, report.summary().records());
        assertFalse(Files.readString(target.resolve("sources.ndjson")).contains("standards"));
    }

    @Test
    void aDamagedFileIsAnAttachmentAndStopsNothing() throws IOException {
        page("", "standards.docx");
        Files.write(sources.resolve("standards.docx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertEquals(1, run().summary().records());
        assertEquals(List.of("notice.html read", "standards.docx attached"), fates());
    }
}
