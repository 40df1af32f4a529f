package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Code;
import org.gongkai.core.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A document number (发文字号), for example 青崂政办字〔2023〕13号: agency code, year, serial number.
 *
 * @param text the text as it was given
 */
public record DocumentNumber(@JsonValue String text) implements Code {

    private static final Pattern STANDARD = Pattern.compile("(\\p{IsHan}+)〔(\\d{4})〕([1-9]\\d*)号");

    /** The shapes of document numbers. */
    public enum Form {
        /** Agency code, year in 〔 〕, serial number, 号. */
        STANDARD,
        /** An order: 国务院令第743号. */
        ORDER,
        /** An announcement: 商务部公告2015年第12号. */
        ANNOUNCEMENT,
        /** A text that says the document has no number: 无, 无文号. */
        NONE,
        /** Anything else. */
        OTHER
    }

    /**
     * Creates a number from any text.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public DocumentNumber {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the number
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentNumber parse(String text) {
        return new DocumentNumber(text);
    }

    /**
     * Reads a number leniently.
     *
     * @param raw the text as it stands in the source, not null
     * @return the number in its regular form where one can be made out, the text as it stood otherwise, and the
     *     repairs; the value is null when the text is blank
     */
    public static Reading<DocumentNumber> read(String raw) {
        return Reading.clean(raw, raw.isBlank() ? null : parse(raw));
    }

    /**
     * The shape of the number.
     *
     * @return the shape, {@link Form#OTHER} when none fits
     */
    public Form form() {
        return STANDARD.matcher(text).matches() ? Form.STANDARD : Form.OTHER;
    }

    /** True for the three shapes that a number can have, written as GB/T 9704 writes them. */
    @Override
    public boolean wellFormed() {
        return form() == Form.STANDARD;
    }

    /**
     * The agency code (机关代字), such as 青崂政办字; for an order or announcement the agency's name before 令 or 公告.
     *
     * @return the code, or null when there is none
     */
    public @Nullable String agencyCode() {
        return part(1);
    }

    /**
     * The year inside the number.
     *
     * @return the year, or null when there is none
     */
    public @Nullable Integer year() {
        String year = part(2);
        return year == null ? null : Integer.valueOf(year);
    }

    /**
     * The serial number.
     *
     * @return the serial number, or null when there is none
     */
    public @Nullable Integer serial() {
        String serial = part(3);
        return serial == null ? null : Integer.valueOf(serial);
    }

    private @Nullable String part(int group) {
        Matcher matcher = STANDARD.matcher(text);
        return matcher.matches() ? matcher.group(group) : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
