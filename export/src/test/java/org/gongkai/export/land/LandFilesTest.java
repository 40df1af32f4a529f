package org.gongkai.export.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.BlockPrice;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionPlanBuilder;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.LandRequisitionProjectBuilder;
import org.gongkai.core.land.ParcelBuilder;
import org.gongkai.core.land.PlanItemBuilder;
import org.gongkai.core.land.PlanItemState;
import org.gongkai.core.land.PublicInterestGround;
import org.gongkai.core.land.RequisitionItemBuilder;
import org.gongkai.core.land.RequisitionItemState;
import org.gongkai.core.land.RequisitionRegime;
import org.gongkai.core.land.RequisitionStage;
import org.gongkai.core.land.StageProgress;
import org.gongkai.core.organization.Agency;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandFilesTest {

    private static final LandRequisitionPlan PLAN = LandRequisitionPlanBuilder.builder()
            .year(2024)
            .compiledBy(Agency.parse("甲区自然资源局"))
            .items(List.of(PlanItemBuilder.builder()
                    .number("1")
                    .name("东村路道路工程")
                    .location("甲街道东村")
                    .plannedArea(Area.parse("约2公顷"))
                    .use("道路用地")
                    .ground(PublicInterestGround.of(PublicInterestGround.Ground.INFRASTRUCTURE))
                    .quarter("Q3")
                    .implementer(Agency.parse("甲区住房和城乡建设局"))
                    .state(PlanItemState.of(PlanItemState.State.APPROVED))
                    .project("J2024-1")
                    .build()))
            .build();

    private static final LandRequisitionProject PROJECT = LandRequisitionProjectBuilder.builder()
            .code("J2024-1")
            .name("东村路道路工程<一期>")
            .regime(RequisitionRegime.of(RequisitionRegime.Regime.COLLECTIVE_LAND))
            .implementer(Agency.parse("甲区人民政府"))
            .approvalNumber(DocumentNumber.parse("鲁政土字〔2024〕7号"))
            .approvedOn(LocalDate.of(2024, 4, 15))
            .totalArea(Area.parse("1.8565公顷"))
            .restatedArea(Area.parse("27.85亩"))
            .parcels(List.of(ParcelBuilder.builder()
                    .location("东村村北")
                    .area(Area.parse("1.8565公顷"))
                    .build()))
            .prices(List.of(new BlockPrice("Ⅱ级", new BigDecimal("23.70"), "万元/亩", null, null)))
            .resettlement(List.of("货币安置", "社会保障安置"))
            .remedies("=六十日内申请行政复议")
            .contact(new Contact("甲区自然资源局", "0532-88996769", null))
            .stages(List.of(new StageProgress(
                    RequisitionStage.of(RequisitionStage.Step.APPROVAL), LocalDate.of(2024, 4, 15), null)))
            .items(List.of(
                    RequisitionItemBuilder.builder()
                            .item("requisition-announcement")
                            .noticeNumber(DocumentNumber.parse("甲征公告〔2024〕7号"))
                            .publishedOn(LocalDate.of(2024, 5, 17))
                            .state(RequisitionItemState.of(RequisitionItemState.State.PUBLISHED))
                            .build(),
                    RequisitionItemBuilder.builder()
                            .item("survey-results")
                            .state(RequisitionItemState.of(RequisitionItemState.State.NOT_APPLICABLE))
                            .reason("未开展")
                            .build()))
            .build();

    private final LandFiles files = LandFiles.of(List.of(PLAN), List.of(PROJECT));

    @Test
    void theTablesAreWhatAReaderExpects() throws IOException {
        assertGolden("plans.csv", csv(LandFiles.Table.PLANS));
        assertGolden("projects.csv", csv(LandFiles.Table.PROJECTS));
        assertGolden("items.csv", csv(LandFiles.Table.ITEMS));
        assertGolden("items.html", html(LandFiles.Table.ITEMS));
    }

    @Test
    void aPageEscapesValuesNamesItsRowsAndRunsNothing() throws IOException {
        String page = html(LandFiles.Table.PROJECTS);
        assertTrue(page.contains("<th scope=\"row\">东村路道路工程&lt;一期&gt;</th>"));
        assertEquals(19, page.split("<th scope=\"col\">").length);
        assertTrue(page.contains("<caption>土地征收项目</caption>") && page.contains("<html lang=\"zh-CN\">"));
        for (String each : List.of("<script", "<link", "<img", "<iframe", "src=", "href=")) {
            assertFalse(page.contains(each), each);
        }
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsDisarmed() throws IOException {
        assertTrue(csv(LandFiles.Table.PROJECTS).contains(",'=六十日内申请行政复议,"));
    }

    @Test
    void aRecordWithPersonalDataIsRefused() {
        LandRequisitionProject leaking = LandRequisitionProjectBuilder.builder(PROJECT)
                .other(Map.of("户主", "张三"))
                .build();
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> LandFiles.of(List.of(), List.of(leaking)));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("/户主") && message.contains("name of a person"), message);
        assertFalse(message.contains("张三"), message);
    }

    @Test
    void aPackageKeepsARecordWithPersonalDataOutAndCountsIt(@TempDir Path folder) throws IOException {
        LandRequisitionProject leaking = LandRequisitionProjectBuilder.builder(PROJECT)
                .code("J2024-2")
                .socialSecurity("证件11010519491231002X")
                .build();
        Path target = folder.resolve("package");
        Clock clock = Clock.fixed(
                LocalDate.of(2024, 6, 1).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        try (LibraryPackage out = LibraryPackage.create(target, PackageOptions.of(clock, "1.0.0"))) {
            assertTrue(out.add(PLAN));
            assertTrue(out.add(PROJECT));
            assertFalse(out.add(leaking));
            files.addTo(out);
            assertEquals(1, PackageSchemas.finish(out).description().withheld());
        }
        String records = Files.readString(target.resolve("data/records.ndjson"));
        assertEquals(2, records.lines().count());
        assertTrue(records.contains("\"kind\":\"land-plan\"") && records.contains("\"kind\":\"land-project\""));
        assertFalse(records.contains("11010519491231002X"));
        for (String each : List.of("plans", "projects", "items")) {
            assertTrue(Files.exists(target.resolve("data/land/" + each + ".csv")), each);
            assertTrue(Files.exists(target.resolve("data/land/" + each + ".html")), each);
        }
    }

    @Test
    void aTableWithoutRowsIsNotWritten(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, PackageOptions.of(Clock.systemUTC(), "1.0.0"))) {
            LandFiles.of(List.of(PLAN), List.of()).addTo(out);
            PackageSchemas.finish(out);
        }
        assertTrue(Files.exists(target.resolve("data/land/plans.csv")));
        assertFalse(Files.exists(target.resolve("data/land/items.csv")));
    }

    private String csv(LandFiles.Table table) throws IOException {
        StringBuilder out = new StringBuilder();
        files.csv(table, out);
        return out.toString();
    }

    private String html(LandFiles.Table table) throws IOException {
        StringBuilder out = new StringBuilder();
        files.html(table, out);
        return out.toString();
    }

    private static void assertGolden(String name, String text) throws IOException {
        try (InputStream data = Objects.requireNonNull(LandFilesTest.class.getResourceAsStream(name), name)) {
            String wanted = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(wanted.replace("\r\n", "\n"), text.replace("\r\n", "\n"), name);
        }
    }
}
