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
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
 * A press conference, a briefing or another event with the press (新闻发布), and what it told of; 青崂政办字〔2023〕13号, item 7. A
 * major measure of a standing meeting may be explained at one, what touches the livelihood of the whole district is to be.
 *
 * @param title the title; required
 * @param type what kind of event it was (发布形式); required
 * @param heldOn the day on which it was held (发布时间), that of {@code heldAt} where only the hour is given; required
 * @param heldAt the hour at which it began, or null
 * @param place where (发布地点), or null
 * @param host in whose name (发布名义); required
 * @param organiser who held it (主办单位), or null
 * @param speakers who spoke (发布人)
 * @param subjects the documents and decisions that it told of (发布内容)
 * @param trigger why it was held (发布缘由), or null
 * @param meetingOn the day of the standing meeting that fixed the measure, or null
 * @param eventAt when the emergency happened, or null
 * @param firstReleaseAt when the first authoritative information came out, or null
 * @param transcriptUrl the address of the record in text (文字实录), or null
 * @param videoUrl the address of the video (视频), or null
 * @param publishedOn the publication date of the page (发布日期), or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "title",
    "type",
    "heldOn",
    "heldAt",
    "place",
    "host",
    "organiser",
    "speakers",
    "subjects",
    "trigger",
    "meetingOn",
    "eventAt",
    "firstReleaseAt",
    "transcriptUrl",
    "videoUrl",
    "publishedOn",
    "sourceUrl"
})
public record PressRelease(
        @NotNull(message = "{press.title.missing}") @Nullable
        String title,

        @NotNull(message = "{press.type.missing}")
        @WellFormed(message = "{press.type.unlisted}", groups = Advice.class)
        @Nullable
        PressEvent type,

        @NotNull(message = "{press.heldOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate heldOn,

        @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm", lenient = OptBoolean.FALSE) @Nullable
        LocalDateTime heldAt,

        @Nullable String place,

        @NotNull(message = "{press.host.missing}")
        @WellFormed(message = "{press.host.unlisted}", groups = Advice.class)
        @Nullable
        PressHost host,

        @WellFormed(message = "{press.organiser.malformed}", groups = Advice.class) @Nullable
        Agency organiser,

        List<PressSpeaker> speakers,
        List<PolicyReference> subjects,

        @WellFormed(message = "{press.trigger.unlisted}", groups = Advice.class) @Nullable
        PressTrigger trigger,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate meetingOn,

        @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm", lenient = OptBoolean.FALSE) @Nullable
        LocalDateTime eventAt,

        @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm", lenient = OptBoolean.FALSE) @Nullable
        LocalDateTime firstReleaseAt,

        @Nullable String transcriptUrl,
        @Nullable String videoUrl,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty; the hour alone gives the day as well. */
    public PressRelease {
        heldOn = heldOn == null && heldAt != null ? heldAt.toLocalDate() : heldOn;
        title = Blank.toNull(title);
        type = Blank.toNull(type);
        place = Blank.toNull(place);
        host = Blank.toNull(host);
        organiser = Blank.toNull(organiser);
        speakers = Blank.dropped(speakers);
        subjects = PolicyReference.naming(subjects);
        trigger = Blank.toNull(trigger);
        transcriptUrl = Blank.toNull(transcriptUrl);
        videoUrl = Blank.toNull(videoUrl);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Title and day. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("press-release", title, heldOn);
    }

    /** Who held it. */
    @Override
    public @Nullable Agency agency() {
        return organiser;
    }

    /** The day on which it was held, else that of its page. */
    @Override
    public @Nullable LocalDate datedOn() {
        return heldOn == null ? publishedOn : heldOn;
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
