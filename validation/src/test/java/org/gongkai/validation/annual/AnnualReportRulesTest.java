package org.gongkai.validation.annual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.annual.ReportingBody;
import org.gongkai.core.document.FileType;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule of annual reports has a report that passes and one that breaks it. */
public class AnnualReportRulesTest {

    private static final String NORMATIVE = "20(一)行政规范性文件";

    private final DisclosureValidator validator = Records.validator();

    /** What breaks a rule: a report, and others seen before it. */
    private record Fault(String rule, AnnualReport report, DisclosureRecord... before) {}

    private static AnnualReport good() {
        return AnnualReports.report("D2024").build();
    }

    private static AnnualReport lastYear() {
        return AnnualReports.report("D2023").build();
    }

    private static AnnualReport made(UnaryOperator<AnnualReportBuilder> change) {
        return change.apply(AnnualReportBuilder.builder(good())).build();
    }

    private static AnnualReport requests(String code, int column, String text) {
        return AnnualReports.with(good(), ReportTable.REQUESTS, code, column, text);
    }

    private static AnnualReport rows(UnaryOperator<List<ReportRow>> change) {
        return AnnualReports.rows(good(), ReportTable.REQUESTS, change.apply(new ArrayList<>(good().requests())));
    }

    private static AnnualReport overview(String text) {
        List<ReportSection> sections = new ArrayList<>(AnnualReports.sections("23456"));
        sections.add(0, new ReportSection(1, null, text));
        return made(each -> each.sections(sections));
    }

    private static AnnualReport government(AnnualReport figures, String... parts) {
        return AnnualReportBuilder.builder(figures)
                .body(new Agency("东岭区人民政府"))
                .bodyKind(null)
                .compiledFrom(Stream.of(parts).map(Agency::new).toList())
                .build();
    }

    private static List<Fault> faults() {
        AnnualReport zeros = AnnualReports.report("Z2024").build();
        return List.of(
                new Fault("annualReport.body.missing", made(each -> each.body(null))),
                new Fault("annualReport.bodyKind.unlisted", made(each -> each.bodyKind(ReportingBody.parse("企业")))),
                new Fault("annualReport.year.missing", made(each -> each.year(null))),
                new Fault("annualReport.period.missing", made(each -> each.period(null))),
                new Fault("annualReport.period.wrong", made(each -> each.period(ReportPeriod.of(2023)))),
                new Fault("annualReport.publishedOn.missing", made(each -> each.publishedOn(null))),
                new Fault("annualReport.published.late", made(each -> each.publishedOn(LocalDate.of(2025, 2, 5)))),
                new Fault("annualReport.published.early", made(each -> each.publishedOn(LocalDate.of(2024, 12, 31)))),
                new Fault("annualReport.submitted.late", made(each -> each.submittedOn(LocalDate.of(2025, 2, 1)))),
                new Fault("annualReport.sections.notGiven", made(each -> each.sections(List.of()))),
                new Fault("annualReport.section.missing", made(each -> each.sections(AnnualReports.sections("12356")))),
                new Fault(
                        "annualReport.governmentItems.missing",
                        made(each -> each.bodyKind(ReportingBody.of(ReportingBody.Kind.GOVERNMENT))
                                .sections(List.of(
                                        new ReportSection(1, null, "平稳。"),
                                        new ReportSection(2, null, null),
                                        new ReportSection(3, null, null),
                                        new ReportSection(4, null, null),
                                        new ReportSection(5, null, "改进工作考核。"),
                                        new ReportSection(6, null, "没有信息处理费。"))))),
                new Fault(
                        "annualReport.feeStatement.missing",
                        made(each -> each.sections(Stream.concat(
                                        AnnualReports.sections("12345").stream(),
                                        Stream.of(new ReportSection(6, null, "无。")))
                                .toList()))),
                new Fault("annualReport.overview.long", overview("推进公开工作。".repeat(200))),
                new Fault("annualReport.textAgainstTable", overview("全年新收政府信息公开申请57件，全部办理。")),
                new Fault(
                        "annualReport.fees.negative",
                        made(each -> each.fees(new ProcessingFees(1, BigDecimal.valueOf(-380), null)))),
                new Fault("annualReport.proactive.missing", made(each -> each.proactive(List.of()))),
                new Fault("annualReport.requests.missing", made(each -> each.requests(List.of()))),
                new Fault("annualReport.disputes.missing", made(each -> each.disputes(List.of()))),
                new Fault("annualReport.row.unknown", rows(each -> {
                    each.add(5, ReportRow.of("工作秘密", 0, 0, 0, 0, 0, 0, 0));
                    return each;
                })),
                new Fault("annualReport.row.twice", rows(each -> {
                    each.add(each.get(4));
                    return each;
                })),
                new Fault("annualReport.row.missing", rows(each -> each.subList(0, each.size() - 1))),
                new Fault("annualReport.row.width", rows(each -> {
                    each.set(4, ReportRow.of("三(三)1", 0, 0, 0));
                    return each;
                })),
                new Fault("annualReport.cell.malformed", requests("三(三)7", 1, "约2")),
                new Fault("annualReport.cell.blank", requests("三(三)1", 1, "——")),
                new Fault("annualReport.total.blank", requests("一", 7, "")),
                new Fault("annualReport.balance", requests("四", 1, "3")),
                new Fault("annualReport.resultSum", requests("三(一)", 1, "21")),
                new Fault("annualReport.rowSum", requests("一", 7, "57")),
                new Fault(
                        "annualReport.litigationSum", AnnualReports.with(good(), ReportTable.DISPUTES, "行政复议", 5, "7")),
                new Fault("annualReport.slip.cell", requests("三(四)1", 1, "20")),
                new Fault("annualReport.slip.transposed", requests("一", 1, "25")),
                new Fault(
                        "annualReport.slip.countedTwice",
                        AnnualReports.with(requests("三(三)7", 1, "3"), ReportTable.REQUESTS, "三(三)7", 7, "3")),
                new Fault(
                        "annualReport.carryOver",
                        AnnualReports.with(good(), ReportTable.REQUESTS, "二", 1, "4"),
                        lastYear()),
                new Fault(
                        "annualReport.normativeStock",
                        AnnualReports.with(good(), ReportTable.PROACTIVE, NORMATIVE, 3, "40"),
                        lastYear()),
                new Fault(
                        "annualReport.disputeStock",
                        good(),
                        AnnualReports.with(lastYear(), ReportTable.DISPUTES, "行政复议", 4, "9")),
                new Fault("annualReport.compiled", government(good(), "东岭区水务局"), zeros),
                new Fault("annualReport.compiled.bodyMissing", government(good(), "东岭区财政局"), zeros),
                new Fault(
                        "annualReport.normativeCount",
                        good(),
                        Records.document()
                                .issuers(List.of(new Agency("东岭区水务局")))
                                .fileType(FileType.of(FileType.Type.NORMATIVE))
                                .writtenOn(LocalDate.of(2024, 3, 1))
                                .build()),
                new Fault(
                        "annualReport.year.gap",
                        good(),
                        AnnualReportBuilder.builder(lastYear())
                                .year(2021)
                                .period(ReportPeriod.of(2021))
                                .build()),
                new Fault("annualReport.property.unknown", made(each -> each.other(Map.of("颜色", "红")))));
    }

