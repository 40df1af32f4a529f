package org.gongkai.core.catalogue;

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
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise or institution that serves the public and discloses by rules of its own (公共企事业单位); 政府信息公开条例 art. 55,
 * 国办发〔2020〕50号, 青崂政办字〔2023〕13号, item 12.
 *
 * @param name its name; required
 * @param creditCode its unified social credit code, or null
 * @param sector what it serves with (行业); required
 * @param authority the department in charge (主管部门); required
 * @param rule the rule that it discloses by (适用规定), or null
 * @param columnUrl the address of its column (公开专栏), or null
 * @param liaison the office and its telephone for questions (联络员), never a private number; or null
 * @param address where it is, or null
 * @param hours when it is open, or null
 * @param guideUpdatedOn the day on which its guide was last renewed, or null
 * @param directoryUrl the address of its directory, or null
 * @param lastAssessedOn the day of its last assessment (评估日期), or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "name",
    "creditCode",
    "sector",
    "authority",
    "rule",
    "columnUrl",
    "liaison",
    "address",
    "hours",
    "guideUpdatedOn",
    "directoryUrl",
    "lastAssessedOn",
    "sourceUrl"
})
public record PublicServiceUnit(
        @NotNull(message = "{publicUnit.name.missing}") @Nullable
        String name,

        @WellFormed(message = "{publicUnit.creditCode.malformed}", groups = Advice.class) @Nullable
        CreditCode creditCode,

        @NotNull(message = "{publicUnit.sector.missing}")
        @WellFormed(message = "{publicUnit.sector.unlisted}", groups = Advice.class)
        @Nullable
        ServiceSector sector,

        @NotNull(message = "{publicUnit.authority.missing}")
        @WellFormed(message = "{publicUnit.authority.malformed}", groups = Advice.class)
        @Nullable
        Agency authority,

        @Nullable String rule,

        @NotNull(message = "{publicUnit.column.missing}", groups = Advice.class) @Nullable
        String columnUrl,

        @NotNull(message = "{publicUnit.liaison.missing}", groups = Advice.class) @Nullable
        Consultation liaison,

        @Nullable String address,
        @Nullable String hours,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate guideUpdatedOn,

        @Nullable String directoryUrl,

        @NotNull(message = "{publicUnit.assessment.none}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate lastAssessedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PublicServiceUnit {
        name = Blank.toNull(name);
        creditCode = Blank.toNull(creditCode);
        sector = Blank.toNull(sector);
        authority = Blank.toNull(authority);
        rule = Blank.toNull(rule);
        columnUrl = Blank.toNull(columnUrl);
        address = Blank.toNull(address);
        hours = Blank.toNull(hours);
        directoryUrl = Blank.toNull(directoryUrl);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Credit code, else name. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("public-service-unit", creditCode == null ? name : creditCode);
    }

    /** The unit itself. */
    @Override
    public @Nullable Agency agency() {
        return name == null ? null : Agency.parse(name);
    }

    /** The day of its last assessment, else that of its guide. */
    @Override
    public @Nullable LocalDate datedOn() {
        return lastAssessedOn == null ? guideUpdatedOn : lastAssessedOn;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate dated = datedOn();
        return dated == null ? null : dated.getYear();
    }

    @Override
    public @Nullable String designation() {
        return name;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
