package org.gongkai.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.conversion.Conversion;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportedFinding;

/**
 * What was read and found in the source of a test class.
 *
 * @param source what the class says that it is about
 * @param documents the records, in the order of the run
 * @param findings everything that was found, in the order of the run; what a baseline holds back is marked
 * @param report the report of the run
 */
public record Disclosure(
        DisclosureSource source, List<DisclosureDocument> documents, List<ReportedFinding> findings, Report report) {

    /** Creates a reading. */
    public Disclosure {
        documents = List.copyOf(documents);
        findings = List.copyOf(findings);
    }

    static Disclosure read(DisclosureSource source) {
        try {
            Run run = new Run();
            Report report = conversion(source)
                    .onRecord(run.records::add)
                    .onFinding(run.findings::add)
                    .run(Stream.of(source.folder()).map(Path::of).toList());
            if (run.records.isEmpty()) {
                throw new IllegalStateException("no record was read from " + String.join(", ", source.folder()) + " ("
                        + Path.of("").toAbsolutePath() + ")");
            }
            return new Disclosure(source, run.documents(), run.findings, report);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    private static Conversion conversion(DisclosureSource source) throws IOException {
        Clock clock = source.today().isEmpty()
                ? Clock.systemDefaultZone()
                : Clock.fixed(
                        LocalDate.parse(source.today())
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant(),
                        ZoneOffset.UTC);
        Mapping mapping = source.mapping().isEmpty() ? Mapping.none() : Mapping.read(Path.of(source.mapping()));
        Conversion conversion = Conversion.of(profile(source.profile()), clock)
                .reading(LegacyReader.standard().withMapping(mapping));
        if (!source.inventory().isEmpty()) {
            conversion = conversion.against(InventoryReader.of(Path.of(source.inventory()), null, mapping));
        }
        if (!source.baseline().isEmpty()) {
            try (InputStream data = Files.newInputStream(Path.of(source.baseline()))) {
                conversion = conversion.withBaseline(Baseline.read(data));
            }
        }
        return conversion;
    }

    private static Profile profile(String name) throws IOException {
        if (!Files.isRegularFile(Path.of(name))) {
            return Profile.named(name);
        }
        try (InputStream data = Files.newInputStream(Path.of(name))) {
            return Profile.read(data);
        }
    }

    /** What a run tells, one after the other. */
    private static final class Run {

        private final List<Mapped> records = new ArrayList<>();
        private final List<ReportedFinding> findings = new ArrayList<>();

        /** Each record with what was found in it: what shows only beside others is told at the end of the run. */
        List<DisclosureDocument> documents() {
            Map<String, List<ReportedFinding>> byKey = new HashMap<>();
            for (ReportedFinding each : findings) {
                if (each.finding().record() != null) {
                    byKey.computeIfAbsent(each.finding().record(), key -> new ArrayList<>())
                            .add(each);
                }
            }
            List<DisclosureDocument> documents = new ArrayList<>();
            for (Mapped each : records) {
                List<ReportedFinding> own = byKey.getOrDefault(each.record().key(), List.of()).stream()
                        .filter(found -> found.finding().location() == null
                                || found.finding()
                                        .location()
                                        .source()
                                        .equals(each.origin().source()))
                        .toList();
                documents.add(new DisclosureDocument(each.record(), each.origin(), own));
            }
            return documents;
        }
    }
}
