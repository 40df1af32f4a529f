package org.gongkai.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.MaskedText;
import org.gongkai.export.bag.RejectNames;

/** The raw forms that a package keeps: {@code rejects/}, and what {@code rejects.ndjson} says of them. Not thread-safe. */
final class Rejects {

    private static final String FOLDER = "rejects/";

    private final Bag bag;
    private final LineFile list;
    private final RejectNames names = new RejectNames();

    Rejects(Bag bag, LineFile list) {
        this.bag = bag;
        this.list = list;
    }

    /**
     * Keeps a file.
     *
     * @throws PackageException with {@link PackageException.Problem#SOURCE_UNREADABLE} when the file cannot be read
     * @throws IOException when the package cannot be written
     */
    String keep(String sourceName, Path file) throws IOException {
        try (InputStream in = opened(file)) {
            byte[] buffer = new byte[1 << 16];
            // A file that cannot be read at all, such as a folder, leaves no trace.
            int first = read(in, buffer, file);
            return keep(sourceName, out -> {
                MaskedText masked = new MaskedText(out);
                for (int n = first; n >= 0; n = read(in, buffer, file)) {
                    masked.write(buffer, n);
                }
                return masked.end();
            });
        }
    }

    private static InputStream opened(Path file) throws PackageException {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, e);
        }
    }

    /** Tells a source that cannot be read from a package that cannot be written. */
    private static int read(InputStream in, byte[] buffer, Path file) throws PackageException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, e);
        }
    }

    String keep(String sourceName, String text) throws IOException {
        return keep(sourceName, out -> {
            List<PersonalData.Match> numbers = PersonalData.findNumbers(text);
            out.write(PersonalData.masked(text, numbers).getBytes(StandardCharsets.UTF_8));
            return numbers.size();
        });
    }

    private interface Content {
        /** Writes it and answers how many numbers it masked. */
        long write(OutputStream out) throws IOException;
    }

    private String keep(String sourceName, Content content) throws IOException {
        String path = FOLDER + names.next(sourceName);
        long masked;
        try (OutputStream out = bag.open(path)) {
            masked = content.write(out);
        } catch (PackageException unreadable) {
            bag.remove(path);
            throw unreadable;
        }
        list.write(
                new LibraryPackage.Reject(path, sourceName, masked == 0 ? null : masked),
                Withheld.sourceOwners(sourceName));
        return path;
    }

    /** Takes out what must not be kept after all. */
    void close() throws IOException {
        list.close(line -> bag.remove(CanonicalJson.mapper()
                .readValue(line, LibraryPackage.Reject.class)
                .path()));
    }

    long count() {
        return list.lines();
    }
}
