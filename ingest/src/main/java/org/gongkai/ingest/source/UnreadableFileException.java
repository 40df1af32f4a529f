package org.gongkai.ingest.source;

import java.io.IOException;
import org.gongkai.core.text.PlainWords;

/** A workbook or another file of an office program that cannot be read; the message says why, and {@link #expected()} what would do. */
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String expected;

    private UnreadableFileException(String rule, String message, String expected) {
        super(message);
        this.rule = rule;
        this.expected = expected;
    }

    /**
     * A file that is no whole workbook.
     *
     * @param message what is wrong with it
     * @return the exception
     */
    public static UnreadableFileException damagedWorkbook(String message) {
        return of(message, "a whole workbook (.xlsx or .xls)");
    }

    /**
     * A file at which a library failed; what it says is told without names of classes.
     *
     * @param failure what the library threw
     * @return the exception
     */
    public static UnreadableFileException damagedWorkbook(Exception failure) {
        return damagedWorkbook(PlainWords.reason(failure));
    }

    /**
     * A file that a password protects.
     *
     * @param expected what would do
     * @return the exception
     */
    public static UnreadableFileException encrypted(String expected) {
        return of("protected by a password", expected);
    }

    /**
     * A file that cannot be read for another reason.
     *
     * @param message the reason
     * @param expected what would do
     * @return the exception
     */
    public static UnreadableFileException of(String message, String expected) {
        return new UnreadableFileException("source.file.unreadable", message, expected);
    }

    /**
     * A file that is larger than a limit.
     *
     * @param message how large it is
     * @param expected the limit
     * @return the exception
     */
    public static UnreadableFileException tooLarge(String message, String expected) {
        return new UnreadableFileException("source.file.tooLarge", message, expected);
    }

    /**
     * A file of a form whose reader is not there.
     *
     * @param form the form, such as {@code .xls}
     * @param artifact the artifact that reads it
     * @return the exception
     */
    public static UnreadableFileException readerMissing(String form, String artifact) {
        return new UnreadableFileException("source.reader.missing", form, artifact);
    }

    /**
     * The rule that is broken.
     *
     * @return its code
     */
    public String rule() {
        return rule;
    }

    /**
     * What would do.
     *
     * @return a short text
     */
    public String expected() {
        return expected;
    }
}
