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

/** Tables of other records than documents, from files to a package. */
class TablesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path sources;
    private Path mapping;
    private Path target;

    @BeforeEach
    void write() throws IOException {
        sources = Files.createDirectories(folder.resolve("sources"));
        target = folder.resolve("package");
        mapping = Files.writeString(folder.resolve("mapping.yaml"), """
                tables:
                  - files: laoshan.csv
                    kind: assistance-standard
                    defaults: {place: 青岛市崂山区, effectiveFrom: "2022-01"}
                  - files: qingdao.csv
                    kind: assistance-standard
                    defaults: {place: 青岛市, effectiveFrom: 2023-01-01}
                  - files: "land/**"
                    kind: land
                    defaults: {year: 2024, compiledBy: 青岛市崂山区人民政府, publishedOn: 2024-01-05}
                """);
        Files.writeString(sources.resolve("laoshan.csv"), "类别,城市标准（元/人·月）,农村标准（元/人·月）\n低保,995,995\n");
        Files.writeString(sources.resolve("qingdao.csv"), "类别,标准（元/人·月）\n城市低保,1045\n说明：按月发放,\n");
    }

    @Test
    void standardsOfTwoPlacesGoIntoOnePackageWithAFolderEach() throws Exception {
        Typed typed = convert();
        assertEquals(
                ExitCode.COMPLETE,
                Typed.command("mapping", "check", mapping.toString()).code());
        assertEquals(
                3, Files.readAllLines(target.resolve("data/records.ndjson")).size(), typed.err());
        assertEquals(
                List.of("folder,place", "assistance/1,青岛市", "assistance/2,青岛市崂山区"),
                Files.readAllLines(target.resolve("data/assistance/places.csv")));
        // In the district the city's newer line is in force.
        assertTrue(Files.readString(target.resolve("data/assistance/2/public-table.csv"))
                .contains("1045"));
        assertTrue(Files.readString(target.resolve("data/assistance/2/history.csv"))
                .contains("995"));
        assertTrue(Files.readString(target.resolve("manifest-sha256.txt")).contains("data/assistance/1/history.svg"));
        assertTrue(rules().contains("assistance.heading.missing"));
        // The entry for land fits nothing.
        assertTrue(rules().contains("source.tables.unmatched"));
    }

    @Test
    void whatBelongsToNoRecordIsInTheLedgerAllTheSame() throws Exception {
        convert();
        String ledger = Files.readString(target.resolve("ledger.ndjson"));
        assertTrue(ledger.contains("说明：按月发放"), ledger);
        long fields = 0;
        for (JsonNode each :
                JSON.readTree(target.resolve("report.json").toFile()).get("fields")) {
            fields += each.asLong();
        }
        long accounted = 0;
        for (String line : ledger.lines().toList()) {
            accounted += JSON.readTree(line).path("fields").size();
        }
        assertEquals(fields, accounted);
    }

    @Test
    void plansOfLandStandBesideAndAreHeldAgainstProjects() throws Exception {
        Path land = Files.createDirectories(sources.resolve("land"));
        Files.writeString(land.resolve("plan.csv"), "序号,项目名称,拟征收面积（公顷）,季度,项目编号\n1,学校,3.2,第二季度,J1\n");
        convert();
        assertTrue(Files.readString(target.resolve("data/land/plans.csv")).contains("学校"));
        assertTrue(rules().contains("land.plan.items.notChecked"), rules().toString());
        assertFalse(Files.exists(target.resolve("data/land/projects.csv")));
    }

    @Test
    void withheldRecordsStayOutOfThePublicFiles() throws Exception {
        Path land = Files.createDirectories(sources.resolve("land"));
        Files.writeString(land.resolve("list.csv"), "项目名称,征收面积（公顷）,用途\n学校,3.2,教育用地\n宅院,0.1,住户身份证 11010519491231002X\n");
        convert();
        assertEquals(
                1,
                JSON.readTree(target.resolve("report.json").toFile())
                        .get("withheld")
                        .asInt());
        String table = Files.readString(target.resolve("data/land/projects.csv"));
        assertTrue(table.contains("学校"));
        assertFalse(table.contains("宅院"));
        assertFalse(Files.readString(target.resolve("ledger.ndjson")).contains("宅院"));
    }

    @Test
    void anOptionSaysWhatTablesHoldWhereThereIsNoMappingFile() {
        Typed typed = Typed.command(
                "validate",
                sources.resolve("laoshan.csv").toString(),
                "--tables",
                "assistance-standard",
                "--table-default",
                "place=青岛市崂山区",
                "--table-default",
                "effectiveFrom=2022-01",
                "--lang",
                "en");
        assertEquals(ExitCode.COMPLETE, typed.code(), typed.err());
        assertTrue(typed.out().contains("2 records (2 complete)"), typed.out());
        assertTrue(typed.out().contains("[assistance.heading.missing]"), typed.out());
    }

    @Test
    void aWrongKindOrDefaultIsRefused() {
        String file = sources.resolve("laoshan.csv").toString();
        Typed kind = Typed.command("validate", file, "--tables", "standards", "--lang", "en");
        assertEquals(ExitCode.FAILED, kind.code());
        assertTrue(kind.err().contains("assistance-standard, land"), kind.err());
        Typed name = Typed.command(
                "validate", file, "--tables", "assistance-standard", "--table-default", "plaze=x", "--lang", "en");
        assertEquals(ExitCode.FAILED, name.code());
        assertTrue(name.err().contains("plaze") && name.err().contains("place"), name.err());
        assertEquals(
                ExitCode.FAILED,
                Typed.command("validate", file, "--table-default", "place=x").code());
    }

    private Typed convert() {
        return Typed.command(
                "convert",
                sources.toString(),
                "--mapping",
                mapping.toString(),
                "--out",
                target.toString(),
                "--now",
                "2024-06-01T00:00:00Z",
                "--lang",
                "en");
    }

    private List<String> rules() throws IOException {
        List<String> rules = new ArrayList<>();
        for (String each : Files.readAllLines(target.resolve("findings.ndjson"))) {
            rules.add(JSON.readTree(each).get("rule").asText());
        }
        return rules;
    }
}
