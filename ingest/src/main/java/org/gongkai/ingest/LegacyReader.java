package org.gongkai.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.attachment.AttachingHandler;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.database.JdbcSource;
import org.gongkai.ingest.file.Finder;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.file.PageArchive;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.file.TextForm;
import org.gongkai.ingest.file.Xhtml;
import org.gongkai.ingest.form.FormSheets;
import org.gongkai.ingest.json.Confidential;
import org.gongkai.ingest.json.JsonRows;
import org.gongkai.ingest.json.JsonSource;
import org.gongkai.ingest.mapper.Admission;
import org.gongkai.ingest.mapper.RecordMapper;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.notice.NoticeTitles;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.page.ListPage;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.paper.OfficeFiles;
import org.gongkai.ingest.paper.OfficePage;
import org.gongkai.ingest.sheet.ChosenRows;
import org.gongkai.ingest.sheet.ChosenSheets;
import org.gongkai.ingest.sheet.CsvTable;
import org.gongkai.ingest.sheet.FirstRows;
import org.gongkai.ingest.sheet.GridSheets;
import org.gongkai.ingest.sheet.KindFinder;
import org.gongkai.ingest.sheet.ListSheets;
import org.gongkai.ingest.sheet.TableSource;
import org.gongkai.ingest.sheet.Workbook;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.ingest.source.UnreadableFileException;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.KindChoice;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads legacy data: finds the files, reads each, and hands over one record a page or row with an account of its
 * fields. Pages are documents; what tables, rows and objects hold the mapping says ({@link Mapping#tables()}), or it is found
 * out by their labels.
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
    private static final int SIGNATURE = 4;
    /** A list of documents has no more paragraphs around it; a document that has such a table has. */
    private static final int MOST_AROUND_LIST = 6;
    /** Names of workbooks in the form of a text. */
    private static final Set<String> BY_CONTENT = Set.of("xml", "mht", "mhtml");

    private final LabelAliases labels;
    private final Mapping mapping;
    private final LabelAliases aliases;
    private final Limits limits;
    private final RecordMapper mapper;
    private final JsonSource json;
    private final boolean hiddenSheets;
    private final boolean followLinks;
    private final boolean documentsOnly;
    private final KindFinder finder;
    private final List<TableRoute<?, ?>> routes = new ArrayList<>();

    private LegacyReader(
            LabelAliases labels,
            Mapping mapping,
            Limits limits,
            boolean hiddenSheets,
            boolean followLinks,
            boolean documentsOnly) {
        this.labels = labels;
        this.mapping = mapping;
        this.aliases = mapping.over(labels);
        this.limits = limits;
        this.hiddenSheets = hiddenSheets;
        this.followLinks = followLinks;
        this.documentsOnly = documentsOnly;
        this.finder = new KindFinder(aliases);
        this.mapper = new RecordMapper(aliases, mapping, limits);
        this.json = new JsonSource(aliases, limits, mapper, this::readPageInside);
        mapping.tables().forEach(each -> routes.add(TableRoute.of(each)));
    }

    /**
     * A reader with {@link LabelAliases#standard()}, {@linkplain LabelAliases#withInitials() initials and pinyin of labels}, and {@link Limits#standard()}.
     *
     * @return the reader
     */
    public static LegacyReader standard() {
        return new LegacyReader(
                LabelAliases.standard().withInitials(), Mapping.none(), Limits.standard(), false, false, false);
    }

    /**
     * This reader with other limits.
     *
     * @param other the limits
     * @return a new reader
     */
    public LegacyReader withLimits(Limits other) {
        return new LegacyReader(
                labels, mapping, Objects.requireNonNull(other, "other"), hiddenSheets, followLinks, documentsOnly);
    }

    /**
     * This reader with other labels. To add labels to the standard ones, give
     * {@code LabelAliases.standard().plus(more)}.
     *
     * @param other the labels
     * @return a new reader
     */
    public LegacyReader withAliases(LabelAliases other) {
        return new LegacyReader(
                Objects.requireNonNull(other, "other"), mapping, limits, hiddenSheets, followLinks, documentsOnly);
    }

    /**
     * This reader, reading the hidden sheets of workbooks as well. Otherwise they are reported by
     * {@code source.sheet.hidden} and not read, since nobody meant to publish what they hold.
     *
     * @return a new reader
     */
    public LegacyReader withHiddenSheets() {
        return new LegacyReader(labels, mapping, limits, true, followLinks, documentsOnly);
    }

    /**
     * This reader, following symbolic links: those in folders, and those on the way to an attached file. Otherwise they
     * are reported and passed over, since a link can lead out of the folder that was asked for. A link to a folder that
     * holds it is passed over all the same.
     *
     * @return a new reader
     */
    public LegacyReader withLinks() {
        return new LegacyReader(labels, mapping, limits, hiddenSheets, true, documentsOnly);
    }

    /**
     * This reader with what a user says about the source. It has its way over the labels.
     *
     * @param other the mapping
     * @return a new reader
     */
    public LegacyReader withMapping(Mapping other) {
        return new LegacyReader(
                labels, Objects.requireNonNull(other, "other"), limits, hiddenSheets, followLinks, documentsOnly);
    }

    /**
     * This reader, which takes tables, rows and objects of which the mapping says nothing for documents. Otherwise what they
     * hold is found out by their labels, and where it is not clear they are rejected by {@code source.kind.unclear}.
     *
     * @return a new reader
     */
    public LegacyReader withDocumentsOnly() {
        return new LegacyReader(labels, mapping, limits, hiddenSheets, followLinks, true);
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
        Admission admission = new Admission(handler);
        SourceHandler attaching = AttachingHandler.nowhere(admission);
        JdbcSource rows = new JdbcSource(database, limits, mapper);
        RawForm raw = new RawForm.Row(rows.name(), 1, database.query());
        int route = databaseRoute();
        if (route >= 0) {
            TableSource tables = new TableSource(
                    rows.name(), raw, routes.get(route), kind(route).code(), attaching);
            if (rows.read(environment, tables, admission)) {
                tables.end();
            }
        } else if (documentsOnly) {
            rows.read(environment, rows.documents(attaching), admission);
        } else {
            readFound(rows, environment, raw, attaching);
        }
        admission.end();
    }

    /** The first rows of the database tell what they are. */
    private void readFound(
            JdbcSource rows, UnaryOperator<@Nullable String> environment, RawForm raw, SourceHandler handler) {
        Location place = Location.of(rows.name());
        List<TableSource> found = new ArrayList<>();
        ChosenRows chosen = new ChosenRows(finder, place, choice -> {
            TableKind kind = choice.kind();
            if (kind != null) {
                handler.problem(KindFinder.found(place, kind));
                found.add(new TableSource(rows.name(), raw, found(kind), kind.code(), handler));
                return found.get(0);
            }
            if (choice.near().isEmpty()) {
                return rows.documents(guarded(choice, handler));
            }
            handler.rejected(KindFinder.unclear(place, choice), kept(choice, raw));
            return JsonRows.Taker.NOBODY;
        });
        if (rows.read(environment, chosen, handler)) {
            chosen.end();
            found.forEach(TableSource::end);
        }
    }

    private TableKind kind(int route) {
        return mapping.tables().get(route).kind();
    }

    private static TableRoute<?, ?> found(TableKind kind) {
        return TableRoute.of(new Mapping.Tables(TableRoute.ALL, kind, Map.of(), Map.of(), false));
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
     *     list of documents, and of these the pages that show others in frames first, content-2.html behind content.html,
     *     since those are then parts of a document and none of their own; otherwise in the order of the paths given and
     *     within each by name
     */
    public List<SourceFile> find(List<Path> paths, Consumer<SourceProblem> problems) {
        List<SourceFile> files = new Finder(limits, problems, followLinks)
                .withTexts(this::readsText)
                .find(paths);
        Set<Integer> used = files.stream().map(this::route).collect(Collectors.toSet());
        used.add(databaseRoute());
        for (int i = 0; i < routes.size(); i++) {
            // An entry for all the rest may find that there is none.
            if (!used.contains(i) && !mapping.tables().get(i).files().equals(TableRoute.ALL)) {
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

    /** Whether the mapping says of which kind the records of a running text are, and such texts are read. */
    private boolean readsText(SourceFile file) {
        int route = route(file);
        return route >= 0 && routes.get(route).readsText();
    }

    /** The first entry that fits the rows of the database, or -1. */
    private int databaseRoute() {
        for (int i = 0; i < routes.size() && hasDatabase(); i++) {
            if (routes.get(i).fitsDatabase()) {
                return i;
            }
        }
        return -1;
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
        Location place = Location.of(file.name());
        RawForm raw =
                confidential(file) ? RawForm.hidden(file.name()) : new RawForm.WholeFile(file.name(), file.path());
        Admission admission = new Admission(handler);
        try {
            long size = Files.size(file.path());
            boolean whole = file.kind() == SourceFile.Kind.HTML || file.kind() == SourceFile.Kind.TEXT;
            long most = whole ? limits.maxPageBytes() : limits.maxTableBytes();
            if (size == 0) {
                handler.rejected(new SourceProblem("source.file.empty", place, null, null), raw);
            } else if (size > most) {
                handler.rejected(
                        new SourceProblem("source.file.tooLarge", place, Long.toString(size), "≤ " + most), raw);
            } else {
                readWhatItIs(file, admission, raw);
            }
        } catch (UnreadableFileException refused) {
            handler.rejected(new SourceProblem(refused.rule(), place, refused.getMessage(), refused.expected()), raw);
        } catch (IOException unreadable) {
            handler.rejected(
                    new SourceProblem("source.file.unreadable", place, PlainWords.reason(unreadable), null), raw);
        }
        admission.end();
    }

    /**
     * Reads the tables of a file that a page attaches, where they are for certain those of a kind of record other than documents:
     * 附件 of a notice often holds the standards or the catalogue that the page announces. The records are of the attached file; what
     * holds for all of them, such as the day of effect, may come from the text of the page. Any other file stays the attachment
     * that it is, and nothing is told of it.
     *
     * @param file the attached file, as {@link #find} gave it
     * @param page the page that attaches it
     * @param handler takes what is found; nothing when the file is no such table, or cannot be read
     */
    public void readAttached(SourceFile file, SourceFile page, SourceHandler handler) {
        try {
            new AttachedTables(finder, limits, hiddenSheets).read(file, () -> around(page), handler);
        } catch (IOException noTable) {
            // It is an attachment all the same, and was not asked for by itself.
            return;
        }
    }

    private @Nullable NoticeText around(SourceFile page) throws IOException {
        @Nullable TextBytes bytes = page.size() <= limits.maxPageBytes() ? text(page) : null;
        return bytes == null ? null : notice(page, Shown.of(bytes.whole(page.path())));
    }

    /** Whether the mapping says that a file names persons. */
    private boolean confidential(SourceFile file) {
        int route = route(file);
        return route >= 0 && routes.get(route).confidential();
    }

    /** Pages look for their files themselves, since they know more of them. */
    private SourceHandler attaching(SourceFile file, SourceHandler handler) {
        return file.kind() == SourceFile.Kind.HTML || file.kind() == SourceFile.Kind.OFFICE
                ? AttachingHandler.done(handler)
                : AttachingHandler.in(new AttachmentFolder(file, limits, followLinks), handler);
    }

    /** Reads a file by what it holds, whatever its name says. */
    private void readWhatItIs(SourceFile file, Admission admission, RawForm raw) throws IOException {
        @Nullable OfficeReader office = OfficeFiles.readerOf(file);
        if (office != null) {
            readOffice(file, office, admission, raw);
            return;
        }
        @Nullable TextBytes text = text(file);
        if (text != null && !(file.kind() == SourceFile.Kind.OFFICE && OfficeFiles.isNamed(file.path()))) {
            readText(file, text, admission, raw);
        } else if (file.kind() == SourceFile.Kind.WORKBOOK || text == null && isWorkbook(file)) {
            if (file.kind() == SourceFile.Kind.OFFICE) {
                tellOfForm(file, "Excel", admission);
            }
            readWorkbook(file, attaching(file, admission), workbook -> workbook.read(raw));
        } else if (file.kind() == SourceFile.Kind.OFFICE) {
            throw OfficeFiles.unreadable(file.path());
        } else {
            admission.rejected(new SourceProblem("source.file.notText", Location.of(file.name()), null, null), raw);
        }
    }

    /** Reads a file that is laid out for paper as the page that shows the same. */
    private void readOffice(SourceFile file, OfficeReader reader, Admission admission, RawForm raw) throws IOException {
        Location place = Location.of(file.name());
        if (file.kind() != SourceFile.Kind.OFFICE) {
            tellOfForm(file, reader.form(), admission);
        }
        OfficeText text = OfficeFiles.read(reader, file.path(), limits);
        text.remarks().forEach(each -> admission.problem(OfficePage.problem(place, each)));
        if (text.blank()) {
            admission.rejected(
                    new SourceProblem(
                            "source.file.noText",
                            place,
                            Integer.toString(text.pages()),
                            Integer.toString(text.pictures())),
                    raw);
            return;
        }
        if (text.pictures() > 0) {
            admission.problem(
                    new SourceProblem("source.pictures.unread", place, Integer.toString(text.pictures()), null));
        }
        SourceFile named = file.kind() == SourceFile.Kind.OFFICE
                ? file
                : new SourceFile(file.path(), file.name(), file.size(), SourceFile.Kind.OFFICE, file.root());
        OfficePage page = OfficePage.of(file.name(), text);
        if (route(named) < 0 && lists(page)) {
            SourceHandler rows = AttachingHandler.in(new AttachmentFolder(named, limits, followLinks), admission);
            readWorkbook(named, rows, workbook -> workbook.readPages(List.of(page.html()), raw));
            admission.ledger(page.besideTables());
            return;
        }
        readPageOr(named, new Shown(page.html(), page::running), page.placing(attaching(named, admission)), raw);
    }

    /** Whether a file is a list of documents in tables, with a heading at most around it. */
    private boolean lists(OfficePage page) throws IOException {
        Grid.Tables tables = Grid.ofHtml(page.name(), page.html());
        return page.besideTables().size() <= MOST_AROUND_LIST && finder.listsDocuments(tables.grids());
    }

    /** The charset of a file, or null when it is no text. */
    private static @Nullable TextBytes text(SourceFile file) throws IOException {
        try {
            return TextBytes.of(() -> Files.newInputStream(file.path()));
        } catch (TextBytes.NoTextException noText) {
            return null;
        }
    }

    /** Whether a file is a workbook by its first bytes. */
    private static boolean isWorkbook(SourceFile file) throws IOException {
        try (InputStream stream = Files.newInputStream(file.path())) {
            return Workbook.isWorkbook(stream.readNBytes(SIGNATURE));
        }
    }

    private void readWorkbook(SourceFile file, SourceHandler handler, Consumer<Workbook> how) {
        if (file.kind() != SourceFile.Kind.WORKBOOK && file.kind() != SourceFile.Kind.OFFICE) {
            tellOfForm(file, "Excel", handler);
        }
        TableSource tables = tables(file, handler);
        Confidential guarded = Confidential.bySheet(handler);
        Workbook.Sheets lists = new ListSheets(file, aliases, limits, mapper, guarded);
        Workbook.Sheets sheets = tables != null
                ? new GridSheets(tables)
                : documentsOnly
                        ? lists
                        : new ChosenSheets(
                                finder,
                                lists,
                                kind -> new TableSource(file, found(kind), kind.code(), guarded),
                                guarded);
        how.accept(new Workbook(file, limits, hiddenSheets, new FormSheets(sheets, limits, guarded), guarded));
    }

    private static void tellOfForm(SourceFile file, String form, SourceHandler handler) {
        handler.problem(new SourceProblem(
                "source.file.mislabelled", Location.of(file.name()), form, '.' + MediaTypes.ending(file.name())));
    }

    private void readText(SourceFile named, TextBytes bytes, Admission handler, RawForm raw) throws IOException {
        TextForm form = form(named, bytes);
        if (form == null && named.kind() == SourceFile.Kind.OFFICE) {
            throw OfficeFiles.unreadable(named.path());
        }
        if (form == null) {
            readWorkbook(named, attaching(named, handler), workbook -> workbook.read(raw));
            return;
        }
        SourceFile file = new SourceFile(named.path(), named.name(), named.size(), form.kind(), named.root());
        if (file.kind() != named.kind()
                || named.kind() == SourceFile.Kind.WORKBOOK && !BY_CONTENT.contains(MediaTypes.ending(named.name()))) {
            tellOfForm(named, form.shown(), handler);
        }
        // Of tables and JSON each line that is broken is told.
        boolean byLine = bytes.mixed() && (form == TextForm.TABLE || form == TextForm.JSON);
        tellOfCharset(bytes, !byLine, Location.of(file.name()), handler);
        // Of JSON the reader knows which records are canonical, and asks for the others itself.
        SourceHandler taker = form == TextForm.JSON ? handler.unasked() : handler;
        readAs(form, file, bytes, attaching(file, taker), raw);
    }

    /** The form of a text: as it begins, or else as its name says; null for one named a workbook or an office file that is none. */
    private static @Nullable TextForm form(SourceFile file, TextBytes bytes) throws IOException {
        String start = bytes.start(() -> Files.newInputStream(file.path()));
        TextForm told = TextForm.of(start, file.name());
        if (told != null) {
            return told;
        }
        return switch (file.kind()) {
            case HTML -> TextForm.PAGE;
            case JSON -> TextForm.JSON;
            case CSV -> TextForm.TABLE;
            case WORKBOOK -> TextForm.isTable(start) ? TextForm.TABLE : null;
            case TEXT -> TextForm.TEXT;
            case OFFICE -> null;
        };
    }

    private void readAs(TextForm form, SourceFile file, TextBytes bytes, SourceHandler handler, RawForm raw)
            throws IOException {
        switch (form) {
            case PAGE_OF_TABLES -> readSheets(file, handler, List.of(bytes.whole(file.path())), raw);
            case ARCHIVE -> readArchive(file, handler, raw);
            case XML_WORKBOOK -> {
                try (Reader text = text(file, bytes, untold -> {})) {
                    readWorkbook(file, handler, workbook -> workbook.readXml(text, raw));
                }
            }
            default -> readRecords(form, file, bytes, handler, raw);
        }
    }

    private void readSheets(SourceFile file, SourceHandler handler, List<String> pages, RawForm raw) {
        readWorkbook(file, handler, workbook -> workbook.readPages(pages, raw));
    }

    /** A page that an answer of an interface holds. */
    private void readPageInside(SourceFile file, String page, SourceHandler handler) throws IOException {
        readPage(file, page, new Admission(handler), new RawForm.WholeFile(file.name(), file.path()));
    }

    /** An archive of one file holds the page of a document or, by the name of a workbook, tables. */
    private void readArchive(SourceFile file, SourceHandler handler, RawForm raw) throws IOException {
        List<String> pages = PageArchive.pages(Files.readString(file.path(), StandardCharsets.ISO_8859_1));
        String ending = MediaTypes.ending(file.name());
        if (pages.isEmpty()) {
            handler.rejected(new SourceProblem("source.file.notText", Location.of(file.name()), null, null), raw);
        } else if (ending.startsWith("xls")) {
            readSheets(file, handler, pages, raw);
        } else {
            readPage(file, pages.get(0), handler, raw);
        }
    }

    private void readRecords(TextForm form, SourceFile file, TextBytes bytes, SourceHandler handler, RawForm raw)
            throws IOException {
        if (form == TextForm.PAGE) {
            readPageOr(file, Shown.of(bytes.whole(file.path())), handler, raw);
            return;
        }
        TableSource tables = tables(file, handler);
        if (tables != null) {
            readTables(form, file, bytes, tables, routes.get(route(file)), handler);
        } else {
            readFound(form, file, bytes, handler, raw);
        }
    }

    /**
     * What a page shows.
     *
     * @param html the page
     * @param running gives the running text the places of its source
     */
    private record Shown(String html, UnaryOperator<NoticeText> running) {

        static Shown of(String html) {
            return new Shown(html, UnaryOperator.identity());
        }
    }

    /** Reads a page for its tables and its text where the mapping says what they hold, and otherwise for what they are found to be. */
    private void readPageOr(SourceFile file, Shown shown, SourceHandler handler, RawForm raw) throws IOException {
        TableSource tables = tables(file, handler);
        if (tables == null) {
            readFoundPage(file, shown, handler, raw);
            return;
        }
        tables.page(grids(file, shown.html()), shown.html(), notice(file, shown, routes.get(route(file))));
        tables.end();
        if (mapping.tables().get(route(file)).documents()) {
            readPage(file, shown.html(), handler, raw);
        }
    }

    /** A table in text form, or JSON, of which nobody has said what it holds. */
    private void readFound(TextForm form, SourceFile file, TextBytes bytes, SourceHandler handler, RawForm raw)
            throws IOException {
        KindChoice found = choice(form, file, bytes);
        KindChoice choice = documentsOnly ? found.ofDocuments() : found;
        SourceHandler guarded = guarded(choice, handler);
        TableKind kind = choice.kind();
        if (kind != null) {
            readKind(kind, file, guarded, tables -> readTables(form, file, bytes, tables, found(kind), guarded));
        } else if (!choice.near().isEmpty()) {
            handler.rejected(KindFinder.unclear(Location.of(file.name()), choice), kept(choice, raw));
        } else if (form == TextForm.JSON) {
            readJson(json, file, bytes, handler, choice.persons());
        } else {
            new CsvTable(file, aliases, limits, mapper).read(text(file, bytes, handler::problem), guarded);
        }
    }

    /** A handler that takes no copy of a source whose values are those of a list of persons. */
    private static SourceHandler guarded(KindChoice choice, SourceHandler handler) {
        return choice.persons() ? new Confidential(handler) : handler;
    }

    private interface TableReading {
        void of(TableSource tables) throws IOException;
    }

    private static void readKind(TableKind kind, SourceFile file, SourceHandler handler, TableReading reading)
            throws IOException {
        handler.problem(KindFinder.found(Location.of(file.name()), kind));
        reading.of(new TableSource(file, found(kind), kind.code(), handler));
    }

    /** What is kept of a source that may name persons: nothing. */
    private static RawForm kept(KindChoice choice, RawForm raw) {
        boolean hidden = choice.persons()
                || choice.near().stream().anyMatch(each -> each.reader().confidential());
        return hidden ? RawForm.hidden(raw.name()) : raw;
    }

    private KindChoice choice(TextForm form, SourceFile file, TextBytes bytes) throws IOException {
        if (form != TextForm.JSON) {
            try (BufferedReader text = text(file, bytes, untold -> {})) {
                return finder.text(file.name(), text);
            }
        }
        FirstRows first = new FirstRows(finder, Location.of(file.name()));
        try {
            json.into(new JsonRows(finder::knows, false, first))
                    .read(file, () -> text(file, bytes, untold -> {}), FirstRows.UNHEARD);
        } catch (FirstRows.Enough enough) {
            return first.choice();
        }
        return first.choice();
    }

    /** A page of which nobody has said that its tables are more than a part of its text. */
    private void readFoundPage(SourceFile file, Shown shown, SourceHandler handler, RawForm raw) throws IOException {
        String text = shown.html();
        @Nullable Mapped mapped = mapped(file, text);
        boolean document = mapped != null && Admission.isDocument(mapped);
        boolean tables = document ? Admission.holdsTable(mapped) : text.contains("<table") || text.contains("<TABLE");
        if (documentsOnly || !tables) {
            hand(mapped, file, text, handler, raw);
            if (!documentsOnly && mapped != null && document) {
                tellOfNotice(file, shown, mapped, handler);
            }
            return;
        }
        Grid.Tables grids = grids(file, text);
        KindChoice choice = finder.page(file.name(), grids, text);
        SourceHandler guarded = guarded(choice, handler);
        TableKind kind = choice.kind();
        // As the text of a document a register would show its applicants.
        boolean table = kind != null
                && (kind.reader().confidential()
                        || mapped == null
                        || !document
                        || Admission.isTable(mapped, length(grids))
                        || kind.reader().whole(KindFinder.titles(file.name(), text), grids.grids()));
        if (kind != null && table) {
            readKind(kind, file, guarded, source -> {
                source.page(grids, text, notice(file, shown, found(kind)));
                source.end();
            });
            return;
        }
        if (kind != null) {
            handler.problem(new SourceProblem("source.kind.beside", Location.of(file.name()), kind.code(), null));
        }
        if (kind == null && listsDocuments(mapped, grids, text)) {
            readList(file, shown, guarded, raw);
        } else if (!document && !choice.near().isEmpty()) {
            handler.rejected(KindFinder.unclear(Location.of(file.name()), choice), kept(choice, raw));
        } else {
            hand(mapped, file, text, guarded, raw);
        }
    }

    /** A page whose text is a notice that gives records of a kind: that it was read as a document alone is told. */
    private void tellOfNotice(SourceFile file, Shown shown, Mapped mapped, SourceHandler handler) throws IOException {
        String title = mapped.record().designation();
        String code = title == null ? null : NoticeTitles.standard().kind(title);
        TableKind kind = code == null ? null : TableKind.of(code);
        NoticeText text = kind == null ? null : notice(file, shown);
        if (kind != null && text != null && !found(kind).read(text).records().isEmpty()) {
            handler.problem(new SourceProblem("source.kind.notice", Location.of(file.name()), kind.code(), null));
        }
    }

    /** Whether a page is a list of documents in a table, without links to their pages, and has no text of its own. */
    private boolean listsDocuments(@Nullable Mapped mapped, Grid.Tables tables, String page) {
        Predicate<String> cell = text -> tables.grids().stream()
                .flatMap(each -> each.rows().stream().flatMap(List::stream))
                .anyMatch(each -> each.text.equals(text));
        return finder.listsSeveral(tables.grids())
                && (mapped == null || Admission.isList(mapped, length(tables), cell))
                && !ListPage.leadToPages(page);
    }

    /** Reads a page as the list of documents that it shows. */
    private void readList(SourceFile file, Shown shown, SourceHandler handler, RawForm raw) {
        Workbook.Sheets lists = new ListSheets(file, aliases, limits, mapper, handler);
        new Workbook(file, limits, hiddenSheets, lists, handler).readPages(List.of(shown.html()), raw);
        handler.ledger(ListPage.besideTables(Location.of(file.name()), shown.html()));
    }

    /** How long the text in tables is without blanks, each cell once. */
    private static int length(Grid.Tables tables) {
        return tables.grids().stream()
                .flatMap(each -> each.rows().stream().flatMap(List::stream).distinct())
                .mapToInt(each -> LegacyText.withoutBlanks(each.text).length())
                .sum();
    }

    /** The text is gone through more than once, and what is told of it is told once. */
    private static void readJson(
            JsonSource reader, SourceFile file, TextBytes bytes, SourceHandler handler, boolean confidential)
            throws IOException {
        Set<SourceProblem> told = new HashSet<>();
        Consumer<SourceProblem> once = each -> {
            if (told.add(each)) {
                handler.problem(each);
            }
        };
        JsonSource.Text text = new JsonSource.Text() {
            @Override
            public BufferedReader open() throws IOException {
                return text(file, bytes, once);
            }

            @Override
            public @Nullable InputStream utf8() throws IOException {
                return bytes.utf8() ? Files.newInputStream(file.path()) : null;
            }
        };
        reader.read(file, text, confidential ? new Confidential(handler) : handler);
    }

    private @Nullable TableSource tables(SourceFile file, SourceHandler handler) {
        int route = route(file);
        return route < 0
                ? null
                : new TableSource(file, routes.get(route), kind(route).code(), handler);
    }

    private void readTables(
            TextForm form,
            SourceFile file,
            TextBytes bytes,
            TableSource tables,
            TableRoute<?, ?> route,
            SourceHandler handler)
            throws IOException {
        if (form == TextForm.JSON) {
            JsonSource rows = json.into(new JsonRows(route::knows, route.confidential(), tables));
            readJson(rows, file, bytes, handler, route.confidential());
        } else if (running(file, route)) {
            tables.takeTextFile(bytes.whole(file.path()));
        } else {
            try (BufferedReader text = text(file, bytes, handler::problem)) {
                tables.takeText(text);
            }
        }
        tables.end();
    }

    /** Whether a file is the running text of a notice. */
    private boolean running(SourceFile file, TableRoute<?, ?> route) {
        return file.kind() == SourceFile.Kind.TEXT
                || route.readsText()
                        && MediaTypes.ending(file.name()).equals("txt")
                        && file.size() <= limits.maxPageBytes();
    }

    /** The text of a page, where its kind is read from text as well; otherwise null. */
    private @Nullable NoticeText notice(SourceFile file, Shown shown, TableRoute<?, ?> route) throws IOException {
        return route.readsText() ? notice(file, shown) : null;
    }

    private @Nullable NoticeText notice(SourceFile file, Shown shown) throws IOException {
        try {
            NoticeText body = new Page(file, Xhtml.asHtml(shown.html()), aliases, limits, followLinks).notice();
            return body == null ? null : shown.running().apply(body);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw untakeable(unforeseen);
        }
    }

    private static Grid.Tables grids(SourceFile file, String html) throws IOException {
        try {
            return Grid.ofHtml(file.name(), html);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw untakeable(unforeseen);
        }
    }

    /** A page that this library fails on must not stop the pages after it, and is kept like any unreadable one. */
    private static IOException untakeable(Throwable unforeseen) {
        return new IOException("the page could not be taken apart: " + unforeseen, unforeseen);
    }

    private void readPage(SourceFile file, String text, SourceHandler handler, RawForm raw) throws IOException {
        hand(mapped(file, text), file, text, handler, raw);
    }

    private @Nullable Mapped mapped(SourceFile file, String text) throws IOException {
        try {
            SourceRecord record = new Page(file, Xhtml.asHtml(text), aliases, limits, followLinks).read();
            return record == null ? null : mapper.map(record);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            throw untakeable(unforeseen);
        }
    }

    private static void hand(
            @Nullable Mapped mapped, SourceFile file, String text, SourceHandler handler, RawForm raw) {
        if (mapped == null) {
            handler.rejected(Admission.ofPage(Location.of(file.name()), text), raw);
        } else {
            handler.record(mapped);
            int pictures = Page.picturesInPlaceOfText(mapped.record());
            if (pictures > 0) {
                handler.problem(new SourceProblem(
                        "source.pictures.unread", Location.of(file.name()), Integer.toString(pictures), null));
            }
        }
    }

    private static BufferedReader text(SourceFile file, TextBytes bytes, Consumer<SourceProblem> problems)
            throws IOException {
        if (bytes.mixed()) {
            Location place = Location.of(file.name());
            return new BufferedReader(
                    bytes.reader(
                            () -> Files.newInputStream(file.path()),
                            (line, charset) -> problems.accept(
                                    charset == null
                                            ? new SourceProblem(
                                                    "source.charset.undecodable",
                                                    place.atRow(line),
                                                    bytes.charset().name(),
                                                    null)
                                            : new SourceProblem(
                                                    "source.charset.mixed", place.atRow(line), charset.name(), null))),
                    BUFFER);
        }
        // Read by the channel, since a stream is asked after every 8 KB how much more there is.
        CharsetDecoder decoder = bytes.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        FileChannel channel = FileChannel.open(file.path()).position(bytes.mark());
        return new BufferedReader(Channels.newReader(channel, decoder, BUFFER), BUFFER);
    }

    private static void tellOfCharset(TextBytes bytes, boolean whole, Location place, SourceHandler handler) {
        @Nullable Charset declared = bytes.declared();
        if (bytes.mislabelled() && declared != null) {
            handler.problem(new SourceProblem(
                    "source.charset.mislabelled",
                    place,
                    declared.name(),
                    bytes.charset().name()));
        }
        if (bytes.broken() && whole) {
            handler.problem(new SourceProblem(
                    "source.charset.undecodable", place, bytes.charset().name(), null));
        }
    }
}
