package org.gongkai.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DateText;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Site;
import org.gongkai.core.source.FieldFate;
import org.gongkai.ingest.source.Mapped;

/**
 * What a person reads on the practice pages against what is read.
 *
 * @param fields for each field how many pages show it, and on how many of these it is read as a person reads it
 * @param misses the others, each with what was wanted and what came
 */
record PracticePages(Map<String, int[]> fields, List<String> misses) {

    static PracticePages of(Path pages) throws IOException {
        Map<String, int[]> fields = new LinkedHashMap<>();
        List<String> misses = new ArrayList<>();
        for (NamedCsvRecord row : rows(pages.resolve("expected.csv"))) {
            Mapped mapped = Taken.from(pages.resolve(row.getField("file"))).only();
            OfficialDocument read = (OfficialDocument) mapped.record();
            for (Map.Entry<String, String> each : said(read).entrySet()) {
                String column = each.getKey();
                String wanted = normal(column, row.getField(column));
                String got = normal(column, each.getValue());
                if (wanted.isEmpty() && (got.isEmpty() || defaulted(mapped, column) || unseen(mapped, column))) {
                    continue;
                }
                int[] counts = fields.computeIfAbsent(column, any -> new int[2]);
                counts[0]++;
                counts[1] += wanted.equals(got) ? 1 : 0;
                if (!wanted.equals(got)) {
                    misses.add(row.getField("file") + ' ' + column + ": wanted " + wanted + ", got " + got);
                }
            }
        }
        return new PracticePages(fields, misses);
    }

    int shown() {
        return fields.values().stream().mapToInt(each -> each[0]).sum();
    }

    /** The table of the guide. */
    String table(Locale language) {
        StringBuilder table = new StringBuilder(
                language == Locale.CHINESE
                        ? "| 字段 | 页面上有 | 读对 |\n|---|---:|---:|\n"
                        : "| field | on the pages | read right |\n|---|---:|---:|\n");
        fields.forEach((field, counts) -> row(table, field, counts[0], counts[1]));
        row(table, language == Locale.CHINESE ? "**合计**" : "**all**", shown(), shown() - misses.size());
        return table + String.format(Locale.ROOT, "\n%.1f %%\n", 100.0 * (shown() - misses.size()) / shown());
    }

    private static void row(StringBuilder table, String field, int shown, int right) {
        table.append("| ")
                .append(field)
                .append(" | ")
                .append(shown)
                .append(" | ")
                .append(right)
                .append(" |\n");
    }

    /** What no label on the page gives but the title or the note does; the table of expectations has labels only. */
    private static boolean defaulted(Mapped mapped, String column) {
        String pointer = column.equals("issuer") ? "/issuers" : "/openness";
        return mapped.ledger().stream()
                .anyMatch(each -> each.fate() == FieldFate.DEFAULTED
                        && pointer.equals(each.target())
                        && (column.equals("issuer") || column.equals("open_mode")));
    }

    /** A date that the page says to machines alone: nobody reads it there. */
    private static boolean unseen(Mapped mapped, String column) {
        return column.equals("date_published")
                && mapped.ledger().stream()
                        .anyMatch(each -> "/publishedOn".equals(each.target())
                                && "firstpublishedtime".equals(each.location().label()));
    }

    private static Map<String, String> said(OfficialDocument read) {
        Optional<Site> site = Optional.ofNullable(read.site());
        Map<String, String> said = new LinkedHashMap<>();
        said.put("title", text(read.title()));
        said.put("issuer", read.issuers().stream().map(Object::toString).collect(Collectors.joining("、")));
        said.put("document_number", text(read.documentNumber()));
        said.put("date_written", text(read.writtenOn()));
        said.put("date_published", text(read.publishedOn()));
        said.put("index_number", text(read.indexNumber()));
        said.put("topic", text(read.theme()));
        said.put("open_mode", text(read.openness()));
        said.put("meta_SiteName", site.map(Site::name).orElse(""));
        said.put("meta_SiteIDCode", site.map(Site::idCode).orElse(""));
        said.put("meta_ColumnName", site.map(Site::columnName).orElse(""));
        said.put("meta_ContentSource", text(read.contentSource()));
        return said;
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String normal(String column, String text) {
        String bare = text.replaceAll("[\\s　]", "");
        if (column.startsWith("date") && !bare.isEmpty()) {
            return String.valueOf(DateText.read(text).value());
        }
        // One page has a classification of its column only, told apart by its label.
        return column.equals("topic") && bare.startsWith("组配分类") ? "" : bare;
    }

    static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> all = rows.stream()) {
            return all.toList();
        }
    }
}
