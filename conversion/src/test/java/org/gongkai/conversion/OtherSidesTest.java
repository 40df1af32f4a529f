package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one side of a link says, the other says in the package. */
class OtherSidesTest {

    private static final String DOCUMENT = "{\"kind\":\"document\",\"title\":\"临湾区停车管理办法\",\"issuers\":[\"临湾区人民政府\"],"
            + "\"documentNumber\":\"临政发〔2024〕6号\",\"openness\":\"%s\"%s}\n";
    private static final String INTERPRETATION =
            "{\"kind\":\"interpretation\",\"title\":\"《临湾区停车管理办法》政策解读\",\"form\":\"文字解读\",\"publisher\":\"临湾区人民政府\"%s}\n";
    private static final String NAMED = ",\"interprets\":[{\"documentNumber\":\"临政发〔2024〕6号\"}]";
    private static final String LINKED = ",\"relations\":[{\"type\":\"政策解读\",\"target\":\"《临湾区停车管理办法》政策解读\"}]";

    @TempDir
    private Path folder;

    private Path sources;
    private Path target;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void name() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
        target = folder.resolve("package");
    }

    /** The records of the package by their kind. */
    private Map<String, JsonNode> packed(String... lines) throws IOException {
        Files.writeString(sources.resolve("a.ndjson"), String.join("", lines));
        Clock clock = Clock.fixed(Instant.parse("2024-06-01T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
        Conversion.of(Profile.named("shandong-library"), clock)
                .into(target)
                .onFinding(each -> told.add(each.finding().rule()))
                .run(List.of(sources));
        PackageSchemas.checkPackage(target);
        assertTrue(PackageVerification.of(target).good());
        Map<String, JsonNode> records = new HashMap<>();
        for (String each : Files.readAllLines(target.resolve("data/records.ndjson"))) {
            JsonNode record = CanonicalJson.mapper().readTree(each);
            records.put(record.get("kind").textValue(), record);
        }
        return records;
    }

    private String file(String name) throws IOException {
        return Files.readString(target.resolve(name));
    }

    @Test
    void aDocumentLeadsToTheInterpretationThatNamesIt() throws IOException {
        Map<String, JsonNode> records = packed(DOCUMENT.formatted("主动公开", ""), INTERPRETATION.formatted(NAMED));
        JsonNode relations = records.get("document").path("relations");
        assertEquals(1, relations.size());
        assertEquals("政策解读", relations.get(0).get("type").textValue());
        assertEquals("《临湾区停车管理办法》政策解读", relations.get(0).get("target").textValue());
        assertTrue(file("ledger.ndjson").contains("from-other-side"));
        assertEquals(
                1,
                told.stream().filter("interpretation.notMutual"::equals).count(),
                "the source is judged as it stands");
        assertTrue(file("findings.ndjson").contains("interpretation.notMutual"));
    }

    @Test
    void anInterpretationLeadsToTheDocumentThatLinksToIt() throws IOException {
        Map<String, JsonNode> records = packed(INTERPRETATION.formatted(""), DOCUMENT.formatted("主动公开", LINKED));
        JsonNode interprets = records.get("interpretation").path("interprets");
        assertEquals(1, interprets.size());
        assertEquals("临政发〔2024〕6号", interprets.get(0).get("documentNumber").textValue());
        assertEquals("临湾区停车管理办法", interprets.get(0).get("title").textValue());
        assertTrue(told.contains("interpretation.target.missing"), told.toString());
    }

    @Test
    void nothingLeadsToADocumentThatStaysBehind() throws IOException {
        Map<String, JsonNode> records = packed(INTERPRETATION.formatted(""), DOCUMENT.formatted("不予公开", LINKED));
        assertFalse(records.containsKey("document"));
        assertTrue(records.get("interpretation").path("interprets").isEmpty());
        assertFalse(file("ledger.ndjson").contains("from-other-side"));
        assertFalse(file("data/records.ndjson").contains("临政发〔2024〕6号"));
    }

    @Test
    void whatIsLinkedBothWaysIsWrittenAsItStands() throws IOException {
        Map<String, JsonNode> records = packed(DOCUMENT.formatted("主动公开", LINKED), INTERPRETATION.formatted(NAMED));
        assertEquals(1, records.get("document").path("relations").size());
        assertEquals(1, records.get("interpretation").path("interprets").size());
        assertFalse(file("ledger.ndjson").contains("from-other-side"));
    }

    @Test
    void anAnswerWhoseDocumentsAllLapsedIsNotShownToThePublic() throws IOException {
        String answer =
                "{\"kind\":\"policy-answer\",\"question\":\"%s\",\"answer\":\"按办法办理。\",\"responsible\":\"临湾区公安局\","
                        + "\"sources\":[{\"documentNumber\":\"%s\"}],\"publishedOn\":\"2024-03-01\"}\n";
        packed(
                DOCUMENT.formatted("主动公开", ",\"validity\":\"废止\""),
                DOCUMENT.formatted("主动公开", "").replace("6号", "7号").replace("停车", "供热"),
                answer.formatted("停车怎样收费？", "临政发〔2024〕6号"),
                answer.formatted("供热怎样报修？", "临政发〔2024〕7号"));
        assertTrue(told.contains("policyAnswer.source.lapsed"), told.toString());
        for (String each : List.of("faq.html", "answers.ndjson")) {
            String shown = file("data/interpretation/" + each);
            assertTrue(shown.contains("供热怎样报修"), shown);
            assertFalse(shown.contains("停车怎样收费"), shown);
        }
        assertTrue(file("data/records.ndjson").contains("停车怎样收费"));
    }
}
