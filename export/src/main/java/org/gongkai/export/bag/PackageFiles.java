package org.gongkai.export.bag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gongkai.export.PackageException;
import org.jspecify.annotations.Nullable;

/**
 * The files of a package that anybody may have made, folder or zip, read and never unpacked: names lead nowhere but into
 * it, links are not followed, and no file gives more bytes than it says it has.
 */
public abstract sealed class PackageFiles implements AutoCloseable {

    private static final int MOST_FILES = 5_000_000;

    private final Path path;
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    /** Names that are not looked into: links, and names that lead out of the package. */
    private final List<String> refused = new ArrayList<>();
    /** Names of files beside the package's own folder that systems put into any zip file. */
    private final List<String> foreign = new ArrayList<>();

    private PackageFiles(Path path) {
        this.path = path;
    }

    /**
     * Opens a package.
     *
     * @throws PackageException when there is none, or it cannot be read
     */
    public static PackageFiles open(Path path) throws IOException {
        try {
            Workplace.recover(path.toAbsolutePath().normalize());
            PackageFiles files = Files.isDirectory(path) ? new Folder(path) : new Zip(path);
            if (files.names().isEmpty()) {
                files.close();
                throw new IOException("empty");
            }
            return files;
        } catch (PackageException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            throw PackageException.of(PackageException.Problem.UNREADABLE_PACKAGE, path, cause);
        }
    }

    public final boolean has(String name) {
        return sizes.containsKey(name);
    }

    /** The names relative to the package's own folder, with {@code /} between parts, sorted. */
    public final Iterable<String> sorted() {
        return sizes.keySet();
    }

    public final Map<String, Long> names() {
        return sizes;
    }

    public final List<String> refused() {
        return refused;
    }

    public final List<String> foreign() {
        return foreign;
    }

    public final long size(String name) {
        return Objects.requireNonNull(sizes.get(name), name);
    }

    /** Opens a file that {@link #has} knows. */
    public abstract InputStream open(String name) throws IOException;

