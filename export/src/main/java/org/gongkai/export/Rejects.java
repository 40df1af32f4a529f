package org.gongkai.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.MaskedText;
import org.gongkai.export.bag.RejectNames;
import org.gongkai.export.bag.Sha256;
import org.jspecify.annotations.Nullable;

/** The raw forms that a package keeps: {@code rejects/}, and what {@code rejects.ndjson} says of them. Not thread-safe. */
final class Rejects {

    private static final String FOLDER = "rejects/";

    /** As much of a larger file as is kept. */
    private static final int FIRST_PART = 1 << 20;

    /** What stands in no number, and in no character of several bytes, so that a text may be cut behind it. */
    private static final String SEAMS = ",;<>\"";

    private final Bag bag;
    private final LineFile list;
    private final RejectNames names = new RejectNames();

    Rejects(Bag bag, LineFile list) {
        this.bag = bag;
        this.list = list;
    }

    /**
     * Keeps a file; of one that is larger than {@link LibraryPackage#LARGEST_REJECT} its first part, with the size of
     * the whole and the digest of that part as it stood. Of one that is no text, such as a workbook, nothing is kept but these two.
     *
     * @throws PackageException with {@link PackageException.Problem#SOURCE_UNREADABLE} when the file cannot be read
     * @throws IOException when the package cannot be written
     */
    String keep(String sourceName, Path file) throws IOException {
        try (InputStream in = opened(file)) {
            byte[] buffer = new byte[1 << 16];
            // A file that cannot be read at all, such as a folder, leaves no trace.
            int first = read(in, buffer, file);
            long size = size(file);
            if (size > LibraryPackage.LARGEST_REJECT) {
                return keepFirstPart(sourceName, file, size);
            }
            return keep(sourceName, out -> {
                MaskedText masked = new MaskedText(out);
                for (int n = first; n >= 0 && !masked.noText(); n = read(in, buffer, file)) {
                    masked.write(buffer, n);
                }
                return new Kept(masked.end(), masked.noText() ? whole(size, firstPart(file)) : null);
            });
        }
    }

    private static long size(Path file) throws PackageException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, e);
        }
    }

    /** No more is read than is kept: of a file of many gigabytes a digest of the whole would take longer than the run. */
    private String keepFirstPart(String sourceName, Path file, long size) throws IOException {
        byte[] part = firstPart(file);
        int end = end(part);
        return keep(sourceName, out -> {
            MaskedText masked = new MaskedText(out);
            masked.write(part, end);
            return new Kept(masked.end(), whole(size, part));
        });
    }

    private static Whole whole(long size, byte[] firstPart) {
        return new Whole(size, HexFormat.of().formatHex(Sha256.create().digest(firstPart)));
    }

    private static byte[] firstPart(Path file) throws PackageException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FIRST_PART);
        } catch (IOException e) {
            throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, e);
        }
    }

    /** Where the part of a text ends, best at the end of a line: a number that is cut in two would be masked no more. */
    private static int end(byte[] part) {
        int line = 0;
        int seam = 0;
        for (int i = 0; i < part.length; i++) {
            if (part[i] == 0) {
                return part.length;
            }
            if (part[i] == '\n') {
                line = i + 1;
            } else if (SEAMS.indexOf(part[i]) >= 0) {
                seam = i + 1;
            }
        }
        return line > 0 ? line : seam;
    }

    /** What is known of a file of which a part is kept. */
    private record Whole(long size, String sha256OfFirstPart) {}

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
            List<PersonalData.Match> found = PersonalData.findUnlabelled(text);
            out.write(PersonalData.maskedThroughout(text, found).getBytes(StandardCharsets.UTF_8));
            return new Kept(found.size(), null);
        });
    }

    private interface Content {
        Kept write(OutputStream out) throws IOException;
    }

    /** How many numbers were masked in what is kept, and of what it is a part; null where it is the whole. */
    private record Kept(long masked, @Nullable Whole whole) {}

    private String keep(String sourceName, Content content) throws IOException {
        String path = FOLDER + names.next(sourceName);
        Kept kept;
        try (OutputStream out = bag.open(path)) {
            kept = content.write(out);
        } catch (PackageException unreadable) {
            bag.remove(path);
            throw unreadable;
        }
        Whole whole = kept.whole();
        list.write(
                new LibraryPackage.Reject(
                        path,
                        sourceName,
                        kept.masked() == 0 ? null : kept.masked(),
                        whole == null ? null : whole.size(),
                        whole == null ? null : whole.sha256OfFirstPart()),
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
