package org.gongkai.ingest.inventory;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.file.CountedStream;
import org.gongkai.ingest.source.Limits;
import org.jspecify.annotations.Nullable;

/** Reads the addresses of a site map in the XML of sitemaps.org, gzip allowed. Immutable. */
final class SiteMap {

    /** The longest address that sitemaps.org allows, in characters. */
    private static final int LONGEST_ADDRESS = 2_048;

    /** No attribute is read; longer ones are refused. */
    private static final int LONGEST_ATTRIBUTE = 1 << 16;

    /** How deep the address stands: {@code urlset}, {@code url}, {@code loc}. */
    private static final int DEPTH_OF_ADDRESS = 3;

    private final Path path;
    private final Location place;
    private final Limits limits;

    SiteMap(Path path, Location place, Limits limits) {
        this.path = path;
        this.place = place;
        this.limits = limits;
    }

    void read(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream text = new Bounded(unpacked(file), limits.maxUnfoldedBytes())) {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            xml.nextTag();
            if (xml.getLocalName().equals("sitemapindex")) {
                throw new InventoryException(new SourceProblem("source.siteMap.index", place, place.source(), null));
            }
            if (!xml.getLocalName().equals("urlset")) {
                throw malformed("<" + xml.getLocalName() + ">");
            }
            readAddresses(xml, entries, problems);
        } catch (XMLStreamException | EndsEarly malformed) {
            throw malformed(malformed.getMessage());
        }
    }

    private XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }

    private InventoryException malformed(@Nullable String found) {
        return new InventoryException(new SourceProblem("source.siteMap.malformed", place, found, "<urlset>"));
    }

    /** The {@code loc} of each {@code url}; those of pictures and films inside it are in other namespaces. */
    private void readAddresses(XMLStreamReader xml, Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems)
            throws XMLStreamException, IOException {
        String namespace = xml.getNamespaceURI();
        int rows = 0;
        int depth = 1;
        StringBuilder address = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth == DEPTH_OF_ADDRESS && isAddress(xml, namespace)) {
                        address = new StringBuilder();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (address != null && address.length() <= LONGEST_ADDRESS) {
                        address.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == DEPTH_OF_ADDRESS && address != null) {
                        Location at = place.atRow(xml.getLocation().getLineNumber());
                        if (rows++ == limits.maxRows()) {
                            throw InventoryException.tooManyRows(at, limits.maxRows());
                        }
                        entries.accept(
                                new InventoryEntry(named(address.toString().strip(), at, problems), null, at));
                        address = null;
                    }
                }
                default -> {
                    // Comments and blanks say nothing.
                }
            }
        }
    }

    private static boolean isAddress(XMLStreamReader xml, @Nullable String namespace) {
        return xml.getLocalName().equals("loc") && Objects.equals(namespace, xml.getNamespaceURI());
    }

    private static OfficialDocument named(String url, Location at, Consumer<SourceProblem> problems) {
        boolean tooLong = url.length() > LONGEST_ADDRESS;
        if (tooLong) {
            problems.accept(
                    new SourceProblem("source.field.unreadable", at, url.substring(0, 80), "≤ " + LONGEST_ADDRESS));
        }
        return OfficialDocumentBuilder.builder().sourceUrl(tooLong ? null : url).build();
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
    private static final class Bounded extends CountedStream {

        private final long most;
        private long count;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        protected void counted(int bytes) throws IOException {
            count += bytes;
            if (count > most) {
                throw new EndsEarly(most);
            }
        }
    }
}
