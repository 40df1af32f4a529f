package org.gongkai.office;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.Taken;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.LimitsBuilder;
import org.gongkai.ingest.source.SourceFile;

/** Random bytes as office files; {@code .ci/fuzz} says how the inputs are made. */
class OfficeFuzzTest {

    private static final Limits LIMITS = LimitsBuilder.builder(Limits.standard())
            .maxPages(20)
            .maxOfficeBytes(1 << 20)
            .maxPageBytes(1 << 20)
            .maxUnfoldedBytes(4 << 20)
            .build();

    private static final LegacyReader READER = LegacyReader.standard().withLimits(LIMITS);

    @FuzzTest(maxDuration = "5s")
    void anyDocIsRead(byte[] bytes) throws IOException {
        read("doc", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyPdfIsRead(byte[] bytes) throws IOException {
        read("pdf", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyDocxIsRead(byte[] bytes) throws IOException {
        read("docx", bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void anyOfdIsRead(byte[] bytes) throws IOException {
        read("ofd", bytes);
    }

    private static void read(String ending, byte[] bytes) throws IOException {
        Path file = Files.createTempFile("gongkai-fuzz", '.' + ending);
        Taken taken = new Taken();
        try {
            Files.write(file, bytes);
            for (SourceFile each : READER.find(List.of(file), taken.problems::add)) {
                READER.read(each, taken);
            }
        } finally {
            Files.delete(file);
        }
        taken.records.forEach(record ->
                record.ledger().forEach(each -> check(each.location().source() != null, each)));
        Stream.concat(taken.rejections.stream(), taken.problems.stream())
                .forEach(each -> check(each.rule().startsWith("source."), each));
        check(taken.rejections.size() == taken.rejected.size(), taken.rejected);
    }

    private static void check(boolean fine, Object what) {
        if (!fine) {
            throw new AssertionError(what);
        }
    }
}
