package org.gongkai.export.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.coverage.GapReason;
import org.gongkai.validation.coverage.InventoryCount;
import org.gongkai.validation.coverage.MatchWay;
import org.gongkai.validation.coverage.NumberSeries;
import org.gongkai.validation.coverage.SeriesCount;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.FileFates;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.RunSummary;

/** Reports to be written. */
final class Reports {

    static final OffsetDateTime MADE = OffsetDateTime.of(2026, 1, 31, 8, 0, 0, 0, ZoneOffset.ofHours(8));
    static final DisclosureValidator VALIDATOR = DisclosureValidator.of(
            Profile.named("shandong-library"), Clock.fixed(MADE.toInstant(), ZoneOffset.ofHours(8)));

    private Reports() {}

    /** A small report with everything in it: gaps, a baseline with an expired entry, texts that attack. */
    static Report small() {
        List<OfficialDocument> documents = List.of(
                document(1, "临湾区教育局", "</script><script>alert(1)</script>"),
                document(2, "=HYPERLINK(\"http://example.org\")", "a::error file=x,line=1::y\n::warning::z"),
                document(3, "临湾区民政局", "<img src=x onerror=alert(1)> & \"quoted\" ]]>\u0000\uD800"));
        Finding known = VALIDATOR.judge(documents.get(0)).findings().stream()
                .filter(each -> each.rule().equals("document.validity.missing"))
                .findFirst()
                .orElseThrow();
        ReportCollector collector = new ReportCollector(
                VALIDATOR,
                "gongkai test",
                MADE,
                1_000,
                new Baseline(List.of(
                        new Baseline.Entry(
                                known.fingerprint(),
                                known.rule(),
                                known.record(),
                                known.pointer(),
                                2,
                                "旧站遗留 <b>",
                                LocalDate.of(2026, 6, 30)),
                        new Baseline.Entry(
                                "00000000000000aa",
                                "document.body.missing",
                                "index:x",
                                "/body",
                                1,
                                "已过期",
                                LocalDate.of(2025, 12, 31)))));
        for (int i = 0; i < documents.size(); i++) {
            collector.sourceRead();
            Location row = Location.of("旧站/list 1.csv").atRow(i + 2);
            collector.record(
                    documents.get(i),
                    VALIDATOR.judge(documents.get(i), pointer -> row),
                    List.of(VALIDATOR.finding(new SourceProblem(
                            "source.field.unreadable", row.at("成文日期", 4), "-1+cmd|' /C calc'!A0", "2023-07-21"))),
                    false);
        }
        collector.finding(
                VALIDATOR.finding(new SourceProblem("source.file.empty", Location.of("a:b.html"), null, null)), false);
        collector.fields(ledger(), false);
        collector.fields(ledger().subList(0, 1), true);
        collector.files(new FileFates(7, 2, 1, 1, 1, 1));
        collector.coverage(coverage());
        return settled(collector.result());
    }

    private static List<LedgerEntry> ledger() {
        List<String> labels = List.of(
                "成文日期",
                "</script><img src=x onerror=alert(1)>",
                "=HYPERLINK(\"http://example.org\")",
                "\u001b[31m处\n室\u0000\uD800",
                "长".repeat(150));
        List<LedgerEntry> ledger = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (FieldFate fate : FieldFate.values()) {
                if (fate.ordinal() >= i) {
                    Location cell = new Location("旧站/list 1.csv", null, 2, i + 1, labels.get(i));
                    ledger.add(new LedgerEntry(cell, fate, "x", null, null, List.of()));
                }
            }
        }
        return ledger;
    }

    /** What follows from the whole catalogue is left out, so that a new rule changes no golden file. */
    private static Report settled(Report report) {
        RunSummary summary = report.summary();
        return new Report(
                report.reportFormat(),
                report.tool(),
                report.made(),
                new RunSummary(
                        new RunSummary.ProfileUsed("shandong-library", "1", "0".repeat(64), MADE.toLocalDate(), true),
                        summary.sources(),
                        summary.records(),
                        summary.rejected(),
                        summary.withheld(),
                        summary.verdicts(),
                        summary.severities(),
                        summary.coverage(),
                        summary.completeness(),
                        summary.regularity(),
                        summary.interpretation(),
                        summary.elements(),
                        summary.findings(),
                        summary.notRun().stream()
                                .filter(each -> each.rule().startsWith("assistance.amount."))
                                .toList()),
                report.duplicates(),
                report.files(),
                report.fields(),
                report.labels(),
                report.agencies(),
                report.years(),
                report.baseline(),
                report.maxFindings(),
                report.examples());
    }

    private static RunSummary.Coverage coverage() {
        NumberSeries series = new NumberSeries(
                "临湾教字",
                2023,
                "临湾教字〔2023〕",
                1,
                20,
                15,
                1,
                List.of(
                        new NumberSeries.Gap(3, 5, null),
                        new NumberSeries.Gap(9, 9, GapReason.ARTICLE_16),
                        new NumberSeries.Gap(12, 12, null)),
                List.of(310));
        InventoryCount inventory = new InventoryCount(
                "register.xlsx",
                22,
                1,
                0,
                15,
                5,
                Map.of(GapReason.ARTICLE_16, 1L),
                1,
                Map.of(MatchWay.DOCUMENT_NUMBER, 15L),
                16,
                0,
                1);
        return new RunSummary.Coverage(
                inventory.share(), null, inventory, new SeriesCount(1, 0, 0, 15, 1, 4, 1, 1), List.of(series));
    }

    /** A report of so many findings, all kept. */
    static Report of(int findings) {
        ReportCollector collector = new ReportCollector(VALIDATOR, "gongkai test", MADE, Integer.MAX_VALUE, null);
        int made = 0;
        for (int i = 0; made < findings; i++) {
            OfficialDocument document = document(i, "临湾区第" + i % 40 + "局", "关于第" + i + "号事项的通知");
            List<Finding> found = new ArrayList<>(VALIDATOR.judge(document).findings());
            for (Finding each : found.subList(0, Math.min(found.size(), findings - made))) {
                collector.finding(each, false);
                made++;
            }
        }
        return collector.result();
    }

    private static OfficialDocument document(int id, String agency, String title) {
        return OfficialDocumentBuilder.builder()
                .title(title)
                .issuers(List.of(Agency.parse(agency)))
                .documentNumber(DocumentNumber.parse("临湾教字〔" + (2019 + id % 6) + "〕" + id + "号"))
                .writtenOn(LocalDate.of(2019 + id % 6, 3, 1))
                .indexNumber(IndexNumber.parse("临湾-" + id))
                .validity(id % 3 == 0 ? Validity.parse("不知道") : null)
                .body(new Body("正文", null))
                .build();
    }

    static byte[] bytes(ReportFormat format, Report report, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(report, out, language);
        return out.toByteArray();
    }

    static String text(ReportFormat format, Report report, Locale language) throws IOException {
        return new String(bytes(format, report, language), java.nio.charset.StandardCharsets.UTF_8);
    }
}
