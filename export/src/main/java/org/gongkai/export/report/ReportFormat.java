package org.gongkai.export.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.export.CanonicalJson;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.rule.RuleCatalogue;

/**
 * The formats of a report. All are made from one {@link Report}; the same report gives the same bytes.
 *
 * <pre>{@code
 * try (OutputStream out = Files.newOutputStream(Path.of("report.html"))) {
 *     ReportFormat.HTML.write(report, out, Locale.CHINESE);
 * }
 * }</pre>
 */
public enum ReportFormat {
    /** The report itself, by the schema {@code report.schema.json}. */
    JSON(".json"),
    /** One page for a browser, without the network, in Chinese and English, to be read and printed. */
    HTML(".html"),
    /** A workbook for the people who mend: one row a finding, grouped by agency. */
    XLSX(".xlsx"),
    /** SARIF 2.1.0 (OASIS), for code review and security consoles. */
    SARIF(".sarif"),
    /** JUnit XML, for build servers. An error is a failure; a warning is none. */
    JUNIT(".xml"),
    /** Commands of GitHub Actions, one a line, which show findings beside the files. */
    GITHUB(".txt");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format of a name such as {@code html}.
     *
     * @param name the name, in any case
     * @return the format, or empty when there is none of this name
     */
    public static Optional<ReportFormat> named(String name) {
        for (ReportFormat each : values()) {
            if (each.name().equalsIgnoreCase(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The format that a file name's ending stands for: {@code .json}, {@code .html}, {@code .xlsx}, {@code .sarif} or
     * {@code .xml}; {@code .sarif.json} is SARIF. {@code .txt} could be anything and stands for none.
     *
     * @param file the file's name
     * @return the format, or empty when the ending does not say
     */
    public static Optional<ReportFormat> ofFile(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".sarif.json")) {
            return Optional.of(SARIF);
        }
        for (ReportFormat each : values()) {
            if (each != GITHUB && name.endsWith(each.ending)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * Writes a report.
     *
     * @param whole the report, not null; it leaves without the numbers of persons
     * @param out where to write; flushed, not closed
     * @param language the language of texts for people: Chinese, or English for any other. A page holds both and opens
     *     in this one
     * @throws IOException when it cannot be written
     */
    public void write(Report whole, OutputStream out, Locale language) throws IOException {
        Report report = whole.withoutNumbers();
        Language texts = new Language(language);
        switch (this) {
            case JSON -> out.write(CanonicalJson.indented(report));
            case HTML -> text(out, new HtmlReport(report, texts)::write);
            case XLSX -> new Worklist(report, texts).write(out);
            case SARIF -> new SarifReport(report, texts).write(out);
            case JUNIT ->
                text(
                        out,
                        new JunitReport(report, texts, RuleCatalogue.standard().rules())::write);
            case GITHUB -> text(out, new Annotations(report, texts)::write);
        }
        out.flush();
    }

    private interface Text {
        void write(Appendable out) throws IOException;
    }

    /** Half of a surrogate pair, which a cut text may end in, becomes a question mark: UTF-8 cannot hold it. */
    private static void text(OutputStream out, Text text) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(writer);
        writer.flush();
    }
}
