package org.gongkai.ingest.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.page.PageText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one sheet as they come, finds the header among the first, and makes a record of each that follows. */
final class SheetTable implements Workbook.Sheet {

    private static final int HEADER_WITHIN = 30;
    private static final int LONGEST_LABEL = 30;
    private static final Pattern DAY_COUNT = Pattern.compile("[1-9]\\d{3,4}(?:\\.\\d+)?");

    private final Location origin;
    private final String rawName;
    private final DateText.Epoch epoch;
    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final SourceHandler handler;

    private @Nullable Row before;
    private @Nullable Row upper;
    private @Nullable List<Label> header;
    private List<String> headerCells = List.of();
    private int above;
    private int rows;
    private boolean filled;

    SheetTable(
            Location origin,
            String rawName,
            DateText.Epoch epoch,
            LabelAliases aliases,
            Limits limits,
            RecordMapper mapper,
            SourceHandler handler) {
        this.origin = origin;
        this.rawName = rawName;
        this.epoch = epoch;
        this.aliases = aliases;
        this.limits = limits;
        this.mapper = mapper;
        this.handler = handler;
    }

    private record Row(int number, List<String> cells, boolean cut) {

        String at(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean has(int column) {
            return !at(column).isEmpty();
        }
    }

    /** A column's label as it stands, and the part of it by which it is looked up. */
    private record Label(String shown, String key) {}

    /** Whether a row with anything in it came. */
    boolean filled() {
        return filled;
    }

    boolean hasHeader() {
        return header != null;
    }

    @Override
    public boolean row(int number, List<String> cells, boolean cut) {
        if (cells.stream().allMatch(each -> LegacyText.stripUnseen(each).isEmpty())) {
            return true;
        }
        filled = true;
        Row row = new Row(number, List.copyOf(cells), cut);
        if (header != null && (isHeaderAgain(row) || !CsvTable.isHeaderBelow(cells, aliases))) {
            return hand(row);
        }
        if (header != null) {
            // Another table below the first.
            header = null;
            before = null;
            above = 0;
        }
        Row labels = new Row(number, cells.stream().map(PageText::tidy).toList(), cut);
        Row first = upper;
        if (first != null) {
            // The row above is a header for certain; this one is its second half or the first record.
            upper = null;
            if (isSecond(first, labels)) {
                settle(join(first, labels), labels);
                return true;
            }
            settle(join(first, null), first);
            return hand(row);
        }
        Row previous = before;
        before = labels;
        if (previous != null && previous.number() == number - 1 && completes(previous, labels)) {
            settle(join(previous, labels), labels);
            return true;
        }
        if (CsvTable.isHeader(labels.cells(), aliases)) {
            upper = labels;
            return true;
        }
        return ++above < HEADER_WITHIN;
    }

    /** A list has no use for it: labels merged in the header are told by the blanks beside and below them. */
    @Override
    public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /** Ends the sheet: a header at the very end has no records below it. */
    @Override
    public @Nullable SourceProblem end() {
        if (upper != null) {
            settle(join(upper, null), upper);
            upper = null;
        }
        return filled && header == null
                ? new SourceProblem("source.sheet.noHeader", origin, origin.sheet(), null)
                : null;
    }

    private void settle(List<Label> labels, Row last) {
        header = labels;
        headerCells = last.cells();
        before = null;
    }

    /** Whether the lower row gives sub-labels to merged cells of the upper and has nothing of its own beside them. */
    private boolean isSecond(Row first, Row second) {
        if (second.number() != first.number() + 1) {
            return false;
        }
        boolean known = false;
        boolean below = false;
        for (int i = 0; i < second.cells().size(); i++) {
            if (!second.has(i) || second.at(i).equals(first.at(i))) {
                continue;
            }
            boolean group = !first.has(i) || !first.has(i + 1) && second.has(i + 1);
            if (!group || second.at(i).length() > LONGEST_LABEL) {
                return false;
            }
            below |= !first.has(i);
            known |= aliases.find(second.at(i)) != null || aliases.find(over(first, i) + second.at(i)) != null;
        }
        return known && below;
    }

