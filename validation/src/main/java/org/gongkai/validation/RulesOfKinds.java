package org.gongkai.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.core.catalogue.PublicServiceUnit;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.register.DisclosureCorner;
import org.gongkai.core.register.ErrorReport;
import org.gongkai.core.register.NewMediaAccount;
import org.gongkai.core.register.SiteRegistration;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.work.DisclosureOffice;
import org.gongkai.core.work.Task;
import org.gongkai.core.work.Training;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.KindRules;
import org.gongkai.validation.rules.PlainRules;
import org.gongkai.validation.rules.annual.AnnualReportRules;
import org.gongkai.validation.rules.assistance.AssistanceStandardRules;
import org.gongkai.validation.rules.catalogue.CatalogueItemRules;
import org.gongkai.validation.rules.catalogue.DirectoryItemRules;
import org.gongkai.validation.rules.decision.DecisionCatalogueRules;
import org.gongkai.validation.rules.decision.PolicyEvaluationRules;
import org.gongkai.validation.rules.decision.PublicConsultationRules;
import org.gongkai.validation.rules.document.OfficialDocumentRules;
import org.gongkai.validation.rules.interpretation.PolicyAnswerRules;
import org.gongkai.validation.rules.interpretation.PolicyInterpretationRules;
import org.gongkai.validation.rules.interpretation.PolicyPackageRules;
import org.gongkai.validation.rules.interpretation.PressReleaseRules;
import org.gongkai.validation.rules.land.LandPlanRules;
import org.gongkai.validation.rules.land.LandPriceRules;
import org.gongkai.validation.rules.land.LandProjectRules;
import org.gongkai.validation.rules.register.ErrorReportRules;
import org.gongkai.validation.rules.register.NewMediaAccountRules;
import org.gongkai.validation.rules.register.SiteRegistrationRules;
import org.gongkai.validation.rules.request.DisclosureRequestRules;
import org.gongkai.validation.rules.work.DisclosureOfficeRules;
import org.gongkai.validation.rules.work.TaskRules;
import org.gongkai.validation.rules.work.TrainingRules;

/** Which rules each kind of record has of its own; a kind without a line here is told when a validator is made. */
final class RulesOfKinds {

    private RulesOfKinds() {}

    static Map<RecordKind<?>, KindRules<?>> of(Profile profile, RequisitionGround ground) {
        WorkingCalendar calendar = ground.calendar();
        Map<Class<? extends DisclosureRecord>, KindRules<?>> own = Map.ofEntries(
                Map.entry(OfficialDocument.class, new OfficialDocumentRules(profile)),
                Map.entry(AssistanceStandard.class, new AssistanceStandardRules(profile, calendar)),
                Map.entry(LandRequisitionPlan.class, new LandPlanRules(profile)),
                Map.entry(LandRequisitionProject.class, new LandProjectRules(profile, ground)),
                Map.entry(LandBlockPrice.class, new LandPriceRules(profile)),
                Map.entry(DecisionCatalogue.class, new DecisionCatalogueRules(profile, calendar)),
                Map.entry(PublicConsultation.class, new PublicConsultationRules(profile, calendar)),
                Map.entry(PolicyEvaluation.class, new PolicyEvaluationRules(profile, calendar)),
                Map.entry(AnnualReport.class, new AnnualReportRules(profile, calendar)),
                Map.entry(DisclosureRequest.class, new DisclosureRequestRules(profile, calendar)),
                Map.entry(PolicyInterpretation.class, new PolicyInterpretationRules(profile)),
                Map.entry(PolicyAnswer.class, new PolicyAnswerRules(profile)),
                Map.entry(PressRelease.class, new PressReleaseRules(profile)),
                Map.entry(PolicyPackage.class, new PolicyPackageRules(profile)),
                Map.entry(CatalogueItem.class, new CatalogueItemRules(profile)),
                Map.entry(DirectoryItem.class, new DirectoryItemRules(profile)),
                Map.entry(PublicServiceUnit.class, new PlainRules<>(PublicServiceUnit.class, profile)),
                Map.entry(SiteRegistration.class, new SiteRegistrationRules(profile)),
                Map.entry(NewMediaAccount.class, new NewMediaAccountRules(profile)),
                Map.entry(ErrorReport.class, new ErrorReportRules(profile, calendar)),
                Map.entry(DisclosureCorner.class, new PlainRules<>(DisclosureCorner.class, profile)),
                Map.entry(Task.class, new TaskRules(profile)),
                Map.entry(Training.class, new TrainingRules(profile)),
                Map.entry(DisclosureOffice.class, new DisclosureOfficeRules(profile)));
        Map<RecordKind<?>, KindRules<?>> rules = new LinkedHashMap<>();
        for (RecordKind<?> each : RecordKind.all()) {
            KindRules<?> found = own.get(each.type());
            if (found == null) {
                throw new IllegalStateException("no rules for records of the kind " + each);
            }
            rules.put(each, found);
        }
        return Collections.unmodifiableMap(rules);
    }
}
