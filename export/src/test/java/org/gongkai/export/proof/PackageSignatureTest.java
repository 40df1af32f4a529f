package org.gongkai.export.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.Documents;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;
import org.gongkai.export.PackageReceipt;
import org.gongkai.export.PackageSchemas;
import org.gongkai.export.check.PackageVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures and proofs, true ones and forged ones. */
class PackageSignatureTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Ed25519,,Ed25519",
        "Ed448,,Ed448",
        "EC,secp256r1,SHA256withECDSA",
        "EC,secp384r1,SHA384withECDSA",
        "EC,secp521r1,SHA512withECDSA",
        "RSA,,SHA256withRSA"
    })
    void aKeyInPemSignsAndItsPublicHalfAloneHolds(String algorithm, String curve, String name) throws Exception {
        KeyPair pair = pair(algorithm, curve);
        PrivateKey key =
                SigningKeys.privateKey(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        PackageReceipt receipt = written("package", "甲");
        PackageSignature signature = PackageSignature.of(receipt, key);
        Path file = Files.write(folder.resolve("package.sig"), CanonicalJson.indented(signature));
        assertEquals(PackageSignature.beside(receipt.path()), file.toAbsolutePath());
        assertEquals(signature, PackageSignature.read(file));
        assertEquals(name, signature.algorithm());
        assertEquals(
                PackageSignature.Answer.HOLDS,
                signature.holds(
                        receipt.path(),
                        SigningKeys.publicKey(pem("PUBLIC KEY", pair.getPublic().getEncoded()))));
        assertEquals(
                PackageSignature.Answer.OTHER_KEY,
                signature.holds(receipt.path(), pair(algorithm, curve).getPublic()));
    }

    private static KeyPair pair(String algorithm, String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        return generator.generateKeyPair();
    }

    @Test
    void aSignatureHoldsForNoOtherPackageAndForNoChangedOne() throws Exception {
        KeyPair pair = pair("Ed25519", null);
        PackageReceipt one = written("one", "甲");
        PackageReceipt other = written("other", "乙");
        PackageSignature signature = PackageSignature.of(one, pair.getPrivate());
        assertEquals(PackageSignature.Answer.OTHER_PACKAGE, signature.holds(other.path(), pair.getPublic()));
        PackageSignature moved = new PackageSignature(
                PackageSignature.FORMAT,
                "Ed25519",
                PackageSignature.of(other, pair.getPrivate()).signed(),
                signature.signature());
        assertEquals(PackageSignature.Answer.OTHER_KEY, moved.holds(other.path(), pair.getPublic()));
        Path tags = one.path().resolve("tagmanifest-sha256.txt");
        Files.writeString(tags, Files.readString(tags).replaceFirst("^.", "z"));
        assertEquals(PackageSignature.Answer.OTHER_PACKAGE, signature.holds(one.path(), pair.getPublic()));
    }

    @Test
    void aKeyThatCannotBeUsedIsToldAndNotShown() throws Exception {
        Path rsa = pem("RSA PRIVATE KEY", new byte[] {1, 2, 3});
        assertTrue(refused(rsa).contains("openssl pkcs8"), refused(rsa));
        Path locked = pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3});
        assertTrue(refused(locked).contains("ENCRYPTED PRIVATE KEY"), refused(locked));
        Path garbage = pem("PRIVATE KEY", "secret".getBytes(StandardCharsets.UTF_8));
        assertFalse(refused(garbage).contains("secret"), refused(garbage));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        Path small = pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
        assertTrue(refused(small).contains("1024 < 2048"), refused(small));
        assertTrue(
                refused(Files.writeString(folder.resolve("none.pem"), "hello")).contains("PEM"));
        assertTrue(refused(folder.resolve("missing.pem")).contains("missing.pem"));
        assertThrows(PackageException.class, () -> SigningKeys.publicKey(rsa));
    }

    /** A private key on the curve of SM2, made up; the JDK alone has no engine for it. */
    @Test
    void aKeyOfSm2WithoutAProviderIsTold() throws Exception {
        byte[] sm2 = HexFormat.of()
                .parseHex("3041020100301306072a8648ce3d020106082a811ccf5501822d0427302502010104" + "20"
                        + "11".repeat(32));
        String text = refused(pem("PRIVATE KEY", sm2));
        assertTrue(text.contains("SM2"), text);
    }

    private String refused(Path file) {
        return assertThrows(PackageException.class, () -> SigningKeys.privateKey(file))
                .text(Locale.ENGLISH);
    }

    @Test
    void oneRecordIsProvenWithoutTheRestAndAForgedOneIsNot() throws Exception {
        KeyPair pair = pair("Ed25519", null);
        PackageReceipt receipt = written("package", "甲", "乙", "丙", "丁", "戊");
        PackageSignature signature = PackageSignature.of(receipt, pair.getPrivate());
        RecordProof proof = RecordProof.of(receipt.path(), key("丙"), null, signature);
        Path file = Files.write(folder.resolve("proof.json"), CanonicalJson.indented(proof));
        RecordProof read = RecordProof.read(file);
        assertEquals(proof, read);
        assertTrue(read.holds());
        assertEquals("丙", read.proven().designation());
        assertEquals(3, read.line());
        assertEquals(receipt.description().recordsRoot(), read.recordsRoot());
        assertTrue(signature.madeWith(pair.getPublic()));

        assertFalse(forged(file, "record", read.record().replace("丙", "假")).holds());
        assertFalse(forged(file, "recordsRoot", "ab".repeat(32)).holds());
        assertFalse(forged(file, 2).holds());
        PackageReceipt other = written("other", "假");
        RecordProof fake = RecordProof.of(other.path(), key("假"), null, signature);
        assertFalse(fake.holds(), "the signature of another package");
    }

    private static RecordProof forged(Path file, String name, String value) throws IOException {
        ObjectNode tree = (ObjectNode) CanonicalJson.mapper().readTree(file.toFile());
        return CanonicalJson.mapper().treeToValue(tree.put(name, value), RecordProof.class);
    }

    private static RecordProof forged(Path file, int line) throws IOException {
        ObjectNode tree = (ObjectNode) CanonicalJson.mapper().readTree(file.toFile());
        return CanonicalJson.mapper().treeToValue(tree.put("line", line), RecordProof.class);
    }

    @Test
    void aKeyThatNoRecordOrSeveralBearIsTold() throws Exception {
        PackageReceipt receipt = written("package", "甲", "乙", "甲");
        assertThrows(PackageException.class, () -> RecordProof.of(receipt.path(), "title:无", null, null));
        String said = assertThrows(PackageException.class, () -> RecordProof.of(receipt.path(), key("甲"), null, null))
                .text(Locale.ENGLISH);
        assertTrue(said.contains("1, 3"), said);
        RecordProof third = RecordProof.of(receipt.path(), key("甲"), 3L, null);
        assertEquals(3, third.line());
        assertTrue(third.holds());
        assertNull(third.signature());
    }

    @Test
    void aPackageWhoseRecordsDoNotMakeItsRootIsNotGoodAndOneWithoutARootIs() throws Exception {
        PackageReceipt receipt = written("package", "甲", "乙");
        Path description = receipt.path().resolve("package.json");
        String root = String.valueOf(receipt.description().recordsRoot());
        String text = Files.readString(description);
        Files.writeString(description, text.replace(root, "ab".repeat(32)));
        assertTrue(PackageVerification.of(receipt.path()).differences().stream()
                .anyMatch(each -> each.file().equals("data/records.ndjson") && root.equals(each.found())));
        Files.writeString(description, text.replace(",\n  \"recordsRoot\" : \"" + root + "\"", ""));
        assertTrue(PackageVerification.of(receipt.path()).differences().stream()
                .noneMatch(each -> each.file().equals("data/records.ndjson")));
        assertThrows(PackageException.class, () -> RecordProof.of(receipt.path(), key("甲"), null, null));
    }

    private static String key(String title) {
        return OfficialDocumentBuilder.builder().title(title).build().key();
    }

    private PackageReceipt written(String name, String... titles) throws IOException {
        try (LibraryPackage library = LibraryPackage.create(folder.resolve(name), Documents.options())) {
            for (String each : titles) {
                library.add(OfficialDocumentBuilder.builder().title(each).build());
            }
            return PackageSchemas.finish(library);
        }
    }

    private Path pem(String label, byte[] bytes) throws IOException {
        return Files.writeString(
                Files.createTempFile(folder, "key", ".pem"),
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END "
                        + label + "-----\n");
    }

    @Test
    void theSignatureStandsBeforeThePackageAndGoesWhereThatDoesNotCome() throws Exception {
        PackageSignature signature =
                new PackageSignature(PackageSignature.FORMAT, "Ed25519", new PackageSignature.Signed("a", 1, "b"), "c");
        java.nio.file.Path target =
                java.nio.file.Files.createTempDirectory("signed").resolve("package");
        java.nio.file.Path file = PackageSignature.beside(target);
        signature.writtenAround(target, () -> assertEquals(signature, PackageSignature.read(file)));
        java.nio.file.Files.writeString(file, "before");
        java.io.IOException failure = new java.io.IOException("no place");
        assertEquals(
                failure,
                org.junit.jupiter.api.Assertions.assertThrows(
                        java.io.IOException.class,
                        () -> signature.writtenAround(target, () -> {
                            throw failure;
                        })));
        assertEquals("before", java.nio.file.Files.readString(file));
    }
}
