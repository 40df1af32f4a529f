package org.gongkai.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes what the file holds. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes a file; it grows as {@code .NAME.tmp} beside its place, and a link that somebody laid there is not followed. */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path fresh = target.resolveSibling("." + target.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        try {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.write(out);
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
