package org.gongkai.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordJson;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.json.CanonicalRecord;
import org.gongkai.ingest.json.JsonSource;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.mapping.MappingException;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.sheet.CsvTable;
import org.gongkai.ingest.sheet.ListSheets;
import org.gongkai.ingest.sheet.Workbook;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the bytes of a source are, a reader comes to its end without an exception, and what it hands over is whole.
 * The readers are called below {@link LegacyReader}, which would take an exception for the file's fault, and are made
 * once; only workbooks are read from a file, since their libraries want one.
 *
 * <p>In every build the files of {@code ReadersFuzzTestInputs} are tried. {@code .ci/fuzz} fuzzes; what it finds is
 * written among those files.
 */
class ReadersFuzzTest {

    private static final Limits LIMITS = LimitsBuilder.builder(Limits.standard())
            .maxRows(200)
            .maxColumns(100)
            .maxUnfoldedBytes(4 << 20)
            .maxSharedTextBytes(4 << 20)
            .build();
    private static final LabelAliases ALIASES = LabelAliases.standard();
    private static final RecordMapper MAPPER = new RecordMapper(ALIASES, Mapping.none(), LIMITS);
    private static final Path FOLDER = folder();
    private static final Location PLACE = Location.of("a.ndjson").atRow(1);
    private static final RawForm RAW = new RawForm.Row("a.ndjson", 1, "");
    private static final CanonicalRecord CANONICAL = new CanonicalRecord(
            JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(LIMITS.maxDepth())
                            .build())
                    .build(),
            LIMITS.maxFields());
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("gongkai-fuzz");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyPageIsRead(byte[] bytes) {
        String text = text(bytes);
        if (text != null) {
            SourceRecord record = new Page(source("a.html", SourceFile.Kind.HTML), text, ALIASES, LIMITS, false).read();
            if (record != null) {
                check(MAPPER.map(record));
            }
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyCsvIsRead(byte[] bytes) throws IOException {
        String text = text(bytes);
        if (text != null) {
            Taken taken = new Taken();
            new CsvTable(source("a.csv", SourceFile.Kind.CSV), ALIASES, LIMITS, MAPPER)
                    .read(new BufferedReader(new StringReader(text)), taken);
            check(taken);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyJsonIsRead(byte[] bytes) throws IOException {
        json("a.json", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyNdjsonIsRead(byte[] bytes) throws IOException {
        json("a.ndjson", bytes);
    }

    private static void json(String name, byte[] bytes) throws IOException {
        String text = text(bytes);
        if (text != null) {
            Taken taken = new Taken();
            new JsonSource(ALIASES, LIMITS, MAPPER, (file, page, handler) -> {})
                    .read(source(name, SourceFile.Kind.JSON), () -> new BufferedReader(new StringReader(text)), taken);
            check(taken);
        }
    }

    /** The law of the form that packages have: what is written is read as it was, at once and with a closer look. */
    @FuzzTest(maxDuration = "5s")
    void anyCanonicalRecordIsWrittenAsItWasRead(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.startsWith("{")) {
            return;
        }
        DisclosureRecord record = canonical(text, false);
        if (record != null) {
            String written = JSON.writeValueAsString(record);
            DisclosureRecord again = canonical(written, true);
            check(record.equals(again), written);
            check(written.equals(JSON.writeValueAsString(again)), written);
        }
    }

    private static @Nullable DisclosureRecord canonical(String text, boolean ours) {
        Taken taken = new Taken();
        CANONICAL.read(text, PLACE, RAW, taken);
        check(taken);
        check(taken.records.size() + taken.rejected.size() == 1, text);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        // A file of UTF-8 has no half of a character.
        boolean whole = new String(utf8, StandardCharsets.UTF_8).equals(text);
        Mapped plain = whole ? CANONICAL.plain(utf8, new RecordJson(), PLACE, RAW) : null;
        if (taken.records.isEmpty()) {
            check(plain == null, text);
            return null;
        }
        Mapped read = taken.records.get(0);
        check(!ours || !whole || plain != null || !read.problems().isEmpty(), text);
        if (plain != null) {
            check(plain.record().equals(read.record()), text);
            check(plain.ledger().equals(read.ledger()), text);
            check(read.problems().isEmpty(), text);
        }
        return read.record();
    }

    @FuzzTest(maxDuration = "5s")
    void anyXlsxIsRead(byte[] bytes) {
        workbook("a.xlsx", bytes);
    }

    /** The parts of a workbook that a change of one byte in the file would hardly reach, since they are compressed. */
    @FuzzTest(maxDuration = "5s")
    void anySheetOfAnXlsxIsRead(byte[] bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship\
                     Id="a" Target="xl/workbook.xml" Type=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>""".getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship\
                     Id="s" Target="sheet.xml" Type=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>""".getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a"\
                     sheetId="1" r:id="s"/></sheets></workbook>""".getBytes(StandardCharsets.UTF_8));
            part(zip, "xl/sheet.xml", bytes);
        }
        workbook("b.xlsx", file.toByteArray());
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static void workbook(String name, byte[] bytes) {
        SourceFile file = source(name, SourceFile.Kind.WORKBOOK);
        try {
            Files.write(file.path(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Taken taken = new Taken();
        ListSheets sheets = new ListSheets(file, ALIASES, LIMITS, MAPPER, taken);
        new Workbook(file, LIMITS, false, sheets, taken)
                .read(new org.gongkai.ingest.source.RawForm.WholeFile(file.name(), file.path()));
        file.path().toFile().delete();
        check(taken);
    }

    @FuzzTest(maxDuration = "5s")
    void anyMappingFileIsReadOrEveryFaultNamesItsLine(byte[] bytes) {
        try {
            Mapping.parse("mapping.yaml", new String(bytes, StandardCharsets.UTF_8));
        } catch (MappingException expected) {
            if (expected.faults().isEmpty() || expected.faults().stream().anyMatch(each -> each.line() < 1)) {
                throw new AssertionError(expected);
            }
        }
    }

    private static SourceFile source(String name, SourceFile.Kind kind) {
        return new SourceFile(FOLDER.resolve(name), name, 1, kind, FOLDER);
    }

    /** The bytes as the reader decodes them, or null when they are those of no text. */
    private static @Nullable String text(byte[] bytes) {
        try {
            TextBytes found = TextBytes.of(() -> new ByteArrayInputStream(bytes));
            return new String(bytes, found.mark(), bytes.length - found.mark(), found.charset());
        } catch (TextBytes.NoTextException none) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(Taken taken) {
        taken.records.forEach(ReadersFuzzTest::check);
        taken.rejections.forEach(ReadersFuzzTest::check);
        taken.problems.forEach(ReadersFuzzTest::check);
        check(taken.rejections.size() == taken.rejected.size(), taken.rejected);
    }

    private static void check(Mapped mapped) {
        mapped.ledger().forEach(each -> check(each.location().source() != null, each));
        mapped.problems().forEach(ReadersFuzzTest::check);
    }

    private static void check(SourceProblem problem) {
        check(problem.rule().startsWith("source."), problem);
    }

    private static void check(boolean fine, Object what) {
        if (!fine) {
            throw new AssertionError(what);
        }
    }
}
