package org.gongkai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.table.TableKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    private static final Path DOCS = Path.of(System.getProperty("gongkai.checkout"), "docs");

    @TempDir
    Path folder;

    @Test
    void theExampleOfTheManualIsAppliedToEachRow() throws IOException {
        LegacyReader reader = LegacyReader.standard().withMapping(Mapping.read(DOCS.resolve("mapping.example.yaml")));
        Path table = Files.writeString(
                folder.resolve("a.csv"),
                "文件全名,文号文本,登记时间,上网时间,状态码,浏览量\n关于开会的通知,青崂政办字〔2023〕13号,21/07/2023,1690156800000,1,99\n");
        Taken taken = Taken.from(reader, table);
        OfficialDocument read = taken.document();
        assertEquals("关于开会的通知", read.title());
        assertEquals(LocalDate.of(2023, 7, 21), read.writtenOn());
        assertEquals(LocalDate.of(2023, 7, 24), read.publishedOn());
        assertEquals("有效", read.validity().text());
        assertEquals("某区人民政府", read.site().name());
        assertEquals(FieldFate.REPAIRED, taken.field("状态码").fate());
        assertEquals(FieldFate.IGNORED, taken.field("浏览量").fate());
        assertEquals(List.of("网站统计，与公文无关"), taken.field("浏览量").reasons());
        LedgerEntry openness = taken.only().ledger().stream()
                .filter(each -> "/openness".equals(each.target()))
                .findFirst()
                .orElseThrow();
        assertEquals(FieldFate.DEFAULTED, openness.fate());
        assertEquals(List.of("constant"), openness.reasons());
        assertEquals("主动公开", openness.result());
    }

    @Test
    void whatTheSourceSaysComesBeforeAConstant() throws IOException {
        LegacyReader reader = LegacyReader.standard()
                .withMapping(Mapping.parse("m", "constants:\n  title: 关于开会的通知\n  openness: 主动公开\n"));
        Taken taken =
                Taken.from(reader, Files.writeString(folder.resolve("a.json"), "{\"公开方式\":\"依申请公开\",\"发文字号\":\"无\"}"));
        assertEquals("依申请公开", taken.document().openness().text());
        assertEquals("关于开会的通知", taken.document().title());
        assertEquals("通知", taken.document().documentKind().text());
    }

    @Test
    void aLabelOfTheMappingComesBeforeTheStandardOne() throws IOException {
        LegacyReader reader = LegacyReader.standard()
                .withMapping(
                        Mapping.parse("m", "labels:\n  名 称: site.name\n  info.t: title\nignored:\n  发文机关: 旧系统的登录名\n"));
        Taken taken = Taken.from(
                reader,
                Files.writeString(
                        folder.resolve("a.json"), "{\"名称\":\"某网\",\"info\":{\"t\":\"关于开会的通知\"},\"发文机关\":\"admin\"}"));
        assertEquals("某网", taken.document().site().name());
        assertEquals("关于开会的通知", taken.document().title());
        assertEquals(List.of(), taken.document().issuers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels:\\n  a: titel|2|title",
                "labels: {a: title, a: owner}|1|twice",
                "labels: {a: title}\\nignored:\\n  a: x|3|ignored",
                "ignored:\\n  a:|2|reason",
                "lables: {}|1|labels",
                "constants:\\n  title: x\\n  writtenOn: morgen|3|yyyy-MM-dd",
                "constants:\\n  attachments: x|2|constant",
                "dates:\\n  - dd/MM\\n  - bbb|3|epochMillis",
                "dates: dd/MM/yyyy|1|list",
                "dates:\\n  - ppHHmm|2|epochMillis",
                "jdbc:\\n  url: jdbc:h2:mem:a|2|query",
                "jdbc:\\n  query: x\\n  url: jdbc:h2:mem:a;PASSWORD=b|3|passwordVariable",
                "jdbc:\\n  query: x\\n  url: jdbc:postgresql://me:secret@host/db|3|passwordVariable",
                "jdbc:\\n  query: x\\n  url: jdbc:h2:mem:a\\n  password: b|4|passwordVariable",
                "jdbc:\\n  query: x\\n  url: jdbc:h2:mem:a;INIT=x|3|INIT",
                "jdbc:\\n  query: x\\n  url: jdbc:mysql://db/cms?autoDeserialize=true|3|autoDeserialize",
                "values:\\n  validity: [1]|2|keys",
                "tables:\\n  - files: a/**|2|kind",
                "tables:\\n  - kind: land|2|files",
                "tables: {files: a, kind: land}|1|list",
                "tables:\\n  - files: a\\n    kind: lands|3|assistance-standard, land, decision",
                "tables:\\n  - files: '[a'\\n    kind: land|2|pattern",
                "tables:\\n  - {files: a, kind: land, other: b}|2|documents",
                "tables:\\n  - files: a\\n    kind: land\\n    defaults:\\n      yaer: 2023|5|year",
                "tables:\\n  - files: a\\n    kind: land\\n    defaults:\\n      year: soon|5|year: soon",
                "tables:\\n  - files: a\\n    kind: decision\\n    defaults:\\n      received: many|5|received: many",
                "tables:\\n  - files: a\\n    kind: land\\n    defaults: {publishedOn: morgen}|4|publishedOn: morgen",
                "tables:\\n  - files: a\\n    kind: assistance-standard\\n    defaults: {effectiveFrom: soon}|4|effectiveFrom",
                "tables:\\n  - files: a\\n    kind: assistance-standard\\n    headers: {补助额: amuont}|4|amount",
                "tables:\\n  - {files: a, kind: land, documents: perhaps}|2|true or false",
                "labels: &a {b: title}|1|anchors",
                "a: [|1|YAML",
                "[title]|1|keys",
                "a: 1\\n---\\nb: 2|2|one document",
                "[[[[[[[[[[1]]]]]]]]]]|1|deeper",
                "labels: !!java.net.URL {x: title}\\nx: 1|2|labels"
            })
    void aFaultNamesTheFileTheLineAndWhatIsExpected(String yaml, int line, String word) {
        MappingException refusal =
                assertThrows(MappingException.class, () -> Mapping.parse("site.yaml", yaml.replace("\\n", "\n")));
        assertEquals(line, refusal.faults().get(0).line(), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("site.yaml:" + line + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
        assertTrue(refusal.text(Locale.CHINESE).codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void anEmptyFileAndAHugeOneAreRefused() {
        assertThrows(MappingException.class, () -> Mapping.parse("m", "# nothing\n"));
        assertThrows(MappingException.class, () -> Mapping.parse("m", "a: " + "x".repeat(2 << 20)));
        assertThrows(MappingException.class, () -> Mapping.parse("m", "[".repeat(500_000)));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        MappingException refusal = assertThrows(
                MappingException.class, () -> Mapping.parse("m", "labels:\n  a: x\nignored:\n  b: ''\nc: 1\n"));
        assertEquals(
                List.of(2, 4, 5),
                refusal.faults().stream().map(MappingException.Fault::line).toList());
    }

    @Test
    void thePublishedSchemaIsInTheJarAndListsEveryComponent() throws IOException {
        Path schema = DOCS.resolve("schema/mapping.schema.json");
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(schema, withNames(Files.readString(schema)));
        }
        byte[] published = Files.readAllBytes(schema);
        try (var packed = LegacyReader.class.getResourceAsStream("mapping.schema.json")) {
            if (!Boolean.getBoolean("gongkai.writePages")) {
                assertArrayEquals(published, packed.readAllBytes());
            }
        }
        var components = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(published)
                .at("/$defs/component/enum");
        List<String> listed = new java.util.ArrayList<>();
        components.forEach(each -> listed.add(each.textValue()));
        assertEquals(Component.values().stream().map(Component::path).toList(), listed);
    }

    /** The schema with what the description of documents and the kinds of tables take now. */
    private static String withNames(String schema) {
        String named = withList(
                schema,
                schema.indexOf("\"component\": {"),
                Component.values().stream().map(Component::path).toList());
        for (TableKind each : TableKind.values()) {
            int kind = named.indexOf("\"const\": \"" + each.code() + '"');
            named = withList(named, named.indexOf("\"propertyNames\"", kind), new TreeSet<>(each.defaultNames()));
            if (!each.meanings().isEmpty()) {
                named = withList(named, named.indexOf("\"headers\"", kind), new TreeSet<>(each.meanings()));
            }
        }
        return named;
    }

    /** The schema with other values in the first list behind a place. */
    private static String withList(String schema, int from, Collection<String> values) {
        int list = schema.indexOf("\"enum\": [", from);
        String indent = " ".repeat(list - schema.lastIndexOf('\n', list) - 1);
        String listed = values.stream()
                .map(each -> indent + "  \"" + each + '"')
                .collect(Collectors.joining(",\n", "\"enum\": [\n", '\n' + indent));
        return schema.substring(0, list) + listed + schema.substring(schema.indexOf(']', list));
    }

    @Test
    void thePublishedSchemaListsWhatEachKindOfTableTakes() throws IOException {
        var schema = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(Files.readAllBytes(DOCS.resolve("schema/mapping.schema.json")));
        List<TableKind> listed = new java.util.ArrayList<>();
        for (var each : schema.at("/properties/tables/items/oneOf")) {
            var entry = schema.at(each.get("$ref").textValue().substring(1));
            TableKind kind = TableKind.of(entry.at("/properties/kind/const").textValue());
            listed.add(kind);
            assertEquals(kind.defaultNames(), texts(entry.at("/properties/defaults/propertyNames/enum")));
            assertEquals(kind.meanings(), texts(entry.at("/properties/headers/additionalProperties/enum")));
        }
        assertEquals(List.of(TableKind.values()), listed);
    }

    private static Set<String> texts(com.fasterxml.jackson.databind.JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(each -> texts.add(each.textValue()));
        return texts;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|{\"labels\": {\"a\": \"title\"}}",
                "true|{\"values\": {\"validity\": {\"1\": \"有效\"}}, \"dates\": [\"dd/MM/yyyy\"], \"ignored\": {\"a\": \"b\"}}",
                "true|{\"jdbc\": {\"url\": \"jdbc:h2:mem:a\", \"query\": \"q\", \"userVariable\": \"A_1\"}}",
                "true|{\"constants\": {\"openness\": \"主动公开\"}}",
                "true|{\"tables\": [{\"files\": \"a/**\", \"kind\": \"land\", \"defaults\": {\"year\": 2023, \"unit\": \"亩\"}}]}",
                "true|{\"tables\": [{\"files\": \"a\", \"kind\": \"assistance-standard\", \"headers\": {\"补助额\": \"amount\"}}]}",
                "true|{\"tables\": [{\"files\": \"a\", \"kind\": \"land\", \"documents\": true}]}",
                "false|{\"tables\": {}}",
                "false|{\"tables\": [{\"files\": \"a\"}]}",
                "true|{\"tables\": [{\"files\": \"a\", \"kind\": \"decision\", \"defaults\": {\"matter.name\": \"b\"}}]}",
                "true|{\"tables\": [{\"files\": \"a\", \"kind\": \"decision\", \"headers\": {\"草稿\": \"material:决策草案全文\"}}]}",
                "false|{\"tables\": [{\"files\": \"a\", \"kind\": \"decision\", \"headers\": {\"草稿\": \"material:天气\"}}]}",
                "false|{\"tables\": [{\"files\": \"a\", \"kind\": \"lands\"}]}",
                "false|{\"tables\": [{\"files\": \"a\", \"kind\": \"land\", \"defaults\": {\"place\": \"b\"}}]}",
                "false|{\"tables\": [{\"files\": \"a\", \"kind\": \"land\", \"headers\": {\"面积\": \"size\"}}]}",
                "false|{\"tables\": [{\"files\": \"a\", \"kind\": \"land\", \"documents\": \"a\"}]}",
                "false|{\"labels\": {\"a\": \"titel\"}}",
                "false|{\"ignored\": {\"a\": \" \"}}",
                "false|{\"constants\": {\"attachments\": \"a\"}}",
                "false|{\"jdbc\": {\"url\": \"h2\", \"query\": \"q\"}}",
                "false|{\"jdbc\": {\"url\": \"jdbc:h2:mem:a\"}}",
                "false|{\"jdbc\": {\"url\": \"jdbc:h2:mem:a\", \"query\": \"q\", \"password\": \"b\"}}",
                "false|{\"jdbc\": {\"url\": \"jdbc:h2:mem:a\", \"query\": \"q\", \"userVariable\": \"a b\"}}",
                "false|{\"dates\": \"dd/MM/yyyy\"}",
                "false|{\"other\": {}}",
                "false|{}|",
                "false|[]"
            })
    void theSchemaAndTheReaderAgree(boolean good, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(DOCS.resolve("schema/mapping.schema.json")));
        assertEquals(good, schema.validate(json, InputFormat.JSON).isEmpty(), json);
        // JSON is YAML too. The reader takes an empty map; it says nothing and does no harm.
        if (!json.equals("{}")) {
            assertEquals(good, reads(json), json);
        }
        assertFalse(json.isEmpty());
    }

    private static boolean reads(String text) {
        try {
            Mapping.parse("m", text);
            return true;
        } catch (MappingException refused) {
            return false;
        }
    }
}
