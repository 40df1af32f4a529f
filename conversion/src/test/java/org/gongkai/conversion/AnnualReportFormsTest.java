package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.annual.AnnualReportForm;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.Test;

/** What was written in whatever form is read as the same report again, with nothing said of it from outside. */
class AnnualReportFormsTest {

    private static AnnualReport report(int year, long seed) {
        Random lot = new Random(seed);
        ReportForm form = ReportForm.of(year);
        boolean fees = lot.nextBoolean();
        return AnnualReportBuilder.builder()
                .body(new Agency("东岭区水务局"))
                .year(year)
                .period(lot.nextBoolean() ? ReportPeriod.of(year) : null)
                .publishedOn(lot.nextBoolean() ? LocalDate.of(year + 1, 1, 20) : null)
                .sections(sections(lot))
                .proactive(rows(form, ReportTable.PROACTIVE, lot))
                .requests(rows(form, ReportTable.REQUESTS, lot))
                .disputes(rows(form, ReportTable.DISPUTES, lot))
                .fees(
                        fees
                                ? new ProcessingFees(
                                        lot.nextInt(9), new BigDecimal("380.50"), BigDecimal.valueOf(lot.nextInt(999)))
                                : null)
                .build();
    }

    private static List<ReportSection> sections(Random lot) {
        List<ReportSection> sections = new ArrayList<>();
        for (int i = 1; i <= ReportSection.COUNT; i++) {
            if (lot.nextBoolean()) {
                sections.add(new ReportSection(i, null, "全年平稳，共办理" + lot.nextInt(90) + "件。\n下一步加强培训，<按时>答复。"));
            }
        }
        return sections;
    }

    private static List<ReportRow> rows(ReportForm form, ReportTable table, Random lot) {
        List<ReportRow> rows = new ArrayList<>();
        boolean whole = lot.nextInt(4) > 0;
        for (FormRow each : form.rows(table)) {
            boolean leaf = each.kind() == FormRow.Kind.VALUE || each.kind() == FormRow.Kind.LEAF;
            if (whole && leaf && lot.nextInt(9) > 0) {
                List<Figure> cells = new ArrayList<>();
                each.columns()
                        .forEach(column -> cells.add(lot.nextInt(4) == 0 ? Figure.BLANK : Figure.of(lot.nextInt(50))));
                rows.add(new ReportRow(each.code(), cells));
            }
        }
        return rows;
    }

    private static AnnualReport readBack(Path file) {
        Mapping mapping =
                Mapping.none().withTables(new Mapping.Tables("**", TableKind.ANNUAL_REPORT, Map.of(), Map.of(), false));
        LegacyReader reader = LegacyReader.standard().withMapping(mapping);
        List<DisclosureRecord> records = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        SourceHandler handler = new SourceHandler() {
            @Override
            public void record(Mapped mapped) {
                records.add(mapped.record());
                mapped.problems().forEach(this::problem);
            }

            @Override
            public void ledger(List<LedgerEntry> entries) {}

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                problem(problem);
            }

            @Override
            public void problem(SourceProblem problem) {
                problems.add(problem.toString());
            }
        };
        for (SourceFile each : reader.find(List.of(file), handler::problem)) {
            reader.read(each, handler);
        }
        assertEquals(List.of(), problems);
        assertEquals(1, records.size());
        return (AnnualReport) records.get(0);
    }

    private static AnnualReport throughForm(AnnualReport report, String ending) throws IOException {
        Path file = Files.createTempFile("report", ending);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (ending.equals(".xlsx")) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                AnnualReportForm.writeXlsx(report, bytes);
                out.write(bytes.toByteArray());
            } else {
                StringWriter text = new StringWriter();
                if (ending.equals(".csv")) {
                    AnnualReportForm.writeCsv(report, text);
                } else {
                    AnnualReportForm.writeHtml(report, text);
                }
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            return readBack(file);
        } finally {
            Files.delete(file);
        }
    }

    /** A line for each part, so that what differs is seen. */
    private static String lines(AnnualReport report) {
        return report.toString().replace("], ", "],\n");
    }

    @Property(tries = 60)
    void aWrittenReportIsReadAsItWasWritten(@ForAll long seed, @ForAll @IntRange(min = 2019, max = 2026) int year)
            throws IOException {
        AnnualReport filled = AnnualReportForm.filled(report(year, seed));
        assertEquals(filled, AnnualReportForm.filled(filled));
        for (String ending : List.of(".csv", ".html", ".xlsx")) {
            assertEquals(lines(filled), lines(throughForm(filled, ending)), ending);
        }
    }

    @Test
    void whatNoSourceGaveIsSaidInTheForm() throws IOException {
        AnnualReport report = AnnualReportBuilder.builder()
                .body(new Agency("东岭区水务局"))
                .year(2025)
                .fees(new ProcessingFees(1, BigDecimal.TEN, BigDecimal.ZERO))
                .build();
        StringWriter page = new StringWriter();
        AnnualReportForm.writeHtml(report, page);
        assertTrue(page.toString().contains("<p>〔待填写〕本部分没有来源。</p>"), page.toString());
        assertTrue(page.toString().contains("<p>〔待填写〕本表没有来源。</p>"), page.toString());
        assertTrue(page.toString().contains("<p>信息处理费：发出收费通知1件，通知金额10元，实际收取0元。</p>"), page.toString());
        assertEquals("一、五、六", AnnualReportForm.unwritten(report));
    }
}
