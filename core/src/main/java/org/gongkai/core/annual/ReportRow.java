package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of the annual report.
 *
 * @param code which row of the form it is, such as {@code 三(一)} or {@code 20(五)行政许可}; null when its label was not understood
 * @param cells the figures as printed, one for each column of the row; {@link Figure#BLANK} where nothing is printed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"code", "cells"})
public record ReportRow(@Nullable String code, List<Figure> cells) {

    /** Creates a row; a null cell is a blank one. */
    public ReportRow {
        code = Blank.toNull(code);
        cells = filled(cells);
    }

    /**
     * A row of numbers.
     *
     * @param code which row it is
     * @param cells the numbers
     * @return the row
     */
    public static ReportRow of(String code, long... cells) {
        List<Figure> figures = new ArrayList<>();
        for (long each : cells) {
            figures.add(Figure.of(each));
        }
        return new ReportRow(code, figures);
    }

    private static List<Figure> filled(@Nullable List<Figure> cells) {
        List<Figure> all = new ArrayList<>();
        if (cells != null) {
            cells.forEach(each -> all.add(each == null ? Figure.BLANK : each));
        }
        return List.copyOf(all);
    }
}
