package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * One of the six sections of the annual report (六部分; Regulation on the Disclosure of Government Information, art. 50).
 *
 * @param number which section, from 1 to 6; null when its heading was not understood
 * @param title its heading as it is printed, or null
 * @param text what it says, without its table; null when it holds nothing but a table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"number", "title", "text"})
public record ReportSection(
        @Nullable Integer number,
        @Nullable String title,
        @Nullable String text) {

    /**
     * What begins a line of a written form that tells what nobody has given yet. Such a line is no text of a section, and is left where a
     * report is read.
     */
    public static final String TO_BE_WRITTEN = "〔待填写〕";

    /** The numerals of the sections in the headings of the form, one after the other. */
    public static final String NUMERALS = "一二三四五六";

    /** How many sections the report has. */
    public static final int COUNT = 6;

    /** Creates a section; blank texts become null. */
    public ReportSection {
        title = Blank.toNull(title);
        text = Blank.toNull(text);
    }
}
