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
 * A government site as its body registers it (政府网站); 国办发〔2017〕47号, and 国办秘函〔2019〕19号 for what is checked.
 *
 * @param name its name; required
 * @param type what kind of site it is (网站类型); required
 * @param domain its main domain, such as www.laoshan.gov.cn; required
 * @param otherDomains its other domains
 * @param chineseDomain its Chinese domain, or null
 * @param url the address of its home page, or null
 * @param idCode its identification code (网站标识码); required
 * @param owner whose site it is (主办单位); required
 * @param operator who runs it (承办单位), or null
 * @param icp its number of the ICP filing; or null
 * @param police its number of the police filing; or null
 * @param ipv6 whether it is reached by IPv6, or null
 * @param accessible whether it is accessible (无障碍), or null
 * @param elderly whether it suits the elderly (适老化), or null
 * @param errorEntry whether it has the entry 我为政府网站找错, or null
 * @param status whether it is in use (运行状态); required
 * @param openedOn the day on which it was opened, or null
 * @param changedOn the day of its last change, or null
 * @param closedOn the day on which it was closed, or null
 * @param homeUpdatedOn the day of the last update of its home page, or null
 * @param columns its columns with the days of their updates
 * @param yearlyForms its yearly forms (政府网站工作年度报表)
 * @param checkedOn the day on which it was looked at (检查日期), or null for the day of the run
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
    "type",
    "domain",
    "otherDomains",
    "chineseDomain",
    "url",
    "idCode",
    "owner",
    "operator",
    "icp",
    "police",
    "ipv6",
    "accessible",
    "elderly",
    "errorEntry",
    "status",
    "openedOn",
    "changedOn",
    "closedOn",
    "homeUpdatedOn",
    "columns",
    "yearlyForms",
    "checkedOn",
    "sourceUrl"
})
public record SiteRegistration(
        @NotNull(message = "{site.name.missing}") @Nullable String name,

        @NotNull(message = "{site.type.missing}")
        @WellFormed(message = "{site.type.unlisted}", groups = Advice.class)
        @Nullable
        SiteType type,

        @NotNull(message = "{site.domain.missing}") @Nullable
        String domain,

        List<String> otherDomains,
        @Nullable String chineseDomain,
        @Nullable String url,

        @NotNull(message = "{site.idCode.missing}") @WellFormed(message = "{site.idCode.malformed}") @Nullable
        SiteIdCode idCode,

        @NotNull(message = "{site.owner.missing}")
        @WellFormed(message = "{site.owner.malformed}", groups = Advice.class)
        @Nullable
        Agency owner,

        @Nullable Agency operator,

        @NotNull(message = "{site.icp.missing}", groups = Advice.class) @Nullable
        String icp,

        @NotNull(message = "{site.police.missing}", groups = Advice.class) @Nullable
        String police,

        @Nullable Boolean ipv6,
        @Nullable Boolean accessible,
        @Nullable Boolean elderly,
        @Nullable Boolean errorEntry,

        @NotNull(message = "{site.status.missing}")
        @WellFormed(message = "{site.status.unlisted}", groups = Advice.class)
        @Nullable
        RunState status,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate openedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate changedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate closedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate homeUpdatedOn,

        List<SiteColumn> columns,
        List<YearlyForm> yearlyForms,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate checkedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public SiteRegistration {
        name = Blank.toNull(name);
        type = Blank.toNull(type);
        domain = Blank.toNull(domain);
        otherDomains = Blank.dropped(otherDomains);
        chineseDomain = Blank.toNull(chineseDomain);
        url = Blank.toNull(url);
        idCode = Blank.toNull(idCode);
        owner = Blank.toNull(owner);
        operator = Blank.toNull(operator);
        icp = Blank.toNull(icp);
        police = Blank.toNull(police);
        status = Blank.toNull(status);
        columns = Blank.dropped(columns);
        yearlyForms = Blank.dropped(yearlyForms);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Identification code, else domain. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("site-registration", idCode == null ? domain : idCode);
    }

    /** Whose site it is. */
    @Override
    public @Nullable Agency agency() {
        return owner;
    }

    /** The day of its last change, else that on which it was opened. */
    @Override
    public @Nullable LocalDate datedOn() {
        return changedOn == null ? openedOn : changedOn;
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
