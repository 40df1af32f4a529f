package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.LedgerLine;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.PackageSource;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.delta.RecordChange;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published schemas are those of the types. */
class SchemasTest {

    private static final Path FOLDER = Typed.CHECKOUT.resolve("docs/schema");
    private static final String COMMAND = "./mvnw -pl cli -am test -Dtest=SchemasTest#thePublished*"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgongkai.writePages=true";

    @TestFactory
    Iterable<DynamicTest> thePublishedSchemaIsThatOfTheType() throws Exception {
        SchemaWriter writer = new SchemaWriter(Typed.CHECKOUT);
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (JsonSubTypes.Type each :
                DisclosureRecord.class.getAnnotation(JsonSubTypes.class).value()) {
            String file = each.name() + ".schema.json";
            kinds.put(each.name(), file);
            schemas.put(file, writer.schema(file, "Gongkai record: " + each.name(), each.value()));
        }
        String any = "record.schema.json";
        schemas.put(any, writer.family(any, "Gongkai record of any kind / 公开 规范记录", DisclosureRecord.class, kinds));
        put(schemas, writer, "ledger-line", "line of ledger.ndjson / 逐字段去向台账", LedgerLine.class);
        put(
                schemas,
                writer,
                "ledger-entry",
                "line of ledger.ndjson in packages made before it had one line a place / 旧版逐字段去向台账",
                LedgerEntry.class);
        put(schemas, writer, "source", "line of sources.ndjson / 来源去向", PackageSource.class);
        put(schemas, writer, "finding", "line of findings.ndjson / 问题清单", ReportedFinding.class);
        put(schemas, writer, "change", "line of changes.ndjson / 增量清单", RecordChange.class);
        put(
                schemas,
                writer,
                "applied",
                "report.json of a package made by gongkai apply / 合并说明",
                PackageDelta.Applied.class);
        put(schemas, writer, "package", "package.json / 数据包说明", PackageDescription.class);
        put(
                schemas,
                writer,
                "reject",
                "line of rejects.ndjson / 未能读取的来源",
                Class.forName(LibraryPackage.class.getName() + "$Reject"));
        schemas.put(
                "format-profile.schema.json",
                writer.writtenByPeople(
                        "format-profile.schema.json",
                        "Gongkai: profile of a format, docs/formats.md / 格式配置",
                        FormatProfile.class));
        schemas.put(
                "validation-profile.schema.json",
                writer.writtenByPeople(
                        "validation-profile.schema.json",
                        "Gongkai: profile of rules, docs/profiles.md / 规则配置",
                        Class.forName(Profile.class.getName() + "$Contents")));
        schemas.get("validation-profile.schema.json")
                .putArray("required")
                .add("name")
                .add("version")
                .add("title");
        put(schemas, writer, "report", "report.json / 运行报告", Report.class);
        put(
                schemas,
                writer,
                "baseline",
                "baseline of known findings, docs/reports.md / 已知问题基线",
                Class.forName(Baseline.class.getName() + "$File"));
        return schemas.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(), () -> assertCurrent(each.getKey(), text(each.getValue()))))::iterator;
    }

    @Test
    void thePublishedXmlSchemaIsThatOfTheFormat() throws Exception {
        assertCurrent("jcms-book-1.0.xsd", XmlSchema.of(FormatProfile.shipped("jcms-book-1.0")));
    }

    @Test
    void everyShippedFormatIsValid() {
        for (String each : FormatProfile.shippedNames()) {
            PackageSchemas.check("format-profile", FormatProfile.text(each));
        }
        PackageSchemas.refuse(
                "format-profile",
                FormatProfile.text("jpolicy-row").replace("\"engine\": \"json\"", "\"engine\": \"pdf\""));
        PackageSchemas.refuse(
                "format-profile", FormatProfile.text("jpolicy-row").replace("\"source\"", "\"sauce\""));
    }

    private static void put(
            Map<String, ObjectNode> schemas, SchemaWriter writer, String name, String title, Class<?> type) {
        String file = name + ".schema.json";
        schemas.put(file, writer.schema(file, "Gongkai: " + title, type));
    }

    private static void assertCurrent(String name, String wanted) throws Exception {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(file, wanted);
        }
        assertEquals(
                wanted,
                Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "",
                "docs/schema/" + name + " is out of date; write it anew with: " + COMMAND);
    }

    private static String text(ObjectNode schema) throws Exception {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return CanonicalJson.mapper().writer(printer).writeValueAsString(schema) + '\n';
    }

    @Test
    void theShippedProfilesAreValid() throws Exception {
        for (String each : Profile.names()) {
            PackageSchemas.check("validation-profile", Profile.text(each));
        }
    }

    /** The schema is for users of the data alone, so it stands beside them. */
    @Test
    void theRulesFitTheirSchema() throws IOException {
        Path schema = Typed.CHECKOUT.resolve("rules-data/src/main/resources/gongkai-data/schema/rules.schema.json");
        Path rules = Typed.CHECKOUT.resolve("validation/src/main/resources/org/gongkai/validation/rule/rules.json");
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(schema))
                        .validate(Files.readString(rules), InputFormat.JSON));
    }

    /** Each schema travels in the jar of the module that writes what it describes. */
    @Test
    void everySchemaIsInAJar() throws Exception {
        List<Class<?>> modules =
                List.of(DisclosureRecord.class, DisclosureValidator.class, LibraryPackage.class, LegacyReader.class);
        try (var files = Files.list(FOLDER)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                String name = each.getFileName().toString();
                String packed = modules.stream()
                        .map(module -> read(module, name))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
                assertEquals(Files.readString(each), packed, name);
            }
        }
    }

    private static String read(Class<?> module, String name) {
        try (InputStream packed = module.getResourceAsStream(name)) {
            return packed == null ? "" : new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
