package org.gongkai.validation.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.source.Location;
import org.gongkai.validation.Lists;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DocumentKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Documents of real sites, some of which are taken away: all losses are found, and none is invented. */
class RealCoverageTest {

    @Test
    void everyPlantedLossIsFoundAndNoneIsInvented() throws IOException {
        List<OfficialDocument> documents = documents();
        assertTrue(documents.size() > 2_000, "documents: " + documents.size());
        Lists register = new Lists();
        List<OfficialDocument> published = new ArrayList<>();
        Set<String> lost = new TreeSet<>();
        Set<String> added = new TreeSet<>();
        for (int i = 0; i < documents.size(); i++) {
            OfficialDocument each = documents.get(i);
            if (i % 19 == 7) {
                added.add(each.key());
                published.add(each);
                continue;
            }
            register.and(asAClerkWritesIt(each, i), null);
            if (i % 17 == 3) {
                lost.add(String.valueOf(each.title()));
            } else {
                published.add(each);
            }
        }
        CoverageAudit audit = new CoverageAudit(Records.PROFILE, register, List.of());
        List<Finding> findings = new ArrayList<>();
        for (OfficialDocument each : published) {
            findings.addAll(audit.see(each, Location.of("published.jsonl")));
        }
        audit.end(findings::add);

        Set<String> missing = new TreeSet<>();
        for (Finding each : findings) {
            if (each.rule().equals("inventory.entry.missing")) {
                missing.add(String.valueOf(each.value()));
            }
        }
        assertEquals(lost.size(), missing.size());
        for (String title : lost) {
            assertTrue(missing.stream().anyMatch(each -> each.endsWith(ending(title))), "not found missing: " + title);
        }
        assertEquals(added, keys(findings, "inventory.record.extra"));
        for (String rule : List.of(
                "inventory.record.again",
                "inventory.record.titleDiffers",
                "inventory.record.numberDiffers",
                "inventory.record.dateDiffers")) {
            assertEquals(Set.of(), keys(findings, rule), rule);
        }
        InventoryCount count = audit.result().inventory();
        assertEquals(published.size() - added.size(), count.found());
        assertEquals(lost.size(), count.missing());
    }

    @Test
    void theSeriesOfRealNumbersAddUpAndLeaveNoGapOfThousands() throws IOException {
        CoverageAudit audit = new CoverageAudit(Records.PROFILE);
        long numbered = 0;
        for (OfficialDocument each : documents()) {
            audit.see(each, Location.of("published.jsonl"));
            DocumentNumber number = DocumentKeys.regular(each.documentNumber());
            numbered += number != null && number.serial() != null ? 1 : 0;
        }
        audit.end();
        SeriesCount count = audit.result().numbers();
        assertTrue(count.series() > 20 && count.seen() <= numbered, count.toString());
        for (NumberSeries each : audit.result().series()) {
            long longest = each.gaps().stream()
                    .mapToLong(NumberSeries.Gap::length)
                    .max()
                    .orElse(0);
            assertTrue(longest < 1_000 || each.seen() < 10, each.toString());
        }
    }

    /** Brackets of the old kind, a leading zero, no agency before the title, the day of writing alone. */
    private static OfficialDocument asAClerkWritesIt(OfficialDocument document, int i) {
        DocumentNumber number = document.documentNumber();
        OfficialDocumentBuilder row =
                OfficialDocumentBuilder.builder().title(document.title()).publishedOn(document.publishedOn());
        if (number == null) {
            return row.build();
        }
        String text = i % 2 == 0 ? number.text().replace('〔', '[').replace("〕", "]第") : number.text();
        return row.documentNumber(DocumentNumber.parse(text))
                .title(i % 3 == 0 ? ending(document.title()) : document.title())
                .publishedOn(i % 5 == 0 ? null : document.publishedOn())
                .build();
    }

    private static String ending(@Nullable String title) {
        String text = String.valueOf(title);
        return text.contains("关于") ? text.substring(text.indexOf("关于")) : text;
    }

    private static Set<String> keys(List<Finding> findings, String rule) {
        return findings.stream()
                .filter(each -> each.rule().equals(rule))
                .map(each -> String.valueOf(each.record()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The documents that differ from each other in number, or in title and date where they have none. */
    private static List<OfficialDocument> documents() throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout", ""))
                .resolve("../shared/data/documents.jsonl")
                .normalize();
        assumeTrue(Files.isReadable(file), () -> "real data are not here: " + file);
        ObjectMapper json = new ObjectMapper();
        List<OfficialDocument> documents = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = json.readTree(line);
            String number = node.path("number").asText("");
            String date = node.path("datePublished").asText("");
            OfficialDocument document = OfficialDocumentBuilder.builder()
                    .title(node.path("title").asText().replaceAll("[\\r\\n]+", ""))
                    .documentNumber(DocumentNumber.read(number).value())
                    .publishedOn(DateText.read(date).value())
                    .build();
            DocumentNumber regular = DocumentKeys.regular(document.documentNumber());
            String title = DocumentKeys.titleKey(ending(document.title()));
            boolean fresh = regular == null
                    ? seen.add(title + document.publishedOn())
                    : seen.add(regular.text()) && seen.add(title + document.publishedOn());
            if (fresh) {
                documents.add(document);
            }
        }
        return documents;
    }
}
