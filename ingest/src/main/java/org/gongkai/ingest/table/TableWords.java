package org.gongkai.ingest.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of record says of its tables: the seam by which it plugs into the engine. The engine finds the header,
 * joins its rows, decides what each column holds, classes the rows and carries merged cells down; a kind knows its
 * labels, its words and its values. Immutable.
 *
 * @param <M> what a column can hold
 */
public interface TableWords<M> {

    /**
     * The labels of columns.
     *
     * @return the labels
     */
    TableLabels<M> labels();

    /**
     * What a column means by its headers alone.
     *
     * @param headers the headers from the top down
     * @return the meaning that a label gives, or null
     */
    default @Nullable M labelled(List<String> headers) {
        return labels().meaning(headers);
    }

    /**
     * The part that a column of a meaning plays.
     *
     * @param meaning the meaning
     * @return the role
     */
    ColumnRole role(M meaning);

    /**
     * What a column of a role means whose header no label fits, or whose unit says another role than its label.
     *
     * @param role the role that words and unit of the header tell
     * @return the meaning, or null when records of this kind have no place for such a column, which is then left out
     *     with the role as the reason
     */
    @Nullable
    M meaning(ColumnRole role);

    /**
     * Whether a text is a year that may stand above a column, such as 2023 or 2023年.
     *
     * @param text the text
     * @return whether it is; false where a kind has no columns of years
     */
    default boolean year(String text) {
        return false;
    }

    /**
     * Whether a text names something that such tables list, and so may stand in a header as well as in a cell: 低保, 耕地.
     *
     * @param text the text of a cell
     * @return true when it does
     */
    boolean names(String text);

    /**
     * Whether a label stands for figures that are none of this kind, such as a count of heads or money paid. The row or
     * column beside it holds no amounts, whatever else the table has.
     *
     * @param label the label
     * @return whether it does; a kind whose names may end in such words says no
     */
    default boolean counts(String label) {
        return false;
    }

    /**
     * Whether a cell holds a value that no header holds, such as an amount; a row with such a cell is never a header.
     *
     * @param text the text of a cell
     * @return true when it does
     */
    boolean value(String text);

    /**
     * Whether a row is a header by how many of its cells are known as labels or names.
     *
     * @param known how many are
     * @param filled how many cells have anything in them
     * @return true for two or more, unless a kind says otherwise
     */
    default boolean header(int known, int filled) {
        return known > 1;
    }

    /**
     * Whether a row is a header though a value stands in it, such as the day on which a column was true.
     *
     * @param run how many known labels stand behind one another
     * @param filled how many cells have anything in them
     * @return false unless a kind says otherwise
     */
    default boolean headerBesideValues(int run, int filled) {
        return false;
    }

    /**
     * Whether blank cells of such a column go on from the row above where they stand left of the first filled one, as in
     * a file whose merged cells were written once.
     *
     * @param meaning the meaning
     * @return true for what tells the rows apart
     */
    boolean key(M meaning);

    /**
     * Whether a row that has another text there than the row above is about something else, so that nothing right of it goes on from
     * above: the name of a project.
     *
     * @param meaning the meaning
     * @return false unless a kind says otherwise
     */
    default boolean apart(M meaning) {
        return false;
    }

    /**
     * Whether all rows of a table may share one value of such a column, such as the day of effect or the unit: in a file of
     * plain text a first cell with nothing but blanks below it then holds for all of them.
     *
     * @param meaning the meaning
     * @return false unless a kind says otherwise
     */
    default boolean shared(M meaning) {
        return false;
    }

    /**
     * What a column holds when its cells are looked at as well.
     *
     * @param column the column by its header alone
     * @param cells the first filled cells below it
     * @return the meaning, or null when nobody knows; that of the header where the cells change nothing
     */
    default @Nullable M seen(TableColumn<M> column, List<String> cells) {
        return column.meaning();
    }

    /**
     * Whether the headers of a column tell that the table is one of this kind, since no other table has them.
     *
     * @param headers the headers from the top down
     * @return true when a label says so, unless a kind has more ways to tell
     */
    default boolean tells(List<String> headers) {
        return labels().tells(headers);
    }

    /**
     * Whether a title, a caption or the name of a sheet speaks of what such tables hold.
     *
     * @param title the text
     * @return true when it does
     */
    default boolean titled(String title) {
        return labels().titled(title);
    }

    /**
     * Whether a table with such columns is one of this kind.
     *
     * @param meanings what its columns hold
     * @return true when it is
     */
    boolean complete(Set<M> meanings);
}
