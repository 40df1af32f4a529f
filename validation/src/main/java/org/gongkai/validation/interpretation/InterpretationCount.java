package org.gongkai.validation.interpretation;

import org.gongkai.validation.report.RunSummary.Share;
import org.jspecify.annotations.Nullable;

/**
 * Interpretations of one run in figures.
 *
 * @param interpreted of the documents in force that are to be interpreted, those that are; null when the run held nothing that
 *     interprets, so that nothing was checked
 * @param answered of the public documents in force, those on which an answer rests; null when the run held no answer
 * @param late the interpretations that came late
 * @param ofLapsed the interpretations and answers of lapsed documents that are not marked
 */
public record InterpretationCount(
        @Nullable Share interpreted, @Nullable Share answered, long late, long ofLapsed) {}
