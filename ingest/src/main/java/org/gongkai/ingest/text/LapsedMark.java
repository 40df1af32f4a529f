package org.gongkai.ingest.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.document.Validity;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** The mark before or behind a title which says that the document is no longer in force: 【已废止】, （失效）, [部分失效]. */
public final class LapsedMark {

    private static final Pattern MARK =
            Pattern.compile("[【\\[（(［〔](全文|部分|部分条款|条款)?(?:已|已被|现已)?(?:宣布)?(失效|废止)[】\\]）)］〕]");

    private LapsedMark() {}

    /**
     * What the mark says.
     *
     * @param title the title as it stands
     * @return the validity, or null when the title bears no mark at its beginning or its end
     */
    public static @Nullable Validity of(String title) {
        String text = LegacyText.withoutBlanks(title);
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (mark.start() == 0 || mark.end() == text.length()) {
                boolean partly = mark.group(1) != null && !mark.group(1).equals("全文");
                boolean repealed = mark.group(2).equals("废止");
                return Validity.of(
                        partly
                                ? Validity.State.PARTLY_IN_FORCE
                                : repealed ? Validity.State.REPEALED : Validity.State.LAPSED);
            }
        }
        return null;
    }
}
