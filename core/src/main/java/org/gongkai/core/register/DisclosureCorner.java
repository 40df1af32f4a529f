package org.gongkai.core.register;

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
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.catalogue.DisclosureTier;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A place where people read what is public, apply and ask (政务公开专区); 青崂政办字〔2023〕13号, item 13, 政府信息公开条例 art. 25.
 *
 * @param name its name; required
 * @param owner who runs it (设立单位); or null
 * @param tier on which level it is (层级); required
 * @param place where it is (地点); required
 * @param hours when it is open (开放时间); or null
 * @param telephone its telephone, or null
 * @param zones its parts: 查询区, 咨询答复区, 受理区
 * @param equipment its equipment
 * @param activities what was held there
 * @param lastUpdatedOn the day of its last update, or null
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
    "owner",
    "tier",
    "place",
    "hours",
    "telephone",
    "zones",
    "equipment",
    "activities",
    "lastUpdatedOn",
    "sourceUrl"
})
public record DisclosureCorner(
        @NotNull(message = "{corner.name.missing}") @Nullable
        String name,

        @NotNull(message = "{corner.owner.missing}", groups = Advice.class)
        @WellFormed(message = "{corner.owner.malformed}", groups = Advice.class)
        @Nullable
        Agency owner,

        @NotNull(message = "{corner.tier.missing}")
        @WellFormed(message = "{corner.tier.unlisted}", groups = Advice.class)
        @Nullable
        DisclosureTier tier,

        @NotNull(message = "{corner.place.missing}") @Nullable
        String place,

        @NotNull(message = "{corner.hours.missing}", groups = Advice.class) @Nullable
        String hours,

        @Nullable String telephone,
        List<String> zones,
        List<String> equipment,
        List<CornerActivity> activities,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate lastUpdatedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public DisclosureCorner {
        name = Blank.toNull(name);
        owner = Blank.toNull(owner);
        tier = Blank.toNull(tier);
        place = Blank.toNull(place);
        hours = Blank.toNull(hours);
        telephone = Blank.toNull(telephone);
        zones = Blank.dropped(zones);
        equipment = Blank.dropped(equipment);
        activities = Blank.dropped(activities);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Name and place. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("disclosure-corner", name, place);
    }

    /** Who runs it. */
    @Override
    public @Nullable Agency agency() {
        return owner;
    }

    /** The day of its last update. */
    @Override
    public @Nullable LocalDate datedOn() {
        return lastUpdatedOn;
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
