package org.gongkai.ingest.mapper;

import java.util.List;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.RawForm;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found in a source before anything is made of it: labels and cells, each with its place.
 *
 * @param origin where the record stands
 * @param fields the fields, in the order of the source
 * @param problems what the reader had to say already
 * @param raw the page or row as it stood
 * @param attachedFiles the files of the source that the record attaches
 */
public record SourceRecord(
        Location origin,
        List<Field> fields,
        List<SourceProblem> problems,
        RawForm raw,
        List<AttachedFile> attachedFiles) {

    /** How much a field's word counts: of two for one component the earlier kind is believed. */
    public enum Rank {
        /** A cell under a label: a table of the page, a row of a file. */
        CELL,
        /** A label and a value in a line near the title. */
        LINE,
        /** A tag of the page's head. */
        HEAD,
        /** The page as a whole: its heading, its body, its links. */
        PAGE,
        /** Read from the running text. */
        TEXT,
        /** A table that the page holds but does not show. */
        HIDDEN
    }

    /**
     * One field.
     *
     * @param location where the field stands, label included
     * @param label the label as it stands
     * @param value the value as it stands, empty when there is none
     * @param rank how much its word counts
     * @param component what it means, where the reader knows without looking at the label; otherwise null
     * @param content the value where it is more than text, such as an attachment; otherwise null
     */
    public record Field(
            Location location,
            String label,
            String value,
            Rank rank,
            @Nullable Component component,
            @Nullable Object content) {}
}
