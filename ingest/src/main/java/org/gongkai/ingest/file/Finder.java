package org.gongkai.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Walks folders for the files that can be read. */
public final class Finder {

    private static final Set<String> PAGES = Set.of("html", "htm", "shtml", "xhtml", "shtm");
    private static final Set<String> TABLES = Set.of("csv", "tsv");
    private static final Set<String> JSON = Set.of("json", "ndjson", "jsonl");
    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xlsm", "xls");
    private static final Set<String> OFFICE = Set.of("docx", "docm", "doc", "wps", "pdf", "ofd");

    /** Names that say nothing of what a file holds. */
    private static final Set<String> BY_CONTENT = Set.of("txt", "xml", "mht", "mhtml");

    private static final String TEXT = "txt";

    /** How files with the attributes of another file begin (AppleDouble, RFC 1740), and what they are called. */
    private static final byte[] APPLE_DOUBLE_MAGIC = {0, 5, 0x16, 7};

    private static final String APPLE_DOUBLE = "AppleDouble";

    /** What saved pages bring along: none of it can be a document. */
    private static final Set<String> BESIDE_PAGES = Set.of(
            "css", "js", "map", "gif", "png", "jpg", "jpeg", "svg", "ico", "bmp", "webp", "woff", "woff2", "ttf", "eot",
            "swf");

    private final Limits limits;
    private final Consumer<SourceProblem> problems;
    private final boolean followLinks;
    private final Folders folders;
    /** A link to a folder, and how deep it stands. */
    private record Link(Path folder, int depth) {}

    private final Deque<Link> links = new ArrayDeque<>();

    /** The folders of one root gone into, by their real paths. */
    private final Set<Path> visited = new HashSet<>();

    private final List<SourceFile> files = new ArrayList<>();
    private Predicate<SourceFile> wanted = file -> false;

    public Finder(Limits limits, Consumer<SourceProblem> problems, boolean followLinks) {
        this(limits, problems, followLinks, Files::newDirectoryStream);
    }

    /** This finder, taking running text as well where it is asked for; otherwise it is an attachment at most. */
    public Finder withTexts(Predicate<SourceFile> which) {
        wanted = which;
        return this;
    }

    public Finder(Limits limits, Consumer<SourceProblem> problems, boolean followLinks, Folders folders) {
        this.limits = limits;
        this.problems = problems;
        this.followLinks = followLinks;
        this.folders = folders;
    }

    /** Opens a folder; a test can refuse to, whatever its user may read. */
    public interface Folders {

        DirectoryStream<Path> open(Path folder) throws IOException;
    }

