package org.gongkai.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.ingest.office.OfficeText.Align;
import org.gongkai.ingest.office.OfficeText.Paragraph;
import org.gongkai.ingest.office.OfficeText.Part;
import org.gongkai.ingest.office.OfficeText.Table;

/**
 * Writes the least that makes a .doc of Word 97 ([MS-DOC]): text, how paragraphs stand, tables. No library that is at hand makes one
 * anew.
 */
final class WrittenDoc {

    private static final int PAGE = 512;
    private static final int BEGIN = 4 * PAGE;
    private static final int COLUMN = 1_500;
    /** A place on a line is at most so many twentieths of a point from its begin. */
    private static final int WIDTH = 31_680;

    /** A paragraph with its mark at the end, and what is said of it. */
    private record Written(String text, byte[] properties) {}

    private final List<Written> paragraphs = new ArrayList<>();

    void write(Path file, List<Part> parts) throws IOException {
        for (Part each : parts) {
            if (each instanceof Paragraph paragraph) {
                add(paragraph.text() + '\r', align(paragraph.align()));
            } else if (each instanceof Table table) {
                add(table);
            }
        }
        // A text ends with a paragraph and never with a table.
        add("\r", align(Align.LEFT));
        StringBuilder text = new StringBuilder();
        paragraphs.forEach(each -> text.append(each.text()));
        byte[] characters = text.toString().getBytes(StandardCharsets.UTF_16LE);
        int end = BEGIN + characters.length;

        ByteArrayOutputStream main = new ByteArrayOutputStream();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        int firstPage = (end + PAGE - 1) / PAGE;
        List<byte[]> pages = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        pages.add(characterPage(end));
        properties(pages, begins);

        ByteBuffer block =
                ByteBuffer.allocate(32 + 2 + 28 + 2 + 88 + 2 + 93 * 8 + 2).order(ByteOrder.LITTLE_ENDIAN);
        block.putShort((short) 0xA5EC)
                .putShort((short) 0xC1)
                .putShort((short) 0)
                .putShort((short) 0x804);
        block.putShort((short) 0).putShort((short) 0x1200).putShort((short) 0xBF);
        block.position(24);
        block.putInt(BEGIN).putInt(end);
        block.putShort((short) 14).position(32 + 2 + 28);
        block.putShort((short) 22);
        int counts = block.position();
        block.putInt(counts, end).putInt(counts + 3 * 4, text.length());
        block.position(counts + 88);
        block.putShort((short) 93);
        int places = block.position();

        put(block, places, 1, table, styles());
        put(block, places, 6, table, longs(0, text.length(), 0, -1, 0));
        ByteBuffer characterPlaces = ints(BEGIN, end, firstPage);
        put(block, places, 12, table, characterPlaces.array());
        ByteBuffer paragraphPlaces =
                ByteBuffer.allocate((begins.size() * 2 + 1) * 4).order(ByteOrder.LITTLE_ENDIAN);
        begins.forEach(paragraphPlaces::putInt);
        paragraphPlaces.putInt(end);
        for (int i = 0; i < begins.size(); i++) {
            paragraphPlaces.putInt(firstPage + 1 + i);
        }
        put(block, places, 13, table, paragraphPlaces.array());
        put(block, places, 15, table, new byte[4]);
        put(block, places, 31, table, new byte[544]);
        ByteBuffer pieces = ByteBuffer.allocate(5 + 8 + 8).order(ByteOrder.LITTLE_ENDIAN);
        pieces.put((byte) 2).putInt(16).putInt(0).putInt(text.length());
        pieces.putShort((short) 0).putInt(BEGIN).putShort((short) 0);
        put(block, places, 33, table, pieces.array());

        main.write(block.array());
        main.write(new byte[BEGIN - main.size()]);
        main.write(characters);
        main.write(new byte[firstPage * PAGE - main.size()]);
        for (byte[] each : pages) {
            main.write(each);
        }
        try (POIFSFileSystem files = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            files.createDocument(new ByteArrayInputStream(main.toByteArray()), "WordDocument");
            files.createDocument(new ByteArrayInputStream(table.toByteArray()), "1Table");
            files.writeFilesystem(out);
        }
    }

    private void add(String text, byte[] properties) {
        paragraphs.add(new Written(text, properties));
    }

    private static byte[] align(Align align) {
        return new byte[] {0x03, 0x24, (byte) align.ordinal()};
    }

