package org.gongkai.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The last line that a program wrote to standard error, read as it comes so that the program is not held up. */
final class LastWords {

    private static final int LONGEST = 4_000;

    private final Thread reading;
    private String last = "";

    private LastWords(InputStream from) {
        reading = new Thread(() -> read(from), "last words");
        reading.setDaemon(true);
    }

    static LastWords of(InputStream from) {
        LastWords words = new LastWords(from);
        words.reading.start();
        return words;
    }

    private void read(InputStream from) {
        try (from) {
            byte[] line = new byte[LONGEST];
            int length = 0;
            for (int next = from.read(); next >= 0; next = from.read()) {
                if (next == '\n') {
                    said(line, length);
                    length = 0;
                } else if (length < LONGEST) {
                    line[length++] = (byte) next;
                }
            }
            said(line, length);
        } catch (IOException closed) {
            // What came before is what is known.
        }
    }

    /** Lines that are set in say where it happened, and not what. */
    private synchronized void said(byte[] line, int length) {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (!text.isBlank() && !Character.isWhitespace(text.charAt(0))) {
            last = text;
        }
    }

    /** The last line of a program that has ended; empty when it said nothing. */
    String text() {
        try {
            reading.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return Answers.shown(last.strip());
        }
    }
}
