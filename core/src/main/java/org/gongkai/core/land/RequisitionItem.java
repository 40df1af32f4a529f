package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a project discloses at a stage: the preliminary announcement, say, or the approval.
 *
 * @param item the id of the item in its {@link ItemCatalogue}; required
 * @param title the title as published, or null
 * @param stage the stage at which it is disclosed, or null for the stage of the catalogue
 * @param noticeNumber the number of the notice (公告文号), or null
 * @param url where the document is, or null
 * @param publishedOn the day on which it was disclosed, or null while it is not
 * @param postedUntil the last day of its posting (公告期限), or null
 * @param audience for whom it is disclosed (公开对象), or null
 * @param channels where it was disclosed (公开渠道)
 * @param state how far it has come; required
 * @param reason why it is not applicable or withheld, or null
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "item",
    "title",
    "stage",
    "noticeNumber",
    "url",
    "publishedOn",
    "postedUntil",
    "audience",
    "channels",
    "state",
    "reason"
})
public record RequisitionItem(
        @NotNull(message = "{land.project.item.incomplete}") @Nullable
        String item,

        @Nullable String title,

        @WellFormed(message = "{land.project.item.termUnlisted}") @Nullable
        RequisitionStage stage,

        @Nullable DocumentNumber noticeNumber,
        @Nullable String url,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate postedUntil,

        @WellFormed(message = "{land.project.item.termUnlisted}") @Nullable
        RequisitionAudience audience,

        List<String> channels,

        @NotNull(message = "{land.project.item.incomplete}")
        @WellFormed(message = "{land.project.item.termUnlisted}")
        @Nullable
        RequisitionItemState state,

        @Nullable String reason) {

    /** Creates an item; blank texts and codes become null, a null list becomes empty. */
    public RequisitionItem {
        item = Blank.toNull(item);
        title = Blank.toNull(title);
        stage = Blank.toNull(stage);
        noticeNumber = Blank.toNull(noticeNumber);
        url = Blank.toNull(url);
        audience = Blank.toNull(audience);
        channels = Blank.dropped(channels);
        state = Blank.toNull(state);
        reason = Blank.toNull(reason);
    }
}
