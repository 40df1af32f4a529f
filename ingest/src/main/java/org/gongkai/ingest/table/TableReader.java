package org.gongkai.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of one kind from tables, whatever the tables stood in. Immutable and safe to share between threads.
 *
 * @param <R> the kind of record
 * @param <D> what holds for the records unless a table says otherwise
 */
public interface TableReader<R extends DisclosureRecord, D> {

    /**
     * Reads one table.
     *
     * @param grid the table
     * @param defaults what holds unless the table says otherwise
     * @return the records, the ledger and the problems; {@link TableReading#unrecognized} when the table is of another
     *     kind. A table that was larger than allowed is reported by {@link Grid#problems()}, not here
     */
    TableReading<R> read(Grid grid, D defaults);

    /**
     * Begins to read a long table in parts, so that it takes no more memory than a short one.
     *
     * @param defaults what holds unless the table says otherwise
     * @return takes the parts of one table in their order; where all rows of a table make one record it is taken whole
     */
    default TableParts<R> parts(D defaults) {
        return TableParts.whole(grid -> read(grid, defaults));
    }

    /**
     * This reader with headers of the user's own, which come before those that it knows.
     *
     * @param headers what a column means, by its header
     * @return a new reader
     * @throws IllegalArgumentException when a meaning is not one of {@link #meanings()}; the message is that meaning
     */
    TableReader<R, D> withHeaders(Map<String, String> headers);

    /**
     * Whether a text is a header that says what its column holds.
     *
     * @param header the header
     * @return true when this reader knows it; false for a kind whose tables are forms with labels at fixed places
     */
    default boolean knows(String header) {
        return false;
    }

    /**
     * How well a table fits the kind, by its header, its cells and what stands around it.
     *
     * @param grid the table, or its first rows
     * @param titles what the table may be called: the name of its sheet or file, the title of its page
     * @return how well, or null when it cannot be read as this kind
     */
    @Nullable
    TableFit fit(Grid grid, List<String> titles);

    /**
     * The labels of columns that this reader knows, from which others can be guessed.
     *
     * @return the labels, empty for a kind whose labels are those of a form
     */
    default List<TableLabel> vocabulary() {
        return List.of();
    }

    /**
     * What a column can mean.
     *
     * @return the names; {@code -} for a column that is not wanted
     */
    Set<String> meanings();

    /**
     * What can be given as a default.
     *
     * @return the names, as mapping files write them: those of the record's JSON, parts joined by a dot
     */
    Set<String> defaultNames();

    /**
     * Reads defaults.
     *
     * @param texts the texts by name
     * @return the defaults
     * @throws IllegalArgumentException when a name is not one of {@link #defaultNames()} or its text cannot be read; the
     *     message is the name
     */
    D defaults(Map<String, String> texts);

    /**
     * Whether records of this kind are read from running text as well.
     *
     * @return true when {@link #readText} reads them
     */
    default boolean readsText() {
        return false;
    }

    /**
     * Reads the running text of a notice that holds no such table.
     *
     * @param text the text
     * @param defaults what holds unless the text says otherwise
     * @return the records with the words that they were read from
     * @throws UnsupportedOperationException where running text is not read
     */
    default NoticeReading<R> readText(NoticeText text, D defaults) {
        throw new UnsupportedOperationException("running text of this kind is not read");
    }

    /**
     * Reads the running text around tables that hold such records, for what the tables do not say.
     *
     * @param text the text around the tables
     * @param defaults what holds unless the text says otherwise
     * @return what the text says, and every sentence of the kind that was not read
     * @throws UnsupportedOperationException where running text is not read
     */
    default NoticeReading<R> readBeside(NoticeText text, D defaults) {
        return readText(text, defaults);
    }

    /**
     * Of which record of the tables a record of the text around them tells.
     *
     * @param ofTables the records of the tables, at least one
     * @param ofText what the text gave
     * @return one of {@code ofTables}; {@code ofText} itself where it is a further record; null where it cannot be told, so
     *     that each of its values is told as unread
     */
    default @Nullable R besides(List<R> ofTables, R ofText) {
        List<R> alike = ofTables.stream()
                .filter(each -> each.getClass() == ofText.getClass())
                .toList();
        return alike.size() == 1 ? alike.get(0) : null;
    }

