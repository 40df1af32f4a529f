package org.gongkai.export.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.gongkai.export.PackageException;
import org.jspecify.annotations.Nullable;

/**
 * The hidden folder beside a target in which a package grows: {@code .NAME.part}. A lock on {@code .NAME.lock} tells a
 * run that lives from one that died, since the system lets go of it whatever way a run ends; what a dead run left is
 * cleared away, and a package that it had moved aside to {@code .NAME.old} and not replaced yet is put back. What stands
 * at {@code .NAME.old} is always whole, for it is moved into the place of work before it is deleted.
 */
public final class Workplace implements AutoCloseable {

    /** No lock is ever larger, and it holds zeros and dots alone. */
    private static final int MOST_OF_LOCK = 1 << 15;

    private static final byte DOT = '.';

    private final Path target;
    private final Path lockFile;
    private final FileChannel lock;
    private final Path part;
    private final Path old;

    private Workplace(Path target, Path lockFile, FileChannel lock) {
        this.target = target;
        this.lockFile = lockFile;
        this.lock = lock;
        this.part = OwnFiles.beside(target, "part");
        this.old = OwnFiles.beside(target, "old");
    }

    /**
     * Takes the place for a target whose folder exists.
     *
     * @throws PackageException when another run has it, or a link or a foreign file stands where this one keeps its own
     */
    public static Workplace take(Path target) throws IOException {
        for (String each : List.of("part", "old")) {
            OwnFiles.refuseLink(OwnFiles.beside(target, each));
        }
        Path lockFile = OwnFiles.beside(target, "lock");
        Workplace place = new Workplace(target, lockFile, lock(target, lockFile));
        try {
            delete(place.part);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                place.discardOld();
            } else {
                place.putBack();
            }
            return place;
        } catch (IOException e) {
            place.close();
            throw e;
        }
    }

    /**
     * Puts back the package that a run moved aside to replace it and then died; nothing when there is none.
     *
     * @throws PackageException when a run that lives is replacing it right now
     */
    public static void recover(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                && Files.exists(OwnFiles.beside(target, "old"), LinkOption.NOFOLLOW_LINKS)) {
            take(target).close();
        }
    }

    private void putBack() throws IOException {
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            move(old, target);
            Bag.force(Objects.requireNonNull(target.getParent()));
        }
    }

    private void discardOld() throws IOException {
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
            delete(part);
            move(old, part);
            delete(part);
        }
    }

    private static FileChannel lock(Path target, Path lockFile) throws IOException {
        while (true) {
            refuseForeign(lockFile);
            FileChannel channel = OwnFiles.open(lockFile, StandardOpenOption.CREATE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw new OverlappingFileLockException();
                }
            } catch (OverlappingFileLockException held) {
                channel.close();
                throw new PackageException(PackageException.Problem.TARGET_BUSY, target, "", held);
            }
            // The run before may have removed the file between our opening and our locking it.
            if (sameFile(channel, lockFile)) {
                return channel;
            }
            channel.close();
        }
    }

    /** A lock is written on, so that a file of somebody else's by its name, or by a second name of it, must not be one. */
    private static void refuseForeign(Path lockFile) throws IOException {
        OwnFiles.refuseLink(lockFile);
        try {
            if (!Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)) {
                if (Files.exists(lockFile, LinkOption.NOFOLLOW_LINKS)) {
                    throw OwnFiles.foreign(lockFile);
                }
                return;
            }
            try (InputStream in = OwnFiles.read(lockFile)) {
                for (byte each : in.readNBytes(MOST_OF_LOCK + 1)) {
                    if (each != 0 && each != DOT) {
                        throw OwnFiles.foreign(lockFile);
                    }
                }
            }
        } catch (NoSuchFileException removed) {
            // The run that had it has ended.
        }
    }

    /** A size given through the channel shows in the file when the two are one; drawn by lot, since others do so too. */
    private static boolean sameFile(FileChannel channel, Path lockFile) throws IOException {
        int size = ThreadLocalRandom.current().nextInt(1, MOST_OF_LOCK);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(new byte[] {DOT}), size - 1L);
        try {
            return Files.readAttributes(lockFile, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .size()
                    == size;
        } catch (NoSuchFileException removed) {
            return false;
        } finally {
            channel.truncate(0);
        }
    }

    /** Makes the folder to work in; what grows there is the owner's alone until it is delivered. */
    public Path begin() throws IOException {
        return OwnFiles.createFolder(part);
    }

    /** Puts a finished file or folder from the place of work at the target, and removes what stood there. */
    public void deliver(Path finished) throws IOException {
        boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (replaces && Files.isRegularFile(finished)) {
            // A file takes the place of another in one step.
            move(finished, target);
        } else {
            if (replaces) {
                move(target, old);
            }
            try {
                move(finished, target);
            } catch (IOException e) {
                if (replaces) {
                    move(old, target);
                }
                throw e;
            }
        }
        Bag.force(Objects.requireNonNull(target.getParent()));
        discardOld();
    }

    /** Removes what is left of the work and lets others in. */
    @Override
    public void close() throws IOException {
        if (lock.isOpen()) {
            try (lock) {
                delete(part);
                // While it is held still, lest it be another run's by then.
                Files.deleteIfExists(lockFile);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** Removes a folder and all in it, or nothing when it is not there. Links are removed, never followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
