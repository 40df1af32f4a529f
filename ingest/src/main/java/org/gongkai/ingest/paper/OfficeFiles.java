package org.gongkai.ingest.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.zip.ZipFile;
import org.gongkai.core.text.PlainWords;
import org.gongkai.ingest.office.OfficeReader;
import org.gongkai.ingest.office.OfficeText;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.source.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Finds out which reader a file laid out for paper is for, by what it holds. */
public final class OfficeFiles {

    /** Before the sign of a .pdf other bytes may stand (ISO 32000-1, annex H.3.4.1). */
    private static final int START = 1_024;

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final String RTF = "{\\rtf";
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private OfficeFiles() {}

    /**
     * The reader of a file.
     *
     * @return the reader, or null when it is none of these forms or its reader is not there
     */
    public static @Nullable OfficeReader readerOf(SourceFile file) throws IOException {
        byte[] start = start(file.path());
        // An old workbook is opened once, and by its own reader.
        boolean workbook = file.kind() == SourceFile.Kind.WORKBOOK && isCompound(start);
        boolean text =
                file.kind() != SourceFile.Kind.OFFICE && !isZip(start) && !isCompound(start) && !starts(start, PDF);
        return workbook || text ? null : readerOf(file.path(), start);
    }

    /** The reader of a file of any name, or null. */
    public static @Nullable OfficeReader readerOf(Path file) throws IOException {
        return readerOf(file, start(file));
    }

    private static @Nullable OfficeReader readerOf(Path file, byte[] start) throws IOException {
        for (OfficeReader each : List.of(new DocxReader(), new OfdReader())) {
            if (each.reads(file, start)) {
                return each;
            }
        }
        if (!isPdf(start) && !isCompound(start)) {
            return null;
        }
        for (OfficeReader each : ServiceLoader.load(OfficeReader.class, OfficeReader.class.getClassLoader())) {
            if (each.reads(file, start)) {
                return each;
            }
        }
        return null;
    }

    /** Reads a file; whatever a library throws at a damaged one is the file's fault and not the run's. */
    public static OfficeText read(OfficeReader reader, Path file, Limits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.maxOfficeBytes()) {
            throw UnreadableFileException.tooLarge(Long.toString(size), "≤ " + limits.maxOfficeBytes());
        }
        try {
            return reader.read(file, limits);
        } catch (RuntimeException damaged) {
            throw UnreadableFileException.of(PlainWords.reason(damaged), "a whole file");
        } catch (StackOverflowError nested) {
            throw UnreadableFileException.of("nested too deeply", "a whole file");
        }
    }

    /** Why nothing reads a file that goes by the name of such a form, told by its first bytes. */
    public static UnreadableFileException unreadable(Path file) throws IOException {
        byte[] start = start(file);
        if (isPdf(start)) {
            return UnreadableFileException.readerMissing(".pdf", "org.gongkai:gongkai-office");
        }
        if (isCompound(start)) {
            return UnreadableFileException.readerMissing(".doc", "org.gongkai:gongkai-office");
        }
        if (isRtf(start)) {
            return UnreadableFileException.of("written as RTF", "a file saved as .docx");
        }
        return UnreadableFileException.of("no office file, though its name says so", "a file saved as .docx");
    }

    /** Whether a file of any name is one of an office program, whether or not its reader is there. */
    public static boolean isOffice(Path file) throws IOException {
        return isNamed(file) || isCompound(start(file));
    }

    /** Whether a text is none, but a .pdf or the text of an office program that is not read. */
    public static boolean isNamed(Path file) throws IOException {
        byte[] start = start(file);
        return isPdf(start) || isRtf(start);
    }

    private static boolean isRtf(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).stripLeading().startsWith(RTF);
    }

    private static boolean isPdf(byte[] start) {
        return new String(start, StandardCharsets.ISO_8859_1).contains(new String(PDF, StandardCharsets.ISO_8859_1));
    }

    private static boolean isCompound(byte[] start) {
        return starts(start, COMPOUND);
    }

    static boolean isZip(byte[] start) {
        return starts(start, new byte[] {'P', 'K', 3, 4});
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(START);
        }
    }

    /** Whether an archive has one of some entries; a damaged one has none. */
    static boolean holds(Path file, String... entries) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String each : entries) {
                if (zip.getEntry(each) != null) {
                    return true;
                }
            }
        } catch (IOException damaged) {
            return false;
        }
        return false;
    }
}
