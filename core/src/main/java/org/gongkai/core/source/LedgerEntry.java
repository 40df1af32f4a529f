package org.gongkai.core.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The account of one field of the source: where it stood, what it said, and what became of it.
 *
 * @param location where the field stood, label included
 * @param fate what became of it
 * @param value the value as it stood in the source, empty for an empty cell; null for a defaulted field, which the
 *     source does not have
 * @param target JSON Pointer of the component that took the value, or of the one that an unreadable value was meant for;
 *     null when there is none
 * @param result the value that the component took, as text, when it differs from {@code value}; otherwise null
 * @param reasons why: codes of repairs, or the declared reason for ignoring; empty when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"location", "fate", "value", "target", "result", "reasons"})
public record LedgerEntry(
        Location location,
        FieldFate fate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String value,
        @Nullable String target,
        @Nullable String result,
        List<String> reasons) {

    /**
     * Creates an entry.
     *
     * @throws NullPointerException when {@code location} or {@code fate} is null
     */
    public LedgerEntry {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(fate, "fate");
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }
}
