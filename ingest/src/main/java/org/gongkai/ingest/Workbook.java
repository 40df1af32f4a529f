package org.gongkai.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.gongkai.core.DateText;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.jspecify.annotations.Nullable;

/** Reads a workbook, whichever of the two formats it is in: its visible sheets in order, each a table of records. */
final class Workbook {

    private final SourceFile file;
    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final boolean hiddenToo;
    private final SourceHandler handler;
    private DateText.Epoch epoch = DateText.Epoch.YEAR_1900;
    private @Nullable SheetTable sheet;
    private Location place;
    private int number;
    private boolean filled;
    private boolean understood;

    Workbook(
            SourceFile file,
            LabelAliases aliases,
            Limits limits,
            RecordMapper mapper,
            boolean hiddenToo,
            SourceHandler handler) {
        this.file = file;
        this.aliases = aliases;
        this.limits = limits;
        this.mapper = mapper;
        this.hiddenToo = hiddenToo;
        this.handler = handler;
        this.place = Location.of(file.name());
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

    void read() {
        RawForm raw = new RawForm.WholeFile(file.name(), file.path());
        Location whole = Location.of(file.name());
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
            if (filled && !understood) {
                trouble = new SourceProblem("source.csv.noHeader", whole, null, null);
            }
        } catch (ThrownByHandler passing) {
            throw passing.thrown;
        } catch (UnreadableException refused) {
            trouble = new SourceProblem(refused.rule, place, refused.getMessage(), refused.expected);
        } catch (IOException | RuntimeException damaged) {
            // Whatever the libraries throw at a damaged file is the file's fault and not the run's.
            trouble = new SourceProblem(
                    "source.file.unreadable", place, damaged.toString(), "a whole workbook (.xlsx or .xls)");
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
        sheet = new SheetTable(place, file.name() + '-' + number, epoch, aliases, limits, mapper, handler);
        return true;
    }

    /** Takes a row of the sheet; the answer is whether more are wanted. */
    boolean row(int row, List<String> cells, boolean cut) {
        try {
            return sheet == null || sheet.row(row, cells, cut);
        } catch (RuntimeException thrown) {
            throw new ThrownByHandler(thrown);
        }
    }

    void end() {
        SheetTable ended = sheet;
        if (ended == null) {
            return;
        }
        ended.end();
        sheet = null;
        filled |= ended.filled();
        understood |= ended.hasHeader();
        if (ended.filled() && !ended.hasHeader()) {
            tell(new SourceProblem("source.sheet.noHeader", place, place.sheet(), null));
        }
    }

    private void tell(SourceProblem problem) {
        try {
            handler.problem(problem);
        } catch (RuntimeException thrown) {
            throw new ThrownByHandler(thrown);
        }
    }
}
