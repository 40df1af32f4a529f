package org.gongkai.ingest.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * How one table is laid out: which rows are its header, what each column holds, what each row is. A table whose labels
 * stand in its first column, and a form of labels with their values beside them, are turned, so that a kind sees labels
 * above values always; cells keep their places in the source.
 *
 * <pre>{@code
 * TableLayout<LandMeaning> layout = TableLayout.of(grid, words);
 * if (layout != null) {
 *     for (TableRow row : layout.rows()) { … }
 * }
 * }</pre>
 *
 * <p>Not thread-safe; made for one table.
 *
 * @param <M> what a column can hold
 */
public final class TableLayout<M> {

    private static final int HEADER_WITHIN = 30;
    /** How many filled cells of a column are looked at to see what it holds. */
    private static final int SAMPLE = 200;

    private static final ColumnRoles ROLES = ColumnRoles.standard();
    private static final RowWords ROWS = RowWords.standard();

    private final Grid source;
    private final Grid grid;
    private final TableWords<M> words;
    private final HeaderBlock header;
    private final List<TableColumn<M>> columns;
    private final List<List<Grid.Cell>> labels;
    private final Carry begun;
    private @Nullable Carry ended;
    private final Dittos dittos;
    private final Set<Integer> through;
    private final boolean form;

    /** What the rows of a table take from those above them. */
    private static final class Carry {

        final Map<Integer, String> last = new HashMap<>();
        final Dittos dittos;
        String section = "";
        /** What a row was that stands for several (全市平均), and the column where it says so; null and -1 for none. */
        @Nullable
        RowClass others;

        int othersAt = -1;

        Carry(Dittos dittos) {
            this.dittos = dittos;
        }

        Carry copy() {
            Carry copy = new Carry(dittos.copy());
            copy.last.putAll(last);
            copy.section = section;
            copy.others = others;
            copy.othersAt = othersAt;
            return copy;
        }
    }

    private TableLayout(
            Grid source,
            Grid grid,
            boolean form,
            TableWords<M> words,
            HeaderBlock header,
            List<List<Grid.Cell>> labels,
            List<TableColumn<M>> columns,
            Carry begun,
            Dittos dittos) {
        this.source = source;
        this.grid = grid;
        this.form = form;
        this.words = words;
        this.header = header;
        this.labels = labels;
        this.columns = columns;
        this.begun = begun;
        this.dittos = dittos;
        this.through = through();
    }

    /**
     * The columns of what rows share in which a file of plain text has the first cell alone: it was merged down to the
     * end. A table that keeps its merged cells has none.
     */
    private Set<Integer> through() {
        Set<Integer> found = new HashSet<>();
        int last = grid.rows().size();
        for (TableColumn<M> each : columns) {
            boolean whole = each.meaning() != null && words.shared(each.meaning());
            if (grid.flat()
                    && whole
                    && last - header.end() > 1
                    && !grid.text(header.end(), each.index()).isBlank()) {
                boolean alone = true;
                for (int r = header.end() + 1; r < last; r++) {
                    alone &= grid.text(r, each.index()).isBlank();
                }
                if (alone) {
                    found.add(each.index());
                }
            }
        }
        return found;
    }

    /**
     * Finds out how a table is laid out.
     *
     * @param <M> what a column can hold
     * @param grid the table
     * @param words what the kind of record says of its tables
     * @return the layout, or null when the table is none of this kind
     */
    public static <M> @Nullable TableLayout<M> of(Grid grid, TableWords<M> words) {
        if (grid.names() > 0) {
            return below(grid, grid, false, words, new HeaderBlock(0, grid.names()), new Dittos());
        }
        Predicate<String> label = each -> words.labelled(List.of(each)) != null && !words.names(each);
        Dittos dittos = new Dittos();
        Grid marked = dittos.lost(grid);
        Grid form = marked.form(label, words::value);
        TableLayout<M> formed = form == null ? null : upright(marked, form, true, words, dittos);
        if (formed != null && formed.labelsOfForm()) {
            return formed;
        }
        TableLayout<M> upright = upright(grid, grid, false, words, new Dittos());
        if (upright != null && !upright.lying()) {
            return upright;
        }
        TableLayout<M> turned = upright(marked, marked.turn(), false, words, dittos);
        return turned != null && turned.header.end() < turned.grid.rows().size() && !turned.lying() ? turned : upright;
    }

