package org.gongkai.validation.obligation;

import org.gongkai.validation.report.RunSummary.Share;

/**
 * The three figures by which disclosure is measured, for a body or for all.
 *
 * @param coverage 全量覆盖: obligations that were done, late or not, of those that were due and could be looked at
 * @param completeness 要素齐全: required elements that the records have, of those that they must have
 * @param regularity 格式规范: elements of the records whose form is in order, of those with a prescribed form
 */
public record ThreeFigures(Share coverage, Share completeness, Share regularity) {

    /** The figures of nothing. */
    static final ThreeFigures NONE = new ThreeFigures(new Share(0, 0), new Share(0, 0), new Share(0, 0));

    ThreeFigures plus(ThreeFigures other) {
        return new ThreeFigures(
                sum(coverage, other.coverage),
                sum(completeness, other.completeness),
                sum(regularity, other.regularity));
    }

    private static Share sum(Share one, Share other) {
        return new Share(one.good() + other.good(), one.all() + other.all());
    }
}
