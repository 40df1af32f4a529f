package org.gongkai.validation.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.validation.report.RunSummary;

/**
 * Records and inventory held against each other, in figures. They always add up: {@code entries = found + missing +}
 * all {@code explained}, and {@code records = found + again + extra}.
 *
 * @param name the inventory's name, such as that of its file
 * @param rows the rows of the inventory: its entries, those repeated and those that name no document
 * @param repeated the rows that say again what an earlier one said
 * @param unusable the rows that name no document
 * @param found the entries of which a record was found
 * @param missing the entries of which none was found and nobody said why
 * @param explained the entries of which none was found, by the reason that the inventory or a file of explanations
 *     gives; all reasons named
 * @param differing the entries found whose record has another title, date or number than the inventory says
 * @param ways the entries found by each way of matching; all ways named
 * @param records the documents that were held against the inventory
 * @param again the documents whose entry was found already by an earlier one
 * @param extra the documents that the inventory does not name
 */
@JsonPropertyOrder({
    "name",
    "rows",
    "repeated",
    "unusable",
    "entries",
    "found",
    "missing",
    "explained",
    "differing",
    "ways",
    "records",
    "again",
    "extra"
})
public record InventoryCount(
        String name,
        long rows,
        long repeated,
        long unusable,
        long found,
        long missing,
        Map<GapReason, Long> explained,
        long differing,
        Map<MatchWay, Long> ways,
        long records,
        long again,
        long extra) {

    /**
     * Creates a count.
     *
     * @throws NullPointerException when a component is null
     * @throws IllegalArgumentException when the figures do not add up
     */
    public InventoryCount {
        Objects.requireNonNull(name, "name");
        explained = complete(GapReason.class, explained);
        ways = complete(MatchWay.class, ways);
        if (rows - repeated - unusable != found + missing + sum(explained)
                || found != sum(ways)
                || records != found + again + extra
                || differing > found) {
            throw new IllegalArgumentException("the figures of " + name + " do not add up");
        }
    }

    /**
     * The entries of the inventory, each counted once.
     *
     * @return the number
     */
    @JsonProperty
    public long entries() {
        return rows - repeated - unusable;
    }

    /**
     * The share of the coverage (全量覆盖): the entries found among those found and those missing without a reason.
     *
     * @return the share
     */
    public RunSummary.Share share() {
        return new RunSummary.Share(found, found + missing);
    }

    /**
     * The entries that are missing for a stated reason.
     *
     * @return the number, over all reasons
     */
    public long explainedInAll() {
        return sum(explained);
    }

    // Every constant named, in the order of the enum: the same figures give the same bytes.
    private static <E extends Enum<E>> Map<E, Long> complete(Class<E> type, Map<E, Long> counts) {
        Map<E, Long> all = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            all.put(each, counts.getOrDefault(each, 0L));
        }
        return Collections.unmodifiableMap(all);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
