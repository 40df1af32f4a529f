package org.gongkai.ingest.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a sentence.
 *
 * @param kind what it is
 * @param from its first character in {@link Sentence#plain()}
 * @param to behind its last
 * @param number the value of a number, otherwise null
 * @param day the day, month or year of a date, otherwise null
 * @param word the word of the vocabulary, otherwise null
 */
public record Sign(
        Kind kind,
        int from,
        int to,
        @Nullable BigDecimal number,
        @Nullable DayText day,
        Vocabulary.@Nullable Word word) {

    /** What a piece can be. */
    public enum Kind {
        /** A number in Arabic or Chinese numerals. */
        NUMBER,
        /** A day, a month or a year. */
        DAY,
        /** A word that the vocabulary knows. */
        WORD,
        /** A mark such as 、 or (. */
        MARK,
        /** One character of any other text. */
        OTHER
    }

    /** Whether it is a word of a sort. */
    public boolean is(String sort) {
        return word != null && word.sort().equals(sort);
    }

    /** What a word of a sort means; null where it is none of that sort. */
    public @Nullable String value(String sort) {
        return word != null && word.sort().equals(sort) ? word.value() : null;
    }

    /** Whether it is that mark. */
    public boolean mark(Sentence sentence, String marks) {
        return kind == Kind.MARK && marks.indexOf(sentence.plain().charAt(from)) >= 0;
    }
}
