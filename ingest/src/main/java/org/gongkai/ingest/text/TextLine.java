package org.gongkai.ingest.text;

/**
 * A line of a document's text, as a reader sees it.
 *
 * @param text the text, blanks around it dropped
 * @param row true for a row of a table with several cells, joined by tabs
 * @param right true when the line stands at the right, as signatures do
 * @param centred true when the line stands in the middle, as titles do
 * @param links true when the line is made of links
 * @param number the line in the source file, counted from 1; 0 when not known
 */
public record TextLine(String text, boolean row, boolean right, boolean centred, boolean links, int number) {

    /** A line of plain text, of which nothing is known but what it says. */
    public static TextLine of(String text, int number) {
        return new TextLine(text, false, false, false, false, number);
    }
}
