package org.gongkai.export;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A format of the package as data: which file, which elements or columns in which order, and what each holds. The
 * engine that follows it knows no format. Immutable and thread-safe.
 *
 * <p>Profiles are JSON, for example this table of two columns:
 *
 * <pre>{@code
 * {"name": "short-list", "version": "1.0.0", "engine": "table", "evidence": "derived",
 *  "file": "list.csv",
 *  "fields": [{"name": "标题", "source": "title"},
 *             {"name": "成文日期", "source": "writtenOn", "pattern": "yyyy-MM-dd"}]}
 * }</pre>
 *
 * @param name the profile's name, such as {@code jcms-book-1.0}
 * @param version the version of the profile itself
 * @param engine what writes it
 * @param evidence how well the format is known
 * @param note what a person should know of it: where it is known from, what is unknown; or null
 * @param file the file below {@code data/}; <code>{number}</code> in it stands for the four-digit number of the file
 * @param recordsPerFile after how many records a new file begins, or null for a single file
 * @param encoding UTF-8, the default, or GB18030
 * @param byteOrderMark whether a byte order mark opens the file, which spreadsheet programs need to know UTF-8
 * @param envelope what stands around the records; for {@link Engine#XML} only
 * @param fields the elements or columns of a record, in order
 * @param sha256 the digest of the file that the profile was read from, in lower-case hexadecimal digits
 */
@JsonPropertyOrder({
    "name",
    "version",
    "engine",
    "evidence",
    "note",
    "file",
    "recordsPerFile",
    "encoding",
    "byteOrderMark",
    "envelope",
    "fields"
})
public record FormatProfile(
        String name,
        String version,
        Engine engine,
        Evidence evidence,
        @Nullable String note,
        String file,
        @Nullable Integer recordsPerFile,
        String encoding,
        boolean byteOrderMark,
        @Nullable Envelope envelope,
        List<Field> fields,
        @JsonIgnore String sha256) {

    /** What writes a format. */
    public enum Engine {
        /** Elements in an envelope. */
        XML,
        /** Comma-separated values with a header, as RFC 4180 has them. */
        TABLE;

        /**
         * The name in profiles.
         *
         * @return the lower-case name
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What kind of text a field holds. */
    public enum Form {
        /** Text as it stands. */
        TEXT,
        /** HTML: a value that is none is put into paragraphs. */
        HTML;

        /**
         * The name in profiles.
         *
         * @return the lower-case name
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What stands around the records of an XML format.
     *
     * @param root the root element
     * @param head elements before the first record; constants only
     * @param record the element around each record
     * @param cdata whether every text stands in a CDATA section, empty ones too
     */
    public record Envelope(String root, List<Field> head, String record, boolean cdata) {

        /**
         * Creates an envelope; a missing head is empty.
         *
         * @param root see {@link #root()}
         * @param head see {@link #head()}
         * @param record see {@link #record()}
         * @param cdata see {@link #cdata()}
         */
        public Envelope {
            head = head == null ? List.of() : List.copyOf(head);
        }
    }

    /**
     * One element or column. Without source and constant it is written empty.
     *
     * @param name the element's name or the column's header
     * @param source where the value comes from; of several the first that a record has. Paths are those of the
     *     canonical document, such as {@code title}, {@code consultation.telephone} or {@code issuers[0]}, and these
     *     derivations: {@code ownerCode.organizationCode} and {@code indexNumber.organizationCode}, the organization
     *     code of nine characters inside the owner's code or at the head of the index number, absent when a check
     *     character is wrong; {@code theme.level1} and {@code theme.level2}. {@code body.html} is always cleaned
     * @param constant text that is always written, or null. With a source as well, the constant speaks for that
     *     source, and records that differ from it are counted as not carried
     * @param pattern how a date is written, in the letters of {@link DateTimeFormatter}, or null for ISO. The hour is
     *     {@code HH}; a canonical date has none, so it is midnight
     * @param join what stands between the values of a list; {@code 、} when null
     * @param form what kind of text the field holds
     * @param attachments whether the attachments are appended as links; for {@link Form#HTML} only
     * @param values texts to write instead of others, for formats that use codes; a text not listed stays as it is
     * @param note why the field is as it is, or null
     */
    @JsonPropertyOrder({"name", "source", "constant", "pattern", "join", "form", "attachments", "values", "note"})
    public record Field(
            String name,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> source,

            @Nullable String constant,
            @Nullable String pattern,
            @Nullable String join,
            Form form,
            boolean attachments,
            Map<String, String> values,
            @Nullable String note) {

        /**
         * Creates a field; what is missing is empty, text, or no.
         *
         * @param name see {@link #name()}
         * @param source see {@link #source()}
         * @param constant see {@link #constant()}
         * @param pattern see {@link #pattern()}
         * @param join see {@link #join()}
         * @param form see {@link #form()}
         * @param attachments see {@link #attachments()}
         * @param values see {@link #values()}
         * @param note see {@link #note()}
         */
        public Field {
            source = source == null ? List.of() : List.copyOf(source);
            form = form == null ? Form.TEXT : form;
            values = values == null ? Map.of() : Map.copyOf(values);
        }
    }

    private static final List<String> SHIPPED = List.of("jcms-book-1.0", "library-table-1.0");
    private static final int SIZE_LIMIT = 1 << 20;
    private static final String NUMBER = "{number}";
    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,63}){0,3}");
    private static final Pattern XML_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}._-]*");

    /**
     * Creates a profile; a missing encoding is UTF-8. Use {@link #read} to have one checked.
     *
     * @param name see {@link #name()}
     * @param version see {@link #version()}
     * @param engine see {@link #engine()}
     * @param evidence see {@link #evidence()}
     * @param note see {@link #note()}
     * @param file see {@link #file()}
     * @param recordsPerFile see {@link #recordsPerFile()}
     * @param encoding see {@link #encoding()}
     * @param byteOrderMark see {@link #byteOrderMark()}
     * @param envelope see {@link #envelope()}
     * @param fields see {@link #fields()}
     * @param sha256 see {@link #sha256()}
     */
    public FormatProfile {
        encoding = encoding == null ? "UTF-8" : encoding;
        fields = fields == null ? List.of() : List.copyOf(fields);
        sha256 = sha256 == null ? "" : sha256;
    }

    /**
     * The names of the profiles in this module.
     *
     * @return {@code jcms-book-1.0}, {@code library-table-1.0}
     */
    public static List<String> shippedNames() {
        return SHIPPED;
    }

    /**
     * A profile of this module.
     *
     * @param name one of {@link #shippedNames()}
     * @return the profile
     * @throws IllegalArgumentException when there is none of that name
     */
    public static FormatProfile shipped(String name) {
        if (!SHIPPED.contains(name)) {
            throw new IllegalArgumentException("no profile " + name + "; there are " + String.join(", ", SHIPPED));
        }
        String file = "formats/" + name + ".json";
        try (InputStream in = FormatProfile.class.getResourceAsStream(file)) {
            return read(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a profile and checks it: an unknown property, an unknown source, a pattern that loses the afternoon, a
     * file outside the package are errors.
     *
     * @param in the JSON, at most 1 MiB; not closed
     * @param file the file's name, for messages
     * @return the profile
     * @throws ProfileException when the profile cannot be used; the message names the file, the place and what is
     *     allowed there
     * @throws IOException when the stream cannot be read
     */
    public static FormatProfile read(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
        if (bytes.length > SIZE_LIMIT) {
            throw new ProfileException(file, "/", "more than 1 MiB", "at most 1 MiB");
        }
        FormatProfile profile = parse(bytes, file)
                .withSha256(HexFormat.of().formatHex(Sha256.create().digest(bytes)));
        new Check(file).profile(profile);
        return profile;
    }

    private static FormatProfile parse(byte[] bytes, String file) throws IOException {
        try {
            FormatProfile profile = CanonicalJson.mapper()
                    .readerFor(FormatProfile.class)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .with(DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES)
                    .readValue(bytes);
            if (profile == null) {
                throw new ProfileException(file, "/", "null", "an object");
            }
            return profile;
        } catch (UnrecognizedPropertyException e) {
            throw new ProfileException(
                    file, path(e), "unknown property " + e.getPropertyName(), "one of " + e.getKnownPropertyIds());
        } catch (InvalidFormatException e) {
            Object[] constants = e.getTargetType().getEnumConstants();
            String expected = constants == null
                    ? e.getTargetType().getSimpleName()
                    : "one of " + List.of(constants).toString().toLowerCase(Locale.ROOT);
            throw new ProfileException(file, path(e), String.valueOf(e.getValue()), expected);
        } catch (JsonMappingException e) {
            throw new ProfileException(file, path(e), e.getOriginalMessage(), "a format profile");
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? "/"
                    : "line " + e.getLocation().getLineNr() + " column "
                            + e.getLocation().getColumnNr();
            throw new ProfileException(file, place, e.getOriginalMessage(), "JSON");
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference each : e.getPath()) {
            path.append('/').append(each.getFieldName() == null ? each.getIndex() : each.getFieldName());
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    private FormatProfile withSha256(String digest) {
        return new FormatProfile(
                name,
                version,
                engine,
                evidence,
                note,
                file,
                recordsPerFile,
                encoding,
                byteOrderMark,
                envelope,
                fields,
                digest);
    }

    /** The path of a file in the package, counted from 1. */
    String path(int number) {
        return "data/" + file.replace(NUMBER, String.format(Locale.ROOT, "%04d", number));
    }

    /** Checks what the types cannot say. */
    private record Check(String file) {

        void profile(FormatProfile profile) throws ProfileException {
            required("name", profile.name);
            required("version", profile.version);
            required("engine", profile.engine);
            required("evidence", profile.evidence);
            required("file", profile.file);
            boolean numbered = profile.file.contains(NUMBER);
            String plain = profile.file.replaceFirst(Pattern.quote(NUMBER), "0001");
            check(
                    FILE.matcher(plain).matches() && !plain.startsWith("records.ndjson"),
                    "file",
                    profile.file,
                    "a relative path of letters, digits, . _ - below data/, not records.ndjson");
            check(
                    numbered == (profile.recordsPerFile != null),
                    "recordsPerFile",
                    String.valueOf(profile.recordsPerFile),
                    numbered ? "a number, since the file is numbered" : "nothing, since the file has no " + NUMBER);
            check(
                    profile.recordsPerFile == null || profile.recordsPerFile > 0,
                    "recordsPerFile",
                    String.valueOf(profile.recordsPerFile),
                    "1 or more");
            check(
                    Set.of("UTF-8", "GB18030").contains(profile.encoding),
                    "encoding",
                    profile.encoding,
                    "UTF-8 or GB18030");
            check(!profile.fields.isEmpty(), "fields", "none", "at least one");
            if (profile.engine == Engine.XML) {
                required("envelope", profile.envelope);
                Envelope envelope = profile.envelope;
                required("envelope/root", envelope.root);
                required("envelope/record", envelope.record);
                xmlName("envelope/root", envelope.root);
                xmlName("envelope/record", envelope.record);
                for (Field each : envelope.head) {
                    field(each, profile.engine);
                    check(each.source.isEmpty(), each.name, "a source", "a constant, since it stands in the head");
                }
            } else {
                check(profile.envelope == null, "envelope", "an envelope", "none, since the engine is no xml");
            }
            Set<String> names = new HashSet<>();
            for (Field each : profile.fields) {
                field(each, profile.engine);
                check(names.add(each.name), each.name, "the name a second time", "a name of its own");
            }
        }

        private void field(Field field, Engine engine) throws ProfileException {
            required("fields/name", field.name);
            if (engine == Engine.XML) {
                xmlName(field.name, field.name);
            }
            for (String each : field.source) {
                check(
                        DocumentSource.SOURCES.containsKey(each),
                        field.name,
                        "source " + each,
                        "one of " + DocumentSource.allowed());
            }
            check(
                    !field.attachments || field.form == Form.HTML,
                    field.name,
                    "attachments in a field of text",
                    "form html");
            if (field.pattern != null) {
                pattern(field.name, field.pattern);
            }
        }

        private void pattern(String place, String pattern) throws ProfileException {
            String expected = "a date pattern such as yyyy-MM-dd or yyyy-MM-dd HH:mm:ss";
            String letters = pattern.replaceAll("'[^']*'", "");
            check(
                    letters.chars().noneMatch(c -> "hKk".indexOf(c) >= 0),
                    place,
                    "pattern " + pattern,
                    expected + "; hours are HH, of 24");
            try {
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDate.EPOCH.atStartOfDay());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new ProfileException(file, place, "pattern " + pattern, expected);
            }
        }

        private void xmlName(String place, String name) throws ProfileException {
            check(XML_NAME.matcher(name).matches(), place, name, "the name of an XML element");
        }

        private void required(String place, @Nullable Object value) throws ProfileException {
            check(value != null && !value.equals(""), place, "nothing", "a value");
        }

        private void check(boolean right, String place, String found, String expected) throws ProfileException {
            if (!right) {
                throw new ProfileException(file, place, found, expected);
            }
        }
    }
}
