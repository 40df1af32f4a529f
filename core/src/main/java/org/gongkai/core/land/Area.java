package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * An area of land (面积) with the unit and the number of decimals in which it was stated.
 *
 * <p>1 公顷 = 15 亩 = 10,000 平方米, exactly. In JSON the value is a string, so that no reader makes a double of it:
 * {@code {"value":"17.2566","unit":"公顷","approximate":true}}. Equality is equality of value, decimals, unit and
 * flag; {@link #compareTo} compares sizes across units.
 *
 * @param value the figure, never negative when well read; the decimals stand as they were stated
 * @param unit the unit
 * @param approximate whether the source says 约 or the like, so that sums need not agree
 */
@JsonPropertyOrder({"value", "unit", "approximate"})
public record Area(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value,
        Unit unit,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean approximate)
        implements Comparable<Area> {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<about>约为|大约|约|近|≈)?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<unit>(?:[^\\d(、,][^(、,]*)?)(?<rest>\\(.*\\))?");
    private static final Pattern BRACKET_BEHIND = Pattern.compile(".*[(（\\[【]([^()（）\\[\\]【】]*)[)）\\]】][:：]?");
    private static final Pattern CAPTION = Pattern.compile(".*单位[:：]?(.*)");

    /** A longer label is a text of its own, in characters. */
    private static final int LONGEST_LABEL = 400;

    /** No area on earth takes more digits; of more, making a number costs the square of their count. */
    private static final int LONGEST_NUMBER = 60;

    private static final Pattern MORE_OR_LESS = Pattern.compile("(.*?)(?:左右|上下)");

    /** The units in which notices state areas. */
    public enum Unit implements ListedTerm.Entry {
        /** Hectare, 10,000 square metres. */
        HECTARE("公顷", 30_000, "ha", "hm2", "hm²", "平方百米"),
        /** Mu, a fifteenth of a hectare. */
        MU("亩", 2_000, "市亩", "mu"),
        /** Square metre. */
        SQUARE_METRE("平方米", 3, "m2", "m²", "㎡", "平米");

        private final String label;
        // Thirds of a square metre: the largest measure of which each unit is a whole multiple.
        private final BigDecimal thirds;
        private final List<String> synonyms;

        Unit(String label, int thirds, String... synonyms) {
            this.label = label;
            this.thirds = BigDecimal.valueOf(thirds);
            this.synonyms = List.of(synonyms);
        }

        /**
         * The unit as notices write it.
         *
         * @return the Chinese label
         */
        @Override
        @JsonValue
        public String label() {
            return label;
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }

        /**
         * Reads the name of a unit.
         *
         * @param name the label or a synonym such as ha, hm² or ㎡, in either case of letters
         * @return the unit
         * @throws IllegalArgumentException when the name is none of them
         */
        @JsonCreator
        public static Unit named(String name) {
            Unit unit = find(name);
            if (unit == null) {
                throw new IllegalArgumentException("no unit of area: " + name + "; expected 公顷, 亩 or 平方米");
            }
            return unit;
        }

        /**
         * Finds the unit that a column's label or a caption names, such as 面积（公顷） or 单位：亩.
         *
         * @param label the label
         * @return the unit, or null when the label names none, or more than one
         */
        public static @Nullable Unit in(String label) {
            String plain = label.strip();
            if (plain.length() > LONGEST_LABEL) {
                return null;
            }
            Matcher bracket = BRACKET_BEHIND.matcher(plain);
            if (bracket.matches()) {
                plain = bracket.group(1).strip();
            }
            Matcher caption = CAPTION.matcher(plain);
            if (caption.matches()) {
                plain = caption.group(1).strip();
            }
            return find(plain);
        }

        private static @Nullable Unit find(String name) {
            for (Unit each : values()) {
                if (each.label.equals(name) || each.synonyms.stream().anyMatch(name::equalsIgnoreCase)) {
                    return each;
                }
            }
            return null;
        }
    }

    /**
     * Creates an area.
     *
     * @throws NullPointerException when {@code value} or {@code unit} is null
     */
    public Area {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    /**
     * An exact area.
     *
     * @param value the figure in plain digits, at most 60 characters
     * @param unit the unit
     * @return the area
     * @throws NumberFormatException when the text is no number, or longer
     */
    public static Area of(String value, Unit unit) {
        if (value.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("more than " + LONGEST_NUMBER + " characters");
        }
        return new Area(new BigDecimal(value), unit, false);
    }

    @JsonCreator
    static Area of(
            @JsonProperty("value") BigDecimal value,
            @JsonProperty("unit") Unit unit,
            @JsonProperty("approximate") @Nullable Boolean approximate) {
        return new Area(value, unit, Boolean.TRUE.equals(approximate));
    }

    /**
     * Reads what {@link #toString} writes: 17.2566公顷 or 约17.2566公顷.
     *
     * @param text the text
     * @return the area
     * @throws IllegalArgumentException when the text is no area in that form
     */
    public static Area parse(String text) {
        Reading<Area> reading = read(text, null);
        Area area = reading.value();
        if (area == null || !area.toString().equals(text)) {
            throw new IllegalArgumentException("no area: " + text + "; expected a form like 17.2566公顷");
        }
        return area;
    }

    /**
     * Reads an area leniently: 约17.2566公顷, 12.8864ha, 1,234.5㎡, 2.5公顷（37.5亩）, or a bare figure where the column
     * or the caption names the unit.
     *
     * @param raw the text as it stands in the source
     * @param unitOfColumn the unit that the label or the caption names, or null; a unit in the text prevails
     * @return the area and what was repaired; of two figures the first is taken. The value is null when the text is
     *     blank, a dash, no figure, negative, or has no unit from either place
     */
    public static Reading<Area> read(String raw, @Nullable Unit unitOfColumn) {
        List<Repair> repairs = new ArrayList<>();
        String plain = LegacyText.withoutInvisible(raw);
        String stripped = LegacyText.strip(plain);
        String tight = LegacyText.withoutBlanks(stripped);
        if (plain.length() != raw.length()) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        if (stripped.length() != plain.length()) {
            repairs.add(Repair.OUTER_BLANKS);
        }
        if (tight.length() != stripped.length()) {
            repairs.add(Repair.INNER_BLANKS);
        }
        String half = LegacyText.halfWidth(tight);
        if (!half.equals(tight)) {
            repairs.add(Repair.FULL_WIDTH);
            tight = half;
        }
        Matcher moreOrLess = MORE_OR_LESS.matcher(tight);
        boolean after = moreOrLess.matches();
        Matcher matcher = SHAPE.matcher(after ? moreOrLess.group(1) : tight);
        if (!matcher.matches()) {
            return Reading.clean(raw, null);
        }
        String name = matcher.group("unit");
        Unit unit = name.isEmpty() ? unitOfColumn : Unit.find(name);
        if (unit == null) {
            return Reading.clean(raw, null);
        }
        if (!name.isEmpty() && !unit.label().equals(name)) {
            repairs.add(Repair.SYNONYM);
        }
        String number = matcher.group("number");
        if (number.length() > LONGEST_NUMBER) {
            return Reading.clean(raw, null);
        }
        if (number.indexOf(',') >= 0) {
            repairs.add(Repair.SEPARATOR);
        }
        if (matcher.group("rest") != null) {
            repairs.add(Repair.SEVERAL_IN_ONE);
        }
        boolean approximate = after || matcher.group("about") != null;
        return new Reading<>(raw, new Area(new BigDecimal(number.replace(",", "")), unit, approximate), repairs);
    }

    /**
     * Adds areas up. Of one unit the sum is in that unit; mixed units are added in 亩, the only one into which the other
     * two convert without a remainder.
     *
     * @param areas the areas
     * @return the exact sum, approximate when any term is; null when there are none
     */
    public static @Nullable Area sum(List<Area> areas) {
        if (areas.isEmpty()) {
            return null;
        }
        Unit first = areas.get(0).unit();
        Unit common = areas.stream().allMatch(each -> each.unit() == first) ? first : Unit.MU;
        BigDecimal total = BigDecimal.ZERO;
        boolean approximate = false;
        for (Area each : areas) {
            total = total.add(each.to(common).value());
            approximate |= each.approximate();
        }
        return new Area(total, common, approximate);
    }

    /**
     * The same area in another unit, exactly.
     *
     * @param wanted the unit wanted
     * @return the area, its value without trailing zeros when the unit changes
     * @throws ArithmeticException when the value has no end in that unit, as 1亩 has none in 公顷; see
     *     {@link #to(Unit, int)}
     */
    public Area to(Unit wanted) {
        if (wanted == unit) {
            return this;
        }
        return new Area(thirds().divide(wanted.thirds).stripTrailingZeros(), wanted, approximate);
    }

    /**
     * The same area in another unit, rounded half up.
     *
     * @param wanted the unit wanted
     * @param decimals the number of decimals, not negative
     * @return the area with that many decimals
     */
    public Area to(Unit wanted, int decimals) {
        return new Area(thirds().divide(wanted.thirds, decimals, RoundingMode.HALF_UP), wanted, approximate);
    }

    /**
     * Tells whether this area, as a notice states it, is the sum of others, or another's restatement in this unit.
     * Each figure may be off by half of its last decimal; the terms are taken to be as fine as the finest of their
     * unit, since spreadsheets drop trailing zeros. A stated figure with 约 may be cut rather than rounded, so it may be
     * off by a whole unit of its last decimal; 约 excuses no more than that.
     *
     * @param terms the areas that should add up to this one, at least one
     * @return true when rounding explains the difference
     */
    public boolean agreesWith(List<Area> terms) {
        BigDecimal difference = thirds();
        BigDecimal allowed = halfUnit(unit, value.scale()).multiply(BigDecimal.valueOf(approximate ? 2 : 1));
        for (Area term : terms) {
            int finest = terms.stream()
                    .filter(each -> each.unit == term.unit)
                    .mapToInt(each -> each.value.scale())
                    .max()
                    .orElse(0);
            difference = difference.subtract(term.thirds());
            allowed = allowed.add(halfUnit(term.unit, finest));
        }
        return difference.abs().compareTo(allowed) <= 0;
    }

    /** Compares sizes across units; the flag plays no part. */
    @Override
    public int compareTo(Area other) {
        return Comparator.comparing(Area::thirds).compare(this, other);
    }

    private BigDecimal thirds() {
        return value.multiply(unit.thirds);
    }

    private static BigDecimal halfUnit(Unit unit, int decimals) {
        return unit.thirds.movePointLeft(decimals).divide(BigDecimal.valueOf(2));
    }

    /** The area as notices write it, 约 before an approximate one. */
    @Override
    public String toString() {
        return (approximate ? "约" : "") + value.toPlainString() + unit.label();
    }
}
