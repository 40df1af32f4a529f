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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.Validity;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * An interpretation of a policy (政策解读): what a document means for those whom it concerns, in one form. Several forms of one
 * document are several records; 青崂政办字〔2023〕13号, item 5.
 *
 * {@code plan} and {@code sync} are inner papers: they are judged, and no package holds them.
 *
 * @param title the title, often with its form before it, such as 文字解读：…; required
 * @param form the form (解读形式); required
 * @param interprets the documents that it interprets (被解读文件); at least one
 * @param stage whether a document or a draft is interpreted; null for a document
 * @param responsible the body that drafted the document and answers for the interpretation (解读责任单位), not the office that publishes; wanted
 * @param interpreter who interprets, or null
 * @param contact whom to ask (咨询电话), or null
 * @param elements what it tells (解读要素)
 * @param plan the plan, or null; never leaves
 * @param sync the steps that it took together with its document; never leave
 * @param publishedOn the publication date (发布日期); required
 * @param indexNumber its own index number (索引号), or null
 * @param publisher the body that publishes it (发布机构); required
 * @param channels through which channels (发布渠道)
 * @param body its text (正文), or null where it is a picture or a video
 * @param attachments its files (附件)
 * @param mediaUrl the address of the picture or the video, or null
 * @param transcript what picture or video say, in text (文字稿), or null; 无障碍环境建设法, art. 32
 * @param validity whether its document is in force (有效性), as the page marks it, or null
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
    "form",
    "interprets",
    "stage",
    "responsible",
    "interpreter",
    "contact",
    "elements",
    "plan",
    "sync",
    "publishedOn",
    "indexNumber",
    "publisher",
    "channels",
    "body",
    "attachments",
    "mediaUrl",
    "transcript",
    "validity",
    "sourceUrl"
})
public record PolicyInterpretation(
        @NotNull(message = "{interpretation.title.missing}") @Nullable
        String title,

        @NotNull(message = "{interpretation.form.missing}")
        @WellFormed(message = "{interpretation.form.unlisted}", groups = Advice.class)
        @Nullable
        InterpretationForm form,

        @NotEmpty(message = "{interpretation.target.missing}")
        List<PolicyReference> interprets,

        @WellFormed(message = "{interpretation.stage.unlisted}", groups = Advice.class) @Nullable
        InterpretationStage stage,

        @NotNull(message = "{interpretation.responsible.missing}", groups = Advice.class)
        @WellFormed(message = "{interpretation.responsible.malformed}", groups = Advice.class)
        @Nullable
        Agency responsible,

        @Nullable Interpreter interpreter,

        @NotNull(message = "{interpretation.contact.missing}", groups = Advice.class) @Nullable
        Consultation contact,

        List<InterpretationElement> elements,
        @Nullable InterpretationPlan plan,
        List<SyncStep> sync,

        @NotNull(message = "{interpretation.publishedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @WellFormed(message = "{interpretation.indexNumber.malformed}", groups = Advice.class) @Nullable
        IndexNumber indexNumber,

        @NotNull(message = "{interpretation.publisher.missing}") @Nullable
        Agency publisher,

        List<String> channels,
        @Nullable Body body,
        List<Attachment> attachments,
        @Nullable String mediaUrl,
        @Nullable String transcript,

        @WellFormed(message = "{interpretation.validity.unlisted}", groups = Advice.class) @Nullable
        Validity validity,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PolicyInterpretation {
        title = Blank.toNull(title);
        form = Blank.toNull(form);
        interprets = PolicyReference.naming(interprets);
        stage = Blank.toNull(stage);
        responsible = Blank.toNull(responsible);
        elements = Blank.dropped(elements);
        sync = Blank.dropped(sync);
        indexNumber = Blank.toNull(indexNumber);
        publisher = Blank.toNull(publisher);
        channels = Blank.dropped(channels);
        attachments = Blank.dropped(attachments);
        mediaUrl = Blank.toNull(mediaUrl);
        transcript = Blank.toNull(transcript);
        validity = Blank.toNull(validity);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Form, title and publisher: another form of the same title is another record. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("interpretation", form == null ? null : form.label(), title, publisher);
    }

    /** The body that answers for it, else the one that publishes it. */
    @Override
    public @Nullable Agency agency() {
        return responsible == null ? publisher : responsible;
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
        return title;
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }

    /**
     * Whether it interprets a draft.
     *
     * @return true when its stage says so
     */
    public boolean ofDraft() {
        return stage != null && stage.stage() == InterpretationStage.Stage.DRAFT;
    }

    /**
     * Whether it is in one of some forms.
     *
     * @param forms the forms
     * @return true when it is
     */
    public boolean in(InterpretationForm.Form... forms) {
        return form != null && form.form() != null && List.of(forms).contains(form.form());
    }

    /**
     * Whether it is marked as one whose document holds no longer.
     *
     * @return true for 失效 and 废止
     */
    public boolean marked() {
        return validity != null
                && (validity.state() == Validity.State.LAPSED || validity.state() == Validity.State.REPEALED);
    }
}
