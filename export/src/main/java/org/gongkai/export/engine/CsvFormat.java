package org.gongkai.export.engine;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.gongkai.core.text.SpreadsheetCell;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;

/**
 * Records as rows of comma-separated values under a header, lines ending in CR LF (RFC 4180).
 *
 * <p>A cell that a spreadsheet program would run as a formula is kept a text, see {@link SpreadsheetCell}.
 */
final class CsvFormat extends FormatWriter {

    private final FormatProfile profile;
    private final FormatProfile.Csv form;
    private long neutralized;
    private @Nullable CsvWriter csv;

    CsvFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        this.profile = profile;
        this.form = profile.csv() == null ? new FormatProfile.Csv(null, false) : profile.csv();
    }

    @Override
    void begin(OutputStream file) throws IOException {
        csv = CsvWriter.builder()
                .fieldSeparator(form.delimiter().charAt(0))
                .quoteStrategy(form.quoteAll() ? QuoteStrategies.ALWAYS : QuoteStrategies.REQUIRED)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(writer(file));
        write(profile.fields().stream().map(FormatProfile.Field::name).toArray(String[]::new));
    }

    @Override
    void row(String[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            String safe = SpreadsheetCell.guarded(values[i]);
            neutralized += safe.length() - values[i].length();
            values[i] = safe;
        }
        write(values);
    }

    @Override
    void end() throws IOException {
        csv.flush();
    }

    @Override
    boolean holds(char c) {
        return true;
    }

    @Override
    long neutralizedCells() {
        return neutralized;
    }

    private void write(String[] values) throws IOException {
        try {
            csv.writeRecord(values);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
