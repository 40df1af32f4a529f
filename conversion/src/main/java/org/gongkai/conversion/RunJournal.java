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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.export.CanonicalJson;
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
 * <p>A source counts as finished when the journal says so after what was read from it has reached the disk. Only the
 * owner may read the journal, since it holds what is withheld from the package, and it is deleted with the run's success.
 */
final class RunJournal implements AutoCloseable {

    private static final String FORMAT = "gongkai-journal/1";
    private static final int ENOUGH = 4 << 20;

    private final Path folder;
    private final Head head;
    private final JsonMapper json = CanonicalJson.mapper();
    private final FileChannel spoolFile;
    private final FileChannel marks;
    private final OutputStream spool;
    private final int finished;
    private @Nullable InputStream replay;
    private long written;
    private long forced;

    private RunJournal(Path folder, Head head, Mark last, long lengthOfMarks) throws IOException {
        this.folder = folder;
        this.head = head;
        this.finished = last.sources();
        this.spoolFile = cut(folder.resolve("spool"), last.spool());
        this.spool = new BufferedOutputStream(Channels.newOutputStream(spoolFile), 1 << 16);
        this.written = last.spool();
        this.forced = last.spool();
        this.marks = cut(folder.resolve("marks"), lengthOfMarks);
    }

    /** Opens a file to be written on from a place, without what stands behind it. */
    private static FileChannel cut(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /** How many sources are finished, and how much of the spool is theirs. */
    record Mark(int sources, long spool) {}

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

    /** The moment of the run that a journal beside the target tells of, or null when there is none to go on from. */
    static @Nullable OffsetDateTime moment(Path out) {
        try {
            return head(folder(out)).moment();
        } catch (IOException none) {
            return null;
        }
    }

    /** Begins anew; what an earlier run left is deleted. */
    static RunJournal begin(Path out, Head head) throws IOException {
        Path folder = folder(out);
        try {
            create(folder, head);
            return new RunJournal(folder, head, new Mark(0, 0), 0);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static void create(Path folder, Head head) throws IOException {
        delete(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
        try (FileChannel file =
                FileChannel.open(folder.resolve("head"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(CanonicalJson.mapper().writeValueAsBytes(head)));
            file.force(true);
        }
    }

    /**
     * Goes on where an earlier run was.
     *
     * @throws ConversionException when that run was another, or the journal is not what a run left
     */
    static RunJournal resume(Path out, Head head) throws IOException {
        Path folder = folder(out);
        String difference = difference(head(folder), head);
        if (difference != null) {
            throw ConversionException.of(ConversionException.Problem.JOURNAL_OF_ANOTHER_RUN, folder, difference, null);
        }
        Path marks = folder.resolve("marks");
        String text = Files.exists(marks) ? Files.readString(marks, StandardCharsets.ISO_8859_1) : "";
        // What comes behind the last end of a line was being written when the run died; the line before it holds.
        int end = text.lastIndexOf('\n') + 1;
        return new RunJournal(
                folder, head, end == 0 ? new Mark(0, 0) : last(folder, text.substring(0, end), head), end);
    }

    private static Mark last(Path folder, String marks, Head head) throws IOException {
        Mark last;
        try {
            last = CanonicalJson.mapper()
                    .readValue(marks.substring(marks.lastIndexOf('\n', marks.length() - 2) + 1), Mark.class);
        } catch (JsonProcessingException garbage) {
            throw damaged(folder, garbage);
        }
        Path spool = folder.resolve("spool");
        // A database is read behind the last file.
        boolean possible =
                last.sources() >= 0 && last.sources() <= head.sources().size() + 1 && last.spool() >= 0;
        if (!possible || !Files.exists(spool) || Files.size(spool) < last.spool()) {
            throw damaged(folder, null);
        }
        return last;
    }

    private static ConversionException damaged(Path folder, @Nullable Throwable cause) {
        return ConversionException.of(ConversionException.Problem.JOURNAL_DAMAGED, folder, "", cause);
    }

    private static ConversionException unwritable(Path folder, IOException cause) {
        return ConversionException.of(
                ConversionException.Problem.JOURNAL_UNWRITABLE, folder, PlainWords.reason(cause), cause);
    }

    private static Head head(Path folder) throws IOException {
        return CanonicalJson.mapper().readValue(Files.readAllBytes(folder.resolve("head")), Head.class);
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
            replay = new BufferedInputStream(Files.newInputStream(folder.resolve("spool")), 1 << 16);
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
                    event.attached()));
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
                        null));
                handler.record(mapped);
            }

            @Override
            public void ledger(List<LedgerEntry> entries) {
                keep(new Event(null, null, entries, null, null, null, null, null));
                handler.ledger(entries);
            }

            @Override
            public void rejected(SourceProblem problem, RawForm raw) {
                keep(new Event(null, null, null, null, null, Raw.of(raw), null, problem));
                handler.rejected(problem, raw);
            }

            @Override
            public void problem(SourceProblem problem) {
                keep(new Event(null, null, null, null, null, null, null, problem));
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
            written += line.length + 1L;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Closes the account of a source, whether it was kept or is to be read again. */
    void finish(int source, boolean kept) throws IOException {
        if (kept) {
            keep(new Event(source, null, null, null, null, null, null, null));
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
            byte[] line = (json.writeValueAsString(new Mark(sources, written)) + '\n').getBytes(StandardCharsets.UTF_8);
            marks.write(ByteBuffer.wrap(line));
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
        for (String each : List.of("marks", "spool", "head")) {
            Files.deleteIfExists(folder.resolve(each));
        }
        Files.deleteIfExists(folder);
    }
}
