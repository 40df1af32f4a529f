package org.gongkai.validation.rules.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportPeriod;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.annual.ReportingBody;
import org.gongkai.core.calendar.Duties;
import org.gongkai.core.calendar.Duty;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.jspecify.annotations.Nullable;

/**
 * The rules of annual reports: that each table has the rows of its form, that its figures are numbers and add up, that the six
 * sections are there, and that the report came in its time. Clauses and texts are in the catalogue of rules.
 */
public final class AnnualReportRules implements KindRules<AnnualReport> {

    private static final Map<ReportTable, String> MISSING = Map.of(
            ReportTable.PROACTIVE, "annualReport.proactive.missing",
            ReportTable.REQUESTS, "annualReport.requests.missing",
            ReportTable.DISPUTES, "annualReport.disputes.missing");

    /** What the report of a government must also say, art. 50(四). */
    private static final List<String> OF_GOVERNMENTS = List.of("考核", "评议", "责任追究");

    /** How long the overview of a sound report may be; one city's figure. */
    /** Sections that may hold a table and no text. */
    private static final Set<Integer> WITH_TABLES = Set.of(2, 3, 4);

    private static final int LONGEST_OVERVIEW = 1_000;

    private static final int OVERVIEW = 1;
    private static final int OTHER_MATTERS = 6;

    private final Duties duties = Duties.catalogue();
    private final WorkingCalendar calendar;
    private final List<Element<AnnualReport>> elements;

    public AnnualReportRules(Profile profile, WorkingCalendar calendar) {
        this.calendar = calendar;
        ElementTable<AnnualReport> table = new ElementTable<>(RecordKind.of(AnnualReport.class), profile);
        MISSING.forEach((key, rule) -> table.demand(key.code(), rule, each -> each.form() != null));
        this.elements = table.elements();
    }

    @Override
    public List<Element<AnnualReport>> elements() {
        return elements;
    }

    @Override
    public void check(AnnualReport report, LocalDate today, Hearing hearing) {
        ReportForm form = report.form();
        if (form != null) {
            for (ReportTable each : ReportTable.values()) {
                table(report, form, each, hearing);
            }
            sections(report, hearing);
        }
        days(report, hearing);
    }

    private static void table(AnnualReport report, ReportForm form, ReportTable table, Hearing hearing) {
        List<ReportRow> rows = report.rows(table);
        if (rows.isEmpty()) {
            hearing.report(Objects.requireNonNull(MISSING.get(table)), '/' + table.code(), null, null);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            ReportRow row = rows.get(i);
            String at = '/' + table.code() + '/' + i;
            FormRow known = form.row(table, row.code());
            if (known == null) {
                hearing.report("annualReport.row.unknown", at + "/code", row.code(), null);
            } else if (!seen.add(known.code())) {
                hearing.report("annualReport.row.twice", at + "/code", known.name(), null);
            } else if (row.cells().size() != known.columns().size()) {
                hearing.report(
                        "annualReport.row.width",
                        at + "/cells",
                        known.name() + ' ' + row.cells().size(),
                        String.valueOf(known.columns().size()));
            } else {
                cells(row.cells(), known, at, hearing);
            }
        }
        String lacking = form.rows(table).stream()
                .filter(each -> each.kind() != FormRow.Kind.HEADING && !seen.contains(each.code()))
                .map(FormRow::name)
                .collect(Collectors.joining("、"));
        if (!lacking.isEmpty()) {
            hearing.report("annualReport.row.missing", '/' + table.code(), lacking, null);
        }
        sums(report, table, hearing);
    }

    private static void cells(List<Figure> cells, FormRow row, String at, Hearing hearing) {
        int blanks = 0;
        boolean numbers = false;
        for (int i = 0; i < cells.size(); i++) {
            Figure cell = cells.get(i);
            BigDecimal value = cell.value();
            FormRow.Column column = row.columns().get(i);
            if (value == null || !column.holds().takes(value)) {
                hearing.report(
                        "annualReport.cell.malformed",
                        at + "/cells/" + i,
                        row.name() + '·' + column.label() + ' ' + cell.text(),
                        null);
            }
            blanks += cell.blank() ? 1 : 0;
            numbers |= value != null && value.signum() != 0;
        }
        boolean noTotal = row.addsUp() && numbers && cells.get(cells.size() - 1).blank();
        if (noTotal) {
            hearing.report("annualReport.total.blank", at + "/cells/" + (cells.size() - 1), row.name(), null);
        }
        if (blanks > (noTotal ? 1 : 0)) {
            hearing.report("annualReport.cell.blank", at + "/cells", row.name(), String.valueOf(blanks));
        }
    }

    private static void sums(AnnualReport report, ReportTable table, Hearing hearing) {
        ReportFigures figures = ReportFigures.of(report, table);
        if (figures == null || table == ReportTable.PROACTIVE) {
            return;
        }
        String rowRule = table == ReportTable.REQUESTS ? "annualReport.rowSum" : "annualReport.litigationSum";
        ReportSums sums = new ReportSums(figures, rowRule);
        List<ReportSums.Break> breaks = sums.breaks();
        for (ReportSums.Break each : breaks) {
            hearing.report(
                    each.rule(),
                    figures.at(each.row(), each.column()),
                    figures.named(each.row(), each.column()),
                    ReportFigures.difference(each.wanted(), figures.number(each.row(), each.column())));
        }
        if (!breaks.isEmpty()) {
            slips(sums, breaks, figures, hearing);
        }
    }

