package org.gongkai.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.core.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * What a package says of itself in {@code package.json}.
 *
 * @param packageFormat the form of the package: {@value #FORMAT}
 * @param tool the program that wrote it and its version
 * @param created when it was written, in the time of Shanghai, to the second
 * @param validationProfile the profile that the findings rest on, or null when nothing was validated
 * @param records how many records it holds
 * @param withheld how many records were kept out because they are not for publication
 * @param rejects how many sources or parts of sources stand under {@code rejects/}
 * @param findings how many findings it holds
 * @param ledgerEntries how many fields of sources the ledger accounts for
 * @param attachments how many attached files stand under {@code data/attachments/}
 * @param formats the formats beside {@code data/records.ndjson}, which carries everything
 * @param delta what this package adds to an earlier one, or null when it holds everything
 * @param recordsRoot the root of the tree of digests over the lines of {@code data/records.ndjson} (RFC 9162, 2.1, with SHA-256), in
 *     lower-case hexadecimal digits; null in packages of before 2026-11-30
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "packageFormat",
    "tool",
    "created",
    "validationProfile",
    "records",
    "withheld",
    "rejects",
    "findings",
    "ledgerEntries",
    "attachments",
    "formats",
    "delta",
    "recordsRoot"
})
public record PackageDescription(
        String packageFormat,
        String tool,
        OffsetDateTime created,
        @Nullable ValidationProfile validationProfile,
        long records,
        long withheld,
        long rejects,
        long findings,
        long ledgerEntries,
        long attachments,
        List<Format> formats,
        @Nullable Delta delta,
        @Nullable String recordsRoot) {

    /** The form of package that this version writes. */
    public static final String FORMAT = "gongkai-package/1";

    public PackageDescription {
        required("packageFormat", packageFormat);
        required("tool", tool);
        required("created", created);
        formats = listed("formats", formats);
    }

    /** Anybody may have written the file: what is missing there is named. */
    private static void required(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    private static <T> List<T> listed(String name, @Nullable List<T> list) {
        required(name, list);
        list.forEach(each -> required(name + "[]", each));
        return List.copyOf(list);
    }

    /**
     * What a delta adds to the records of an earlier package; {@code changes.ndjson} says it record by record.
     *
     * @param base the records of the package, or of the package and the deltas after it, that this one began from
     * @param added how many records are new
     * @param changed how many have another content
     * @param withdrawn how many are there no more
     * @param unchanged how many are as they were, and so not in this package
     * @param result the records that stand when this package is applied
     */
    @JsonPropertyOrder({"base", "added", "changed", "withdrawn", "unchanged", "result"})
    public record Delta(RecordSet base, long added, long changed, long withdrawn, long unchanged, RecordSet result) {

        public Delta {
            required("base", base);
            required("result", result);
        }
    }

    /**
     * A set of records, whatever their order.
     *
     * @param records how many there are
     * @param sum the SHA-256 of each line without its line feed, added up modulo 2^256, in lower-case hexadecimal digits
     */
    @JsonPropertyOrder({"records", "sum"})
    public record RecordSet(long records, String sum) {

        public RecordSet {
            required("sum", sum);
        }
    }

    /**
     * A profile of rules.
     *
     * @param name its name
     * @param version its version
     * @param sha256 the digest of its file in lower-case hexadecimal digits
     */
    @JsonPropertyOrder({"name", "version", "sha256"})
    public record ValidationProfile(String name, String version, String sha256) {

        public ValidationProfile {
            required("name", name);
            required("version", version);
            required("sha256", sha256);
        }
    }

    /**
     * What became of the records in one format.
     *
     * @param name the profile's name
     * @param kind the code of the kind of record that the format holds, null for documents
     * @param version the profile's version
     * @param evidence how well the format is known
     * @param sha256 the digest of the profile's file
     * @param files the files, in order
     * @param records how many records they hold
     * @param replacedCharacters characters that the format cannot hold and that became U+FFFD
     * @param neutralizedCells cells that got an apostrophe in front since they look like formulas
     * @param cleanedBodies bodies whose HTML lost elements or attributes that are not let through
     * @param cut the fields of the format of which values were too long for it, and were cut
     * @param missing the fields for which the format asks for a value and records had none
     * @param unlisted the fields with a table of values in which values of records do not stand; they went out as they
     *     are. Absent in packages of before 2026-11-25
     * @param notCarried the components for which the format has no place, and those that some record could not bring
     *     along
     */
    @JsonPropertyOrder({
        "name",
        "kind",
        "version",
        "evidence",
        "sha256",
        "files",
        "records",
        "replacedCharacters",
        "neutralizedCells",
        "cleanedBodies",
        "cut",
        "missing",
        "unlisted",
        "notCarried"
    })
    public record Format(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String kind,

            String version,
            Evidence evidence,
            String sha256,
            List<String> files,
            long records,
            long replacedCharacters,
            long neutralizedCells,
            long cleanedBodies,
            List<Counted> cut,
            List<Counted> missing,
            List<Counted> unlisted,
            List<NotCarried> notCarried) {

        public Format {
            required("name", name);
            required("version", version);
            required("evidence", evidence);
            required("sha256", sha256);
            files = listed("files", files);
            cut = listed("cut", cut);
            missing = listed("missing", missing);
            unlisted = unlisted == null ? List.of() : listed("unlisted", unlisted);
            notCarried = listed("notCarried", notCarried);
        }
    }

    /**
     * How many records something befell in one field of a format.
     *
     * @param field the field's name in the format
     * @param records how many records
     */
    @JsonPropertyOrder({"field", "records"})
    public record Counted(String field, long records) {}

    /**
     * A component that a format does not carry.
     *
     * @param field the component's path
     * @param label its Chinese name
     * @param records how many records have a value there that the format leaves out, wholly or in part
     */
    @JsonPropertyOrder({"field", "label", "records"})
    public record NotCarried(String field, String label, long records) {}
}
