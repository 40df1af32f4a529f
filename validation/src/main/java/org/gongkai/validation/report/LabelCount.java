package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * What became of the fields that stood under one label of the sources. Immutable.
 *
 * @param label the label as it stands in the sources, cut with {@code …} behind it when it is longer than
 *     100 characters; or null for the fields without a label, such as a constant of the mapping, and for
 *     those of records that the report must not name
 * @param others whether this is not one label but all those for which the report had no place
 * @param first where the label was first seen in the run, or null where {@code label} is null
 * @param fates the number of fields of each fate, all named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"label", "others", "first", "fates"})
public record LabelCount(
        @Nullable String label, boolean others, @Nullable Location first, Map<FieldFate, Long> fates)
        implements Leaving<LabelCount> {

    /** The longest label, in characters, that stands whole. */
    public static final int LONGEST = 100;

    /**
     * Creates a count.
     *
     * @param fates see {@link #fates()}; a fate that is not named counts none
     * @throws NullPointerException when {@code fates} is null
     */
    public LabelCount {
        Map<FieldFate, Long> all = new EnumMap<>(FieldFate.class);
        for (FieldFate each : FieldFate.values()) {
            all.put(each, fates.getOrDefault(each, 0L));
        }
        fates = Collections.unmodifiableMap(all);
    }

    /**
     * The number of fields of one fate.
     *
     * @param fate the fate
     * @return the number
     */
    public long count(FieldFate fate) {
        return fates.getOrDefault(fate, 0L);
    }

    /**
     * The number of fields under the label.
     *
     * @return all fates together
     */
    public long fields() {
        return fates.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public LabelCount withoutNumbers() {
        return new LabelCount(Leaving.text(label), others, first == null ? null : first.withoutNumbers(), fates);
    }

    /** A label as reports hold it: an empty one is none; one that goes on and on is cut where that is seen, and not in the middle of a number. */
    static @Nullable String shown(@Nullable String whole) {
        if (whole != null && whole.isBlank()) {
            return null;
        }
        String label = whole == null || whole.length() <= LONGEST ? whole : Leaving.text(whole);
        if (label == null || label.length() <= LONGEST) {
            return label;
        }
        // No half of a character is left at the end.
        int end = Character.isHighSurrogate(label.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return label.substring(0, end) + '…';
    }
}
