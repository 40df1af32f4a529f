package org.gongkai.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void nobodyElseMayReadTheJournal() throws IOException {
        RunJournal.begin(out(), head("a")).close();
        Path journal = folder.resolve(".package.journal");
        if (journal.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)));
        }
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
