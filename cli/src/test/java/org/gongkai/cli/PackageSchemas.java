package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Holds what was written against the published schemas, with a validator that is not ours. */
final class PackageSchemas {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(PackageSchemas::published));

    private PackageSchemas() {}

    private static @Nullable String published(String uri) {
        if (!uri.startsWith(SchemaWriter.BASE)) {
            return null;
        }
        try {
            return Files.readString(
                    Typed.CHECKOUT.resolve("docs/schema").resolve(uri.substring(SchemaWriter.BASE.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every JSON file of a package. */
    static void checkPackage(Path folder) throws IOException {
        lines("record", folder.resolve("data/records.ndjson"));
        lines("finding", folder.resolve("findings.ndjson"));
        lines("ledger-entry", folder.resolve("ledger.ndjson"));
        lines("reject", folder.resolve("rejects.ndjson"));
        if (Files.exists(folder.resolve("changes.ndjson"))) {
            lines("change", folder.resolve("changes.ndjson"));
        }
        check("package", Files.readString(folder.resolve("package.json")));
        check("report", Files.readString(folder.resolve("report.json")));
        Path books = folder.resolve("data/jcms");
        if (Files.isDirectory(books)) {
            try (Stream<Path> files = Files.list(books)) {
                for (Path each : (Iterable<Path>) files::iterator) {
                    checkBook(each);
                }
            }
        }
    }

    static void checkBook(Path book) throws IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Typed.CHECKOUT
                            .resolve("docs/schema/jcms-book-1.0.xsd")
                            .toFile())
                    .newValidator()
                    .validate(new StreamSource(book.toFile()));
        } catch (SAXException invalid) {
            throw new AssertionError(book + ": " + invalid.getMessage(), invalid);
        }
    }

    private static void lines(String schema, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String each : lines) {
            check(schema, each);
        }
    }

    static void check(String schema, String json) {
        assertEquals(List.of(), errors(schema, json), json);
    }

    static void refuse(String schema, String json) {
        assertTrue(!errors(schema, json).isEmpty(), json);
    }

    private static List<Error> errors(String name, String json) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(SchemaWriter.BASE + name + ".schema.json"));
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
