package org.gongkai.examples.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.validation.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("gongkai.checkout"));
    private static final Path LEGACY = CHECKOUT.resolve("examples/legacy-documents");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void theExamplePrintsWhatIsMissing() {
        Report report = Embed.check(CLOCK, out);
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("error There is no index number."));
        assertEquals(1, report.summary().records());
    }

    /** README says that these lines do what the command does. */
    @Test
    void thePackageIsTheCommandsByteForByte(@TempDir Path folder) throws Exception {
        Path target = folder.resolve("package");
        Embed.convert(LEGACY, Mapping.none(), target, CLOCK, out);
        PackageSchemas.checkPackage(target);
        assertTrue(PackageVerification.of(target).good());

        Path commands = folder.resolve("commands");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gongkai.cli.Main",
                        "convert",
                        LEGACY.toString(),
                        "--out",
                        commands.toString(),
                        "--now",
                        "2026-03-02T09:00:00+08:00",
                        "--lang",
                        "zh")
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, command.waitFor(), said);
        assertEquals(contents(commands), contents(target));
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(each).toString(),
                        new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
