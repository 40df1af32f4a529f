package org.gongkai.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records as rows of comma-separated values under a header, lines ending in CR LF (RFC 4180).
 *
 * <p>A spreadsheet program runs a cell as a formula when it begins with {@code = + - @}, their full-width forms, a
 * tab, or a line break. Such a cell gets an apostrophe in front. A cell that begins with apostrophes followed by one
 * of these gets one more, so dropping one apostrophe from every such cell gives back the text. Plain numbers and
 * telephone numbers, which no program can harm with, stay as they are: {@code -12.5}, {@code +86 532-88996769}.
 */
final class CsvFormat extends FormatWriter {

    private static final String FORMULA = "=+-@＝＋－＠\t\r\n";
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]\\d+(?:[ .-]?\\d+)*");

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
            String safe = neutralize(values[i]);
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

    /** The text as a cell may hold it; the same object when nothing had to be done. */
    static String neutralize(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        boolean runs = start < text.length()
                && FORMULA.indexOf(text.charAt(start)) >= 0
                && !PLAIN_NUMBER.matcher(text).matches();
        return runs ? '\'' + text : text;
    }

    private void write(String[] values) throws IOException {
        try {
            csv.writeRecord(values);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