    public List<SourceFile> find(List<Path> paths) {
        Set<String> prefixes = new HashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                String prefix = paths.size() == 1 ? "" : unique(path.normalize().toAbsolutePath(), prefixes) + '/';
                visited.clear();
                first(path);
                walk(path, path, prefix, 0);
                for (Link link = links.poll(); link != null; link = links.poll()) {
                    follow(link, path, prefix);
                }
            } else {
                Path folder = path.toAbsolutePath().getParent();
                take(path.toAbsolutePath(), folder == null ? path.toAbsolutePath() : folder, name(path), true);
            }
        }
        PageOrder.sort(files, limits.maxPageBytes());
        return List.copyOf(files);
    }

    /** The folder's name; the second of the same name is told apart. */
    private static String unique(Path folder, Set<String> taken) {
        String name = name(folder);
        String each = name;
        for (int i = 2; !taken.add(each); i++) {
            each = name + '~' + i;
        }
        return each;
    }

    private void walk(Path folder, Path root, String prefix, int depth) {
        if (depth > limits.maxFolderDepth()) {
            report(
                    "source.limit.reached",
                    label(folder, root, prefix),
                    label(folder, root, prefix),
                    "≤ " + limits.maxFolderDepth());
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = folders.open(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            report("source.folder.unreadable", label(folder, root, prefix), PlainWords.reason(unreadable), null);
            return;
        }
        // By name and not by the system's order, so that every machine reads in the same order.
        entries.sort((one, other) -> name(one).compareTo(name(other)));
        for (Path entry : entries) {
            String label = label(entry, root, prefix);
            if (Files.isSymbolicLink(entry) && (!followLinks || circular(entry))) {
                report("source.link.skipped", label, label, null);
            } else if (Files.isDirectory(entry)) {
                if (Files.isSymbolicLink(entry)) {
                    links.add(new Link(entry, depth + 1));
                } else if (first(entry)) {
                    walk(entry, root, prefix, depth + 1);
                }
            } else {
                take(entry, root, label, false);
            }
        }
    }

    /** Goes into a linked folder, once all folders are seen that no link leads to, unless it was seen already. */
    private void follow(Link link, Path root, String prefix) {
        if (first(link.folder())) {
            walk(link.folder(), root, prefix, link.depth());
        } else {
            String label = label(link.folder(), root, prefix);
            report("source.link.skipped", label, label, null);
        }
    }

    /** Whether a folder is visited for the first time: where links are followed, many paths lead to one folder. */
    private boolean first(Path folder) {
        if (!followLinks) {
            return true;
        }
        try {
            return visited.add(folder.toRealPath());
        } catch (IOException gone) {
            // Opening it says why.
            return true;
        }
    }

    /** Whether a link leads to a folder that it stands in, or nowhere. */
    private static boolean circular(Path link) {
        try {
            return link.toAbsolutePath().getParent().toRealPath().startsWith(link.toRealPath());
        } catch (IOException leadsNowhere) {
            return true;
        }
    }

    private void take(Path path, Path root, String label, boolean asked) {
        String ending = MediaTypes.ending(name(path));
        if (!asked && ofMac(path)) {
            report("source.file.unsupported", label, APPLE_DOUBLE, null);
            return;
        }
        SourceFile.Kind kind = BY_CONTENT.contains(ending) ? kindOfContent(path) : kind(ending);
        if (kind == null && ending.equals(TEXT) && Files.isRegularFile(path)) {
            // How large it is counts only when it is read.
            kind = wanted.test(new SourceFile(path, label, 0, SourceFile.Kind.TEXT, root))
                    ? SourceFile.Kind.TEXT
                    : null;
        }
        if (kind == null) {
            if (asked || !BESIDE_PAGES.contains(ending) && !name(path).startsWith(".")) {
                report(Files.exists(path) ? "source.file.unsupported" : "source.file.unreadable", label, ending, null);
            }
            return;
        }
        if (!Files.isRegularFile(path)) {
            report("source.file.unreadable", label, "not a regular file", null);
            return;
        }
        try {
            files.add(new SourceFile(path, label, Files.size(path), kind, root));
        } catch (IOException unreadable) {
            report("source.file.unreadable", label, PlainWords.reason(unreadable), null);
        }
    }

    /** Whether a file is what macOS lays beside one of another system: ._a.html has a.html's attributes and nothing that is in it. */
    private static boolean ofMac(Path path) {
        if (!name(path).startsWith("._")) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(path)) {
            return Arrays.equals(bytes.readNBytes(APPLE_DOUBLE_MAGIC.length), APPLE_DOUBLE_MAGIC);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** What a file holds, as far as it begins like something that can be read; running text is an attachment at most. */
    private static SourceFile.@Nullable Kind kindOfContent(Path path) {
        try {
            String start = TextBytes.of(() -> Files.newInputStream(path)).start(() -> Files.newInputStream(path));
            TextForm form = TextForm.of(start, name(path));
            if (form != null) {
                return form.kind();
            }
            boolean markup = start.stripLeading().startsWith("<");
            return !markup && TextForm.isTable(start) ? SourceFile.Kind.CSV : null;
        } catch (IOException | TextBytes.NoTextException unreadable) {
            return null;
        }
    }

    private static SourceFile.@Nullable Kind kind(String ending) {
        if (PAGES.contains(ending)) {
            return SourceFile.Kind.HTML;
        }
        if (JSON.contains(ending)) {
            return SourceFile.Kind.JSON;
        }
        if (OFFICE.contains(ending)) {
            return SourceFile.Kind.OFFICE;
        }
        return TABLES.contains(ending)
                ? SourceFile.Kind.CSV
                : WORKBOOKS.contains(ending) ? SourceFile.Kind.WORKBOOK : null;
    }

    private void report(String rule, String name, @Nullable String value, @Nullable String expected) {
        problems.accept(new SourceProblem(rule, Location.of(name), value, expected));
    }

    private static String label(Path path, Path root, String prefix) {
        String relative = root.relativize(path).toString().replace('\\', '/');
        return relative.isEmpty() ? prefix.isEmpty() ? "." : prefix : prefix + relative;
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