    private static <M> @Nullable TableLayout<M> upright(
            Grid source, Grid grid, boolean form, TableWords<M> words, Dittos dittos) {
        for (int r = 0; r < Math.min(HEADER_WITHIN, grid.rows().size()); r++) {
            HeaderBlock block = HeaderBlock.at(grid, r, words);
            if (block != null) {
                HeaderBlock header = form ? block.last() : block;
                TableLayout<M> layout = below(source, grid, form, words, header, dittos);
                if (layout != null) {
                    return layout;
                }
                r = header.end() - 1;
            }
        }
        return null;
    }

    /** The layout of a table below its header, or null when a table of the kind has other columns. */
    private static <M> @Nullable TableLayout<M> below(
            Grid source, Grid table, boolean form, TableWords<M> words, HeaderBlock header, Dittos marks) {
        Dittos dittos = source == table ? new Dittos() : marks;
        Grid grid = source == table ? dittos.filled(table, header.end()) : table;
        TableLayout<M> layout = new TableLayout<>(
                source == table ? grid : source,
                grid,
                form,
                words,
                header,
                grid.rows().subList(header.first(), header.end()),
                columns(grid, header, words),
                new Carry(new Dittos()),
                dittos);
        Set<M> meanings = new HashSet<>();
        layout.columns.forEach(each -> {
            if (each.meaning() != null) {
                meanings.add(each.meaning());
            }
        });
        return words.complete(meanings) ? layout : null;
    }

    /** Whether the header is the row of the form's labels, which is none of the source, and not that of its values. */
    private boolean labelsOfForm() {
        List<Grid.Cell> last = grid.rows().get(header.end() - 1);
        boolean made = source.rows().stream().noneMatch(each -> each == last);
        boolean followed = header.end() < grid.rows().size()
                && source.rows().stream().noneMatch(each -> each == grid.rows().get(header.end()));
        return made && followed;
    }

    /**
     * Whether a label ends in a word for a count of heads or for money paid, or has such a unit.
     *
     * @param label the label: 保障人数, 资金（万元）
     * @return whether it does
     */
    public static boolean counts(String label) {
        return ROLES.counts(label);
    }

    /**
     * Whether a label says which of several amounts stands beside it: 省定标准, 调整前, 增加额, 平均标准.
     *
     * @param label the label
     * @return whether it does
     */
    public static boolean tellsWhich(String label) {
        ColumnRole role = ROLES.ofWords(List.of(label));
        RowClass row = ROWS.of(label);
        return role != null && role != ColumnRole.AMOUNT || row != null;
    }

    /** Whether the labels of figures stand in the first column, and names above the others. */
    private boolean lying() {
        boolean labelled = columns.stream().skip(1).anyMatch(each -> {
            M meaning = words.labelled(each.headers());
            return meaning != null && words.role(meaning).measure();
        });
        if (labelled) {
            return false;
        }
        int labels = 0;
        int others = 0;
        boolean figures = false;
        for (int r = header.end(); r < grid.rows().size(); r++) {
            String first = grid.text(r, 0);
            M meaning = words.labelled(List.of(first));
            if (words.counts(first)) {
                labels++;
                figures = true;
            } else if (meaning != null && !words.names(first)) {
                labels++;
                figures |= words.role(meaning).measure();
            } else if (!first.isBlank()) {
                others++;
            }
        }
        return figures && labels > others;
    }

