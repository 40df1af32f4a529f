package org.gongkai.ingest.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.DateText;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.AnnualReportBuilder;
import org.gongkai.core.annual.Figure;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportSection;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.annual.ReportingBody;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/**
 * Reads annual reports on disclosure (政府信息公开工作年度报告) from a page, a workbook or CSV: all tables of a source make one report.
 * Rows and columns are found by their labels, wherever they stand, also where a table is broken over pages; a blank, a slash or dashes
 * are read as 0 and named as repaired; a row that the form does not have is kept under its label. Immutable and safe to share between
 * threads.
 *
 * <pre>{@code
 * AnnualReportTableReader reader = AnnualReportTableReader.standard();
 * AnnualReport report = reader.readHtml("2024.html", html, reader.defaults(Map.of())).records().get(0);
 * }</pre>
 */
public final class AnnualReportTableReader implements TableReader<AnnualReport, AnnualReport> {

    private static final String KIND = "annual-report";
    /** Of so many pictures and files the names are told. */
    private static final int MOST_NAMED = 5;

    private static final Set<String> DEFAULTS = Set.of("body", "bodyKind", "year", "publishedOn", "sourceUrl");

    private AnnualReportTableReader() {}

    /**
     * The reader.
     *
     * @return a reader that knows the forms of this library
     */
    public static AnnualReportTableReader standard() {
        return new AnnualReportTableReader();
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public TableReading<AnnualReport> read(Grid grid, AnnualReport defaults) {
        return readTogether(grid.place(), List.of(grid), defaults);
    }

    /**
     * {@inheritDoc} The rows of a form tell, of whatever year: they have a label each, and their columns another. Text in one column is of a report
     * where a title says so.
     */
    @Override
    public @Nullable TableFit fit(Grid grid, List<String> titles) {
        ReportSheet sheet = ReportSheet.of(grid);
        if (sheet.written()) {
            int rows = grid.rows().size();
            return ReportPage.of(List.of(sheet)).year() == null
                    ? null
                    : new TableFit(rows, rows, rows, rows, false, false, false);
        }
        int rows = ReportForm.all().stream()
                .map(each -> new ReportDraft(each, grid.place()))
                .filter(each -> each.take(sheet, Set.of()))
                .mapToInt(ReportDraft::size)
                .max()
                .orElse(0);
        return rows == 0 ? null : new TableFit(rows + 1, rows + 1, rows, rows, false, false, false);
    }

    /** {@inheritDoc} Sections stand there under their headings. */
    @Override
    public boolean goesOn(Grid grid) {
        return ReportSheet.of(grid).written();
    }

    /** {@inheritDoc} A report is called one, and has all three tables of a form. */
    @Override
    public boolean whole(List<String> titles, List<Grid> tables) {
        return titles.stream().anyMatch(ReportPage::called)
                && ReportForm.all().stream().anyMatch(form -> {
                    ReportDraft draft = new ReportDraft(form, Location.of(KIND));
                    tables.forEach(each -> draft.take(ReportSheet.of(each), Set.of()));
                    return Arrays.stream(ReportTable.values())
                            .noneMatch(each -> draft.rows(each).isEmpty());
                });
    }

    /** {@inheritDoc} The title in the first rows or above a table names body and year where the defaults do not. */
    @Override
    public TableReading<AnnualReport> readTogether(Location place, List<Grid> grids, AnnualReport defaults) {
        List<ReportSheet> sheets = grids.stream().map(ReportSheet::of).toList();
        ReportPage page = ReportPage.of(sheets);
        grids.forEach(page::columns);
        return report(place, page, sheets, List.of(), defaults);
    }

    @Override
    public TableReading<AnnualReport> readHtml(String name, String html, AnnualReport defaults) {
        Grid.Tables tables = Grid.ofHtml(name, html);
        List<ReportSheet> sheets = tables.grids().stream().map(ReportSheet::of).toList();
        return report(Location.of(name), ReportPage.of(html, sheets), sheets, tables.problems(), defaults);
    }

    private static TableReading<AnnualReport> report(
            Location place,
            ReportPage page,
            List<ReportSheet> sheets,
            List<SourceProblem> before,
            AnnualReport defaults) {
        List<SourceProblem> problems = new ArrayList<>(before);
        Integer year = page.year() == null ? defaults.year() : page.year();
        ReportForm form = year == null ? null : ReportForm.of(year);
        if (form == null) {
            problems.add(new SourceProblem(
                    "source.table.unrecognized",
                    place,
                    year == null ? null : year.toString(),
                    KIND + " (year ≥ 2019)"));
            return new TableReading<>(List.of(), List.of(), problems);
        }
        ReportDraft draft = new ReportDraft(form, place);
        Set<Grid.Cell> outside = page.cellsOutside();
        for (ReportSheet each : sheets) {
            problems.addAll(each.grid().problems());
            if (!draft.take(each, outside) && each.tabled()) {
                problems.add(new SourceProblem(
                        "source.table.unrecognized", each.grid().place(), null, KIND));
            }
        }
        if (!sheets.isEmpty()) {
            draft.end(sheets.get(sheets.size() - 1).grid());
        }
        problems.addAll(draft.problems());
        page.told(draft.told());
        pictures(place, page, draft, problems);
        if (draft.empty() && page.sections().isEmpty()) {
            return new TableReading<>(List.of(), List.of(), problems);
        }
        FeeStatement statement = FeeStatement.of(page.sections());
        ProcessingFees fees = fees(draft.told());
        AnnualReport report = AnnualReportBuilder.builder(defaults)
                .year(year)
                .body(body(page, defaults))
                .publishedOn(page.publishedOn() == null ? defaults.publishedOn() : page.publishedOn())
                .period(page.period())
                .sections(page.sections())
                .proactive(draft.rows(ReportTable.PROACTIVE))
                .requests(draft.rows(ReportTable.REQUESTS))
                .disputes(draft.rows(ReportTable.DISPUTES))
                .bodyKind(
                        draft.told().containsKey("bodyKind")
                                ? new ReportingBody(draft.told().get("bodyKind"))
                                : defaults.bodyKind())
                .fees(fees != null ? fees : statement == null ? null : statement.fees())
                .build();
        List<LedgerEntry> ledger = new ArrayList<>(texts(place, page, defaults));
        said(ledger, place, "/fees", statement == null ? null : statement.words(), null);
        ledger.addAll(draft.ledger());
        return new TableReading<>(List.of(new TableReading.Line<>(report, place)), ledger, problems);
    }

    /** The fees that lines of CSV say; null when they say none. */
    private static @Nullable ProcessingFees fees(Map<String, String> told) {
        Integer notices = number(told.get("fees.notices")) == null
                ? null
                : Integer.valueOf(number(told.get("fees.notices")).intValue());
        BigDecimal noticed = number(told.get("fees.noticed"));
        BigDecimal collected = number(told.get("fees.collected"));
        return notices == null && noticed == null && collected == null
                ? null
                : new ProcessingFees(notices, noticed, collected);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Figure.parse(text.strip()).value();
    }

    /** Tells of pictures and attached files where tables are missing. */
    private static void pictures(Location place, ReportPage page, ReportDraft draft, List<SourceProblem> problems) {
        String missing = Arrays.stream(ReportTable.values())
                .filter(each -> draft.rows(each).isEmpty())
                .map(each -> "表" + each.number())
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty() && !page.pictures().isEmpty()) {
            String named = page.pictures().stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
            String more = page.pictures().size() > MOST_NAMED ? "…" : "";
            problems.add(new SourceProblem("source.table.picture", place, named + more, missing));
        }
    }

