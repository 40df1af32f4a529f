package org.gongkai.ingest.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that keeps what it gave until told to forget it, so that an object's own text can be kept. */
final class KeptText extends FilterReader {

    /** What the parser reads ahead, with room to spare. */
    private static final int AHEAD = 1 << 16;

    /** One object is longer than allowed. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int most) {
            super("≤ " + most);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final int most;
    private long base;

    /** @param longest the most characters of one object */
    KeptText(Reader reader, int longest) {
        super(reader);
        this.most = longest + AHEAD;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0) {
            text.append(target, offset, count);
        }
        if (text.length() > most) {
            throw new TooLongException(most);
        }
        return count;
    }

    String text(long from, long to) {
        return text.substring((int) (from - base), (int) (to - base));
    }

    void forget(long until) {
        // Moving the rest to the front for each token would cost more than the memory is worth.
        if (until - base > AHEAD) {
            text.delete(0, (int) (until - base));
            base = until;
        }
    }
}
