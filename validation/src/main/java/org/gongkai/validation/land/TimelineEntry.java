package org.gongkai.validation.land;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.land.CatalogueItem;
import org.jspecify.annotations.Nullable;

/**
 * How one item of a project stands on a day.
 *
 * @param item the item as the catalogue has it
 * @param index the place in the project's list of items, from 0, of the entry that was looked at, or null when the
 *     project has none
 * @param state how it stands
 * @param publishedOn the day on which it was disclosed, or null
 * @param due the day by which it must be disclosed, or for a posting the first day on which it may end; null when
 *     there is no such day or it is not known yet
 * @param judgement the judgement of the time limit, or null when there is none or it cannot begin yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"item", "index", "state", "publishedOn", "due", "judgement"})
public record TimelineEntry(
        CatalogueItem item,
        @Nullable Integer index,
        State state,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate due,

        @Nullable DutyCheck judgement) {

    /** The rule under which a breach of a time limit is reported, by the duty's id. */
    private static final Map<String, String> LIMITS = Map.of(
            "land-pre-announcement", "land.project.items.preAnnouncementTooShort",
            "land-compensation-notice", "land.project.items.compensationNoticeTooShort",
            "land-requisition-announcement", "land.project.items.announcementLate",
            "land-approval-documents", "land.project.items.approvalDocumentsLate",
            "land-survey-results", "land.project.items.surveyResultsLate",
            "land-hearing-notice", "land.project.items.hearingNoticeLate",
            "house-plan-comment", "land.project.items.housePlanCommentTooShort",
            "house-decision-announcement", "land.project.items.houseDecisionLate",
            "house-preliminary-appraisal-posting", "land.project.items.houseAppraisalTooShort");

    /** How an item can stand. */
    public enum State {
        /** Disclosed, in time where there is a limit. */
        PUBLISHED("已公开", "published"),
        /** Disclosed after its limit. */
        PUBLISHED_LATE("逾期公开", "published late"),
        /** Posted, and its shortest time is not over. */
        POSTED("公告期内", "being posted"),
        /** Posted for less than its shortest time. */
        POSTED_TOO_SHORT("公告期不足", "posted too short"),
        /** Not disclosed, and its limit has not passed. */
        DUE("待公开", "due"),
        /** Not disclosed, and its limit has passed. */
        LATE("逾期未公开", "late"),
        /** Not disclosed although the stage is reached, and no limit runs. */
        MISSING("缺失", "missing"),
        /**
         * Its stage is reached, and the record names one item at the most: it is one notice or a line of a list, and says
         * nothing of what else was disclosed.
         */
        NOT_SEEN("未见", "not seen"),
        /** Not disclosed, and what is known does not settle whether its limit has passed; the judgement says why. */
        LIMIT_OPEN("时限无法确定", "limit open"),
        /** Its stage is not reached. */
        NOT_YET("未到阶段", "stage not reached"),
        /** The project says that it has no such item. */
        NOT_APPLICABLE("不适用", "not applicable"),
        /** The project keeps it back. */
        WITHHELD("不予公开", "withheld");

        private final String chinese;
        private final String english;

        State(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /**
         * The state as data files and reports write it.
         *
         * @return the lower-case name with hyphens
         */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The state for people.
         *
         * @param language Chinese is answered in Chinese, any other in English
         * @return a short phrase
         */
        public String text(Locale language) {
            return Bilingual.isChinese(language) ? chinese : english;
        }
    }

    /**
     * Creates an entry.
     *
     * @throws NullPointerException when {@code item} or {@code state} is null
     */
    public TimelineEntry {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(state, "state");
    }

    /**
     * Tells whether the item has been disclosed, in time or not.
     *
     * @return true when it has
     */
    public boolean disclosed() {
        return switch (state) {
            case PUBLISHED, PUBLISHED_LATE, POSTED, POSTED_TOO_SHORT -> true;
            default -> false;
        };
    }

    /**
     * The rule that the item breaches on the day, by which a profile says how much that weighs.
     *
     * @return the code in the catalogue of rules, or null when nothing is wrong
     */
    public @Nullable String rule() {
        return switch (state) {
            case LATE, PUBLISHED_LATE, POSTED_TOO_SHORT ->
                item.duty() == null ? null : LIMITS.getOrDefault(item.duty(), "land.project.items.limitBreached");
            case MISSING ->
                item.standing() == CatalogueItem.Standing.LAW
                        ? "land.project.items.missing"
                        : "land.project.items.missingByTable";
            case NOT_SEEN -> "land.project.items.notSeen";
            default -> null;
        };
    }
}
