package org.gongkai.export;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.export.check.PackageVerification;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.format.ProfileException;
import org.gongkai.validation.profile.Profile;

/**
 * Files that a run is given by name: each byte picks a word or a sign of theirs, or a place that is changed. They are read, or
 * refused in words. In every build the inputs kept are tried; {@code .ci/fuzz} fuzzes.
 */
class SettingsFuzzTest {

    private static final List<String> SIGNS =
            List.of("{", "}", "[", "]", ":", ",", "\"", "\n", "//", "null", "true", "0", "-1", "1e9", "\\u0000", " ");
    private static final List<String> FIELDS = RecordKind.all().stream()
            .flatMap(kind -> kind.allFields().stream())
            .map(RecordField::path)
            .distinct()
            .toList();
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("gongkai-fuzz");
            folder.toFile().deleteOnExit();
            PackageVerificationTest.write(folder.resolve("whole"));
            try (LibraryPackage out = LibraryPackage.create(
                    folder.resolve("delta"), Documents.options().withSince(List.of(folder.resolve("whole"))))) {
                out.add(Documents.whole());
                PackageSchemas.finish(out);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyFormatIsReadOrRefused(byte[] bytes) throws IOException {
        for (String shipped : List.of("jcms-book-1.0", "library-table")) {
            try {
                FormatProfile.read(new ByteArrayInputStream(changed(FormatProfile.text(shipped), bytes)), "f.json");
            } catch (ProfileException expected) {
                said(expected);
            }
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyProfileIsReadOrRefused(byte[] bytes) throws IOException {
        try (var stream = Profile.class.getResourceAsStream("profiles/shandong-library.json")) {
            String whole = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Profile.read(new ByteArrayInputStream(changed(whole, bytes)));
        } catch (IOException expected) {
            said(expected);
        }
    }

    @FuzzTest(maxDuration = "5s")
    void anyChangedPackageOrDeltaIsReadOrRefused(byte[] bytes) throws IOException {
        if (bytes.length < 4) {
            return;
        }
        Path changed = FOLDER.resolve("changed");
        copy(FOLDER.resolve(bytes[0] % 2 == 0 ? "whole" : "delta"), changed);
        List<Path> files;
        try (Stream<Path> all = Files.walk(changed)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path file = files.get((bytes[1] & 0xFF) % files.size());
        Files.write(file, changed(Files.readString(file), bytes));
        // With digests made anew, so that the reader of records is reached.
        // A list of files that was changed stays so.
        if (bytes[0] % 4 < 2 && !file.getFileName().toString().contains("manifest")) {
            PackageVerificationTest.edit(changed, "bagit.txt", text -> text);
        }
        try {
            PackageVerification.of(changed);
            PackageDelta.compare(FOLDER.resolve("whole"), changed, (change, title, fields) -> {});
        } catch (PackageException expected) {
            said(expected);
        }
    }

    /** The text with words of its own kind put in, or parts taken out, at places that the bytes say. */
    private static byte[] changed(String whole, byte[] bytes) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = 0; i + 3 < bytes.length && i < 40; i += 4) {
            int at = text.length() == 0 ? 0 : ((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF) % text.length();
            int word = bytes[i + 2] & 0xFF;
            if (word < 64) {
                text.delete(at, Math.min(text.length(), at + (bytes[i + 3] & 0xFF)));
            } else if (word < 192) {
                text.insert(at, SIGNS.get((bytes[i + 3] & 0xFF) % SIGNS.size()));
            } else {
                text.insert(at, '"' + FIELDS.get((bytes[i + 3] & 0xFF) % FIELDS.size()) + '"');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void said(Exception refused) {
        if (String.valueOf(refused.getMessage()).isBlank()) {
            throw new AssertionError(refused);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
