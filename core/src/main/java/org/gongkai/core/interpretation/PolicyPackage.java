package org.gongkai.core.interpretation;

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
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A package of policies (政策文件包): documents gathered for one group of readers, such as small firms; 青崂政办字〔2023〕13号, item 4,
 * and 青岛市优化营商环境条例, art. 42, for conditions and the way to apply.
 *
 * @param name the name (政策包名称); required
 * @param audience for whom it is (面向对象); required
 * @param owner who answers for it (责任单位); required
 * @param items what it holds; at least one
 * @param channels where it is offered (发布渠道)
 * @param publishedOn the publication date (发布日期); required
 * @param updatedOn the day on which it was last updated (更新日期), or null
 * @param validUntil the last day on which it is offered (有效期至), or null
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
    "audience",
    "owner",
    "items",
    "channels",
    "publishedOn",
    "updatedOn",
    "validUntil",
    "sourceUrl"
})
public record PolicyPackage(
        @NotNull(message = "{policyPackage.name.missing}") @Nullable
        String name,

        @NotNull(message = "{policyPackage.audience.missing}") @Nullable
        String audience,

        @NotNull(message = "{policyPackage.owner.missing}")
        @WellFormed(message = "{policyPackage.owner.malformed}", groups = Advice.class)
        @Nullable
        Agency owner,

        @NotEmpty(message = "{policyPackage.items.missing}") List<@Valid PolicyPackageItem> items,
        List<String> channels,

        @NotNull(message = "{policyPackage.publishedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate updatedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validUntil,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PolicyPackage {
        name = Blank.toNull(name);
        audience = Blank.toNull(audience);
        owner = Blank.toNull(owner);
        items = Blank.dropped(items);
        channels = Blank.dropped(channels);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Name and owner. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("policy-package", name, owner);
    }

    /** Who answers for it. */
    @Override
    public @Nullable Agency agency() {
        return owner;
    }

    /** The publication date. */
    @Override
    public @Nullable LocalDate datedOn() {
        return publishedOn;
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
