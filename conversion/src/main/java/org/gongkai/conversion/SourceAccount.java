package org.gongkai.conversion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.PackageSource;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.validation.report.FileFates;
import org.jspecify.annotations.Nullable;

/**
 * What became of each file that was found, named or attached. Files are told apart by their places, since two folders may
 * hold files of one name. Kept by the thread that reads, and closed when it has ended.
 */
final class SourceAccount {

    private static final String OPEN = "source.file.unaccounted";
    private static final String ASIDE = "source.attachment.aside";

    /** A file and what is known of it. */
    private static final class Entry {
        private final String name;
        private final List<String> attachers = new ArrayList<>();
        private boolean identities;
        private boolean opened;
        private boolean gave;
        private boolean rejected;
        private boolean fault;
        private boolean told;
        /** Why it was not opened. */
        private @Nullable String why;

        Entry(String name) {
            this.name = name;
        }
    }

    /**
     * The account when everything was read.
     *
     * @param files the lines about files of which something may be said, in their order
     * @param fates the count of all
     * @param problems what is to be told: files without a fate, and those that only a record set aside attaches
     */
    record Closed(List<PackageSource> files, FileFates fates, List<SourceProblem> problems) {}

    private final Map<Path, Entry> files = new LinkedHashMap<>();

    /** What could not be taken as a file to read has a name only. */
    private final Map<String, Entry> unopened = new LinkedHashMap<>();

    /** The names of those from which a record of another kind than documents came. */
    private final Set<String> tables = new HashSet<>();

    /** The names of those from which a record is withheld. */
    private final Set<String> withheld = new HashSet<>();

    /** Begins the account of a file to read; one that is found twice is one. */
    void found(String name, Path path) {
        files.computeIfAbsent(place(path), each -> new Entry(name));
    }

    /** Takes what could not be taken as a file to read. */
    void unopened(SourceProblem problem) {
        String name = problem.location().source();
        unopened.computeIfAbsent(name, Entry::new).why = problem.rule();
    }

    /** Takes a file that a record of another file attaches. */
    void attached(AttachedFile file, String by) {
        Path place = place(file.path());
        if (!files.containsKey(place) && unopened.containsKey(file.name())) {
            files.put(place, unopened.remove(file.name()));
        }
        Entry entry = files.computeIfAbsent(place, each -> new Entry(file.name()));
        entry.attachers.add(by);
        entry.identities |= file.identities();
    }

    void opened(Path path) {
        entry(path).opened = true;
    }

    /**
     * Takes note that a record came of a file, which was opened then.
     *
     * @param withheld whether the record may leave nowhere
     * @param document whether it is a document
     */
    void gave(Path path, boolean withheld, boolean document) {
        Entry entry = entry(path);
        entry.opened = true;
        entry.gave = true;
        if (!document) {
            tables.add(entry.name);
        }
        if (withheld) {
            this.withheld.add(entry.name);
        }
    }

    /** Takes note that of a file that was opened, or of a part of it, no record could be made. */
    void rejected(Path path, boolean remark) {
        Entry entry = entry(path);
        entry.rejected = true;
        entry.fault |= !remark;
    }

    /** Takes note that something else was told of a file that was opened: a problem, or fields of no record. */
    void told(Path path) {
        entry(path).told = true;
    }

    private Entry entry(Path path) {
        Entry entry = files.get(place(path));
        if (entry == null) {
            throw new IllegalStateException("nothing begins the account of " + path);
        }
        return entry;
    }

    /** Whether a record attaches the file. */
    boolean isAttached(Path path) {
        Entry entry = files.get(place(path));
        return entry != null && !entry.attachers.isEmpty();
    }

    /**
     * The page that attaches a file and may announce a table in it: one that is read as a document alone, and none is withheld. A
     * file with identity numbers is no such table.
     *
     * @param pages the pages by their names
     * @return the page, or null
     */
    @Nullable
    SourceFile announcer(Path path, Map<String, SourceFile> pages) {
        Entry entry = entry(path);
        SourceFile first = null;
        for (String by : entry.attachers) {
            if (entry.identities || withheld.contains(by) || tables.contains(by)) {
                return null;
            }
            first = first == null ? pages.get(by) : first;
        }
        return first;
    }

    /** Whether a record came of a file. */
    boolean cameToRecords(Path path) {
        return entry(path).gave;
    }

    /** Whether no file of the name could be opened, and no record attaches it. */
    boolean isUnopened(String name) {
        return unopened.containsKey(name);
    }

    /** Whether a record came of a file that was found, or a fault was told, or a record attaches it. */
    boolean cameToSomething(Path path) {
        Entry entry = entry(path);
        return entry.gave || entry.fault || !entry.attachers.isEmpty();
    }

    /**
     * Closes the account.
     *
     * @param aside the names of files whose record is in the package from another source
     */
    Closed close(Set<String> aside) {
        List<PackageSource> lines = new ArrayList<>();
        List<SourceProblem> problems = new ArrayList<>();
        Map<PackageSource.Fate, Long> counts = new HashMap<>();
        List<Entry> all = new ArrayList<>(files.values());
        all.addAll(unopened.values());
        long kept = 0;
        for (Entry each : all) {
            PackageSource line = line(each, aside);
            if (withheld.contains(each.name) || line != null && line.with() != null && withheld.contains(line.with())) {
                kept++;
            } else if (line == null) {
                problems.add(new SourceProblem(OPEN, Location.of(each.name), null, null));
            } else {
                lines.add(line);
                counts.merge(line.fate(), 1L, Long::sum);
                if (ASIDE.equals(line.why())) {
                    problems.add(new SourceProblem(ASIDE, Location.of(each.name), line.with(), null));
                }
            }
        }
        FileFates fates = new FileFates(
                all.size(),
                counts.getOrDefault(PackageSource.Fate.READ, 0L),
                counts.getOrDefault(PackageSource.Fate.ATTACHED, 0L),
                kept,
                counts.getOrDefault(PackageSource.Fate.REJECTED, 0L),
                counts.getOrDefault(PackageSource.Fate.NOT_READ, 0L));
        return new Closed(List.copyOf(lines), fates, List.copyOf(problems));
    }

    /** What may be said of a file; null when nothing became of it. */
    private @Nullable PackageSource line(Entry file, Set<String> aside) {
        if (file.opened) {
            if (file.rejected && !file.gave) {
                return PackageSource.ofFile(file.name, PackageSource.Fate.REJECTED, null, null);
            }
            return file.gave || file.told ? PackageSource.ofFile(file.name, PackageSource.Fate.READ, null, null) : null;
        }
        if (!file.attachers.isEmpty()) {
            return attached(file, aside);
        }
        return file.why == null ? null : PackageSource.ofFile(file.name, PackageSource.Fate.NOT_READ, null, file.why);
    }

    /** A public record that is in the package counts before one that is withheld, and that before one that is set aside. */
    private PackageSource attached(Entry file, Set<String> aside) {
        for (String by : file.attachers) {
            if (!withheld.contains(by) && !aside.contains(by)) {
                return PackageSource.ofFile(file.name, PackageSource.Fate.ATTACHED, by, null);
            }
        }
        for (String by : file.attachers) {
            if (withheld.contains(by)) {
                return PackageSource.ofFile(file.name, PackageSource.Fate.ATTACHED, by, null);
            }
        }
        String by = file.attachers.get(0);
        return PackageSource.ofFile(file.name, PackageSource.Fate.NOT_READ, by, ASIDE);
    }

    private static Path place(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
