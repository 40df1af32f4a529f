package org.gongkai.ingest.grammar;

import org.gongkai.core.source.Location;

/**
 * Some words of a sentence.
 *
 * @param sentence the sentence
 * @param from the first character, in {@link Sentence#plain()}
 * @param to behind the last
 */
public record Span(Sentence sentence, int from, int to) {

    /** The words as they stand in the source. */
    public String words() {
        return sentence.words(from, to);
    }

    /** The words in one form. */
    public String plain() {
        return sentence.plain().substring(from, to);
    }

    /** Where the first character stands: the line, the character counted from 1, and the sentence as the label. */
    public Location place() {
        return sentence.place(from);
    }
}
