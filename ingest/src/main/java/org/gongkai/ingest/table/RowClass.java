package org.gongkai.ingest.table;

/** What a row below the header is. */
public enum RowClass {
    /** It tells of one thing, or of one part of it. */
    RECORD,
    /** Nothing stands in it. */
    BLANK,
    /** The header once more, as printed lists have it on every page. */
    HEADER_AGAIN,
    /** A heading over the rows that follow. */
    SECTION,
    /** The unit of the figures. */
    UNIT,
    /** A price for the rows above. */
    PRICE,
    /** The sum of some rows. */
    SUBTOTAL,
    /** The sum of all rows. */
    TOTAL,
    /** An average of rows (全市平均). */
    AVERAGE,
    /** A remark below the table, a signature, a date of filling in. */
    NOTE,
    /** What to write in the cells: 必填, 格式：2023-01-01. */
    HINT;

    /**
     * Whether it says something of other rows, whatever figures stand in it.
     *
     * @return true for sums and averages
     */
    public boolean ofOthers() {
        return this == TOTAL || this == SUBTOTAL || this == AVERAGE;
    }

    /**
     * Why such a row is no record, as the ledger says it.
     *
     * @return the reason
     */
    public String reason() {
        return switch (this) {
            case RECORD -> "record";
            case BLANK -> "blank-row";
            case HEADER_AGAIN -> "repeated-header";
            case SECTION -> "section-row";
            case UNIT -> "unit-row";
            case PRICE -> "price-row";
            case SUBTOTAL -> "subtotal-row";
            case TOTAL -> "total-row";
            case AVERAGE -> "average-row";
            case NOTE -> "note-row";
            case HINT -> "hint-row";
        };
    }
}
