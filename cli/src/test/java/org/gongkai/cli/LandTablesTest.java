package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the land example, from files to a package, and with one thing spoilt. */
class LandTablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Typed.CHECKOUT.resolve("examples/land");

    @TempDir
    private Path folder;

    private Path tables;
    private Path target;

    @BeforeEach
    void copy() throws IOException {
        tables = Files.createDirectories(folder.resolve("tables"));
        target = folder.resolve("package");
        for (String each : List.of("plan-2025.csv", "approved-2025.csv", "parcels.csv")) {
            Files.copy(EXAMPLE.resolve("tables").resolve(each), tables.resolve(each));
        }
    }

    @Test
    void aPlanItsProjectsAndParcelsGoIntoOnePackageWithPublicTables() throws Exception {
        // A line of a list tells nothing of what was disclosed, so nothing is called late.
        assertEquals(ExitCode.COMPLETE, convert().code());
        List<JsonNode> records = lines("data/records.ndjson");
        assertEquals(4, records.size());
        JsonNode reservoir = records.stream()
                .filter(each -> "LW2025-01".equals(each.path("code").asText()))
                .findFirst()
                .orElseThrow();
        assertEquals("岚政土字〔2025〕12号", reservoir.get("approvalNumber").asText());
        assertEquals("基础设施", reservoir.get("ground").asText());
        assertEquals(
                "{\"value\":\"0.8124\",\"unit\":\"公顷\"}",
                reservoir.get("totalArea").toString());
        assertEquals(
                "{\"value\":\"12.19\",\"unit\":\"亩\"}",
                reservoir.get("restatedArea").toString());
        assertTrue(Files.readString(target.resolve("data/land/plans.csv")).contains("东湾片区二期"));
        assertTrue(Files.readString(target.resolve("data/land/projects.html")).contains("石桥社区卫生服务站"));
        // No project of the tables says what it has disclosed.
        assertFalse(Files.exists(target.resolve("data/land/items.csv")));
        assertEquals(
                List.of(
                        "land.project.contact.missing",
                        "land.project.ground.missing",
                        "land.project.items.notSeen",
                        "land.project.use.missing"),
                rules());
    }

    @Test
    void everyCellIsInTheLedgerOfThePackage() throws Exception {
        convert();
        long fields = 0;
        for (JsonNode each :
                JSON.readTree(target.resolve("report.json").toFile()).get("fields")) {
            fields += each.asLong();
        }
        long accounted = 0;
        for (JsonNode line : lines("ledger.ndjson")) {
            accounted += line.path("fields").size();
        }
        assertEquals(fields, accounted);
        assertTrue(Files.readString(target.resolve("ledger.ndjson")).contains("临湾区2025年度土地征收计划"));
    }

    @Test
    void aProjectOutsideThePlanAndALineWithoutItsProjectAreReported() throws Exception {
        change("approved-2025.csv", "LW2025-02", "LW2025-09");
        convert();
        assertTrue(rules().contains("land.plan.items.projectUnknown"), rules().toString());
        assertTrue(rules().contains("land.project.planItem.notLinkedBack"), rules().toString());
        assertEquals(
                "plan-2025.csv",
                lines("findings.ndjson").stream()
                        .filter(each -> each.get("rule").asText().equals("land.plan.items.projectUnknown"))
                        .findFirst()
                        .orElseThrow()
                        .at("/location/source")
                        .asText());
    }

    @Test
    void areasThatDoNotAddUpAreReportedAtTheirProject() throws Exception {
        change("parcels.csv", "1.4012,1.4012", "1.3012,1.4012");
        change("approved-2025.csv", "12.19", "12.91");
        convert();
        assertTrue(rules().contains("land.project.totalArea.parcelsDiffer"), rules().toString());
        assertTrue(rules().contains("land.project.parcels.classesDiffer"), rules().toString());
        assertTrue(rules().contains("land.project.restatedArea.differs"), rules().toString());
    }

    @Test
    void aProjectWithPersonalDataIsAnErrorAndStaysOutOfThePackage() throws Exception {
        change("approved-2025.csv", "医疗卫生用地", "户主：张三，身份证号11010519491231002X");
        Typed typed = convert();
        assertEquals(ExitCode.FINDINGS, typed.code());
        assertTrue(typed.out().contains("error  record.personalData.identityNumber"), typed.out());
        assertTrue(typed.out().contains("1 record is withheld"), typed.out());
        assertFalse(typed.out().contains("张三"), typed.out());
        try (var files = Files.walk(target)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String text = Files.readString(each);
                assertFalse(text.contains("11010519491231002X") || text.contains("张三"), each.toString());
            }
        }
        Typed validated = Typed.command(words("validate"));
        assertEquals(ExitCode.FINDINGS, validated.code());
        assertTrue(
                validated
                        .out()
                        .contains("approved-2025.csv:3:11 批准用途: error: There is a resident identity number: 110*"),
                validated.out());
    }

    @Test
    void aPlaceIsJudgedByItsOwnItemsInARunToo() throws Exception {
        Path items = folder.resolve("items.csv");
        Files.writeString(
                items,
                "id,stage,level1,level2,elements,basis,from,duty,clock,publisher,audience,mode,channels,need,standing,evidence\n"
                        + "own,批准,甲,本区批后公示,,本区目录,,land-approval-documents,APPROVAL_RECEIVED,区政府,全社会,主动公开,,ALWAYS,TABLE,"
                        + "unverified\n");
        Typed typed = Typed.command(words("validate", "--land-items", items.toString()));
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.out());
        assertTrue(typed.out().contains("本区批后公示"), typed.out());
        assertFalse(typed.out().contains("announcementLate"), typed.out());
        Files.writeString(items, "id\n");
        Typed refused = Typed.command(words("convert", "--out", target.toString(), "--land-items", items.toString()));
        assertEquals(ExitCode.FAILED, refused.code());
        assertTrue(refused.err().contains("items.csv"), refused.err());
    }

    @Test
    void theStatusOfTablesIsToldByTheSameMapping() {
        Typed typed = Typed.command(
                "land",
                "status",
                tables.toString(),
                "--mapping",
                EXAMPLE.resolve("mapping.yaml").toString(),
                "--on",
                "2025-06-05",
                "--lang",
                "en");
        assertEquals(ExitCode.COMPLETE, typed.code());
        assertTrue(
                typed.out()
                        .contains("Of earlier stages, which the record does not list: 征收土地预公告, 拟征收土地现状调查结果, 征地补偿安置公告"),
                typed.out());
        assertTrue(typed.out().contains("2025-06-24  征收土地公告"), typed.out());
        assertTrue(typed.out().contains("Stage reached: none recorded by that day"), typed.out());
    }

    private Typed convert() {
        return Typed.command(words("convert", "--out", target.toString()));
    }

    private String[] words(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, tables.toString()));
        words.addAll(List.of("--mapping", EXAMPLE.resolve("mapping.yaml").toString()));
        words.addAll(List.of("--now", "2025-06-05T08:00:00+08:00", "--lang", "en"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private void change(String table, String from, String to) throws IOException {
        Path file = tables.resolve(table);
        String text = Files.readString(file);
        assertTrue(text.contains(from), table + " has no " + from);
        Files.writeString(file, text.replace(from, to));
    }

    private List<String> rules() throws IOException {
        return lines("findings.ndjson").stream()
                .map(each -> each.get("rule").asText())
                .sorted()
                .toList();
    }

    private List<JsonNode> lines(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String each : Files.readAllLines(target.resolve(name))) {
            lines.add(JSON.readTree(each));
        }
        return lines;
    }
}
