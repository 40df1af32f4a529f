package org.gongkai.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Site;
import org.gongkai.core.source.FieldFate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of real sites, kept beside the checkout, against what a person reads on them. */
class PracticePagesTest {

    private final Path pages = Path.of(System.getProperty("gongkai.checkout"), "..", "shared", "data", "pages")
            .normalize();

    @BeforeEach
    void thePagesAreThere() {
        assumeTrue(Files.isDirectory(pages), "no practice pages at " + pages);
    }

    @Test
    void whatAPersonReadsOnThePageIsRead() throws IOException {
        List<String> misses = new ArrayList<>();
        int compared = 0;
        for (NamedCsvRecord row : rows(pages.resolve("expected.csv"))) {
            Mapped mapped = Taken.from(pages.resolve(row.getField("file"))).only();
            OfficialDocument read = (OfficialDocument) mapped.record();
            for (Map.Entry<String, String> each : said(read).entrySet()) {
                String wanted = normal(each.getKey(), row.getField(each.getKey()));
                String got = normal(each.getKey(), each.getValue());
                if (wanted.isEmpty() && defaulted(mapped, each.getKey())) {
                    continue;
                }
                compared++;
                if (!wanted.equals(got)) {
                    misses.add(row.getField("file") + ' ' + each.getKey() + ": wanted " + wanted + ", got " + got);
                }
            }
        }
        int fields = compared;
        assertTrue(misses.size() <= fields * 0.03, () -> misses.size() + " of " + fields + ": " + misses);
    }

    @Test
    void theDocumentsOwnNumberIsReadAndCitedOnesAreNot() throws IOException {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        int inText = 0;
        for (NamedCsvRecord row : rows(pages.resolve("fragments").resolve("index.csv"))) {
            Path page = pages.resolve("fragments").resolve(row.getField("file"));
            OfficialDocument read = Taken.from(page).document();
            String wanted = row.getField("expected_document_number");
            String got =
                    read.documentNumber() == null ? "" : read.documentNumber().text();
            boolean none = wanted.isEmpty()
                    || wanted.startsWith("(")
                    || row.getField("how_established").startsWith("field");
            String regular = wanted.startsWith("(") || wanted.isEmpty()
                    ? ""
                    : DocumentNumber.read(wanted).value().text();
            inText += none ? 0 : 1;
            found += !none && got.equals(regular) ? 1 : 0;
            if (!got.equals(regular) && !(none && got.isEmpty())) {
                wrong.add(page.getFileName() + ": wanted " + regular + ", got " + got);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(inText, found);
    }

    /** What no label on the page gives but the title or the note does; the table of expectations has labels only. */
    private static boolean defaulted(Mapped mapped, String column) {
        String pointer = column.equals("issuer") ? "/issuers" : "/openness";
        return mapped.ledger().stream()
                .anyMatch(each -> each.fate() == FieldFate.DEFAULTED
                        && pointer.equals(each.target())
                        && (column.equals("issuer") || column.equals("open_mode")));
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

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> all = rows.stream()) {
            return all.toList();
        }
    }
}
