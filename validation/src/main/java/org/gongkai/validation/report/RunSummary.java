package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.validation.coverage.InventoryCount;
import org.gongkai.validation.coverage.NumberSeries;
import org.gongkai.validation.coverage.SeriesCount;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One run in figures: the model that every report prints. It opens with what the duty asks for: full coverage
 * (全量覆盖), all elements present (要素齐全), regular format (格式规范).
 *
 * @param profile the profile by which the run judged
 * @param sources the number of sources opened
 * @param records the number of records judged
 * @param rejected the number of sources and records of which no record could be made
 * @param withheld the number of records that were judged and left out of the package
 * @param verdicts the number of records of each verdict, all three named
 * @param severities the number of findings of each severity, all three named
 * @param coverage the share of the inventory that the records cover, or why it was not checked
 * @param completeness of the elements that were required, those present
 * @param regularity of the elements present that have a form, those in which no error or warning was found
 * @param interpretation of the documents in force that are to be interpreted, those that are; null when the run held no interpretation,
 *     so that it was not checked
 * @param elements both shares for each element, in the order of the record; without elements that never counted
 * @param findings the number of findings of each rule, commonest first
 * @param notRun the rules that did not run, and why
 */
@JsonPropertyOrder({
    "profile",
    "sources",
    "records",
    "rejected",
    "withheld",
    "verdicts",
    "severities",
    "coverage",
    "completeness",
    "regularity",
    "interpretation",
    "elements",
    "findings",
    "notRun"
})
public record RunSummary(
        ProfileUsed profile,
        long sources,
        long records,
        long rejected,
        long withheld,
        Map<Verdict, Long> verdicts,
        Map<Severity, Long> severities,
        Coverage coverage,
        Share completeness,
        Share regularity,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Share interpretation,
        List<ElementCount> elements,
        List<RuleCount> findings,
        List<SkippedRule> notRun) {

    /**
     * Creates a summary.
     *
     * @throws NullPointerException when a component is null
     */
    public RunSummary {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(completeness, "completeness");
        Objects.requireNonNull(regularity, "regularity");
        // Copied as EnumMap, whose order is that of the enum: the same figures give the same bytes.
        verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
        severities = Collections.unmodifiableMap(new EnumMap<>(severities));
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
        notRun = List.copyOf(notRun);
    }

    /**
     * A share of a whole.
     *
     * @param good how many are as they should be, from 0 to {@code all}
     * @param all how many there are
     */
    @JsonPropertyOrder({"good", "all", "percent"})
    public record Share(long good, long all) {

        /**
         * Creates a share.
         *
         * @throws IllegalArgumentException when {@code good} is negative or more than {@code all}
         */
        public Share {
            if (good < 0 || good > all) {
                throw new IllegalArgumentException(good + " of " + all + " is no share");
            }
        }

        /**
         * The share in per cent with one decimal, rounded down, so that 100.0 means all of them.
         *
         * @return the percentage, or null when there is nothing to have a share of
         */
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public @Nullable BigDecimal percent() {
            return all == 0
                    ? null
                    : BigDecimal.valueOf(good)
                            .multiply(BigDecimal.valueOf(100))
                            .divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN);
        }
    }

    /**
     * How much of what should be there is there (全量覆盖). The share is found / expected by the inventory; what is missing
     * for a stated reason counts in neither and stands apart. Number series tell what the documents themselves show;
     * they make no share, since no series tells what came after its last number.
     *
     * @param share the share of the inventory, or null when it was not checked
     * @param notChecked why it was not checked, or null when it was
     * @param inventory the figures behind the share, or null without an inventory
     * @param numbers all number series in figures, or null when none were followed
     * @param series the number series, at most {@value #MOST_SERIES}: those with most missing, by agency code and year
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"share", "notChecked", "inventory", "numbers", "series"})
    public record Coverage(
            @Nullable Share share,
            @Nullable Bilingual notChecked,
            @Nullable InventoryCount inventory,
            @Nullable SeriesCount numbers,
            List<NumberSeries> series) {

        /** How many series are listed at most; the figures count them all. */
        public static final int MOST_SERIES = 1_000;

        /**
         * Creates a coverage.
         *
         * @throws IllegalArgumentException unless exactly one of share and reason is null, or when there is a share
         *     that nothing can be had of, or more series than may be listed
         */
        public Coverage {
            series = List.copyOf(series);
            if ((share == null) == (notChecked == null)) {
                throw new IllegalArgumentException("coverage is either a share or a reason why there is none");
            }
            if (share != null && share.all() == 0) {
                throw new IllegalArgumentException("a share of nothing is no coverage; say why it was not checked");
            }
            if (series.size() > MOST_SERIES) {
                throw new IllegalArgumentException("more than " + MOST_SERIES + " series");
            }
        }

        /**
         * A coverage that nobody looked at.
         *
         * @param why the reason
         * @return the coverage, without figures
         */
        public static Coverage notChecked(Bilingual why) {
            return new Coverage(null, Objects.requireNonNull(why, "why"), null, null, List.of());
        }
    }

    /**
     * The profile by which a run judged.
     *
     * @param name its name
     * @param version its version
     * @param sha256 the digest of its file
     * @param judgedOn the day that counted as today
     * @param inForce whether the profile holds on that day
     */
    @JsonPropertyOrder({"name", "version", "sha256", "judgedOn", "inForce"})
    public record ProfileUsed(String name, String version, String sha256, LocalDate judgedOn, boolean inForce) {

        /**
         * Creates an entry.
         *
         * @throws NullPointerException when a component is null
         */
        public ProfileUsed {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(judgedOn, "judgedOn");
        }
    }

    /**
     * One element of one kind of record over the whole run.
     *
     * @param kind the code of the kind, or null in a report of a version that did not tell elements of kinds apart
     * @param element the element's JSON name
     * @param present of the records that must have it, those that do
     * @param regular of the records that have it and a form for it, those in which the form is regular
     */
    public record ElementCount(@Nullable String kind, String element, Share present, Share regular) {

        /**
         * Creates an entry.
         *
         * @throws NullPointerException when a component is null
         */
        public ElementCount {
            Objects.requireNonNull(element, "element");
            Objects.requireNonNull(present, "present");
            Objects.requireNonNull(regular, "regular");
        }
    }

    /**
     * How often one rule was broken.
     *
     * @param rule the rule's code
     * @param severity the severity under the profile
     * @param count the number of findings
     */
    public record RuleCount(String rule, Severity severity, long count) {

        /**
         * Creates an entry.
         *
         * @throws NullPointerException when a component is null
         */
        public RuleCount {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(severity, "severity");
        }
    }
}
