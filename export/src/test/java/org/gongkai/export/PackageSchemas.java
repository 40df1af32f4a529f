package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.report.Report;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Holds what tests write against the schemas in the jars, with validators that are not ours. The tests of every module
 * that writes packages use it; {@code PackagesAreCheckedTest} sees to it that those of this one do.
 */
public final class PackageSchemas {

    /** What the address of every published schema begins with. */
    public static final String BASE = "https://gongkai.org/schema/";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(PackageSchemas::published));

    private PackageSchemas() {}

    private static @Nullable String published(String uri) {
        if (!uri.startsWith(BASE)) {
            return null;
        }
        try (InputStream in = resource(uri.substring(BASE.length())).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each schema travels in the jar of the module that writes what it describes. */
    private static URL resource(String name) {
        return Stream.of(DisclosureRecord.class, DisclosureValidator.class, LibraryPackage.class)
                .map(module -> module.getResource(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no schema " + name));
    }

    /**
     * Finishes a package of records that nobody judged, and checks it.
     *
     * @param out the package
     * @return what it is
     * @throws IOException when it cannot be written or read
     */
    public static PackageReceipt finish(LibraryPackage out) throws IOException {
        PackageReceipt receipt = out.finish();
        checkPackage(receipt.path());
        return receipt;
    }

    /**
     * Finishes a package with the report of its run, and checks it.
     *
     * @param out the package
     * @param report the report
     * @return what it is
     * @throws IOException when it cannot be written or read
     */
    public static PackageReceipt finish(LibraryPackage out, Report report) throws IOException {
        PackageReceipt receipt = out.finish(report);
        checkPackage(receipt.path());
        return receipt;
    }

    /**
     * Finishes a package that was put together from others, and checks it.
     *
     * @param out the package
     * @param applied what it was put together from
     * @return what it is
     * @throws IOException when it cannot be written or read
     */
    public static PackageReceipt finish(LibraryPackage out, PackageDelta.Applied applied) throws IOException {
        PackageReceipt receipt = out.finish(applied);
        checkPackage(receipt.path());
        return receipt;
    }

    /**
     * Every file of a package, folder or zip, that a schema describes.
     *
     * @param path the package
     * @throws IOException when it cannot be read
     */
    public static void checkPackage(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            checkFolder(path);
            return;
        }
        try (FileSystem zip = FileSystems.newFileSystem(path);
                Stream<Path> folders = Files.list(zip.getPath("/"))) {
            checkFolder(folders.findFirst().orElseThrow());
        }
    }

    private static void checkFolder(Path folder) throws IOException {
        lines("record", folder.resolve("data/records.ndjson"));
        lines("finding", folder.resolve("findings.ndjson"));
        lines("ledger-line", folder.resolve("ledger.ndjson"));
        lines("source", folder.resolve("sources.ndjson"));
        lines("reject", folder.resolve("rejects.ndjson"));
        if (Files.exists(folder.resolve("changes.ndjson"))) {
            lines("change", folder.resolve("changes.ndjson"));
        }
        check("package", Files.readString(folder.resolve("package.json")));
        String report = Files.readString(folder.resolve("report.json")).strip();
        // A test of the package alone reports nothing of a run.
        if (!report.matches("\\{\\s*}")) {
            check(report.contains("\"applied\"") ? "applied" : "report", report);
        }
        Path books = folder.resolve("data/jcms");
        if (Files.isDirectory(books)) {
            try (Stream<Path> files = Files.list(books)) {
                for (Path each : (Iterable<Path>) files::iterator) {
                    checkBook(each);
                }
            }
        }
    }

    private static void checkBook(Path book) throws IOException {
        try (InputStream in = Files.newInputStream(book)) {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(resource("jcms-book-1.0.xsd"))
                    .newValidator()
                    .validate(new StreamSource(in));
        } catch (SAXException invalid) {
            throw new AssertionError(book + ": " + invalid.getMessage(), invalid);
        }
    }

    private static void lines(String schema, Path file) throws IOException {
        for (String each : Files.readAllLines(file)) {
            check(schema, each);
        }
    }

    /**
     * A text that must be valid.
     *
     * @param schema the name of the schema, such as {@code record}
     * @param json the text
     */
    public static void check(String schema, String json) {
        assertEquals(List.of(), errors(schema, json), json);
    }

    /**
     * A text that must not be valid.
     *
     * @param schema the name of the schema, such as {@code record}
     * @param json the text
     */
    public static void refuse(String schema, String json) {
        assertTrue(!errors(schema, json).isEmpty(), json);
    }

    private static List<Error> errors(String name, String json) {
        Schema schema = SCHEMAS.getSchema(SchemaLocation.of(BASE + name + ".schema.json"));
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
