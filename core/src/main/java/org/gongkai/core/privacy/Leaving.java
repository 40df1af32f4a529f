package org.gongkai.core.privacy;

import org.jspecify.annotations.Nullable;

/**
 * What leaves a run beside the records: a finding, a line of the ledger, a report. It goes through more hands than the
 * records do, so whoever writes it asks for its form {@linkplain #withoutNumbers() without numbers} first, and no writer takes another.
 *
 * <p>Only what tells of records and sources is masked here. What a record itself may hold is the business of
 * {@link PersonalDataScan}.
 *
 * @param <T> the type itself
 */
public interface Leaving<T extends Leaving<T>> {

    /**
     * This without the numbers of persons, in every text that it holds: values, keys, titles, names of files, labels.
     *
     * @return this without numbers, the same object where there is nothing to mask; to mask it again changes nothing
     */
    T withoutNumbers();

    /**
     * A text as it may leave.
     *
     * @param text the text, or null
     * @return the text without the numbers of persons, nor the beginning of one where the text was cut, nor the names in the cells
     *     of a row that holds such a number; null for null
     */
    static @Nullable String text(@Nullable String text) {
        return text == null ? null : PersonalData.maskedCells(text);
    }
}
