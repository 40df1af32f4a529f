package org.gongkai.export.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.Documents;
import org.gongkai.export.engine.KindSources;
import org.gongkai.export.engine.RecordView;
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
                "\"source\": \"title\"      | \"values\": {\"a\": 1}                 | /fields/0/values/a | text",
                "\"source\": \"title\"      | \"source\": [\"title\", \"titel\"]        | /fields/0/source/1 | there are",
                "\"source\": \"title\"      | \"source\": [\"title\", \"title\"]        | /fields/0/source/1 | twice",
                "\"source\": \"title\"      | \"source\": []                           | /fields/0/source | at least one",
                "\"source\": \"title\"      | \"source\": \"writtenOn\", \"pattern\": \"yyyy-mm-dd\" | /fields/0/pattern | month MM",
                "\"source\": \"title\"      | \"source\": \"writtenOn\", \"pattern\": \"YYYY-MM-dd\" | /fields/0/pattern | year yyyy",
                "\"source\": \"title\"      | \"source\": \"writtenOn\", \"pattern\": \"yyyy-MM-DD\" | /fields/0/pattern | day dd",
                "\"source\": \"title\"      | \"source\": \"title\", \"pattern\": \"yyyy\" | /fields/0/pattern | dates only",
                "\"source\": \"title\"      | \"source\": \"title\", \"join\": \";\" | /fields/0/join | lists only",
                "\"source\": \"title\"      | \"values\": {\"a\": \"b\"}                 | /fields/0/values | sources only",
                "\"source\": \"title\"      | \"constant\": \"four\", \"maxLength\": 3   | /fields/0/constant | longer than the 3",
                "\"source\": \"title\"      | \"constant\": \"<script></script>\", \"form\": \"html\" | /fields/0/constant | HTML",
                "\"source\": \"title\"      | \"constant\": \"\\u0001\"                 | /fields/0/constant | control character",
                "\"version\": \"1\"         | \"version\": \"1\\nCount: 2\"              | /version  | found \"1\\nCount: 2\"",
                "\"name\": \"t\"            | \"name\": \"../t\"                         | /name     | found \"../t\"",
                "\"name\": \"t\"            | \"name\": \"jcms-book-1.0\"                | /name     | comes with the library",
                "\"t.csv\"                  | \"decisions/t.csv\"                       | /file     | decisions",
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
    void oneFaultIsNamedOnceAndDrawsNoOthersAfterIt() {
        ProfileException e = assertThrows(ProfileException.class, () -> read("""
                {
                  "name": 5, "version": "1", "engine": "XML", "evidence": "derived", "file": "t.xml",
                  "envelope": {"root": "a", "record": "b", "head": [
                    {"name": "v", "constant": "1"}, {"name": "v"}, {"name": "b", "maxLength": 3}]},
                  "fields": {}
                }"""));
        assertEquals(
                List.of(
                        "/name",
                        "/engine",
                        "/envelope/head/2/maxLength",
                        "/envelope/head/1/name",
                        "/envelope/head/2/name",
                        "/fields"),
                e.faults().stream().map(ProfileException.Fault::pointer).toList(),
                e.getMessage());
        assertTrue(
                e.text(Locale.CHINESE).contains("/engine：应为 xml, json, csv, xlsx, html 之一；实为 \"XML\""),
                e.text(Locale.CHINESE));
    }

    @Test
    void aFileInAnotherCharsetIsToldByItsLine() {
        byte[] file =
                GOOD.replace("\"t\"", "\"t\",\n\"note\": \"说明\"").getBytes(java.nio.charset.Charset.forName("GB18030"));
        ProfileException e = assertThrows(
                ProfileException.class, () -> FormatProfile.read(new java.io.ByteArrayInputStream(file), "t.json"));
        assertTrue(e.getMessage().endsWith("this is not UTF-8; save the file as UTF-8"), e.getMessage());
        assertTrue(e.getMessage().matches("t\\.json:[2-9].*"), e.getMessage());
    }

    @Test
    void aCopyOfAShippedProfileMayKeepItsNameAndAChangedOneMayNot() throws IOException {
        String text = FormatProfile.text("library-table");
        assertEquals(FormatProfile.shipped("library-table"), read(text));
        assertThrows(ProfileException.class, () -> read(text.replace("发文机关", "发布机关")));
    }

    @Test
    void formatsOfOneNameOrOnePlaceClash() throws IOException {
        FormatProfile table = FormatProfile.shipped("library-table");
        for (String each : List.of(
                "\"name\": \"Library-Table\", \"file\": \"x.csv\"",
                "\"name\": \"x\", \"file\": \"LIBRARY.csv\"",
                "\"name\": \"x\", \"file\": \"library.csv/x.csv\"")) {
            assertTrue(read("{" + each + ", \"version\": \"1\", \"engine\": \"csv\", \"evidence\": \"derived\","
                            + "\"fields\": [{\"name\": \"a\"}]}")
                    .clashesWith(table));
        }
        assertTrue(read("""
                {"name": "x", "file": "library-0002.xlsx", "version": "1", "engine": "xlsx", "evidence": "derived",
                 "fields": [{"name": "a"}]}""").clashesWith(FormatProfile.shipped("library-table-xlsx")));
        assertFalse(table.clashesWith(FormatProfile.shipped("library-table-xlsx")));
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
                    KindSources.of(RecordKind.of(OfficialDocument.class)).elements().stream()
                            .anyMatch(element -> element.path().equals(each.getName())
                                    || element.path().startsWith(each.getName() + ".")),
                    each.getName());
        }
    }

    @Test
    void everySourceGivesAValueForAWholeDocument() {
        RecordKind<OfficialDocument> kind = RecordKind.of(OfficialDocument.class);
        OfficialDocument whole = Documents.whole();
        for (RecordField each : kind.fields()) {
            if (each.type() == String.class && !each.many() && each.read(whole) == null) {
                whole = kind.with(whole, each.name(), each.label().zh());
            }
        }
        RecordView view = new RecordView(whole, attachment -> "data/attachments/a.doc");
        KindSources.of(RecordKind.of(OfficialDocument.class)).sources().forEach((path, source) -> {
            Object value = source.read().apply(view);
            assertTrue(value != null && !value.equals(List.of()), path);
        });
    }
}
