package org.gongkai.ingest.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Reading;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.file.Lines;
import org.gongkai.ingest.file.TextBytes;
import org.gongkai.ingest.source.Limits;

/** Reads a list of ids, one a line. Immutable. */
final class IdList {

    private static final int LONGEST_LINE = 4_000;

    private final Path path;
    private final Location place;
    private final Limits limits;

    IdList(Path path, Location place, Limits limits) {
        this.path = path;
        this.place = place;
        this.limits = limits;
    }

    void read(Consumer<InventoryEntry> entries, Consumer<SourceProblem> problems) throws IOException {
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
                    throw InventoryException.tooManyRows(at, limits.maxRows());
                }
                if (line.length() >= LONGEST_LINE) {
                    problems.accept(new SourceProblem(
                            "source.field.unreadable", at, StringUtils.abbreviate(line, 80), "≤ " + LONGEST_LINE));
                    entries.accept(
                            new InventoryEntry(OfficialDocumentBuilder.builder().build(), null, at));
                } else {
                    entries.accept(new InventoryEntry(named(id), null, at));
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
}
