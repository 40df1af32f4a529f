package org.gongkai.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.gongkai.core.source.FieldFate;
import org.gongkai.validation.Finding;
import org.gongkai.validation.RunSummary;

/**
 * What a run comes to; {@code report.json} in the package.
 *
 * @param summary the figures of the judgement
 * @param fields the number of source fields of each fate
 * @param duplicates the number of sources held back because their record was there already
 * @param examples the first finding of each rule
 */
@JsonPropertyOrder({"summary", "duplicates", "fields"})
record RunReport(
        @JsonUnwrapped RunSummary summary,
        Map<FieldFate, Long> fields,
        long duplicates,
        @JsonIgnore Map<String, Finding> examples) {}
