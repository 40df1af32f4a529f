package org.gongkai.ingest.source;

import java.nio.file.Path;

/** A piece of a source as it stood, to be kept when no record or no good record came of it. */
public sealed interface RawForm {

    /**
     * The name of the source.
     *
     * @return the source file's name
     */
    String name();

    /**
     * A whole file.
     *
     * @param name the source file's name
     * @param path where it is
     */
    record WholeFile(String name, Path path) implements RawForm {}

    /**
     * What is kept of a source that names persons: that it was there, and three asterisks.
     *
     * @param name the source file's name
     * @return a row that shows nothing
     */
    static RawForm hidden(String name) {
        return new Row(name, 1, "***");
    }

    /**
     * One row of a table, or all of its rows where they make one record.
     *
     * @param name the source file's name
     * @param row the line on which the row begins, counted from 1
     * @param text the row's text without the closing line break; cut at the limit when the row is longer than allowed
     */
    record Row(String name, int row, String text) implements RawForm {}
}
