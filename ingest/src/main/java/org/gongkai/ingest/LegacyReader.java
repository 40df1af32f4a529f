package org.gongkai.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.attachment.AttachingHandler;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.database.JdbcSource;
import org.gongkai.ingest.file.Finder;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.json.JsonSource;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.sheet.CsvTable;
import org.gongkai.ingest.sheet.GridSheets;
import org.gongkai.ingest.sheet.ListSheets;
import org.gongkai.ingest.sheet.TableSource;
import org.gongkai.ingest.sheet.Workbook;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Reads legacy data: finds the files, reads each, and hands over one record a page or row with an account of its
 * fields. Pages and rows are documents; what else tables hold, the mapping says ({@link Mapping#tables()}).
 *
 * <pre>{@code
 * LegacyReader reader = LegacyReader.standard();
 * for (SourceFile file : reader.find(List.of(Path.of("export")), problems::add)) {
 *     reader.read(file, handler);
 * }
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. Bad input never throws: it becomes a problem, and its raw form is
 * handed over. Whatever a handler throws passes through.
 */
public final class LegacyReader {

    private static final int BUFFER = 1 << 16;

    private final LabelAliases labels;
    private final Mapping mapping;
    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final JsonSource json;
    private final boolean hiddenSheets;
    private final boolean followLinks;
    private final List<TableRoute<?, ?>> routes = new ArrayList<>();

    private LegacyReader(
            LabelAliases labels, Mapping mapping, Limits limits, boolean hiddenSheets, boolean followLinks) {
        this.labels = labels;
        this.mapping = mapping;
        this.aliases = mapping.over(labels);
        this.limits = limits;
        this.hiddenSheets = hiddenSheets;
        this.followLinks = followLinks;
        this.mapper = new RecordMapper(aliases, mapping, limits);
        this.json = new JsonSource(aliases, limits, mapper);
        mapping.tables().forEach(each -> routes.add(TableRoute.of(each)));
    }

    /**
     * A reader with {@link LabelAliases#standard()} and {@link Limits#standard()}.
     *
     * @return the reader
     */
    public static LegacyReader standard() {
        return new LegacyReader(LabelAliases.standard(), Mapping.none(), Limits.standard(), false, false);
    }

    /**
     * This reader with other limits.
     *
     * @param other the limits
     * @return a new reader
     */
    public LegacyReader withLimits(Limits other) {
        return new LegacyReader(labels, mapping, Objects.requireNonNull(other, "other"), hiddenSheets, followLinks);
    }

    /**
     * This reader with other labels. To add labels to the standard ones, give
     * {@code LabelAliases.standard().plus(more)}.
     *
     * @param other the labels
     * @return a new reader
     */
    public LegacyReader withAliases(LabelAliases other) {
        return new LegacyReader(Objects.requireNonNull(other, "other"), mapping, limits, hiddenSheets, followLinks);
    }

    /**
     * This reader, reading the hidden sheets of workbooks as well. Otherwise they are reported by
     * {@code source.sheet.hidden} and not read, since nobody meant to publish what they hold.
     *
     * @return a new reader
     */
    public LegacyReader withHiddenSheets() {
        return new LegacyReader(labels, mapping, limits, true, followLinks);
    }

    /**
     * This reader, following symbolic links: those in folders, and those on the way to an attached file. Otherwise they
     * are reported and passed over, since a link can lead out of the folder that was asked for. A link to a folder that
     * holds it is passed over all the same.
     *
     * @return a new reader
     */
    public LegacyReader withLinks() {
        return new LegacyReader(labels, mapping, limits, hiddenSheets, true);
    }

    /**
     * This reader with what a user says about the source. It has its way over the labels.
     *
     * @param other the mapping
     * @return a new reader
     */
    public LegacyReader withMapping(Mapping other) {
        return new LegacyReader(labels, Objects.requireNonNull(other, "other"), limits, hiddenSheets, followLinks);
    }

    /**
     * Whether the mapping names a database, which {@link #readDatabase} reads.
     *
     * @return true when it does
     */
    public boolean hasDatabase() {
        return mapping.jdbc() != null;
    }

    /**
     * Reads the database that the mapping names, row by row. Any driver on the class path serves. What fails is
     * reported by {@code source.database.unreadable} or {@code source.database.variableMissing}.
     *
     * @param environment gives an environment variable's value, or null; usually {@code System::getenv}
     * @param handler takes what is found
     * @throws IllegalStateException when the mapping names no database
     */
    public void readDatabase(UnaryOperator<@Nullable String> environment, SourceHandler handler) {
        Mapping.Jdbc database = mapping.jdbc();
        if (database == null) {
            throw new IllegalStateException("the mapping names no database");
        }
        new JdbcSource(database, limits, mapper).read(environment, AttachingHandler.nowhere(handler));
    }

    /**
     * Finds the files to read. Folders are walked to the bottom in the order of the relative paths; symbolic links are
     * not followed but reported.
     *
     * @param paths files and folders
     * @param problems takes what cannot be read or is of no known kind: {@code source.folder.unreadable},
     *     {@code source.file.unreadable}, {@code source.file.unsupported}, {@code source.link.skipped},
     *     {@code source.limit.reached}; and entries of the mapping's tables that fit no file,
     *     those for {@code **} aside: {@code source.tables.unmatched}. Style sheets, scripts, fonts and pictures are what pages are made of and no
     *     problem
     * @return the files: pages first, since a page may attach a table ({@link Mapped#attachedFiles()}) that is then no
     *     list of documents; otherwise in the order of the paths given and within each by name
     */
    public List<SourceFile> find(List<Path> paths, Consumer<SourceProblem> problems) {
        List<SourceFile> files = new Finder(limits, problems, followLinks).find(paths);
        Set<Integer> used = files.stream().map(this::route).collect(Collectors.toSet());
        for (int i = 0; i < routes.size(); i++) {
            // An entry for all the rest may find that there is none.
            if (!used.contains(i) && !mapping.tables().get(i).files().equals("**")) {
                Mapping.Tables entry = mapping.tables().get(i);
                problems.accept(new SourceProblem(
                        "source.tables.unmatched",
                        Location.of(entry.files()),
                        entry.files(),
                        entry.kind().code()));
            }
        }
        return files;
    }

    /**
     * Whether the mapping says what the tables of a file hold. Such a file is read for them even when a page attaches
     * it.
     *
     * @param file the file
     * @return true when an entry of {@link Mapping#tables()} fits it
     */
    public boolean holdsTables(SourceFile file) {
        return route(file) >= 0;
    }

    /** The first entry that fits, or -1. */
    private int route(SourceFile file) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).fits(file)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param handler takes what is found
     */
    public void read(SourceFile file, SourceHandler handler) {
        // Pages look for their files themselves, since they know more of them.
        readFile(
                file,
                file.kind() == SourceFile.Kind.HTML
                        ? AttachingHandler.done(handler)
                        : AttachingHandler.in(new AttachmentFolder(file, limits, followLinks), handler));
    }

    private void readFile(SourceFile file, SourceHandler handler) {
        Location place = Location.of(file.name());
        int route = route(file);
        RawForm raw = route >= 0 && routes.get(route).confidential()
                ? RawForm.hidden(file.name())
                : new RawForm.WholeFile(file.name(), file.path());
        try {
            long size = Files.size(file.path());
            long most = file.kind() == SourceFile.Kind.HTML ? limits.maxPageBytes() : limits.maxTableBytes();
            if (size == 0) {
                handler.rejected(new SourceProblem("source.file.empty", place, null, null), raw);
            } else if (size > most) {
                handler.rejected(
                        new SourceProblem("source.file.tooLarge", place, Long.toString(size), "≤ " + most), raw);
            } else if (file.kind() == SourceFile.Kind.WORKBOOK) {
                TableSource tables = tables(file, handler);
                Workbook.Sheets sheets = tables == null
                        ? new ListSheets(file, aliases, limits, mapper, handler)
                        : new GridSheets(tables);
                new Workbook(file, limits, hiddenSheets, sheets, handler).read(raw);
            } else {
                TextBytes bytes = look(file.path());
                tellOfCharset(bytes, place, handler);
                TableSource tables = tables(file, handler);
                if (tables != null) {
                    readTables(file, bytes, tables, handler, raw);
                } else if (file.kind() == SourceFile.Kind.HTML) {
                    readPage(file, bytes, handler, raw);
                } else if (file.kind() == SourceFile.Kind.JSON) {
                    json.read(file, () -> text(file.path(), bytes), handler);
                } else {
                    new CsvTable(file, aliases, limits, mapper).read(text(file.path(), bytes), handler);
                }
            }
        } catch (TextBytes.NoTextException noText) {
            handler.rejected(new SourceProblem("source.file.notText", place, null, null), raw);
        } catch (IOException unreadable) {
            handler.rejected(
                    new SourceProblem("source.file.unreadable", place, PlainWords.reason(unreadable), null), raw);
        }
    }

    private @Nullable TableSource tables(SourceFile file, SourceHandler handler) {
        int route = route(file);
        return route < 0
                ? null
                : new TableSource(
                        file,
                        routes.get(route),
                        mapping.tables().get(route).kind().code(),
                        handler);
    }

    private void readTables(SourceFile file, TextBytes bytes, TableSource tables, SourceHandler handler, RawForm raw)
            throws IOException {
        if (file.kind() == SourceFile.Kind.CSV) {
            try (BufferedReader text = text(file.path(), bytes)) {
                tables.take(Grid.ofCsv(file.name(), text));
            }
        } else {
            Grid.Tables found;
            try {
                found = Grid.ofHtml(file.name(), whole(file, bytes));
            } catch (RuntimeException | StackOverflowError unforeseen) {
                throw untakeable(unforeseen);
            }
            found.grids().forEach(tables::take);
            found.problems().forEach(handler::problem);
        }
        tables.end();
        if (file.kind() == SourceFile.Kind.HTML
                && mapping.tables().get(route(file)).documents()) {
            readPage(file, bytes, handler, raw);
        }
    }

    private static String whole(SourceFile file, TextBytes bytes) throws IOException {
        try (InputStream stream = Files.newInputStream(file.path())) {
            byte[] all = stream.readAllBytes();
            return new String(all, bytes.mark(), all.length - bytes.mark(), bytes.charset());
        }
    }

    /** A page that this library fails on must not stop the pages after it, and is kept like any unreadable one. */
    private static IOException untakeable(Throwable unforeseen) {
        return new IOException("the page could not be taken apart: " + unforeseen, unforeseen);
    }

    private void readPage(SourceFile file, TextBytes bytes, SourceHandler handler, RawForm raw) throws IOException {
        String text = whole(file, bytes);
        @Nullable Mapped mapped;
        try {
            SourceRecord record = new Page(file, text, aliases, limits, followLinks).read();
            mapped = record == null ? null : mapper.map(record);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw untakeable(unforeseen);
        }
        if (mapped == null) {
            handler.rejected(new SourceProblem("source.html.noDocument", Location.of(file.name()), null, null), raw);
        } else {
            handler.record(mapped);
        }
    }

    private static TextBytes look(Path path) throws IOException, TextBytes.NoTextException {
        return TextBytes.of(() -> Files.newInputStream(path));
    }

    private static BufferedReader text(Path path, TextBytes bytes) throws IOException {
        // Read by the channel, since a stream is asked after every 8 KB how much more there is.
        CharsetDecoder decoder = bytes.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        FileChannel file = FileChannel.open(path).position(bytes.mark());
        return new BufferedReader(Channels.newReader(file, decoder, BUFFER), BUFFER);
    }

    private static void tellOfCharset(TextBytes bytes, Location place, SourceHandler handler) {
        @Nullable Charset declared = bytes.declared();
        if (bytes.mislabelled() && declared != null) {
            handler.problem(new SourceProblem(
                    "source.charset.mislabelled",
                    place,
                    declared.name(),
                    bytes.charset().name()));
        }
        if (bytes.broken()) {
            handler.problem(new SourceProblem(
                    "source.charset.undecodable", place, bytes.charset().name(), null));
        }
    }
}
