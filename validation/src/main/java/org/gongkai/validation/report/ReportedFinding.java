package org.gongkai.validation.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Objects;
import org.gongkai.core.privacy.Leaving;
import org.gongkai.core.source.Location;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what the people who act on it want to know beside it. In JSON its properties stand beside those of
 * the finding.
 *
 * @param finding the finding
 * @param agency the agency that answers for the record, or null when it names none or there is no record
 * @param year the year in which the record was made, or null when it names none or there is no record
 * @param title what people call the record, or null when it has no name or there is no record
 * @param heldBack why a baseline holds the finding back, or null when none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"finding", "agency", "year", "title", "heldBack"})
public record ReportedFinding(
        @JsonUnwrapped Finding finding,
        @Nullable String agency,
        @Nullable Integer year,
        @Nullable String title,
        @Nullable Hold heldBack)
        implements Leaving<ReportedFinding> {

    /**
     * Creates a finding.
     *
     * @throws NullPointerException when {@code finding} is null
     */
    public ReportedFinding {
        Objects.requireNonNull(finding, "finding");
    }

    @Override
    public ReportedFinding withoutNumbers() {
        return new ReportedFinding(finding.withoutNumbers(), Leaving.text(agency), year, Leaving.text(title), heldBack);
    }

    // A constructor, since its mark is what keeps an older Jackson from the one of all components.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    private ReportedFinding(Flat flat) {
        this(flat.finding(), flat.agency(), flat.year(), flat.title(), flat.heldBack());
    }

    /** The properties side by side, as JSON has them: Jackson before 2.19 unwraps no component of a record. */
    private record Flat(
            String rule,
            Severity severity,
            @Nullable String record,
            String pointer,
            @Nullable String value,
            @Nullable String expected,
            @Nullable Location location,
            String fingerprint,
            @Nullable String agency,
            @Nullable Integer year,
            @Nullable String title,
            @Nullable Hold heldBack) {

        Finding finding() {
            return new Finding(rule, severity, record, pointer, value, expected, location, fingerprint);
        }
    }

    /**
     * Why and until when a baseline holds a finding back.
     *
     * @param reason the reason that somebody gave
     * @param until the last day on which it is held back
     */
    public record Hold(String reason, LocalDate until) {

        /**
         * Creates a hold.
         *
         * @throws NullPointerException when a component is null
         */
        public Hold {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(until, "until");
        }
    }
}
