package org.gongkai.benchmarks.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the tables of the README: each corpus in several starts of Java, since every start compiles the shared code in a way of its
 * own. The median of the starts stands in the table, and the least and the greatest beside it.
 *
 * <pre>{@code
 * java -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Starts 5 8000 3
 * }</pre>
 */
public final class Starts {

    private Starts() {}

    /**
     * Measures and prints.
     *
     * @param arguments how many starts, how many documents, and how many rounds in each start
     * @throws Exception when a start fails
     */
    public static void main(String[] arguments) throws Exception {
        int starts = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        String rounds = arguments[2];
        for (Corpus each : Corpus.values()) {
            // A page is some eight times as long as a document.
            int documents = each == Corpus.PAGES ? Math.max(1, count / 4) : count;
            table(each + ", documents", starts, Pipeline.class, Integer.toString(documents), rounds, each.name());
        }
        table("sources", starts, Sources.class, Integer.toString(count), rounds);
        table("packages", starts, Verification.class, Integer.toString(count), rounds);
        // A small run, as of CI, is one of short texts.
        Doubling.main(new String[] {count < 1000 ? "1024" : "65536", rounds});
    }

    private static void table(String name, int starts, Class<?> main, String... arguments) throws Exception {
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int i = 0; i < starts; i++) {
            start(main, arguments, figures);
        }
        System.out.printf(
                "%n%s, %d starts%n%n| work | a second | CPU time against the first of its kind | KB allocated for each |%n"
                        + "|---|---:|---:|---:|%n",
                name, starts);
        figures.forEach((work, each) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                work,
                range(each, 0, "%,.0f"),
                range(each, 1, "%.2f"),
                range(each, 2, "%.1f")));
    }

    private static String range(List<double[]> figures, int column, String form) {
        double[] values =
                figures.stream().mapToDouble(each -> each[column]).sorted().toArray();
        return String.format(
                Locale.ROOT,
                form + " (" + form + "–" + form + ")",
                Measurement.median(values),
                values[0],
                values[values.length - 1]);
    }

    private static void start(Class<?> main, String[] arguments, Map<String, List<double[]>> figures) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> read(line, figures));
        }
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    /** Keeps the figures of a line of the table that a start prints. */
    private static void read(String line, Map<String, List<double[]>> figures) {
        String[] cells = line.split(" ?\\| ?");
        if (cells.length == 5 && cells[2].matches("[\\d,.]+")) {
            double[] values = new double[3];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.parseDouble(cells[i + 2].replace(",", ""));
            }
            figures.computeIfAbsent(cells[1], each -> new ArrayList<>()).add(values);
        }
    }
}