    /**
     * Opens a file and at its end holds it against the manifest, for those who do not check the package first.
     *
     * @throws PackageException from the stream, when the file has another digest or is listed nowhere
     */
    public final InputStream openIntact(String name) throws IOException {
        String wanted = listed(name);
        MessageDigest sha256 = Sha256.create();
        return new DigestInputStream(open(name), sha256) {
            private boolean ended;

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                // The end may be read more than once, and giving the digest begins a new one.
                boolean ends = count < 0 && !ended;
                ended |= count < 0;
                if (ends && !HexFormat.of().formatHex(sha256.digest()).equals(wanted)) {
                    throw new PackageException(
                            PackageException.Problem.UNREADABLE_PACKAGE,
                            path,
                            name + ": SHA-256 ≠ " + manifest(name) + " (gongkai verify)",
                            null);
                }
                return count;
            }
        };
    }

    /** Where a file must be listed. */
    private static String manifest(String name) {
        return name.startsWith("data/") ? Bag.MANIFEST : Bag.TAG_MANIFEST;
    }

    private @Nullable String listed(String name) throws IOException {
        String manifest = manifest(name);
        if (has(manifest)) {
            try (JsonLines lines = new JsonLines(open(manifest))) {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    Bag.Listed each = Bag.Listed.read(line);
                    if (each != null && each.path().equals(name)) {
                        return each.digest();
                    }
                }
            }
        }
        return null;
    }

    /** The file as a path, for reading here and there in it; a zip's is a temporary copy that closing removes. */
    public abstract Path path(String name) throws IOException;

    @Override
    public abstract void close() throws IOException;

    final void add(String name, long size) throws IOException {
        if (!safe(name)) {
            refused.add(name);
        } else if (sizes.putIfAbsent(name, size) != null) {
            throw new IOException("twice: " + name);
        }
        if (sizes.size() + refused.size() + foreign.size() > MOST_FILES) {
            throw new IOException("> " + MOST_FILES);
        }
    }

    /** Whether a name stays inside the folder that it is relative to, on every system. */
    public static boolean safe(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
            return false;
        }
        for (String each : name.split("/", -1)) {
            if (each.isEmpty() || each.equals(".") || each.equals("..")) {
                return false;
            }
        }
        return name.length() < 2 || name.charAt(1) != ':';
    }

    private static final class Folder extends PackageFiles {
        private final Path folder;

        Folder(Path folder) throws IOException {
            super(folder);
            this.folder = folder;
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = folder.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    if (attributes.isRegularFile()) {
                        add(name, attributes.size());
                    } else {
                        // A link, a pipe, a device: nothing that a package holds.
                        refused().add(name);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            if (Stream.of("bagit.txt", "package.json", Bag.MANIFEST).noneMatch(this::has)) {
                throw new IOException("no bagit.txt");
            }
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(path(name), LinkOption.NOFOLLOW_LINKS);
        }

        @Override
        public Path path(String name) {
            return folder.resolve(name);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static final class Zip extends PackageFiles {
        /** APPNOTE 4.3.7 and 4.3.16: how the first entry and the end of the directory begin, as one number. */
        private static final int FIRST_ENTRY = 0x504B0304;

        private static final int END = 0x504B0506;
        private static final int END_LENGTH = 22;

        private final ZipFile zip;
        private final String base;
        private final List<Path> copies = new ArrayList<>();

        Zip(Path path) throws IOException {
            super(path);
            this.zip = new ZipFile(path.toFile());
            try {
                this.base = base();
                long packed = 0;
                for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                    ZipEntry each = all.nextElement();
                    packed += Math.max(0, each.getCompressedSize());
                    if (!each.isDirectory()) {
                        String name = each.getName();
                        if (name.startsWith(base)) {
                            add(name.substring(base.length()), each.getSize());
                        } else if (ofTheSystem(name)) {
                            foreign().add(name);
                        } else {
                            refused().add(name);
                        }
                    }
                }
                edges(path);
                // Entries that share their bytes make a small file unfold to a huge one.
                if (packed > Files.size(path)) {
                    throw new IOException("overlapping entries");
                }
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }

        /** Bytes before the first entry or behind the directory belong to no file, and no digest covers them. */
        private void edges(Path path) throws IOException {
            int comment = zip.getComment() == null ? 0 : zip.getComment().getBytes(StandardCharsets.UTF_8).length;
            try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "r")) {
                boolean begins = bytes.readInt() == FIRST_ENTRY;
                bytes.seek(Math.max(0, bytes.length() - END_LENGTH - comment));
                if (!begins || bytes.readInt() != END) {
                    throw new IOException("bytes outside the entries of the zip file");
                }
            }
        }

        /** What macOS puts into a zip file beside what was packed: no harm, and no part of the package. */
        private static boolean ofTheSystem(String name) {
            return safe(name) && (name.startsWith("__MACOSX/") || name.equals(".DS_Store"));
        }

        /** The folder in which bagit.txt stands, with the slash; RFC 8493 wants one folder around all. */
        private String base() throws IOException {
            @Nullable String found = null;
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                if (name.equals("bagit.txt") || name.matches("[^/]+/bagit\\.txt")) {
                    if (found != null) {
                        throw new IOException("bagit.txt stands in two places: " + found + ", " + name);
                    }
                    found = name;
                }
            }
            if (found == null) {
                throw new IOException("no bagit.txt");
            }
            return found.substring(0, found.length() - "bagit.txt".length());
        }

        @Override
        public InputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(base + name);
            return new Bounded(zip.getInputStream(entry), entry.getSize());
        }

        @Override
        public Path path(String name) throws IOException {
            Path copy = Files.createTempFile("gongkai", ".tmp");
            copies.add(copy);
            try (InputStream in = open(name)) {
                Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                for (Path each : copies) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }

    /** Refuses more bytes than the entry says it has: it may say little and unfold without end. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long size) {
            super(in);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new IOException("more bytes than the entry says it has");
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
