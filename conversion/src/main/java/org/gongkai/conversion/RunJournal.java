package org.gongkai.conversion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageException;
import org.gongkai.export.bag.OwnFiles;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs in order to go on after it was killed: {@code .NAME.journal} beside the target. It holds what was read
 * from each finished source, so that pages, workbooks and databases are not read again. JSON is, since reading the
 * journal would take as long. Judging and writing are done anew: they rest on every record before, and give the same
 * bytes.
 *
 * <p>Its marks are sealed, so that a byte that has changed since is noticed; see {@link JournalSeals}.
 *
 * <p>A source counts as finished when the journal says so after what was read from it has reached the disk. Only the
 * owner may read the journal, since it holds what is withheld from the package, and it is deleted with the run's success.
 */
final class RunJournal implements AutoCloseable {

    private static final String FORMAT = "gongkai-journal/3";
    private static final int ENOUGH = 4 << 20;
    private static final byte[] END_OF_LINE = {'\n'};
    private static final String HEAD = "head";
    private static final String SPOOL = "spool";
    private static final String MARKS = "marks";

    private final Path folder;
    private final Head head;
    private final JsonMapper json = CanonicalJson.mapper();
    private final FileChannel spoolFile;
    private final FileChannel marks;
    private final OutputStream spool;
    private final int finished;
    private final JournalSeals seals;
    private @Nullable InputStream replay;
    private long written;
    private long forced;

    private RunJournal(Path folder, Head head, JournalSeals seals) throws IOException {
        this.folder = folder;
        this.head = head;
        this.seals = seals;
        this.finished = seals.last().sources();
        this.written = seals.last().spool();
        this.forced = written;
        this.spoolFile = cut(folder.resolve(SPOOL), written);
        this.spool = new BufferedOutputStream(Channels.newOutputStream(spoolFile), 1 << 16);
        this.marks = cut(folder.resolve(MARKS), seals.end());
    }

    /** Opens a file to be written on from a place, without what stands behind it. */
    private static FileChannel cut(Path file, long length) throws IOException {
        FileChannel channel = OwnFiles.open(file, StandardOpenOption.CREATE);
        channel.truncate(length);
        return channel.position(length);
    }

    /**
     * What makes two runs the same.
     *
     * @param format the form of the journal
     * @param tool the version of this library
     * @param moment the moment that the package bears
     * @param arguments what the caller asked for, but for what does not change the package; and the state of the files
     *     named there
     * @param sources the files to read
     */
    @JsonPropertyOrder({"format", "tool", "moment", "arguments", "sources"})
    record Head(String format, String tool, OffsetDateTime moment, List<String> arguments, List<Stamp> sources) {
        static Head of(OffsetDateTime moment, List<String> arguments, List<Stamp> sources) {
            return new Head(FORMAT, Conversion.version(), moment, arguments, sources);
        }
    }

    /** A file's state, so that a change shows. */
    record Stamp(String name, long size, String modified) {
        static Stamp of(String name, Path path) {
            try {
                return new Stamp(
                        name, Files.size(path), Files.getLastModifiedTime(path).toString());
            } catch (IOException unreadable) {
                // Reading it reports that.
                return new Stamp(name, -1, "");
            }
        }
    }

    /** Opens the journal when the sources are known. */
    interface Opening {
        RunJournal open(List<Stamp> sources) throws IOException;
    }

    /** Something that was read. */
    @JsonPropertyOrder({"source", "record", "ledger", "problems", "origin", "raw", "attached", "problem"})
    private record Event(
            @Nullable Integer source,
            @Nullable DisclosureRecord record,
            @Nullable List<LedgerEntry> ledger,
            @Nullable List<SourceProblem> problems,
            @Nullable Location origin,
            @Nullable Raw raw,
            @Nullable List<AttachedFile> attached,
            @Nullable Set<String> notAsked,
            @Nullable SourceProblem problem) {}

    private record Raw(
            String name,
            @Nullable String path,
            @Nullable Integer row,
            @Nullable String text) {
        static Raw of(RawForm raw) {
            return raw instanceof RawForm.Row row
                    ? new Raw(row.name(), null, row.row(), row.text())
                    : new Raw(raw.name(), ((RawForm.WholeFile) raw).path().toString(), null, null);
        }

        RawForm form() {
            return row == null
                    ? new RawForm.WholeFile(name, Path.of(String.valueOf(path)))
                    : new RawForm.Row(name, row, String.valueOf(text));
        }
    }

