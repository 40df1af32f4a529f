package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.PackageException;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunJournalTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("gongkai.checkout"));
    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-03-02T09:00:00.123456789+08:00");

    private final LegacyReader reader = LegacyReader.standard();
    private final List<SourceFile> files =
            reader.find(List.of(CHECKOUT.resolve("examples/legacy-documents")), problem -> {});

    @TempDir
    private Path folder;

    /** What comes out of the journal is what went in, of every page, table and workbook of the examples. */
    @Test
    void whatWasReadComesOutAgain() throws IOException {
        List<Object> read = new ArrayList<>();
        try (RunJournal journal = RunJournal.begin(out(), head("a"))) {
            for (int i = 0; i < files.size(); i++) {
                reader.read(files.get(i), journal.keeping(collecting(read)));
                journal.finish(i, true);
            }
            journal.mark(files.size());
        }
        List<Object> again = new ArrayList<>();
        try (RunJournal journal = RunJournal.resume(out(), head("a"))) {
            assertEquals(files.size(), journal.finished());
            for (int i = 0; i < files.size(); i++) {
                journal.replay(i, collecting(again));
            }
            journal.delete();
        }
        assertTrue(read.size() > files.size() / 2);
        assertEquals(read, again);
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void whatWasNotMarkedIsForgottenAndACutMarkIsNone() throws IOException {
        try (RunJournal journal = RunJournal.begin(out(), head("a"))) {
            reader.read(files.get(0), journal.keeping(collecting(new ArrayList<>())));
            journal.finish(0, true);
            journal.mark(1);
            reader.read(files.get(1), journal.keeping(collecting(new ArrayList<>())));
        }
        Files.writeString(folder.resolve(".package.journal/marks"), "{\"sources\":2,\"spo", StandardOpenOption.APPEND);
        try (RunJournal journal = RunJournal.resume(out(), head("a"))) {
            assertEquals(1, journal.finished());
            journal.mark(2);
        }
        try (RunJournal journal = RunJournal.resume(out(), head("a"))) {
            assertEquals(2, journal.finished(), "a mark after a cut one holds");
        }
        assertEquals(MOMENT.toInstant(), RunJournal.moment(out()).toInstant());
    }

    @Test
    void anotherRunIsRefused() throws IOException {
        RunJournal.begin(out(), head("a")).close();
        ConversionException e = assertThrows(ConversionException.class, () -> RunJournal.resume(out(), head("b")));
        assertEquals(ConversionException.Problem.JOURNAL_OF_ANOTHER_RUN, e.problem());
        assertEquals(folder.resolve(".package.journal").toString(), e.path());
    }

    @ParameterizedTest
    @CsvSource({
        "marks, garbage",
        "marks, '{\"sources\":99999,\"spool\":0}'",
        "marks, '{\"sources\":1,\"spool\":99999999}'"
    })
    void aDamagedJournalIsNamedWithWhatToDo(String file, String content) throws IOException {
        RunJournal.begin(out(), head("a")).close();
        Path journal = folder.resolve(".package.journal");
        Files.writeString(journal.resolve(file), content + "\n");
        ConversionException e = assertThrows(ConversionException.class, () -> RunJournal.resume(out(), head("a")));
        assertEquals(ConversionException.Problem.JOURNAL_DAMAGED, e.problem());
        assertEquals(journal.toString(), e.path());
        assertEquals(
                "the journal " + journal + " is damaged; no package was written. Begin from the start without --resume",
                e.text(Locale.ENGLISH));
    }

    /** No byte of a journal may change unseen: it is refused, or what it loses is read again. */
    @ParameterizedTest
    @ValueSource(strings = {"head", "marks", "spool"})
    void aByteThatHasChangedIsNoticed(String file) throws IOException {
        List<Object> read = new ArrayList<>();
        try (RunJournal journal = RunJournal.begin(out(), head("a"))) {
            for (int i = 0; i < 4; i++) {
                reader.read(files.get(i), journal.keeping(collecting(read)));
                journal.finish(i, true);
                journal.mark(i + 1);
            }
        }
        Path changed = folder.resolve(".package.journal").resolve(file);
        byte[] whole = Files.readAllBytes(changed);
        int refused = 0;
        int tries = 0;
        for (int i = 0; i < whole.length; i += Math.max(1, whole.length / 200)) {
            byte[] bytes = whole.clone();
            bytes[i] ^= (byte) (1 << i % 8);
            Files.write(changed, bytes);
            tries++;
            try (RunJournal journal = RunJournal.resume(out(), head("a"))) {
                assertEquals("marks", file, "byte " + i);
                assertEquals(whole.length - 1, i, "only the end of the last line may go, and its mark with it");
                assertEquals(3, journal.finished());
            } catch (ConversionException e) {
                assertTrue(
                        e.problem() == ConversionException.Problem.JOURNAL_DAMAGED
                                || e.problem() == ConversionException.Problem.JOURNAL_OF_ANOTHER_RUN,
                        e.getMessage());
                refused++;
            }
        }
        assertTrue(refused >= tries - 1, refused + " of " + tries);
    }

    @Test
    void aMomentThatHasChangedIsNoticedThoughTheRunAsksTheJournalForIt() throws IOException {
        RunJournal.begin(out(), head("a")).close();
        Path head = folder.resolve(".package.journal/head");
        Files.writeString(head, Files.readString(head).replace("2026-03-02", "2026-03-03"));
        OffsetDateTime moment = RunJournal.moment(out());
        assertEquals(3, moment.getDayOfMonth());
        RunJournal.Head asked =
                RunJournal.Head.of(moment, List.of("a"), head("a").sources());
        ConversionException e = assertThrows(ConversionException.class, () -> RunJournal.resume(out(), asked));
        assertEquals(ConversionException.Problem.JOURNAL_DAMAGED, e.problem());
    }

    @Test
    void aHeadThatCannotBeReadIsRefusedAndNotForgotten() throws IOException {
        RunJournal.begin(out(), head("a")).close();
        Files.writeString(folder.resolve(".package.journal/head"), "{");
        ConversionException e = assertThrows(ConversionException.class, () -> RunJournal.moment(out()));
        assertEquals(ConversionException.Problem.JOURNAL_DAMAGED, e.problem());
    }

    @Test
    void aRunThatDiedBeforeItsFirstMarkLeftNothingToGoOnFrom() throws IOException {
        RunJournal.begin(out(), head("a")).close();
        Files.write(folder.resolve(".package.journal/marks"), new byte[0]);
        assertNull(RunJournal.moment(out()));
        Files.write(folder.resolve(".package.journal/head"), new byte[0]);
        assertNull(RunJournal.moment(out()));
        assertNull(RunJournal.moment(folder.resolve("other")));
    }

    @Test
    void nobodyElseMayReadTheJournal() throws IOException {
        try (RunJournal journal = RunJournal.begin(out(), head("a"))) {
            assertEquals(0, journal.finished());
            Path at = folder.resolve(".package.journal");
            if (at.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(at)));
                for (String each : List.of("head", "marks", "spool")) {
                    assertEquals(
                            "rw-------",
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(at.resolve(each))),
                            each);
                }
            }
        }
    }

    @Test
    void aJournalThatIsALinkIsNeitherReadNorEmptied() throws IOException {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        RunJournal.begin(out(), head("a")).close();
        Path journal = folder.resolve(".package.journal");
        Files.move(journal, precious.resolve("journal"));
        Files.createSymbolicLink(journal, precious.resolve("journal"));
        for (Call each :
                List.<Call>of(() -> RunJournal.begin(out(), head("a")), () -> RunJournal.resume(out(), head("a")))) {
            PackageException e = assertThrows(PackageException.class, each::call);
            assertEquals(PackageException.Problem.FOREIGN_NEIGHBOUR, e.problem());
        }
        assertThrows(ConversionException.class, () -> RunJournal.moment(out()));
        assertEquals(3, precious.resolve("journal").toFile().list().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "marks", "spool"})
    void aFileOfTheJournalThatIsALinkIsNotFollowed(String file) throws IOException {
        RunJournal.begin(out(), head("a")).close();
        Path linked = folder.resolve(".package.journal").resolve(file);
        Path precious = folder.resolve("precious");
        Files.move(linked, precious);
        byte[] before = Files.readAllBytes(precious);
        Files.write(precious, "x".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
        Files.createSymbolicLink(linked, precious);
        assertThrows(PackageException.class, () -> RunJournal.resume(out(), head("a")));
        assertEquals(before.length + 1, Files.size(precious));
        // Beginning anew removes the link and leaves what it leads to.
        RunJournal.begin(out(), head("a")).close();
        assertEquals(before.length + 1, Files.size(precious));
        assertTrue(Files.isRegularFile(linked, LinkOption.NOFOLLOW_LINKS));
    }

    private interface Call {
        Object call() throws IOException;
    }

    private Path out() {
        return folder.resolve("package");
    }

    private RunJournal.Head head(String argument) {
        return RunJournal.Head.of(
                MOMENT,
                List.of(argument),
                files.stream()
                        .map(each -> new RunJournal.Stamp(each.name(), 1, ""))
                        .toList());
    }

    private static SourceHandler collecting(List<Object> into) {
        return new SourceHandler() {
            @Override
            public void record(Mapped mapped) {
                into.add(mapped);
            }

            @Override
            public void ledger(List<LedgerEntry> entries) {
                into.add(entries);
            }

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                into.add(List.of(problem, raw));
            }

            @Override
            public void problem(SourceProblem problem) {
                into.add(problem);
            }
        };
    }
}
