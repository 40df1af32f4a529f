package org.gongkai.export.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.export.PackageException;
import org.jspecify.annotations.Nullable;

/**
 * Reads keys in PEM (RFC 7468): a private key in PKCS #8 that no password protects, a public key, a certificate of X.509. The
 * algorithm follows from the key, never from what a signature says of itself. Only names of the Java Cryptography Architecture
 * are asked for, so that SM2 works where a provider that knows it is installed.
 */
public final class SigningKeys {

    private static final int LARGEST_FILE = 1 << 20;
    private static final int SHORTEST_RSA = 2048;
    private static final List<String> ALGORITHMS = List.of("EdDSA", "EC", "RSA");
    /** How every encoding of a key on the curve of SM2 names it: 1.2.156.10197.1.301 (GM/T 0006). */
    private static final String SM2_CURVE = "06082a811ccf5501822d";

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private SigningKeys() {}

    /** A block of a PEM file. */
    private record Block(String label, byte[] bytes) {}

    private interface Reading<T> {
        T of(KeyFactory factory) throws GeneralSecurityException;
    }

    /**
     * Reads the key to sign with.
     *
     * @param file a PEM file with {@code BEGIN PRIVATE KEY}: Ed25519, Ed448, an elliptic curve, SM2, or RSA of 2048 bits and more
     * @return the key
     * @throws PackageException when there is none that can sign here; the message says why, and shows nothing of the key
     */
    public static PrivateKey privateKey(Path file) throws IOException {
        Block block = block(file);
        if (!block.label().equals("PRIVATE KEY")) {
            throw unfit(file, block.label() + " ≠ PRIVATE KEY (openssl pkcs8 -topk8 -nocrypt)", null);
        }
        PrivateKey key = key(file, factory -> factory.generatePrivate(new PKCS8EncodedKeySpec(block.bytes())));
        algorithm(file, key);
        return key;
    }

    /**
     * Reads the key to check a signature with.
     *
     * @param file a PEM file with {@code BEGIN PUBLIC KEY} or {@code BEGIN CERTIFICATE}. Of a certificate the key alone is used:
     *     neither who issued it nor how long it is valid is checked
     * @return the key
     * @throws PackageException when there is none that can check a signature here
     */
    public static PublicKey publicKey(Path file) throws IOException {
        Block block = block(file);
        PublicKey key = switch (block.label()) {
            case "PUBLIC KEY" -> key(file, factory -> factory.generatePublic(new X509EncodedKeySpec(block.bytes())));
            case "CERTIFICATE" -> ofCertificate(file, block.bytes());
            default -> throw unfit(file, block.label() + " ≠ PUBLIC KEY, CERTIFICATE", null);
        };
        algorithm(file, key);
        return key;
    }

    private static PublicKey ofCertificate(Path file, byte[] certificate) throws PackageException {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate))
                    .getPublicKey();
        } catch (GeneralSecurityException e) {
            throw unfit(file, "X.509", e);
        }
    }

    private static <T> T key(Path file, Reading<T> reading) throws PackageException {
        GeneralSecurityException last = null;
        for (String each : ALGORITHMS) {
            try {
                return reading.of(KeyFactory.getInstance(each));
            } catch (GeneralSecurityException other) {
                last = other;
            }
        }
        throw unfit(file, "Ed25519, Ed448, EC, RSA; SM2 (provider)", last);
    }

    private static Block block(Path file) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LARGEST_FILE), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.KEY_UNREADABLE, file, e);
        }
        int begin = text.indexOf(BEGIN);
        int body = begin < 0 ? -1 : text.indexOf(DASHES, begin + BEGIN.length());
        int end = body < 0 ? -1 : text.indexOf(END, body);
        if (end < 0) {
            throw unfit(file, "PEM, -----BEGIN …", null);
        }
        try {
            return new Block(
                    text.substring(begin + BEGIN.length(), body),
                    Base64.getMimeDecoder().decode(text.substring(body + DASHES.length(), end)));
        } catch (IllegalArgumentException e) {
            throw unfit(file, "Base64", null);
        }
    }

    /** The name of the signature that a key makes. */
    private static void algorithm(Path file, Key key) throws PackageException {
        try {
            algorithm(key);
        } catch (GeneralSecurityException e) {
            throw unfit(file, String.valueOf(e.getMessage()), e);
        }
    }

    static String algorithm(Key key) throws GeneralSecurityException {
        byte[] encoded = key.getEncoded();
        if (encoded != null && HexFormat.of().formatHex(encoded).contains(SM2_CURVE)) {
            return "SM3withSM2";
        }
        if (key instanceof EdECKey edwards) {
            return edwards.getParams().getName();
        }
        if (key instanceof ECKey curve) {
            int bits = curve.getParams().getCurve().getField().getFieldSize();
            return (bits <= 256 ? "SHA256" : bits <= 384 ? "SHA384" : "SHA512") + "withECDSA";
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA) {
            return "SHA256withRSA";
        }
        throw new GeneralSecurityException(
                key instanceof RSAKey rsa
                        ? "RSA " + rsa.getModulus().bitLength() + " < " + SHORTEST_RSA
                        : key.getAlgorithm());
    }

    private static PackageException unfit(Path file, String why, @Nullable Throwable cause) {
        return new PackageException(PackageException.Problem.KEY_UNREADABLE, file, why, cause);
    }
}
