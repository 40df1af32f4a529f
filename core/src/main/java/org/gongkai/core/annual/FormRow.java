package org.gongkai.core.annual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, as a form of the annual report prints it.
 *
 * @param table the table that it stands in
 * @param code the name of the row, such as {@code 三(一)}
 * @param kind what its numbers are
 * @param label its label as it is printed
 * @param name its label in short, as findings name it
 * @param columns its columns, empty for a heading
 * @param law the article that the result rests on, or null
 */
public record FormRow(
        ReportTable table,
        String code,
        Kind kind,
        String label,
        String name,
        List<Column> columns,
        @Nullable String law) {

    /** What the numbers of a row are. */
    public enum Kind {
        /** Numbers of their own. */
        VALUE,
        /** None: a heading over rows. */
        HEADING,
        /** The applications that ended with one result. */
        LEAF,
        /** The sum of the leaves. */
        TOTAL
    }

    /**
     * A column of a row.
     *
     * @param label its heading
     * @param holds what stands in it
     */
    public record Column(String label, Holds holds) {

        /**
         * Creates a column.
         *
         * @throws NullPointerException when a component is null
         */
        public Column {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(holds, "holds");
        }
    }

    /** What stands in a column. */
    public enum Holds {
        /** A number of things: whole, 0 or more. */
        COUNT,
        /** A sum of money: 0 or more, with decimals. */
        AMOUNT,
        /** A difference to the year before: whole, of either sign. */
        CHANGE,
        /** The sum of the columns before it. */
        TOTAL;

        /**
         * Whether a number can stand there.
         *
         * @param number the number, not null
         * @return true when it can
         */
        public boolean takes(BigDecimal number) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            return switch (this) {
                case COUNT, TOTAL -> whole && number.signum() >= 0;
                case AMOUNT -> number.signum() >= 0;
                case CHANGE -> whole;
            };
        }
    }

    /**
     * Creates a row.
     *
     * @throws NullPointerException when a component that is not marked nullable is null
     */
    public FormRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }

    /**
     * Whether its last column is the sum of those before it.
     *
     * @return true for the rows of tables 3 and 4
     */
    public boolean addsUp() {
        return !columns.isEmpty() && columns.get(columns.size() - 1).holds() == Holds.TOTAL;
    }
}
