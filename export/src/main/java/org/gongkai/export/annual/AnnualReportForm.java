package org.gongkai.export.annual;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.export.table.Headings;
import org.gongkai.export.table.Markup;
import org.gongkai.export.table.XlsxWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an annual report in the layout of its form, as a page, as a workbook with a sheet for each table, or as lines of CSV. Totals
 * are computed from their parts and never copied; a blank is written as 0; rows that the report lacks stay empty, rows that the
 * form lacks are not in its tables, and a line says so. All of them are read as the same report again: {@link #filled}. The same report gives the same bytes.
 *
 * <pre>{@code
 * AnnualReportForm.writeHtml(report, writer);
 * AnnualReportForm.writeXlsx(report, stream);
 * }</pre>
 */
public final class AnnualReportForm {

    /** Widths of columns of a sheet, in characters. */
    private static final double LABEL_WIDTH = 18;

    private static final double FIGURE_WIDTH = 10;

    private static final String STYLE =
            "table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #000;padding:.3em .5em;text-align:center}th{font-weight:normal}";

    private static final double TEXT_WIDTH = 90;

    private static final Headings HEADINGS = Headings.read(AnnualReportForm.class.getResourceAsStream("headings.csv"));

    private AnnualReportForm() {}

    private static ReportForm form(AnnualReport report) {
        ReportForm form = report.form();
        if (form == null) {
            throw new IllegalArgumentException(
                    "no form of the annual report on " + report.year() + "; expected 2019 or later");
        }
        return form;
    }

    /**
     * A report as its form prints it: each section with its heading, each row of each table, totals computed, and in section 6 a sentence
     * on the fees where they are known and no text tells of them. What was written in whatever form is read as this again.
     *
     * @param report the report
     * @return the report to be written
     * @throws IllegalArgumentException when there is no form for the year of the report
     */
    public static AnnualReport filled(AnnualReport report) {
        FormTables tables = new FormTables(report, form(report));
        return AnnualReportBuilder.builder(report)
                .sections(FormText.sections(report))
                .proactive(tables.reportRows(ReportTable.PROACTIVE))
                .requests(tables.reportRows(ReportTable.REQUESTS))
                .disputes(tables.reportRows(ReportTable.DISPUTES))
                .build();
    }

    /**
     * The rows of a report for which its form has no place: such as no form has, of another width, or the second of one code. They are
     * in no table that is written. A page and a workbook name them, with their figures, in a line above the table; lines of CSV hold
     * them under their label.
     *
     * @param report the report
     * @return the rows as the report has them, in its order; empty for most
     * @throws IllegalArgumentException when there is no form for the year of the report
     */
    public static List<ReportRow> withoutPlace(AnnualReport report) {
        FormTables tables = new FormTables(report, form(report));
        return Arrays.stream(ReportTable.values())
                .flatMap(each -> tables.leftOut(each).stream())
                .toList();
    }

    /**
     * The sections of which no source gave the text, of section 6 all but the fees.
     *
     * @param report the report
     * @return their numbers as the form has them, such as 一、五、六; empty when all are written
     * @throws IllegalArgumentException when there is no form for the year of the report
     */
    public static String unwritten(AnnualReport report) {
        FormText text = FormText.of(report, new FormTables(report, form(report)));
        return text.sections().stream()
                .filter(each -> FormText.table(each) == null && text.note(each) != null)
                .map(each -> String.valueOf(each.title()).substring(0, 1))
                .collect(Collectors.joining("、"));
    }

    /**
     * Writes a page.
     *
     * @param report the report
     * @param out where to; it is not closed
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when there is no form for the year of the report
     */
    public static void writeHtml(AnnualReport report, Writer out) throws IOException {
        FormTables tables = new FormTables(report, form(report));
        FormText text = FormText.of(report, tables);
        Markup.page(out, text.title(), STYLE);
        out.append("<h1>").append(Markup.html(text.title())).append("</h1>\n");
        lines(text.head(), out);
        for (ReportSection each : text.sections()) {
            out.append("<h2>").append(Markup.html(String.valueOf(each.title()))).append("</h2>\n");
            lines(text.lines(each), out);
            ReportTable table = FormText.table(each);
            if (table != null) {
                table(tables.rows(table), out);
            }
        }
        Markup.endPage(out);
    }

    private static void lines(List<String> lines, Writer out) throws IOException {
        for (String each : lines) {
            out.append("<p>").append(Markup.html(each)).append("</p>\n");
        }
    }

    private static void table(List<List<FormCell>> rows, Writer out) throws IOException {
        out.append("<table>\n");
        for (List<FormCell> row : rows) {
            out.append("<tr>");
            for (FormCell each : row) {
                String tag = each.head() ? "th" : "td";
                out.append('<').append(tag).append(span("colspan", each.wide())).append(span("rowspan", each.high()));
                out.append('>')
                        .append(Markup.html(each.text()))
                        .append("</")
                        .append(tag)
                        .append('>');
            }
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private static String span(String name, int cells) {
        return cells == 1 ? "" : ' ' + name + "=\"" + cells + '"';
    }

    /**
     * Writes a workbook with a sheet for the text and one for each table.
     *
     * @param report the report
     * @param out where to; it is not closed
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when there is no form for the year of the report
     */
    public static void writeXlsx(AnnualReport report, OutputStream out) throws IOException {
        FormTables tables = new FormTables(report, form(report));
        FormText text = FormText.of(report, tables);
        List<XlsxWriter.Sheet> sheets = new ArrayList<>(List.of(new XlsxWriter.Sheet(
                HEADINGS.zh("text").get(0),
                List.of(new XlsxWriter.Column(TEXT_WIDTH, XlsxWriter.Style.WRAPPED)),
                0,
                0,
                false)));
        for (ReportTable each : ReportTable.values()) {
            sheets.add(new XlsxWriter.Sheet("表" + each.number(), columns(tables.rows(each)), 0, 0, false));
        }
        XlsxWriter workbook = new XlsxWriter(out, sheets);
        workbook.begin();
        for (String each : text.all()) {
            workbook.row(XlsxWriter.Style.WRAPPED, List.of(each));
        }
        workbook.end();
        for (ReportTable each : ReportTable.values()) {
            workbook.begin();
            sheet(tables.rows(each), workbook);
            workbook.end();
        }
        workbook.finish();
    }

    /** Lays cells that go over rows and columns into a grid, and tells the workbook which are one. */
    private static void sheet(List<List<FormCell>> rows, XlsxWriter workbook) throws IOException {
        List<List<@Nullable Object>> grid = new ArrayList<>();
        rows.forEach(each -> grid.add(new ArrayList<>()));
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            for (FormCell each : rows.get(r)) {
                while (column < grid.get(r).size() && grid.get(r).get(column) != null) {
                    column++;
                }
                for (int down = r; down < r + each.high(); down++) {
                    fill(grid.get(down), column, each.wide());
                }
                grid.get(r).set(column, value(each));
                if (each.wide() > 1 || each.high() > 1) {
                    workbook.merge(r + 1, column, r + each.high(), column + each.wide() - 1);
                }
                column += each.wide();
            }
        }
        for (List<@Nullable Object> each : grid) {
            workbook.row(XlsxWriter.Style.FORM, each);
        }
    }

    /** The widths of a sheet: wide where labels of rows stand, narrow where figures do. */
    private static List<XlsxWriter.Column> columns(List<List<FormCell>> rows) {
        List<XlsxWriter.Column> columns = new ArrayList<>();
        int all = rows.get(0).stream().mapToInt(FormCell::wide).sum();
        int labels = rows.stream()
                .filter(each -> !each.stream().allMatch(FormCell::head))
                .mapToInt(each -> each.stream()
                        .takeWhile(FormCell::head)
                        .mapToInt(FormCell::wide)
                        .sum())
                .max()
                .orElse(0);
        for (int i = 0; i < all; i++) {
            columns.add(new XlsxWriter.Column(i < labels ? LABEL_WIDTH : FIGURE_WIDTH, XlsxWriter.Style.PLAIN));
        }
        return columns;
    }

    private static void fill(List<@Nullable Object> row, int column, int wide) {
        row.addAll(Collections.nCopies(Math.max(0, column + wide - row.size()), null));
        for (int i = column; i < column + wide; i++) {
            row.set(i, "");
        }
    }

    private static Object value(FormCell cell) {
        Object number = cell.head() || cell.text().isEmpty()
                ? null
                : Figure.parse(cell.text()).value();
        return number == null ? cell.text() : number;
    }

    /**
     * Writes the report as lines: body, year, section, row, column, figure or text.
     *
     * @param report the report
     * @param out where to; it is not closed
     * @throws IOException when it cannot be written
     * @throws IllegalArgumentException when there is no form for the year of the report
     */
    public static void writeCsv(AnnualReport report, Appendable out) throws IOException {
        AnnualReport filled = filled(report);
        ReportForm form = form(report);
        Markup.csv(out, HEADINGS.zh("figures"));
        FormTables tables = new FormTables(report, form);
        FormLines lines = new FormLines(filled, out);
        lines.head();
        lines.sections();
        for (ReportTable table : ReportTable.values()) {
            for (ReportRow row : filled.rows(table)) {
                FormRow known = Objects.requireNonNull(form.row(table, row.code()));
                for (int i = 0; i < row.cells().size(); i++) {
                    lines.line(
                            table.number(),
                            known.code(),
                            known.columns().get(i).label(),
                            row.cells().get(i).text());
                }
            }
            for (ReportRow row : tables.leftOut(table)) {
                for (int i = 0; i < row.cells().size(); i++) {
                    lines.line(
                            table.number(),
                            String.valueOf(row.code()),
                            column(form, table, row, i),
                            row.cells().get(i).text());
                }
            }
        }
        lines.fees();
    }

    /** The heading over a figure of a row that the form does not have: that of its table where it is as wide, else its number. */
    private static String column(ReportForm form, ReportTable table, ReportRow row, int place) {
        FormRow known = form.row(table, row.code());
        return Stream.concat(Stream.ofNullable(known), form.rows(table).stream())
                .map(FormRow::columns)
                .filter(each -> each.size() == row.cells().size())
                .findFirst()
                .map(each -> each.get(place).label())
                .orElse(String.valueOf(place + 1));
    }
}
