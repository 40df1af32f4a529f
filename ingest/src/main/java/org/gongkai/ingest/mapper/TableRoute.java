package org.gongkai.ingest.mapper;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.notice.NoticeReading;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableParts;
import org.gongkai.ingest.table.TableReader;
import org.gongkai.ingest.table.TableReading;
import org.jspecify.annotations.Nullable;

/** An entry of a mapping's tables, ready to be used: which files it fits, and how their tables are read. */
public final class TableRoute<R extends DisclosureRecord, D> {

    /** In place of a pattern of files: the rows of the database. */
    public static final String DATABASE = "jdbc";

    /** The pattern that all files fit. */
    public static final String ALL = "**";

    private final String files;
    private final PathMatcher matcher;
    private final boolean wholeName;
    private final TableReader<R, D> reader;
    private final D defaults;

    public TableRoute(
            String glob, TableReader<R, D> reader, Map<String, String> defaults, Map<String, String> headers) {
        this.files = glob;
        this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        this.wholeName = glob.contains("/");
        this.reader = headers.isEmpty() ? reader : reader.withHeaders(headers);
        this.defaults = reader.defaults(defaults);
    }

    private TableRoute(TableRoute<R, D> other, D defaults) {
        this.files = other.files;
        this.matcher = other.matcher;
        this.wholeName = other.wholeName;
        this.reader = other.reader;
        this.defaults = defaults;
    }

    public static TableRoute<?, ?> of(Mapping.Tables entry) {
        return new TableRoute<>(entry.files(), entry.kind().reader(), entry.defaults(), entry.headers());
    }

    public static boolean isGlob(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    public boolean fits(SourceFile file) {
        try {
            Path name = Path.of(file.name());
            return matcher.matches(wholeName ? name : name.getFileName());
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    /** Whether the rows of the mapping's database are such rows: the entry is for them or for all sources. */
    public boolean fitsDatabase() {
        return files.equals(DATABASE) || files.equals(ALL);
    }

    /** Whether a text is the header of a column of such tables. */
    public boolean knows(String header) {
        return reader.knows(header);
    }

    /** Whether all tables of a source make one record. */
    public boolean together() {
        return reader.together();
    }

    /** Reads all tables of a source together: those of a page with what the page says around them. */
    public TableReading<R> read(Location place, List<Grid> grids, @Nullable String html) {
        return html == null
                ? reader.readTogether(place, grids, defaults)
                : reader.readHtml(place.source(), html, defaults);
    }

    /** Whether no copy of such a source may be kept. */
    public boolean confidential() {
        return reader.confidential();
    }

    /** Takes the parts of one table. */
    public TableParts<R> parts() {
        return reader.parts(defaults);
    }

    public TableReading<R> read(Grid grid) {
        return reader.read(grid, defaults);
    }

    /** Reads the tables of one source, each by itself. */
    public List<TableReading<R>> readEach(List<Grid> grids) {
        return reader.readEach(grids, defaults);
    }

    /** Whether running text of such records is read. */
    public boolean readsText() {
        return reader.readsText();
    }

    /** Reads running text. */
    public NoticeReading<R> read(NoticeText text) {
        return reader.readText(text, defaults);
    }

    /** Reads the running text around tables that hold such records. */
    public NoticeReading<R> readBeside(NoticeText text) {
        return reader.readBeside(text, defaults);
    }

    /** Of which record of the tables a record of the text around them tells. */
    public @Nullable R besides(List<R> ofTables, R ofText) {
        return reader.besides(ofTables, ofText);
    }

    /** Whether a value of a text says no more than that of a table. */
    public boolean agree(Object inTable, Object inText) {
        return reader.agree(inTable, inText);
    }

    /** This route with what the text around its tables says, and the account of that. */
    public Told<R, D> told(NoticeText text) {
        TableReader.Informed<D> informed = reader.informed(text, defaults);
        return new Told<>(new TableRoute<>(this, informed.defaults()), informed.ledger(), informed.problems());
    }

    /** A route and the account of the text that completed it. */
    public record Told<R extends DisclosureRecord, D>(
            TableRoute<R, D> route, List<LedgerEntry> ledger, List<SourceProblem> problems) {}
}
