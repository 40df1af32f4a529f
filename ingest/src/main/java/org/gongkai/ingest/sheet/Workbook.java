package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.ServiceLoader;
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
import org.gongkai.ingest.source.UnreadableFileException;
import org.gongkai.ingest.workbook.SheetHandler;
import org.gongkai.ingest.workbook.WorkbookReader;
import org.jspecify.annotations.Nullable;

/** Reads a workbook, whichever form it is in: its visible sheets in order. */
public final class Workbook implements SheetHandler {

    private static final int MOST_NAMED = 10;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    /** The compound files of old office programs begin so ([MS-CFB], 2.2). */
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

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
    public interface Sheet {

        /**
         * Takes a row.
         *
         * @param number the row, counted from 1
         * @param cells the texts of its cells; those after the last may be missing
         * @param cut whether cells beyond the limit were left out
         * @return whether more rows are wanted
         */
        boolean row(int number, List<String> cells, boolean cut);

        /** Takes cells that are one; they come before the rows or after them. Row and column are counted from 1. */
        void merged(int firstRow, int lastRow, int firstColumn, int lastColumn);

        /** Whether a row is hidden on purpose, by whoever made the sheet, so that nothing is to be said of it. */
        default boolean hides(int row) {
            return false;
        }

        /** Ends the sheet; the answer is what is to be reported of it, or null. */
        @Nullable
        SourceProblem end();
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

    /** Whether the bytes are those of a workbook, or of another archive or compound file. */
    public static boolean isWorkbook(byte[] start) {
        return starts(start, ARCHIVE) || starts(start, COMPOUND);
    }

    /**
     * Reads the file.
     *
     * @param raw what is kept of a file that cannot be read
     */
    public void read(RawForm raw) {
        read(raw, () -> {
            byte[] start;
            try (InputStream stream = Files.newInputStream(file.path())) {
                start = stream.readNBytes(WorkbookReader.START);
            }
            if (starts(start, ZIP)) {
                new XlsxWorkbook(file.path(), limits, this).read();
            } else {
                reader(start).read(file.path(), limits, this);
            }
        });
    }

    /** Reads the tables of pages. */
    public void readPages(List<String> pages, RawForm raw) {
        read(raw, () -> {
            HtmlWorkbook reader = new HtmlWorkbook(limits, this);
            pages.forEach(reader::read);
        });
    }

    /** Reads SpreadsheetML 2003. */
    public void readXml(Reader text, RawForm raw) {
        read(raw, () -> new XmlWorkbook(limits, this).read(text));
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void read(RawForm raw, Reading reading) {
        SourceProblem trouble = null;
        try {
            reading.run();
            trouble = guarded(sheets::end);
        } catch (ThrownByHandler passing) {
            throw passing.thrown;
        } catch (UnreadableFileException refused) {
            trouble = new SourceProblem(refused.rule(), place, refused.getMessage(), refused.expected());
        } catch (IOException | RuntimeException damaged) {
            // Whatever the libraries throw at a damaged file is the file's fault and not the run's.
            trouble = new SourceProblem(
                    "source.file.unreadable", place, PlainWords.reason(damaged), "a whole workbook (.xlsx or .xls)");
        }
        if (trouble != null) {
            handler.rejected(trouble, raw);
        }
    }

    /**
     * The reader of a form that needs one of its own, or null. It is looked for where this library is, since the loader of a
     * thread may know less, as in the pools of a server.
     */
    public static @Nullable WorkbookReader readerOf(byte[] start) {
        byte[] shown = Arrays.copyOf(start, Math.min(start.length, WorkbookReader.START));
        for (WorkbookReader each : ServiceLoader.load(WorkbookReader.class, WorkbookReader.class.getClassLoader())) {
            if (each.reads(shown)) {
                return each;
            }
        }
        return null;
    }

    private static WorkbookReader reader(byte[] start) throws UnreadableFileException {
        WorkbookReader reader = readerOf(start);
        if (reader != null) {
            return reader;
        }
        throw starts(start, COMPOUND)
                ? UnreadableFileException.readerMissing(".xls", "org.gongkai:gongkai-office")
                : UnreadableFileException.damagedWorkbook("no workbook, though its name says so");
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    @Override
    public void countsFrom1904() {
        epoch = DateText.Epoch.YEAR_1904;
    }

    @Override
    public boolean begin(String name, boolean hidden) {
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

    @Override
    public boolean row(int row, List<String> cells, boolean cut) {
        if (sheet != null && !cells.isEmpty()) {
            filledRows.set(row);
            widest = Math.max(widest, cells.size());
        }
        Sheet current = sheet;
        for (int i = 0; current != null && i < cells.size(); i++) {
            if (SheetNumber.power(cells.get(i))) {
                tell(new SourceProblem("source.cell.rounded", place.atRow(row).at(null, i + 1), cells.get(i), null));
            }
        }
        return current == null || guarded(() -> current.row(row, cells, cut));
    }

    @Override
    public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (sheet != null) {
            sheet.merged(firstRow, lastRow, firstColumn, lastColumn);
        }
    }

    @Override
    public void hiddenRow(int row) {
        hiddenRows.set(row);
    }

    @Override
    public void hiddenColumns(int first, int last) {
        hiddenColumns.set(Math.max(1, first), Math.max(1, Math.min(last, limits.maxColumns())) + 1);
    }

    /** A number of more digits than a spreadsheet keeps is told, as codes have that were typed as numbers. */
    @Override
    public String number(int row, int column, String number, int format, @Nullable String pattern) {
        String literal = SheetNumber.literal(number, format, pattern);
        if (literal != null && sheet != null) {
            tell(new SourceProblem("source.cell.format", place.atRow(row).at(null, column), literal, number));
            return literal;
        }
        String text = SheetNumber.text(number, format, pattern, epoch);
        if (sheet != null && SheetNumber.rounded(number)) {
            tell(new SourceProblem("source.cell.rounded", place.atRow(row).at(null, column), text, null));
        }
        return text;
    }

    /** Tells once of a sheet whose rows do not stand in their order. */
    void disordered(int row, int before) {
        tell(new SourceProblem(
                "source.rows.disordered", place.atRow(row), Integer.toString(row), Integer.toString(before)));
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

    @Override
    public void end() {
        Sheet ended = sheet;
        if (ended != null) {
            hiddenRows.stream().filter(ended::hides).forEach(filledRows::clear);
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
