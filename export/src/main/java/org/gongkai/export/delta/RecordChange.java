package org.gongkai.export.delta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code changes.ndjson}: what became of one record since the package before. The records that were added or
 * changed stand in {@code data/records.ndjson} in the same order.
 *
 * @param change what became of it
 * @param kind the record's kind, such as {@code document}
 * @param key the record's {@linkplain org.gongkai.core.DisclosureRecord#key() key}, in the file without the numbers of
 *     persons; of records with one key then, {@code occurrence} tells which it is
 * @param occurrence which of the records with this kind and key it is, counted from 0 in the order of the package; more
 *     than one is rare, and a fault of the source
 * @param was the SHA-256 of the line before, or null when it was added
 * @param sha256 the SHA-256 of the line now, without its line feed, or null when it was withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"change", "kind", "key", "occurrence", "was", "sha256"})
public record RecordChange(
        Kind change,
        String kind,
        String key,
        int occurrence,
        @Nullable String was,
        @Nullable String sha256) implements Leaving<RecordChange> {

    /**
     * Creates a change.
     *
     * @throws NullPointerException when {@code change}, {@code kind} or {@code key} is null
     */
    public RecordChange {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public RecordChange withoutNumbers() {
        return new RecordChange(change, kind, PersonalData.maskedNumbers(key), occurrence, was, sha256);
    }

    /** What became of a record. */
    public enum Kind {
        /** It was not in the package before. */
        ADDED,
        /** Its content is another. */
        CHANGED,
        /** It is in the package no more. */
        WITHDRAWN;

        /**
         * The name in JSON.
         *
         * @return the lower-case name
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
