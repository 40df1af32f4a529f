package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.Code;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A figure in a cell of the annual report, as it is printed. Any text is kept; what is left blank, struck out by slashes or dashes, or
 * says that there is nothing (无), counts as 0.
 *
 * <pre>{@code
 * Figure.of(24).value();          // 24
 * Figure.parse("/").value();      // 0
 * Figure.parse("二十").value();    // null: no number
 * }</pre>
 *
 * @param text the text as it was given, empty for a blank cell
 */
public record Figure(@JsonValue String text) implements Code {

    /** A cell in which nothing is printed. */
    public static final Figure BLANK = new Figure("");

    /** Words for nothing. */
    private static final Set<String> NOTHING = Set.of("无", "无。", "暂无");

    /** Strokes by which a cell is struck out: slashes and dashes, of whatever length. */
    private static final String STROKES = "/／\\＼-－‐‑‒–—―─━";

    /** Words that people write behind a count, the longer before those that they end in. */
    private static final List<String> COUNTED =
            List.of("人次", "件次", "件", "次", "项", "个", "宗", "起", "条", "份", "人", "家", "笔", "部", "户", "例");

    /** Units of money, the longer before those that they end in; a column says in its heading which is its own. */
    private static final List<String> MONEY = List.of("万元", "元");

    /** More digits than any count of a government's acts has; a longer text is none. */
    private static final int MOST_DIGITS = 18;

    /**
     * Creates a figure from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public Figure {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the figure
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Figure parse(String text) {
        return new Figure(text);
    }

    /**
     * A number.
     *
     * @param number the number
     * @return its figure
     */
    public static Figure of(long number) {
        return new Figure(Long.toString(number));
    }

    /**
     * A number with decimals, such as an amount.
     *
     * @param number the number, not null
     * @return its figure, without an exponent
     */
    public static Figure of(BigDecimal number) {
        return new Figure(number.toPlainString());
    }

    /**
     * Reads a cell leniently: a blank, a slash or dashes as 0; full-width digits, blanks and the commas of thousands as usual; 12件 as 12.
     *
     * @param raw the text as it stands in the source, not null
     * @return the figure and its repairs; what is no number is kept as it stands
     */
    public static Reading<Figure> read(String raw) {
        return read(raw, COUNTED);
    }

    /**
     * Reads a cell of a column leniently, as {@link #read(String)}; behind an amount of money stands no counting word but the unit that
     * the heading of its column names.
     *
     * @param raw the text as it stands in the source, not null
     * @param column the column, not null
     * @return the figure and its repairs; what is no number is kept as it stands, an amount in another unit with it
     */
    public static Reading<Figure> read(String raw, FormRow.Column column) {
        return read(raw, column.holds() == FormRow.Holds.AMOUNT ? money(column.label()) : COUNTED);
    }

    private static List<String> money(String heading) {
        return MONEY.stream().filter(heading::contains).limit(1).toList();
    }

    private static Reading<Figure> read(String raw, List<String> units) {
        String text = LegacyText.withoutBlanks(LegacyText.withoutInvisible(raw));
        if (struckOut(text)) {
            return new Reading<>(raw, of(0), List.of(Repair.BLANK_AS_ZERO));
        }
        List<Repair> repairs = new ArrayList<>();
        if (!text.equals(raw)) {
            repairs.add(Repair.INNER_BLANKS);
        }
        String half = LegacyText.halfWidth(text);
        String bare = withoutUnit(half, units);
        // A unit in full-width brackets is dropped, and no sign of it read in another form.
        if (!half.equals(text) && !text.startsWith(bare)) {
            repairs.add(Repair.FULL_WIDTH);
        }
        if (!bare.equals(half)) {
            repairs.add(Repair.UNIT);
        }
        String plain = withoutThousands(bare);
        if (!plain.equals(bare)) {
            repairs.add(Repair.SEPARATOR);
        }
        return number(plain) == null
                ? Reading.clean(raw, new Figure(raw))
                : new Reading<>(raw, new Figure(plain), repairs);
    }

    /** 12件 and 12(件) without what is counted. */
    private static String withoutUnit(String text, List<String> units) {
        boolean bracketed = text.endsWith(")");
        String whole = bracketed ? text.substring(0, text.length() - 1) : text;
        for (String each : units) {
            String end = bracketed ? '(' + each : each;
            if (whole.endsWith(end)) {
                return whole.substring(0, whole.length() - end.length());
            }
        }
        return text;
    }

    private static boolean struckOut(String text) {
        return NOTHING.contains(text) || text.chars().allMatch(each -> STROKES.indexOf(each) >= 0);
    }

    /** 1,234 but not 1,2 nor 12,34: those may be two figures in one cell. */
    private static String withoutThousands(String text) {
        return text.matches("\\d{1,3}(,\\d{3}){1,5}(\\.\\d{1,6})?") ? text.replace(",", "") : text;
    }

    /**
     * Whether nothing is printed in the cell: it is blank, or struck out by a slash or dashes.
     *
     * @return true when it counts as 0 for that
     */
    public boolean blank() {
        return struckOut(LegacyText.withoutBlanks(text));
    }

    /**
     * The number.
     *
     * @return the number, 0 for a blank cell, null when the text is no number
     */
    public @Nullable BigDecimal value() {
        return blank() ? BigDecimal.ZERO : number(text);
    }

    /** Digits with at most one point, and a sign before them. */
    private static @Nullable BigDecimal number(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        int points = 0;
        for (int i = 0; i < digits.length(); i++) {
            char each = digits.charAt(i);
            points += each == '.' ? 1 : 0;
            if (each != '.' && (each < '0' || each > '9')) {
                return null;
            }
        }
        boolean whole = !digits.isEmpty() && !digits.startsWith(".") && !digits.endsWith(".");
        return whole && points <= 1 && digits.length() <= MOST_DIGITS ? new BigDecimal(text) : null;
    }

    /** True for a number and for a blank cell; whether the number fits its column is asked of the {@link ReportForm}. */
    @Override
    public boolean wellFormed() {
        return value() != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
