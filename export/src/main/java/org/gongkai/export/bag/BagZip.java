package org.gongkai.export.bag;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A bag as one file, in one folder of its own as RFC 8493 section 4.2 asks. Entries stand in the order of their names
 * and all bear one date, so that the same bag gives the same bytes on the same version of Java; another version may
 * pack the same content tighter.
 */
public final class BagZip {

    /** The first moment that a zip file can name. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BagZip() {}

    public static boolean isZip(Path path) {
        return path.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".zip");
    }

    /** The name of the folder inside: that of the file without {@code .zip}. */
    public static String base(Path zip) {
        String name = zip.getFileName().toString();
        return name.length() > 4 ? name.substring(0, name.length() - 4) : "package";
    }

    public static void write(Path bag, String base, Path zip) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(bag)) {
            files = all.filter(Files::isRegularFile)
                    .sorted(java.util.Comparator.comparing(each -> name(bag, each)))
                    .toList();
        }
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            ZipOutputStream out = new ZipOutputStream(stream);
            if (files.stream().noneMatch(each -> name(bag, each).startsWith("data/"))) {
                out.putNextEntry(entry(base + "/data/"));
            }
            for (Path each : files) {
                out.putNextEntry(entry(base + '/' + name(bag, each)));
                Files.copy(each, out);
                out.closeEntry();
            }
            out.finish();
            stream.flush();
            channel.force(true);
        }
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        return entry;
    }

    private static String name(Path bag, Path file) {
        return bag.relativize(file).toString().replace('\\', '/');
    }
}