    private static @Nullable Agency body(ReportPage page, AnnualReport defaults) {
        return page.body() == null ? defaults.body() : new Agency(page.body());
    }

    /** What the page says outside the tables, and what comes from the defaults. */
    private static List<LedgerEntry> texts(Location place, ReportPage page, AnnualReport defaults) {
        List<LedgerEntry> ledger = new ArrayList<>();
        said(ledger, place, "/body", page.body(), defaults.body());
        said(ledger, place, "/year", page.year(), defaults.year());
        said(ledger, place, "/publishedOn", page.publishedOn(), defaults.publishedOn());
        said(
                ledger,
                place,
                "/period",
                page.period() == null
                        ? null
                        : page.period().from() + " – " + page.period().until(),
                null);
        for (int i = 0; i < page.sections().size(); i++) {
            ReportSection each = page.sections().get(i);
            said(ledger, place, "/sections/" + i + "/title", each.title(), null);
            said(ledger, place, "/sections/" + i + "/text", each.text(), null);
        }
        // A line in a cell is in the account of its table.
        page.outside().stream()
                .filter(each -> each.cell() == null)
                .forEach(each -> ledger.add(new LedgerEntry(
                        place, FieldFate.UNMAPPED, each.text(), null, null, List.of("outside-sections"))));
        return ledger;
    }

    private static void said(
            List<LedgerEntry> ledger, Location place, String pointer, @Nullable Object read, @Nullable Object given) {
        if (read != null) {
            ledger.add(new LedgerEntry(place, FieldFate.MAPPED, read.toString(), pointer, null, List.of()));
        } else if (given != null) {
            ledger.add(
                    new LedgerEntry(place, FieldFate.DEFAULTED, null, pointer, given.toString(), List.of("constant")));
        }
    }

    /** {@inheritDoc} Known are those of a table with a line for each figure; the printed forms are found by their rows. */
    @Override
    public boolean knows(String header) {
        return ReportDraft.LINE.contains(header.strip());
    }

    /** {@inheritDoc} The labels are those of the form; there are none of the user's own. */
    @Override
    public AnnualReportTableReader withHeaders(Map<String, String> headers) {
        headers.values().stream().findFirst().ifPresent(each -> {
            throw new IllegalArgumentException(each);
        });
        return this;
    }

    @Override
    public Set<String> meanings() {
        return Set.of();
    }

    @Override
    public Set<String> defaultNames() {
        return DEFAULTS;
    }

    @Override
    public AnnualReport defaults(Map<String, String> texts) {
        AnnualReportBuilder made = AnnualReportBuilder.builder();
        texts.forEach((name, text) -> {
            switch (name) {
                case "body" -> made.body(new Agency(text));
                case "bodyKind" -> made.bodyKind(readable(name, new ReportingBody(text)));
                case "year" -> made.year(year(name, text));
                case "publishedOn" ->
                    made.publishedOn(
                            Objects.requireNonNullElseGet(DateText.read(text).value(), () -> {
                                throw new IllegalArgumentException(name);
                            }));
                case "sourceUrl" -> made.sourceUrl(text);
                default -> throw new IllegalArgumentException(name);
            }
        });
        return made.build();
    }

    private static ReportingBody readable(String name, ReportingBody body) {
        if (!body.wellFormed()) {
            throw new IllegalArgumentException(name);
        }
        return body;
    }

    private static Integer year(String name, String text) {
        if (!text.matches("(?:19|20)\\d{2}")) {
            throw new IllegalArgumentException(name);
        }
        return Integer.valueOf(text);
    }
}
