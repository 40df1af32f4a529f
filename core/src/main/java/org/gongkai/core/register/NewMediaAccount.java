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
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * An account of a body on a platform of others, or an app (政务新媒体), with what happened to it; 国办发〔2018〕123号.
 *
 * @param platform on which platform it is (平台类型); required
 * @param name its name (账号名称); required
 * @param accountId its id on the platform, or null
 * @param owner whose account it is (主办单位); required
 * @param holder for whom the platform verified it (认证主体), or null
 * @param operator who runs it (运维单位), or null
 * @param responsible the post of the person responsible, or null
 * @param reviewer how contents are reviewed (三审三校), or null
 * @param openedOn the day on which it was opened; required
 * @param filedOn the day of its filing (备案日期), or null
 * @param filingNumber the number of its filing, or null
 * @param status whether it is in use (运行状态); required
 * @param changes what happened to it: opening, change, closing
 * @param lastPostOn the day of its last post (最近更新日期), or null
 * @param checkedOn the day on which it was looked at, or null for the day of the run
 * @param followers how many follow it, or null
 * @param functions what it can do: 信息发布, 互动交流, 办事服务
 * @param mainAccount whether it is the main account of its body, or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "platform",
    "name",
    "accountId",
    "owner",
    "holder",
    "operator",
    "responsible",
    "reviewer",
    "openedOn",
    "filedOn",
    "filingNumber",
    "status",
    "changes",
    "lastPostOn",
    "checkedOn",
    "followers",
    "functions",
    "mainAccount",
    "sourceUrl"
})
public record NewMediaAccount(
        @NotNull(message = "{newMedia.platform.missing}")
        @WellFormed(message = "{newMedia.platform.unlisted}", groups = Advice.class)
        @Nullable
        MediaPlatform platform,

        @NotNull(message = "{newMedia.name.missing}") @Nullable
        String name,

        @Nullable String accountId,

        @NotNull(message = "{newMedia.owner.missing}")
        @WellFormed(message = "{newMedia.owner.malformed}", groups = Advice.class)
        @Nullable
        Agency owner,

        @Nullable Agency holder,
        @Nullable Agency operator,
        @Nullable String responsible,
        @Nullable String reviewer,

        @NotNull(message = "{newMedia.openedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate openedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate filedOn,

        @Nullable String filingNumber,

        @NotNull(message = "{newMedia.status.missing}")
        @WellFormed(message = "{newMedia.status.unlisted}", groups = Advice.class)
        @Nullable
        RunState status,

        List<AccountChange> changes,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate lastPostOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate checkedOn,

        @Nullable Integer followers,
        List<String> functions,
        @Nullable Boolean mainAccount,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public NewMediaAccount {
        platform = Blank.toNull(platform);
        name = Blank.toNull(name);
        accountId = Blank.toNull(accountId);
        owner = Blank.toNull(owner);
        holder = Blank.toNull(holder);
        operator = Blank.toNull(operator);
        responsible = Blank.toNull(responsible);
        reviewer = Blank.toNull(reviewer);
        filingNumber = Blank.toNull(filingNumber);
        status = Blank.toNull(status);
        changes = Blank.dropped(changes);
        functions = Blank.dropped(functions);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Platform, owner and name. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("new-media-account", platform, owner, name);
    }

    /** Whose account it is. */
    @Override
    public @Nullable Agency agency() {
        return owner;
    }

    /** The day on which it was opened. */
    @Override
    public @Nullable LocalDate datedOn() {
        return openedOn;
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

    /**
     * Whether it is in use: what is closed or paused is asked for nothing.
     *
     * @return true unless its state says otherwise
     */
    @JsonIgnore
    public boolean inUse() {
        return status == null || status.state() == null || status.state() == RunState.State.NORMAL;
    }
}
