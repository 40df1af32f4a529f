package org.gongkai.ingest.land;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of land requisition that notices hold: parcels by village and class of land, lists of projects,
 * yearly plans. Which of the three a table is follows from its labels. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * LandReading reading = LandTableReader.standard().readHtml("notice.html", html, LandDefaults.collectiveLand());
 * reading.records();   // a project with its parcels
 * }</pre>
 *
 * <p>Units stand in the cell, the header or a caption row, in that order of precedence. Nothing is guessed: an area
 * without a unit is left unread, and the ledger says so. A column of names or identity numbers is left out.
 */
public final class LandTableReader {

    private final Labels labels;

    private LandTableReader(Labels labels) {
        this.labels = labels;
    }

    /**
     * A reader that knows the labels seen in notices.
     *
     * @return the reader
     */
    public static LandTableReader standard() {
        try (InputStream data =
                        Objects.requireNonNull(LandTableReader.class.getResourceAsStream("labels.csv"), "labels.csv");
                Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            return of(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A reader with the user's own labels.
     *
     * @param labels CSV with the columns {@code how} ({@code is} or {@code has}), {@code label} and {@code meaning}; the
     *     first label that fits a header counts. Meanings are number, code, name, location, collective, bounds,
     *     bounds.east, bounds.south, bounds.west, bounds.north, area, plannedArea, use, ground, quarter, implementer,
     *     state, approvingAuthority, approvalNumber, approvedOn, approvalReceivedOn, and {@code -} to ignore the column.
     *     A header that is the name of a class of land needs no entry
     * @return the reader
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static LandTableReader of(Reader labels) throws IOException {
        return new LandTableReader(Labels.read(labels));
    }

    /**
     * Reads every table of a page that is about land requisition; other tables are reported and left.
     *
     * @param name the source's name in the ledger
     * @param html the page
     * @param defaults what holds unless a table says otherwise
     * @return the records, the ledger and the problems
     */
    public LandReading readHtml(String name, String html, LandDefaults defaults) {
        Grid.Tables tables = Grid.ofHtml(name, html);
        return read(tables.grids(), defaults, tables.tooMany(name));
    }

    /**
     * Reads a table in comma-separated values.
     *
     * @param name the source's name in the ledger
     * @param csv the text
     * @param defaults what holds unless the table says otherwise
     * @return the records, the ledger and the problems
     * @throws IOException when the text cannot be read
     */
    public LandReading readCsv(String name, Reader csv, LandDefaults defaults) throws IOException {
        return read(List.of(Grid.ofCsv(name, csv)), defaults, null);
    }

    /**
     * Reads a table that another reader has taken apart, such as a sheet.
     *
     * @param place the table's place in the source
     * @param rows the texts of the cells, row by row
     * @param defaults what holds unless the table says otherwise
     * @return the records, the ledger and the problems
     */
    public LandReading readRows(Location place, List<List<String>> rows, LandDefaults defaults) {
        return read(List.of(Grid.ofRows(place, rows)), defaults, null);
    }

    private LandReading read(List<Grid> grids, LandDefaults defaults, @Nullable SourceProblem tooMany) {
        List<LandReading.Line> lines = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<SourceProblem> problems = new ArrayList<>();
        if (tooMany != null) {
            problems.add(tooMany);
        }
        for (Grid grid : grids) {
            LandTable table = LandTable.of(grid, labels, defaults);
            if (table == null) {
                problems.add(new SourceProblem("source.table.notLand", grid.place(), null, null));
            } else {
                table.read();
                lines.addAll(table.lines());
                ledger.addAll(table.ledger());
                problems.addAll(table.problems());
            }
            SourceProblem tooLarge = grid.tooLarge();
            if (tooLarge != null) {
                problems.add(tooLarge);
            }
        }
        return new LandReading(lines, ledger, problems);
    }
}
