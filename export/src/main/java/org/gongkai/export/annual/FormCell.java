package org.gongkai.export.annual;

/**
 * A cell of a printed form.
 *
 * @param text what is printed in it
 * @param wide over how many columns it goes
 * @param high over how many rows it goes
 * @param head whether it is a label
 */
record FormCell(String text, int wide, int high, boolean head) {

    static FormCell head(String text, int wide, int high) {
        return new FormCell(text, wide, high, true);
    }

    static FormCell value(String text, int wide) {
        return new FormCell(text, wide, 1, false);
    }
}
