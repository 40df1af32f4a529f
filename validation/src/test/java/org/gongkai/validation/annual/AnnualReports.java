package org.gongkai.validation.annual;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.annual.ReportingBody;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.Csv;

/** Annual reports to begin with. */
public final class AnnualReports {

    private static final Map<String, ReportTable> TABLES =
            Map.of("2", ReportTable.PROACTIVE, "3", ReportTable.REQUESTS, "4", ReportTable.DISPUTES);

    private AnnualReports() {}

    /** A sound report of a department, whose figures are those of a report of the test data. */
    public static AnnualReportBuilder report(String figures) {
        List<Csv.Row> rows = table("reports.csv").stream()
                .filter(each -> figures.equals(each.text("report")))
                .toList();
        int year = Integer.parseInt(Objects.requireNonNull(rows.get(0).text("year")));
        ReportForm form = Objects.requireNonNull(ReportForm.of(year));
        List<ReportRow> proactive = new ArrayList<>();
        List<ReportRow> requests = new ArrayList<>();
        List<ReportRow> disputes = new ArrayList<>();
        for (Csv.Row each : rows) {
            ReportTable table = TABLES.get(Objects.requireNonNull(each.text("table")));
            String code = Objects.requireNonNull(each.text("code"));
            FormRow row = Objects.requireNonNull(form.row(table, code), code);
            List<Figure> cells = IntStream.rangeClosed(1, row.columns().size())
                    .mapToObj(i -> Figure.parse(Objects.requireNonNullElse(each.text("c" + i), "")))
                    .toList();
            (table == ReportTable.PROACTIVE ? proactive : table == ReportTable.REQUESTS ? requests : disputes)
                    .add(new ReportRow(code, cells));
        }
        if (proactive.isEmpty()) {
            // The test data hold no table 2 of this report.
            form.rows(ReportTable.PROACTIVE)
                    .forEach(each -> proactive.add(
                            ReportRow.of(each.code(), new long[each.columns().size()])));
        }
        return AnnualReportBuilder.builder()
                .body(new Agency("东岭区水务局"))
                .bodyKind(ReportingBody.of(ReportingBody.Kind.DEPARTMENT))
                .year(year)
                .period(ReportPeriod.of(year))
                .publishedOn(LocalDate.of(year + 1, 1, 20))
                .sections(sections("123456"))
                .proactive(proactive)
                .requests(requests)
                .disputes(disputes);
    }

    /** Sections by their numbers. */
    static List<ReportSection> sections(String numbers) {
        return numbers.chars()
                .mapToObj(each ->
                        new ReportSection(each - '0', null, each == '6' ? "本年度没有收取信息处理费。" : "工作考核、社会评议正常，没有责任追究的情形。"))
                .toList();
    }

    static List<Csv.Row> table(String name) {
        try (InputStream data = AnnualReports.class.getResourceAsStream(name)) {
            return Csv.read(
                    new InputStreamReader(Objects.requireNonNull(data, name), StandardCharsets.UTF_8), name, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report with another text in one cell; columns are counted from 1. */
    public static AnnualReport with(AnnualReport report, ReportTable table, String code, int column, String text) {
        List<ReportRow> rows = new ArrayList<>();
        for (ReportRow each : report.rows(table)) {
            List<Figure> cells = new ArrayList<>(each.cells());
            if (code.equals(each.code())) {
                cells.set(column - 1, Figure.parse(text));
            }
            rows.add(new ReportRow(each.code(), cells));
        }
        return rows(report, table, rows);
    }

    static AnnualReport rows(AnnualReport report, ReportTable table, List<ReportRow> rows) {
        AnnualReportBuilder changed = AnnualReportBuilder.builder(report);
        return switch (table) {
            case PROACTIVE -> changed.proactive(rows).build();
            case REQUESTS -> changed.requests(rows).build();
            case DISPUTES -> changed.disputes(rows).build();
        };
    }

    /** The report with a change as the vectors write it: {@code t3/三(一)/1=21} or {@code meta/kind=government}. */
    static AnnualReport changed(AnnualReport report, String change) {
        String value = change.substring(change.indexOf('=') + 1);
        String[] place = change.substring(0, change.indexOf('=')).split("/");
        if (!place[0].equals("meta")) {
            return with(report, TABLES.get(place[0].substring(1)), place[1], Integer.parseInt(place[2]), value);
        }
        AnnualReportBuilder changed = AnnualReportBuilder.builder(report);
        return switch (place[1]) {
            case "kind" -> changed.bodyKind(ReportingBody.parse(value)).build();
            case "publishedOn" -> changed.publishedOn(LocalDate.parse(value)).build();
            case "sections" -> changed.sections(sections(value)).build();
            default -> {
                String[] days = value.split("\\.\\.");
                yield changed.period(new ReportPeriod(LocalDate.parse(days[0]), LocalDate.parse(days[1])))
                        .build();
            }
        };
    }
}
