package org.gongkai.ingest.table;

import java.util.Locale;

/**
 * The part that a column plays, whatever the kind of record. Words and units of headers tell it, as {@code roles.csv}
 * lists them; a kind says with {@link TableWords#role} which part the columns of its own labels play.
 */
public enum ColumnRole {
    /** What is paid, priced or measured now. */
    AMOUNT,
    /** What has held so far (现行标准): the amount itself, or, beside a newer one, the amount before. */
    AMOUNT_SO_FAR,
    /** What holds from now on (调整后标准). */
    AMOUNT_NEWER,
    /** What held before (原标准). */
    AMOUNT_BEFORE,
    /** 金额: an amount where no other column is one, else money paid out. */
    AMOUNT_OR_SUM,
    /** What another body has set (省定标准): nothing of this table's own where it has an amount beside it. */
    AMOUNT_OF_OTHERS,
    /** By how much the amount changes (增加额). */
    RISE,
    /** A count of heads or households: never an amount. */
    HEADS,
    /** Money paid out in all (累计支出, 资金): never an amount. */
    PAID_OUT,
    /** A share or growth in per cent. */
    PERCENTAGE,
    /** Money, and nothing says for whom or how long; the words of the header tell what it is. */
    MONEY,
    /** A number of times another amount (倍). */
    MULTIPLE,
    /** An area. */
    AREA,
    /** Money an area. */
    PRICE,
    /** A day, month or year. */
    DATE,
    /** The name of what the row is about. */
    NAME,
    /** Where it is, or where it holds. */
    PLACE,
    /** A mark such as √ that says yes. */
    MARK,
    /** The number of the row. */
    SEQUENCE,
    /** The unit of the amounts of the row. */
    UNIT,
    /** Anything else that is read as it stands. */
    TEXT;

    /** The role's name in data files and, for a column that is left out, the reason in the ledger. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its cells hold figures, so that a unit in the header can tell more than the words. */
    boolean measure() {
        return ordinal() <= PRICE.ordinal();
    }

    /** Whether it says which amount a column holds whose header calls it one: the one before, a rise, another's. */
    boolean tellsWhich() {
        return switch (this) {
            case AMOUNT_SO_FAR, AMOUNT_NEWER, AMOUNT_BEFORE, AMOUNT_OF_OTHERS, RISE -> true;
            default -> false;
        };
    }

    /** Whether its cells hold amounts of the table's own, of whatever day. */
    boolean amount() {
        return ordinal() <= AMOUNT_BEFORE.ordinal();
    }
}
