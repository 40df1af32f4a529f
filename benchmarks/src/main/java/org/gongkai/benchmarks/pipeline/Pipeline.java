package org.gongkai.benchmarks.pipeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Report;
import org.hibernate.validator.HibernateValidator;

/**
 * The way of the data, read to write, beside what a user would pick for each part, all in one run and in one thread.
 *
 * <pre>{@code
 * java -Djava.io.tmpdir=/dev/shm -Xmx1g -cp benchmarks/target/benchmarks.jar org.gongkai.benchmarks.pipeline.Pipeline 12000 5 REAL_LIKE
 * }</pre>
 *
 * <p>Each round does every work once, in turn, so that load from elsewhere falls on all of them; the median of the
 * rounds counts, after two that warm up.
 */
public final class Pipeline {

    private static final String BASE = "databind read + write";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    private final int count;
    private final Path source;
    /** What a work writes. */
    private final Path written;

    private final long bytes;
    private final JsonMapper mapper = CanonicalJson.mapper();
    private final JsonFactory factory = new JsonFactory();
    private final Profile profile = Profile.named("shandong-library");
    private final DisclosureValidator validator = DisclosureValidator.of(profile, CLOCK);
    private final Validator constraints = Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new CodesOnly())
            .buildValidatorFactory()
            .getValidator();
    private final Schema schema;
    private final List<DisclosureRecord> sample = new ArrayList<>();

    private Pipeline(Corpus corpus, int count, Path folder) throws IOException {
        this.count = count;
        this.written = folder.resolve("written");
        this.source = folder.resolve("corpus.ndjson");
        corpus.write(count, source);
        this.bytes = Files.size(source);
        try (InputStream published =
                DisclosureRecord.class.getResourceAsStream("/org/gongkai/core/document.schema.json")) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(published.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (Stream<String> lines = Files.lines(source)) {
            for (String each : (Iterable<String>) lines.limit(2_000)::iterator) {
                sample.add(mapper.readValue(each, DisclosureRecord.class));
            }
        }
    }

    /**
     * Measures and prints a table.
     *
     * @param arguments how many documents, how many rounds, the {@link Corpus}, and, to look into one of them, a part of the names of the
     *     works to do; databind is always done, for the comparison
     * @throws Exception when anything fails
     */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        Corpus corpus = arguments.length > 2 ? Corpus.valueOf(arguments[2]) : Corpus.COMPOSED;
        Path folder = Files.createTempDirectory("gongkai-pipeline");
        try {
            Pipeline pipeline = new Pipeline(corpus, count, folder);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d documents of %,d bytes, %d rounds, Java %s%n%n",
                    corpus,
                    count,
                    pipeline.bytes / count,
                    rounds,
                    System.getProperty("java.version"));
            // Emptying a file or a folder for the next work is the work of none.
            Measurement measurement = new Measurement(BASE, count, () -> delete(pipeline.written));
            measurement.print(
                    "documents", measurement.of(pipeline.works(arguments.length > 3 ? arguments[3] : ""), rounds));
        } finally {
            delete(folder);
        }
    }

    private Map<String, Measurement.Work> works(String part) {
        Map<String, Measurement.Work> works = new LinkedHashMap<>();
        works.put("SHA-256 of the bytes", this::digest);
        works.put("raw copy, Jackson parser to generator", this::copy);
        works.put(BASE, this::databind);
        works.put("networknt, JSON Schema of a document", this::schema);
        works.put("Hibernate Validator alone", this::hibernate);
        works.put("gongkai: judge alone", this::judge);
        works.put("gongkai: read + map", () -> pipeline(null, false));
        works.put("gongkai: read + map + validate", () -> pipeline(null, true));
        works.put(
                "gongkai: … + write NDJSON and JCMS XML, digests",
                () -> pipeline(List.of(FormatProfile.shipped("jcms-book-1.0")), true));
        works.put(
                "gongkai: … + write every format, digests",
                () -> pipeline(PackageOptions.of(CLOCK, "benchmark").formats(), true));
        works.put("gongkai: … + audits, findings, ledger, report (convert)", this::convert);
        works.keySet().removeIf(name -> !name.contains(part) && !name.equals(BASE));
        return works;
    }

    private void digest() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(source)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
            }
        }
        sha256.digest();
    }

    private OutputStream out() throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(Files.createDirectories(written).resolve("copy.ndjson")), 1 << 16);
    }

    private void copy() throws IOException {
        try (JsonParser parser = factory.createParser(source.toFile());
                JsonGenerator generator = factory.createGenerator(out())) {
            generator.setRootValueSeparator(new SerializedString("\n"));
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
    }

    private void databind() throws IOException {
        // As fast as it goes: by default each record would be flushed to the file.
        ObjectWriter writer = mapper.writerFor(DisclosureRecord.class)
                .withRootValueSeparator("\n")
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        try (MappingIterator<DisclosureRecord> records =
                        mapper.readerFor(DisclosureRecord.class).readValues(source.toFile());
                SequenceWriter written = writer.writeValues(out())) {
            while (records.hasNext()) {
                written.write(records.next());
            }
        }
    }

    private void schema() throws IOException {
        long faulty = 0;
        try (Stream<String> lines = Files.lines(source)) {
            for (String each : (Iterable<String>) lines::iterator) {
                faulty += schema.validate(each, InputFormat.JSON).isEmpty() ? 0 : 1;
            }
        }
        if (faulty > 0) {
            throw new IllegalStateException(faulty + " documents are not as the schema has them");
        }
    }

    private void hibernate() {
        for (int i = 0; i < count; i++) {
            constraints.validate(sample.get(i % sample.size()), jakarta.validation.groups.Default.class, Advice.class);
        }
    }

    private void judge() {
        for (int i = 0; i < count; i++) {
            validator.judge(sample.get(i % sample.size()));
        }
    }

    /** The whole run, as the command makes it with one thread. */
    private void convert() {
        Report report = Conversion.of(profile, CLOCK)
                .withThreads(1)
                .into(written.resolve("package"))
                .run(List.of(source));
        if (report.summary().records() != count) {
            throw new IllegalStateException(report.summary().records() + " records came of " + count);
        }
    }

    /** The way of the data up to a step; null formats: nothing is written. */
    private void pipeline(List<FormatProfile> formats, boolean validate) throws IOException {
        Path target = Files.createDirectories(written).resolve("package");
        LibraryPackage out = formats == null
                ? null
                : LibraryPackage.create(
                        target, PackageOptions.of(CLOCK, "benchmark").withFormats(formats));
        LegacyReader reader = LegacyReader.standard();
        Handler handler = new Handler(validate ? validator : null, out);
        reader.find(List.of(source), problem -> {}).forEach(each -> reader.read(each, handler));
        if (handler.records != count) {
            throw new IllegalStateException(handler.records + " records came of " + count);
        }
        if (out != null) {
            out.finish();
        }
    }

    private static final class Handler implements SourceHandler {

        private final DisclosureValidator validator;
        private final LibraryPackage out;
        private int records;

        Handler(DisclosureValidator validator, LibraryPackage out) {
            this.validator = validator;
            this.out = out;
        }

        @Override
        public void record(Mapped mapped) {
            records++;
            if (validator != null) {
                validator.judge(mapped.record(), mapped::where);
            }
            if (out != null) {
                try {
                    out.add(mapped.record());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            throw new IllegalStateException(entries.toString());
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            throw new IllegalStateException(problem.toString());
        }

        @Override
        public void problem(SourceProblem problem) {
            throw new IllegalStateException(problem.toString());
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failure) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** As the SDK does it: the code of the rule and no text. */
    private static final class CodesOnly implements jakarta.validation.MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
