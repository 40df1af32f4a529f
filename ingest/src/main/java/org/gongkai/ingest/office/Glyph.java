package org.gongkai.ingest.office;

import java.util.Objects;

/**
 * A sign on a page. Lengths are in points; the page begins at its upper left corner.
 *
 * @param text what it means, usually one character
 * @param x where it begins
 * @param y its baseline, from the top of the page
 * @param width how far it reaches to the right
 * @param size the size of its type
 */
public record Glyph(String text, double x, double y, double width, double size) {

    /**
     * Creates a sign.
     *
     * @throws NullPointerException when {@code text} is null
     */
    public Glyph {
        Objects.requireNonNull(text, "text");
    }

    double end() {
        return x + width;
    }

    double middle() {
        return x + width / 2;
    }

    /** The middle of its height; of Chinese type the body reaches a little below the baseline. */
    double centre() {
        return y - size * 0.35;
    }
}
