package org.gongkai.ingest.assistance;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of standards that districts publish: a row a category with several columns of amounts, columns for
 * 城市 and 农村, grades in the header with amounts such as 565、444、292, merged cells, a line of the unit above. Immutable
 * and safe to share between threads.
 *
 * <pre>{@code
 * AssistanceStandard notice = AssistanceStandardBuilder.builder()
 *         .place("青岛市崂山区")
 *         .effectiveFrom(PartialDate.parse("2022-01"))
 *         .build();
 * AssistanceReading reading = AssistanceTableReader.standard().readHtml("notice.html", html, notice);
 * }</pre>
 *
 * <p>What a table does not say, such as place and day of effect, comes from the defaults. Nothing is guessed: an amount
 * without a unit gets none, and several amounts in one cell are read only where the words tell which is for whom. A
 * notice's running text is not read.
 */
public final class AssistanceTableReader {

    private final Labels labels;
    private final Terms terms;

    private AssistanceTableReader(Labels labels, Terms terms) {
        this.labels = labels;
        this.terms = terms;
    }

    /**
     * A reader that knows the headers and words seen in notices of Shandong.
     *
     * @return the reader
     */
    public static AssistanceTableReader standard() {
        try (Reader labels = resource("labels.csv");
                Reader terms = resource("terms.csv")) {
            return of(labels, terms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A reader with the user's own headers and words.
     *
     * @param labels CSV with the columns {@code how} ({@code is} or {@code has}), {@code label} and {@code meaning}; the
     *     first label that fits a header counts. Meanings are item, residence, grade, place, scope, amount, previous,
     *     growth, change, follows, unit, effectiveFrom, effectiveTo, issuedOn, publishedOn, basis.title,
     *     basis.documentNumber, setBy, publisher, note, evidence, source, and {@code -} to ignore the column
     * @param terms CSV with the columns {@code kind} (item, residence or grade), {@code words} joined by {@code +}, all
     *     of which must occur, and {@code value}
     * @return the reader
     * @throws IOException when a text cannot be read or a line is wrong; the message names the line
     */
    public static AssistanceTableReader of(Reader labels, Reader terms) throws IOException {
        return new AssistanceTableReader(Labels.read(labels), Terms.read(terms));
    }

    private static Reader resource(String name) {
        InputStream data = Objects.requireNonNull(AssistanceTableReader.class.getResourceAsStream(name), name);
        return new InputStreamReader(data, StandardCharsets.UTF_8);
    }

    /**
     * Reads every table of a page that shows standards; other tables are reported and left.
     *
     * @param name the source's name in the ledger
     * @param html the page
     * @param defaults what holds for every line unless the table says otherwise
     * @return the lines, the ledger and the problems
     */
    public AssistanceReading readHtml(String name, String html, AssistanceStandard defaults) {
        Grid.Tables tables = Grid.ofHtml(name, html);
        return read(tables.grids(), defaults, tables.tooMany(name));
    }

    /**
     * Reads a table in comma-separated values.
     *
     * @param name the source's name in the ledger
     * @param csv the text
     * @param defaults what holds for every line unless the table says otherwise
     * @return the lines, the ledger and the problems
     * @throws IOException when the text cannot be read
     */
    public AssistanceReading readCsv(String name, Reader csv, AssistanceStandard defaults) throws IOException {
        return read(List.of(Grid.ofCsv(name, csv)), defaults, null);
    }

    /**
     * Reads a table that another reader has taken apart, such as a sheet.
     *
     * @param place the table's place in the source
     * @param rows the texts of the cells, row by row
     * @param defaults what holds for every line unless the table says otherwise
     * @return the lines, the ledger and the problems
     */
    public AssistanceReading readRows(Location place, List<List<String>> rows, AssistanceStandard defaults) {
        return read(List.of(Grid.ofRows(place, rows)), defaults, null);
    }

    private AssistanceReading read(List<Grid> grids, AssistanceStandard defaults, @Nullable SourceProblem tooMany) {
        List<AssistanceReading.Line> lines = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<SourceProblem> problems = new ArrayList<>();
        if (tooMany != null) {
            problems.add(tooMany);
        }
        for (Grid grid : grids) {
            TableMapping mapping = new TableMapping(grid, labels, terms, defaults);
            if (mapping.read()) {
                lines.addAll(mapping.lines());
                ledger.addAll(mapping.ledger());
                problems.addAll(mapping.problems());
            } else {
                problems.add(new SourceProblem("source.table.unrecognized", grid.place(), null, null));
            }
            SourceProblem tooLarge = grid.tooLarge();
            if (tooLarge != null) {
                problems.add(tooLarge);
            }
        }
        return new AssistanceReading(lines, ledger, problems);
    }
}
