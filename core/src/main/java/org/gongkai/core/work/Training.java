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
 * A training on disclosure that a body held (政务公开培训); 青崂政办字〔2023〕13号, item 16, 政府信息公开条例 art. 48.
 *
 * @param body who held it (举办单位); required
 * @param title its title, or null
 * @param heldOn the day, or the first of several, on which it was held (培训日期); required
 * @param heldUntil the last day, or null
 * @param planned true for one that is planned, null or false for one that was held
 * @param level for whom it was held (培训层级), or null
 * @param type what kind it was (培训类型), or null
 * @param way how it was held: 会议, 线上, 视频; or null
 * @param topics what it was about (培训内容)
 * @param lecturers the posts of those who spoke (授课人职务)
 * @param audience for whom it was (参训对象)
 * @param people how many came (参训人数), or null
 * @param materials addresses of materials (培训材料)
 * @param planUrl the address of its plan, or null
 * @param reportUrl the address of a report on it, or null
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
    "title",
    "heldOn",
    "heldUntil",
    "planned",
    "level",
    "type",
    "way",
    "topics",
    "lecturers",
    "audience",
    "people",
    "materials",
    "planUrl",
    "reportUrl",
    "sourceUrl"
})
public record Training(
        @NotNull(message = "{training.body.missing}")
        @WellFormed(message = "{training.body.malformed}", groups = Advice.class)
        @Nullable
        Agency body,

        @Nullable String title,

        @NotNull(message = "{training.heldOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate heldOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate heldUntil,

        @Nullable Boolean planned,

        @WellFormed(message = "{training.level.unlisted}", groups = Advice.class) @Nullable
        TrainingLevel level,

        @WellFormed(message = "{training.type.unlisted}", groups = Advice.class) @Nullable
        TrainingKind type,

        @Nullable String way,

        @NotEmpty(message = "{training.noTopic}", groups = Advice.class)
        List<String> topics,

        List<String> lecturers,
        List<String> audience,

        @NotNull(message = "{training.noPeople}", groups = Advice.class) @Nullable
        Integer people,

        List<String> materials,
        @Nullable String planUrl,
        @Nullable String reportUrl,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public Training {
        body = Blank.toNull(body);
        title = Blank.toNull(title);
        level = Blank.toNull(level);
        type = Blank.toNull(type);
        way = Blank.toNull(way);
        topics = Blank.dropped(topics);
        lecturers = Blank.dropped(lecturers);
        audience = Blank.dropped(audience);
        materials = Blank.dropped(materials);
        planUrl = Blank.toNull(planUrl);
        reportUrl = Blank.toNull(reportUrl);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Who held it, day and title. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("training", body, heldOn, title);
    }

    /** Who held it. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The day on which it was held. */
    @Override
    public @Nullable LocalDate datedOn() {
        return heldOn;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate dated = datedOn();
        return dated == null ? null : dated.getYear();
    }

    @Override
    public @Nullable String designation() {
        return title;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
