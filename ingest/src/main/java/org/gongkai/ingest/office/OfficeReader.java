package org.gongkai.ingest.office;

import java.io.IOException;
import java.nio.file.Path;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;

/**
 * Reads one form of the files that office programs lay out for paper, beside .docx and .ofd, which are always read.
 * Implementations are found by {@link java.util.ServiceLoader}: a module says
 * {@code provides org.gongkai.ingest.office.OfficeReader with …}, a jar on the class path names them in
 * {@code META-INF/services}. {@code gongkai-office} has two, for .doc and for .pdf.
 *
 * <p>A new one is made for each file, so that it need not be safe to share between threads.
 */
public interface OfficeReader {

    /**
     * The form that this reads, as people call it.
     *
     * @return a short name, such as {@code Word} or {@code PDF}
     */
    String form();

    /**
     * Whether a file is of the form that this reads. The name does not matter, since it is wrong often enough.
     *
     * @param file the file
     * @param start its first bytes, a thousand or so unless it is shorter
     * @return true when {@link #read} is to read it
     * @throws IOException when that cannot be found out; it is taken for no
     */
    boolean reads(Path file, byte[] start) throws IOException;

    /**
     * Reads a file from its beginning to its end. Macros, scripts, links and embedded files are left alone, and nothing is
     * fetched.
     *
     * @param file the file
     * @param limits what is read at most; of it {@link Limits#maxOfficeBytes()}, {@link Limits#maxPages()} and
     *     {@link Limits#maxPageBytes()} concern every form
     * @return what stands in the file
     * @throws UnreadableFileException when the file cannot be read for a reason that can be told
     * @throws IOException when it cannot be read for another reason; so for whatever else is thrown
     */
    OfficeText read(Path file, Limits limits) throws IOException;
}