    /**
     * The moment of the run that a journal beside the target tells of, or null when there is none to go on from: a run that
     * died before its first mark has left nothing.
     *
     * @throws ConversionException when there is one and its head cannot be read
     */
    static @Nullable OffsetDateTime moment(Path out) {
        Path folder = folder(out);
        try {
            OwnFiles.refuseLink(folder);
            byte[] head = bytes(folder, HEAD);
            return head.length == 0 || bytes(folder, MARKS).length == 0
                    ? null
                    : head(folder, head).moment();
        } catch (IOException e) {
            throw ConversionException.of(e);
        }
    }

    /** Begins anew; what an earlier run left is deleted. */
    static RunJournal begin(Path out, Head head) throws IOException {
        Path folder = folder(out);
        try {
            RunJournal journal = new RunJournal(folder, head, new JournalSeals(create(folder, head)));
            journal.mark(0);
            return journal;
        } catch (PackageException foreign) {
            throw foreign;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static byte[] create(Path folder, Head head) throws IOException {
        OwnFiles.refuseLink(folder);
        delete(folder);
        OwnFiles.createFolder(folder);
        byte[] bytes = CanonicalJson.mapper().writeValueAsBytes(head);
        try (FileChannel file = OwnFiles.open(folder.resolve(HEAD), StandardOpenOption.CREATE_NEW)) {
            file.write(ByteBuffer.wrap(bytes));
            file.force(true);
        }
        return bytes;
    }

    /**
     * Goes on where an earlier run was.
     *
     * @throws ConversionException when that run was another, or the journal is not what a run left
     */
    static RunJournal resume(Path out, Head head) throws IOException {
        Path folder = folder(out);
        OwnFiles.refuseLink(folder);
        byte[] was = bytes(folder, HEAD);
        String difference = difference(head(folder, was), head);
        if (difference != null) {
            throw ConversionException.of(ConversionException.Problem.JOURNAL_OF_ANOTHER_RUN, folder, difference, null);
        }
        JournalSeals seals = new JournalSeals(was);
        try (InputStream spool = Files.exists(folder.resolve(SPOOL), LinkOption.NOFOLLOW_LINKS)
                ? new BufferedInputStream(OwnFiles.read(folder.resolve(SPOOL)), 1 << 16)
                : InputStream.nullInputStream()) {
            // A database is read behind the last file.
            if (!seals.hold(bytes(folder, MARKS), spool)
                    || seals.last().sources() > head.sources().size() + 1) {
                throw damaged(folder, null);
            }
        }
        return new RunJournal(folder, head, seals);
    }

    /** What a file of the journal holds; nothing when it is not there. */
    private static byte[] bytes(Path folder, String file) throws IOException {
        try (InputStream in = OwnFiles.read(folder.resolve(file))) {
            return in.readAllBytes();
        } catch (NoSuchFileException none) {
            return new byte[0];
        }
    }

    private static ConversionException damaged(Path folder, @Nullable Throwable cause) {
        return ConversionException.of(ConversionException.Problem.JOURNAL_DAMAGED, folder, "", cause);
    }

    private static ConversionException unwritable(Path folder, IOException cause) {
        return ConversionException.of(
                ConversionException.Problem.JOURNAL_UNWRITABLE, folder, PlainWords.reason(cause), cause);
    }

    private static Head head(Path folder, byte[] bytes) throws IOException {
        try {
            return CanonicalJson.mapper().readValue(bytes, Head.class);
        } catch (JsonProcessingException garbage) {
            throw damaged(folder, garbage);
        }
    }

    private static @Nullable String difference(Head was, Head is) {
        if (!was.format().equals(is.format()) || !was.tool().equals(is.tool())) {
            return was.format() + ", " + was.tool() + " ≠ " + is.format() + ", " + is.tool();
        }
        if (!was.moment().isEqual(is.moment())) {
            return was.moment() + " ≠ " + is.moment();
        }
        if (!was.arguments().equals(is.arguments())) {
            return String.join(" ", was.arguments()) + " ≠ " + String.join(" ", is.arguments());
        }
        for (int i = 0; i < Math.max(was.sources().size(), is.sources().size()); i++) {
            Stamp left = i < was.sources().size() ? was.sources().get(i) : null;
            Stamp right = i < is.sources().size() ? is.sources().get(i) : null;
            if (left == null || !left.equals(right)) {
                return (left == null ? right : left).name();
            }
        }
        return null;
    }

    /** How many sources need not be read again. */
    int finished() {
        return finished;
    }

    /** The state of a source when the run began. */
    Stamp stamp(int source) {
        return head.sources().get(source);
    }

    /** Hands over what was read from a finished source. To be asked for in the order of the sources. */
    void replay(int source, SourceHandler handler) throws IOException {
        if (replay == null) {
            replay = new BufferedInputStream(OwnFiles.read(folder.resolve(SPOOL)), 1 << 16);
        }
        for (Event each = next(replay); each.source() == null || each.source() != source; each = next(replay)) {
            hand(each, handler);
        }
    }

    private Event next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw damaged(folder, null);
            }
            line.write(c);
        }
        try {
            return json.readValue(line.toByteArray(), Event.class);
        } catch (JsonProcessingException garbage) {
            throw damaged(folder, garbage);
        }
    }

    private static void hand(Event event, SourceHandler handler) {
        if (event.record() != null) {
            handler.record(new Mapped(
                    event.record(),
                    event.ledger(),
                    event.problems(),
                    event.origin(),
                    event.raw().form(),
                    event.attached(),
                    event.notAsked() == null ? Set.of() : event.notAsked()));
        } else if (event.ledger() != null) {
            handler.ledger(event.ledger());
        } else if (event.problem() != null && event.raw() != null) {
            handler.rejected(event.problem(), event.raw().form());
        } else if (event.problem() != null) {
            handler.problem(event.problem());
        }
    }

    /** Keeps what is read from a source on its way to a handler. */
    SourceHandler keeping(SourceHandler handler) {
        return new SourceHandler() {
            @Override
            public void record(Mapped mapped) {
                keep(new Event(
                        null,
                        mapped.record(),
                        mapped.ledger(),
                        mapped.problems(),
                        mapped.origin(),
                        Raw.of(mapped.raw()),
                        mapped.attachedFiles(),
                        mapped.notAsked().isEmpty() ? null : new TreeSet<>(mapped.notAsked()),
                        null));
                handler.record(mapped);
            }

            @Override
            public void ledger(List<LedgerEntry> entries) {
                keep(new Event(null, null, entries, null, null, null, null, null, null));
                handler.ledger(entries);
            }

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                keep(new Event(null, null, null, null, null, Raw.of(raw), null, null, problem));
                handler.rejected(problem, raw);
            }

            @Override
            public void problem(SourceProblem problem) {
                keep(new Event(null, null, null, null, null, null, null, null, problem));
                handler.problem(problem);
            }
        };
    }

    private void keep(Event event) {
        try {
            byte[] line;
            try {
                line = json.writeValueAsBytes(event);
            } catch (JsonGenerationException halfCharacter) {
                // As packages have it: UTF-8 cannot hold half of a surrogate pair, and an escape can.
                line = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(event);
            }
            spool.write(line);
            spool.write('\n');
            seals.add(line, line.length);
            seals.add(END_OF_LINE, 1);
            written += line.length + 1L;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Closes the account of a source, whether it was kept or is to be read again. */
    void finish(int source, boolean kept) throws IOException {
        if (kept) {
            keep(new Event(source, null, null, null, null, null, null, null, null));
        }
        if (written - forced >= ENOUGH || source % 1_000 == 999) {
            mark(source + 1);
        }
    }

    /** Makes what was kept last, and says so. */
    void mark(int sources) throws IOException {
        try {
            spool.flush();
            spoolFile.force(false);
            forced = written;
            marks.write(ByteBuffer.wrap(seals.seal(sources, written)));
            marks.force(false);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Removes the journal: the run is done. */
    void delete() throws IOException {
        close();
        delete(folder);
    }

    @Override
    public void close() throws IOException {
        if (replay != null) {
            replay.close();
        }
        spoolFile.close();
        marks.close();
    }

    private static Path folder(Path out) {
        Path absolute = out.toAbsolutePath().normalize();
        return absolute.resolveSibling("." + absolute.getFileName() + ".journal");
    }

    private static void delete(Path folder) throws IOException {
        for (String each : List.of(MARKS, SPOOL, HEAD)) {
            Files.deleteIfExists(folder.resolve(each));
        }
        Files.deleteIfExists(folder);
    }
}
