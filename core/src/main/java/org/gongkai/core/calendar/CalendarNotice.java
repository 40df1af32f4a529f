package org.gongkai.core.calendar;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * What one notice (节假日安排的通知) says of the days of a year: which are off, which are worked although they would be
 * off, or worked by express mention (3 February 2020 was a Monday).
 *
 * <p>A notice for a year may name days of the December before it. It settles the days that it names and no others, so
 * that a revision in mid-year need only name what it changes.
 *
 * @param year the year for which it was issued
 * @param number its number, or null where it is not known
 * @param issuedOn the day on which it was issued, or null where it is not known
 * @param evidence how well its days are known
 * @param tentative true when the notice itself is not out and the days follow from the law alone; such a year is used
 *     for provisional answers only
 * @param off the days off, weekend days among them or not
 * @param work the days worked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarNotice(
        int year,
        @Nullable String number,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate issuedOn,

        Evidence evidence,
        boolean tentative,
        List<LocalDate> off,
        List<LocalDate> work) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /**
     * Creates a notice.
     *
     * @throws NullPointerException when {@code evidence} or a list is null
     * @throws IllegalArgumentException when a day lies outside the year and the December before it, or is both off and
     *     worked; the message names the day
     */
    public CalendarNotice {
        Objects.requireNonNull(evidence, "evidence");
        off = List.copyOf(off);
        work = List.copyOf(work);
        off.forEach(day -> requireNear(year, day));
        for (LocalDate day : work) {
            requireNear(year, day);
            if (off.contains(day)) {
                throw new IllegalArgumentException(
                        "the notice of " + year + " has " + day + " both off and worked; expected one of them");
            }
        }
    }

    /**
     * A notice from the two lists of days that its text gives.
     *
     * <pre>{@code
     * CalendarNotice.of(2026, Evidence.PRIMARY, "2026-01-01..2026-01-03 2026-02-15..2026-02-23", "2026-01-04")
     * }</pre>
     *
     * @param year the year for which it was issued
     * @param evidence how well it is known
     * @param off the days off: days and ranges of days, both ends included, separated by blanks; may be empty
     * @param work the days worked, in the same form; may be empty
     * @return the notice
     * @throws IllegalArgumentException when a text is not of this form, or the constructor refuses the days
     */
    public static CalendarNotice of(int year, Evidence evidence, String off, String work) {
        return new CalendarNotice(year, null, null, evidence, false, days(year, off), days(year, work));
    }

    /**
     * Reads notices from a table with the columns {@code year}, {@code off} and {@code work}, and if need be
     * {@code number}, {@code issued}, {@code evidence} (unverified when absent) and {@code state} (final when absent,
     * or tentative). Days are written as in {@link #of}. Lines that begin with {@code #} are comments.
     *
     * @param reader the table, UTF-8 text with commas
     * @param source its name, for messages
     * @return the notices in the order of the file
     * @throws IOException when the text cannot be read or has another form; the message names file, line, column,
     *     value and what was expected
     */
    public static List<CalendarNotice> read(Reader reader, String source) throws IOException {
        List<CalendarNotice> notices = new ArrayList<>();
        for (Csv.Row row : Csv.read(reader, source, List.of("year", "off", "work"))) {
            String year = row.required("year");
            if (!year.matches("[12]\\d{3}")) {
                throw row.wrong("year", year, "a year such as 2027");
            }
            Evidence evidence = row.oneOf(Evidence.class, "evidence");
            State state = row.oneOf(State.class, "state");
            try {
                notices.add(new CalendarNotice(
                        Integer.parseInt(year),
                        row.text("number"),
                        row.text("issued") == null ? null : day(row.required("issued")),
                        evidence == null ? Evidence.UNVERIFIED : evidence,
                        state == State.TENTATIVE,
                        days(Integer.parseInt(year), Objects.requireNonNullElse(row.text("off"), "")),
                        days(Integer.parseInt(year), Objects.requireNonNullElse(row.text("work"), ""))));
            } catch (IllegalArgumentException e) {
                throw row.wrong(e);
            }
        }
        return notices;
    }

    /** The first line of a file of notices, in the order of {@link #line()}. */
    public static final String HEADER = "year,off,work,number,issued,evidence,state";

    /**
     * This notice as a line of a file that begins with {@link #HEADER}, which {@link #read} reads back.
     *
     * @return the line, without a line break
     */
    public String line() {
        String named = number == null ? "" : number;
        return String.join(
                ",",
                String.valueOf(year),
                text(off),
                text(work),
                StringUtils.containsAny(named, ",\"\n\r") ? '"' + named.replace("\"", "\"\"") + '"' : named,
                issuedOn == null ? "" : issuedOn.toString(),
                evidence.mark(),
                (tentative ? State.TENTATIVE : State.FINAL).name().toLowerCase(Locale.ROOT));
    }

    /** Days as {@link #days} reads them: those without gap as ranges. */
    private static String text(List<LocalDate> days) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to + 1 < days.size() && days.get(to + 1).equals(days.get(to).plusDays(1))) {
                to++;
            }
            text.append(from == 0 ? "" : " ").append(days.get(from)).append(to == from ? "" : ".." + days.get(to));
            from = to + 1;
        }
        return text.toString();
    }

    private enum State {
        FINAL,
        TENTATIVE
    }

    private static List<LocalDate> days(int year, String text) {
        List<LocalDate> days = new ArrayList<>();
        for (String part : StringUtils.split(text)) {
            LocalDate from = day(StringUtils.substringBefore(part, ".."));
            LocalDate to = part.contains("..") ? day(StringUtils.substringAfter(part, "..")) : from;
            // Before the range is spelled out, so that a slip in a year cannot fill the memory.
            requireNear(year, from);
            requireNear(year, to);
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("range " + part + " ends before it begins");
            }
            for (long i = 0; i <= ChronoUnit.DAYS.between(from, to); i++) {
                days.add(from.plusDays(i));
            }
        }
        return days;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a day; expected one such as 2027-01-01", e);
        }
    }

    private static void requireNear(int year, LocalDate day) {
        if (day.isBefore(LocalDate.of(year - 1, 12, 1)) || day.getYear() > year) {
            throw new IllegalArgumentException("the notice of " + year + " names " + day + "; expected a day from "
                    + (year - 1) + "-12-01 to " + year + "-12-31");
        }
    }
}
