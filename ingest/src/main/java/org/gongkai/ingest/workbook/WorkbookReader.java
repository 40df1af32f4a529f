package org.gongkai.ingest.workbook;

import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads workbooks of one more form than .xlsx, which is always read. Implementations are found by {@link
 * java.util.ServiceLoader}: a module says {@code provides org.gongkai.ingest.workbook.WorkbookReader with …}, a jar on
 * the class path names them in {@code META-INF/services}. {@code gongkai-office} is one, for .xls.
 *
 * <p>A new one is made for each file, so that it need not be safe to share between threads.
 */
public interface WorkbookReader {

    /** The most bytes of a file's start that {@link #reads} is shown. */
    int START = 8;

    /**
     * Whether a file is of the form that this reads. The name does not matter, since it is wrong often enough.
     *
     * @param start the first bytes of the file, {@value #START} unless it is shorter
     * @return true when {@link #read} is to read it
     */
    boolean reads(byte[] start);

    /**
     * Reads a file from its first sheet to its last, in bounded memory.
     *
     * @param file the file
     * @param limits what is read at most; of it {@link Limits#maxColumns()} and {@link Limits#maxSharedTextBytes()}
     *     concern every form
     * @param handler takes what is found; what it throws is to pass through
     * @throws UnreadableFileException when the file cannot be read for a reason that can be told
     * @throws IOException when it cannot be read for another reason; so for whatever else is thrown
     */
    void read(Path file, Limits limits, SheetHandler handler) throws IOException;
}
