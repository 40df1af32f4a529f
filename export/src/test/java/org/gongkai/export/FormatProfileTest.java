package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongkai.core.document.OfficialDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatProfileTest {

    private static final String GOOD = """
            {"name": "t", "version": "1", "engine": "table", "evidence": "derived", "file": "t.csv",
             "fields": [{"name": "标题", "source": "title"}]}""";

    private static FormatProfile read(String json) throws IOException {
        return FormatProfile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "t.json");
    }

    static Stream<String> shippedNames() {
        return FormatProfile.shippedNames().stream();
    }

    @ParameterizedTest
    @MethodSource("shippedNames")
    void aShippedProfileBearsItsNameAndDigest(String name) {
        FormatProfile profile = FormatProfile.shipped(name);
        assertEquals(name, profile.name());
        assertEquals(64, profile.sha256().length());
    }

    @Test
    void aGoodProfileIsRead() throws IOException {
        FormatProfile profile = read(GOOD);
        assertEquals("UTF-8", profile.encoding());
        assertEquals("title", profile.fields().get(0).source().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"title\"                  | \"titel\"                               | 标题   | issuers[0]",
                "\"source\": \"title\"      | \"sauce\": \"title\"                    | /fields/0 | pattern",
                "\"derived\"                | \"hearsay\"                             | /evidence | mirror",
                "\"t.csv\"                  | \"../t.csv\"                            | file   | relative",
                "\"t.csv\"                  | \"records.ndjson\"                      | file   | records.ndjson",
                "\"t.csv\"                  | \"t-{number}.csv\"                      | recordsPerFile | number",
                "\"version\": \"1\",        | ~~                                      | version | a value",
                "\"source\": \"title\"      | \"pattern\": \"yyyy-MM-dd hh:mm:ss\"    | 标题   | HH",
                "\"source\": \"title\"      | \"pattern\": \"yyyy-MM-dd XXX\"         | 标题   | date pattern",
                "\"file\"                   | \"encoding\": \"UTF-16\", \"file\"      | encoding | GB18030",
                "\"file\"                   | \"sha256\": \"00\", \"file\"            | sha256 | a format profile",
                "\"engine\": \"table\"      | \"engine\": \"xml\"                     | envelope | a value",
                "\"source\": \"title\"      | \"attachments\": true                   | 标题   | html",
                "]}                         | ]} x                                    | line 2 | JSON"
            })
    void aFaultNamesFilePlaceAndWhatIsAllowed(String part, String fault, String place, String allowed) {
        assertTrue(GOOD.contains(part));
        ProfileException e = assertThrows(ProfileException.class, () -> read(GOOD.replace(part, fault)));
        assertTrue(e.getMessage().startsWith("t.json, "), e.getMessage());
        assertTrue(e.place().contains(place), e.getMessage());
        assertTrue(e.getMessage().contains(allowed), e.getMessage());
        assertTrue(e.text(Locale.CHINESE).contains("t.json"), e.text(Locale.CHINESE));
    }

    @Test
    void everyComponentOfADocumentIsAccountedFor() {
        for (var each : OfficialDocument.class.getRecordComponents()) {
            assertTrue(
                    DocumentSource.ELEMENTS.stream()
                            .anyMatch(element -> element.path().equals(each.getName())
                                    || element.path().startsWith(each.getName() + ".")),
                    each.getName());
        }
    }

    @Test
    void everySourceGivesAValueForAWholeDocument() {
        RecordView view = new RecordView(Documents.whole());
        DocumentSource.SOURCES.forEach((path, source) -> {
            Object value = source.read().apply(view);
            assertTrue(value != null && !value.equals(List.of()), path);
        });
    }
}
