package org.gongkai.export.format;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A format of the package as data: which file, which elements or columns in which order, and what each holds. The
 * engine that follows it knows no format. Immutable and thread-safe.
 *
 * <p>Profiles are JSON with comments, for example this table of two columns:
 *
 * <pre>{@code
 * {"name": "short-list", "version": "1.0.0", "engine": "csv", "evidence": "derived",
 *  "file": "list.csv",
 *  "fields": [{"name": "标题", "source": "title"},
 *             {"name": "成文日期", "source": "writtenOn", "pattern": "yyyy-MM-dd"}]}
 * }</pre>
 *
 * @param name the profile's name, such as {@code jcms-book-1.0}
 * @param version the version of the profile itself
 * @param kind the code of the {@linkplain RecordKind kind} of record that it holds; {@code document} when none is given
 * @param engine what writes it
 * @param evidence how well the format is known
 * @param note what a person should know of it: where it is known from, what is unknown; or null
 * @param file the file below {@code data/}; <code>{number}</code> in it stands for the number of the file in four
 *     digits or more
 * @param recordsPerFile after how many records a new file begins, or null for a single file
 * @param encoding UTF-8, the default, or GB18030
 * @param byteOrderMark whether a byte order mark opens the file, which spreadsheet programs need to know UTF-8; for
 *     {@link Engine#CSV} only
 * @param envelope what stands around the records; for {@link Engine#XML} only
 * @param csv how the values are set apart, or null for commas; for {@link Engine#CSV} only
 * @param json how the rows stand in the file, or null for one a line; for {@link Engine#JSON} only
 * @param page what the page shows; for {@link Engine#HTML} only, where the fields are the tags of its head
 * @param fields the elements, columns, properties or tags of a record, in order
 * @param sha256 the digest of the file that the profile was read from, in lower-case hexadecimal digits
 */
@JsonPropertyOrder({
    "name",
    "version",
    "kind",
    "engine",
    "evidence",
    "note",
    "file",
    "recordsPerFile",
    "encoding",
    "byteOrderMark",
    "envelope",
    "csv",
    "json",
    "page",
    "fields"
})
public record FormatProfile(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String version,
        String kind,
        @JsonProperty(required = true) Engine engine,
        @JsonProperty(required = true) Evidence evidence,
        @Nullable String note,
        @JsonProperty(required = true) String file,
        @Nullable Integer recordsPerFile,
        String encoding,
        boolean byteOrderMark,
        @Nullable Envelope envelope,
        @Nullable Csv csv,
        @Nullable Json json,
        @Nullable Page page,
        @JsonProperty(required = true) List<Field> fields,
        @JsonIgnore String sha256) {

    /** What writes a format. */
    public enum Engine {
        /** Elements in an envelope. */
        XML,
        /** One object a record, the values being texts. */
        JSON,
        /** Comma-separated values with a header, as RFC 4180 has them. */
        CSV,
        /** A workbook of one sheet with a header; every cell is text, so none is a formula. */
        XLSX,
        /** One web page a record, with tags in its head. */
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
    public record Envelope(
            @JsonProperty(required = true) String root,
            List<Field> head,
            @JsonProperty(required = true) String record,
            boolean cdata) {

        /** Creates an envelope; a missing head is empty. */
        public Envelope {
            head = head == null ? List.of() : List.copyOf(head);
        }
    }

    /**
     * How a file of comma-separated values is written.
     *
     * @param delimiter what stands between two values: a comma, a semicolon, a tab or a vertical bar
     * @param quoteAll whether every value stands in quotes, and not only one that needs them
     */
    public record Csv(@Nullable String delimiter, boolean quoteAll) {

        /** Creates a way of writing; a missing delimiter is a comma. */
        public Csv {
            delimiter = delimiter == null ? "," : delimiter;
        }
    }

    /**
     * How a file of JSON is written.
     *
     * @param array whether the rows are one array, and not one object a line
     * @param root the property that holds the array, or null when the array is the whole file
     * @param omitEmpty whether a row leaves out the fields that have no value
     * @param ascii whether every character beyond ASCII is written as an escape
     */
    public record Json(boolean array, @Nullable String root, boolean omitEmpty, boolean ascii) {}

    /**
     * What a web page shows.
     *
     * @param title where its title and heading come from; of several the first that a record has
     * @param body where its text comes from
     * @param attachments whether the attachments are appended as links: to the copy in the package where there is one
     */
    public record Page(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @JsonProperty(required = true)
            List<String> title,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @JsonProperty(required = true)
            List<String> body,

            boolean attachments) {

        public Page {
            title = title == null ? List.of() : List.copyOf(title);
            body = body == null ? List.of() : List.copyOf(body);
        }
    }

    /**
     * One element, column, property or tag. Without source and constant it is written empty.
     *
     * @param name the element's name, the column's header, the property or the tag
     * @param source where the value comes from; of several the first that a record has. Paths are those of the
     *     canonical record of the profile's kind, such as {@code title}, {@code consultation.telephone} or {@code issuers[0]}, and for documents these
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
     * @param maxLength the most characters (UTF-16 code units) of a value, or null when there is no limit; a longer one is
     *     cut and counted
     * @param required whether the format asks for a value; records that have none are counted
     * @param evidence how well this field is known, or null when as well as the format
     * @param note why the field is as it is, or null
     */
    @JsonPropertyOrder({
        "name",
        "source",
        "constant",
        "pattern",
        "join",
        "form",
        "attachments",
        "values",
        "maxLength",
        "required",
        "evidence",
        "note"
    })
    public record Field(
            @JsonProperty(required = true) String name,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> source,

            @Nullable String constant,
            @Nullable String pattern,
            @Nullable String join,
            Form form,
            boolean attachments,
            Map<String, String> values,
            @Nullable Integer maxLength,
            boolean required,
            @Nullable Evidence evidence,
            @Nullable String note) {

        /** Creates a field; what is missing is empty, text, or no. */
        public Field {
            source = source == null ? List.of() : List.copyOf(source);
            form = form == null ? Form.TEXT : form;
            values = values == null ? Map.of() : Map.copyOf(values);
        }

        private static Field of(String name, List<String> source, Form form, boolean attachments) {
            return new Field(name, source, null, null, null, form, attachments, null, null, false, null, null);
        }
    }

    /** The kind of record that a profile holds which names none. */
    public static final String DOCUMENTS = "document";

    /** Stands for the file's number. */
    static final String NUMBER = "{number}";

    /** Creates a profile; a missing encoding is UTF-8. Use {@link #read} to have one checked. */
    public FormatProfile {
        kind = kind == null ? DOCUMENTS : kind;
        encoding = encoding == null ? "UTF-8" : encoding;
        fields = fields == null ? List.of() : List.copyOf(fields);
        sha256 = sha256 == null ? "" : sha256;
    }

    /**
     * The names of the profiles in this module that are ready to be used.
     *
     * @return {@code jcms-book-1.0} and the others
     */
    public static List<String> shippedNames() {
        return ShippedFormats.READY;
    }

    /**
     * The profiles in this module that are ready to be used, read anew.
     *
     * @return those of {@link #shippedNames()}, in that order
     */
    public static List<FormatProfile> shipped() {
        return ShippedFormats.READY.stream().map(FormatProfile::shipped).toList();
    }

    /**
     * The names of the templates in this module: profiles whose slots a person fills in.
     *
     * @return {@code db37t4560-3}
     */
    public static List<String> templateNames() {
        return ShippedFormats.TEMPLATES;
    }

    /**
     * The profiles that a package has when none is asked for.
     *
     * @return {@code jcms-book-1.0} and {@code library-table}
     */
    public static List<FormatProfile> usual() {
        return ShippedFormats.USUAL.stream().map(FormatProfile::shipped).toList();
    }

    /**
     * A profile of this module.
     *
     * @param name one of {@link #shippedNames()}
     * @return the profile
     * @throws IllegalArgumentException when there is none of that name, or it is a template
     */
    public static FormatProfile shipped(String name) {
        return ShippedFormats.profile(name);
    }

    /**
     * The file of a profile or template of this module, to start one's own from.
     *
     * @param name one of {@link #shippedNames()} or {@link #templateNames()}
     * @return the file as it stands, JSON with comments
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String text(String name) {
        return ShippedFormats.text(name);
    }

    /**
     * Reads a profile and checks it: an unknown property, an unknown source, a pattern that loses the afternoon, a
     * file outside the package are faults, and all of them are named at once.
     *
     * @param in JSON in UTF-8, at most 1 MiB; comments and a comma after the last of a list are allowed; not closed
     * @param file the file's name, for messages
     * @return the profile
     * @throws ProfileException when the profile cannot be used; the message names for each fault the file, the line,
     *     the place and what is allowed there
     * @throws IOException when the stream cannot be read
     */
    public static FormatProfile read(InputStream in, String file) throws IOException {
        return FormatProfileFile.read(in.readNBytes(ProfileTree.MOST_BYTES + 1), file);
    }

    /**
     * Tells whether a package can hold only one of two formats, since they have one name, or would write to one file.
     *
     * @param other another format
     * @return whether they clash; names of files clash whatever the case of their letters, since systems differ in that
     */
    public boolean clashesWith(FormatProfile other) {
        boolean numbered = file.contains(NUMBER) || other.file.contains(NUMBER);
        String left = place(numbered);
        String right = other.place(numbered);
        return name.equalsIgnoreCase(other.name)
                || left.equals(right)
                || left.startsWith(right + '/')
                || right.startsWith(left + '/');
    }

    private String place(boolean numbered) {
        String place = file.toLowerCase(Locale.ROOT);
        return numbered ? place.replaceAll("\\{number}|\\d{4,}", "1") : place;
    }

    FormatProfile withSha256(String digest) {
        return new FormatProfile(
                name,
                version,
                kind,
                engine,
                evidence,
                note,
                file,
                recordsPerFile,
                encoding,
                byteOrderMark,
                envelope,
                csv,
                json,
                page,
                fields,
                digest);
    }

    /**
     * The kind of record that the format holds.
     *
     * @return the kind that {@link #kind()} names
     */
    public RecordKind<?> recordKind() {
        return Objects.requireNonNull(RecordKind.named(kind), kind);
    }

    /**
     * The path of a file of this format in the package.
     *
     * @param number the number of the file, counted from 1
     * @return the path, which begins with {@code data/}
     */
    public String path(int number) {
        return "data/" + file.replace(NUMBER, String.format(Locale.ROOT, "%04d", number));
    }

    /**
     * What each record gives a value for.
     *
     * @return the fields, then the title and the body of a page where there are pages
     */
    public List<Field> slots() {
        if (page == null) {
            return fields;
        }
        List<Field> slots = new ArrayList<>(fields);
        slots.add(Field.of("title", page.title(), Form.TEXT, false));
        slots.add(Field.of("body", page.body(), Form.HTML, page.attachments()));
        return slots;
    }
}
