package org.gongkai.ingest.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.Lines;
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
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.RowWords;
import org.gongkai.ingest.table.TableLayout;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table in text form, a row at a time in bounded memory.
 *
 * <p>Physical lines are put together to rows here, and fastcsv takes each row apart: so the row's own text can be kept,
 * and a quote that is never closed costs one line and not the rest of the file.
 */
public final class CsvTable {

    private static final char[] DELIMITERS = {',', '\t', ';', '|', '，', '；'};
    private static final Pattern SECTION = Pattern.compile("[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．].{1,30}");
    private static final int HEADER_WITHIN = 30;
    /** What of a line is looked at for labels and the sign between them, in characters. */
    private static final int LONGEST_HEADER = 20_000;

    private static final int SAMPLE_LINES = 60;

    private final SourceFile file;
    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final Location origin;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final ValueReader values;
    private final RowAbove above = new RowAbove();
    private final List<LedgerEntry> captions = new ArrayList<>();
    private List<ListHeader.Label> header = List.of();
    private Set<List<String>> headerRows = Set.of();
    private RowShape shape;
    private int width;
    private char delimiter = ',';
    private int line;
    private int malformed;
    private BackslashRows backslashes = new BackslashRows(',');

    public CsvTable(SourceFile file, LabelAliases aliases, Limits limits, RecordMapper mapper) {
        this.file = file;
        this.aliases = aliases;
        this.limits = limits;
        this.mapper = mapper.forTable();
        this.values = mapper.values();
        this.shape = new RowShape(List.of(), LabelAliases.none(), values);
        this.origin = Location.of(file.name());
    }

    /** A row; {@code cells} is null when it cannot be taken apart, {@code mended} when nothing had to be put together. */
    private record Row(
            int line,
            String text,
            @Nullable List<String> cells,
            @Nullable List<String> mended) {

        Row(int line, String text, @Nullable List<String> cells) {
            this(line, text, cells, null);
        }

        boolean blank() {
            return cells != null && CsvTable.blank(cells);
        }
    }

    public void read(BufferedReader reader, SourceHandler handler) throws IOException {
        try (reader) {
            Lines lines = new Lines(reader, limits.maxCellLength());
            for (int i = 0; i < SAMPLE_LINES; i++) {
                String each = lines.next();
                if (each == null) {
                    break;
                }
                ahead.addLast(each);
            }
            delimiter = delimiter();
            backslashes = new BackslashRows(delimiter);
            String first = ahead.isEmpty() ? "" : ahead.getFirst();
            if (!findHeader(lines)) {
                String limit = passed(first);
                handler.rejected(
                        new SourceProblem(
                                limit == null ? "source.csv.noHeader" : "source.limit.reached",
                                origin,
                                // Without a header nobody knows what the first row holds: it may be a person's.
                                limit == null ? null : StringUtils.abbreviate(PersonalData.maskedRow(first), 80),
                                limit),
                        new RawForm.WholeFile(file.name(), file.path()));
                return;
            }
            if (!captions.isEmpty()) {
                handler.ledger(captions);
            }
            int rows = 0;
            for (Row row = next(lines); row != null; row = next(lines)) {
                if (row.blank()) {
                    continue;
                }
                if (row.cells() != null && ListHeader.again(headerRows, row.cells())) {
                    // Printed lists repeat the header on every page.
                    handler.ledger(OtherRows.headerAgain(origin.atRow(row.line()), row.cells()));
                    continue;
                }
                if (row.cells() != null && isHeaderBelow(row.cells(), aliases)) {
                    settle(new ArrayList<>(List.of(row)), lines);
                    continue;
                }
                if (rows++ == limits.maxRows()) {
                    handler.problem(new SourceProblem(
                            "source.limit.reached", origin.atRow(row.line()), null, "≤ " + limits.maxRows()));
                    return;
                }
                hand(mend(row, lines), handler);
            }
            if (rows == 0) {
                handler.problem(new SourceProblem(
                        "source.table.noRows",
                        origin,
                        String.join(
                                "、",
                                header.stream().map(ListHeader.Label::shown).toList()),
                        null));
            }
        }
    }

