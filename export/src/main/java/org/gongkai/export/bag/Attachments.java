package org.gongkai.export.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.document.Attachment;
import org.gongkai.export.PackageException;
import org.jspecify.annotations.Nullable;

/**
 * The attached files in a package: {@code data/attachments/}, a folder named after the digest, and a name that every
 * system can hold, in small letters. Where a file stands follows from its attachment alone, so it is the same in every package, and a
 * file that several documents attach stands there once. Not thread-safe.
 */
public final class Attachments {

    public static final String FOLDER = "data/attachments/";
    /** As many digits of the digest name the folder of a file. */
    public static final int DIGITS = 16;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}");

    private final Bag bag;
    private final Set<String> copied = new HashSet<>();

    public Attachments(Bag bag) {
        this.bag = bag;
    }

    /** Where the file of an attachment stands in this package, or null when it was not copied. */
    @Nullable
    public String path(Attachment attachment) {
        String path = place(attachment);
        return path != null && copied.contains(path) ? path : null;
    }

    public int count() {
        return copied.size();
    }

    public String copy(Attachment attachment, Path file) throws IOException {
        String path = place(attachment);
        if (path == null) {
            throw new IllegalArgumentException("an attachment without digest cannot be copied: " + attachment);
        }
        if (!copied.contains(path)) {
            write(path, file);
            if (!Objects.equals(bag.digest(path), attachment.sha256())) {
                bag.remove(path);
                throw new PackageException(PackageException.Problem.SOURCE_CHANGED, file, "", null);
            }
            copied.add(path);
        }
        return path;
    }

    private void write(String path, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int first = read(in, buffer, file);
            try (OutputStream out = bag.open(path)) {
                for (int n = first; n >= 0; n = read(in, buffer, file)) {
                    out.write(buffer, 0, n);
                }
            } catch (PackageException unreadable) {
                bag.remove(path);
                throw unreadable;
            }
        } catch (java.nio.file.FileSystemException unreadable) {
            if (file.toString().equals(unreadable.getFile())) {
                throw PackageException.of(PackageException.Problem.SOURCE_UNREADABLE, file, unreadable);
            }
            throw unreadable;
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

    /** Where the file of an attachment stands in any package that holds it; null for one without digest. */
    public static @Nullable String place(Attachment attachment) {
        String digest = attachment.sha256();
        return digest == null || !DIGEST.matcher(digest).matches()
                ? null
                : FOLDER + digest.substring(0, DIGITS) + '/' + lower(RejectNames.clean(name(attachment)));
    }

    /** Of two names that differ in the case of letters alone many a system sees one, and refuses the second file. */
    private static String lower(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The name shown to readers, with the ending that the address has when it has none. */
    private static String name(Attachment attachment) {
        String name = attachment.name() == null || attachment.name().isBlank() ? "attachment" : attachment.name();
        String ending = ending(attachment.url());
        return ending(name).isEmpty() && !ending.isEmpty() ? name + ending : name;
    }

    private static String ending(@Nullable String name) {
        String last = name == null ? "" : name.substring(name.lastIndexOf('/') + 1);
        String ending = last.substring(Math.max(0, last.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
        return ENDING.matcher(ending).matches() ? ending : "";
    }
}
