package org.gongkai.conversion;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.jspecify.annotations.Nullable;

/** What a run reads. Its methods are called in the order in which they stand here. */
interface Feed extends AutoCloseable {

    /** Looks at what there is to read. */
    void open() throws IOException;

    /** Which names lead to a file of the sources, whether or not it is read; null when links are not to be checked. */
    @Nullable
    Predicate<String> links();

    /** Hands everything over and answers how many sources were opened. */
    int read(SourceHandler handler) throws IOException;

    /** What is kept of a record that repeats another. */
    RawForm raw(Mapped mapped);

    /** What was wrong before anything was read. */
    List<SourceProblem> problems();

    /**
     * What became of each file that was found, named or attached; null when records come from no files. To be asked when
     * everything was judged.
     *
     * @param aside the names of files whose record is in the package from another source
     */
    SourceAccount.@Nullable Closed account(Set<String> aside);

    /** Makes sure, when everything was handed over and written, that the sources still are what was read. */
    void check();

    /** The same sources to be read a second time; null when they cannot be. */
    @Nullable
    Feed again();

    /** Takes note that the run has come to its end. */
    void done() throws IOException;

    @Override
    void close() throws IOException;
}