    private void hand(Row row, SourceHandler handler) {
        Location place = origin.atRow(row.line());
        RawForm raw = new RawForm.Row(file.name(), row.line(), row.text());
        List<String> cells = row.cells();
        if (cells == null) {
            String limit = passed(row.text());
            handler.rejected(
                    new SourceProblem(
                            limit == null ? "source.csv.malformed" : "source.limit.reached",
                            place,
                            StringUtils.abbreviate(PersonalData.maskedRow(row.text()), 80),
                            limit == null ? "\"" : limit),
                    raw);
            return;
        }
        List<SourceProblem> problems = new ArrayList<>();
        if (cells.size() != width) {
            problems.add(new SourceProblem(
                    "source.csv.raggedRow", place, Integer.toString(cells.size()), Integer.toString(width)));
        }
        if (row.mended() != null) {
            cells = row.mended();
        } else if (cells.size() > width) {
            List<String> joined = shape.join(cells, delimiter);
            if (joined == null && shape.misfits(cells) > 0) {
                // Cells that stand under wrong labels would be wrong without anybody seeing it.
                handler.rejected(problems.get(0), raw);
                return;
            }
            cells = joined == null ? cells : joined;
        }
        if (totals(cells)) {
            above.forget();
            handler.rejected(
                    new SourceProblem(
                            "source.row.noDocument",
                            place,
                            StringUtils.abbreviate(PersonalData.maskedRow(row.text()), 80),
                            null),
                    raw);
            return;
        }
        above.begin();
        List<Field> fields = fields(place, cells);
        problems.addAll(above.end());
        handler.record(
                withCut(above.told(mapper.map(new SourceRecord(place, fields, problems, raw, List.of()))), fields));
    }

    /** The record with a word on each number that has lost its end, where the mapper has not said so already. */
    private static Mapped withCut(Mapped mapped, List<Field> fields) {
        List<SourceProblem> problems = new ArrayList<>(mapped.problems());
        for (Field each : fields) {
            if (SheetNumber.cut(each.value().strip())
                    && mapped.problems().stream()
                            .noneMatch(problem -> problem.location().equals(each.location()))) {
                problems.add(new SourceProblem("source.cell.rounded", each.location(), each.value(), null));
            }
        }
        return problems.size() == mapped.problems().size()
                ? mapped
                : new Mapped(
                        mapped.record(),
                        mapped.ledger(),
                        problems,
                        mapped.origin(),
                        mapped.raw(),
                        mapped.attachedFiles());
    }

    /** The limit that a row which cannot be taken apart has passed, or null. */
    private @Nullable String passed(String row) {
        if (row.length() >= limits.maxCellLength()) {
            return "≤ " + limits.maxCellLength();
        }
        return StringUtils.countMatches(row, delimiter) >= limits.maxColumns() ? "≤ " + limits.maxColumns() : null;
    }

