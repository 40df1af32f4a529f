package org.gongkai.cli.library;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.conversion.ConversionException;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportDiff;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/**
 * A report that an earlier run wrote.
 *
 * @param report the report
 * @param findings {@code findings.ndjson} of its package, which holds every finding; null for a report alone
 */
record WrittenReport(Report report, @Nullable Path findings) implements ReportDiff.Side {

    /** Reads a package, by its folder, or a {@code report.json}. */
    static WrittenReport of(Path path, Messages messages) {
        boolean folder = Files.isDirectory(path);
        Path file = folder ? path.resolve("report.json") : path;
        if (!Files.isRegularFile(file)) {
            throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, file);
        }
        try (InputStream json = new BufferedInputStream(Files.newInputStream(file))) {
            Path findings = path.resolve("findings.ndjson");
            return new WrittenReport(Report.read(json), folder && Files.isRegularFile(findings) ? findings : null);
        } catch (IOException e) {
            throw new UsageException(messages.text("error.report.faulty", file, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public boolean complete() {
        return findings != null;
    }

    @Override
    public void findings(ReportDiff.Taker taker) throws IOException {
        if (findings == null) {
            ReportDiff.Side.of(report).findings(taker);
            return;
        }
        ObjectReader reader = CanonicalJson.mapper()
                .readerFor(ReportedFinding.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (BufferedReader lines = Files.newBufferedReader(findings)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                taker.take(reader.readValue(line));
            }
        }
    }
}
