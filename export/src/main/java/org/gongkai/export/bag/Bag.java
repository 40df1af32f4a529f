package org.gongkai.export.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that becomes a bag of BagIt 1.0 (RFC 8493). Digests are made while the files are written; all files are
 * forced to the disk together at the end, so that the disk works meanwhile and nobody waits for it file by file. Not
 * thread-safe.
 */
public final class Bag {

    public static final String MANIFEST = "manifest-sha256.txt";
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    private static final String PAYLOAD = "data/";

    private final Path folder;
    private final TreeMap<String, String> digests = new TreeMap<>();
    private final Set<Entry> open = new LinkedHashSet<>();
    private long payloadFiles;
    private long payloadBytes;

    public Bag(Path folder) {
        this.folder = folder;
    }

    /** Opens a new file for writing, buffered; it enters the manifests when it is closed. */
    public OutputStream open(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Entry entry = new Entry(path, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        open.add(entry);
        return entry;
    }

    /** Lets go of every open file without writing what is left in its buffer; for a bag that is given up. */
    public void abandon() throws IOException {
        for (Entry each : open) {
            each.channel.close();
        }
        open.clear();
    }

    public void write(String path, byte[] bytes) throws IOException {
        try (OutputStream out = open(path)) {
            out.write(bytes);
        }
    }

    /** The digest of a file that was written, or null when there is none. */
    @Nullable
    String digest(String path) {
        return digests.get(path);
    }

    /** Whether a file was opened of that name. */
    public boolean has(String path) {
        return Files.exists(folder.resolve(path));
    }

    /** Takes a file out again. */
    public void remove(String path) throws IOException {
        Path file = folder.resolve(path);
        if (digests.remove(path) != null && path.startsWith(PAYLOAD)) {
            payloadFiles--;
            payloadBytes -= Files.size(file);
        }
        Files.deleteIfExists(file);
    }

    /** Writes a file anew. */
    public interface Rewriting {
        void copy(InputStream before, OutputStream after) throws IOException;
    }

    /** Writes a file anew that was written and closed. */
    public void rewrite(String path, Rewriting how) throws IOException {
        Path before = folder.resolveSibling("before");
        Files.copy(folder.resolve(path), before);
        remove(path);
        try (InputStream in = Files.newInputStream(before);
                OutputStream out = open(path)) {
            how.copy(in, out);
        }
        Files.delete(before);
    }

    /**
     * Writes what makes the folder a bag.
     *
     * @param info what bag-info.txt says beside the size of the payload
     * @return the digest of the tag manifest
     */
    public String seal(Map<String, String> info) throws IOException {
        // An empty payload is a folder all the same.
        Files.createDirectories(folder.resolve(PAYLOAD));
        write("bagit.txt", utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        StringBuilder text = new StringBuilder();
        info.forEach((label, value) -> text.append(label)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append('\n'));
        text.append("Payload-Oxum: ")
                .append(payloadBytes)
                .append('.')
                .append(payloadFiles)
                .append('\n');
        write(BagInfo.NAME, utf8(text.toString()));
        write(MANIFEST, manifest(true));
        write(TAG_MANIFEST, manifest(false));
        for (String each : digests.keySet()) {
            try (FileChannel written = FileChannel.open(folder.resolve(each), StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
        try (Stream<Path> folders = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                force(each);
            }
        }
        return digests.get(TAG_MANIFEST);
    }

    public long payloadFiles() {
        return payloadFiles;
    }

    public long payloadBytes() {
        return payloadBytes;
    }

    private byte[] manifest(boolean payload) {
        StringBuilder text = new StringBuilder();
        digests.forEach((path, digest) -> {
            if (path.startsWith(PAYLOAD) == payload) {
                text.append(digest).append("  ").append(encode(path)).append('\n');
            }
        });
        return utf8(text.toString());
    }

    /**
     * A line of a manifest.
     *
     * @param digest in lower-case digits
     * @param path with {@code /} between its parts
     */
    public record Listed(String digest, String path) {

        /** RFC 8493 section 2.1.3: digits of either case, blanks, the path; lines may end as on Windows. */
        private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})[ \\t]+(\\S.*?)\\r?");

        /** Null when it is no such line. */
        public static @Nullable Listed read(byte[] line) {
            Matcher matcher = LINE.matcher(new String(line, StandardCharsets.UTF_8));
            return matcher.matches()
                    ? new Listed(matcher.group(1).toLowerCase(Locale.ROOT), decode(matcher.group(2)))
                    : null;
        }
    }

    /** RFC 8493 section 2.1.3: these characters and only these. */
    static String encode(String path) {
        return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    public static String decode(String path) {
        return path.replace("%0A", "\n")
                .replace("%0a", "\n")
                .replace("%0D", "\r")
                .replace("%0d", "\r")
                .replace("%25", "%");
    }

    /** Makes the names in a folder durable, where the system lets a folder be opened at all: Windows does not. */
    static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Entry extends OutputStream {
        private final String path;
        private final FileChannel channel;
        private final MessageDigest digest = Sha256.create();
        private final byte[] buffer = new byte[1 << 16];
        private int filled;
        private long size;

        Entry(String path, FileChannel channel) {
            this.path = path;
            this.channel = channel;
        }

        @Override
        public void write(int b) throws IOException {
            if (filled == buffer.length) {
                drain();
            }
            buffer[filled++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int left = length;
            while (left > 0) {
                if (filled == buffer.length) {
                    drain();
                }
                int part = Math.min(left, buffer.length - filled);
                System.arraycopy(bytes, from, buffer, filled, part);
                filled += part;
                from += part;
                left -= part;
            }
        }

        private void drain() throws IOException {
            digest.update(buffer, 0, filled);
            ByteBuffer rest = ByteBuffer.wrap(buffer, 0, filled);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            size += filled;
            filled = 0;
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                try (channel) {
                    drain();
                }
                open.remove(this);
                digests.put(path, HexFormat.of().formatHex(digest.digest()));
                if (path.startsWith(PAYLOAD)) {
                    payloadFiles++;
                    payloadBytes += size;
                }
            }
        }
    }
}
