package org.gongkai.validation.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.assistance.CategoryScheme;
import org.gongkai.validation.assistance.RatioRules;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says of assistance standards (property {@code assistance}):
 *
 * <pre>{@code
 * "assistance": {
 *   "scheme": "A",
 *   "ratios": ["qingdao"],
 *   "backdatingMonths": 12
 * }
 * }</pre>
 *
 * <p>{@code scheme} is {@code "A"}, {@code "B"} or {@code "C"}, or an object with a {@code name} and {@code rows}, each
 * with heading, item, residence and evidence as {@link CategoryScheme#read} has them. {@code ratios} lists
 * {@code "shandong"}, {@code "qingdao"} or {@code "care-by-wage"}, or objects with the columns of
 * {@link RatioRules#read}; an empty list switches ratios off. What is left out keeps its standard value.
 *
 * @param scheme the headings that must be complete
 * @param ratios the ratios that amounts are held against
 * @param backdatingMonths after how many months between effect and publication a line counts as dated far back
 */
public record AssistanceSettings(CategoryScheme scheme, RatioRules ratios, int backdatingMonths) {

    private static final int BACKDATING_MONTHS = 12;
    private static final List<String> SCHEME_COLUMNS = List.of("heading", "item", "residence", "evidence");
    private static final List<String> RATIO_COLUMNS = List.of(
            "id",
            "item",
            "grades",
            "kind",
            "base",
            "base_residence",
            "numerator",
            "denominator",
            "tolerance",
            "from",
            "until",
            "evidence",
            "source",
            "places");

    /** What a profile file says; anything may be left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contents(
            @Nullable Object scheme,
            @Nullable List<Object> ratios,
            @Nullable Integer backdatingMonths) {}

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException when the number of months is below zero
     */
    public AssistanceSettings {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(ratios, "ratios");
        if (backdatingMonths < 0) {
            throw new IllegalArgumentException("backdatingMonths must not be below zero");
        }
    }

    /**
     * The settings of a profile that says nothing: grouping A, the ratios that hold in Shandong from 2023 on.
     *
     * @return the settings
     */
    public static AssistanceSettings standard() {
        return new AssistanceSettings(CategoryScheme.a(), RatioRules.shandong(), BACKDATING_MONTHS);
    }

    static AssistanceSettings of(@Nullable Contents contents, String where) throws IOException {
        if (contents == null) {
            return standard();
        }
        try {
            return new AssistanceSettings(
                    scheme(contents.scheme()),
                    ratios(contents.ratios()),
                    contents.backdatingMonths() == null ? BACKDATING_MONTHS : contents.backdatingMonths());
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(where + "assistance: " + e.getMessage(), e);
        }
    }

    private static CategoryScheme scheme(@Nullable Object scheme) throws IOException {
        if (scheme == null || scheme.equals("A")) {
            return CategoryScheme.a();
        }
        if (scheme.equals("B")) {
            return CategoryScheme.b();
        }
        if (scheme.equals("C")) {
            return CategoryScheme.c();
        }
        if (scheme instanceof Map<?, ?> own
                && own.get("name") instanceof String name
                && own.get("rows") instanceof List<?> rows) {
            return CategoryScheme.read(name, new StringReader(table(SCHEME_COLUMNS, rows)));
        }
        throw new IOException("scheme must be \"A\", \"B\", \"C\" or an object with name and rows, got " + scheme);
    }

    private static RatioRules ratios(@Nullable List<Object> ratios) throws IOException {
        if (ratios == null) {
            return RatioRules.shandong();
        }
        RatioRules all = RatioRules.none();
        for (Object each : ratios) {
            all = all.plus(
                    each.equals("shandong")
                            ? RatioRules.shandong()
                            : each.equals("qingdao")
                                    ? RatioRules.qingdao()
                                    : each.equals("care-by-wage")
                                            ? RatioRules.careByWage()
                                            : RatioRules.read(
                                                    "own", new StringReader(table(RATIO_COLUMNS, List.of(each)))));
        }
        return all;
    }

    /** A table of the form that the readers of core and of this module take, from rows of a profile. */
    static String table(List<String> columns, List<?> rows) throws IOException {
        StringBuilder table = new StringBuilder(String.join(",", columns)).append('\n');
        for (Object row : rows) {
            if (!(row instanceof Map<?, ?> cells) || !columns.containsAll(cells.keySet())) {
                throw new IOException("needs an object with " + String.join(", ", columns) + ", got " + row);
            }
            for (String column : columns) {
                Object cell = cells.get(column);
                String text = cell == null ? "" : cell.toString();
                if (text.indexOf(',') >= 0 || text.indexOf('\n') >= 0) {
                    throw new IOException(column + " must not hold a comma or a line break: " + text);
                }
                table.append(text).append(column.equals(columns.get(columns.size() - 1)) ? '\n' : ',');
            }
        }
        return table.toString();
    }
}