    /** Whether two rows are a header together though the upper alone is none: labels merged downwards stand in it. */
    private boolean completes(Row first, Row second) {
        boolean gives = false;
        for (int i = 0; i < first.cells().size(); i++) {
            gives |= first.has(i) && !second.has(i) && aliases.component(first.at(i)) != null;
            if (second.at(i).length() > LONGEST_LABEL) {
                return false;
            }
        }
        return gives
                && CsvTable.isHeader(
                        join(first, second).stream().map(Label::key).toList(), aliases)
                && second.cells().stream().anyMatch(each -> aliases.find(each) != null);
    }

    private List<Label> join(Row first, @Nullable Row second) {
        if (second == null) {
            return first.cells().stream().map(each -> new Label(each, each)).toList();
        }
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        second.cells().stream().filter(each -> !seen.add(each)).forEach(repeated::add);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < Math.max(first.cells().size(), second.cells().size()); i++) {
            String group = second.has(i) ? over(first, i) : first.at(i);
            String own = second.at(i);
            if (own.isEmpty() || own.equals(group) || group.isEmpty()) {
                String only = own.isEmpty() ? group : own;
                labels.add(new Label(only, only));
                continue;
            }
            String shown = group + '/' + own;
            if (aliases.find(shown) != null) {
                labels.add(new Label(shown, shown));
                continue;
            }
            LabelAliases.Alias alias = aliases.find(own);
            boolean plain = alias != null && alias.other() == null && !repeated.contains(own);
            String key = !plain && aliases.find(group + own) != null ? group + own : alias == null ? shown : own;
            labels.add(new Label(shown, key));
        }
        return labels;
    }

    /** The label of the merged cell above a column: the file keeps it in the first column alone. */
    private static String over(Row first, int column) {
        for (int i = Math.min(column, first.cells().size() - 1); i >= 0; i--) {
            if (first.has(i)) {
                return first.at(i);
            }
        }
        return "";
    }

    private boolean hand(Row row) {
        List<Label> labels = header == null ? List.of() : header;
        if (isHeaderAgain(row)) {
            // Printed lists repeat the header on every page.
            return true;
        }
        Location place = origin.atRow(row.number());
        if (rows++ == limits.maxRows()) {
            handler.problem(new SourceProblem("source.limit.reached", place, null, "≤ " + limits.maxRows()));
            return false;
        }
        List<SourceProblem> problems = new ArrayList<>();
        if (row.cut()) {
            problems.add(
                    new SourceProblem("source.limit.reached", place, null, "≤ " + limits.maxColumns() + " columns"));
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < Math.max(labels.size(), row.cells().size()); i++) {
            Label label = i < labels.size() ? labels.get(i) : new Label("", "");
            String value = row.at(i);
            if (label.shown().isEmpty()) {
                if (LegacyText.stripUnseen(value).isEmpty()) {
                    continue;
                }
                label = new Label("[" + (i + 1) + "]", "[" + (i + 1) + "]");
            }
            fields.add(
                    new Field(place.at(label.shown(), i + 1), label.key(), dated(value, label), Rank.CELL, null, null));
        }
        RawForm raw = new RawForm.Row(rawName, row.number(), String.join("\t", row.cells()));
        Mapped mapped = mapper.map(new SourceRecord(place, fields, problems, raw, List.of()));
        if (mapped.noDocument() || CsvTable.totals(row.cells())) {
            String shown = StringUtils.abbreviate(String.join(" ", row.cells()), 80);
            handler.rejected(new SourceProblem("source.row.noDocument", place, shown, null), raw);
        } else {
            handler.record(mapped);
        }
        return true;
    }

    private boolean isHeaderAgain(Row row) {
        for (int i = 0; i < Math.max(row.cells().size(), headerCells.size()); i++) {
            if (!PageText.tidy(row.at(i)).equals(i < headerCells.size() ? headerCells.get(i) : "")) {
                return false;
            }
        }
        return true;
    }

    /** A day count without a date's format in a column of dates; the usual epoch is the value reader's business. */
    private String dated(String value, Label label) {
        String count = LegacyText.stripUnseen(value);
        if (epoch == DateText.Epoch.YEAR_1900 || !DAY_COUNT.matcher(count).matches() || count.length() < 5) {
            return value;
        }
        Component component = aliases.component(label.key());
        String day = component == null || ValueReader.expected(component) == null
                ? null
                : SheetNumber.day(new BigDecimal(count), epoch);
        return day == null ? value : day;
    }
}
