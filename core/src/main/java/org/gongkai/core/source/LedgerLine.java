package org.gongkai.core.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger (字段台账) of a package: the account of all fields of one page, row or line.
 *
 * @param location the place that the fields have in common, without column and label
 * @param same the labels of fields that the component of the same name took as they stand; their values are those of the record
 * @param fields all other fields, in the order of the source
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"location", "same", "fields"})
public record LedgerLine(Location location, List<String> same, List<Field> fields) implements Leaving<LedgerLine> {

    /** Why a field has no fate, as ledgers say it. */
    private static final String UNKNOWN_LABEL = "unknown-label";

    /**
     * What became of one field.
     *
     * @param column the column, counted from 1, or null
     * @param label the label under which the value stood, or null
     * @param fate what became of it
     * @param value as {@link LedgerEntry#value()}
     * @param target as {@link LedgerEntry#target()}
     * @param result as {@link LedgerEntry#result()}
     * @param reasons as {@link LedgerEntry#reasons()}
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"column", "label", "fate", "value", "target", "result", "reasons"})
    public record Field(
            @Nullable Integer column,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String label,

            FieldFate fate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String value,

            @Nullable String target,
            @Nullable String result,
            List<String> reasons)
            implements Leaving<Field> {

        /**
         * Creates the account of a field.
         *
         * @throws NullPointerException when {@code fate} is null
         */
        public Field {
            Objects.requireNonNull(fate, "fate");
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }

        @Override
        public Field withoutNumbers() {
            return new Field(
                    column, Leaving.text(label), fate, told(value), Leaving.text(target), told(result), reasons);
        }

        /** Of a label that nobody knows no one can say what stands below it. */
        private @Nullable String told(@Nullable String text) {
            String known =
                    label == null || reasons.contains(UNKNOWN_LABEL) && PersonalData.rounded(String.valueOf(text))
                            ? ""
                            : label;
            return text == null ? null : PersonalData.told(known, text);
        }
    }

    /**
     * Creates a line.
     *
     * @throws NullPointerException when {@code location} is null
     */
    public LedgerLine {
        Objects.requireNonNull(location, "location");
        same = same == null ? List.of() : List.copyOf(same);
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    @Override
    public LedgerLine withoutNumbers() {
        return new LedgerLine(
                location.withoutNumbers(),
                same.stream().map(PersonalData::maskedNumbers).toList(),
                fields.stream().map(Field::withoutNumbers).toList());
    }

    /**
     * The lines of an account.
     *
     * @param ledger one entry for each field
     * @return a line for each run of entries of one page, row or line
     */
    public static List<LedgerLine> of(List<LedgerEntry> ledger) {
        if (ledger instanceof VerbatimLedger verbatim) {
            return List.of(new LedgerLine(verbatim.place(), verbatim.names(), List.of()));
        }
        List<LedgerLine> lines = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        Location place = null;
        for (LedgerEntry each : ledger) {
            if (place != null && !place.equals(place(each))) {
                lines.add(new LedgerLine(place, List.of(), fields));
                fields = new ArrayList<>();
            }
            place = place(each);
            fields.add(new Field(
                    each.location().column(),
                    each.location().label(),
                    each.fate(),
                    each.value(),
                    each.target(),
                    each.result(),
                    each.reasons()));
        }
        if (place != null) {
            lines.add(new LedgerLine(place, List.of(), fields));
        }
        return lines;
    }

    private static Location place(LedgerEntry entry) {
        Location at = entry.location();
        return new Location(at.source(), at.sheet(), at.row(), null, null);
    }

    /**
     * How many fields the line is the account of.
     *
     * @return the count
     */
    public int count() {
        return same.size() + fields.size();
    }
}
