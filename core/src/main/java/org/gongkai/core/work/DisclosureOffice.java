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
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.PlainNumber;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * The office of a body that does the work of disclosure (政务公开工作机构), with its people and money; 青崂政办字〔2023〕13号, item 14.
 *
 * @param body whose office it is (单位); required
 * @param year the year (年度), or null
 * @param office the name of the office (工作机构), or null
 * @param head the post of its head, or null
 * @param fullTime how many work there full time, or null
 * @param partTime how many work there part time, or null
 * @param budget its money of the year in yuan, or null
 * @param groupUpdatedOn the day on which the leading group was last changed, or null
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
    "office",
    "head",
    "fullTime",
    "partTime",
    "budget",
    "groupUpdatedOn",
    "sourceUrl"
})
public record DisclosureOffice(
        @NotNull(message = "{office.body.missing}")
        @WellFormed(message = "{office.body.malformed}", groups = Advice.class)
        @Nullable
        Agency body,

        @Nullable Integer year,
        @Nullable String office,
        @Nullable String head,
        @Nullable Integer fullTime,
        @Nullable Integer partTime,
        @Nullable BigDecimal budget,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate groupUpdatedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public DisclosureOffice {
        body = Blank.toNull(body);
        office = Blank.toNull(office);
        head = Blank.toNull(head);
        budget = PlainNumber.of(budget);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Body and year. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("disclosure-office", body, year);
    }

    /** Whose office it is. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The day on which the leading group was last changed. */
    @Override
    public @Nullable LocalDate datedOn() {
        return groupUpdatedOn;
    }

    @Override
    public @Nullable String designation() {
        return office == null ? (body == null ? null : body.text()) : office;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