    /** Each row ends with a mark that tells where its cells stand. */
    private void add(Table table) {
        int columns = WrittenOffice.columns(table);
        int width = Math.min(COLUMN, WIDTH / columns);
        List<WrittenOffice.Placed> placed = WrittenOffice.placed(table);
        for (int r = 0; r < table.rows().size(); r++) {
            List<Integer> edges = new ArrayList<>(List.of(0));
            List<Integer> merges = new ArrayList<>();
            for (int c = 0; c < columns; ) {
                int row = r;
                int column = c;
                WrittenOffice.Placed cell = placed.stream()
                        .filter(each -> each.row() <= row
                                && row < each.row() + each.cell().rowSpan()
                                && each.column() == column)
                        .findFirst()
                        .orElseThrow();
                boolean first = cell.row() == r;
                boolean high = cell.cell().rowSpan() > 1;
                add(
                        (first ? WrittenOffice.text(cell.cell()) : "") + '\u0007',
                        new byte[] {0x16, 0x24, 1, 0x49, 0x66, 1, 0, 0, 0});
                c += cell.cell().columnSpan();
                edges.add(c * width);
                merges.add(!high ? 0 : first ? 0x60 : 0x20);
            }
            byte cells = (byte) merges.size();
            // Nothing is said of the last cells that are as any, so that a row of many cells fits into a page.
            while (!merges.isEmpty() && merges.get(merges.size() - 1) == 0) {
                merges.remove(merges.size() - 1);
            }
            int told = edges.size() * 2 + merges.size() * 20;
            ByteBuffer row = ByteBuffer.allocate(3 + 9 + 2 + 2 + 1 + told).order(ByteOrder.LITTLE_ENDIAN);
            row.put(new byte[] {0x16, 0x24, 1, 0x49, 0x66, 1, 0, 0, 0, 0x17, 0x24, 1});
            row.putShort((short) 0xD608).putShort((short) (2 + told));
            row.put(cells);
            edges.forEach(each -> row.putShort((short) (int) each));
            merges.forEach(each -> row.putInt(each).put(new byte[16]));
            add("\u0007", row.array());
        }
    }

    /** One run of characters of which nothing is said. */
    private static byte[] characterPage(int end) {
        byte[] page = new byte[PAGE];
        ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).putInt(BEGIN).putInt(end);
        page[PAGE - 1] = 1;
        return page;
    }

    /** Pages of what is said of paragraphs, as many as are needed. */
    private void properties(List<byte[]> pages, List<Integer> begins) {
        int at = BEGIN;
        for (int from = 0; from < paragraphs.size(); ) {
            byte[] page = new byte[PAGE];
            int used = PAGE - 1;
            int count = 0;
            while (from + count < paragraphs.size()) {
                int size = papx(paragraphs.get(from + count).properties()).length;
                int low = (used - size) & ~1;
                if (low < (count + 2) * 4 + (count + 1) * 13 || count > 20) {
                    break;
                }
                used = low;
                count++;
            }
            if (count == 0) {
                throw new IllegalArgumentException("more is said of one paragraph than a page holds");
            }
            ByteBuffer written = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
            begins.add(at);
            written.putInt(at);
            int low = PAGE - 1;
            for (int i = 0; i < count; i++) {
                Written each = paragraphs.get(from + i);
                at += each.text().length() * 2;
                written.putInt((i + 1) * 4, at);
                byte[] papx = papx(each.properties());
                low = (low - papx.length) & ~1;
                System.arraycopy(papx, 0, page, low, papx.length);
                page[(count + 1) * 4 + i * 13] = (byte) (low / 2);
            }
            page[PAGE - 1] = (byte) count;
            pages.add(page);
            from += count;
        }
    }

    /** The length in words, the style, and what is said beside it. */
    private static byte[] papx(byte[] properties) {
        int length = 2 + properties.length;
        boolean odd = length % 2 == 1;
        byte[] papx = new byte[length + (odd ? 1 : 2)];
        if (odd) {
            papx[0] = (byte) ((length + 1) / 2);
        } else {
            papx[1] = (byte) (length / 2);
        }
        System.arraycopy(properties, 0, papx, papx.length - properties.length, properties.length);
        return papx;
    }

    private static byte[] styles() {
        ByteBuffer styles = ByteBuffer.allocate(2 + 18 + 2).order(ByteOrder.LITTLE_ENDIAN);
        styles.putShort((short) 18).putShort((short) 1).putShort((short) 10);
        return styles.array();
    }

    /** Two places, then what is said of the piece between: two bytes, four, two, four. */
    private static byte[] longs(int from, int to, int kind, int place, int rest) {
        ByteBuffer section = ByteBuffer.allocate(8 + 12).order(ByteOrder.LITTLE_ENDIAN);
        section.putInt(from)
                .putInt(to)
                .putShort((short) kind)
                .putInt(place)
                .putShort((short) 0)
                .putInt(rest);
        return section.array();
    }

    private static ByteBuffer ints(int... values) {
        ByteBuffer all = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int each : values) {
            all.putInt(each);
        }
        return all;
    }

    private static void put(ByteBuffer block, int places, int index, ByteArrayOutputStream table, byte[] bytes)
            throws IOException {
        block.putInt(places + index * 8, table.size());
        block.putInt(places + index * 8 + 4, bytes.length);
        table.write(bytes);
    }
}
