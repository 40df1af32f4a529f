package org.gongkai.core.decision;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What the public was asked and what became of its opinions (公众意见收集和采纳情况); 重大行政决策程序暂行条例 (State Council order no.
 * 713), arts. 14 to 18; 青崂政办字〔2023〕13号, item 9. That nobody answered is a valid result: {@code received} is 0 then.
 *
 * A record of its own and no part of its matter: the responsible unit publishes it, at another time than the
 * catalogue, and ordinary policies have one without being in any catalogue. {@link #matter()} says to which matter it
 * belongs.
 *
 * @param body the unit that asked, or null
 * @param matter the matter of a catalogue that it is about, or null for an ordinary policy
 * @param title what the public was asked about, as published, or null where the matter says it
 * @param ways how the public was asked
 * @param channels where: 政府网站, 政务新媒体, 报刊 and the like
 * @param openFrom the day on which the notice was posted, or null
 * @param openUntil the last day for opinions, or null
 * @param shorterBecause why the period is shorter than usual, as the notice explains it, or null
 * @param hearing the hearing, or null where none was held
 * @param received how many opinions were received, 0 for none; null while it is not known
 * @param adopted how many were adopted, or null
 * @param partlyAdopted how many were adopted in part, or null where that is not told apart
 * @param rejected how many were not adopted, or null
 * @param opinions the opinions, or groups of like ones
 * @param rejectionReasons why the more frequent of the opinions that were not adopted were not, where it is told in
 *     one text; or null
 * @param decisionIssuedOn the day on which the decision document was issued, or null
 * @param feedbackPublishedOn the day on which this account was published, or null while it is not
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
    "matter",
    "title",
    "ways",
    "channels",
    "openFrom",
    "openUntil",
    "shorterBecause",
    "hearing",
    "received",
    "adopted",
    "partlyAdopted",
    "rejected",
    "opinions",
    "rejectionReasons",
    "decisionIssuedOn",
    "feedbackPublishedOn",
    "sourceUrl"
})
public record PublicConsultation(
        @NotNull(message = "{decision.consultation.body.missing}", groups = Advice.class) @Nullable
        Agency body,

        @Nullable MatterReference matter,
        @Nullable String title,
        List<@WellFormed(message = "{decision.consultation.wayUnlisted}", groups = Advice.class) ConsultationWay> ways,
        List<String> channels,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate openFrom,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate openUntil,

        @Nullable String shorterBecause,
        @Valid @Nullable DecisionHearing hearing,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer received,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer adopted,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer partlyAdopted,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer rejected,

        List<@Valid Opinion> opinions,
        @Nullable String rejectionReasons,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate decisionIssuedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate feedbackPublishedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a consultation; blank texts and codes become null, null lists become empty. */
    public PublicConsultation {
        body = Blank.toNull(body);
        title = Blank.toNull(title);
        ways = Blank.dropped(ways);
        channels = Blank.dropped(channels);
        shorterBecause = Blank.toNull(shorterBecause);
        opinions = Blank.dropped(opinions);
        rejectionReasons = Blank.toNull(rejectionReasons);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** The unit, the year and the name of what it is about, and the day on which it began. */
    @Override
    @JsonIgnore
    public String key() {
        Integer year = matter == null ? null : matter.year();
        return "public-consultation:"
                + (body == null ? "" : LegacyText.withoutBlanks(body.text()))
                + ' ' + (year == null ? "" : year) + ' ' + subject() + ' ' + (openFrom == null ? "" : openFrom);
    }

    /** {@inheritDoc} A consultation by what it is about. */
    @Override
    @JsonIgnore
    public boolean identified() {
        return !subject().isEmpty();
    }

    /**
     * What it is about, for comparing: the name of the matter, else its number, else the title.
     *
     * @return the text without blanks and the marks of titles, empty when nothing says it
     */
    @JsonIgnore
    public String subject() {
        String name = matter == null ? null : matter.name();
        if (name != null) {
            return MatterReference.compared(name);
        }
        return matter != null && matter.sequence() != null ? '#' + matter.sequence() : MatterReference.compared(title);
    }

    /** The body that asks. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** When the account of the opinions was published, else when the consultation began. */
    @Override
    public @Nullable LocalDate datedOn() {
        return feedbackPublishedOn != null ? feedbackPublishedOn : openFrom;
    }

    /** The year of {@link #datedOn()}, else of the catalogue that holds its matter. */
    @Override
    public @Nullable Integer year() {
        LocalDate day = datedOn();
        return day != null ? (Integer) day.getYear() : matter == null ? null : matter.year();
    }

    /** The title, else the name of the matter. */
    @Override
    public @Nullable String designation() {
        return title != null || matter == null ? title : matter.name();
    }

    /** The notice comes first, the account of the opinions later. */
    @Override
    public String edition() {
        return received == null ? "" : "feedback";
    }
}