    /** What the likeliest slip is, so that somebody knows where to look first. */
    private static void slips(ReportSums sums, List<ReportSums.Break> breaks, ReportFigures figures, Hearing hearing) {
        ReportSums.Slip slip = sums.slip(breaks);
        ReportSums.Break twice = sums.twice(breaks);
        if (slip != null) {
            hearing.report(
                    slip.transposed() ? "annualReport.slip.transposed" : "annualReport.slip.cell",
                    figures.at(slip.row(), slip.column()),
                    figures.named(slip.row(), slip.column()),
                    slip.likely().toPlainString());
        } else if (twice != null) {
            hearing.report(
                    "annualReport.slip.countedTwice",
                    figures.at(twice.row(), twice.column()),
                    figures.columns(twice.row()).get(twice.column()).label(),
                    sums.excess(twice).toPlainString());
        }
    }

    private void sections(AnnualReport report, Hearing hearing) {
        if (report.sections().isEmpty()) {
            return;
        }
        Set<Integer> there = report.sections().stream()
                .map(ReportSection::number)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (int i = 1; i <= ReportSection.COUNT; i++) {
            String numeral = ReportSection.NUMERALS.substring(i - 1, i);
            if (!there.contains(i)) {
                hearing.report("annualReport.section.missing", "/sections", numeral, null);
            } else if (!WITH_TABLES.contains(i) && text(report, i) == null) {
                hearing.report("annualReport.section.empty", "/sections", numeral, null);
            }
        }
        String all = report.sections().stream()
                .map(each -> Objects.requireNonNullElse(each.text(), ""))
                .collect(Collectors.joining("\n"));
        if (report.reporter() == ReportingBody.Kind.GOVERNMENT) {
            List<String> lacking =
                    OF_GOVERNMENTS.stream().filter(each -> !all.contains(each)).toList();
            if (!lacking.isEmpty()) {
                hearing.report("annualReport.governmentItems.missing", "/sections", String.join("、", lacking), null);
            }
        }
        String last = text(report, OTHER_MATTERS);
        if (last != null && report.fees() == null && !last.contains("信息处理费")) {
            hearing.report("annualReport.feeStatement.missing", "/sections", null, null);
        }
        overview(report, text(report, OVERVIEW), hearing);
    }

    private static @Nullable String text(AnnualReport report, int section) {
        return report.sections().stream()
                .filter(each -> each.number() != null && each.number() == section)
                .map(ReportSection::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void overview(AnnualReport report, @Nullable String text, Hearing hearing) {
        if (text == null) {
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_OVERVIEW) {
            hearing.report(
                    "annualReport.overview.long",
                    "/sections",
                    String.valueOf(length),
                    String.valueOf(LONGEST_OVERVIEW));
        }
        for (ReportText.Mention each : ReportText.mentions(text)) {
            ReportFigures figures = ReportFigures.of(report, each.table());
            int last = figures == null ? 0 : figures.columns(each.row()).size() - 1;
            BigDecimal total = figures == null ? null : figures.number(each.row(), last);
            if (figures != null && total != null && total.compareTo(each.number()) != 0) {
                hearing.report(
                        "annualReport.textAgainstTable",
                        "/sections",
                        each.number().toPlainString(),
                        figures.named(each.row(), last));
            }
        }
    }

    private void days(AnnualReport report, Hearing hearing) {
        Integer year = report.year();
        if (year == null || year < 1 || year > 9998) {
            return;
        }
        ReportPeriod period = report.period();
        ReportPeriod wanted = ReportPeriod.of(year);
        if (period != null && !period.equals(wanted)) {
            hearing.report(
                    "annualReport.period.wrong",
                    "/period",
                    period.from() + " – " + period.until(),
                    wanted.from() + " – " + wanted.until());
        }
        LocalDate published = report.publishedOn();
        boolean government = report.reporter() == ReportingBody.Kind.GOVERNMENT;
        if (published != null && published.getYear() <= year) {
            hearing.report(
                    "annualReport.published.early", "/publishedOn", published.toString(), String.valueOf(year + 1));
        }
        // Where nothing says what kind of body reports, only what is late for every kind is late.
        Duty last = duties.get(
                government || report.reporter() == null ? "annual-report-government" : "annual-report-department");
        late("annualReport.published.late", "/publishedOn", last, year, published, hearing);
        if (!government && report.reporter() != null) {
            late("annualReport.submitted.late", "/submittedOn", last, year, report.submittedOn(), hearing);
        }
    }

    private void late(String rule, String at, Duty duty, int year, @Nullable LocalDate done, Hearing hearing) {
        LocalDate last = duty.due(LocalDate.of(year + 1, 1, 1), calendar).date();
        if (done != null && last != null && done.isAfter(last)) {
            hearing.report(rule, at, done.toString(), last.toString());
        }
    }
}
