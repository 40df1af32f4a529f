package org.gongkai.core.land;

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
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A yearly plan of land requisition (年度土地征收计划). No published example prescribes its elements; these are what
 * the later disclosure of each project needs.
 *
 * @param year the year planned; required
 * @param compiledBy the body that compiles it (编制机关); required
 * @param title the title as published, or null
 * @param publishedOn the publication date; required
 * @param basis what it rests on (依据): the economic and social plan, an approved tract development
 * @param revision the number of the revision, 0 for the first text, or null
 * @param items its lines; at least one
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"kind", "year", "compiledBy", "title", "publishedOn", "basis", "revision", "items", "sourceUrl"})
public record LandRequisitionPlan(
        @NotNull(message = "{land.plan.year.missing}") @Nullable
        Integer year,

        @NotNull(message = "{land.plan.compiledBy.missing}") @Nullable
        Agency compiledBy,

        @Nullable String title,

        @NotNull(message = "{land.plan.publishedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @NotEmpty(message = "{land.plan.basis.missing}", groups = Advice.class)
        List<String> basis,

        @PositiveOrZero(message = "{land.plan.revision.negative}") @Nullable
        Integer revision,

        @NotEmpty(message = "{land.plan.items.missing}") List<@Valid PlanItem> items,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a plan; blank texts and codes become null, null lists become empty. */
    public LandRequisitionPlan {
        compiledBy = Blank.toNull(compiledBy);
        title = Blank.toNull(title);
        basis = Blank.dropped(basis);
        items = Blank.dropped(items);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** The compiling body and the year: every revision is the same plan. */
    @Override
    @JsonIgnore
    public String key() {
        return "land-plan:" + (compiledBy == null ? "" : LegacyText.withoutBlanks(compiledBy.text())) + ' ' + year;
    }

    /** The compiling body. */
    @Override
    public @Nullable Agency agency() {
        return compiledBy;
    }

    /** The publication date. */
    @Override
    public @Nullable LocalDate datedOn() {
        return publishedOn;
    }

    /** The title. */
    @Override
    public @Nullable String designation() {
        return title;
    }

    /** The number of the revision. */
    @Override
    public String edition() {
        return String.valueOf(revision);
    }
}
