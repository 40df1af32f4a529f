package org.gongkai.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.gongkai.cli.terminal.ExitCode;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.export.PackageSchemas;

/** What the command answers to typed arguments, on a fixed day; a package that it writes is held against the schemas. */
public record Typed(int code, String out, String err) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    public static final Path CHECKOUT = Path.of(System.getProperty("gongkai.checkout"));

    /** Commands whose {@code --out} is no package. */
    private static final List<String> FILES =
            List.of("obligations", "prove", "suggest", "annual-report", "calendar", "notice", "form");

    static Typed command(String... arguments) {
        return withInput("", arguments);
    }

    static Typed withInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        false),
                CLOCK,
                arguments);
        checkPackage(code, arguments);
        return new Typed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void checkPackage(int code, String... arguments) {
        List<String> typed = List.of(arguments);
        int out = typed.indexOf("--out");
        if (code != ExitCode.FAILED && out >= 0 && FILES.stream().noneMatch(typed::contains)) {
            try {
                PackageSchemas.checkPackage(Path.of(typed.get(out + 1)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
