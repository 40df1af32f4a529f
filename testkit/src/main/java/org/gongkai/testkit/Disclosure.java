package org.gongkai.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.ConversionException;
import org.gongkai.core.Bilingual;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Baseline;
import org.gongkai.validation.report.FileFates;
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

    /** How many findings tell why nothing was read. */
    private static final int MOST_TOLD = 10;

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
                throw new IllegalStateException(nothing(source, report, run.findings));
            }
            return new Disclosure(source, run.documents(), run.findings, report);
        } catch (ConversionException refused) {
            throw new IllegalStateException(refused.text(Locale.getDefault()), refused);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** An empty folder, and files of which nothing came, each with what the run says of them. */
    private static String nothing(DisclosureSource source, Report report, List<ReportedFinding> findings) {
        String where = String.join(", ", source.folder()) + " (" + Path.of("").toAbsolutePath() + ")";
        FileFates files = report.files();
        long found = files == null ? 0 : files.all();
        String what = Telling.in(
                found == 0
                        ? new Bilingual("没有文件：" + where, "there are no files in " + where)
                        : new Bilingual(
                                "没有读到记录：" + where + "，共有文件 " + found + " 个",
                                "no record was read from " + where + ", files: " + found));
        List<ReportedFinding> why = findings.stream().limit(MOST_TOLD).toList();
        return why.isEmpty() ? what : what + "\n" + Telling.of(why);
    }

    private static Conversion conversion(DisclosureSource source) throws IOException {
        Mapping mapping = source.mapping().isEmpty() ? Mapping.none() : Mapping.read(file("mapping", source.mapping()));
        Conversion conversion = Conversion.of(profile(source.profile()), clock(source.today()))
                .reading(LegacyReader.standard().withMapping(mapping));
        if (!source.inventory().isEmpty()) {
            Path inventory = file("inventory", source.inventory());
            try {
                conversion = conversion.against(InventoryReader.of(inventory, null, mapping));
            } catch (IOException unfit) {
                throw ConversionException.ofInventory(inventory, unfit);
            }
        }
        if (!source.baseline().isEmpty()) {
            try (InputStream data = Files.newInputStream(file("baseline", source.baseline()))) {
                conversion = conversion.withBaseline(Baseline.read(data));
            }
        }
        return conversion;
    }

    private static Clock clock(String today) {
        if (today.isEmpty()) {
            return Clock.systemDefaultZone();
        }
        try {
            return Clock.fixed(
                    LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        } catch (DateTimeParseException unfit) {
            throw Telling.misuse(new Bilingual(
                    "@DisclosureSource 的 today 不是日期：" + today + "，应如 2024-06-01",
                    "today of @DisclosureSource is no date: " + today + "; write it like 2024-06-01"));
        }
    }

    /** A file that the class names, which must be there. */
    private static Path file(String what, String path) {
        if (!Files.exists(Path.of(path))) {
            throw Telling.misuse(new Bilingual(
                    "@DisclosureSource 的 " + what + " 不存在：" + path + "（"
                            + Path.of("").toAbsolutePath() + "）",
                    what + " of @DisclosureSource is not there: " + path + " ("
                            + Path.of("").toAbsolutePath() + ")"));
        }
        return Path.of(path);
    }

    private static Profile profile(String name) throws IOException {
        if (Files.isRegularFile(Path.of(name))) {
            try (InputStream data = Files.newInputStream(Path.of(name))) {
                return Profile.read(data);
            }
        }
        if (!Profile.names().contains(name)) {
            String shipped = String.join(", ", Profile.names());
            throw Telling.misuse(new Bilingual(
                    "没有名为 " + name + " 的规则配置，也没有这个文件；自带的有：" + shipped,
                    "no profile and no file is called " + name + "; there are: " + shipped));
        }
        return Profile.named(name);
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
