package org.gongkai.conformance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A package of one format, for a program that loads packages or writes them: the records that went in, and every file of the
 * package that came out. One for each format that ships; they stand as JSON Lines in {@code suite/packages.jsonl}.
 *
 * <pre>{@code
 * for (ConformancePackage each : ConformancePackage.shipped()) {
 *     ourLibrary.load(each.writeTo(folder.resolve(each.format())));
 * }
 * }</pre>
 *
 * @param format the name of the format
 * @param version the format's version
 * @param now the moment at which the package was written, ISO 8601
 * @param records the records, as JSON, in the order in which they were given
 * @param files the files of the package by their paths, with {@code /} between parts: each its text, or an object with its bytes
 *     under {@code base64}
 */
@JsonPropertyOrder({"format", "version", "now", "records", "files"})
public record ConformancePackage(
        String format, String version, String now, List<JsonNode> records, Map<String, JsonNode> files) {

    /** Creates a package. */
    public ConformancePackage {
        records = List.copyOf(records);
        files = Map.copyOf(files);
    }

    /**
     * Reads the packages that ship with this library.
     *
     * @return one for each format
     */
    public static List<ConformancePackage> shipped() {
        JsonMapper mapper = Json.mapper();
        List<ConformancePackage> packages = new ArrayList<>();
        try (InputStream data = ConformancePackage.class.getResourceAsStream("suite/packages.jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                packages.add(mapper.readValue(line, ConformancePackage.class));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return packages;
    }

    /**
     * Writes the package.
     *
     * @param folder where it shall stand; made where it is not there
     * @return the folder
     * @throws IOException when it cannot be written
     */
    public Path writeTo(Path folder) throws IOException {
        for (Map.Entry<String, JsonNode> each : files.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            JsonNode content = each.getValue();
            if (content.has("base64")) {
                Files.write(file, content.get("base64").binaryValue());
            } else {
                Files.writeString(file, content.asText());
            }
        }
        return folder;
    }
}
