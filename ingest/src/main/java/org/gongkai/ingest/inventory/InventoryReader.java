package org.gongkai.ingest.inventory;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Reading;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.LegacyReader;
import org.gongkai.ingest.file.Lines;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.mapping.Mapping;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads an inventory, a list of the documents that should be there, entry by entry: an issuing register, a site map, a
 * list of ids, or an earlier package.
 *
 * <pre>{@code
 * InventoryReader.of(Path.of("发文登记簿.xlsx"), null).read(handler);
 * }</pre>
 *
 * <p>Immutable and safe to share between threads; each reading gives the same entries in the same order.
 */
public final class InventoryReader {

    private static final Set<String> SECRECY = Set.of("密级", "秘密等级", "保密级别", "涉密等级", "密级和保密期限", "定密", "secrecy");
    private static final Set<String> TABLES = Set.of("csv", "tsv", "xlsx", "xlsm", "xls", "json", "ndjson", "jsonl");
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_LINE = 4_000;

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
        PACKAGE
    }

    /** Takes what an inventory says. */
    public interface Handler {

        /**
         * Takes an entry.
         *
         * @param document as much of the document as the inventory gives; nothing at all where a row names none
         * @param secrecy the level of secrecy (密级) as it stands, or null
         * @param place where the entry stands
         */
        void entry(OfficialDocument document, @Nullable String secrecy, Location place);

        /**
         * Takes something wrong with the inventory; reading went on.
         *
         * @param problem the problem
         */
        void problem(SourceProblem problem);
    }

    /**
     * A reader of one inventory.
     *
     * @param path the file; for a package its folder
     * @param kind what it is, or null to find out: a folder is a package; XML a site map; a table with known headers a
     *     register; any other text a list of ids
     * @return the reader
     * @throws InventoryException when it is of no known kind
     * @throws IOException when it cannot be looked at
     */
    public static InventoryReader of(Path path, @Nullable Kind kind) throws IOException {
        return of(path, kind, Mapping.none());
    }

    /**
     * A reader of one inventory, whose headers a mapping explains.
     *
     * @param path the file; for a package its folder
     * @param kind what it is, or null to find out
     * @param mapping what the headers of a register mean beside those that are known
     * @return the reader
     * @throws InventoryException when it is of no known kind
     * @throws IOException when it cannot be looked at
     */
    public static InventoryReader of(Path path, @Nullable Kind kind, Mapping mapping) throws IOException {
        return of(path, kind, mapping, Limits.standard());
    }

    static InventoryReader of(Path path, @Nullable Kind kind, Mapping mapping, Limits limits) throws IOException {
        Objects.requireNonNull(path, "path");
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

    /** Ends a look at a register as soon as it is clear whether it has a header. */
    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final boolean header;

        Enough(boolean header) {
            super(null, null, false, false);
            this.header = header;
        }
    }

    private static Kind kind(Path path, LegacyReader reader) throws IOException {
        if (Files.isDirectory(path)) {
            return Kind.PACKAGE;
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
        try {
            reader.read(table(path, path, SourceFile.Kind.CSV), new SourceHandler() {
                @Override
                public void record(Mapped mapped) {
                    throw new Enough(true);
                }

                @Override
                public void ledger(List<LedgerEntry> entries) {
                    // What becomes of single fields is no sign of a header.
                }

                @Override
                public void rejected(SourceProblem problem, RawForm raw) {
                    throw new Enough(!problem.rule().equals("source.csv.noHeader"));
                }

                @Override
                public void problem(SourceProblem problem) {
                    // What is wrong with the file is told when it is read.
                }
            });
            return Kind.REGISTER;
        } catch (Enough seen) {
            return seen.header ? Kind.REGISTER : Kind.IDS;
        }
    }

    /**
     * The inventory's name in places: that of its file or folder.
     *
     * @return the name
     */
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
     * Reads the inventory.
     *
     * @param handler takes the entries
     * @throws InventoryException when it cannot be read as a whole; nobody could say then what is missing
     * @throws IOException when the system fails
     */
    public void read(Handler handler) throws IOException {
        switch (kind) {
            case REGISTER -> readTable(table(path, path, tableKind(path)), handler);
            case SITE_MAP -> readSiteMap(handler);
            case IDS -> readIds(handler);
            case PACKAGE -> {
                Path records = path.resolve("data").resolve("records.ndjson");
                if (!Files.isRegularFile(path.resolve("bagit.txt"), LinkOption.NOFOLLOW_LINKS)
                        || !Files.isRegularFile(records, LinkOption.NOFOLLOW_LINKS)) {
                    throw new InventoryException(
                            new SourceProblem("source.file.unreadable", place(path), "data/records.ndjson", null));
                }
                readTable(table(path, records, SourceFile.Kind.JSON), handler);
            }
        }
    }

    private static SourceFile.Kind tableKind(Path path) {
        String ending = ending(path);
        return ending.startsWith("xls")
                ? SourceFile.Kind.WORKBOOK
                : ending.contains("json") ? SourceFile.Kind.JSON : SourceFile.Kind.CSV;
    }

    private void readTable(SourceFile file, Handler handler) throws IOException {
        Table table = new Table(handler);
        reader.read(file, table);
        if (table.fatal != null) {
            throw new InventoryException(table.fatal);
        }
    }

    /** Takes the rows of a table for entries. */
    private static final class Table implements SourceHandler {

        private final Handler handler;
        private @Nullable SourceProblem fatal;

        Table(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void record(Mapped mapped) {
            // Whatever else a package holds is no document.
            OfficialDocument document = RecordKind.of(OfficialDocument.class).as(mapped.record());
            if (document != null) {
                // Which of its dates a column means matters to no comparison: any of them may agree.
                mapped.problems().stream()
                        .filter(each -> !each.rule().equals("source.field.ambiguous"))
                        .forEach(handler::problem);
                handler.entry(document, secrecy(mapped), mapped.origin());
            }
        }

        @Override
        public void ledger(List<LedgerEntry> entries) {
            // Fields outside the rows name no document.
        }

        @Override
        public void rejected(SourceProblem problem, RawForm raw) {
            if (raw instanceof RawForm.WholeFile) {
                fatal = fatal == null ? problem : fatal;
            } else {
                handler.problem(problem);
                handler.entry(OfficialDocumentBuilder.builder().build(), null, problem.location());
            }
        }

        @Override
        public void problem(SourceProblem problem) {
            if (problem.rule().equals("source.limit.reached")) {
                // With rows left out nobody can say what is missing.
                fatal = fatal == null ? problem : fatal;
            } else {
                handler.problem(problem);
            }
        }

        private static @Nullable String secrecy(Mapped mapped) {
            for (LedgerEntry each : mapped.ledger()) {
                String label = each.location().label();
                if (label != null && SECRECY.contains(LabelAliases.key(label.substring(label.lastIndexOf('/') + 1)))) {
                    return StringUtils.stripToNull(each.value());
                }
            }
            return null;
        }
    }

    private void readSiteMap(Handler handler) throws IOException {
        Location place = place(path);
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream text = new Bounded(unpacked(file), limits.maxUnfoldedBytes())) {
            XMLStreamReader xml = factory.createXMLStreamReader(text);
            xml.nextTag();
            if (xml.getLocalName().equals("sitemapindex")) {
                throw new InventoryException(new SourceProblem("source.siteMap.index", place, name(), null));
            }
            if (!xml.getLocalName().equals("urlset")) {
                throw new InventoryException(new SourceProblem(
                        "source.siteMap.malformed", place, "<" + xml.getLocalName() + ">", "<urlset>"));
            }
            readAddresses(xml, handler);
        } catch (XMLStreamException | EndsEarly malformed) {
            throw new InventoryException(
                    new SourceProblem("source.siteMap.malformed", place, malformed.getMessage(), "<urlset>"));
        }
    }

    /** The {@code loc} of each {@code url}; those of pictures and films inside it are in other namespaces. */
    private void readAddresses(XMLStreamReader xml, Handler handler) throws XMLStreamException, IOException {
        String namespace = xml.getNamespaceURI();
        int rows = 0;
        int depth = 1;
        StringBuilder address = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth == 3
                            && xml.getLocalName().equals("loc")
                            && Objects.equals(namespace, xml.getNamespaceURI())) {
                        address = new StringBuilder();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (address != null && address.length() <= LONGEST_ADDRESS) {
                        address.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 3 && address != null) {
                        Location at = place(path).atRow(xml.getLocation().getLineNumber());
                        if (rows++ == limits.maxRows()) {
                            throw limit(at);
                        }
                        String url = address.toString().strip();
                        if (url.length() > LONGEST_ADDRESS) {
                            handler.problem(new SourceProblem(
                                    "source.field.unreadable", at, url.substring(0, 80), "≤ " + LONGEST_ADDRESS));
                        }
                        handler.entry(
                                OfficialDocumentBuilder.builder()
                                        .sourceUrl(url.length() > LONGEST_ADDRESS ? null : url)
                                        .build(),
                                null,
                                at);
                        address = null;
                    }
                }
                default -> {
                    // Comments and blanks say nothing.
                }
            }
        }
    }

    private InventoryException limit(Location at) {
        return new InventoryException(new SourceProblem("source.limit.reached", at, null, "≤ " + limits.maxRows()));
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        file.mark(2);
        byte[] start = file.readNBytes(2);
        file.reset();
        boolean packed = start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
        return packed ? new GZIPInputStream(file) : file;
    }

    private static final class EndsEarly extends IOException {

        private static final long serialVersionUID = 1L;

        EndsEarly(long most) {
            super("more than " + most + " bytes");
        }
    }

    /** Ends a stream that unfolds to more than is allowed. */
    private static final class Bounded extends FilterInputStream {

        private final long most;
        private long count;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws IOException {
            count += bytes;
            if (count > most) {
                throw new EndsEarly(most);
            }
        }
    }

    private void readIds(Handler handler) throws IOException {
        Location place = place(path);
        TextBytes bytes;
        try {
            bytes = TextBytes.of(() -> Files.newInputStream(path));
        } catch (TextBytes.NoTextException noText) {
            throw new InventoryException(new SourceProblem("source.file.notText", place, null, null));
        }
        try (InputStream stream = Files.newInputStream(path)) {
            stream.skipNBytes(bytes.mark());
            Lines lines = new Lines(new InputStreamReader(stream, bytes.charset()), LONGEST_LINE);
            int number = 0;
            int rows = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                Location at = place.atRow(++number);
                String id = id(line);
                if (id.isEmpty() || id.startsWith("#")) {
                    continue;
                }
                if (rows++ == limits.maxRows()) {
                    throw limit(at);
                }
                if (line.length() >= LONGEST_LINE) {
                    handler.problem(new SourceProblem(
                            "source.field.unreadable", at, StringUtils.abbreviate(line, 80), "≤ " + LONGEST_LINE));
                    handler.entry(OfficialDocumentBuilder.builder().build(), null, at);
                } else {
                    handler.entry(named(id), null, at);
                }
            }
        }
    }

    /** The first cell of a line, without quotes around it. */
    private static String id(String line) {
        String cell = line.strip();
        int end = StringUtils.indexOfAny(cell, ',', '\t', ';');
        return StringUtils.strip(end < 0 ? cell : cell.substring(0, end), "\" \u3000");
    }

    /** What an id names: an address, a document number, and else an id of the old system, which may be an index number. */
    private static OfficialDocument named(String id) {
        OfficialDocumentBuilder document = OfficialDocumentBuilder.builder();
        String small = id.toLowerCase(Locale.ROOT);
        if (small.startsWith("http://") || small.startsWith("https://")) {
            return document.sourceUrl(id).build();
        }
        Reading<DocumentNumber> number = DocumentNumber.read(id);
        if (number.value() != null && number.value().wellFormed()) {
            return document.documentNumber(number.value()).build();
        }
        IndexNumber index = IndexNumber.parse(id);
        return document.recordId(id)
                .indexNumber(index.wellFormed() ? index : null)
                .build();
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
