package org.gongkai.export.table;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** What all that writes XML has in common. */
public final class Xml {

    private Xml() {}

    /** A step of writing. */
    public interface Step {
        /** Writes. */
        void run() throws XMLStreamException;
    }

    /** Runs a step, and lets what the disk said through as it is. */
    public static void write(Step step) throws IOException {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
    }

    /** XML 1.0 section 2.2 leaves out most control characters, U+FFFE and U+FFFF. */
    public static boolean holds(char c) {
        return c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
    }
}
