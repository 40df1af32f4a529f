package org.gongkai.core;

/**
 * A code or listed term that keeps any text it is given, since legacy data is bad, and knows whether that text is
 * well formed.
 *
 * <p>In JSON a code is a plain string. Equality is equality of the text.
 */
public interface Code {

    /**
     * The text exactly as it was given.
     *
     * @return the text, perhaps malformed, never null
     */
    String text();

    /**
     * Tells whether the text has the form that its kind of code prescribes.
     *
     * @return true when it has
     */
    boolean wellFormed();
}
