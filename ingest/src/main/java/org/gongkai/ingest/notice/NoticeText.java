package org.gongkai.ingest.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The running text of a notice, line by line, whatever it stood in: the body of a page, a text file, the text of an office
 * file.
 *
 * @param place the source; for a part of it, such as the body of a page, with the name of that part as its sheet
 * @param title the title, or null when the source has none beside its lines
 * @param publishedOn the day on which it was made public, where the source says so beside its lines, such as in the head of a
 *     page; otherwise null
 * @param lines the lines that are not blank, in their order
 */
public record NoticeText(
        Location place, @Nullable String title, @Nullable LocalDate publishedOn, List<Line> lines) {

    /** A longer line, in characters, is cut: no paragraph of a notice is as long. */
    private static final int LONGEST_LINE = 20_000;

    /** More lines are not looked at. */
    private static final int MOST_LINES = 20_000;

    /**
     * A line.
     *
     * @param text its text
     * @param number its number in the source, counted from 1
     */
    public record Line(String text, int number) {

        /**
         * Creates a line.
         *
         * @throws NullPointerException when {@code text} is null
         */
        public Line {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Creates a text.
     *
     * @throws NullPointerException when {@code place} is null
     */
    public NoticeText {
        Objects.requireNonNull(place, "place");
        lines = List.copyOf(lines);
    }

    /**
     * A text of which nothing is known but its lines.
     *
     * @param place where it stands
     * @param text the text; its lines are counted from 1
     * @return the text
     */
    public static NoticeText of(Location place, String text) {
        return of(place, null, null, text);
    }

    /**
     * A text with what its source says beside it.
     *
     * @param place where it stands
     * @param title its title, or null
     * @param publishedOn the day on which it was made public, or null
     * @param text the text; its lines are counted from 1. Lines of a table, whose cells are parted by tabs, are left out, since
     *     the reader of tables accounts for them
     * @return the text
     */
    public static NoticeText of(Location place, @Nullable String title, @Nullable LocalDate publishedOn, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int from = 0; from < text.length() && number < MOST_LINES; ) {
            int end = text.indexOf('\n', from);
            String line = text.substring(from, end < 0 ? text.length() : end);
            number++;
            if (!LegacyText.blank(line) && line.indexOf('\t') < 0) {
                lines.add(new Line(line.substring(0, Math.min(line.length(), LONGEST_LINE)), number));
            }
            from = end < 0 ? text.length() : end + 1;
        }
        return new NoticeText(place, title, publishedOn, lines);
    }

    /**
     * The text without lines that another reader accounts for.
     *
     * @param known those lines, without blanks
     * @return the other lines
     */
    public NoticeText without(Set<String> known) {
        return new NoticeText(
                place,
                title,
                publishedOn,
                lines.stream()
                        .filter(each -> !known.contains(LegacyText.withoutBlanks(each.text())))
                        .toList());
    }

    /**
     * Whether the text is longer than what is looked at.
     *
     * @return the limit that was reached, or null
     */
    public @Nullable String cut() {
        if (!lines.isEmpty() && lines.get(lines.size() - 1).number() >= MOST_LINES) {
            return "≤ " + MOST_LINES;
        }
        return lines.stream().anyMatch(each -> each.text().length() >= LONGEST_LINE) ? "≤ " + LONGEST_LINE : null;
    }
}
