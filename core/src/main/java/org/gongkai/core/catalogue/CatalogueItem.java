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
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * An item of a standard catalogue of a county or township (基层政务公开标准目录): a kind of information that is to be public, by
 * 国办发〔2019〕54号 and the guides of the ministries for the 26 fields. A line of a table is one record.
 *
 * @param field the field (领域), one of the 26 or another; or null
 * @param number the number in the table (序号): 1, 2, or a code such as 0505; or null
 * @param level1 the matter of the first level (一级事项); required
 * @param level2 the matter of the second level (二级事项), or null
 * @param level3 the matter of the third level (三级事项), or null
 * @param content what is to be public (公开内容), its parts on lines or between ; and 、; required
 * @param bases what it rests on (公开依据); at least one
 * @param basisClause the text of the clause (条款内容), or null
 * @param basisRank the rank of the basis (依据效力位阶), or null
 * @param limit by when (公开时限); required
 * @param bodies who makes it public (公开主体), by name or, in guides, by kind; at least one
 * @param channels where (公开渠道和载体); at least one
 * @param audience for whom (公开对象); both may be meant
 * @param audienceGroup which group, where it is for one; or null
 * @param manner how (公开方式)
 * @param tiers on which levels (公开层级); half of the tables have none
 * @param matterType whether the law asks for it (事项类别), or null
 * @param office the office in the body (责任科室), or null
 * @param duty the duty of that office (对应职责), or null
 * @param columnUrl the address under which the information stands (栏目链接), or null
 * @param validFrom the day from which the item holds (施行日期), or null
 * @param changedOn the day of its last change (调整日期), or null
 * @param change what was done to it (调整情况), or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "field",
    "number",
    "level1",
    "level2",
    "level3",
    "content",
    "bases",
    "basisClause",
    "basisRank",
    "limit",
    "bodies",
    "channels",
    "audience",
    "audienceGroup",
    "manner",
    "tiers",
    "matterType",
    "office",
    "duty",
    "columnUrl",
    "validFrom",
    "changedOn",
    "change",
    "sourceUrl"
})
public record CatalogueItem(
        @NotNull(message = "{catalogue.field.unnamed}", groups = Advice.class)
        @WellFormed(message = "{catalogue.field.unlisted}", groups = Advice.class)
        @Nullable
        DisclosureField field,

        @Nullable String number,

        @NotNull(message = "{catalogue.level1.missing}") @Nullable
        String level1,

        @NotNull(message = "{catalogue.level2.missing}", groups = Advice.class) @Nullable
        String level2,

        @Nullable String level3,

        @NotNull(message = "{catalogue.content.missing}") @Nullable
        String content,

        @NotEmpty(message = "{catalogue.bases.missing}") List<LegalBasis> bases,
        @Nullable String basisClause,
        @Nullable String basisRank,

        @NotNull(message = "{catalogue.limit.missing}")
        @WellFormed(message = "{catalogue.limit.unreadable}", groups = Advice.class)
        @Nullable
        DisclosureLimit limit,

        @NotEmpty(message = "{catalogue.bodies.missing}") List<Agency> bodies,

        @NotEmpty(message = "{catalogue.channels.missing}")
        List<@WellFormed(message = "{catalogue.channels.unlisted}", groups = Advice.class) DisclosureChannel> channels,

        @NotEmpty(message = "{catalogue.audience.missing}", groups = Advice.class)
        List<@WellFormed(message = "{catalogue.audience.unlisted}", groups = Advice.class) DisclosureAudience> audience,

        @Nullable String audienceGroup,

        @NotEmpty(message = "{catalogue.manner.missing}", groups = Advice.class)
        List<@WellFormed(message = "{catalogue.manner.unlisted}", groups = Advice.class) DisclosureManner> manner,

        @NotEmpty(message = "{catalogue.tier.missing}", groups = Advice.class)
        List<@WellFormed(message = "{catalogue.tier.unlisted}", groups = Advice.class) DisclosureTier> tiers,

        @WellFormed(message = "{catalogue.matterType.unlisted}", groups = Advice.class) @Nullable
        MatterType matterType,

        @Nullable String office,
        @Nullable String duty,
        @Nullable String columnUrl,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validFrom,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate changedOn,

        @WellFormed(message = "{catalogue.change.unlisted}", groups = Advice.class) @Nullable
        ItemChange change,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public CatalogueItem {
        field = Blank.toNull(field);
        number = Blank.toNull(number);
        level1 = Blank.toNull(level1);
        level2 = Blank.toNull(level2);
        level3 = Blank.toNull(level3);
        content = Blank.toNull(content);
        bases = Blank.dropped(bases);
        basisClause = Blank.toNull(basisClause);
        basisRank = Blank.toNull(basisRank);
        limit = Blank.toNull(limit);
        bodies = Blank.dropped(bodies);
        channels = Blank.dropped(channels);
        audience = Blank.dropped(audience);
        audienceGroup = Blank.toNull(audienceGroup);
        manner = Blank.dropped(manner);
        tiers = Blank.dropped(tiers);
        matterType = Blank.toNull(matterType);
        office = Blank.toNull(office);
        duty = Blank.toNull(duty);
        columnUrl = Blank.toNull(columnUrl);
        change = Blank.toNull(change);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Field, body, matters, number and content: a line of a table. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("catalogue-item", field, agency(), level1, level2, level3, number, content);
    }

    /** The first of the bodies. */
    @Override
    public @Nullable Agency agency() {
        return bodies.isEmpty() ? null : bodies.get(0);
    }

    /** The day of its last change, else that from which it holds. */
    @Override
    public @Nullable LocalDate datedOn() {
        return changedOn == null ? validFrom : changedOn;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate dated = datedOn();
        return dated == null ? null : dated.getYear();
    }

    @Override
    public @Nullable String designation() {
        return level2 == null ? level1 : level2;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }

    /**
     * Whether it is to be public of the body’s own accord.
     *
     * @return true when the manner says so
     */
    @JsonIgnore
    public boolean proactive() {
        return manner.stream().anyMatch(each -> each.manner() == DisclosureManner.Manner.PROACTIVE);
    }
}