    private static <M> List<TableColumn<M>> columns(Grid grid, HeaderBlock header, TableWords<M> words) {
        int width = grid.rows().stream().mapToInt(List::size).max().orElse(0);
        List<TableColumn<M>> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            TableColumn<M> column = column(c, header.over(grid, c), words);
            columns.add(column.disputed() ? column : seen(column, words, sample(grid, header.end(), c, words)));
        }
        return settled(columns, words);
    }

    private static <M> TableColumn<M> column(int index, List<String> headers, TableWords<M> words) {
        M own = words.labels().own(headers);
        if (own != null) {
            return new TableColumn<>(index, headers, own, words.role(own), false);
        }
        M labelled = words.labelled(headers);
        ColumnRole said = labelled == null ? null : words.role(labelled);
        if (said != null && !said.measure()) {
            return new TableColumn<>(index, headers, labelled, said, false);
        }
        ColumnRole byWords = ROLES.ofWords(headers);
        ColumnRole byUnit = ROLES.ofUnit(headers);
        boolean disputed = byUnit != null && byWords != null && contradicts(byUnit, byWords);
        ColumnRole role = disputed ? null : decided(byUnit, byWords, said);
        M meaning = disputed ? null : role == said || role == null ? labelled : words.meaning(role);
        return new TableColumn<>(index, headers, meaning, role, disputed);
    }

    /** The unit has the last word on what kind of figure it is, the words on which of that kind. */
    private static @Nullable ColumnRole decided(
            @Nullable ColumnRole byUnit, @Nullable ColumnRole byWords, @Nullable ColumnRole said) {
        ColumnRole told = byWords != null ? byWords : said;
        if (byUnit == null || told == null) {
            return byUnit == null ? told : byUnit;
        }
        if (byUnit == ColumnRole.AMOUNT || byUnit == ColumnRole.MONEY) {
            return told == ColumnRole.PERCENTAGE ? ColumnRole.RISE : told;
        }
        return told == ColumnRole.RISE && byUnit == ColumnRole.PERCENTAGE ? ColumnRole.PERCENTAGE : byUnit;
    }

    /** A count of heads that is called a standard, a yearly amount that is called a number of heads. */
    private static boolean contradicts(ColumnRole byUnit, ColumnRole byWords) {
        boolean counted = byWords == ColumnRole.HEADS || byWords == ColumnRole.PAID_OUT;
        boolean countedUnit = byUnit == ColumnRole.HEADS || byUnit == ColumnRole.PAID_OUT;
        boolean measured = byWords == ColumnRole.AREA || byUnit == ColumnRole.AREA;
        return measured && (counted || countedUnit)
                || byUnit == ColumnRole.AMOUNT && counted
                || countedUnit && byWords.amount()
                || byUnit == ColumnRole.MONEY && byWords == ColumnRole.HEADS
                || byUnit == ColumnRole.HEADS && byWords == ColumnRole.PAID_OUT
                || byUnit == ColumnRole.PAID_OUT && byWords == ColumnRole.HEADS;
    }

    private static <M> TableColumn<M> seen(TableColumn<M> column, TableWords<M> words, List<String> cells) {
        if (column.leftOut() != null && column.role() != ColumnRole.AMOUNT) {
            return column;
        }
        M meaning = words.seen(column, cells);
        return meaning == column.meaning()
                ? column
                : column.role(meaning == null ? null : words.role(meaning), meaning);
    }

    /** What only the other columns tell: 现行标准 beside 调整后标准 is the amount before, 省定标准 beside an amount of another's. */
    private static <M> List<TableColumn<M>> settled(List<TableColumn<M>> columns, TableWords<M> words) {
        Set<ColumnRole> roles = new HashSet<>();
        columns.forEach(each -> {
            if (each.role() != null) {
                roles.add(each.role());
            }
        });
        boolean newer = roles.contains(ColumnRole.AMOUNT_NEWER);
        boolean any = newer || roles.contains(ColumnRole.AMOUNT) || roles.contains(ColumnRole.AMOUNT_SO_FAR);
        List<TableColumn<M>> settled = new ArrayList<>();
        for (TableColumn<M> each : columns) {
            ColumnRole role = each.role();
            if (words.labels().own(each.headers()) != null) {
                settled.add(each);
            } else if (role == ColumnRole.AMOUNT_SO_FAR) {
                ColumnRole now = newer ? ColumnRole.AMOUNT_BEFORE : ColumnRole.AMOUNT;
                settled.add(each.role(now, words.meaning(now)));
            } else if (role == ColumnRole.AMOUNT_OR_SUM && any) {
                settled.add(each.role(ColumnRole.PAID_OUT, words.meaning(ColumnRole.PAID_OUT)));
            } else if (role == ColumnRole.AMOUNT_NEWER
                    || role == ColumnRole.AMOUNT_OR_SUM
                    || role == ColumnRole.AMOUNT_OF_OTHERS && !any) {
                settled.add(each.role(ColumnRole.AMOUNT, words.meaning(ColumnRole.AMOUNT)));
            } else {
                settled.add(each);
            }
        }
        return List.copyOf(settled);
    }

    /** The first filled cells of a column, without the headings of sections, which stand above all columns. */
    private static List<String> sample(Grid grid, int first, int column, TableWords<?> words) {
        List<String> cells = new ArrayList<>();
        for (int r = first; r < grid.rows().size() && cells.size() < SAMPLE; r++) {
            String text = grid.text(r, column);
            boolean heading = grid.rows().get(r).size() > 1 && grid.caption(r) && !words.value(text);
            RowClass told = text.isBlank() ? null : ROWS.of(text);
            if (!text.isBlank() && !heading && (told == null || !told.ofOthers())) {
                cells.add(text);
            }
        }
        return cells;
    }

    /**
     * The columns, as many as the widest row has cells.
     *
     * @return the columns from the left
     */
    public List<TableColumn<M>> columns() {
        return columns;
    }

    /**
     * A column, also beyond the last.
     *
     * @param index its place, counted from 0
     * @return the column; one without header and meaning beyond the last
     */
    public TableColumn<M> column(int index) {
        return index < columns.size() ? columns.get(index) : new TableColumn<>(index, List.of(), null, null, false);
    }

    /**
     * The columns of a meaning.
     *
     * @param meaning the meaning
     * @return the columns from the left, empty when there is none
     */
    public List<TableColumn<M>> of(M meaning) {
        return columns.stream().filter(each -> meaning.equals(each.meaning())).toList();
    }

    /**
     * The texts above the table that are no header: its caption, the line before it, the rows above the header.
     *
     * @return the texts, the farthest first
     */
    public List<Grid.Line> above() {
        List<Grid.Line> lines = new ArrayList<>(grid.above());
        for (List<Grid.Cell> row : aboveHeader()) {
            HeaderBlock.distinct(row)
                    .forEach(each -> lines.add(new Grid.Line(
                            each.text, grid.place().atRow(each.row).at("", each.column), each)));
        }
        return lines;
    }

    /**
     * The rows of cells above the header.
     *
     * @return the rows, the uppermost first
     */
    public List<List<Grid.Cell>> aboveHeader() {
        return grid.rows().subList(0, header.first());
    }

    /**
     * The cells of the header.
     *
     * @return its rows, the uppermost first
     */
    public List<List<Grid.Cell>> header() {
        return labels;
    }

    /**
     * The layout of the next part of a long table. It has no header of its own, and its blank cells may go on from the rows
     * before.
     *
     * @param part the rows: the last ones of this layout that were left open, and those that follow
     * @param open how many of the rows were left open
     * @return the layout, with the same columns
     */
    public TableLayout<M> next(Grid part, int open) {
        Carry carry = ended;
        if (carry == null || open > 0) {
            carry = begun.copy();
            rows(carry, grid.rows().size() - open);
        }
        Dittos dittos = carry.dittos.copy();
        Grid filled = dittos.filled(part, 0);
        return new TableLayout<>(filled, filled, false, words, new HeaderBlock(0, 0), labels, columns, carry, dittos);
    }

    /**
     * Whether labels stand above their values as the source has it, and not beside them.
     *
     * @return false for a table that was turned and for a form
     */
    public boolean asItStands() {
        return source == grid;
    }

    /**
     * Whether labels and values take turns, so that the table tells of one thing.
     *
     * @return true for a form
     */
    public boolean form() {
        return form;
    }

    /**
     * How many rows the table has in the source.
     *
     * @return the count
     */
    public int sourceRows() {
        return source.rows().size();
    }

    /**
     * The rows below the header, with what each is and what its blank cells take from above.
     *
     * @return the rows in the order of the table
     */
    public List<TableRow> rows() {
        Carry carry = begun.copy();
        List<TableRow> rows = rows(carry, grid.rows().size());
        ended = carry;
        return rows;
    }

    private List<TableRow> rows(Carry carry, int end) {
        List<TableRow> rows = new ArrayList<>();
        for (int r = header.end(); r < end; r++) {
            List<Grid.Cell> cells = grid.rows().get(r);
            RowClass kind = form && r > header.end() ? beside(cells) : goesOn(kind(cells), cells, carry);
            if (kind == RowClass.SECTION) {
                carry.section = HeaderBlock.distinct(cells).get(0).text.strip();
                carry.last.clear();
            }
            rows.add(new TableRow(
                    grid.sourceRow(r) - 1,
                    cells,
                    kind,
                    carry.section,
                    kind == RowClass.RECORD ? carried(cells, carry.last) : Map.of()));
            carry.dittos.follow(cells, grid.names() > 0);
        }
        return rows;
    }

    /** The rows below 全市平均 in which its cell is blank are of that average too, as where it was merged over them. */
    private RowClass goesOn(RowClass kind, List<Grid.Cell> cells, Carry carry) {
        if (kind == RowClass.RECORD && carry.others != null && blankUntil(cells, carry.othersAt)) {
            return carry.others;
        }
        carry.others = null;
        if (kind.ofOthers()) {
            int at = 0;
            while (at < cells.size() && cells.get(at).blank()) {
                at++;
            }
            int said = at;
            boolean beside = columns.stream()
                    .anyMatch(each -> each.index() > said
                            && each.meaning() != null
                            && words.key(each.meaning())
                            && each.index() < cells.size()
                            && !cells.get(each.index()).blank()
                            && cells.get(each.index()) != cells.get(said));
            carry.others = beside ? kind : null;
            carry.othersAt = said;
        }
        return kind;
    }

    private static boolean blankUntil(List<Grid.Cell> cells, int last) {
        for (int c = 0; c <= last; c++) {
            if (c < cells.size() && !cells.get(c).blank()) {
                return false;
            }
        }
        return true;
    }

    /** A form tells of one thing: what stands in it beside labels and values is a remark. */
    private static RowClass beside(List<Grid.Cell> cells) {
        return HeaderBlock.distinct(cells).isEmpty() ? RowClass.BLANK : RowClass.NOTE;
    }

    private RowClass kind(List<Grid.Cell> cells) {
        List<Grid.Cell> filled = HeaderBlock.distinct(cells);
        if (filled.isEmpty()) {
            return RowClass.BLANK;
        }
        if (repeatsHeader(cells, filled)) {
            return RowClass.HEADER_AGAIN;
        }
        String first = filled.get(0).text;
        List<String> texts = filled.stream().map(each -> each.text).toList();
        RowClass told = ROWS.of(texts, words::value);
        told = told == null ? named(cells) : told;
        if (filled.size() == 1 && grid.names() > 0) {
            return RowClass.RECORD;
        }
        if (filled.size() == 1 && columns.size() > 1) {
            return told != null ? told : words.value(first) ? RowClass.RECORD : RowClass.SECTION;
        }
        if (ROWS.hint(texts)) {
            return RowClass.HINT;
        }
        if (told != null && (told.ofOthers() || told == RowClass.HINT)) {
            return told;
        }
        if (told != null) {
            return filled.stream().anyMatch(each -> words.value(each.text)) ? RowClass.RECORD : told;
        }
        return ROLES.ofUnit(List.of(first)) == ColumnRole.PRICE ? RowClass.PRICE : RowClass.RECORD;
    }

    /** 全市平均 where the names of places stand, whatever stands before it. */
    private @Nullable RowClass named(List<Grid.Cell> cells) {
        for (TableColumn<M> each : columns) {
            boolean place = each.role() == ColumnRole.PLACE && each.index() < cells.size();
            RowClass told = place ? ROWS.of(cells.get(each.index()).text) : null;
            if (told != null && told.ofOthers()) {
                return told;
            }
        }
        return null;
    }

    private boolean repeatsHeader(List<Grid.Cell> cells, List<Grid.Cell> filled) {
        if (filled.size() < 2) {
            return false;
        }
        return labels.stream().anyMatch(each -> sameTexts(cells, each));
    }

    private static boolean sameTexts(List<Grid.Cell> cells, List<Grid.Cell> labels) {
        for (int c = 0; c < Math.max(cells.size(), labels.size()); c++) {
            String text = c < cells.size() ? LegacyText.withoutBlanks(cells.get(c).text) : "";
            String label = c < labels.size() ? LegacyText.withoutBlanks(labels.get(c).text) : "";
            if (!text.equals(label)) {
                return false;
            }
        }
        return true;
    }

    /** What blank key cells left of the first filled one take from above. A filled one ends what stood right of it. */
    private Map<Integer, String> carried(List<Grid.Cell> cells, Map<Integer, String> last) {
        Map<Integer, String> carried = new HashMap<>();
        if (grid.names() > 0) {
            // An object or a row of a database says all of itself.
            return carried;
        }
        boolean leading = true;
        for (TableColumn<M> each : columns) {
            String text = each.index() < cells.size() ? cells.get(each.index()).text : "";
            String above = last.get(each.index());
            if (through.contains(each.index())) {
                if (above == null) {
                    last.put(each.index(), text);
                } else {
                    carried.put(each.index(), above);
                }
                continue;
            }
            if (each.meaning() != null && words.apart(each.meaning()) && !text.isBlank()) {
                leading &= text.equals(last.put(each.index(), text));
            }
            if (each.meaning() == null || !words.key(each.meaning())) {
                continue;
            }
            if (!text.isBlank()) {
                leading = false;
                last.put(each.index(), text);
            } else if (each.index() < cells.size() && cells.get(each.index()).absent()) {
                // What is said to have no value has none, and what stood above goes no further.
                leading = false;
                last.remove(each.index());
            } else if (leading && above != null) {
                carried.put(each.index(), above);
            } else if (!leading) {
                last.remove(each.index());
            }
        }
        return carried;
    }

    /**
     * The entries that say which cells took their text from the row above.
     *
     * @param row the row
     * @param target JSON Pointer of the component, by the meaning of the column
     * @return an entry for each
     */
    public List<LedgerEntry> carriedEntries(TableRow row, Function<M, @Nullable String> target) {
        List<LedgerEntry> entries = new ArrayList<>();
        row.carried().forEach((column, text) -> {
            M meaning = column(column).meaning();
            entries.add(new LedgerEntry(
                    column < row.cells().size()
                            ? place(row.cells().get(column), column)
                            : grid.place()
                                    .atRow(row.index() + 1)
                                    .at(column(column).label(), column + 1),
                    FieldFate.DEFAULTED,
                    null,
                    meaning == null ? null : target.apply(meaning),
                    text,
                    List.of("from-row-above")));
        });
        return entries;
    }

    /**
     * The place of a cell, with the label of its column.
     *
     * @param cell the cell
     * @param column the column through which it is read, counted from 0
     * @return the place in the source
     */
    public Location place(Grid.Cell cell, int column) {
        return grid.place().atRow(cell.row).at(column(column).label(), cell.column);
    }

    /**
     * The place of a row. In a turned table it is a column of the source; a form is one row, wherever its cells stand.
     *
     * @param row the row
     * @return the place in the source
     */
    public Location place(TableRow row) {
        if (source == grid) {
            return grid.place().atRow(row.index() + 1);
        }
        return form ? grid.place() : grid.place().at(row.text(0), row.index() + 1);
    }

    /**
     * The place of the table.
     *
     * @return the place in the source
     */
    public Location place() {
        return grid.place();
    }

    /**
     * What is wrong with the columns and the cells of the table.
     *
     * @return the problems: {@link #cellProblems} of all rows, then {@link #columnProblems()}
     */
    public List<SourceProblem> problems() {
        List<SourceProblem> problems = new ArrayList<>(cellProblems(0));
        problems.addAll(columnProblems());
        return List.copyOf(problems);
    }

    /**
     * A finding for each column that is not read though figures stand in it, since header and unit say different things,
     * and for each header of the user's mapping that is none of the table.
     *
     * @return the problems
     */
    public List<SourceProblem> columnProblems() {
        List<SourceProblem> problems = new ArrayList<>();
        for (TableColumn<M> each : columns) {
            if (each.disputed()) {
                problems.add(new SourceProblem(
                        "source.column.disputed", grid.place().at(each.label(), each.index() + 1), each.label(), null));
            }
        }
        List<List<String>> headers = columns.stream().map(TableColumn::headers).toList();
        String found = headers.stream()
                .filter(each -> !each.isEmpty())
                .map(each -> String.join(" ", each))
                .collect(Collectors.joining("、"));
        words.labels()
                .unfit(headers)
                .forEach(each ->
                        problems.add(new SourceProblem("source.column.headerUnfit", grid.place(), each, found)));
        return List.copyOf(problems);
    }

    /**
     * A finding for each cell that says 同上 where nothing stands above.
     *
     * @param open how many of the last rows are left open, so that the next part tells of theirs
     * @return the problems
     */
    public List<SourceProblem> cellProblems(int open) {
        int end = grid.rows().size() - open;
        if (source != grid) {
            return dittos.problems(source, source.rows().size(), this::labelAt);
        }
        return end == 0
                ? List.of()
                : dittos.problems(
                        grid,
                        grid.sourceRow(end - 1),
                        (row, column) -> column(column).label());
    }

    /**
     * An account of the cells of the table, in which those of the header have no entry.
     *
     * @return the account
     */
    public CellLedger account() {
        Set<Grid.Cell> labels = Collections.newSetFromMap(new IdentityHashMap<>());
        this.labels.forEach(labels::addAll);
        return new CellLedger(source, labels, this::labelAt);
    }

    /** The label of a cell of the source: of a turned table's in its row, and of a form's nowhere that a place tells. */
    private String labelAt(int row, int column) {
        int along = source == grid ? row : column;
        int across = source == grid ? column : row;
        return form || along < header.end() ? "" : column(across).label();
    }
}
