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
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A message of somebody who found an error on a government site (我为政府网站找错), and what became of it. Who sent it is nobody’s business.
 *
 * @param number its number (留言编号); required
 * @param site the site that it is about, or null
 * @param url the address of the page that it is about, or null
 * @param receivedOn the day on which it came (收到日期); required
 * @param type what it is about (问题类型), or null
 * @param text its text, or null
 * @param handler who answers (办理单位); or null
 * @param transferredOn the day on which it was passed on, or null
 * @param dueOn the day by which the platform asks for an answer, or null
 * @param answeredOn the day of the answer (答复日期), or null
 * @param valid whether there was an error, or null
 * @param fixed whether it was mended, or null
 * @param satisfied whether the sender was satisfied, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "number",
    "site",
    "url",
    "receivedOn",
    "type",
    "text",
    "handler",
    "transferredOn",
    "dueOn",
    "answeredOn",
    "valid",
    "fixed",
    "satisfied"
})
public record ErrorReport(
        @NotNull(message = "{errorReport.number.missing}") @Nullable
        String number,

        @Nullable String site,
        @Nullable String url,

        @NotNull(message = "{errorReport.receivedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate receivedOn,

        @WellFormed(message = "{errorReport.type.unlisted}", groups = Advice.class) @Nullable
        ErrorKind type,

        @Nullable String text,

        @NotNull(message = "{errorReport.handler.missing}", groups = Advice.class)
        @WellFormed(message = "{errorReport.handler.malformed}", groups = Advice.class)
        @Nullable
        Agency handler,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate transferredOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate dueOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate answeredOn,

        @Nullable Boolean valid,
        @Nullable Boolean fixed,
        @Nullable Boolean satisfied,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public ErrorReport {
        number = Blank.toNull(number);
        site = Blank.toNull(site);
        url = Blank.toNull(url);
        type = Blank.toNull(type);
        text = Blank.toNull(text);
        handler = Blank.toNull(handler);
        other = Blank.namesAlone(other);
    }

    /** Site and number. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("error-report", site, number);
    }

    /** Who answers. */
    @Override
    public @Nullable Agency agency() {
        return handler;
    }

    /** The day on which it came. */
    @Override
    public @Nullable LocalDate datedOn() {
        return receivedOn;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate dated = datedOn();
        return dated == null ? null : dated.getYear();
    }

    @Override
    public @Nullable String designation() {
        return number;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
