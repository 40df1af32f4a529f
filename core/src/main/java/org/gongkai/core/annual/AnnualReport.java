package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The yearly report of a body on its disclosure work (政府信息公开工作年度报告; Regulation on the Disclosure of Government
 * Information, arts. 49 and 50): six sections, and three tables of figures of a prescribed form.
 *
 * <p>The figures are kept as they are printed; whether they add up is asked of the rules. The form follows from the year.
 *
 * @param body the body that reports; required
 * @param bodyKind what kind of body it is, which decides when the report is due; null when it does not say
 * @param year the year reported on, the one before the publication; required
 * @param period the time that the figures are counted over, or null
 * @param publishedOn the day of publication, or null
 * @param submittedOn the day on which a department handed it in (提交), or null
 * @param sections the sections with their texts, in the order in which they stand; empty when only the tables are known
 * @param proactive the rows of table 2, information disclosed by the body itself
 * @param requests the rows of table 3, applications by result and applicant
 * @param disputes the rows of table 4, reconsiderations and suits
 * @param fees the fees for the processing of information, or null
 * @param workPoints how the work points of the year were carried out (工作要点落实情况), or null
 * @param proposals how answers to proposals of deputies were disclosed (建议提案办理结果公开), or null
 * @param compiledFrom the bodies whose reports a government's report sums up (汇总单位); empty for none
 * @param contact whom to ask about the report, as it says, or null
 * @param electronicCopyUrl the address of its electronic copy, or null
 * @param indexNumber its index number, or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "body",
    "bodyKind",
    "year",
    "period",
    "publishedOn",
    "submittedOn",
    "sections",
    "proactive",
    "requests",
    "disputes",
    "fees",
    "workPoints",
    "proposals",
    "compiledFrom",
    "contact",
    "electronicCopyUrl",
    "indexNumber",
    "sourceUrl"
})
public record AnnualReport(
        @NotNull(message = "{annualReport.body.missing}") @Nullable
        Agency body,

        @WellFormed(message = "{annualReport.bodyKind.unlisted}", groups = Advice.class) @Nullable
        ReportingBody bodyKind,

        @NotNull(message = "{annualReport.year.missing}") @Nullable
        Integer year,

        @NotNull(message = "{annualReport.period.missing}", groups = Advice.class) @Nullable
        ReportPeriod period,

        @NotNull(message = "{annualReport.publishedOn.missing}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate submittedOn,

        @NotEmpty(message = "{annualReport.sections.notGiven}", groups = Advice.class)
        List<ReportSection> sections,

        List<ReportRow> proactive,
        List<ReportRow> requests,
        List<ReportRow> disputes,
        @Nullable @Valid ProcessingFees fees,
        @Nullable String workPoints,
        @Nullable String proposals,
        List<Agency> compiledFrom,
        @Nullable String contact,
        @Nullable String electronicCopyUrl,
        @Nullable IndexNumber indexNumber,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a report; blank texts and codes become null, null lists become empty. */
    public AnnualReport {
        body = Blank.toNull(body);
        bodyKind = Blank.toNull(bodyKind);
        sections = Blank.dropped(sections);
        proactive = Blank.dropped(proactive);
        requests = Blank.dropped(requests);
        disputes = Blank.dropped(disputes);
        workPoints = Blank.toNull(workPoints);
        proposals = Blank.toNull(proposals);
        compiledFrom = Blank.dropped(compiledFrom);
        contact = Blank.toNull(contact);
        electronicCopyUrl = Blank.toNull(electronicCopyUrl);
        indexNumber = Blank.toNull(indexNumber);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** The body and the year. */
    @Override
    @JsonIgnore
    public String key() {
        return "annual-report:" + (body == null ? "" : LegacyText.withoutBlanks(body.text())) + ' ' + year;
    }

    /** The reporting body. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The publication date. */
    @Override
    public @Nullable LocalDate datedOn() {
        return publishedOn;
    }

    /** The body and the year, as reports are titled. */
    @Override
    public @Nullable String designation() {
        return body == null || year == null ? null : body.text() + year + "年政府信息公开工作年度报告";
    }

    /** A report has but one edition. */
    @Override
    public String edition() {
        return "";
    }

    /**
     * The form that the report must follow.
     *
     * @return the form of its year, or null when the year is not known or had none
     */
    public @Nullable ReportForm form() {
        return year == null ? null : ReportForm.of(year);
    }

    /**
     * What kind of body reports: as the report says, or else as the name of the body says.
     *
     * @return the kind, or null when neither says
     */
    public ReportingBody.@Nullable Kind reporter() {
        if (bodyKind != null) {
            return bodyKind.kind();
        }
        return body == null ? null : ReportingBody.saidBy(body);
    }

    /**
     * The rows of a table.
     *
     * @param table the table, not null
     * @return the rows as the report has them
     */
    public List<ReportRow> rows(ReportTable table) {
        return switch (table) {
            case PROACTIVE -> proactive;
            case REQUESTS -> requests;
            case DISPUTES -> disputes;
        };
    }
}
