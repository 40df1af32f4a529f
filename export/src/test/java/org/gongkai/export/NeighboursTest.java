package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a target is not only ours: whoever may write in the folder can lay something there. */
class NeighboursTest {

    private static final byte[] PRECIOUS = "precious".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Path target;
    private Path precious;
    private Path archive;

    @BeforeEach
    void somethingOfSomebodyElse() throws IOException {
        target = Files.createDirectory(folder.resolve("t")).resolve("p");
        precious = Files.write(folder.resolve("v"), PRECIOUS);
        archive = Files.createDirectory(folder.resolve("archive"));
        Files.write(archive.resolve("spool"), PRECIOUS);
    }

    private PackageReceipt write(Path to, boolean replace) throws IOException {
        try (LibraryPackage out = LibraryPackage.create(to, Documents.options().withReplace(replace))) {
            assertTrue(out.add(Documents.whole()));
            return PackageSchemas.finish(out);
        }
    }

    private void nothingIsLost() throws IOException {
        assertArrayEquals(PRECIOUS, Files.readAllBytes(precious));
        assertArrayEquals(PRECIOUS, Files.readAllBytes(archive.resolve("spool")));
        assertEquals(1, archive.toFile().list().length);
    }

    @ParameterizedTest
    @CsvSource({
        "lock, v",
        "lock, archive",
        "lock, absent",
        "part, v",
        "part, archive",
        "part, absent",
        "old, v",
        "old, archive",
        "old, absent"
    })
    void aLinkBesideTheTargetIsRefusedAndNotFollowed(String what, String leadsTo) throws IOException {
        Path link = Files.createSymbolicLink(target.resolveSibling(".p." + what), folder.resolve(leadsTo));
        PackageException e = assertThrows(PackageException.class, () -> write(target, false));
        assertEquals(PackageException.Problem.FOREIGN_NEIGHBOUR, e.problem());
        assertEquals(link.toString(), e.path());
        nothingIsLost();
        assertTrue(Files.isSymbolicLink(link), "it is left for its owner to look at");
        assertFalse(Files.exists(folder.resolve("absent")));
        assertFalse(Files.exists(target, LinkOption.NOFOLLOW_LINKS));
        // Moved away, the run goes through.
        Files.delete(link);
        write(target, false);
    }

    @Test
    void aLinkWhereAPackageWasMovedAsideIsNotPutBack() throws IOException {
        write(folder.resolve("other"), false);
        Files.createSymbolicLink(target.resolveSibling(".p.old"), folder.resolve("other"));
        assertThrows(PackageException.class, () -> LibraryPackage.recover(target));
        assertFalse(Files.exists(target, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aFileOfSomebodyElseInTheLocksPlaceIsNotEmptied() throws IOException {
        Path lock = target.resolveSibling(".p.lock");
        // A second name of the file, which no system tells from a first one.
        Files.createLink(lock, precious);
        assertEquals(
                PackageException.Problem.FOREIGN_NEIGHBOUR,
                assertThrows(PackageException.class, () -> write(target, false)).problem());
        nothingIsLost();
        Files.delete(lock);
        Files.createDirectory(lock);
        assertEquals(
                PackageException.Problem.FOREIGN_NEIGHBOUR,
                assertThrows(PackageException.class, () -> write(target, false)).problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0.", "."})
    void aLockThatADeadRunLeftIsTaken(String content) throws IOException {
        Files.writeString(target.resolveSibling(".p.lock"), content);
        write(target, false);
        assertEquals(List.of("p"), List.of(target.getParent().toFile().list()));
    }

    @Test
    void whatGrowsIsTheOwnersAloneAndWhatIsDeliveredIsNot() throws IOException {
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Path usual = Files.createDirectory(folder.resolve("usual"));
        for (Path each : List.of(target, target.resolveSibling("q.zip"))) {
            Set<String> found = new TreeSet<>();
            try (LibraryPackage out = LibraryPackage.create(each, Documents.options())) {
                out.add(Documents.whole());
                try (Stream<Path> beside = Files.list(target.getParent())) {
                    for (Path hidden : beside.filter(
                                    file -> file.getFileName().toString().startsWith("."))
                            .toList()) {
                        String name = hidden.getFileName().toString();
                        found.add(name.substring(name.lastIndexOf('.') + 1) + " " + permissions(hidden));
                    }
                }
                PackageSchemas.finish(out);
            }
            assertEquals(Set.of("lock rw-------", "part rwx------"), found);
            assertEquals(
                    permissions(usual).substring(3).replace('x', '-'),
                    permissions(each).substring(3).replace('x', '-'));
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void twoWaysToOnePlaceAreOne() throws IOException {
        write(target, false);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target.getParent());
        assertTrue(LibraryPackage.isAt(target, link.resolve("p")));
        assertTrue(LibraryPackage.isAt(link.resolve("p"), target));
        assertTrue(LibraryPackage.isAt(link.resolve("./p"), target));
        assertTrue(LibraryPackage.isAt(link.resolve("absent"), target.resolveSibling("absent")));
        Path toPackage = Files.createSymbolicLink(folder.resolve("latest"), target);
        assertTrue(LibraryPackage.isAt(toPackage, target));
        assertFalse(LibraryPackage.isAt(target, target.resolveSibling("q")));
        // The system goes through the link before it goes up.
        assertTrue(LibraryPackage.isAt(link.resolve("../t/p"), target));
    }
}
