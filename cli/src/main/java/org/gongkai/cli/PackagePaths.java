package org.gongkai.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks of the packages that a person names. */
final class PackagePaths {

    private PackagePaths() {}

    /** Each must be there, and none may be what is to be written. */
    static void check(List<Path> packages, Path out, Messages messages) {
        for (Path each : packages) {
            exists(each, messages);
            if (each.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
                throw new UsageException(messages.text("error.out.base", out));
            }
        }
    }

    static void exists(Path each, Messages messages) {
        if (!Files.exists(each)) {
            throw new UsageException(messages.text("error.source.missing", each));
        }
    }
}
