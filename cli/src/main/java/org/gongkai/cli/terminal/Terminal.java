package org.gongkai.cli.terminal;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;

/**
 * What the command reads from and prints to; tests give their own.
 *
 * @param out results and summaries
 * @param err the one line that says why a run failed, and the progress bar
 * @param in standard input
 * @param interactive whether a person watches
 */
public record Terminal(PrintStream out, PrintStream err, InputStream in, boolean interactive) {

    public static Terminal system() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset("sun.stdout.encoding")),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset("sun.stderr.encoding")),
                System.in,
                System.console() != null);
    }

    public BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * A text of a source as a terminal may show it: in one line, without what steers the terminal, and without the numbers
     * of persons.
     */
    public static String shown(String text) {
        return PersonalData.maskedNumbers(LegacyText.oneLine(text));
    }

    /** UTF-8, but on Windows the charset of the console, which is seldom UTF-8 there. */
    private static Charset charset(String property) {
        String console = System.getProperty(property);
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows && console != null ? Charset.forName(console) : StandardCharsets.UTF_8;
    }
}
