package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.export.bag.Attachments;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.JsonLines;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.ReportedFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageVerificationTest {

    private static final DisclosureValidator VALIDATOR =
            DisclosureValidator.of(Profile.named("shandong-library"), Documents.CLOCK);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"package", "package.zip", "包.ZIP"})
    void aPackageIsWhatItSays(String name) throws IOException {
        PackageVerification result = PackageVerification.of(write(name));
        assertEquals(List.of(), texts(result));
        assertEquals(List.of(), result.notChecked());
        assertEquals(2, result.description().records());
    }

    @Test
    void aZipHoldsTheBagInOneFolderAndComesOutTheSameEachTime() throws IOException {
        Path zip = write("one.zip");
        byte[] first = Files.readAllBytes(zip);
        Files.delete(zip);
        assertArrayEquals(first, Files.readAllBytes(write("one.zip")));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<String> names = file.stream().map(ZipEntry::getName).toList();
            assertTrue(names.stream().allMatch(each -> each.startsWith("one/")), names.toString());
            assertEquals(names.stream().sorted().toList(), names);
            assertEquals(
                    List.of("1980-01-01T00:00"),
                    file.stream()
                            .map(each -> each.getTimeLocal().toString())
                            .distinct()
                            .toList());
        }
        assertEquals(List.of(zip), children());
    }

    @Test
    void theLibraryOfCongressReaderFindsTheUnpackedZipValid() throws Exception {
        Path zip = write("package.zip");
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry each : file.stream().toList()) {
                Path to = unpacked.resolve(each.getName());
                if (!each.isDirectory()) {
                    Files.createDirectories(to.getParent());
                    Files.copy(file.getInputStream(each), to);
                }
            }
        }
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(new BagReader().read(unpacked.resolve("package")), false);
        }
    }

    @Test
    void aZipIsReplacedOnlyWhenItIsAPackage() throws IOException {
        Path zip = write("package.zip");
        PackageOptions replace = Documents.options().withReplace(true);
        try (LibraryPackage out = LibraryPackage.create(zip, replace)) {
            PackageSchemas.finish(out);
        }
        assertEquals(0, PackageVerification.of(zip).description().records());
        Path other = folder.resolve("other.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
            out.putNextEntry(new ZipEntry("letter.txt"));
        }
        assertThrows(PackageException.class, () -> LibraryPackage.create(other, replace));
        assertEquals(List.of(other, zip), children());
    }

    @Test
    void aChangedByteIsFoundAndNamed() throws IOException {
        Path target = write("package");
        Path table = target.resolve("data/library.csv");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] = bytes[bytes.length / 2] == (byte) 0xE4 ? (byte) 0xE5 : (byte) 0xE4;
        Files.write(table, bytes);
        PackageDifference only = only(target);
        assertEquals(PackageDifference.What.DIGEST, only.what());
        assertEquals("data/library.csv", only.file());
        assertTrue(only.text(Locale.ENGLISH).startsWith("data/library.csv: the SHA-256 differs; expected "));
        assertTrue(only.text(Locale.CHINESE).startsWith("data/library.csv：SHA-256 不符；应为 "));
    }

    @Test
    void missingAndAddedFilesAreFound() throws IOException {
        Path target = write("package");
        Files.delete(target.resolve("data/jcms/book-0001.xml"));
        Files.writeString(target.resolve("data/more.txt"), "x");
        List<String> texts = texts(PackageVerification.of(target));
        assertTrue(texts.contains("data/more.txt: no manifest lists the file"), texts.toString());
        assertTrue(texts.contains("data/jcms/book-0001.xml: the file is missing"), texts.toString());
        assertTrue(texts.stream().anyMatch(each -> each.startsWith("bag-info.txt: the value of the tag differs")));
    }

    /** Somebody who edits a package and makes its digests anew is still found out by the counts and the forms. */
    @Test
    void countsAndFormsAreHeldAgainstEachOther() throws IOException {
        Path target = write("package");
        edit(target, "data/records.ndjson", text -> text.substring(0, text.indexOf('\n') + 1));
        List<String> texts = texts(PackageVerification.of(target));
        assertTrue(texts.contains("data/records.ndjson: the count differs; expected 2; found 1"), texts.toString());
        assertTrue(texts.contains("data/library.csv: the count differs; expected 1; found 2"), texts.toString());

        edit(target, "data/records.ndjson", text -> text.replace("\"kind\":\"document\"", "\"kind\" : \"document\""));
        edit(target, "data/library.csv", text -> text.substring(0, text.indexOf('\n') + 1));
        texts = texts(PackageVerification.of(target));
        assertTrue(
                texts.stream()
                        .anyMatch(each ->
                                each.startsWith("data/records.ndjson:1: this is not of the form that it should have")),
                texts.toString());
        assertTrue(texts.contains("data/library.csv: the count differs; expected 2; found 0"), texts.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.txt", "/etc/passwd", "data/../../x", "C:/x", "a\\b"})
    void aManifestThatLeadsOutIsNotFollowed(String path) throws IOException {
        Path target = write("package");
        Files.writeString(folder.resolve("outside.txt"), "x");
        Path manifest = target.resolve(path.startsWith("data/") ? Bag.MANIFEST : Bag.TAG_MANIFEST);
        Files.writeString(manifest, Files.readString(manifest) + "0".repeat(64) + "  " + path + "\n");
        assertTrue(
                PackageVerification.of(target).differences().stream()
                        .anyMatch(each -> each.what() == PackageDifference.What.UNSAFE && path.equals(each.found())),
                path);
    }

    @Test
    void aLinkInsideAPackageIsNotFollowed() throws IOException {
        Path target = write("package");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(target.resolve("data/link.txt"), secret);
        PackageDifference only = only(target);
        assertEquals(PackageDifference.What.UNSAFE, only.what());
        assertEquals("data/link.txt", only.file());
    }

    @Test
    void aZipWithNamesThatLeadOutIsNamedAndNothingIsUnpacked() throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String each : List.of("p/bagit.txt", "p/../../slip.txt", "elsewhere/x.txt", "p/\u202Egpj.exe")) {
                out.putNextEntry(new ZipEntry(each));
                out.write('x');
            }
        }
        PackageVerification result = PackageVerification.of(zip);
        assertFalse(result.good());
        List<String> texts = texts(result);
        assertTrue(texts.contains("../../slip.txt: the path is not safe, so it was not looked into"), texts.toString());
        assertTrue(texts.contains("elsewhere/x.txt: the path is not safe, so it was not looked into"));
        assertTrue(texts.contains("\\u202Egpj.exe: no manifest lists the file"), "a turned name is made visible");
        assertEquals(List.of(zip), children());
    }

    @Test
    void whatMacsPutIntoAZipIsForeignAndNotUnsafe() throws IOException {
        Path zip = write("package.zip");
        Path packed = folder.resolve("packed.zip");
        try (ZipFile from = new ZipFile(zip.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(packed))) {
            for (ZipEntry each : from.stream().toList()) {
                out.putNextEntry(new ZipEntry(each.getName()));
                from.getInputStream(each).transferTo(out);
            }
            for (String each : List.of("__MACOSX/package/._bagit.txt", ".DS_Store", "package/.DS_Store")) {
                out.putNextEntry(new ZipEntry(each));
                out.write('x');
            }
        }
        PackageVerification result = PackageVerification.of(packed);
        assertEquals(
                List.of(
                        ".DS_Store: no manifest lists the file",
                        ".DS_Store: no manifest lists the file",
                        "__MACOSX/package/._bagit.txt: no manifest lists the file"),
                texts(result).stream().sorted().toList());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(packed))) {
            for (String each : List.of("p/bagit.txt", "__MACOSX/../../slip.txt")) {
                out.putNextEntry(new ZipEntry(each));
                out.write('x');
            }
        }
        assertTrue(texts(PackageVerification.of(packed))
                .contains("__MACOSX/../../slip.txt: the path is not safe, so it was not looked into"));
    }

    /** The size in the directory is a lie: the entry says one byte and unfolds to a million. */
    @Test
    void anEntryGivesNoMoreBytesThanItSays() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bagit.txt"));
            out.write(new byte[1_000_000]);
        }
        byte[] bytes = Files.readAllBytes(zip);
        // In the central directory (signature PK 1 2) the size stands at offset 24.
        String hex = new String(bytes, StandardCharsets.ISO_8859_1);
        int directory = hex.lastIndexOf("PK\u0001\u0002");
        System.arraycopy(new byte[] {1, 0, 0, 0}, 0, bytes, directory + 24, 4);
        Files.write(zip, bytes);
        PackageVerification result = PackageVerification.of(zip);
        assertTrue(
                texts(result).stream().anyMatch(each -> each.startsWith("bagit.txt: this cannot be read")),
                texts(result).toString());
    }

    @Test
    void whatIsNoPackageIsSaidToBeNone() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("a.zip"), "no zip");
        for (Path each : List.of(empty, text)) {
            PackageException refused = assertThrows(PackageException.class, () -> PackageVerification.of(each));
            assertEquals(PackageException.Problem.UNREADABLE_PACKAGE, refused.problem());
        }
    }

    @Test
    void aTargetThatAnotherRunIsWritingIsRefused() throws IOException {
        Path target = folder.resolve("package");
        try (LibraryPackage first = LibraryPackage.create(target, Documents.options())) {
            PackageException refused =
                    assertThrows(PackageException.class, () -> LibraryPackage.create(target, Documents.options()));
            assertEquals(PackageException.Problem.TARGET_BUSY, refused.problem());
            PackageSchemas.finish(first);
        }
        assertEquals(List.of(target), children());
    }

    @Test
    void whatADeadRunLeftIsClearedAndThePackageItMovedAsideIsPutBack() throws IOException {
        Path target = write("package");
        Files.move(target, folder.resolve(".package.old"));
        Files.createDirectories(folder.resolve(".package.part/bag/data"));
        Files.createFile(folder.resolve(".package.lock"));
        assertThrows(TargetExistsException.class, () -> LibraryPackage.create(target, Documents.options()));
        assertEquals(List.of(target), children());
        assertTrue(PackageVerification.of(target).good());
    }

    @Test
    void whoeverReadsAPackageThatADeadRunMovedAsidePutsItBackFirst() throws IOException {
        Path target = write("package");
        Path old = folder.resolve(".package.old");
        Files.move(target, old);
        assertTrue(PackageVerification.of(target).good());
        Files.move(target, old);
        assertEquals(0, PackageDelta.compare(target, target, (change, title, fields) -> {}));
        assertEquals(List.of(target), children());
        assertTrue(LibraryPackage.recover(target));
        assertFalse(LibraryPackage.recover(folder.resolve("none")));
    }

    @Test
    void aPackageThatARunningOneReplacesRightNowIsNotPutBack() throws IOException {
        Path target = write("package");
        Path old = folder.resolve(".package.old");
        try (LibraryPackage out =
                LibraryPackage.create(target, Documents.options().withReplace(true))) {
            Files.move(target, old);
            PackageException refused = assertThrows(PackageException.class, () -> PackageVerification.of(target));
            assertEquals(PackageException.Problem.TARGET_BUSY, refused.problem());
            assertTrue(Files.exists(old));
            Files.move(old, target);
            PackageSchemas.finish(out);
        }
        assertEquals(List.of(target), children());
    }

    /** Three names for the same bytes: a small file that unfolds to a large one. */
    @Test
    void aZipOfOverlappingEntriesIsRefused() throws IOException {
        Path zip = folder.resolve("overlap.zip");
        byte[] content = new byte[5_000];
        new java.util.Random(1).nextBytes(content);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("p/bagit.txt"));
            out.write(content);
            out.putNextEntry(new ZipEntry("p/a"));
            out.putNextEntry(new ZipEntry("p/b"));
        }
        byte[] bytes = Files.readAllBytes(zip);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int first = text.indexOf("PK\u0001\u0002");
        for (int each = text.indexOf("PK\u0001\u0002", first + 4);
                each >= 0;
                each = text.indexOf("PK\u0001\u0002", each + 4)) {
            // CRC and both sizes, and the place of the entry, as the first one has them.
            System.arraycopy(bytes, first + 16, bytes, each + 16, 12);
            System.arraycopy(bytes, first + 42, bytes, each + 42, 4);
        }
        Files.write(zip, bytes);
        PackageException refused = assertThrows(PackageException.class, () -> PackageVerification.of(zip));
        assertTrue(refused.getMessage().contains("overlapping entries"), refused.getMessage());
    }

    @Test
    void aLineLongerThanAnyRecordIsNotTakenIntoMemory() throws IOException {
        Path target = write("package");
        try (OutputStream out =
                Files.newOutputStream(target.resolve("data/records.ndjson"), java.nio.file.StandardOpenOption.APPEND)) {
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < (JsonLines.LONGEST >> 20) + 1; i++) {
                out.write(block);
            }
        }
        List<String> texts = texts(PackageVerification.of(target));
        assertTrue(
                texts.stream().anyMatch(each -> each.startsWith("data/records.ndjson: this cannot be read")),
                texts.toString());
    }

    private interface Damage {
        void to(Path target) throws IOException;
    }

    private static String twice(String manifest) {
        return manifest + manifest.substring(0, manifest.indexOf('\n') + 1);
    }

    @Test
    void eachDamageIsFoundWhereItIs() throws IOException {
        Map<String, Damage> damages = Map.ofEntries(
                Map.entry(
                        "manifest-sha256.txt:4: this line of the manifest is not valid",
                        target -> Files.writeString(
                                target.resolve(Bag.MANIFEST), twice(Files.readString(target.resolve(Bag.MANIFEST))))),
                Map.entry(
                        "data/library2.csv: no manifest lists the file",
                        target -> Files.move(target.resolve("data/library.csv"), target.resolve("data/library2.csv"))),
                Map.entry(
                        "report.json: the SHA-256 differs",
                        target -> Files.writeString(target.resolve("report.json"), "{}")),
                Map.entry(
                        "fetch.txt: no manifest lists the file",
                        target -> Files.writeString(target.resolve("fetch.txt"), "http://a.example/x 1 data/x\n")),
                Map.entry(
                        "bagit.txt: the value of the tag differs; expected BagIt-Version: 1.0; found BagIt-Version: 9.7",
                        target -> edit(target, "bagit.txt", text -> text.replace("1.0", "9.7"))),
                Map.entry(
                        "bag-info.txt: the value of the tag differs; expected Record-Count: 2; found Record-Count: 7",
                        target -> edit(
                                target, "bag-info.txt", text -> text.replace("Record-Count: 2", "Record-Count: 7"))),
                Map.entry(
                        "bag-info.txt: the value of the tag differs; expected Format-Profile-jcms-book-1.0: ",
                        target -> edit(
                                target,
                                "package.json",
                                text -> text.replace(
                                        FormatProfile.shipped("jcms-book-1.0").sha256(), "0".repeat(64)))),
                Map.entry(
                        "ledger.ndjson: the count differs; expected 0; found 3",
                        target -> edit(
                                target,
                                "ledger.ndjson",
                                text -> "{\"location\":{\"source\":\"a\"},\"same\":[\"kind\",\"title\"],"
                                        + "\"fields\":[{\"fate\":\"unmapped\",\"value\":\"b\"}]}\n")),
                Map.entry(
                        "ledger.ndjson:1: this is not of the form that it should have",
                        target -> edit(
                                target, "ledger.ndjson", text -> "{\"location\":{\"source\":\"a\"},\"same\":[]}\n")),
                Map.entry(
                        "ledger.ndjson: the count differs; expected 0; found 1",
                        target -> edit(
                                target,
                                "ledger.ndjson",
                                text -> "{\"location\":{\"source\":\"a\"},\"fate\":\"unmapped\",\"value\":\"b\"}\n")),
                Map.entry(
                        "findings.ndjson: the count differs",
                        target -> edit(target, "findings.ndjson", text -> text.substring(text.indexOf('\n') + 1))),
                Map.entry(
                        "data/records.ndjson:1: this is not of the form that it should have",
                        target -> edit(
                                target,
                                "data/records.ndjson",
                                text -> text.replaceFirst("\"writtenOn\":\"[^\"]*\"", "\"writtenOn\":\"2023-02-30\""))),
                Map.entry(
                        "package.json: this is not of the form that it should have",
                        target -> edit(target, "package.json", text -> text.substring(0, text.length() / 2))),
                Map.entry(
                        "package.json: this is not of the form that it should have; expected {…}; found null",
                        target -> edit(target, "package.json", text -> "null")),
                Map.entry(
                        "package.json: this is not of the form that it should have; found tool is missing",
                        target -> edit(
                                target,
                                "package.json",
                                text -> text.replaceFirst("\"tool\" : \"[^\"]*\"", "\"tool\" : null"))),
                Map.entry(
                        "data/attachments/: the count differs; expected 5; found 0",
                        target -> edit(
                                target,
                                "package.json",
                                text -> text.replaceFirst("\"attachments\" : 0", "\"attachments\" : 5"))),
                Map.entry(
                        "bag-info.txt: the value of the tag differs; expected Record-Count: 2; found Record-Count: 2; 3",
                        target -> edit(target, "bag-info.txt", text -> text + "Record-Count: 3\n")),
                Map.entry(
                        "bag-info.txt: the value of the tag differs; found Format-Profile-x: 1",
                        target -> edit(target, "bag-info.txt", text -> text + "Format-Profile-x: 1\n")),
                Map.entry(
                        "data/records.ndjson:2: this is not of the form that it should have; expected \\u000A",
                        target -> edit(target, "data/records.ndjson", String::stripTrailing)),
                Map.entry(
                        "data/records.ndjson:3: this is not of the form that it should have; expected {…}; found null",
                        target -> edit(target, "data/records.ndjson", text -> text + "null\n")),
                Map.entry(
                        "findings.ndjson:1: this is not of the form that it should have; found \"x\" is not known",
                        target -> edit(target, "findings.ndjson", text -> text.replaceFirst("\\{", "{\"x\":1,"))),
                Map.entry(
                        "findings.ndjson:1: this is not of the form that it should have; found {\"rule\"",
                        target -> edit(
                                target,
                                "findings.ndjson",
                                text -> text.replaceFirst("\"pointer\":\"[^\"]*\"", "\"pointer\":5"))),
                Map.entry(
                        "data/library.csv: this is not of the form that it should have; found 题目,",
                        target -> edit(target, "data/library.csv", text -> text.replaceFirst("标题", "题目"))),
                Map.entry(
                        "rejects/: the count differs; expected 1; found 0",
                        target -> Files.delete(target.resolve("rejects/a_b.html"))),
                Map.entry(
                        "fetch.txt: this is not of the form that it should have",
                        target -> Files.writeString(target.resolve("fetch.txt"), "http://a.example/x 1 data/y\n")),
                Map.entry(
                        "rejects/a_b.html: the file is missing",
                        target -> Files.delete(target.resolve("rejects/a_b.html"))),
                Map.entry(
                        "data/jcms/book-0001.xml: this is not of the form that it should have",
                        target -> edit(target, "data/jcms/book-0001.xml", text -> text.replace("</article>", ""))));
        int number = 0;
        for (Map.Entry<String, Damage> each : damages.entrySet()) {
            Path target = write("package" + number++);
            each.getValue().to(target);
            List<String> texts = texts(PackageVerification.of(target));
            assertTrue(
                    texts.stream().anyMatch(text -> text.startsWith(each.getKey())),
                    each.getKey() + " in " + String.join("\n", texts));
        }
    }

    @Test
    void whatIsMissingIsNamedOnce() throws IOException {
        Path target = write("package");
        Files.delete(target.resolve("data/library.csv"));
        assertEquals(
                1,
                texts(PackageVerification.of(target)).stream()
                        .filter(each -> each.equals("data/library.csv: the file is missing"))
                        .count());
    }

    @Test
    void anAttachedFileUnderTheDigestOfAnotherIsFound() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        String sha256 = HexFormat.of().formatHex(Sha256.create().digest(Files.readAllBytes(file)));
        Attachment attachment = new Attachment("a.txt", null, 1L, sha256, "a.txt");
        Path target = folder.resolve("package");
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            OfficialDocument document = OfficialDocumentBuilder.builder(Documents.poor())
                    .attachments(List.of(attachment))
                    .build();
            out.add(Dossier.of(document).withFiles(copies -> copies.copy(attachment, file)));
            PackageSchemas.finish(out);
        }
        String path = Attachments.place(attachment);
        assertEquals(List.of(), texts(PackageVerification.of(target)));
        edit(target, path, text -> "b");
        assertEquals(
                List.of(path + ": the SHA-256 differs; expected " + sha256.substring(0, 16)),
                texts(PackageVerification.of(target)).stream()
                        .map(each -> each.replaceFirst("; found .*", ""))
                        .toList());
    }

    @Test
    void aManifestMayUseCapitalsTabsAndTheLineEndsOfWindows() throws IOException {
        Path target = write("package");
        Path manifest = target.resolve(Bag.MANIFEST);
        StringBuilder text = new StringBuilder();
        for (String each : Files.readAllLines(manifest)) {
            text.append(each.substring(0, 64).toUpperCase(Locale.ROOT))
                    .append('\t')
                    .append(each.substring(66))
                    .append("\r\n");
        }
        Files.writeString(manifest, text);
        String digest = HexFormat.of().formatHex(Sha256.create().digest(Files.readAllBytes(manifest)));
        Path tags = target.resolve(Bag.TAG_MANIFEST);
        Files.writeString(tags, Files.readString(tags).replaceFirst("[0-9a-f]{64}(?=  manifest-sha256)", digest));
        assertEquals(List.of(), texts(PackageVerification.of(target)));
    }

    @Test
    void aFormatOfOnesOwnIsCountedWhenItsProfileIsGiven() throws IOException {
        FormatProfile own =
                FormatProfile.read(new java.io.ByteArrayInputStream("""
                        {"name": "own", "version": "1", "engine": "csv", "evidence": "derived", "file": "own.txt",
                         "encoding": "GB18030", "csv": {"delimiter": ";"},
                         "fields": [{"name": "标题", "source": "title"}, {"name": "关键词", "source": "keywords"}]}
                        """.getBytes(StandardCharsets.UTF_8)), "own.json");
        Path target = folder.resolve("package");
        try (LibraryPackage out =
                LibraryPackage.create(target, Documents.options().withFormats(List.of(own)))) {
            out.add(Documents.whole());
            out.add(Documents.poor());
            PackageSchemas.finish(out);
        }
        assertEquals(List.of("own"), PackageVerification.of(target).notChecked());
        PackageVerification known = PackageVerification.of(target, List.of(own));
        assertEquals(List.of(), texts(known));
        assertEquals(List.of(), known.notChecked());
        Path file = target.resolve("data/own.txt");
        String rows = Files.readString(file, java.nio.charset.Charset.forName("GB18030"));
        Files.writeString(file, rows + "a;b\r\n", java.nio.charset.Charset.forName("GB18030"));
        edit(target, "report.json", text -> text);
        assertTrue(texts(PackageVerification.of(target, List.of(own)))
                .contains("data/own.txt: the count differs; expected 2; found 3"));
    }

    @Test
    void aDescriptionOfVeryManyFilesIsRead() throws IOException {
        Path target = folder.resolve("package");
        PackageOptions pages = Documents.options().withFormats(List.of(FormatProfile.shipped("head-tags-2017")));
        try (LibraryPackage out = LibraryPackage.create(target, pages)) {
            out.add(Documents.poor());
            PackageSchemas.finish(out);
        }
        edit(target, "package.json", text -> " ".repeat(2 << 20) + text);
        assertEquals(List.of(), texts(PackageVerification.of(target)));
        try (LibraryPackage delta = LibraryPackage.create(folder.resolve("delta"), pages.withSince(List.of(target)))) {
            assertFalse(delta.add(Documents.poor()));
        }
    }

    @Test
    void bytesOutsideTheEntriesOfAZipAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(write("package.zip"));
        for (int before : List.of(0, 40)) {
            byte[] more = new byte[bytes.length + 40];
            System.arraycopy(bytes, 0, more, before, bytes.length);
            Path zip = Files.write(folder.resolve("more.zip"), more);
            PackageException refused = assertThrows(PackageException.class, () -> PackageVerification.of(zip));
            assertEquals(PackageException.Problem.UNREADABLE_PACKAGE, refused.problem());
        }
    }

    @Test
    void aFolderThatIsNoPackageAtAllIsNotCompared() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "a");
        assertThrows(PackageException.class, () -> PackageVerification.of(folder));
    }

    @Test
    void aZipThatIsCutOffIsRefusedAndACommentDoesNotMatter() throws IOException {
        byte[] bytes = Files.readAllBytes(write("package.zip"));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        PackageException refused = assertThrows(PackageException.class, () -> PackageVerification.of(cut));
        assertEquals(PackageException.Problem.UNREADABLE_PACKAGE, refused.problem());
        byte[] commented = java.util.Arrays.copyOf(bytes, bytes.length + 3);
        commented[bytes.length - 2] = 3;
        commented[bytes.length] = commented[bytes.length + 1] = commented[bytes.length + 2] = 'c';
        assertEquals(List.of(), texts(PackageVerification.of(Files.write(folder.resolve("comment.zip"), commented))));
    }

    private Path write(String name) throws IOException {
        return write(folder.resolve(name));
    }

    /** A package of two records, with findings, a ledger and a rejected source. */
    static Path write(Path target) throws IOException {
        ReportCollector report =
                new ReportCollector(VALIDATOR, "test", OffsetDateTime.now(Documents.CLOCK), 1_000, null);
        try (LibraryPackage out = LibraryPackage.create(target, Documents.options())) {
            for (OfficialDocument each : List.of(Documents.whole(), Documents.poor())) {
                out.add(each);
                for (ReportedFinding finding : report.record(each, VALIDATOR.judge(each), List.of(), false)) {
                    out.finding(finding);
                }
            }
            out.reject("a/b.html", "raw");
            report.rejected();
            PackageSchemas.finish(out, report.result());
        }
        return target;
    }

    /** Changes a file and makes the digests anew. */
    static void edit(Path target, String file, UnaryOperator<String> change) throws IOException {
        Path path = target.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
        for (String manifest : List.of(Bag.MANIFEST, Bag.TAG_MANIFEST)) {
            StringBuilder text = new StringBuilder();
            for (String each : Files.readAllLines(target.resolve(manifest))) {
                String name = each.substring(66);
                byte[] digest = Sha256.create().digest(Files.readAllBytes(target.resolve(name)));
                text.append(HexFormat.of().formatHex(digest))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
            try (OutputStream out = Files.newOutputStream(target.resolve(manifest))) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static PackageDifference only(Path target) throws IOException {
        PackageVerification result = PackageVerification.of(target);
        assertEquals(1, result.differences().size(), texts(result).toString());
        return result.differences().get(0);
    }

    private static List<String> texts(PackageVerification result) {
        return result.differences().stream()
                .map(each -> each.text(Locale.ENGLISH))
                .toList();
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }
}
