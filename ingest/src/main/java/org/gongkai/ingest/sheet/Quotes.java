package org.gongkai.ingest.sheet;

/** Follows the quotes of a row of CSV over the ends of its lines (RFC 4180). One row, one use. */
final class Quotes {

    private final char delimiter;
    private State state = State.BEFORE;

    private enum State {
        /** At the beginning of a cell, or in the blanks there. */
        BEFORE,
        /** In a cell without quotes around it: a quote there is a sign as any other. */
        PLAIN,
        QUOTED,
        /** Behind a quote in a cell with quotes: its end, or the first half of a quote that stands for itself. */
        BEHIND
    }

    Quotes(char delimiter) {
        this.delimiter = delimiter;
    }

    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            state = next(text.charAt(i));
        }
    }

    private State next(char each) {
        if (state == State.QUOTED) {
            return each == '"' ? State.BEHIND : State.QUOTED;
        }
        if (state == State.BEHIND && each == '"') {
            return State.QUOTED;
        }
        if (each == delimiter || each == '\n') {
            return State.BEFORE;
        }
        if (state == State.BEFORE) {
            return each == '"' ? State.QUOTED : each <= ' ' ? State.BEFORE : State.PLAIN;
        }
        return state;
    }

    /** Whether a quote is open, so that the row goes on in the next line. */
    boolean open() {
        return state == State.QUOTED;
    }
}
