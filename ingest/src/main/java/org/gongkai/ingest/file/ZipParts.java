package org.gongkai.ingest.file;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an office file such as .xlsx, .docx or .ofd, each an entry of its archive in XML, and how they point to each other. No size is believed, and
 * no entity is expanded. One file, one use.
 */
public final class ZipParts implements AutoCloseable {

    /** Smaller parts may shrink as much as they like: an empty sheet is nearly all markup. */
    private static final long RATIO_FROM = 1 << 20;

    /** No attribute that is read comes near it, in characters. */
    private static final int LONGEST_ATTRIBUTE = 1 << 16;

    private final ZipFile zip;
    private final Limits limits;
    private final XMLInputFactory factory = new WstxInputFactory();
    private long unfolded;

    /** How much of each part was unfolded; one that is read twice counts once. */
    private final Map<String, Long> counts = new HashMap<>();

    public ZipParts(Path path, Limits limits) throws IOException {
        this.zip = new ZipFile(path.toFile());
        this.limits = limits;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.maxDepth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** An attribute by its local name: the strict and the transitional format differ in the name spaces alone. */
    public static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Whether there is such a part. */
    public boolean has(String part) {
        return entry(part) != null;
    }

    /** What a part points to. */
    public record Target(String type, String part) {}

    /** What is done with each start of an element. */
    public interface Visitor {
        void element(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    /** Thrown by a visitor that wants no more of the part. */
    public static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Before anything is unfolded: an archive that says itself what it will become is believed so far. */
    public void checkDeclaredSizes() throws IOException {
        long sum = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry each = entries.nextElement();
            if (isMarkup(each.getName())) {
                sum += Math.max(0, each.getSize());
                checkRatio(each, each.getSize());
                if (sum < 0 || sum > limits.maxUnfoldedBytes()) {
                    throw UnreadableFileException.tooLarge(
                            each.getName() + " → " + sum + " bytes", "≤ " + limits.maxUnfoldedBytes());
                }
            }
        }
    }

    private static boolean isMarkup(String name) {
        String ending = MediaTypes.ending(name);
        return ending.equals("xml") || ending.equals("rels");
    }

    private void checkRatio(ZipEntry entry, long size) throws UnreadableFileException {
        if (size > RATIO_FROM && size / Math.max(1, entry.getCompressedSize()) > limits.maxUnfoldedRatio()) {
            throw UnreadableFileException.tooLarge(
                    entry.getName() + " unfolds " + entry.getCompressedSize() + " to " + size + " bytes",
                    "≤ " + limits.maxUnfoldedRatio() + " : 1");
        }
    }

    /** Counts what comes out, since the archive may have lied about it. */
    private final class Counted extends CountedStream {

        private final ZipEntry entry;
        private long count;

        Counted(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        protected void counted(int bytes) throws IOException {
            count += bytes;
            long before = counts.getOrDefault(entry.getName(), 0L);
            if (count > before) {
                unfolded += count - before;
                counts.put(entry.getName(), count);
            }
            checkRatio(entry, count);
            if (unfolded > limits.maxUnfoldedBytes()) {
                throw UnreadableFileException.tooLarge(
                        entry.getName() + " → " + unfolded + " bytes", "≤ " + limits.maxUnfoldedBytes());
            }
        }
    }

    /** Goes through a part. */
    public void visit(String part, Visitor visitor) throws IOException, XMLStreamException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            throw UnreadableFileException.of("the part " + part + " is missing", "a whole file");
        }
        visit(entry, visitor);
    }

    private void visit(ZipEntry entry, Visitor visitor) throws IOException, XMLStreamException {
        try (InputStream stream = new Counted(zip.getInputStream(entry), entry)) {
            XMLStreamReader xml = factory.createXMLStreamReader(stream);
            try {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        visitor.element(xml);
                    }
                }
            } catch (Enough enough) {
                // There is more in the part than is wanted.
                return;
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof UnreadableFileException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Whether a word of ASCII, in which its first letter stands once, is anywhere in a part. */
    public boolean holds(String part, String word) throws IOException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            return false;
        }
        byte[] wanted = word.getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = new Counted(zip.getInputStream(entry), entry)) {
            int matched = 0;
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    matched = buffer[i] == wanted[matched] ? matched + 1 : buffer[i] == wanted[0] ? 1 : 0;
                    if (matched == wanted.length) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private @Nullable ZipEntry entry(String part) {
        ZipEntry exact = zip.getEntry(part);
        return exact != null
                ? exact
                : zip.stream()
                        // Some programs of Windows part the folders in the names by backslashes.
                        .filter(each -> each.getName().replace('\\', '/').equalsIgnoreCase(part))
                        .findFirst()
                        .map(ZipEntry.class::cast)
                        .orElse(null);
    }

    /** The parts that a part points to, by the name of the pointer; of the package as a whole when the name is empty. */
    public Map<String, Target> targets(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        ZipEntry entry = entry(folder + "_rels/" + part.substring(slash) + ".rels");
        Map<String, Target> targets = new HashMap<>();
        if (entry == null) {
            return targets;
        }
        visit(entry, xml -> {
            String id = attribute(xml, "Id");
            String type = attribute(xml, "Type");
            String target = attribute(xml, "Target");
            if (xml.getLocalName().equals("Relationship") && id != null && type != null && target != null) {
                targets.put(
                        id, new Target(type, target.startsWith("/") ? target.substring(1) : resolved(part, target)));
            }
        });
        return targets;
    }

    /** The part that an address in another part names. */
    public static String resolved(String part, String address) {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        return address.startsWith("/") ? inside(address) : inside(folder + address);
    }

    /** A path without steps up and steps that stay. */
    private static String inside(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String each : path.replace('\\', '/').split("/")) {
            if (each.equals("..")) {
                steps.pollLast();
            } else if (!each.equals(".") && !each.isEmpty()) {
                steps.addLast(each);
            }
        }
        return String.join("/", steps);
    }

    /** The size that the archive gives for a part; -1 when it gives none, or there is no such part. */
    public long size(String part) {
        ZipEntry entry = entry(part);
        return entry == null ? -1 : entry.getSize();
    }
}
