package org.gongkai.ingest.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * An inventory in a file, a list of the documents that should be there: an issuing register, a site map, a list of ids, an
 * earlier package, or a folder of pages and tables.
 *
 * <pre>{@code
 * Inventory register = InventoryReader.of(Path.of("发文登记簿.xlsx"));
 * }</pre>
 *
 * <p>Immutable and safe to share between threads; each reading gives the same entries in the same order.
 */
public final class InventoryReader implements Inventory {

    private static final Set<String> TABLES = Set.of("csv", "tsv", "xlsx", "xlsm", "xls", "json", "ndjson", "jsonl");

    private static final String PACKAGE_MARK = "bagit.txt";

    private final Path path;
    private final Kind kind;
    private final LegacyReader reader;
    private final Limits limits;

    private InventoryReader(Path path, Kind kind, LegacyReader reader, Limits limits) {
        this.path = path;
        this.kind = kind;
        this.reader = reader;
        this.limits = limits;
    }

    /** The kinds of inventories. */
    public enum Kind {
        /** An issuing register (发文登记簿) or another table of documents: a workbook, CSV or JSON with known headers. */
        REGISTER,
        /** A site map in the XML of sitemaps.org, gzip allowed. It gives addresses alone. */
        SITE_MAP,
        /** One id a line: ids of the old system, index numbers, document numbers or addresses. */
        IDS,
        /** A package that this library wrote earlier. */
        PACKAGE,
        /** Any other folder: its pages and tables are read as sources are. */
        FILES
    }

    /**
     * The inventory in a file. What it is shows: a folder with {@code bagit.txt} is a package, any other one of pages and tables; XML a site map; a table with known headers a
     * register; any other text a list of ids.
     *
     * @param path the file; for a package or files their folder
     * @return the inventory
     * @throws InventoryException when it is of no known kind
     * @throws IOException when it is not there or cannot be looked at
     */
    public static InventoryReader of(Path path) throws IOException {
        return of(path, null, Mapping.none());
    }

    /**
     * The inventory in a file, with what is known of it.
     *
     * @param path the file; for a package its folder
     * @param kind what it is, or null to find out
     * @param mapping what the headers of a register mean beside those that are known
     * @return the inventory
     * @throws InventoryException when it is of no known kind
     * @throws IOException when it is not there or cannot be looked at
     */
    public static InventoryReader of(Path path, @Nullable Kind kind, Mapping mapping) throws IOException {
        return of(path, kind, mapping, Limits.standard());
    }

    static InventoryReader of(Path path, @Nullable Kind kind, Mapping mapping, Limits limits) throws IOException {
        if (!Files.exists(Objects.requireNonNull(path, "path"))) {
            throw new NoSuchFileException(path.toString());
        }
        LegacyReader reader = LegacyReader.standard()
                .withAliases(labels())
                .withMapping(mapping)
                .withLimits(limits);
        return new InventoryReader(path, kind == null ? kind(path, reader) : kind, reader, limits);
    }

    private static LabelAliases labels() {
        return Csv.shipped(
                        InventoryReader.class.getResourceAsStream("register-labels.csv"),
                        "register-labels.csv",
                        LabelAliases::read)
                .plus(LabelAliases.standard());
    }

    private static Kind kind(Path path, LegacyReader reader) throws IOException {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve(PACKAGE_MARK), LinkOption.NOFOLLOW_LINKS)
                    ? Kind.PACKAGE
                    : Kind.FILES;
        }
        String ending = ending(path);
        if (ending.equals("xml") || ending.equals("gz")) {
            return Kind.SITE_MAP;
        }
        if (ending.equals("txt") || ending.isEmpty()) {
            return Kind.IDS;
        }
        if (!TABLES.contains(ending)) {
            throw new InventoryException(new SourceProblem("source.file.unsupported", place(path), ending, null));
        }
        if (!ending.equals("csv") && !ending.equals("tsv")) {
            return Kind.REGISTER;
        }
        return HeaderProbe.hasHeader(table(path, path, SourceFile.Kind.CSV), reader) ? Kind.REGISTER : Kind.IDS;
    }

    /**
     * The inventory's name in places: that of its file or folder.
     *
     * @return the name
     */
    @Override
    public String name() {
        return name(path);
    }

    /**
     * What the inventory is.
     *
     * @return the kind, as given or found out
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Hands over all entries.
     *
     * @param entries takes one after the other
     * @throws InventoryException when it cannot be read as a whole; nobody could say then what is missing
     * @throws IOException when the system fails
     */
    @Override
    public void read(Consumer<InventoryEntry> entries) throws IOException {
        read(entries, problem -> {});
    }

    /**
     * Hands over all entries, and what is wrong with single ones. Of a row that names no document there is an entry too,
     * with nothing in it.
     *
     * @param entries takes one after the other
     * @param problems takes what is wrong with an entry; reading goes on
     * @throws InventoryException when it cannot be read as a whole; nobody could say then what is missing
     * @throws IOException when the system fails
     */
    @Override
    public void read(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
        switch (kind) {
            case REGISTER -> readTable(table(path, path, tableKind(path)), entries, problems);
            case SITE_MAP -> new SiteMap(path, place(path), limits).read(entries, problems);
            case IDS -> new IdList(path, place(path), limits).read(entries, problems);
            case PACKAGE -> readPackage(entries, problems);
            case FILES -> readFiles(entries, problems);
        }
    }

    private void readPackage(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
        Path records = path.resolve("data").resolve("records.ndjson");
        if (!Files.isRegularFile(path.resolve(PACKAGE_MARK), LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(records, LinkOption.NOFOLLOW_LINKS)) {
            throw new InventoryException(
                    new SourceProblem("source.file.unreadable", place(path), "data/records.ndjson", null));
        }
        readTable(table(path, records, SourceFile.Kind.JSON), entries, problems);
    }

    private void readFiles(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
        RegisterRows rows = new RegisterRows(entries, problems);
        List<SourceFile> found = reader.find(List.of(path), rows::problem);
        if (found.isEmpty()) {
            throw new InventoryException(new SourceProblem("source.folder.unreadable", place(path), null, null));
        }
        for (SourceFile each : found) {
            String named = name(path) + '/' + each.name();
            reader.read(new SourceFile(each.path(), named, each.size(), each.kind(), each.root()), rows);
        }
        refuse(rows.fatal());
    }

    private static void refuse(@Nullable SourceProblem fatal) throws InventoryException {
        if (fatal != null) {
            throw new InventoryException(fatal);
        }
    }

    private static SourceFile.Kind tableKind(Path path) {
        String ending = ending(path);
        return ending.startsWith("xls")
                ? SourceFile.Kind.WORKBOOK
                : ending.contains("json") ? SourceFile.Kind.JSON : SourceFile.Kind.CSV;
    }

    private void readTable(SourceFile file, Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems)
            throws IOException {
        RegisterRows rows = new RegisterRows(entries, problems);
        reader.read(file, rows);
        refuse(rows.fatal());
    }

    private static SourceFile table(Path path, Path file, SourceFile.Kind kind) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        String name = path.equals(file)
                ? name(file)
                : name(path) + '/' + path.relativize(file).toString().replace('\\', '/');
        return new SourceFile(file, name, Files.size(file), kind, folder == null ? file.toAbsolutePath() : folder);
    }

    private static Location place(Path path) {
        return Location.of(name(path));
    }

    private static String ending(Path path) {
        return MediaTypes.ending(name(path));
    }

    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
