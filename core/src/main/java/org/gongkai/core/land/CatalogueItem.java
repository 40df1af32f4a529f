package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.document.Openness;
import org.jspecify.annotations.Nullable;

/**
 * One item that a catalogue of public items (公开事项目录) asks to be disclosed. The components are the columns that
 * such catalogues have.
 *
 * @param id its id within the catalogue, which {@link RequisitionItem#item()} names
 * @param stage the stage at which a project discloses it, or null when it belongs to no project, such as a law
 * @param level1 the first level of the item (一级事项)
 * @param level2 the second level (二级事项)
 * @param elements what it must contain (公开要素)
 * @param basis the law and article, or the table, that asks for it (公开依据)
 * @param from the first day on which that text holds (施行日期): what was done or fell due earlier is not judged by it;
 *     null when it always holds or the day is not known
 * @param duty the id of the time limit in {@link org.gongkai.core.calendar.Duties} (公开时限), or null when there is none
 * @param clock what the time limit runs from
 * @param publisher who discloses it (公开主体)
 * @param audience for whom (公开对象)
 * @param mode on its own motion or on application (公开方式)
 * @param channels where (公开渠道和载体)
 * @param need whether each project at that stage has it
 * @param standing what kind of text asks for it
 * @param evidence how well that text is known
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueItem(
        String id,
        RequisitionStage.@Nullable Step stage,
        String level1,
        String level2,
        List<String> elements,
        String basis,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate from,

        @Nullable String duty,
        Clock clock,
        String publisher,
        RequisitionAudience.Audience audience,
        Openness.Mode mode,
        List<String> channels,
        Need need,
        Standing standing,
        Evidence evidence) {

    /** What the time limit of an item runs from. */
    public enum Clock {
        /** Its own posting: it must stay posted for some time. */
        POSTING,
        /** The day on which its stage begins: the hearing, the decision. */
        STAGE_START,
        /** The day on which its stage ends: the survey. */
        STAGE_END,
        /** The day on which the approval document is received. */
        APPROVAL_RECEIVED,
        /** Nothing that can be counted from. */
        NONE
    }

    /** Whether each project that reaches the stage has the item. */
    public enum Need {
        /** Each has it, unless it says why not. */
        ALWAYS,
        /** Some have it. */
        SOMETIMES
    }

    /** What kind of text asks for an item. */
    public enum Standing {
        /** A law or regulation. */
        LAW,
        /** A table of public items. */
        TABLE
    }

    /**
     * Creates an item.
     *
     * @throws NullPointerException when a component that is not marked nullable is null
     * @throws IllegalArgumentException when it has a clock and no stage, or is disclosed at a stage without an
     *     application and has a duty but no clock
     */
    public CatalogueItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(level1, "level1");
        Objects.requireNonNull(level2, "level2");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(evidence, "evidence");
        elements = Blank.dropped(elements);
        channels = Blank.dropped(channels);
        if (stage == null && clock != Clock.NONE) {
            throw new IllegalArgumentException("item " + id + " has the clock " + clock + " and no stage");
        }
        if (stage != null && mode == Openness.Mode.PROACTIVE && duty != null && clock == Clock.NONE) {
            throw new IllegalArgumentException("item " + id + " has the duty " + duty + " and no clock");
        }
    }

    /**
     * Tells whether the text that asks for the item holds on a day.
     *
     * @param day the day from which the limit runs, or on which the project began; null when neither is known
     * @return false for a day before {@link #from()}
     */
    public boolean holdsOn(@Nullable LocalDate day) {
        return from == null || day == null || !day.isBefore(from);
    }

    /**
     * Tells whether a project that has reached the stage must account for the item.
     *
     * @return true when each project has it and it is disclosed without an application
     */
    public boolean demanded() {
        return stage != null && need == Need.ALWAYS && mode == Openness.Mode.PROACTIVE;
    }

    /**
     * Tells whether the item is the announcement in which its stage consists, so that the days of the stage are its days. What
     * is due so many days after a stage began or ended is another thing than the stage.
     *
     * @return true for a notice of a stage that the law has announced
     */
    public boolean announcesStage() {
        return stage != null && stage.announced() && (clock == Clock.POSTING || clock == Clock.APPROVAL_RECEIVED);
    }
}
