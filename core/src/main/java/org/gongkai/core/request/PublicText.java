package org.gongkai.core.request;

import org.gongkai.core.blank.Blank;
import org.gongkai.core.privacy.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A text of an application that may leave: numbers of persons, and names behind a label, beside a number or a word of kinship, are masked
 * before it is kept.
 */
final class PublicText {

    private PublicText() {}

    static @Nullable String of(@Nullable String text) {
        String kept = Blank.toNull(text);
        return kept == null ? null : masked(kept);
    }

    static String masked(String text) {
        return PersonalData.maskedPersons(text);
    }
}