    /**
     * Whether a value of a text says no more than that of a table.
     *
     * @param inTable the value of the table, a component of a record
     * @param inText the value of the text for the same component
     * @return true when they are equal, amounts without regard to zeros at the end, or when one text holds the other
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    default boolean agree(Object inTable, Object inText) {
        if (inTable instanceof String one && inText instanceof String other) {
            return one.contains(other) || other.contains(one);
        }
        boolean ordered = inTable instanceof Comparable && inTable.getClass() == inText.getClass();
        return inTable.equals(inText) || ordered && ((Comparable) inTable).compareTo(inText) == 0;
    }

    /**
     * What the running text says of the records of a table that stands in it, such as from which day they hold.
     *
     * @param text the text around the table
     * @param defaults what holds unless text or table says otherwise
     * @return the defaults completed by the text, and the account of the words; the defaults as they are where the kind takes
     *     nothing from the text
     */
    default Informed<D> informed(NoticeText text, D defaults) {
        return new Informed<>(defaults, List.of(), List.of());
    }

    /**
     * Defaults that a text has completed.
     *
     * @param <D> what holds for the records unless a table says otherwise
     * @param defaults the defaults
     * @param ledger the account of the words, for the first record
     * @param problems what was wrong with the text
     */
    record Informed<D>(D defaults, List<LedgerEntry> ledger, List<SourceProblem> problems) {}

    /**
     * Whether sources of such tables hold what may be kept nowhere, so that one which cannot be read is told of, and no copy of it
     * or of a row of it is made.
     *
     * @return true for registers that name persons
     */
    default boolean confidential() {
        return false;
    }

    /**
     * Reads the tables of one source, each as {@link #read} does, but that what must not be seen in one may be told by another.
     *
     * @param grids the tables
     * @param defaults what holds unless a table says otherwise
     * @return what was read of each, in their order
     */
    default List<TableReading<R>> readEach(List<Grid> grids, D defaults) {
        return grids.stream().map(each -> read(each, defaults)).toList();
    }

    /**
     * Whether what stands under a label is the name of a person or body that is shown nowhere.
     *
     * @param label the label
     * @return true for the applicant of a register
     */
    default boolean asksWho(String label) {
        return false;
    }

    /**
     * Whether all tables of a source make one record, so that they are read together.
     *
     * @return true for a record that several tables hold
     */
    default boolean together() {
        return false;
    }

    /**
     * Whether a table that tells no kind by itself says more of a record that other tables of its source began.
     *
     * @param grid the table, or its first rows
     * @return true for a sheet with the text of a report
     */
    default boolean goesOn(Grid grid) {
        return false;
    }

    /**
     * Whether a page is a record of this kind as a whole, its text and its tables together, and not a document in which such tables stand.
     *
     * @param titles what the page is called
     * @param tables its tables
     * @return true where title and tables leave no doubt
     */
    default boolean whole(List<String> titles, List<Grid> tables) {
        return false;
    }

    /**
     * Reads all tables of a source as one record.
     *
     * @param place the source
     * @param grids its tables
     * @param defaults what holds unless a table says otherwise
     * @return the record, the ledger and the problems
     * @throws UnsupportedOperationException where tables are read one by one
     */
    default TableReading<R> readTogether(Location place, List<Grid> grids, D defaults) {
        throw new UnsupportedOperationException("tables of this kind are read one by one");
    }

    /**
     * Reads every table of a page that is of this kind; other tables are reported and left.
     *
     * @param name the source's name in the ledger
     * @param html the page
     * @param defaults what holds unless a table says otherwise
     * @return the records, the ledger and the problems
     */
    default TableReading<R> readHtml(String name, String html, D defaults) {
        Grid.Tables tables = Grid.ofHtml(name, html);
        TableReading<R> all = new TableReading<R>(List.of(), List.of(), List.of()).and(tables.problems());
        List<TableReading<R>> readings = readEach(tables.grids(), defaults);
        for (int i = 0; i < readings.size(); i++) {
            all = all.and(readings.get(i).and(tables.grids().get(i).problems()));
        }
        return all;
    }

    /**
     * Reads a table in text form.
     *
     * @param name the source's name in the ledger
     * @param csv the text
     * @param defaults what holds unless the table says otherwise
     * @return the records, the ledger and the problems
     * @throws IOException when the text cannot be read
     */
    default TableReading<R> readCsv(String name, Reader csv, D defaults) throws IOException {
        Grid grid = Grid.ofCsv(name, csv);
        return read(grid, defaults).and(grid.problems());
    }

    /**
     * Reads a table that another reader has taken apart.
     *
     * @param place the table's place in the source
     * @param rows the texts of the cells, row by row
     * @param defaults what holds unless the table says otherwise
     * @return the records, the ledger and the problems
     */
    default TableReading<R> readRows(Location place, List<List<String>> rows, D defaults) {
        Grid grid = Grid.ofRows(place, rows);
        return read(grid, defaults).and(grid.problems());
    }
}
