package org.gongkai.export.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageException;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.index.RecordIndex;
import org.gongkai.export.index.RecordTree;
import org.jspecify.annotations.Nullable;

/**
 * That a record is in a package, to be checked without the rest of it: the record's line, its place, and the digests that lead
 * from it to the root over all records. With the package's signature it proves whose package that is.
 *
 * @param proofFormat the form of the proof: {@value #FORMAT}
 * @param record the line of {@code data/records.ndjson}, without its line feed
 * @param line its place, counted from 1
 * @param records how many records the package holds
 * @param path the digests beside the way up to the root, from below, in lower-case hexadecimal digits
 * @param recordsRoot the root, as {@code package.json} has it
 * @param signature the signature of the package, or null where it had none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"proofFormat", "record", "line", "records", "path", "recordsRoot", "signature"})
public record RecordProof(
        String proofFormat,
        String record,
        long line,
        long records,
        List<String> path,
        String recordsRoot,
        @Nullable PackageSignature signature) {

    /** The form that this version writes and reads. */
    public static final String FORMAT = "gongkai-proof/1";

    private static final int LARGEST = 2 * JsonLines.LONGEST;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * Creates a proof.
     *
     * @throws NullPointerException when a component but the signature is null
     * @throws IllegalArgumentException when {@code path} holds what is no digest
     */
    public RecordProof {
        Objects.requireNonNull(proofFormat, "proofFormat");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(recordsRoot, "recordsRoot");
        path = List.copyOf(path);
        for (String each : path) {
            if (!DIGEST.matcher(each).matches()) {
                throw new IllegalArgumentException("path");
            }
        }
    }

    /**
     * Proves that a record is in a package. The records are read once, and held against the manifest and the root.
     *
     * @param place the package, folder or zip file
     * @param key the record's {@linkplain DisclosureRecord#key() key}, also in the form without numbers of persons that {@code
     *     sources.ndjson} shows
     * @param line which line of {@code data/records.ndjson}, counted from 1, where several records bear the key; otherwise null
     * @param signature the signature of the package, or null
     * @return the proof
     * @throws PackageException when the package cannot be read, has no root, or holds no such record or several
     */
    public static RecordProof of(Path place, String key, @Nullable Long line, @Nullable PackageSignature signature)
            throws IOException {
        try (PackageFiles files = PackageFiles.open(place)) {
            PackageDescription description = RecordIndex.description(files, place);
            if (description.recordsRoot() == null) {
                throw new PackageException(PackageException.Problem.UNREADABLE_PACKAGE, place, "recordsRoot", null);
            }
            Search search = new Search(key, line);
            try (JsonLines text = new JsonLines(files.openIntact(RecordIndex.RECORDS))) {
                for (byte[] each = text.next(); each != null; each = text.next()) {
                    search.see(each, text.number());
                }
            } catch (JsonProcessingException e) {
                throw PackageException.of(PackageException.Problem.UNREADABLE_PACKAGE, place, e);
            }
            if (search.found == null || search.more != null) {
                String lines = search.found == null ? "" : search.at + ", " + search.more + " (--line)";
                throw new PackageException(PackageException.Problem.NO_SUCH_RECORD, place, lines, null);
            }
            String root = search.tree.root();
            if (!root.equals(description.recordsRoot())) {
                throw new PackageException(
                        PackageException.Problem.UNREADABLE_PACKAGE, place, "recordsRoot (gongkai verify)", null);
            }
            return new RecordProof(
                    FORMAT, search.found, search.at, search.tree.leaves(), search.tree.path(), root, signature);
        }
    }

    /** Looks for the record while the tree grows. */
    private static final class Search {
        private final RecordTree tree = new RecordTree();
        private final String key;
        private final @Nullable Long wanted;
        private @Nullable String found;
        private long at;
        private @Nullable Long more;

        Search(String key, @Nullable Long wanted) {
            this.key = key;
            this.wanted = wanted;
        }

        void see(byte[] line, long number) throws IOException {
            boolean named = (wanted == null || wanted == number) && bears(line);
            if (named && found == null) {
                found = new String(line, StandardCharsets.UTF_8);
                at = number;
                tree.addProven(line);
            } else {
                more = named && more == null ? Long.valueOf(number) : more;
                tree.add(line);
            }
        }

        private boolean bears(byte[] line) throws IOException {
            DisclosureRecord record = CanonicalJson.mapper().readValue(line, DisclosureRecord.class);
            return record != null && (key.equals(record.key()) || key.equals(PersonalData.maskedNumbers(record.key())));
        }
    }

    /**
     * Reads a proof.
     *
     * @param file where it stands
     * @return the proof, not yet checked
     * @throws PackageException when there is none
     */
    public static RecordProof read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            RecordProof read = CanonicalJson.mapper().readValue(in.readNBytes(LARGEST), RecordProof.class);
            if (read == null || !read.proofFormat().equals(FORMAT)) {
                throw new PackageException(PackageException.Problem.PROOF_UNREADABLE, file, FORMAT, null);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new PackageException(PackageException.Problem.PROOF_UNREADABLE, file, FORMAT, e);
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.PROOF_UNREADABLE, file, e);
        }
    }

    /**
     * Tells whether the way leads from the record to the root, and the signature, where there is one, covers that root. Who made
     * the signature is another question: {@link PackageSignature#madeWith}.
     *
     * @return true when it does
     */
    public boolean holds() {
        boolean leads =
                recordsRoot.equals(RecordTree.root(record.getBytes(StandardCharsets.UTF_8), line - 1, records, path));
        return leads
                && (signature == null
                        || signature.signed().recordsRoot().equals(recordsRoot)
                                && signature.signed().records() == records);
    }

    /**
     * The record that is proven.
     *
     * @return the record
     * @throws PackageException when the line is no record
     */
    public DisclosureRecord proven() throws PackageException {
        try {
            DisclosureRecord read = CanonicalJson.mapper().readValue(record, DisclosureRecord.class);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new PackageException(PackageException.Problem.PROOF_UNREADABLE, Path.of("record"), FORMAT, e);
        }
        throw new PackageException(PackageException.Problem.PROOF_UNREADABLE, Path.of("record"), FORMAT, null);
    }
}
