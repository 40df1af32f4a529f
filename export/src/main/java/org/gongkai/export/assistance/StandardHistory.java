package org.gongkai.export.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.core.Evidence;
import org.gongkai.core.assistance.Amount;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceSchedule;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.export.table.Headings;
import org.gongkai.export.table.Markup;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a place over time, one series an item, residence, way of support and grade: for charts and for spreadsheets. A record
 * of plain values: any JSON library writes it as it stands.
 *
 * @param place the full name of the place
 * @param series the series, in the order of the schedule
 */
@JsonPropertyOrder({"place", "series"})
public record StandardHistory(String place, List<Series> series) {

    private static final Headings HEADINGS = Headings.read(StandardHistory.class.getResourceAsStream("headings.csv"));

    /**
     * One series.
     *
     * @param label the series' name for people
     * @param item the item
     * @param residence urban or rural, or null
     * @param support in an institution or at home, or null
     * @param grade the grade, or null
     * @param points the levels, in order of effect
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"label", "item", "residence", "support", "grade", "points"})
    public record Series(
            String label,
            AssistanceItem item,
            @Nullable Residence residence,
            @Nullable SupportWay support,
            @Nullable String grade,
            List<Point> points) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * One level.
     *
     * @param from the day of effect as it is known, or null
     * @param earliest the first day on which it can have begun, or null when nothing is known
     * @param latest the last day on which it can have begun, or null when nothing is known
     * @param to the last day as far as one is stated, or null
     * @param amount the amount
     * @param unit its unit
     * @param perYear what it comes to in a year: the only figure to compare across units
     * @param atLeast true for a floor, otherwise null
     * @param evidence how well it is known, or null
     * @param source where it was read, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"from", "earliest", "latest", "to", "amount", "unit", "perYear", "atLeast", "evidence", "source"
    })
    public record Point(
            @Nullable String from,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable String to,
            BigDecimal amount,
            AmountUnit unit,
            BigDecimal perYear,
            @Nullable Boolean atLeast,
            @Nullable Evidence evidence,
            @Nullable String source) {}

    public StandardHistory {
        series = List.copyOf(series);
    }

    /**
     * The history of everything that holds in a place.
     *
     * @param schedule the schedule
     * @param place the full name of the place
     * @return the history; lines without an amount or a unit are left out
     */
    public static StandardHistory of(AssistanceSchedule schedule, String place) {
        List<Series> series = new ArrayList<>();
        for (AssistanceSchedule.Slot slot : schedule.slots(place)) {
            List<Point> points = new ArrayList<>();
            for (AssistanceStandard line : schedule.history(place, slot)) {
                Amount price = line.price();
                if (price != null) {
                    points.add(point(line, price));
                }
            }
            if (!points.isEmpty()) {
                series.add(new Series(
                        slot.label(grade -> StandardText.grades(Set.of(grade))),
                        slot.item(),
                        slot.residence(),
                        slot.support(),
                        slot.grade(),
                        points));
            }
        }
        return new StandardHistory(place, series);
    }

    private static Point point(AssistanceStandard line, Amount price) {
        return new Point(
                line.effectiveFrom() == null ? null : line.effectiveFrom().text(),
                line.effectiveFrom() == null ? null : line.effectiveFrom().earliest(),
                line.effectiveFrom() == null ? null : line.effectiveFrom().latest(),
                line.effectiveTo() == null ? null : line.effectiveTo().text(),
                price.value(),
                price.unit(),
                price.perYear(),
                Boolean.TRUE.equals(line.atLeast()) ? Boolean.TRUE : null,
                line.evidence(),
                line.source());
    }

    /**
     * Writes comma-separated values (RFC 4180) without a byte order mark, lines ended by CR LF, one level a line.
     *
     * @param out where to write; not closed
     * @throws IOException when it cannot be written
     */
    public void csv(Appendable out) throws IOException {
        Markup.csv(out, HEADINGS.zh("history"));
        for (Series each : series) {
            for (Point point : each.points()) {
                Markup.csv(
                        out,
                        List.of(
                                place,
                                each.item().text(),
                                each.residence() == null ? "" : each.residence().label(),
                                each.grade() == null ? "" : each.grade(),
                                text(point.from()),
                                text(point.earliest()),
                                text(point.latest()),
                                text(point.to()),
                                point.amount().toPlainString(),
                                point.unit().label(),
                                point.perYear().toPlainString(),
                                point.atLeast() == null ? "" : "是",
                                point.evidence() == null ? "" : point.evidence().mark(),
                                text(point.source()),
                                each.support() == null ? "" : each.support().label()));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
