package org.gongkai.core;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.blank.UnknownProperties;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.core.catalogue.PublicServiceUnit;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.register.DisclosureCorner;
import org.gongkai.core.register.ErrorReport;
import org.gongkai.core.register.NewMediaAccount;
import org.gongkai.core.register.SiteRegistration;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.work.DisclosureOffice;
import org.gongkai.core.work.Task;
import org.gongkai.core.work.Training;
import org.jspecify.annotations.Nullable;

/**
 * Anything that a government discloses and this library can carry.
 *
 * <p>In JSON the property {@code kind} names the record's kind, for example {@code "document"}. It is always written.
 * Read as one kind of record, such as {@code OfficialDocument}, an object may leave it out; another kind's name is
 * refused. The set of kinds is closed, so a {@code switch} over it can be complete. What is known of each kind as such
 * is its {@link RecordKind}; what a record of any kind must be able to say stands here.
 */
// The kind is a property as others are, so that a type alone need not name it: each kind takes the type id off itself.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OfficialDocument.class, name = "document"),
    @JsonSubTypes.Type(value = AssistanceStandard.class, name = "assistance-standard"),
    @JsonSubTypes.Type(value = LandRequisitionPlan.class, name = "land-plan"),
    @JsonSubTypes.Type(value = LandRequisitionProject.class, name = "land-project"),
    @JsonSubTypes.Type(value = LandBlockPrice.class, name = "land-price"),
    @JsonSubTypes.Type(value = DecisionCatalogue.class, name = "decision-catalogue"),
    @JsonSubTypes.Type(value = PublicConsultation.class, name = "public-consultation"),
    @JsonSubTypes.Type(value = PolicyEvaluation.class, name = "policy-evaluation"),
    @JsonSubTypes.Type(value = AnnualReport.class, name = "annual-report"),
    @JsonSubTypes.Type(value = DisclosureRequest.class, name = "request"),
    @JsonSubTypes.Type(value = PolicyInterpretation.class, name = "interpretation"),
    @JsonSubTypes.Type(value = PolicyAnswer.class, name = "policy-answer"),
    @JsonSubTypes.Type(value = PressRelease.class, name = "press-release"),
    @JsonSubTypes.Type(value = PolicyPackage.class, name = "policy-package"),
    @JsonSubTypes.Type(value = CatalogueItem.class, name = "catalogue-item"),
    @JsonSubTypes.Type(value = DirectoryItem.class, name = "directory-item"),
    @JsonSubTypes.Type(value = PublicServiceUnit.class, name = "public-service-unit"),
    @JsonSubTypes.Type(value = SiteRegistration.class, name = "site-registration"),
    @JsonSubTypes.Type(value = NewMediaAccount.class, name = "new-media-account"),
    @JsonSubTypes.Type(value = ErrorReport.class, name = "error-report"),
    @JsonSubTypes.Type(value = DisclosureCorner.class, name = "disclosure-corner"),
    @JsonSubTypes.Type(value = Task.class, name = "task"),
    @JsonSubTypes.Type(value = Training.class, name = "training"),
    @JsonSubTypes.Type(value = DisclosureOffice.class, name = "disclosure-office")
})
public sealed interface DisclosureRecord
        permits AssistanceStandard,
                OfficialDocument,
                LandRequisitionPlan,
                LandRequisitionProject,
                LandBlockPrice,
                DecisionCatalogue,
                PublicConsultation,
                PolicyEvaluation,
                AnnualReport,
                DisclosureRequest,
                PolicyInterpretation,
                PolicyAnswer,
                PressRelease,
                PolicyPackage,
                CatalogueItem,
                DirectoryItem,
                PublicServiceUnit,
                SiteRegistration,
                NewMediaAccount,
                ErrorReport,
                DisclosureCorner,
                Task,
                Training,
                DisclosureOffice {

    /**
     * What makes two versions the same record: text that stays as it is when the record is corrected.
     *
     * @return a key that is never empty; its form is opaque, compare it for equality only
     */
    @JsonIgnore
    String key();

    /**
     * Whether the record says what tells it from others of its kind. One that does not is never taken for the same as another,
     * though their keys are equal.
     *
     * @return true for nearly all; false for a project without name and number, say
     */
    @JsonIgnore
    default boolean identified() {
        return true;
    }

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
     * The properties that the record's type does not know, by name, as they were read; written back as they stand.
     *
     * @return an unmodifiable map in the order of the names; its values may be null
     */
    Map<String, Object> other();

    /** For JSON: keeps a property that the type does not know. */
    @JsonAnySetter
    private void readUnknown(String name, @Nullable Object value) {
        if (name.equals("kind")) {
            // Jackson 2.15.0 and 2.15.1 do not see that the kind is known.
            readKind(String.valueOf(value));
        } else {
            ((UnknownProperties) other()).add(name, value);
        }
    }

    /** For JSON: the name of the kind. */
    @JsonProperty("kind")
    private String writtenKind() {
        return RecordKind.of(this).code();
    }

    /** For JSON: refuses the name of another kind. */
    @JsonProperty("kind")
    private void readKind(@Nullable String name) {
        if (name != null && !name.equals(writtenKind())) {
            throw new WrongKindException(name, writtenKind());
        }
    }
}
