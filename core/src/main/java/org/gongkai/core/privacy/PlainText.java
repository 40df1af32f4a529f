package org.gongkai.core.privacy;

import java.util.Arrays;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A text with the usual forms of digits, blanks and dashes, and without what is not seen.
 *
 * @param text the text
 * @param places where each of its characters stands in the text as it was; null when all are where they were
 */
record PlainText(String text, int @Nullable [] places) {

    static PlainText of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int[] places = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (unseen(c)) {
                if (places == null) {
                    places = new int[text.length()];
                    Arrays.setAll(places, each -> each);
                }
                continue;
            }
            if (places != null) {
                places[plain.length()] = i;
            }
            plain.append(usual(c));
        }
        return new PlainText(plain.toString(), places);
    }

    int place(int at) {
        return places == null ? at : places[at];
    }

    /** Most of a text: ASCII and the common Han, which need not be looked up. */
    private static boolean common(char c) {
        return c <= '~' || c >= '\u4E00' && c <= '\u9FFF';
    }

    /** The form in which a character is compared. */
    static char usual(char character) {
        if (common(character)) {
            return character;
        }
        char c = LegacyText.halfWidth(character);
        return common(c) ? c : dash(c) ? '-' : LegacyText.blank(c) ? ' ' : c;
    }

    /** Whether a character is passed over. */
    static boolean unseen(char character) {
        return !common(character) && LegacyText.invisible(character);
    }

    static boolean dash(char c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
