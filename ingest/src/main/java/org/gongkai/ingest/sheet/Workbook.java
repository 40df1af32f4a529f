package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Reads a workbook, whichever of the two formats it is in: its visible sheets in order. */
public final class Workbook {

    private static final int MOST_NAMED = 10;

    private final SourceFile file;
    private final Limits limits;
    private final boolean hiddenToo;
    private final Sheets sheets;
    private final SourceHandler handler;
    private DateText.Epoch epoch = DateText.Epoch.YEAR_1900;
    private @Nullable Sheet sheet;
    private Location place;
    private int number;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet filledRows = new BitSet();
    private int widest;

    public Workbook(SourceFile file, Limits limits, boolean hiddenToo, Sheets sheets, SourceHandler handler) {
        this.file = file;
        this.limits = limits;
        this.hiddenToo = hiddenToo;
        this.sheets = sheets;
        this.handler = handler;
        this.place = Location.of(file.name());
    }

    /** What is made of a workbook's sheets. */
    public interface Sheets {

        /** Begins a sheet; {@code rawName} is what its rows are called when they are kept as they stood. */
        Sheet begin(Location place, String rawName, DateText.Epoch epoch);

        /** Ends the workbook; the answer is why nothing came of it, or null. */
        @Nullable
        SourceProblem end();
    }

    /** What is made of one sheet. */
    interface Sheet {

        /**
         * Takes a row.
         *
         * @param number the row, counted from 1
         * @param cells the texts of its cells; those after the last may be missing
         * @param cut whether cells beyond the limit were left out
         * @return whether more rows are wanted
         */
        boolean row(int number, List<String> cells, boolean cut);

        /** Takes cells that are one; they come after the rows. Row and column are counted from 1. */
        void merged(int firstRow, int lastRow, int firstColumn, int lastColumn);

        /** Ends the sheet; the answer is what is to be reported of it, or null. */
        @Nullable
        SourceProblem end();
    }

    /** A workbook that cannot be read; the message says why, and {@code expected} what would do. */
    static final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        final String rule;
        final String expected;

        UnreadableException(String rule, String message, String expected) {
            super(message);
            this.rule = rule;
            this.expected = expected;
        }

        static UnreadableException damaged(String message) {
            return new UnreadableException("source.file.unreadable", message, "a whole workbook (.xlsx or .xls)");
        }

        static UnreadableException encrypted() {
            return new UnreadableException(
                    "source.file.unreadable", "protected by a password", "a workbook without a password");
        }

        static UnreadableException tooLarge(String message, String expected) {
            return new UnreadableException("source.file.tooLarge", message, expected);
        }
    }

    /** Carries what a handler threw past the libraries, so that it is not taken for a fault of the file. */
    private static final class ThrownByHandler extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final RuntimeException thrown;

        ThrownByHandler(RuntimeException thrown) {
            super(thrown);
            this.thrown = thrown;
        }
    }

    public void read() {
        RawForm raw = new RawForm.WholeFile(file.name(), file.path());
        SourceProblem trouble = null;
        try {
            byte[] start;
            try (InputStream stream = Files.newInputStream(file.path())) {
                start = stream.readNBytes(4);
            }
            if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
                new XlsxWorkbook(file.path(), limits, this).read();
            } else if (start.length == 4 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
                new XlsWorkbook(file.path(), limits, this).read();
            } else {
                throw UnreadableException.damaged("no workbook, though its name says so");
            }
            trouble = guarded(sheets::end);
        } catch (ThrownByHandler passing) {
            throw passing.thrown;
        } catch (UnreadableException refused) {
            trouble = new SourceProblem(refused.rule, place, refused.getMessage(), refused.expected);
        } catch (IOException | RuntimeException damaged) {
            // Whatever the libraries throw at a damaged file is the file's fault and not the run's.
            trouble = new SourceProblem(
                    "source.file.unreadable", place, PlainWords.reason(damaged), "a whole workbook (.xlsx or .xls)");
        }
        if (trouble != null) {
            handler.rejected(trouble, raw);
        }
    }

    void countsFrom1904() {
        epoch = DateText.Epoch.YEAR_1904;
    }

    DateText.Epoch epoch() {
        return epoch;
    }

    /** Begins a sheet; the answer is whether it is to be read. */
    boolean begin(String name, boolean hidden) {
        number++;
        place = new Location(file.name(), name, null, null, null);
        if (hidden && !hiddenToo) {
            tell(new SourceProblem("source.sheet.hidden", place, name, null));
            return false;
        }
        hiddenRows.clear();
        hiddenColumns.clear();
        filledRows.clear();
        widest = 0;
        sheet = sheets.begin(place, file.name() + '-' + number, epoch);
        return true;
    }

    /** Takes a row of the sheet; the answer is whether more are wanted. */
    boolean row(int row, List<String> cells, boolean cut) {
        if (sheet != null && !cells.isEmpty()) {
            filledRows.set(row);
            widest = Math.max(widest, cells.size());
        }
        Sheet current = sheet;
        return current == null || guarded(() -> current.row(row, cells, cut));
    }

    /** Takes cells of the sheet that are one. */
    void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (sheet != null) {
            sheet.merged(firstRow, lastRow, firstColumn, lastColumn);
        }
    }

    /** Notes a row that the sheet does not show; it is read all the same. */
    void hiddenRow(int row) {
        hiddenRows.set(row);
    }

    /** Notes columns that the sheet does not show; they are read all the same. */
    void hiddenColumns(int first, int last) {
        hiddenColumns.set(Math.max(1, first), Math.max(1, Math.min(last, limits.maxColumns())) + 1);
    }

    /** Tells of a number of more digits than a spreadsheet keeps, as codes have that were typed as numbers. */
    void rounded(int row, int column, String text) {
        if (sheet != null) {
            tell(new SourceProblem("source.cell.rounded", place.atRow(row).at(null, column), text, null));
        }
    }

    /** Tells of the rows and columns with anything in them that the sheet does not show. */
    private void tellOfHidden() {
        List<String> parts = new ArrayList<>();
        hiddenRows.and(filledRows);
        if (!hiddenRows.isEmpty()) {
            parts.add("rows 行 " + first(hiddenRows));
        }
        hiddenColumns.clear(widest + 1, Math.max(widest + 1, hiddenColumns.length()));
        if (!hiddenColumns.isEmpty()) {
            parts.add("columns 列 " + first(hiddenColumns));
        }
        if (!parts.isEmpty()) {
            tell(new SourceProblem("source.cells.hidden", place, String.join("; ", parts), null));
        }
    }

    private static String first(BitSet numbers) {
        String shown =
                numbers.stream().limit(MOST_NAMED).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return numbers.cardinality() > MOST_NAMED ? shown + " … (" + numbers.cardinality() + ")" : shown;
    }

    void end() {
        Sheet ended = sheet;
        if (ended != null) {
            tellOfHidden();
        }
        sheet = null;
        SourceProblem problem = ended == null ? null : guarded(ended::end);
        if (problem != null) {
            tell(problem);
        }
    }

    private void tell(SourceProblem problem) {
        guarded(() -> {
            handler.problem(problem);
            return null;
        });
    }

    private static <T extends @Nullable Object> T guarded(Supplier<T> handing) {
        try {
            return handing.get();
        } catch (RuntimeException thrown) {
            throw new ThrownByHandler(thrown);
        }
    }
}
