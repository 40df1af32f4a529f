package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.check.PackageVerification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file of a package is changed in each way that files are changed by accident; a check must notice. */
class ChangedPackageTest {

    @TempDir
    private Path folder;

    /**
     * What is no damage: the list of tag files stands in no list itself, and its lines are a set, ended as any system ends
     * them. A digest that is changed there is another one, and is noticed.
     */
    private static final List<String> SAME_MEANING = List.of(
            Bag.TAG_MANIFEST + ": first two lines swapped",
            Bag.TAG_MANIFEST + ": line ends of Windows",
            Bag.TAG_MANIFEST + ": last line feed gone");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachChangeOfEachFileIsNoticed(boolean zipped) throws IOException {
        Map<String, byte[]> files = files();
        TreeSet<String> unnoticed = new TreeSet<>();
        int count = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (Map.Entry<String, byte[]> change : changes(file.getValue()).entrySet()) {
                Map<String, byte[]> changed = new TreeMap<>(files);
                changed.put(file.getKey(), change.getValue());
                count++;
                if (!noticed(changed, zipped)) {
                    unnoticed.add(file.getKey() + ": " + change.getKey());
                }
            }
        }
        assertEquals(new TreeSet<>(SAME_MEANING), unnoticed);
        assertTrue(count > 200, "there were " + count);
    }

    @Test
    void aFileThatIsGoneRenamedOrAddedIsNoticed() throws IOException {
        Map<String, byte[]> files = files();
        for (String name : files.keySet()) {
            Map<String, byte[]> without = new TreeMap<>(files);
            byte[] bytes = without.remove(name);
            assertTrue(noticed(without, false), name + " is gone");
            without.put(name + "x", bytes);
            assertTrue(noticed(without, false), name + " has another name");
            without.put(name, bytes);
            assertTrue(noticed(without, false), name + " has a copy beside it");
        }
    }

    @Test
    void twoFilesThatChangePlacesAreNoticed() throws IOException {
        Map<String, byte[]> files = files();
        List<String> names = List.copyOf(files.keySet());
        for (int i = 1; i < names.size(); i++) {
            Map<String, byte[]> swapped = new TreeMap<>(files);
            swapped.put(names.get(i), files.get(names.get(i - 1)));
            swapped.put(names.get(i - 1), files.get(names.get(i)));
            assertTrue(noticed(swapped, false), names.get(i) + " and " + names.get(i - 1));
        }
    }

    /** By what was done; a change that leaves the bytes as they are is none. */
    private static Map<String, byte[]> changes(byte[] bytes) {
        Map<String, byte[]> changes = new LinkedHashMap<>();
        for (int i = 0; i < 8 && bytes.length > 0; i++) {
            byte[] flipped = bytes.clone();
            // The list of tag files reads digits of either case, so that no bit is flipped that makes capitals.
            flipped[(int) ((bytes.length - 1L) * i / 7)] ^= (byte) (1 << i % 5);
            changes.put("bit flipped at " + i + "/7", flipped);
        }
        changes.put("emptied", new byte[0]);
        changes.put("cut in half", Arrays.copyOf(bytes, bytes.length / 2));
        changes.put("last line feed gone", Arrays.copyOf(bytes, Math.max(0, bytes.length - 1)));
        changes.put("a zero added", Arrays.copyOf(bytes, bytes.length + 1));
        changes.put("twice", join(List.of(bytes, bytes)));
        changes.put(
                "mark of bytes before it", join(List.of(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, bytes)));
        changes.put(
                "line ends of Windows",
                new String(bytes, StandardCharsets.ISO_8859_1)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        List<byte[]> lines = lines(bytes);
        if (lines.size() > 1) {
            changes.put("first line gone", join(lines.subList(1, lines.size())));
            changes.put("last line gone", join(lines.subList(0, lines.size() - 1)));
            List<byte[]> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, 0, 1);
            changes.put("first two lines swapped", join(swapped));
            List<byte[]> again = new ArrayList<>(lines);
            again.add(1, lines.get(0));
            changes.put("first line again", join(again));
        }
        changes.values().removeIf(each -> Arrays.equals(each, bytes));
        return changes;
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i + 1));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            lines.add(Arrays.copyOfRange(bytes, start, bytes.length));
        }
        return lines;
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private boolean noticed(Map<String, byte[]> files, boolean zipped) throws IOException {
        Path place = Files.createTempDirectory(folder, "changed");
        Path target = place.resolve(zipped ? "package.zip" : "package");
        try {
            if (zipped) {
                try (OutputStream file = Files.newOutputStream(target);
                        ZipOutputStream out = new ZipOutputStream(file)) {
                    for (Map.Entry<String, byte[]> each : files.entrySet()) {
                        out.putNextEntry(new ZipEntry("package/" + each.getKey()));
                        out.write(each.getValue());
                    }
                }
            } else {
                for (Map.Entry<String, byte[]> each : files.entrySet()) {
                    Path to = target.resolve(each.getKey());
                    Files.createDirectories(to.getParent());
                    Files.write(to, each.getValue());
                }
            }
            return !PackageVerification.of(target).good();
        } catch (PackageException refused) {
            return true;
        }
    }

    private Map<String, byte[]> files() throws IOException {
        Path whole = PackageVerificationTest.write(folder.resolve("whole"));
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(whole)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                files.put(whole.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
            }
        }
        return files;
    }
}
