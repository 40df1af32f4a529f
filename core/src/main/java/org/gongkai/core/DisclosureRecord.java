package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * Anything that a government discloses and this library can carry.
 *
 * <p>In JSON the property {@code kind} names the record's kind, for example {@code "document"}. The set of kinds
 * is closed, so a {@code switch} over it can be complete. What is known of each kind as such is its
 * {@link org.gongkai.core.kind.RecordKind}; what a record of any kind must be able to say stands here.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OfficialDocument.class, name = "document"),
    @JsonSubTypes.Type(value = AssistanceStandard.class, name = "assistance-standard"),
    @JsonSubTypes.Type(value = LandRequisitionPlan.class, name = "land-plan"),
    @JsonSubTypes.Type(value = LandRequisitionProject.class, name = "land-project"),
    @JsonSubTypes.Type(value = DecisionCatalogue.class, name = "decision-catalogue"),
    @JsonSubTypes.Type(value = PublicConsultation.class, name = "public-consultation"),
    @JsonSubTypes.Type(value = PolicyEvaluation.class, name = "policy-evaluation")
})
public sealed interface DisclosureRecord
        permits AssistanceStandard,
                OfficialDocument,
                LandRequisitionPlan,
                LandRequisitionProject,
                DecisionCatalogue,
                PublicConsultation,
                PolicyEvaluation {

    /**
     * What makes two versions the same record: text that stays as it is when the record is corrected.
     *
     * @return a key that is never empty; its form is opaque, compare it for equality only
     */
    @JsonIgnore
    String key();

    /**
     * Whom the record concerns: the agency that answers for it.
     *
     * @return the agency, the lead agency of several, or null when the record names none
     */
    @Nullable
    Agency agency();

    /**
     * From which day the record dates: by it a rule that holds for a time is applied.
     *
     * @return the day, or null when the record does not say
     */
    @Nullable
    LocalDate datedOn();

    /**
     * To which year the record belongs.
     *
     * @return the year, or null when the record does not say
     */
    @Nullable
    Integer year();

    /**
     * What people call the record.
     *
     * @return the name, not blank, or null when the record has none
     */
    @Nullable
    String designation();

    /**
     * Which edition of the record with its {@link #key()} this is: a revision of a plan, say, is no double of the plan.
     *
     * @return a text that differs between editions, empty for a kind that has but one; compare it for equality only
     */
    String edition();

    /**
     * How the record is made public (公开方式), for kinds whose records say so themselves.
     *
     * @return the openness, or null when the record does not say, or its kind is public by its nature
     */
    default @Nullable Openness openness() {
        return null;
    }

    /**
     * The files that the record attaches (附件).
     *
     * @return the attachments, empty for a kind that has none
     */
    default List<Attachment> attachments() {
        return List.of();
    }

    /**
     * The properties that the record's type does not know, by name, as they were read.
     *
     * @return the properties, unmodifiable
     */
    Map<String, Object> other();
}
