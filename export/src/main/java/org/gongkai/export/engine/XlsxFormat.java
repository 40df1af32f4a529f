package org.gongkai.export.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.table.XlsxWriter;
import org.gongkai.export.table.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Records as rows of a workbook of one sheet, written as they come.
 *
 * <p>Every cell is text, by its type and by its number format, so that a spreadsheet program neither runs a cell as a
 * formula, when it is opened or when someone edits it, nor makes a number of a code.
 */
public final class XlsxFormat extends FormatWriter {

    private static final XlsxWriter.Column COLUMN = new XlsxWriter.Column(20, XlsxWriter.Style.TEXT);

    private final FormatProfile profile;
    private final XlsxWriter.Sheet sheet;
    private @Nullable XlsxWriter book;
    private int rows;

    XlsxFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        this.profile = profile;
        // The header stays in sight.
        this.sheet = new XlsxWriter.Sheet(
                "Sheet1", Collections.nCopies(profile.fields().size(), COLUMN), 0, 1, false);
    }

    @Override
    void begin(OutputStream file) throws IOException {
        book = new XlsxWriter(file, List.of(sheet));
        book.begin();
        book.row(
                XlsxWriter.Style.TEXT_HEAD,
                profile.fields().stream().map(FormatProfile.Field::name).toList());
        rows = 1;
    }

    @Override
    void row(String[] values) throws IOException {
        if (rows == XlsxWriter.MOST_ROWS) {
            throw new IOException("a sheet holds " + XlsxWriter.MOST_ROWS + " rows: give the format " + profile.name()
                    + " recordsPerFile and {number} in its file");
        }
        rows++;
        book.row(Arrays.asList(values));
    }

    @Override
    void end() throws IOException {
        book.end();
        book.finish();
    }

    @Override
    boolean holds(char c) {
        return Xml.holds(c);
    }

    @Override
    int mostCharacters() {
        return XlsxWriter.MOST_CHARACTERS;
    }
}
