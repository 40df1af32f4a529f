package org.gongkai.ingest.attachment;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.paper.OfficeFiles;
import org.gongkai.ingest.sheet.Workbook;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.workbook.SheetHandler;
import org.gongkai.ingest.workbook.WorkbookReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts the identity numbers and bank cards in an attached file, so that a list of persons does not travel in silence. Texts are
 * looked through line by line (UTF-8, GB18030), of .docx, .xlsx, .pptx, .odt, .ods and .ofd the words of each paragraph and cell, and
 * workbooks of a form for which there is a {@link WorkbookReader} cell by cell, and .doc and .pdf, for which there may be an {@link
 * OfficeReader}, paragraph by paragraph. Of these and of other forms the plain characters are looked through as well, but nobody can
 * say that this was all.
 */
final class AttachedNumbers {

    /** As much is looked through, of packed files as they unfold: more than any honest list of persons needs. */
    private static final long MOST = 256L << 20;

    private static final int LONGEST_LINE = 1 << 20;
    private static final int START = 1 << 12;
    private static final int LONGEST_ROW = 1 << 12;
    private static final int REGION = 6;

    /**
     * Elements behind which the text does not go on: of Office Open XML (ECMA-376-1, 17.3, 18.3, 18.4, 21.1), of OpenDocument
     * (ISO/IEC 26300, 5.1, 9.1) and of OFD (GB/T 33190, 11.2).
     */
    private static final Set<String> ENDS =
            Set.of("p", "br", "tab", "cr", "si", "c", "row", "is", "tc", "h", "line-break", "table-cell", "TextObject");

    /** What an archive of each of these forms holds beside its text. */
    private static final Set<String> OFFICE = Set.of("[Content_Types].xml", "content.xml", "OFD.xml");

    private static final Pattern TEXT_PART =
            Pattern.compile("(?:word|xl|ppt/slides)/.*\\.xml|content\\.xml|Doc_\\d+/.*Content\\.xml");

    /** What is told of a file of which a part was not read. */
    private static final Set<String> PARTS =
            Set.of("source.limit.reached", "source.pages.noText", "source.signs.unknown", "source.text.revised");

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Limits limits;
    private long left = MOST;
    private long identities;
    private long cards;

    private AttachedNumbers(Limits limits) {
        this.limits = limits;
    }

    /**
     * What a search came to.
     *
     * @param identities how many identity numbers there are in what was looked through
     * @param cards how many bank cards
     * @param whole whether all of the file was looked through
     */
    record Count(long identities, long cards, boolean whole) {}

