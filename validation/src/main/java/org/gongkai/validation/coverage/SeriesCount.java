package org.gongkai.validation.coverage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.validation.report.RunSummary;

/**
 * All number series of a run in figures.
 *
 * @param series the series that were looked at
 * @param tooFew the series that were not, since fewer than three of their serials were seen and nothing else names them
 * @param sparse the series looked at of which more than half is missing; whoever selects documents has many of them, and
 *     their serials count in none of the following three
 * @param seen the serials seen in the others
 * @param explained the serials of the others that are missing for a stated reason
 * @param missing the serials of the others that are missing, and nobody said why
 * @param repeated the serials borne by documents of different titles
 * @param outliers the serials far above the others of their series
 */
@JsonPropertyOrder({"series", "tooFew", "sparse", "seen", "explained", "missing", "repeated", "outliers"})
public record SeriesCount(
        long series, long tooFew, long sparse, long seen, long explained, long missing, long repeated, long outliers) {

    /**
     * The share covered: the serials seen among those that should be there, the explained left out.
     *
     * @return the share
     */
    public RunSummary.Share share() {
        return new RunSummary.Share(seen, seen + missing);
    }
}
