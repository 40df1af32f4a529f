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
            {"name": "t", "version": "1", "engine": "csv", "evidence": "derived", "file": "t.csv",
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
                "\"title\"                  | \"titel\"                               | /fields/0/source | issuers[0]",
                "\"source\": \"title\"      | \"sauce\": \"title\"                    | /fields/0/sauce  | pattern",
                "\"source\": \"title\"      | \"maxLength\": \"long\"                 | /fields/0/maxLength | whole number",
                "\"source\": \"title\"      | \"values\": {\"a\": 1}                 | /fields/0/values | text",
                "\"derived\"                | \"hearsay\"                             | /evidence | mirror",
                "\"t.csv\"                  | \"../t.csv\"                            | /file     | relative",
                "\"t.csv\"                  | \"a./t.csv\"                            | /file     | relative",
                "\"t.csv\"                  | \"lists/CON.csv\"                       | /file     | relative",
                "\"t.csv\"                  | \"records.ndjson\"                      | /file     | records.ndjson",
                "\"t.csv\"                  | \"attachments/t.csv\"                   | /file     | attachments",
                "\"t.csv\"                  | \"t-{number}.csv\"                      | /recordsPerFile | number",
                "\"version\": \"1\",        | ~~                                      | /version  | missing",
                "\"source\": \"title\"      | \"pattern\": \"yyyy-MM-dd hh:mm:ss\"    | /fields/0/pattern | HH",
                "\"source\": \"title\"      | \"pattern\": \"yyyy-MM-dd XXX\"         | /fields/0/pattern | date pattern",
                "\"file\"                   | \"encoding\": \"UTF-16\", \"file\"      | /encoding | GB18030",
                "\"file\"                   | \"sha256\": \"00\", \"file\"            | /sha256   | there are",
                "\"file\"                   | \"version\": \"2\", \"file\"            | /version  | second time",
                "\"file\"                   | \"csv\": {\"delimiter\": \"x\"}, \"file\" | /csv/delimiter | semicolon",
                "\"file\"                   | \"page\": {}, \"file\"                  | /page     | html only",
                "\"engine\": \"csv\"        | \"engine\": \"xml\"                     | /envelope | needed",
                "\"engine\": \"csv\"        | \"engine\": \"html\"                    | /page     | needed",
                "\"source\": \"title\"      | \"attachments\": true                   | /fields/0/attachments | html",
                "]}                         | ]} x                                    | t.json:2  | JSON"
            })
    void aFaultNamesFilePlaceAndWhatIsAllowed(String part, String fault, String place, String allowed) {
        assertTrue(GOOD.contains(part));
        ProfileException e = assertThrows(ProfileException.class, () -> read(GOOD.replace(part, fault)));
        assertTrue(e.getMessage().startsWith("t.json:"), e.getMessage());
        assertTrue(e.getMessage().contains(place), e.getMessage());
        assertTrue(e.getMessage().contains(allowed), e.getMessage());
        assertTrue(e.text(Locale.CHINESE).startsWith("t.json:"), e.text(Locale.CHINESE));
    }

    @Test
    void everyFaultIsNamedAtOnceWithItsLine() {
        ProfileException e = assertThrows(ProfileException.class, () -> read("""
                {
                  // a comment
                  "name": "t", "version": 1,
                  "engine": "pdf", "evidence": "derived",
                  "file": "t.csv",
                  "fields": [
                    {"name": "a", "source": "titel"},
                    {"name": "a", "surce": "title"},
                  ],
                }"""));
        assertEquals(
                List.of("3/version", "4/engine", "7/fields/0/source", "8/fields/1/name", "8/fields/1/surce"),
                e.faults().stream()
                        .map(each -> each.line() + each.pointer())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void theTwoTablesHaveTheSameColumns() {
        assertEquals(
                FormatProfile.shipped("library-table").fields(),
                FormatProfile.shipped("library-table-xlsx").fields());
    }

    @Test
    void theTemplateSaysWhatIsToBeFilledInAndNothingElse() {
        String template = FormatProfile.text("db37t4560-3");
        ProfileException e = assertThrows(ProfileException.class, () -> read(template));
        assertEquals(
                template.lines()
                        .filter(each -> each.matches(".*\"(?:name|root|record)\": \"\".*"))
                        .count(),
                e.faults().size());
        assertTrue(e.text(Locale.CHINESE).contains("待填写：按标准文本写出 title"), e.text(Locale.CHINESE));
    }

    @Test
    void theTemplateFilledInIsAProfile() throws IOException {
        String template = FormatProfile.text("db37t4560-3");
        for (int i = 0; template.contains(": \"\""); i++) {
            template = template.replaceFirst(": \"\"", ": \"item" + i + "\"");
        }
        FormatProfile profile = read(template);
        assertEquals("item2", profile.fields().get(0).name());
        assertEquals(org.gongkai.core.Evidence.UNVERIFIED, profile.evidence());
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
        RecordView view = new RecordView(Documents.whole(), attachment -> "data/attachments/a.doc");
        DocumentSource.SOURCES.forEach((path, source) -> {
            Object value = source.read().apply(view);
            assertTrue(value != null && !value.equals(List.of()), path);
        });
    }
}
