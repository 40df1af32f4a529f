package org.gongkai.ingest.source;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to read.
 *
 * @param path where it is
 * @param name its name in reports: the path relative to {@code root}, with {@code /} between parts; when several
 *     folders are read at once, the folder's own name stands before it
 * @param size its size in bytes when it was found
 * @param kind how it will be read
 * @param root the folder that was asked for, or the file's own folder when the file itself was asked for; attached
 *     files are looked for inside it and nowhere else
 */
public record SourceFile(Path path, String name, long size, Kind kind, Path root) {

    /** The kinds of files that can be read. */
    public enum Kind {
        /** A web page: one record. */
        HTML,
        /** A table in text form: one record a row. */
        CSV,
        /** JSON: one record an object. */
        JSON,
        /** A workbook, .xlsx or .xls: one record a row of each of its sheets. */
        WORKBOOK,
        /** A file that an office program lays out for paper, .docx .doc .wps .pdf .ofd: read as a page is. */
        OFFICE,
        /** Running text, .txt: read where the mapping says of which kind its records are. */
        TEXT
    }

    /**
     * Creates a source file.
     *
     * @throws NullPointerException when an argument is null
     */
    public SourceFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(root, "root");
    }
}
