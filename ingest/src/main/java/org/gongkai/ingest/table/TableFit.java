package org.gongkai.ingest.table;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How well a table fits a kind of record.
 *
 * @param filled how many columns have a header
 * @param known how many of them the kind understands
 * @param telling how many of those tell the kind by themselves
 * @param speaking how many of those speak of what such tables list, though others may have them as well
 * @param titled whether a title speaks of what such tables hold
 * @param persons whether columns that the kind does not understand tell one person from another, as in a list of people
 * @param spent whether the title speaks of money paid out or of heads, as that of a statistic
 */
public record TableFit(
        int filled, int known, int telling, int speaking, boolean titled, boolean persons, boolean spent) {

    /** A kind that understands fewer columns understands the table by chance. */
    private static final int FEWEST = 2;
    /** The same where no column tells the kind. */
    private static final int FEWEST_ALONE = 3;

    private static final int TELLING_WEIGHT = 2;
    private static final int TITLE_WEIGHT = 3;
    /** How many filled cells of a column are looked at. */
    private static final int SAMPLE = 50;

    /** A longer line, in characters, is a paragraph of the notice. */
    private static final int LONGEST_TITLE = 60;

    /** One filled cell in so many of a column of measures is a figure; others say 按规定执行. */
    private static final int FEWEST_FIGURES = 3;

    /** A figure within a sentence, such as 城市750元，农村600元. */
    private static final Pattern MONEY = Pattern.compile("\\d万?元");

    private static final ColumnRoles ROLES = ColumnRoles.standard();

    /**
     * How well a table fits.
     *
     * @param <M> what a column can hold
     * @param grid the table, or its first rows
     * @param words what the kind says of its tables
     * @param titles what the table may be called, beside what stands above it
     * @return how well, or null when the table lacks columns without which it is none of the kind, or figures where such tables
     *     have them
     */
    public static <M> @Nullable TableFit of(Grid grid, TableWords<M> words, List<String> titles) {
        TableLayout<M> layout = TableLayout.of(grid, new AskedWords<>(words));
        if (layout == null) {
            return null;
        }
        List<TableRow> rows = layout.rows();
        Set<TableColumn<M>> measured = measured(layout, words);
        if (!words.complete(meanings(layout, words, measured))) {
            return null;
        }
        int filled = 0;
        int known = 0;
        int telling = 0;
        int speaking = 0;
        boolean persons = false;
        for (TableColumn<M> each : layout.columns()) {
            if (each.headers().isEmpty()) {
                continue;
            }
            boolean understood =
                    each.meaning() != null && !money(each) && (!measure(each, words) || measured.contains(each));
            filled++;
            known += understood ? 1 : 0;
            telling += understood && (words.tells(each.headers()) || tell(rows, each, words)) ? 1 : 0;
            speaking += understood && each.headers().stream().anyMatch(words::names) ? 1 : 0;
            persons |= each.meaning() == null && ROLES.person(each.headers());
        }
        List<String> around = Stream.concat(layout.above().stream().map(Grid.Line::text), titles.stream())
                .filter(each -> each.length() <= LONGEST_TITLE)
                .toList();
        return new TableFit(
                filled,
                known,
                telling,
                speaking,
                around.stream().anyMatch(words::titled),
                persons,
                around.stream().anyMatch(TableFit::spent));
    }

    /** The columns of amounts, areas and prices in which figures stand: the words of a task below 工作标准 are none. */
    private static <M> Set<TableColumn<M>> measured(TableLayout<M> layout, TableWords<M> words) {
        return layout.columns().stream()
                .filter(each -> measure(each, words))
                .filter(each -> figures(sample(layout.rows(), each), words))
                .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    private static <M> boolean measure(TableColumn<M> column, TableWords<M> words) {
        return column.meaning() != null && words.role(column.meaning()).measure();
    }

    /** Whether one filled cell in three is a figure. */
    private static boolean figures(List<String> cells, TableWords<?> words) {
        long figures = cells.stream()
                .filter(each -> words.value(each) || MONEY.matcher(each).find())
                .count();
        return figures * FEWEST_FIGURES >= cells.size();
    }

    private static <M> Set<M> meanings(TableLayout<M> layout, TableWords<M> words, Set<TableColumn<M>> measured) {
        return layout.columns().stream()
                .filter(each -> each.meaning() != null)
                .filter(each -> !measure(each, words) || measured.contains(each))
                .map(each -> Objects.requireNonNull(each.meaning()))
                .collect(Collectors.toSet());
    }

    /** 金额 and nothing else: it may be a standard, a payment or a budget. */
    private static boolean money(TableColumn<?> column) {
        return ROLES.ofWords(column.headers()) == ColumnRole.AMOUNT_OR_SUM && ROLES.ofUnit(column.headers()) == null;
    }

    private static boolean spent(String title) {
        ColumnRole role = ROLES.ofWords(List.of(title));
        return role == ColumnRole.PAID_OUT || role == ColumnRole.HEADS;
    }

    /** Whether the cells of a column name what tables of the kind list, most of them. */
    private static <M> boolean tell(List<TableRow> rows, TableColumn<M> column, TableWords<M> words) {
        List<String> cells = sample(rows, column);
        long named = cells.stream().filter(each -> words.tells(List.of(each))).count();
        return named * 2 > cells.size();
    }

    private static List<String> sample(List<TableRow> rows, TableColumn<?> column) {
        return IntStream.range(0, Math.min(rows.size(), SAMPLE))
                .mapToObj(each -> rows.get(each).text(column.index()))
                .filter(each -> !each.isBlank())
                .toList();
    }

    /**
     * Whether the table can be taken for one of the kind without being told so.
     *
     * @return true when enough columns are understood, and a column or the title tells
     */
    public boolean told() {
        return likely() && (telling > 0 || titled);
    }

    /**
     * Whether the table may be one of the kind.
     *
     * @return true when half of its columns are understood, two at the least, and it lists no people and no money spent
     */
    public boolean likely() {
        return known >= FEWEST && known * 2 >= filled && !persons && !spent;
    }

    /** Whether all columns but one in four are understood, three at the least, and one speaks of the kind. */
    boolean nearlyAll() {
        return speaking > 0 && knowsNearlyAll();
    }

    /** Whether all columns but one in four are understood, three at the least. */
    boolean knowsNearlyAll() {
        return likely() && known >= FEWEST_ALONE && known * 4 >= filled * 3;
    }

    /**
     * The same for a kind whose tables list people.
     *
     * @return the fit, whatever its columns say of persons
     */
    public TableFit ofPersons() {
        return new TableFit(filled, known, telling, speaking, titled, false, spent);
    }

    /** How much speaks for the kind. */
    int points() {
        return known + TELLING_WEIGHT * telling + (titled ? TITLE_WEIGHT : 0);
    }
}
