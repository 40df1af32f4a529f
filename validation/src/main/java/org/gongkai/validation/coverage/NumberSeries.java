package org.gongkai.validation.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.gongkai.validation.report.RunSummary;
import org.jspecify.annotations.Nullable;

/**
 * The serial numbers (发文顺序号) of one agency code (机关代字) in one year: those seen and those not.
 *
 * <p>Every serial from {@code first} to {@code last} is either seen or in one of the gaps, so that
 * {@code last - first + 1} is {@code seen} and the lengths of the gaps together. What was issued after {@code last}
 * no series can tell.
 *
 * @param agencyCode the agency code, such as 临湾政办字, or the agency of a numbered order
 * @param year the year in the numbers, or null for orders that are counted through the years
 * @param name the number without its serial, for people: 临湾政办字〔2023〕
 * @param first the serial at which the series begins: 1, or the lowest seen where there is no year
 * @param last the highest serial that belongs to the series, outliers aside
 * @param seen how many serials of the series some record bears
 * @param repeated how many of those are borne by documents of different titles
 * @param gaps the serials not seen, in runs of one reason, lowest first
 * @param outliers serials seen far above the others, which count for nothing until somebody has looked at them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "agencyCode",
    "year",
    "name",
    "first",
    "last",
    "seen",
    "explained",
    "missing",
    "sparse",
    "repeated",
    "gaps",
    "outliers"
})
public record NumberSeries(
        String agencyCode,
        @Nullable Integer year,
        String name,
        int first,
        int last,
        int seen,
        int repeated,
        List<Gap> gaps,
        List<Integer> outliers) {

    /**
     * Creates a series.
     *
     * @throws NullPointerException when {@code agencyCode}, {@code name} or a list is null
     * @throws IllegalArgumentException when seen and gaps do not add up to the series
     */
    public NumberSeries {
        Objects.requireNonNull(agencyCode, "agencyCode");
        Objects.requireNonNull(name, "name");
        gaps = List.copyOf(gaps);
        outliers = List.copyOf(outliers);
        long missing = gaps.stream().mapToLong(Gap::length).sum();
        if (last - (long) first + 1 != seen + missing) {
            throw new IllegalArgumentException(
                    name + ": " + seen + " seen and " + missing + " in gaps are not " + first + " to " + last);
        }
    }

    /**
     * How many serials are missing and explained.
     *
     * @return the number
     */
    @JsonProperty
    public long explained() {
        return gaps.stream()
                .filter(each -> each.reason() != null)
                .mapToLong(Gap::length)
                .sum();
    }

    /**
     * How many serials are missing and not explained.
     *
     * @return the number
     */
    @JsonProperty
    public long missing() {
        return gaps.stream()
                .filter(each -> each.reason() == null)
                .mapToLong(Gap::length)
                .sum();
    }

    /**
     * Whether more than half of the series is missing without a reason, so that a list of what is missing says little.
     *
     * @return true when it is
     */
    @JsonProperty
    public boolean sparse() {
        return missing() * 2 > last - (long) first + 1;
    }

    /**
     * The share covered: the serials seen among those that should be there, the explained left out.
     *
     * @return the share
     */
    public RunSummary.Share share() {
        return new RunSummary.Share(seen, seen + missing());
    }

    /**
     * A run of serials that no record bears.
     *
     * @param from the first
     * @param to the last, not below {@code from}
     * @param reason why they are lawfully missing, or null when nobody has said so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(int from, int to, @Nullable GapReason reason) {

        /**
         * Creates a run.
         *
         * @throws IllegalArgumentException when {@code to} lies below {@code from}
         */
        public Gap {
            if (to < from) {
                throw new IllegalArgumentException("a gap from " + from + " to " + to);
            }
        }

        /**
         * How many serials it holds.
         *
         * @return the number, at least 1
         */
        public long length() {
            return to - (long) from + 1;
        }
    }
}
