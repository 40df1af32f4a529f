package org.gongkai.ingest.notice;

import java.util.List;
import java.util.Objects;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.jspecify.annotations.Nullable;

/**
 * What was read from the running text of one source.
 *
 * @param <R> the kind of record
 * @param records the records, in the order of the text
 * @param ledger the account of words that belong to no one record: what is known to be none of the values asked for, and the
 *     sentences that were not read
 * @param problems what was wrong
 * @param why why a text that speaks of the kind gave no record: the words of the kind that were found, and by its rule what was
 *     missing beside them; null where it gave one, or does not speak of the kind
 */
public record NoticeReading<R extends DisclosureRecord>(
        List<Read<R>> records,
        List<LedgerEntry> ledger,
        List<SourceProblem> problems,
        @Nullable SourceProblem why) {

    /**
     * A record and the words that it was read from.
     *
     * @param <R> the kind of record
     * @param record the record
     * @param origin where it begins
     * @param words the sentence
     * @param ledger an entry for each value, with its words and their place; then one for each component that came from the
     *     defaults
     */
    public record Read<R extends DisclosureRecord>(R record, Location origin, String words, List<LedgerEntry> ledger) {

        /**
         * Creates a record that was read.
         *
         * @throws NullPointerException when a component is null
         */
        public Read {
            Objects.requireNonNull(record, "record");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(words, "words");
            ledger = List.copyOf(ledger);
        }
    }

    /**
     * Creates a reading of a text that gave records, or does not speak of the kind.
     *
     * @param records the records
     * @param ledger what became of the words
     * @param problems what is told besides
     */
    public NoticeReading(List<Read<R>> records, List<LedgerEntry> ledger, List<SourceProblem> problems) {
        this(records, ledger, problems, null);
    }

    /** Creates a reading. */
    public NoticeReading {
        records = List.copyOf(records);
        ledger = List.copyOf(ledger);
        problems = List.copyOf(problems);
    }

    /**
     * The reading of a text that gave nothing.
     *
     * @param <R> the kind of record
     * @param problems why
     * @return no record
     */
    public static <R extends DisclosureRecord> NoticeReading<R> nothing(List<SourceProblem> problems) {
        return new NoticeReading<>(List.of(), List.of(), problems);
    }
}
