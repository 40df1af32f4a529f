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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A question about policies with its answer (政策问答), out of a base that is drawn from documents in force;
 * 青崂政办字〔2023〕13号, item 6. It holds as long as the documents that it rests on.
 *
 * @param question the question (问); required
 * @param answer the answer (答); required
 * @param sources the documents and clauses that it rests on (政策依据); at least one
 * @param topic what it is about (主题), or null
 * @param theme the theme (主题分类), or null
 * @param audience whom it is for (面向对象), such as 企业, or null
 * @param responsible the department that answers for it (责任部门); required
 * @param consultation whom to ask for more (咨询电话), or null
 * @param askedTimes how often it was asked (咨询次数), or null
 * @param origin where it came from (问题来源), or null
 * @param publishedOn the publication date (发布日期); required
 * @param reviewedOn the day on which it was last held against its documents (复核日期), or null
 * @param validUntil the last day on which it holds (有效期至), or null
 * @param status whether it holds (问答状态); null is as good as in force
 * @param interpretation the address or title of the interpretation that it belongs to (关联解读), or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "question",
    "answer",
    "sources",
    "topic",
    "theme",
    "audience",
    "responsible",
    "consultation",
    "askedTimes",
    "origin",
    "publishedOn",
    "reviewedOn",
    "validUntil",
    "status",
    "interpretation",
    "sourceUrl"
})
public record PolicyAnswer(
        @NotNull(message = "{policyAnswer.question.missing}") @Nullable
        String question,

        @NotNull(message = "{policyAnswer.answer.missing}") @Nullable
        String answer,

        @NotEmpty(message = "{policyAnswer.source.missing}") List<PolicyReference> sources,
        @Nullable String topic,
        @Nullable ThemeCategory theme,
        @Nullable String audience,

        @NotNull(message = "{policyAnswer.responsible.missing}")
        @WellFormed(message = "{policyAnswer.responsible.malformed}", groups = Advice.class)
        @Nullable
        Agency responsible,

        @NotNull(message = "{policyAnswer.consultation.missing}", groups = Advice.class) @Nullable
        Consultation consultation,

        @PositiveOrZero(message = "{policyAnswer.askedTimes.negative}", groups = Advice.class) @Nullable
        Integer askedTimes,

        @WellFormed(message = "{policyAnswer.origin.unlisted}", groups = Advice.class) @Nullable
        AnswerOrigin origin,

        @NotNull(message = "{policyAnswer.publishedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate reviewedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate validUntil,

        @WellFormed(message = "{policyAnswer.status.unlisted}", groups = Advice.class) @Nullable
        AnswerStatus status,

        @Nullable String interpretation,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PolicyAnswer {
        question = Blank.toNull(question);
        answer = Blank.toNull(answer);
        sources = PolicyReference.naming(sources);
        topic = Blank.toNull(topic);
        theme = Blank.toNull(theme);
        audience = Blank.toNull(audience);
        responsible = Blank.toNull(responsible);
        origin = Blank.toNull(origin);
        status = Blank.toNull(status);
        interpretation = Blank.toNull(interpretation);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** The question and the department: an answer that is mended is the same record. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("policy-answer", question, responsible);
    }

    /** The department that answers for it. */
    @Override
    public @Nullable Agency agency() {
        return responsible;
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
        return question;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }

    /**
     * Whether it is shown as one that holds on a day.
     *
     * @param day the day, not null
     * @return false when it is marked as lapsed or withdrawn, or its last day is over
     */
    public boolean holds(LocalDate day) {
        AnswerStatus.State state = status == null ? null : status.state();
        return (state == null || state == AnswerStatus.State.IN_FORCE)
                && (validUntil == null || !validUntil.isBefore(day));
    }
}
