package org.gongkai.validation.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a profile says of sets of records (property {@code set}):
 *
 * <pre>{@code
 * "set": {"leastRecords": 50, "shares": {"record.set.oneValue": 0.99}}
 * }</pre>
 *
 * <p>{@code leastRecords} says how many records with a field a set needs before anything is concluded from it;
 * {@code shares} from which share on a rule reports, more than 0 and at most 1. What is left out keeps its standard value.
 * The standard values are of this library's own choosing; no text prescribes any.
 *
 * @param leastRecords the least number of records, 2 or more
 * @param shares the share for each rule of sets, by its code
 */
public record SetSettings(int leastRecords, Map<String, BigDecimal> shares) {

    private static final Map<String, BigDecimal> STANDARD = Map.of(
            "record.set.oneValue", new BigDecimal("0.95"),
            "record.set.oneDay", BigDecimal.ONE,
            "record.set.commonest", new BigDecimal("0.95"),
            "record.set.titles", new BigDecimal("0.2"),
            "record.set.summaries", new BigDecimal("0.5"),
            "record.set.bodies", new BigDecimal("0.1"));

    /** What a profile file says; anything may be left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contents(
            @Nullable Integer leastRecords, @Nullable Map<String, BigDecimal> shares) {}

    /**
     * Creates settings.
     *
     * @throws IllegalArgumentException when {@code leastRecords} is below 2, or a share is of no rule of sets or not above 0 and
     *     at most 1
     */
    public SetSettings {
        if (leastRecords < 2) {
            throw new IllegalArgumentException("leastRecords: expected 2 or more, got " + leastRecords);
        }
        for (Map.Entry<String, BigDecimal> each : shares.entrySet()) {
            if (!STANDARD.containsKey(each.getKey())) {
                throw new IllegalArgumentException(
                        "shares: expected one of " + new TreeMap<>(STANDARD).keySet() + ", got " + each.getKey());
            }
            BigDecimal share = Objects.requireNonNull(each.getValue(), each.getKey());
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "shares/" + each.getKey() + ": expected more than 0 and at most 1, got " + share);
            }
        }
        TreeMap<String, BigDecimal> all = new TreeMap<>(STANDARD);
        all.putAll(shares);
        shares = Map.copyOf(all);
    }

    /**
     * The settings of a profile that says nothing.
     *
     * @return 20 records at least, and the standard shares
     */
    public static SetSettings standard() {
        return new SetSettings(20, Map.of());
    }

    /**
     * From which share on a rule reports.
     *
     * @param rule the code of a rule of sets
     * @return the share, more than 0 and at most 1
     */
    public BigDecimal share(String rule) {
        return Objects.requireNonNull(shares.get(rule), rule);
    }

    static SetSettings of(@Nullable Contents contents, String where) throws IOException {
        if (contents == null) {
            return standard();
        }
        try {
            return new SetSettings(
                    contents.leastRecords() == null ? standard().leastRecords() : contents.leastRecords(),
                    contents.shares() == null ? Map.of() : contents.shares());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new IOException(where + "set: " + e.getMessage(), e);
        }
    }
}
