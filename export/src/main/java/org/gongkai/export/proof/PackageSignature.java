package org.gongkai.export.proof;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageException;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.OwnFiles;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.index.RecordIndex;

/**
 * A signature over a package that stands beside it, {@code NAME.sig}. It covers the digest of {@code tagmanifest-sha256.txt}, and by
 * that every byte of the package, and the root over its records, so that {@linkplain RecordProof one record} can be proven alone.
 * Whoever holds the public key and knows whose it is knows then who made the package.
 *
 * <pre>{@code
 * PackageReceipt receipt = library.finish(report);
 * PackageSignature signature = PackageSignature.of(receipt, SigningKeys.privateKey(Path.of("key.pem")));
 * }</pre>
 *
 * @param signatureFormat the form of the signature: {@value #FORMAT}
 * @param algorithm the name of the signature in the Java Cryptography Architecture; for the reader, the key decides
 * @param signed what it covers
 * @param signature the signature in Base64
 */
@JsonPropertyOrder({"signatureFormat", "algorithm", "signed", "signature"})
public record PackageSignature(String signatureFormat, String algorithm, Signed signed, String signature) {

    /** The form that this version writes and reads. */
    public static final String FORMAT = "gongkai-signature/1";

    private static final int LARGEST = 1 << 20;

    /**
     * Creates a signature.
     *
     * @throws NullPointerException when a component is null
     */
    public PackageSignature {
        Objects.requireNonNull(signatureFormat, "signatureFormat");
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(signed, "signed");
        Objects.requireNonNull(signature, "signature");
    }

    /**
     * What a signature covers. The bytes are the form of the signature and these three, each in ASCII with a line feed behind it.
     *
     * @param tagManifestSha256 the SHA-256 of {@code tagmanifest-sha256.txt}, in lower-case hexadecimal digits
     * @param records how many records the package holds
     * @param recordsRoot the root over them, see {@link PackageDescription#recordsRoot()}
     */
    @JsonPropertyOrder({"tagManifestSha256", "records", "recordsRoot"})
    public record Signed(String tagManifestSha256, long records, String recordsRoot) {

        /**
         * Creates what a signature covers.
         *
         * @throws NullPointerException when a digest is null
         */
        public Signed {
            Objects.requireNonNull(tagManifestSha256, "tagManifestSha256");
            Objects.requireNonNull(recordsRoot, "recordsRoot");
        }

        private byte[] bytes() {
            return (FORMAT + '\n' + tagManifestSha256 + '\n' + records + '\n' + recordsRoot + '\n')
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** What holding a signature against a package and a key comes to. */
    public enum Answer {
        /** It is of this package, and made with this key. */
        HOLDS,
        /** It covers another package, or the package has changed since. */
        OTHER_PACKAGE,
        /** It was not made with this key, or has changed since. */
        OTHER_KEY
    }

    /**
     * Signs a package.
     *
     * @param receipt the finished package
     * @param key see {@link SigningKeys#privateKey}
     * @return the signature
     * @throws PackageException when the key cannot sign
     */
    public static PackageSignature of(PackageReceipt receipt, PrivateKey key) throws PackageException {
        Signed signed = new Signed(
                receipt.tagManifestSha256(),
                receipt.description().records(),
                String.valueOf(receipt.description().recordsRoot()));
        try {
            String algorithm = SigningKeys.algorithm(key);
            Signature engine = Signature.getInstance(algorithm);
            engine.initSign(key);
            engine.update(signed.bytes());
            return new PackageSignature(
                    FORMAT, algorithm, signed, Base64.getEncoder().encodeToString(engine.sign()));
        } catch (GeneralSecurityException e) {
            throw new PackageException(
                    PackageException.Problem.KEY_UNREADABLE, receipt.path(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Where the signature of a package stands.
     *
     * @param path the package, folder or zip file
     * @return its name with {@code .sig} behind it, beside it
     */
    public static Path beside(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + ".sig");
    }

    /** What puts a package in its place. */
    public interface Delivery {

        /**
         * Puts it there.
         *
         * @throws IOException when that cannot be done
         */
        void run() throws IOException;
    }

    /**
     * Writes the signature beside a package that is not in its place yet, and has it put there. Where that fails, the signature
     * that stood there before is put back.
     *
     * @param path where the package is to stand
     * @param delivery puts it there
     * @throws IOException when the signature cannot be written, or what the delivery throws
     */
    public void writtenAround(Path path, Delivery delivery) throws IOException {
        Path file = beside(path);
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        write(file, CanonicalJson.indented(this));
        try {
            delivery.run();
        } catch (IOException e) {
            if (before == null) {
                Files.deleteIfExists(file);
            } else {
                write(file, before);
            }
            throw e;
        }
    }

    /** Appears whole or not at all, and follows no link. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = OwnFiles.beside(file, "tmp");
        Files.deleteIfExists(fresh);
        try {
            Files.write(fresh, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * Reads a signature.
     *
     * @param file where it stands
     * @return the signature, not yet checked
     * @throws PackageException when there is none
     */
    public static PackageSignature read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            PackageSignature read = CanonicalJson.mapper().readValue(in.readNBytes(LARGEST), PackageSignature.class);
            if (read == null || !read.signatureFormat().equals(FORMAT)) {
                throw new PackageException(PackageException.Problem.SIGNATURE_UNREADABLE, file, FORMAT, null);
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new PackageException(PackageException.Problem.SIGNATURE_UNREADABLE, file, FORMAT, e);
        } catch (PackageException e) {
            throw e;
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SIGNATURE_UNREADABLE, file, e);
        }
    }

    /**
     * Holds the signature against a package and a key. That the package is what its manifests say is the business of {@link
     * org.gongkai.export.check.PackageVerification}.
     *
     * @param path the package
     * @param key the key of whoever should have made it
     * @return what it comes to
     * @throws PackageException when the package cannot be read
     */
    public Answer holds(Path path, PublicKey key) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            PackageDescription description = RecordIndex.description(files, path);
            Signed found =
                    new Signed(digest(files, path), description.records(), String.valueOf(description.recordsRoot()));
            if (!found.equals(signed)) {
                return Answer.OTHER_PACKAGE;
            }
        }
        return madeWith(key) ? Answer.HOLDS : Answer.OTHER_KEY;
    }

    private static String digest(PackageFiles files, Path path) throws IOException {
        if (!files.has(Bag.TAG_MANIFEST)) {
            throw new PackageException(PackageException.Problem.UNREADABLE_PACKAGE, path, Bag.TAG_MANIFEST, null);
        }
        MessageDigest sha256 = Sha256.create();
        try (InputStream in = new DigestInputStream(files.open(Bag.TAG_MANIFEST), sha256)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /**
     * Tells whether the signature was made with the private half of a key, whatever package it covers.
     *
     * @param key the public key
     * @return false also where what stands there is no signature
     */
    public boolean madeWith(PublicKey key) {
        try {
            Signature engine = Signature.getInstance(SigningKeys.algorithm(key));
            engine.initVerify(key);
            engine.update(signed.bytes());
            return engine.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException no) {
            return false;
        }
    }
}
