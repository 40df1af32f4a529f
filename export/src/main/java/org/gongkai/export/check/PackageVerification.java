package org.gongkai.export.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gongkai.export.PackageDescription;
import org.gongkai.export.PackageException;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.delta.PackageDifference;
import org.gongkai.export.format.FormatProfile;
import org.jspecify.annotations.Nullable;

/**
 * What a package turned out to be when it was read again: every digest, every line, every count.
 *
 * <pre>{@code
 * PackageVerification result = PackageVerification.of(Path.of("package.zip"));
 * for (PackageDifference each : result.differences()) {
 *     System.out.println(each.text(Locale.ENGLISH));
 * }
 * }</pre>
 *
 * <p>Nothing is unpacked, no link is followed, and memory does not grow with what a package holds, whoever made it. The
 * records are held against the types of this library, byte by byte: what a type would write is what must stand there.
 *
 * @param description what the package says of itself, or null when that cannot be read
 * @param files how many files were read
 * @param bytes how many bytes they are
 * @param differences where the package is not what it says, in the order of the checks; the first {@value #MOST}
 * @param more how many differences there are beyond these
 * @param notChecked the formats whose records were not counted, since their profile neither ships with this version nor
 *     was given
 */
public record PackageVerification(
        @Nullable PackageDescription description,
        long files,
        long bytes,
        List<PackageDifference> differences,
        long more,
        List<String> notChecked) {

    /** How many differences are kept. */
    public static final int MOST = 1_000;

    public PackageVerification {
        differences = List.copyOf(differences);
        notChecked = List.copyOf(notChecked);
    }

    /**
     * Reads a package again.
     *
     * @param path a folder or a zip file
     * @return what it turned out to be
     * @throws PackageException when there is nothing that can be read as a package
     * @throws IOException when the folder cannot be listed
     */
    public static PackageVerification of(Path path) throws IOException {
        return of(path, List.of());
    }

    /**
     * Reads a package again that has formats of one's own.
     *
     * @param path a folder or a zip file
     * @param profiles the profiles of these formats, so that their records can be counted; those that ship with this
     *     library are known anyway
     * @return what it turned out to be
     * @throws PackageException when there is nothing that can be read as a package
     * @throws IOException when the folder cannot be listed
     */
    public static PackageVerification of(Path path, List<FormatProfile> profiles) throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            return new PackageCheck(files, profiles).run();
        }
    }

    /**
     * Whether the package is what it says.
     *
     * @return true when there is no difference
     */
    public boolean good() {
        return differences.isEmpty();
    }
}