    /** Counts the numbers in a file. */
    static Count in(Path file, Limits limits) throws IOException {
        AttachedNumbers numbers = new AttachedNumbers(limits);
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(START);
            byte[] start = in.readNBytes(START);
            in.reset();
            if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
                return numbers.packed(in);
            }
            if (numbers.workbook(file, start)) {
                return numbers.count(true);
            }
            if (isOffice(start)) {
                boolean whole = numbers.office(file);
                long found = numbers.identities;
                // What a text holds beside what it shows, such as words that are struck out, stands in the plain
                // characters.
                numbers.identities = 0;
                numbers.characters(in);
                numbers.identities = Math.max(found, numbers.identities);
                return numbers.count(whole);
            }
            Charset wide = wide(start);
            if (wide == null && plain(start)) {
                numbers.lines(in);
                return numbers.count(true);
            }
            if (wide != null) {
                numbers.lines(new InputStreamReader(in, wide));
                return numbers.count(true);
            }
            numbers.characters(in);
            return numbers.count(false);
        }
    }

    /** Whether a file is a .pdf, or a compound file such as a .doc. */
    private static boolean isOffice(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).startsWith("%PDF")
                || start.length > 3 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF;
    }

    /** Looks through the text of an office file, where there is a reader for its form; whether that was all that it holds. */
    private boolean office(Path file) {
        try {
            OfficeReader reader = OfficeFiles.readerOf(file);
            OfficeText text = reader == null ? null : OfficeFiles.read(reader, file, limits);
            if (text == null) {
                return false;
            }
            text.lines().forEach(this::count);
            return !text.blank() && text.remarks().stream().noneMatch(each -> PARTS.contains(each.rule()));
        } catch (IOException noText) {
            return false;
        }
    }

    private static boolean plain(byte[] start) {
        for (byte each : start) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    /** The charset of a text in UTF-16, which a mark at its beginning tells, or null. */
    private static @Nullable Charset wide(byte[] start) {
        int mark = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        return mark == 0xFEFF ? StandardCharsets.UTF_16BE : mark == 0xFFFE ? StandardCharsets.UTF_16LE : null;
    }

    /** Looks through the cells of a workbook, where there is a reader for its form and the workbook is whole. */
    private boolean workbook(Path file, byte[] start) throws IOException {
        WorkbookReader reader = Workbook.readerOf(start);
        if (reader == null) {
            return false;
        }
        try {
            reader.read(file, limits, new Cells());
            return true;
        } catch (IOException | RuntimeException noWorkbook) {
            identities = 0;
            cards = 0;
            return false;
        }
    }

    /** Takes every cell of every sheet, those that are not shown as well. */
    private final class Cells implements SheetHandler {

        @Override
        public void countsFrom1904() {}

        @Override
        public boolean begin(String name, boolean hidden) {
            count(name);
            return true;
        }

        @Override
        public boolean row(int number, List<String> cells, boolean cut) {
            cells.forEach(AttachedNumbers.this::count);
            return true;
        }

        @Override
        public String number(int row, int column, String number, int format, @Nullable String pattern) {
            return new BigDecimal(number.strip()).toPlainString();
        }

        @Override
        public void merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

        @Override
        public void hiddenRow(int row) {}

        @Override
        public void hiddenColumns(int first, int last) {}

        @Override
        public void end() {}
    }

    /**
     * Looks through the plain characters of a file of any form, a byte or two bytes each: programs of old keep their text in one of
     * these ways, in pieces. A row of digits within other bytes proves little, so that identity numbers alone count.
     */
    private void characters(InputStream in) throws IOException {
        StringBuilder narrow = new StringBuilder();
        List<StringBuilder> wide = List.of(new StringBuilder(), new StringBuilder());
        int before = -1;
        int parity = 0;
        for (int each = next(in); each >= 0; each = next(in)) {
            put(narrow, each);
            // Two bytes make a character, the lower first; those that begin at even places and at odd ones are read
            // apart.
            put(wide.get(parity), each == 0 ? before : -1);
            before = each;
            parity = 1 - parity;
        }
        put(narrow, -1);
        wide.forEach(each -> put(each, -1));
    }

    private void put(StringBuilder row, int each) {
        if (each >= '0' && each <= '9' || each == 'X' || each == 'x') {
            row.append((char) each);
        }
        if (row.length() > 0 && (each < '0' || each > '9') || row.length() > LONGEST_ROW) {
            identities += PersonalData.findNumbers(row.toString()).stream()
                    .filter(found -> found.kind() == PersonalData.Kind.IDENTITY_NUMBER)
                    .count();
            row.setLength(0);
        }
    }

    private Count count(boolean whole) {
        return new Count(identities, cards, whole && left > 0);
    }

    /** An Office file. What is damaged or locked is looked through as far as it goes. */
    private Count packed(InputStream in) throws IOException {
        boolean office = false;
        try {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry each = zip.getNextEntry(); each != null && left > 0; each = zip.getNextEntry()) {
                String name = each.getName();
                office |= OFFICE.contains(name);
                if (TEXT_PART.matcher(name).matches()) {
                    words(zip);
                }
            }
        } catch (ZipException | EOFException damaged) {
            return count(false);
        }
        return count(office);
    }

    private void lines(Reader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int each = in.read(); each >= 0 && (left -= 2) > 0; each = in.read()) {
            text.append((char) each);
            if (each == '\n' || text.length() >= LONGEST_LINE) {
                count(text.toString());
                text.setLength(0);
            }
        }
        count(text.toString());
    }

    private void lines(InputStream in) throws IOException {
        for (int each = next(in); each >= 0; each = next(in)) {
            put(each, each == '\n');
        }
        endLine();
    }

    /** The text between the marks of a part; words that are parted by their look alone stand together. */
    private void words(InputStream part) throws IOException {
        BufferedInputStream in = new BufferedInputStream(part, 1 << 16);
        StringBuilder mark = null;
        for (int each = next(in); each >= 0; each = next(in)) {
            if (each == '<') {
                mark = new StringBuilder();
            } else if (each == '>' && mark != null) {
                if (ends(mark.toString())) {
                    endLine();
                }
                mark = null;
            } else if (mark == null) {
                put(each, false);
            } else if (mark.length() < START) {
                mark.append((char) each);
            }
        }
        endLine();
    }

    private static boolean ends(String mark) {
        int from = mark.startsWith("/") ? 1 : 0;
        int end = from;
        while (end < mark.length() && (Character.isLetterOrDigit(mark.charAt(end)) || mark.charAt(end) == ':')) {
            end++;
        }
        String name = mark.substring(from, end);
        return ENDS.contains(name.substring(name.indexOf(':') + 1));
    }

    private int next(InputStream in) throws IOException {
        return left-- > 0 ? in.read() : -1;
    }

    private void put(int each, boolean end) {
        line.write(each);
        if (end || line.size() >= LONGEST_LINE) {
            endLine();
        }
    }

    private void endLine() {
        String text = text(line.toByteArray());
        line.reset();
        count(text);
    }

    private void count(String text) {
        for (PersonalData.Match each : PersonalData.findNumbers(text)) {
            identities += each.kind() == PersonalData.Kind.IDENTITY_NUMBER ? 1 : 0;
            cards += each.kind() == PersonalData.Kind.BANK_CARD ? 1 : 0;
        }
        identities += rounded(text) ? 1 : 0;
    }

    /** Codes of projects have a day of this century where an identity number has that of a birth, so that this counts only one of the last. */
    private static boolean rounded(String text) {
        return PersonalData.rounded(text)
                && new BigDecimal(text.strip()).toPlainString().startsWith("19", REGION);
    }

    private static String text(byte[] bytes) {
        for (Charset each : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                return each.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException other) {
                continue;
            }
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
