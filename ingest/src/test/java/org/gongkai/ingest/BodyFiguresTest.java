package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.ingest.source.Mapped;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a page's text the body is, on pages of a public benchmark that nobody wrote this reader for. */
class BodyFiguresTest {

    /** It only rises: what is read worse than before is mended before it is merged. */
    private static final double LEAST = 0.966;

    private static final int SHINGLE = 4;

    private final Path data = Path.of(System.getProperty("gongkai.checkout"), "..", "shared", "data", "extraction")
            .normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void thePagesAreThere() {
        assumeTrue(Files.isDirectory(data), "no pages of the benchmark at " + data);
    }

    @Test
    void theBodyIsTheTextAndLittleElse() throws IOException {
        JsonNode answers = JsonMapper.builder().build().readTree(Files.readString(data.resolve("answers.json")));
        int pages = 0;
        double precision = 0;
        double recall = 0;
        for (Iterator<String> names = answers.fieldNames(); names.hasNext(); pages++) {
            String name = names.next();
            List<String> wanted = shingles(answers.get(name).asText());
            List<String> read = shingles(body(name));
            double common = common(wanted, read);
            precision += read.isEmpty() ? 0 : common / read.size();
            recall += common / wanted.size();
        }
        double p = precision / pages;
        double r = recall / pages;
        double f = 2 * p * r / (p + r);
        assertTrue(f >= LEAST, "F1 " + f + ", precision " + p + ", recall " + r);
        String row = String.format(Locale.ROOT, "| %d | %.3f | %.3f | %.3f |\n", pages, p, r, f);
        IngestFiguresTest.check(
                "docs/ingest.md", "bodies", "| pages | precision | recall | F1 |\n|---:|---:|---:|---:|\n" + row);
        IngestFiguresTest.check(
                "docs/ingest.zh-CN.md", "bodies", "| 页面 | 精确率 | 召回率 | F1 |\n|---:|---:|---:|---:|\n" + row);
    }

    private String body(String name) throws IOException {
        try (InputStream page =
                new GZIPInputStream(Files.newInputStream(data.resolve("pages").resolve(name + ".html.gz")))) {
            Path file = Taken.write(folder, name + ".html", page.readAllBytes());
            StringBuilder text = new StringBuilder();
            for (Mapped each : Taken.from(file).records) {
                Body body = ((OfficialDocument) each.record()).body();
                text.append(body == null || body.text() == null ? "" : body.text());
            }
            return text.toString();
        }
    }

    /** Each four words that follow one another. */
    private static List<String> shingles(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        List<String> shingles = new ArrayList<>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }

    private static double common(List<String> one, List<String> other) {
        Map<String, Integer> counts = new HashMap<>();
        one.forEach(each -> counts.merge(each, 1, Integer::sum));
        int common = 0;
        for (String each : other) {
            if (counts.merge(each, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common;
    }
}
