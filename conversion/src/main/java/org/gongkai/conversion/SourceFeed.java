package org.gongkai.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.LibraryPackage;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** Files and folders, and the database that the mapping names: read, or taken from the journal of an earlier run. */
final class SourceFeed implements Feed {

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);
    private static final String UNSUPPORTED = "source.file.unsupported";
    /** Rejections that tell of no fault. */
    private static final Set<String> REMARKS = Set.of("source.row.noDocument", "source.json.empty");

    private final List<Path> sources;
    private final Settings settings;
    private final LegacyReader reader;
    private final RunJournal.@Nullable Opening journalling;
    private final List<SourceProblem> problems = new ArrayList<>();
    private final SourceAccount account = new SourceAccount();
    private List<SourceFile> files = List.of();
    private List<RunJournal.Stamp> stamps = List.of();
    private @Nullable RunJournal journal;

    SourceFeed(List<Path> sources, Settings settings, RunJournal.@Nullable Opening journalling) {
        this.sources = sources;
        this.settings = settings;
        this.journalling = journalling;
        this.reader = settings.reader();
    }

    @Override
    public void open() throws IOException {
        files = reader.find(sources, problems::add);
        files.forEach(each -> account.found(each.name(), each.path()));
        problems.forEach(account::unopened);
        stamps = files.stream()
                .map(each -> RunJournal.Stamp.of(each.name(), each.path()))
                .toList();
        if (journalling != null) {
            journal = journalling.open(stamps);
        }
    }

    /** Files of kinds that are not read count as well: a link may lead to them. */
    @Override
    public @Nullable Predicate<String> links() {
        if (!settings.checksLinks()) {
            return null;
        }
        Set<String> names = files.stream().map(SourceFile::name).collect(Collectors.toCollection(HashSet::new));
        problems.stream()
                .filter(each -> each.rule().equals(UNSUPPORTED))
                .forEach(each -> names.add(each.location().source()));
        return names::contains;
    }

    @Override
    public int read(SourceHandler handler) throws IOException {
        Watching watched = new Watching(handler);
        Map<String, SourceFile> pages = files.stream()
                .filter(each -> each.kind() == SourceFile.Kind.HTML)
                .collect(Collectors.toMap(SourceFile::name, each -> each, (one, other) -> one));
        int count = 0;
        int all = files.size() + (reader.hasDatabase() ? 1 : 0);
        long allBytes = files.stream().mapToLong(SourceFile::size).sum();
        long bytes = 0;
        settings.progress().accept(new Progress(0, all, 0, allBytes));
        for (int i = 0; i < files.size(); i++) {
            SourceFile file = files.get(i);
            watched.file = file.path();
            // Pages come first; a table that one of them attaches is a part of that document and no list.
            if (reader.holdsTables(file) || !account.isAttached(file.path()) || named(file)) {
                count++;
                account.opened(file.path());
                read(i, file, handing -> reader.read(file, handing), watched);
            } else {
                SourceFile page = account.announcer(file.path(), pages);
                if (page != null) {
                    read(i, file, handing -> reader.readAttached(file, page, handing), watched);
                    count += account.cameToRecords(file.path()) ? 1 : 0;
                }
            }
            settings.refuseCancelled();
            bytes += file.size();
            settings.progress().accept(new Progress(i + 1, all, bytes, allBytes));
        }
        if (reader.hasDatabase()) {
            count++;
            watched.file = null;
            readDatabase(files.size(), watched);
            settings.progress().accept(new Progress(all, all, bytes, allBytes));
        }
        return count;
    }

    /** Whether a file was asked for by itself and not with its folder: then it is read, whoever attaches it. */
    private boolean named(SourceFile file) {
        return sources.stream().anyMatch(each -> place(each).equals(place(file.path())));
    }

    private static Path place(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private void read(int number, SourceFile file, Consumer<SourceHandler> reading, SourceHandler handler)
            throws IOException {
        // Reading the journal of a JSON file would take as long as reading the file.
        boolean kept = file.kind() != SourceFile.Kind.JSON;
        if (journal != null && number < journal.finished() && kept) {
            journal.replay(number, handler);
            return;
        }
        reading.accept(journal != null && kept ? journal.keeping(handler) : handler);
        check(stamps.get(number), file);
        if (journal != null && number >= journal.finished()) {
            journal.finish(number, kept);
        }
    }

    private void readDatabase(int number, SourceHandler handler) throws IOException {
        if (journal == null) {
            reader.readDatabase(settings.environment(), handler);
        } else if (number < journal.finished()) {
            journal.replay(number, handler);
        } else {
            reader.readDatabase(settings.environment(), journal.keeping(handler));
            journal.finish(number, true);
            journal.mark(number + 1);
        }
    }

    @Override
    public RawForm raw(Mapped mapped) {
        return mapped.raw();
    }

    /** A file of a kind that is not read is in its place all the same when a page attaches it. */
    @Override
    public List<SourceProblem> problems() {
        List<SourceProblem> all = new ArrayList<>(problems);
        all.removeIf(each -> each.rule().equals(UNSUPPORTED)
                && !account.isUnopened(each.location().source()));
        sources.stream().filter(this::cameToNothing).forEach(each -> all.add(nothing(each)));
        return all;
    }

    /** Whether nothing came of what was named: no record, and nothing that was rejected for a fault either. */
    private boolean cameToNothing(Path named) {
        Path place = place(named);
        return files.stream()
                .map(each -> place(each.path()))
                .noneMatch(each -> each.startsWith(place) && account.cameToSomething(each));
    }

    private static SourceProblem nothing(Path named) {
        Path name = named.getFileName();
        return new SourceProblem(
                "source.argument.nothing", Location.of(name == null ? "." : name.toString()), null, null);
    }

    @Override
    public SourceAccount.Closed account(Set<String> aside) {
        return account.close(aside);
    }

    /** What was read, and what was copied of it later, must be one state of the source: that of the run's beginning. */
    @Override
    public void check() {
        for (int i = 0; i < stamps.size(); i++) {
            check(stamps.get(i), files.get(i));
        }
    }

    private static void check(RunJournal.Stamp before, SourceFile file) {
        if (!before.equals(RunJournal.Stamp.of(file.name(), file.path()))) {
            throw new ConversionException(
                    Files.exists(file.path())
                            ? ConversionException.Problem.SOURCE_CHANGED
                            : ConversionException.Problem.SOURCE_GONE,
                    file.path());
        }
    }

    /** Without the journal: it holds what the first reading found, and that is read anew. */
    @Override
    public Feed again() {
        return new SourceFeed(sources, settings.again(), null);
    }

    @Override
    public void done() throws IOException {
        if (journal != null) {
            journal.delete();
        }
    }

    @Override
    public void close() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }

    /** Notices what came of each file, on the thread that reads: what records attach decides what is read next. */
    private final class Watching implements SourceHandler {

        private final SourceHandler handler;
        /** The file that is being read, or null when it is the database. */
        private @Nullable Path file;

        Watching(SourceHandler handler) {
            this.handler = handler;
        }

        @Override
        public void record(Mapped mapped) {
            settings.refuseCancelled();
            mapped.attachedFiles()
                    .forEach(each -> account.attached(each, mapped.origin().source()));
            if (file != null) {
                boolean document = DOCUMENTS.as(mapped.record()) != null;
                account.gave(file, LibraryPackage.withholds(mapped.record()), document);
            }
            handler.record(mapped);
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            if (file != null && !entries.isEmpty()) {
                account.told(file);
            }
            handler.ledger(entries);
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            settings.refuseCancelled();
            if (file != null) {
                account.rejected(file, REMARKS.contains(problem.rule()));
            }
            handler.rejected(problem, raw);
        }

        @Override
        public void problem(SourceProblem problem) {
            if (file != null) {
                account.told(file);
            }
            handler.problem(problem);
        }
    }
}