    private List<Finding> findings(AnnualReport report, DisclosureRecord... before) {
        AnnualReportAudit audit = new AnnualReportAudit(validator.profile());
        for (DisclosureRecord each : before) {
            audit.see(each, Location.of("before"));
        }
        audit.see(report, Location.of("report"));
        List<Finding> findings = new ArrayList<>(validator.judge(report).findings());
        findings.addAll(audit.end());
        return findings;
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }

    @TestFactory
    Stream<DynamicTest> aReportThatBreaksARuleIsToldInBothLanguages() {
        return faults().stream()
                .map(each -> DynamicTest.dynamicTest(each.rule(), () -> {
                    Finding found = findings(each.report(), each.before()).stream()
                            .filter(finding -> finding.rule().equals(each.rule()))
                            .findFirst()
                            .orElseThrow();
                    Rule rule = RuleCatalogue.standard().rule(each.rule());
                    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                        String text = rule.text(found, language) + rule.mending(found, language);
                        assertFalse(text.contains("{") || text.contains("not stated") || text.contains("未说明"), text);
                    }
                }));
    }

    @Test
    void aSoundReportHasNoFindingsAlsoBesideThatOfTheYearBefore() {
        assertEquals(List.of(), rules(findings(good(), lastYear())));
    }

    @Test
    void aReportThatSumsUpItsOneBodyHasNoFindings() {
        AnnualReport whole = government(good(), "东岭区水务局");
        assertEquals(List.of(), rules(findings(whole, good())));
    }

    @Test
    void aReportOnAYearWithoutAFormIsAskedForNoTables() {
        AnnualReport old = made(each -> each.year(2017)
                .period(ReportPeriod.of(2017))
                .publishedOn(LocalDate.of(2018, 1, 20))
                .proactive(List.of())
                .requests(List.of())
                .disputes(List.of()));
        assertEquals(List.of(), rules(findings(old)));
    }

    @Test
    void aBodyThatDoesNotSayWhatItIsMayPublishUntilTheLastDayOfGovernments() {
        AnnualReport unknown =
                made(each -> each.body(new Agency("东岭区融媒体中心")).bodyKind(null).publishedOn(LocalDate.of(2025, 3, 31)));
        assertEquals(List.of(), rules(findings(unknown)));
    }

    @Test
    void theSlipNamesTheCellAndTheNumberThatWouldMendAll() {
        Finding slip = findings(requests("三(四)1", 1, "20")).stream()
                .filter(each -> each.rule().equals("annualReport.slip.cell"))
                .findFirst()
                .orElseThrow();
        assertEquals("本机关不掌握相关政府信息·自然人 20", slip.value());
        assertEquals("18", slip.expected());
    }

    @Test
    void aSumThatIsOffSaysByHowMuch() {
        Finding sum = findings(requests("一", 7, "57")).stream()
                .filter(each -> each.rule().equals("annualReport.rowSum"))
                .findFirst()
                .orElseThrow();
        assertEquals("58 (57 + 1)", sum.expected());
        assertEquals("/requests/0/cells/6", sum.pointer());
    }

    @Test
    void twoSlipsAtOnceAreNotGuessedAt() {
        AnnualReport two = AnnualReports.with(requests("一", 1, "60"), ReportTable.REQUESTS, "三(二)", 2, "9");
        assertTrue(rules(findings(two)).stream().noneMatch(each -> each.startsWith("annualReport.slip")));
    }
}
