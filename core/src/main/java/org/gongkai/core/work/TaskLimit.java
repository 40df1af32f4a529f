package org.gongkai.core.work;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.Code;
import org.gongkai.core.decision.PlannedTime;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * By when a task is to be done (时限要求): a day, a month, 年底前, or all year (持续推进). Any text is kept.
 *
 * <pre>{@code
 * TaskLimit.parse("年底前").lastDay(2023);     // 2023-12-31
 * TaskLimit.parse("持续推进").lastDay(2023);   // 2023-12-31: open until the year ends
 * TaskLimit.parse("尽快").lastDay(2023);       // null
 * }</pre>
 *
 * <p>In JSON it is its text.
 *
 * @param text the text as it was given
 */
public record TaskLimit(@JsonValue String text) implements Code {

    /** Words for what goes on all year. */
    private static final Set<String> ONGOING =
            Set.of("持续推进", "长期推进", "长期坚持", "持续", "长期", "常态化", "常态化推进", "贯穿全年", "全年推进", "持续开展", "持续落实");

    /** A year for asking whether words that name none can be read. */
    private static final int ANY_YEAR = 2023;

    /**
     * Creates a limit from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public TaskLimit {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the limit
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskLimit parse(String text) {
        return new TaskLimit(text);
    }

    /**
     * Whether it goes on all year (持续推进).
     *
     * @return true when the words say so
     */
    public boolean ongoing() {
        return ONGOING.contains(LegacyText.withoutBlanks(text));
    }

    /**
     * The last day on which the task is in time.
     *
     * @param year the year of the list, or null when it is not known
     * @return the day; null when the words name none, or lack a year
     */
    public @Nullable LocalDate lastDay(@Nullable Integer year) {
        if (ongoing()) {
            return year == null ? null : LocalDate.of(year, 12, 31);
        }
        return PlannedTime.read(text, year).until();
    }

    /** True when the words name a time. */
    @Override
    public boolean wellFormed() {
        return ongoing() || lastDay(ANY_YEAR) != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
