package org.gongkai.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.conformance.Breaches;
import org.gongkai.conformance.ConformancePackage;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageOptions;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For every format that ships there is a published package, which is what is written of its records. */
class PublishedPackagesTest {

    private static final String NOW = "2024-06-01T00:00:00Z";

    @TempDir
    private Path folder;

    /** Two documents that break no rule. */
    private static List<JsonNode> records() {
        return List.of(
                Breaches.shipped().of("record.conflict").good().get("records").get(0),
                Breaches.shipped().of("record.conflict").good().get("records").get(1));
    }

    @Test
    void thePublishedPackagesAreThoseOfAllFormats() throws IOException {
        StringBuilder wanted = new StringBuilder();
        Map<String, Map<String, JsonNode>> payloads = new TreeMap<>();
        for (FormatProfile each : FormatProfile.shipped()) {
            ObjectNode one = written(each);
            wanted.append(one).append('\n');
            payloads.put(each.name() + ' ' + each.version(), payload(one.get("files")));
        }
        Path file =
                Typed.CHECKOUT.resolve("conformance/src/main/resources/org/gongkai/conformance/suite/packages.jsonl");
        if (Boolean.getBoolean("gongkai.writePages")) {
            Files.writeString(file, wanted);
        }
        Map<String, Map<String, JsonNode>> published = new TreeMap<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            JsonNode one = CanonicalJson.mapper().readTree(line);
            published.put(one.get("format").asText() + ' ' + one.get("version").asText(), payload(one.get("files")));
        }
        assertEquals(
                payloads,
                published,
                file + " is out of date; write it anew with: ./mvnw -pl cli -am test -Dtest=PublishedPackagesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgongkai.writePages=true");
    }

    @Test
    void eachPublishedPackageIsWhole() throws IOException {
        for (ConformancePackage each : ConformancePackage.shipped()) {
            assertTrue(
                    PackageVerification.of(each.writeTo(folder.resolve(each.format())))
                            .good(),
                    each.format());
        }
    }

    private ObjectNode written(FormatProfile format) throws IOException {
        Path target = folder.resolve("written-" + format.name());
        Clock clock = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
        List<DisclosureRecord> records = records().stream()
                .map(each -> CanonicalJson.mapper().convertValue(each, DisclosureRecord.class))
                .toList();
        Conversion.of(Profile.named("shandong-library"), clock)
                .into(target, PackageOptions.of(clock, "conformance").withFormats(List.of(format)))
                .run(records.stream());
        ObjectNode one = CanonicalJson.mapper()
                .createObjectNode()
                .put("format", format.name())
                .put("version", format.version())
                .put("now", NOW);
        one.putArray("records").addAll(records());
        ObjectNode files = one.putObject("files");
        try (Stream<Path> all = Files.walk(target)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                put(files, target.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
            }
        }
        return one;
    }

    /** What stands in the format; the reports beside it name all rules, and are no part of it. */
    private static Map<String, JsonNode> payload(JsonNode files) {
        Map<String, JsonNode> payload = new TreeMap<>();
        files.properties().forEach(each -> {
            if (each.getKey().startsWith("data/")) {
                payload.put(each.getKey(), each.getValue());
            }
        });
        return payload;
    }

    private static void put(ObjectNode files, String path, byte[] bytes) {
        try {
            files.put(
                    path,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException noText) {
            files.putObject(path).put("base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
