package org.gongkai.examples.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedTest {

    @Test
    void theExamplePrintsWhatIsMissingAndWritesAPackage(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.parse("2023-09-01T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

        PackageReceipt receipt =
                Embed.run(folder.resolve("package"), clock, new PrintStream(printed, true, StandardCharsets.UTF_8));

        PackageSchemas.checkPackage(receipt.path());
        assertTrue(PackageVerification.of(receipt.path()).good());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("error There is no index number."));
        assertEquals(
                1,
                Files.readAllLines(receipt.path().resolve("data/records.ndjson"))
                        .size());
    }

    @Test
    void theReadmesShowThisExample() throws Exception {
        Path checkout = Path.of(System.getProperty("gongkai.checkout"));
        String source = Files.readString(
                checkout.resolve("examples/embed/src/main/java/org/gongkai/examples/embed/Embed.java"));
        int from = source.indexOf("        OfficialDocument document");
        String shown = source.substring(from, source.indexOf("\n    }\n", from))
                .stripIndent()
                .strip();
        for (String readme : new String[] {"README.md", "README.zh-CN.md"}) {
            assertTrue(
                    Files.readString(checkout.resolve(readme)).contains(shown),
                    readme + " must show between its embed marks what Embed.run does:\n" + shown);
        }
    }
}
