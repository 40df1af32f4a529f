package org.gongkai.export.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.AmendmentType;
import org.gongkai.core.decision.CatalogueAmendment;
import org.gongkai.core.decision.CatalogueCompletion;
import org.gongkai.core.decision.ConsultationWay;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionCatalogueBuilder;
import org.gongkai.core.decision.DecisionKind;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMaterialBuilder;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionMatterBuilder;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.EvaluationAspect;
import org.gongkai.core.decision.EvaluationFinding;
import org.gongkai.core.decision.EvaluationMethod;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.OpinionBuilder;
import org.gongkai.core.decision.PartyConsent;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PolicyEvaluationBuilder;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.PublicConsultationBuilder;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.export.Browser;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.PackageSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionFilesTest {

    private static final DecisionMatter DECIDED = DecisionMatterBuilder.builder()
            .sequence("1")
            .name("公共停车场建设方案<一期>")
            .decisionKind(DecisionKind.parse("重大公共建设项目"))
            .units(List.of(Agency.parse("区住房和城乡建设局"), Agency.parse("区财政局")))
            .lead(Agency.parse("区住房和城乡建设局"))
            .legalBases(List.of("《城市停车设施建设指南》"))
            .plannedTime(PlannedTime.read("上半年", 2024))
            .procedures(List.of(
                    DecisionProcedure.of(DecisionProcedure.Step.PUBLIC_PARTICIPATION),
                    DecisionProcedure.of(DecisionProcedure.Step.LEGALITY_REVIEW)))
            .stage(DecisionStage.of(DecisionStage.Step.DECIDED))
            .result(new DecisionResult(
                    "关于印发《公共停车场建设方案》的通知", DocumentNumber.parse("甲政发〔2024〕9号"), LocalDate.of(2024, 5, 6)))
            .materials(List.of(
                    material(MaterialType.Type.DRAFT, "draft/1.html"),
                    material(MaterialType.Type.RESULT, "https://www.example.gov.cn/2024-9.html?a=1&b=2"),
                    DecisionMaterialBuilder.builder(material(MaterialType.Type.OPINIONS, "javascript:alert(1)"))
                            .title("=采纳情况")
                            .build(),
                    DecisionMaterialBuilder.builder()
                            .type(MaterialType.of(MaterialType.Type.RISK_ASSESSMENT))
                            .state(MaterialState.of(MaterialState.State.NOT_APPLICABLE))
                            .reason("不影响社会稳定")
                            .build()))
            .build();

    private static final DecisionCatalogue CATALOGUE = DecisionCatalogueBuilder.builder()
            .body(Agency.parse("甲区人民政府"))
            .year(2024)
            .documentNumber(DocumentNumber.parse("甲政发〔2024〕3号"))
            .consent(new PartyConsent(Agency.parse("中共甲区委员会"), null, "已经区委同意"))
            .publishedOn(LocalDate.of(2024, 3, 20))
            .matters(List.of(
                    DECIDED,
                    DecisionMatterBuilder.builder()
                            .sequence("2")
                            .name("养老服务设施专项规划")
                            .units(List.of(Agency.parse("区民政局")))
                            .plannedTime(PlannedTime.read("年底前", 2024))
                            .stage(DecisionStage.of(DecisionStage.Step.DRAFTING))
                            .build()))
            .amendments(List.of(new CatalogueAmendment(
                    AmendmentType.of(AmendmentType.Type.DROPPED), "旧事项", LocalDate.of(2024, 10, 31), "条件不成熟", null)))
            .completion(new CatalogueCompletion(LocalDate.of(2024, 12, 30), "done.html", "完成一项"))
            .build();

    private static final PublicConsultation CONSULTATION = PublicConsultationBuilder.builder()
            .body(Agency.parse("区住房和城乡建设局"))
            .matter(new MatterReference(2024, null, "公共停车场建设方案<一期>"))
            .ways(List.of(ConsultationWay.of(ConsultationWay.Way.NOTICE)))
            .channels(List.of("政府网站"))
            .openFrom(LocalDate.of(2024, 3, 1))
            .openUntil(LocalDate.of(2024, 3, 30))
            .received(2)
            .adopted(1)
            .partlyAdopted(0)
            .rejected(1)
            .opinions(List.of(
                    OpinionBuilder.builder()
                            .number("1")
                            .contributor("朱**")
                            .text("多建停车位")
                            .adoption(Adoption.of(Adoption.Outcome.ADOPTED))
                            .build(),
                    OpinionBuilder.builder()
                            .number("2")
                            .contributor("某物业公司")
                            .text("建在公园内")
                            .adoption(Adoption.of(Adoption.Outcome.REJECTED))
                            .reason("不符合绿地规划")
                            .build()))
            .feedbackPublishedOn(LocalDate.of(2024, 5, 17))
            .build();

    private static final PublicConsultation NOBODY = PublicConsultationBuilder.builder()
            .matter(new MatterReference(2024, "2", null))
            .received(0)
            .feedbackPublishedOn(LocalDate.of(2024, 9, 2))
            .sourceUrl("https://www.example.gov.cn/none.html")
            .build();

    private static final PolicyEvaluation EVALUATION = PolicyEvaluationBuilder.builder()
            .body(Agency.parse("甲区人民政府办公室"))
            .year(2024)
            .subject("关于推进养老服务发展的意见")
            .documentNumber(DocumentNumber.parse("甲政发〔2022〕3号"))
            .methods(List.of(EvaluationMethod.of(EvaluationMethod.Method.SYMPOSIUM)))
            .findings(List.of(
                    new EvaluationFinding(EvaluationAspect.of(EvaluationAspect.Aspect.RESULTS), "养老床位增加"),
                    new EvaluationFinding(EvaluationAspect.of(EvaluationAspect.Aspect.PROBLEMS), "护理人员不足")))
            .use("据此修订补贴标准")
            .publishedOn(LocalDate.of(2024, 12, 20))
            .build();

    private final DecisionFiles files =
            DecisionFiles.of(List.of(CATALOGUE), List.of(CONSULTATION, NOBODY), List.of(EVALUATION));

    @Test
    void pagesAndTablesAreWhatAReaderExpects() throws IOException {
        assertGolden("catalogue.html", page());
        assertGolden("matters.csv", csv(DecisionFiles.Table.MATTERS));
        assertGolden("materials.csv", csv(DecisionFiles.Table.MATERIALS));
        assertGolden("consultations.csv", csv(DecisionFiles.Table.CONSULTATIONS));
        assertGolden("evaluations.csv", csv(DecisionFiles.Table.EVALUATIONS));
        StringBuilder evaluations = new StringBuilder();
        files.evaluationPage(evaluations);
        assertGolden("evaluations.html", evaluations.toString());
    }

    @Test
    void aPageEscapesValuesNamesItsTablesAndRunsNothing() throws IOException {
        String page = page();
        assertTrue(page.contains("<html lang=\"zh-CN\">") && page.contains("公共停车场建设方案&lt;一期&gt;"));
        assertEquals(page.split("<table>").length, page.split("<caption>").length);
        for (String each : List.of("<script", "<link", "<img", "<iframe", "src=", "href=\"javascript")) {
            assertFalse(page.contains(each), each);
        }
    }

    @Test
    void onlyAddressesOfTheWebAndPathsBelowThePageBecomeLinks() throws IOException {
        String page = page();
        assertTrue(page.contains("<a href=\"draft/1.html\">决策草案全文</a>"));
        assertTrue(page.contains("<a href=\"https://www.example.gov.cn/2024-9.html?a=1&amp;b=2\">决策结果</a>"));
        assertTrue(page.contains("<th scope=\"row\">公众意见收集和采纳情况：=采纳情况</th>"));
        assertTrue(page.contains("地址：javascript:alert(1)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up.html", "/root.html", "//evil.example/x", "a\" onclick=\"x", "data:text/html,x"})
    void whatLeavesTheFolderOrIsNoAddressIsShownAsText(String url) throws IOException {
        StringBuilder page = new StringBuilder();
        files.page(with(url, null), page);
        assertEquals(0, page.toString().split("<a href=\"[^#]").length - 1, page.toString());
    }

    @Test
    void aPathIsReadAgainstTheAddressOfTheCatalogue() throws IOException {
        StringBuilder page = new StringBuilder();
        files.page(with("../up.html", "https://www.example.gov.cn/a/b/index.html"), page);
        assertTrue(page.toString().contains("<a href=\"https://www.example.gov.cn/a/up.html\">"));
    }

    @Test
    void thatNobodyAnsweredIsSaidInWords() throws IOException {
        assertTrue(page().contains("<dt>结果</dt><dd>未收到意见建议</dd>"));
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsDisarmed() throws IOException {
        assertTrue(csv(DecisionFiles.Table.MATERIALS).contains(",'=采纳情况,"));
    }

    @Test
    void aRecordWithPersonalDataIsRefusedAndKeptOutOfAPackage(@TempDir Path folder) throws IOException {
        PublicConsultation leaking = PublicConsultationBuilder.builder(CONSULTATION)
                .opinions(List.of(OpinionBuilder.builder(CONSULTATION.opinions().get(0))
                        .contributor("张三")
                        .build()))
                .build();
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> DecisionFiles.of(List.of(), List.of(leaking), List.of()));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("/opinions/0/contributor"), message);
        assertFalse(message.contains("张三"), message);
        try (LibraryPackage out =
                LibraryPackage.create(folder.resolve("p"), PackageOptions.of(Clock.systemUTC(), "1.0.0"))) {
            assertFalse(out.add(leaking));
            assertTrue(out.add(CONSULTATION));
            PackageSchemas.finish(out);
        }
    }

    @Test
    void aPackageHoldsAPageForEachCatalogueAndLinksNoFileThatItLacks(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, PackageOptions.of(Clock.systemUTC(), "1.0.0"))) {
            assertTrue(out.add(CATALOGUE));
            files.addTo(out);
            PackageSchemas.finish(out);
        }
        Path decisions = target.resolve("data/decisions");
        String page = Files.readString(decisions.resolve("catalogue-1.html"));
        assertTrue(page.contains("地址：draft/1.html") && !page.contains("href=\"draft/1.html\""));
        for (String each : List.of("matters.csv", "materials.csv", "consultations.csv", "evaluations.csv")) {
            assertTrue(Files.exists(decisions.resolve(each)), each);
        }
        assertTrue(Files.exists(decisions.resolve("evaluations.html")));
    }

    @Test
    void whatThereIsNothingOfIsNotWritten(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, PackageOptions.of(Clock.systemUTC(), "1.0.0"))) {
            DecisionFiles.of(List.of(), List.of(CONSULTATION), List.of()).addTo(out);
            PackageSchemas.finish(out);
        }
        try (var written = Files.list(target.resolve("data/decisions"))) {
            assertEquals(
                    List.of("consultations.csv"),
                    written.map(each -> each.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"375", "1280"})
    void inABrowserNothingOverflowsAndEveryLinkLeadsSomewhere(int width, @TempDir Path folder) throws Exception {
        Browser browser = Browser.assumed();
        DecisionCatalogue wide = DecisionCatalogueBuilder.builder(CATALOGUE)
                .matters(List.of(
                        DECIDED,
                        DecisionMatterBuilder.builder(DECIDED)
                                .name("长".repeat(120))
                                .materials(List.of(material(
                                        MaterialType.Type.DRAFT, "https://www.example.gov.cn/" + "a".repeat(200))))
                                .note("b".repeat(150))
                                .build()))
                .build();
        for (DecisionCatalogue each : List.of(CATALOGUE, wide)) {
            StringBuilder page = new StringBuilder();
            files.page(each, page);
            Browser.Layout layout = browser.layout(page.toString(), width, folder);
            assertEquals(width, layout.width());
            assertEquals(List.of(), layout.outside());
            assertTrue(layout.scrollWidth() <= width, layout.toString());
            assertEquals(List.of(), layout.dead());
            assertEquals(0, layout.unnamed());
            assertTrue(layout.links().contains("#matter-2"), layout.toString());
        }
    }

    private static DecisionCatalogue with(String url, String address) {
        return DecisionCatalogueBuilder.builder()
                .sourceUrl(address)
                .matters(List.of(DecisionMatterBuilder.builder()
                        .name("甲")
                        .materials(List.of(material(MaterialType.Type.DRAFT, url)))
                        .build()))
                .build();
    }

    private static DecisionMaterial material(MaterialType.Type type, String url) {
        return DecisionMaterialBuilder.builder()
                .type(MaterialType.of(type))
                .url(url)
                .publishedOn(LocalDate.of(2024, 3, 1))
                .state(MaterialState.of(MaterialState.State.PUBLISHED))
                .build();
    }

    private String page() throws IOException {
        StringBuilder out = new StringBuilder();
        files.page(CATALOGUE, out);
        return out.toString();
    }

    private String csv(DecisionFiles.Table table) throws IOException {
        StringBuilder out = new StringBuilder();
        files.csv(table, out);
        return out.toString();
    }

    private static void assertGolden(String name, String text) throws IOException {
        try (InputStream data = Objects.requireNonNull(DecisionFilesTest.class.getResourceAsStream(name), name)) {
            String wanted = new String(data.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(wanted.replace("\r\n", "\n"), text.replace("\r\n", "\n"), name);
        }
    }
}
