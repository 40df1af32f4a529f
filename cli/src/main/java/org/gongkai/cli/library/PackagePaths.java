package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.cli.terminal.Messages;
import org.gongkai.cli.terminal.UsageException;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.PackageException;

/** Checks of the packages that a person names. */
public final class PackagePaths {

    private PackagePaths() {}

    /** Each must be there, and none may be what is to be written. */
    public static void check(List<Path> packages, Path out, Messages messages) throws IOException {
        for (Path each : packages) {
            exists(each, messages);
            if (each.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
                throw new UsageException(messages.text("error.out.base", out));
            }
        }
    }

    /** It must be there, or be what a killed run had moved aside: that is put back. */
    static void exists(Path each, Messages messages) throws IOException {
        try {
            if (!LibraryPackage.recover(each)) {
                throw new UsageException(messages.text("error.source.missing", each));
            }
        } catch (PackageException e) {
            throw new UsageException(e.text(messages.locale()));
        }
    }
}
