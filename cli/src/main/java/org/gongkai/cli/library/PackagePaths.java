package org.gongkai.cli.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.conversion.ConversionException;
import org.gongkai.export.LibraryPackage;

/** Checks of the packages that a person names. */
final class PackagePaths {

    private PackagePaths() {}

    /** Each must be there, and none may be what is to be written. */
    static void check(List<Path> packages, Path out) throws IOException {
        for (Path each : packages) {
            exists(each);
            if (LibraryPackage.isAt(each, out)) {
                throw new ConversionException(ConversionException.Problem.TARGET_IS_READ, out);
            }
        }
    }

    /** It must be there, or be what a killed run had moved aside: that is put back. */
    static void exists(Path each) throws IOException {
        if (!LibraryPackage.recover(each)) {
            throw new ConversionException(ConversionException.Problem.SOURCE_MISSING, each);
        }
    }
}
