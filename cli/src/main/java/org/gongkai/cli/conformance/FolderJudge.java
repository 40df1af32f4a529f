package org.gongkai.cli.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.conformance.ConformanceCase;
import org.gongkai.conversion.Conversion;
import org.gongkai.conversion.ConversionException;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.CanonicalJson;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.inventory.GapFile;
import org.gongkai.ingest.inventory.InventoryException;
import org.gongkai.ingest.inventory.InventoryReader;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Limits;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Judges how files are read that come as JSON ({@link ConformanceCase#ofFiles()}): they are laid out in a folder for the time of a
 * run, and what the run finds of its sources is answered. What it finds of records is asked for by records.
 */
final class FolderJudge {

    /** The beginning of the rules about sources. */
    private static final String SOURCE = "source.";

    /** The largest file that an input may ask for. */
    private static final long LARGEST = 128L << 20;

    private final Profile profile;
    private final Clock clock;
    private final DisclosureValidator validator;
    private final JsonMapper mapper = CanonicalJson.mapper();

    FolderJudge(Profile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
        this.validator = DisclosureValidator.of(profile, clock);
    }

    /** What is read, and how. */
    private record Laid(
            Map<String, JsonNode> folder,
            @Nullable List<String> sources,
            @Nullable String mapping,
            @Nullable Map<String, Long> limits,
            @Nullable String inventory,
            @Nullable String explanations,
            @Nullable List<Happening> happened) {}

    /** What befell a file on the machine where it was read. */
    private record Happening(
            String rule,
            String source,
            @Nullable String value,
            @Nullable String expected) {}

    static boolean takes(JsonNode input) {
        return input.has(ConformanceCase.FOLDER);
    }

    List<Finding> judge(JsonNode input) throws IOException {
        Laid laid;
        try {
            laid = mapper.treeToValue(input, Laid.class);
        } catch (JsonProcessingException unfit) {
            throw new IOException("the input has not the form of a folder: " + unfit.getOriginalMessage(), unfit);
        }
        Path place = Files.createTempDirectory("gongkai-judge");
        try {
            Path root = Files.createDirectory(place.resolve("folder"));
            for (Map.Entry<String, JsonNode> each : laid.folder().entrySet()) {
                lay(within(root, each.getKey()), each.getValue());
            }
            return read(laid, root, place.resolve("package"));
        } finally {
            delete(place);
        }
    }

    private List<Finding> read(Laid laid, Path root, Path target) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try {
            Mapping mapping = laid.mapping() == null ? Mapping.none() : Mapping.parse("mapping.yaml", laid.mapping());
            Conversion run = Conversion.of(profile, clock)
                    .reading(LegacyReader.standard().withMapping(mapping).withLimits(limits(laid)))
                    .withThreads(1)
                    .into(target)
                    .onFinding(each -> findings.add(each.finding()));
            if (laid.inventory() != null) {
                run = run.against(InventoryReader.of(within(root, laid.inventory()), null, mapping));
            }
            if (laid.explanations() != null) {
                run = run.explaining(GapFile.read(within(root, laid.explanations())));
            }
            run.run(sources(laid, root));
        } catch (ConversionException refused) {
            if (!(refused.getCause() instanceof InventoryException unfit)) {
                throw new IOException(refused.getMessage(), refused);
            }
            findings.add(finding(unfit));
        } catch (InventoryException unfit) {
            findings.add(finding(unfit));
        }
        for (Happening each : laid.happened() == null ? List.<Happening>of() : laid.happened()) {
            findings.add(validator.finding(
                    new SourceProblem(each.rule(), Location.of(each.source()), each.value(), each.expected())));
        }
        return findings.stream().filter(each -> each.rule().startsWith(SOURCE)).toList();
    }

    private Finding finding(InventoryException unfit) throws InventoryException {
        SourceProblem problem = unfit.problem();
        if (problem == null) {
            throw unfit;
        }
        return validator.finding(problem);
    }

    private static Limits limits(Laid laid) {
        Limits limits = Limits.standard();
        for (Map.Entry<String, Long> each :
                (laid.limits() == null ? Map.<String, Long>of() : laid.limits()).entrySet()) {
            limits = limits.with(each.getKey(), each.getValue());
        }
        return limits;
    }

    private static List<Path> sources(Laid laid, Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String each : laid.sources() == null ? List.<String>of() : laid.sources()) {
            sources.add(within(root, each));
        }
        return sources.isEmpty() ? List.of(root) : sources;
    }

    /** A path of the input, which leads nowhere but into the folder. */
    private static Path within(Path root, String path) throws IOException {
        try {
            Path place = root.resolve(path).normalize();
            if (place.startsWith(root) && !place.equals(root)) {
                return place;
            }
        } catch (InvalidPathException unfit) {
            throw new IOException("no path of a file: " + path, unfit);
        }
        throw new IOException("the path leads out of the folder: " + path);
    }

    private static void lay(Path file, JsonNode content) throws IOException {
        Files.createDirectories(file.getParent());
        if (content.has("link")) {
            Files.createSymbolicLink(file, Path.of(content.get("link").asText()));
        } else if (content.has("base64")) {
            Files.write(file, content.get("base64").binaryValue());
        } else {
            Files.writeString(
                    file,
                    content.isTextual()
                            ? content.asText()
                            : content.path("text").asText());
            lengthen(file, content.path("size").asLong());
        }
    }

    private static void lengthen(Path file, long size) throws IOException {
        if (size > LARGEST) {
            throw new IOException("size asks for " + size + " bytes, and the most are " + LARGEST);
        }
        if (size > Files.size(file)) {
            try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
                whole.setLength(size);
            }
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
