package org.gongkai.ingest.source;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * How much a source may hold. When a limit is reached the reader says so by {@code source.limit.reached} or
 * {@code source.file.tooLarge} and goes on with what is left.
 *
 * <pre>{@code
 * Limits small = LimitsBuilder.builder(Limits.standard()).maxPageBytes(1_000_000).build();
 * }</pre>
 *
 * @param maxPageBytes the size of a page; a larger one is rejected unread
 * @param maxTableBytes the size of a file that holds a table; a larger one is rejected unread
 * @param maxRows the rows read from one table
 * @param maxColumns the cells read from one row
 * @param maxCellLength the characters of one cell, or of one value on a page; also of one row
 * @param maxMalformedRows the rows of one table that may be malformed before quotes across lines are no longer
 *     followed
 * @param maxFields the fields read from one page
 * @param maxDepth how deep the elements of a page may nest; deeper ones are moved up
 * @param maxFolderDepth how deep folders may nest
 * @param maxAttachmentBytes the size up to which an attached file is read for its digest
 * @param maxUnfoldedBytes the size to which a compressed workbook may unfold; one that says or turns out to be larger is
 *     refused
 * @param maxUnfoldedRatio how many times its compressed size a part of a workbook above 1 MiB may unfold to
 * @param maxSharedTextBytes what of a workbook is kept in memory: the shared texts of an .xlsx, the size of an .xls
 * @param maxOfficeBytes the size of a file laid out for paper, such as .docx and .pdf; a larger one is rejected unread
 * @param maxPages the pages read from one such file; what stands behind them is told and not read
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false)
public record Limits(
        long maxPageBytes,
        long maxTableBytes,
        int maxRows,
        int maxColumns,
        int maxCellLength,
        int maxMalformedRows,
        int maxFields,
        int maxDepth,
        int maxFolderDepth,
        long maxAttachmentBytes,
        long maxUnfoldedBytes,
        int maxUnfoldedRatio,
        long maxSharedTextBytes,
        long maxOfficeBytes,
        int maxPages) {

    /**
     * Creates limits.
     *
     * @throws IllegalArgumentException when one of them is below 1
     */
    public Limits {
        if (Math.min(maxPageBytes, Math.min(maxTableBytes, maxAttachmentBytes)) < 1
                || Math.min(maxUnfoldedBytes, Math.min(maxUnfoldedRatio, maxSharedTextBytes)) < 1
                || Math.min(maxOfficeBytes, maxPages) < 1
                || Math.min(
                                Math.min(Math.min(maxRows, maxColumns), Math.min(maxCellLength, maxMalformedRows)),
                                Math.min(maxFields, Math.min(maxDepth, maxFolderDepth)))
                        < 1) {
            throw new IllegalArgumentException("every limit must be at least 1");
        }
    }

    /**
     * Limits that fit any honest source: pages of 32 MiB, tables of 16 GiB and ten million rows, workbooks that
     * unfold to 8 GiB, files laid out for paper of 256 MiB and 1,000 pages.
     *
     * @return the limits
     */
    public static Limits standard() {
        return new Limits(
                32L << 20,
                16L << 30,
                10_000_000,
                1_000,
                4_000_000,
                100,
                2_000,
                512,
                64,
                1L << 30,
                8L << 30,
                250,
                512L << 20,
                256L << 20,
                1_000);
    }

    /**
     * These limits with one of them changed, for a program that takes a limit's name from its user.
     *
     * @param name the name of a component, such as {@code maxRows}
     * @param value the limit
     * @return new limits
     * @throws IllegalArgumentException when no component has that name, with all names in the message; or when the value
     *     is below 1 or too large for the component
     */
    public Limits with(String name, long value) {
        LimitsBuilder builder = LimitsBuilder.builder(this);
        try {
            switch (name) {
                case "maxPageBytes" -> builder.maxPageBytes(value);
                case "maxTableBytes" -> builder.maxTableBytes(value);
                case "maxRows" -> builder.maxRows(Math.toIntExact(value));
                case "maxColumns" -> builder.maxColumns(Math.toIntExact(value));
                case "maxCellLength" -> builder.maxCellLength(Math.toIntExact(value));
                case "maxMalformedRows" -> builder.maxMalformedRows(Math.toIntExact(value));
                case "maxFields" -> builder.maxFields(Math.toIntExact(value));
                case "maxDepth" -> builder.maxDepth(Math.toIntExact(value));
                case "maxFolderDepth" -> builder.maxFolderDepth(Math.toIntExact(value));
                case "maxAttachmentBytes" -> builder.maxAttachmentBytes(value);
                case "maxUnfoldedBytes" -> builder.maxUnfoldedBytes(value);
                case "maxUnfoldedRatio" -> builder.maxUnfoldedRatio(Math.toIntExact(value));
                case "maxSharedTextBytes" -> builder.maxSharedTextBytes(value);
                case "maxOfficeBytes" -> builder.maxOfficeBytes(value);
                case "maxPages" -> builder.maxPages(Math.toIntExact(value));
                default ->
                    throw new IllegalArgumentException(name + ": "
                            + String.join(
                                    ", ",
                                    LimitsBuilder.stream(this)
                                            .map(Map.Entry::getKey)
                                            .toList()));
            }
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(name + " = " + value + ": ≤ " + Integer.MAX_VALUE, tooLarge);
        }
        return builder.build();
    }
}
