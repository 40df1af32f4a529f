package org.gongkai.export.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.export.PackageException;

/**
 * What a run keeps for itself beside what it writes, hidden and named after it: {@code .NAME.lock} and its like. Whoever
 * may write in the folder can lay a link there; none is followed, nothing is emptied, made or deleted behind one, and nobody
 * but the owner may look at what grows, since it holds what a package leaves out.
 */
public final class OwnFiles {

    private static final FileAttribute<?>[] NONE = {};

    private OwnFiles() {}

    /** The place beside a target where the run keeps something. */
    public static Path beside(Path target, String what) {
        return target.resolveSibling("." + target.getFileName() + "." + what);
    }

    /**
     * Refuses a link that stands where the run keeps something.
     *
     * @throws PackageException when a link stands there
     */
    public static void refuseLink(Path file) throws PackageException {
        if (Files.isSymbolicLink(file)) {
            throw foreign(file);
        }
    }

    /** Something stands there that this library has not made. */
    static PackageException foreign(Path file) {
        return new PackageException(PackageException.Problem.FOREIGN_NEIGHBOUR, file, "", null);
    }

    /**
     * Opens a file to be written; one that is made by it is the owner's alone.
     *
     * @throws PackageException when a link stands there
     */
    public static FileChannel open(Path file, StandardOpenOption... how) throws IOException {
        refuseLink(file);
        Set<OpenOption> options = new HashSet<>(Set.of(how));
        options.add(StandardOpenOption.WRITE);
        // Between the look above and the opening a link may be laid.
        options.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, options, owners(file, "rw-------"));
    }

    /**
     * Opens a file to be read.
     *
     * @throws PackageException when a link stands there
     */
    public static InputStream read(Path file) throws IOException {
        refuseLink(file);
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes a folder that is the owner's alone. */
    public static Path createFolder(Path folder) throws IOException {
        return Files.createDirectory(folder, owners(folder, "rwx------"));
    }

    private static FileAttribute<?>[] owners(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : NONE;
    }

    /** Where a path leads when the links on the way are followed, as the system does it, whether or not its end exists. */
    public static Path real(Path path) {
        Path absolute = path.toAbsolutePath();
        for (Path each = absolute; each != null; each = each.getParent()) {
            if (Files.exists(each)) {
                try {
                    Path there = each.toRealPath();
                    int known = each.getNameCount();
                    return known == absolute.getNameCount()
                            ? there
                            : there.resolve(absolute.subpath(known, absolute.getNameCount()))
                                    .normalize();
                } catch (IOException unreadable) {
                    return absolute.normalize();
                }
            }
        }
        return absolute.normalize();
    }
}
