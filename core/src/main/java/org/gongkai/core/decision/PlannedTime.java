package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a matter is planned to be decided (拟决策时间, 完成时限): the words of the catalogue, and the period that they mean
 * where that is plain.
 *
 * <pre>{@code
 * PlannedTime.read("6月底前", 2024).until();              // 2024-06-30
 * PlannedTime.read("“十四五”期间", 2024).from();           // 2021-01-01
 * PlannedTime.read("适时", 2024).until();                 // null: the words say no time
 * }</pre>
 *
 * @param text the words as they stand
 * @param from the first day, or null when the words name an end only, or no time
 * @param until the last day, or null when the words name no time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"text", "from", "until"})
public record PlannedTime(
        String text,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate from,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate until) {

    /**
     * Creates a time.
     *
     * @param text see {@link #text()}; null becomes empty
     */
    public PlannedTime {
        text = Objects.requireNonNullElse(text, "");
    }

    /**
     * Reads the words of a catalogue: 2021年10月, 第三季度, 6月底前, 年底前, 上半年, 3月至6月, “十四五”期间 and the like.
     *
     * @param text the words, not null
     * @param year the year of the catalogue, for words that name none; null leaves such words unread
     * @return the time; without a period when the words name none or can be read in two ways
     */
    public static PlannedTime read(String text, @Nullable Integer year) {
        return PlannedTimeReader.read(text, year != null && year >= 1900 && year <= 2200 ? year : null);
    }

    /**
     * Tells whether the words were understood.
     *
     * @return true when there is a last day
     */
    @JsonIgnore
    public boolean known() {
        return until != null;
    }

    @Override
    public String toString() {
        return text;
    }
}
