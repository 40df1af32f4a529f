package org.gongkai.ingest.sheet;

import java.text.Normalizer;
import org.gongkai.core.text.LegacyText;

/** The header of a column of a table of land or decisions, as labels are compared with it. */
public final class HeaderText {

    /** A longer cell, in characters, is no header. */
    private static final int LONGEST = 1_000;

    private HeaderText() {}

    /** A header in its usual widths, without blanks and without what stands in brackets behind it, such as the unit. */
    public static String plain(String header) {
        if (header.length() > LONGEST) {
            return header;
        }
        return LegacyText.withoutBlanks(Normalizer.normalize(header, Normalizer.Form.NFKC))
                .replaceFirst("(?<=.)[(\\[].*", "")
                .replaceFirst(":$", "");
    }
}
