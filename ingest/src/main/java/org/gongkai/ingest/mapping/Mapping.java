package org.gongkai.ingest.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.ingest.mapper.DatePattern;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about a source: what its labels mean, what holds for every record, which labels are not wanted,
 * what its codes stand for, how it writes dates, and the query when it is a database. It has its way over
 * {@link LabelAliases#standard()}. It also says which files hold tables of other records. Written as YAML; {@code docs/mapping.md} explains the file and
 * {@code docs/schema/mapping.schema.json} describes it.
 *
 * <pre>{@code
 * LegacyReader reader = LegacyReader.standard().withMapping(Mapping.read(Path.of("mapping.yaml")));
 * }</pre>
 *
 * @param labels what labels mean, by label as it stands in the source
 * @param constants the text that a component has in every record whose source does not say otherwise
 * @param ignored labels that are not wanted, each with the reason
 * @param values for a component the texts of the source and what they stand for
 * @param dates how the source writes dates beside the common ways: patterns of {@link java.time.format.DateTimeFormatter},
 *     or {@code epochMillis} or {@code epochSeconds}; tried in this order before the common ways
 * @param jdbc the database, or null
 * @param tables which files hold tables of other records than documents; of several that fit a file the first counts
 */
public record Mapping(
        Map<String, Component> labels,
        Map<Component, String> constants,
        Map<String, String> ignored,
        Map<Component, Map<String, String>> values,
        List<String> dates,
        @Nullable Jdbc jdbc,
        List<Tables> tables) {

    /** The name in {@link #dates} of dates counted in milliseconds since the first day of 1970. */
    public static final String EPOCH_MILLIS = "epochMillis";

    /** The name in {@link #dates} of dates counted in seconds since the first day of 1970. */
    public static final String EPOCH_SECONDS = "epochSeconds";

    private static final int MOST_BYTES = 1 << 20;

    /**
     * Creates a mapping.
     *
     * @throws NullPointerException when an argument other than {@code jdbc} is null
     * @throws IllegalArgumentException when a date pattern is none
     */
    public Mapping {
        labels = ordered(labels);
        constants = ordered(constants);
        ignored = ordered(ignored);
        Map<Component, Map<String, String>> codes = new LinkedHashMap<>();
        values.forEach((component, table) -> codes.put(component, ordered(table)));
        values = Collections.unmodifiableMap(codes);
        dates = List.copyOf(dates);
        dates.forEach(DatePattern::of);
        tables = List.copyOf(tables);
    }

    /**
     * Creates a mapping of a source that holds documents only.
     *
     * @param labels what labels mean, by label as it stands in the source
     * @param constants the text that a component has in every record whose source does not say otherwise
     * @param ignored labels that are not wanted, each with the reason
     * @param values for a component the texts of the source and what they stand for
     * @param dates how the source writes dates beside the common ways
     * @param jdbc the database, or null
     * @throws NullPointerException when an argument other than {@code jdbc} is null
     * @throws IllegalArgumentException when a date pattern is none
     */
    public Mapping(
            Map<String, Component> labels,
            Map<Component, String> constants,
            Map<String, String> ignored,
            Map<Component, Map<String, String>> values,
            List<String> dates,
            @Nullable Jdbc jdbc) {
        this(labels, constants, ignored, values, dates, jdbc, List.of());
    }

    /** In the order of the file, which {@code Map.copyOf} would not keep. */
    private static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * A database to read. User and password are named by environment variables, so that no file holds them.
     *
     * @param url the JDBC address, without user and password
     * @param query the query; its column labels are the labels of the source
     * @param userVariable the environment variable that holds the user, or null when none is needed
     * @param passwordVariable the environment variable that holds the password, or null when none is needed
     */
    public record Jdbc(
            String url,
            String query,
            @Nullable String userVariable,
            @Nullable String passwordVariable) {

        /**
         * Creates a database to read.
         *
         * @throws NullPointerException when {@code url} or {@code query} is null
         */
        public Jdbc {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(query, "query");
        }
    }

    /**
     * What the tables in some files hold.
     *
     * @param files which files, as a glob over {@link SourceFile#name()} such as {@code assistance/**}; without a slash
     *     over the last part of the name, such as {@code *.xlsx}
     * @param kind what their tables hold
     * @param defaults what holds for each record unless a table says otherwise, by the names of
     *     {@link TableKind#defaultNames()}
     * @param headers what columns mean, by header and the meanings of {@link TableKind#meanings()}; they come before
     *     those that the kind knows
     * @param documents whether a page among them is a document as well, as the page of a notice is
     */
    public record Tables(
            String files,
            TableKind kind,
            Map<String, String> defaults,
            Map<String, String> headers,
            boolean documents) {

        /**
         * Creates an entry.
         *
         * @throws NullPointerException when an argument is null
         * @throws IllegalArgumentException when {@code files} is no glob, or a default or a meaning cannot be read; the
         *     message names it
         */
        public Tables {
            Objects.requireNonNull(kind, "kind");
            defaults = ordered(defaults);
            headers = ordered(headers);
            new TableRoute<>(files, kind.reader(), defaults, headers);
        }
    }

    /**
     * This mapping with one more entry of tables, behind those that it has.
     *
     * @param more the entry
     * @return a new mapping
     */
    public Mapping withTables(Tables more) {
        List<Tables> all = new ArrayList<>(tables);
        all.add(more);
        return new Mapping(labels, constants, ignored, values, dates, jdbc, all);
    }

    /**
     * A mapping that says nothing.
     *
     * @return the empty mapping
     */
    public static Mapping none() {
        return new Mapping(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), null);
    }

    /**
     * Reads a mapping file in YAML 1.2, in UTF-8.
     *
     * @param file the file
     * @return the mapping
     * @throws MappingException when the file is no mapping; it names every fault with its line
     * @throws IOException when the file cannot be read
     */
    public static Mapping read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new MappingException(
                    file.toString(),
                    List.of(new MappingException.Fault(
                            1, "文件超过 " + MOST_BYTES + " 字节", "the file has more than " + MOST_BYTES + " bytes")));
        }
        return parse(file.toString(), Files.readString(file));
    }

    /**
     * Reads a mapping.
     *
     * @param name the name to call it by in messages
     * @param yaml the text
     * @return the mapping
     * @throws MappingException when the text is no mapping; it names every fault with its line
     */
    public static Mapping parse(String name, String yaml) throws MappingException {
        return new MappingFile(name).read(yaml);
    }

    /**
     * The labels of this mapping over a table of labels: where both know a label, the mapping counts. Ignored labels
     * are known and mean nothing.
     *
     * @param others the table
     * @return both together
     */
    public LabelAliases over(LabelAliases others) {
        return others.plus(LabelAliases.of(labels, ignored.keySet()));
    }
}
