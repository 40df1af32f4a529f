package org.gongkai.ingest.text;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/**
 * A day that a text names by what happens on it and not by its date: 自公布之日起30日后, or five years from the day of effect.
 * It is known where the record knows the date of what happens.
 *
 * @param event what happens
 * @param after how long after it the day lies; zero for the day itself. The day of the event does not count (民法典 art. 201):
 *     30日后 is the 31st day after it, and what lasts five years ends on the day before its fifth anniversary.
 */
public record NamedDay(Event event, Period after) {

    /** An older document is published anew with a younger date: what lies further apart is not one promulgation, in days. */
    private static final int SOON = 31;

    private static final List<Component> EVENTS =
            List.of(Component.WRITTEN_ON, Component.PUBLISHED_ON, Component.PRINTED_ON);

    /** What happens on a day, and which dates of a record say when it did: the first that is known counts. */
    public enum Event {
        /** 公布、发布、颁布: a record's date of publication; for an order, the date on which it was signed. */
        PUBLISHED(Component.PUBLISHED_ON),
        /** 印发、下发: the date of printing in the imprint, else the date of writing. */
        PRINTED(Component.PRINTED_ON, Component.WRITTEN_ON),
        /** 签发、成文、即日: the date of writing. */
        WRITTEN(Component.WRITTEN_ON),
        /** 施行: the date of effect. */
        EFFECT(Component.EFFECTIVE_FROM),
        /** Any other event, such as 批准、文到: no date of a record says when it happened. */
        OTHER;

        private final List<Component> dates;

        Event(Component... dates) {
            this.dates = List.of(dates);
        }

        static Event of(String word) {
            return switch (word) {
                case "公布", "发布", "颁布", "公开发布", "发布公布", "公布发布" -> PUBLISHED;
                case "印发", "下发", "发文", "印发布" -> PRINTED;
                case "签发", "签署", "成文", "即日" -> WRITTEN;
                default -> OTHER;
            };
        }
    }

    /**
     * The day, where the dates of the record say which it is.
     *
     * @param dates the dates of the record; null for one that is not known
     * @param number the document's own number; an order is promulgated on the day that it bears. Null when not known
     * @return null when the day is not known, or when the dates do not fit together
     */
    public @Nullable LocalDate on(Function<Component, @Nullable LocalDate> dates, @Nullable DocumentNumber number) {
        LocalDate written = dates.apply(Component.WRITTEN_ON);
        if (event == Event.PUBLISHED) {
            boolean ordered = number != null && number.form() == DocumentNumber.Form.ORDER;
            LocalDate published = ordered ? written : dates.apply(Component.PUBLISHED_ON);
            return published != null && fits(published, written, number) ? later(published) : null;
        }
        for (Component each : event.dates) {
            LocalDate day = dates.apply(each);
            if (day != null) {
                return later(day);
            }
        }
        return null;
    }

    /** Whether a date of publication can be that of the document's first one, and not of its page. */
    private static boolean fits(LocalDate published, @Nullable LocalDate written, @Nullable DocumentNumber number) {
        if (written != null) {
            return !published.isBefore(written) && !published.isAfter(written.plusDays(SOON));
        }
        Integer year = number == null ? null : number.year();
        return year == null || Math.abs(published.getYear() - year) <= 1;
    }

    /**
     * Whether a date that the record states elsewhere can be the one that is meant: it lies as far behind a date of writing,
     * publication or printing as the clause says, whichever of them the clause means by its word.
     */
    public boolean agrees(LocalDate stated, Function<Component, @Nullable LocalDate> dates) {
        for (Component each : event == Event.EFFECT ? event.dates : EVENTS) {
            LocalDate day = dates.apply(each);
            // Some count the day itself as the first one.
            long apart = day == null ? Long.MAX_VALUE : Math.abs(ChronoUnit.DAYS.between(stated, later(day)));
            if (apart <= (after.isZero() ? 0 : 1)) {
                return true;
            }
        }
        return false;
    }

    /** What the day depends on, for people: the names of the components whose dates would tell. */
    public String dependsOn() {
        return event.dates.isEmpty()
                ? "yyyy-MM-dd"
                : String.join(" / ", event.dates.stream().map(Component::path).toList());
    }

    private LocalDate later(LocalDate day) {
        return day.plus(after);
    }
}
