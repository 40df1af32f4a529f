package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.source.FieldFate;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.DataFiles;
import org.jspecify.annotations.Nullable;

/**
 * What a run comes to: the one model from which every report is made. {@link ReportCollector} makes it.
 *
 * <p>Totals are exact. Of each rule it keeps the first findings only, so that its size is bounded whatever the run.
 * Immutable.
 *
 * @param reportFormat the form of this report: {@value #FORMAT}
 * @param tool the program that made it, with its version
 * @param made the moment of the run
 * @param summary the figures; in JSON its properties stand beside those of the report
 * @param duplicates the number of sources held back because their record was there already
 * @param files what became of the files, or null when the run had none, and in a report that an earlier version wrote
 * @param fields the number of source fields of each fate, all named
 * @param labels the same by the labels of the sources: those with most fields unmapped or unreadable first, then by
 *     fields, then by label. At most 1,000 labels are told apart, those that the run met first; the
 *     others are counted in one last entry, so that the totals add up to {@code fields}. Empty in a report that an
 *     earlier version wrote
 * @param agencies the records and findings of each agency: those with most errors first, then by findings, then by name
 * @param years the records and findings of each year, in order, what has none last
 * @param baseline what the baseline did, or null when there was none
 * @param maxFindings how many findings of one rule the report keeps; those that a baseline holds back are counted apart
 * @param examples the findings kept, by severity and rule, those of one rule in the order of the run; without those of
 *     records that may not be handed over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "reportFormat",
    "tool",
    "made",
    "summary",
    "duplicates",
    "files",
    "fields",
    "labels",
    "agencies",
    "years",
    "baseline",
    "maxFindings",
    "examples"
})
public record Report(
        String reportFormat,
        String tool,
        OffsetDateTime made,
        @JsonUnwrapped RunSummary summary,
        long duplicates,
        @Nullable FileFates files,
        Map<FieldFate, Long> fields,
        List<LabelCount> labels,
        List<GroupCount> agencies,
        List<GroupCount> years,
        @Nullable BaselineUse baseline,
        int maxFindings,
        List<ReportedFinding> examples)
        implements Leaving<Report> {

    /** The form of the reports that this version writes and reads. */
    public static final String FORMAT = "gongkai-report/1";

    /** How many labels of the sources are counted by name. */
    public static final int MOST_LABELS = 1_000;

    /**
     * Creates a report.
     *
     * @param labels see {@link #labels()}; null means none
     * @throws NullPointerException when a component other than {@code files}, {@code baseline} and {@code labels} is null
     */
    public Report {
        Objects.requireNonNull(reportFormat, "reportFormat");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(made, "made");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(fields, "fields");
        fields = Collections.unmodifiableMap(new EnumMap<>(fields));
        labels = labels == null ? List.of() : List.copyOf(labels);
        agencies = List.copyOf(agencies);
        years = List.copyOf(years);
        examples = List.copyOf(examples);
    }

    @Override
    public Report withoutNumbers() {
        return new Report(
                reportFormat,
                tool,
                made,
                summary,
                duplicates,
                files,
                fields,
                labels.stream().map(LabelCount::withoutNumbers).toList(),
                agencies.stream().map(GroupCount::withoutNumbers).toList(),
                years,
                baseline == null ? null : baseline.withoutNumbers(),
                maxFindings,
                examples.stream().map(ReportedFinding::withoutNumbers).toList());
    }

    // A constructor, since its mark is what keeps an older Jackson from the one of all components.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private Report(Flat flat) {
        this(
                flat.reportFormat(),
                flat.tool(),
                flat.made(),
                flat.summary(),
                flat.duplicates(),
                flat.files(),
                flat.fields(),
                flat.labels(),
                flat.agencies(),
                flat.years(),
                flat.baseline(),
                flat.maxFindings(),
                flat.examples());
    }

    /** The properties side by side, as JSON has them: Jackson before 2.19 unwraps no component of a record. */
    private record Flat(
            String reportFormat,
            String tool,
            OffsetDateTime made,
            RunSummary.ProfileUsed profile,
            long sources,
            long records,
            long rejected,
            long withheld,
            Map<Verdict, Long> verdicts,
            Map<Severity, Long> severities,
            RunSummary.Coverage coverage,
            RunSummary.Share completeness,
            RunSummary.Share regularity,
            RunSummary.@Nullable Share interpretation,
            List<RunSummary.ElementCount> elements,
            List<RunSummary.RuleCount> findings,
            List<SkippedRule> notRun,
            long duplicates,
            @Nullable FileFates files,
            Map<FieldFate, Long> fields,
            List<LabelCount> labels,
            List<GroupCount> agencies,
            List<GroupCount> years,
            @Nullable BaselineUse baseline,
            int maxFindings,
            List<ReportedFinding> examples) {

        RunSummary summary() {
            return new RunSummary(
                    profile,
                    sources,
                    records,
                    rejected,
                    withheld,
                    verdicts,
                    severities,
                    coverage,
                    completeness,
                    regularity,
                    interpretation,
                    elements,
                    findings,
                    notRun);
        }
    }

    /**
     * Reads a report that was written as JSON.
     *
     * @param json the text in UTF-8; not closed
     * @return the report
     * @throws IOException when it cannot be read, or is no report of a form that this version knows; the message says
     *     what is wrong and where
     */
    public static Report read(InputStream json) throws IOException {
        try {
            // A report of a later version may say more.
            Report report = DataFiles.mapper()
                    .readerFor(Report.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (report == null || !report.reportFormat().equals(FORMAT)) {
                throw new IOException(
                        "reportFormat is " + (report == null ? null : report.reportFormat()) + ", expected " + FORMAT);
            }
            return report;
        } catch (JacksonException e) {
            throw Faults.of("no report of the form " + FORMAT + ": ", e);
        }
    }

    /**
     * The number of errors that no baseline holds back: what decides whether a run is in order.
     *
     * @return the number
     */
    public long errors() {
        return summary.severities().getOrDefault(Severity.ERROR, 0L);
    }

    /**
     * The number of findings that no baseline holds back.
     *
     * @return all severities together
     */
    public long findings() {
        return summary.severities().values().stream().mapToLong(Long::longValue).sum();
    }
}
