package org.gongkai.validation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * All number series of a run in figures.
 *
 * @param series the series that were looked at
 * @param tooFew the series that were not, since fewer than three of their serials were seen and nothing else names them
 * @param seen the serials seen in those looked at
 * @param explained the serials that are missing for a stated reason
 * @param missing the serials that are missing, and nobody said why
 * @param repeated the serials borne by documents of different titles
 * @param outliers the serials far above the others of their series
 */
@JsonPropertyOrder({"series", "tooFew", "seen", "explained", "missing", "repeated", "outliers"})
public record SeriesCount(
        long series, long tooFew, long seen, long explained, long missing, long repeated, long outliers) {

    /**
     * The share covered: the serials seen among those that should be there, the explained left out.
     *
     * @return the share
     */
    public RunSummary.Share share() {
        return new RunSummary.Share(seen, seen + missing);
    }
}
