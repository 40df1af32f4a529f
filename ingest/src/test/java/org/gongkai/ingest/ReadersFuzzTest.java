package org.gongkai.ingest;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.core.source.SourceProblem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Whatever the bytes of a file are, a reader comes to its end without an exception, and what it hands over is whole.
 *
 * <p>In every build the files of {@code ReadersFuzzTestInputs} are tried. With {@code JAZZER_FUZZ=1} in the environment
 * and one method named, that method is fuzzed; what it finds is written among those files.
 */
class ReadersFuzzTest {

    private static final LegacyReader READER = LegacyReader.standard()
            .withLimits(LimitsBuilder.builder(Limits.standard())
                    .maxRows(1_000)
                    .maxUnfoldedBytes(16 << 20)
                    .build());

    private static Path folder;

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("gongkai-fuzz");
    }

    @AfterAll
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @FuzzTest(maxDuration = "5s")
    void anyPageIsRead(byte[] bytes) {
        read("a.html", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyCsvIsRead(byte[] bytes) {
        read("a.csv", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyJsonIsRead(byte[] bytes) {
        read("a.json", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyNdjsonIsRead(byte[] bytes) {
        read("a.ndjson", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyXlsxIsRead(byte[] bytes) {
        read("a.xlsx", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyXlsIsRead(byte[] bytes) {
        read("a.xls", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyMappingFileIsReadOrEveryFaultNamesItsLine(byte[] bytes) {
        try {
            Mapping.parse("mapping.yaml", new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
        } catch (MappingException expected) {
            if (expected.faults().isEmpty() || expected.faults().stream().anyMatch(each -> each.line() < 1)) {
                throw new AssertionError(expected);
            }
        }
    }

    private static void read(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Taken taken = new Taken();
        for (SourceFile file : READER.find(List.of(folder.resolve(name)), taken.problems::add)) {
            READER.read(file, taken);
        }
        for (Mapped mapped : taken.records) {
            mapped.ledger().forEach(each -> check(each.location().source() != null, each));
            mapped.problems().forEach(ReadersFuzzTest::check);
        }
        taken.rejections.forEach(ReadersFuzzTest::check);
        taken.problems.forEach(ReadersFuzzTest::check);
        check(taken.rejections.size() == taken.rejected.size(), taken.rejected);
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
