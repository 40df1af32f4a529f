package org.gongkai.core.work;

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
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of tasks that a body draws from the work points of a year (政务公开工作任务清单); 青崂政办字〔2023〕13号, item 17.
 *
 * @param body whose list it is (清单单位); or null
 * @param year the year of the list (年度); required
 * @param listTitle the title of the list, or null
 * @param basis the work points of the level above (依据), or null
 * @param documentNumber the document number of the list, or null
 * @param publishedOn the day on which the list was published, or null
 * @param number the number in the list (序号), or null
 * @param group1 the group of tasks (工作任务), or null
 * @param group2 the group in that, or null
 * @param group3 the group in that, or null
 * @param requirement what is to be done (具体要求); required
 * @param pointItem the item of the work points that it comes from, or null
 * @param responsible who is responsible (责任单位); at least one
 * @param offices the offices in the body (责任科室)
 * @param limit by when (时限要求); or null
 * @param state how far it is (进展), or null
 * @param doneOn the day on which it was done, or null
 * @param evidenceUrls where it can be seen that it was done (佐证)
 * @param indicator the indicator of the assessment, or null
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
    "year",
    "listTitle",
    "basis",
    "documentNumber",
    "publishedOn",
    "number",
    "group1",
    "group2",
    "group3",
    "requirement",
    "pointItem",
    "responsible",
    "offices",
    "limit",
    "state",
    "doneOn",
    "evidenceUrls",
    "indicator",
    "sourceUrl"
})
public record Task(
        @NotNull(message = "{task.body.missing}", groups = Advice.class)
        @WellFormed(message = "{task.body.malformed}", groups = Advice.class)
        @Nullable
        Agency body,

        @NotNull(message = "{task.year.missing}") @Nullable Integer year,
        @Nullable String listTitle,

        @NotNull(message = "{task.basis.missing}", groups = Advice.class) @Nullable
        String basis,

        @Nullable DocumentNumber documentNumber,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @Nullable String number,
        @Nullable String group1,
        @Nullable String group2,
        @Nullable String group3,

        @NotNull(message = "{task.requirement.missing}") @Nullable
        String requirement,

        @Nullable Integer pointItem,
        @NotEmpty(message = "{task.responsible.missing}") List<@Valid ResponsibleBody> responsible,
        List<String> offices,

        @NotNull(message = "{task.limit.missing}", groups = Advice.class)
        @WellFormed(message = "{task.limit.unreadable}", groups = Advice.class)
        @Nullable
        TaskLimit limit,

        @WellFormed(message = "{task.state.unlisted}", groups = Advice.class) @Nullable
        TaskState state,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate doneOn,

        List<String> evidenceUrls,
        @Nullable String indicator,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public Task {
        body = Blank.toNull(body);
        listTitle = Blank.toNull(listTitle);
        basis = Blank.toNull(basis);
        documentNumber = Blank.toNull(documentNumber);
        number = Blank.toNull(number);
        group1 = Blank.toNull(group1);
        group2 = Blank.toNull(group2);
        group3 = Blank.toNull(group3);
        requirement = Blank.toNull(requirement);
        responsible = Blank.dropped(responsible);
        offices = Blank.dropped(offices);
        limit = Blank.toNull(limit);
        state = Blank.toNull(state);
        evidenceUrls = Blank.dropped(evidenceUrls);
        indicator = Blank.toNull(indicator);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Body, year, number and requirement. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("task", body, year, number, requirement);
    }

    /** Whose list it is. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The day on which its list was published. */
    @Override
    public @Nullable LocalDate datedOn() {
        return publishedOn;
    }

    @Override
    public @Nullable String designation() {
        return requirement;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }

    /**
     * The last day on which it is in time.
     *
     * @return the day; null when it has no limit, or nobody can read it
     */
    @JsonIgnore
    public @Nullable LocalDate lastDay() {
        return limit == null ? null : limit.lastDay(year);
    }
}
