package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What became of the files of a run. Each file that was found, named or attached has one fate, so that the fates add up to
 * {@code all}; a file without one is told by {@code source.file.unaccounted}.
 *
 * @param all the number of files that were found, named or attached, each counted once by its path
 * @param read those that were opened and of which something came
 * @param attached those that belong to a record of another file
 * @param withheld those from which a record is withheld, or that belong to such a record
 * @param rejected those that were opened and of which nothing could be made
 * @param notRead those that were not opened, for a reason that is told
 */
@JsonPropertyOrder({"all", "read", "attached", "withheld", "rejected", "notRead"})
public record FileFates(long all, long read, long attached, long withheld, long rejected, long notRead) {

    /**
     * Creates the count.
     *
     * @throws IllegalArgumentException when a number is negative, or more files have a fate than there are
     */
    public FileFates {
        if (Math.min(Math.min(Math.min(read, attached), Math.min(withheld, rejected)), notRead) < 0
                || read + attached + withheld + rejected + notRead > all) {
            throw new IllegalArgumentException("of " + all + " files more have a fate, or a number is negative");
        }
    }

    /**
     * The number of files that have no fate.
     *
     * @return 0 when the account closes
     */
    public long unaccounted() {
        return all - read - attached - withheld - rejected - notRead;
    }
}
