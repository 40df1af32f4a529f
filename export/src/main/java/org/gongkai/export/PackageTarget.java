package org.gongkai.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.bag.BagZip;
import org.gongkai.export.bag.PackageFiles;
import org.gongkai.export.bag.Workplace;

/**
 * Where a package shall stand, folder or zip file, with the hidden folder beside it in which the package is made. What
 * stands there is looked at before and after, and is replaced only when it is a package and nobody's files are in it.
 */
final class PackageTarget implements AutoCloseable {

    static final String DESCRIPTION = "package.json";

    private static final String BAG = "bagit.txt";
    private static final List<String> MANIFESTS = List.of(Bag.MANIFEST, Bag.TAG_MANIFEST);

    private final Path path;
    private final boolean replace;
    private final Workplace workplace;
    private final Path folder;

    private PackageTarget(Path path, boolean replace, Workplace workplace) throws IOException {
        this.path = path;
        this.replace = replace;
        this.workplace = workplace;
        checkFree();
        this.folder = Files.createDirectory(workplace.begin().resolve("bag"));
    }

    /** Takes the place, so that no other run works there. */
    static PackageTarget take(Path target, boolean replace) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new TargetExistsException(PackageException.Problem.TARGET_EXISTS, target, "");
        }
        if (!Files.isDirectory(parent)) {
            throw new PackageException(PackageException.Problem.PARENT_MISSING, parent, "", null);
        }
        Workplace workplace = Workplace.take(target);
        try {
            return new PackageTarget(target, replace, workplace);
        } catch (IOException e) {
            workplace.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** The folder to fill. */
    Path folder() {
        return folder;
    }

    /** Moves what was made into place, packed when a zip file is asked for, and lets others in. */
    void deliver() throws IOException {
        Path finished = folder;
        if (BagZip.isZip(path)) {
            finished = folder.resolveSibling("zip");
            BagZip.write(folder, BagZip.base(path), finished);
        }
        checkFree();
        workplace.deliver(finished);
        workplace.close();
    }

    /** Without a delivery before it: removes what was made. */
    @Override
    public void close() throws IOException {
        workplace.close();
    }

    private void checkFree() throws IOException {
        if (!exists(path)) {
            return;
        }
        if (!replace) {
            throw new TargetExistsException(PackageException.Problem.TARGET_EXISTS, path, "");
        }
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && BagZip.isZip(path)) {
            checkZip();
        } else {
            checkFolder();
        }
    }

    private void checkZip() throws IOException {
        try (PackageFiles files = PackageFiles.open(path)) {
            if (!files.has(BAG) || !files.has(DESCRIPTION)) {
                throw new TargetExistsException(PackageException.Problem.NOT_A_PACKAGE, path, "");
            }
        }
    }

    private void checkFolder() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !holds(BAG) || !holds(DESCRIPTION)) {
            throw new TargetExistsException(PackageException.Problem.NOT_A_PACKAGE, path, "");
        }
        Set<String> listed = listed();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path each : (Iterable<Path>) files::iterator) {
                String name = path.relativize(each).toString().replace('\\', '/');
                if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !listed.contains(name)) {
                    throw new TargetExistsException(PackageException.Problem.FOREIGN_FILES, path, name);
                }
            }
        }
    }

    /** The files that the manifests of the folder list, and these themselves. */
    private Set<String> listed() throws IOException {
        Set<String> listed = new HashSet<>(MANIFESTS);
        for (String each : MANIFESTS) {
            if (holds(each)) {
                try (Stream<String> lines = Files.lines(path.resolve(each))) {
                    lines.map(line -> Bag.decode(line.replaceFirst("^\\S+\\s+", "")))
                            .forEach(listed::add);
                }
            }
        }
        return listed;
    }

    private boolean holds(String file) {
        return Files.isRegularFile(path.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
