package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.Terminal;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.cli.terminal.WholeFile;
import org.gongkai.export.report.ReportFormat;
import org.gongkai.validation.report.Report;

/**
 * A report that was asked for: {@code html=report.html}, {@code report.html} where the ending says enough, or
 * {@code github=-} for standard output.
 *
 * @param format the format
 * @param file the file, or {@code -}
 */
public record ReportTarget(ReportFormat format, String file) {

    private static final String STANDARD_OUTPUT = "-";

    static ReportTarget parse(String typed, Messages messages) {
        int equals = typed.indexOf('=');
        String name = equals < 0 ? "" : typed.substring(0, equals);
        Optional<ReportFormat> named = ReportFormat.named(name);
        String file = named.isPresent() ? typed.substring(equals + 1) : typed;
        Optional<ReportFormat> format = named.or(() -> ReportFormat.ofFile(file));
        if (format.isEmpty() || file.isBlank()) {
            String known = Arrays.stream(ReportFormat.values())
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new UsageException(messages.text("error.report.format", typed, known));
        }
        if (!file.equals(STANDARD_OUTPUT) && Files.isDirectory(Path.of(file))) {
            throw new UsageException(messages.text("error.report.folder", file));
        }
        return new ReportTarget(format.get(), file);
    }

    public static List<ReportTarget> parse(List<String> typed, Messages messages) {
        return typed.stream().map(each -> parse(each, messages)).toList();
    }

    public boolean standardOutput() {
        return file.equals(STANDARD_OUTPUT);
    }

    /** Writes the report; a file appears whole or not at all. */
    public void write(Report report, Terminal terminal, Messages messages) throws IOException {
        if (standardOutput()) {
            format.write(report, terminal.out(), messages.locale());
            return;
        }
        Path target = Path.of(file).toAbsolutePath().normalize();
        Files.createDirectories(target.getParent());
        WholeFile.write(target, out -> format.write(report, out, messages.locale()));
    }
}