    private List<Field> fields(Location place, List<String> cells) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            ListHeader.Label label = i < header.size() ? header.get(i) : new ListHeader.Label("", "");
            String value = cells.get(i);
            boolean nameless = label.shown().isEmpty();
            String shown = nameless ? "[" + (i + 1) + "]" : label.shown();
            Location at = place.at(shown, i + 1);
            String meant = above.value(value, at);
            if (!nameless || !LegacyText.stripUnseen(value).isEmpty()) {
                fields.add(new Field(at, nameless ? shown : label.key(), meant, Rank.CELL, null, null));
            }
        }
        return fields;
    }

    /** Whether nothing in the cells shows. */
    static boolean blank(List<String> cells) {
        for (String each : cells) {
            if (!LegacyText.stripUnseen(each).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the row sums up the others, is the heading of a part of the list (二、部门文件), a remark below it, or says what
     * to write in the cells.
     */
    static boolean totals(List<String> cells) {
        List<String> filled = new ArrayList<>(cells.size());
        for (String each : cells) {
            String cell = LegacyText.stripUnseen(each);
            if (!cell.isEmpty()) {
                filled.add(cell);
            }
        }
        if (filled.isEmpty()) {
            return false;
        }
        RowClass row = RowWords.standard().of(filled, each -> false);
        boolean alone = filled.size() == 1
                && (row != null
                        || SECTION.matcher(filled.get(0)).matches()
                        || DateText.read(filled.get(0)).value() != null);
        return alone
                || row != null && row.ofOthers()
                || RowWords.standard().hint(filled)
                || RowWords.standard().signs(filled, each -> DateText.read(each).value() != null);
    }

    /** Looks for the first rows that have two known labels; answers false when there are none near the top. */
    private boolean findHeader(Lines lines) throws IOException {
        List<Row> seen = new ArrayList<>();
        for (int i = 0; i < HEADER_WITHIN; i++) {
            Row row = next(lines);
            if (row == null) {
                return false;
            }
            seen.add(row);
            if (row.cells() != null && (isHeader(row.cells(), aliases) || header(seen) > 1)) {
                caption(seen.subList(0, settle(seen, lines)));
                return true;
            }
        }
        return false;
    }

    private void caption(List<Row> rows) {
        for (Row each : rows) {
            List<String> cells = each.cells() == null ? List.of(each.text()) : each.cells();
            captions.addAll(OtherRows.caption(origin.atRow(each.line()), cells));
        }
    }

    /** Takes a header whose first rows were seen, with the rows that go on with it; the answer is where its first row stands among them. */
    private int settle(List<Row> seen, Lines lines) throws IOException {
        Row last = seen.get(seen.size() - 1);
        List<String> cells = Objects.requireNonNull(last.cells());
        width = cells.size();
        int depth = header(seen);
        TableLayout<Component> layout = depth == 0 ? null : layout(seen);
        int malformedBefore = malformed;
        int end = seen.size();
        for (Row more = depth == 0 ? null : next(lines); more != null; more = next(lines)) {
            seen.add(more);
            int deeper = header(seen);
            if (deeper <= depth) {
                // The row below lends its values, by which a column below a group is told.
                TableLayout<Component> with = layout(seen);
                layout = with != null && with.header().size() == depth ? with : layout;
                giveBack(more);
                malformed = malformedBefore;
                break;
            }
            depth = deeper;
            layout = layout(seen);
            cells = Objects.requireNonNullElse(more.cells(), cells);
            end = seen.size();
        }
        above.forget();
        if (layout == null || depth == 1) {
            header = cells.stream()
                    .map(PageText::tidy)
                    .map(each -> new ListHeader.Label(each, each))
                    .toList();
            headerRows = Set.of(ListHeader.texts(cells));
        } else {
            header = ListHeader.of(layout, aliases, new RowShape(List.of(), aliases, values));
            headerRows = ListHeader.rows(layout);
            width = Math.max(width, header.size());
        }
        shape = new RowShape(header.stream().map(ListHeader.Label::key).toList(), aliases, values);
        return end - Math.max(1, depth);
    }

    /** How many rows of a header end with the last row, 0 for none. */
    private int header(List<Row> rows) {
        TableLayout<Component> layout = layout(rows);
        return layout == null || !layout.rows().isEmpty() ? 0 : layout.header().size();
    }

    private @Nullable TableLayout<Component> layout(List<Row> rows) {
        List<List<String>> texts = rows.stream()
                .map(each -> Objects.requireNonNullElse(each.cells(), List.<String>of()))
                .toList();
        TableLayout<Component> layout = TableLayout.of(Grid.ofRows(origin, texts), new DocumentWords(aliases));
        return layout != null && layout.asItStands() ? layout : null;
    }

    /** Gives a row back, so that it is the next again. */
    private void giveBack(Row row) {
        List<String> texts = List.of(StringUtils.splitPreserveAllTokens(row.text(), '\n'));
        for (int i = texts.size() - 1; i >= 0; i--) {
            ahead.addFirst(texts.get(i));
        }
        line = row.line() - 1;
    }

    /** Takes the next line to a row that is too short, where a cell was broken over the line's end without quotes. */
    private Row mend(Row row, Lines lines) throws IOException {
        List<String> cells = row.cells();
        if (cells == null || cells.size() >= width) {
            return row;
        }
        String more = pull(lines);
        List<String> behind = more == null ? null : parse(more);
        List<String> mended = behind == null ? null : shape.mend(cells, behind);
        if (mended != null) {
            line++;
            return new Row(row.line(), row.text() + '\n' + more, cells, mended);
        }
        if (more != null) {
            ahead.addFirst(more);
        }
        return row;
    }

    /** Whether enough of the cells are known labels. */
    static boolean isHeader(List<String> cells, LabelAliases aliases) {
        int known = 0;
        int filled = 0;
        for (String cell : cells) {
            String label = LegacyText.stripUnseen(cell);
            filled += label.isEmpty() ? 0 : 1;
            known += aliases.component(label) != null ? 1 : 0;
        }
        return known > 1 && known * 3 >= filled;
    }

    /** Whether a row below the header is one as well: repeated on a new page, or that of another table. */
    static boolean isHeaderBelow(List<String> cells, LabelAliases aliases) {
        // One label again and again is the value of a careless clerk, and no header.
        Set<String> known = new HashSet<>();
        int filled = 0;
        int left = cells.size();
        for (String cell : cells) {
            if ((known.size() + left) * 2 <= filled + left) {
                return false;
            }
            left--;
            String label = PageText.tidy(cell);
            filled += label.isEmpty() ? 0 : 1;
            LabelAliases.Alias alias = label.isEmpty() ? null : aliases.find(label);
            // Where any text would do for a label, as when a mapping is suggested, no row but the first is a header.
            if (alias != null && alias.component() != null && alias.order() < Integer.MAX_VALUE) {
                known.add(label);
            }
        }
        return known.size() > 1 && known.size() * 2 > filled;
    }

    /** The character that parts the same number of cells in most lines, more than any other does. */
    private char delimiter() {
        char best = ',';
        int most = 0;
        for (char each : DELIMITERS) {
            int labels = 0;
            for (String text : ahead) {
                int known = 0;
                for (String cell :
                        StringUtils.splitPreserveAllTokens(StringUtils.truncate(text, LONGEST_HEADER), each)) {
                    known += aliases.component(StringUtils.strip(cell, "\" \u3000")) != null ? 1 : 0;
                }
                labels = Math.max(labels, known);
            }
            if (labels > most) {
                most = labels;
                best = each;
            }
        }
        return best;
    }

    private @Nullable Row next(Lines lines) throws IOException {
        String first = pull(lines);
        if (first == null) {
            return null;
        }
        int start = ++line;
        if (first.length() >= limits.maxCellLength()) {
            return new Row(start, first, null);
        }
        backslashes.see(first);
        if (backslashes.on()) {
            return escaped(lines, start, first);
        }
        List<String> cells = parse(first);
        Row behind = cells == null ? behindBackslashes(lines, start, first) : null;
        if (behind != null) {
            return behind;
        }
        if (cells != null || malformed >= limits.maxMalformedRows()) {
            return new Row(start, first, cells);
        }
        return continued(lines, start, first);
    }

    /**
     * A row with quotes within quotes that have a backslash before them, which RFC 4180 does not know, as have its line breaks. It is
     * taken apart once; null when it is no such row, and its lines are read again then.
     */
    private @Nullable Row behindBackslashes(Lines lines, int start, String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        List<String> taken = new ArrayList<>();
        String last = first;
        boolean looksOn = malformed < limits.maxMalformedRows();
        while (looksOn && BackslashRows.goesOn(last) && text.length() < limits.maxCellLength()) {
            String more = pull(lines);
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more);
            last = more;
        }
        List<String> cells = text.indexOf("\\\"") < 0 ? null : backslashes.split(text.toString());
        if (cells != null && (width == 0 || cells.size() == width)) {
            backslashes.turnOn();
            line += taken.size();
            return new Row(start, text.toString(), cells);
        }
        putBack(taken);
        return null;
    }

    private void putBack(List<String> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
    }

    /** A row of the dialect of databases, over as many lines as it has. */
    private Row escaped(Lines lines, int start, String first) throws IOException {
        BackslashRows.Row row = backslashes.new Row();
        List<String> cells = row.add(first);
        while (cells == null && row.length() < limits.maxCellLength()) {
            String more = pull(lines);
            if (more == null) {
                break;
            }
            line++;
            cells = row.add(more);
        }
        boolean fits = cells != null && cells.size() <= limits.maxColumns();
        return new Row(start, row.text(), fits ? cells : null);
    }

    /** A row whose quotes go on over the line's end. It is taken apart once, where its last quote is closed. */
    private Row continued(Lines lines, int start, String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        List<String> taken = new ArrayList<>();
        Quotes quotes = new Quotes(delimiter);
        quotes.read(first);
        while (quotes.open() && text.length() < limits.maxCellLength()) {
            String more = pull(lines);
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more);
            quotes.read("\n");
            quotes.read(more);
        }
        List<String> cells = taken.isEmpty() || quotes.open() ? null : parse(text.toString());
        if (cells != null) {
            line += taken.size();
            return new Row(start, text.toString(), cells);
        }
        malformed++;
        putBack(taken);
        return new Row(start, first, null);
    }

    private @Nullable List<String> parse(String row) {
        if (row.isEmpty()) {
            return List.of("");
        }
        List<String> unquoted = unquoted(row);
        if (unquoted != null) {
            return unquoted;
        }
        try {
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .allowUnclosedQuote(false)
                    .trimWhitespacesAroundQuotes(true)
                    .ofSingleCsvRecord(
                            CsvRecordHandler.builder()
                                    .maxFields(limits.maxColumns())
                                    .maxFieldSize(limits.maxCellLength())
                                    .maxRecordSize(limits.maxCellLength())
                                    .build(),
                            row)
                    .getFields();
        } catch (CsvParseException unclosed) {
            return null;
        }
    }

    /** The cells of a row without quotes and within the limits, which needs no parser; null for any other. */
    private @Nullable List<String> unquoted(String row) {
        if (row.length() >= limits.maxCellLength() || StringUtils.containsAny(row, '"', '\r', '\n')) {
            return null;
        }
        List<String> cells = new ArrayList<>(Math.max(width, 1));
        int from = 0;
        for (int at = row.indexOf(delimiter); at >= 0; at = row.indexOf(delimiter, from)) {
            cells.add(row.substring(from, at));
            from = at + 1;
            if (cells.size() >= limits.maxColumns()) {
                return null;
            }
        }
        cells.add(row.substring(from));
        return cells;
    }

    private @Nullable String pull(Lines lines) throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }
}
