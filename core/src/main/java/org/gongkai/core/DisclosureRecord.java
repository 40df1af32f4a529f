package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;

/**
 * Anything that a government discloses and this library can carry.
 *
 * <p>In JSON the property {@code kind} names the record's kind, for example {@code "document"}. The set of kinds
 * is closed, so a {@code switch} over it can be complete.
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
}
