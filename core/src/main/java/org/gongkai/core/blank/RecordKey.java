package org.gongkai.core.blank;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Puts together the key of a record from what tells it from others of its kind. */
public final class RecordKey {

    private RecordKey() {}

    /**
     * The code of the kind, a colon, and the parts without their blanks, one blank between them.
     *
     * @param kind the code of the kind
     * @param parts texts, codes, days and numbers; null for what the record does not say, which leaves its place empty
     * @return the key
     */
    public static String of(String kind, @Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(each -> each == null ? "" : LegacyText.withoutBlanks(each.toString()))
                .collect(Collectors.joining(" ", kind + ':', ""));
    }
}
