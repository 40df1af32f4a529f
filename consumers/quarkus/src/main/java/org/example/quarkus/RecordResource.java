package org.example.quarkus;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.gongkai.conversion.Conversion;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.assistance.AssistanceStandard;
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
import org.gongkai.validation.DisclosureValidator;

/** A service that takes records. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {

    private final DisclosureValidator validator;

    public RecordResource(DisclosureValidator validator) {
        this.validator = validator;
    }

    @POST
    @Path("records")
    public DisclosureRecord record(@Valid @NotNull DisclosureRecord record) {
        return record;
    }

    @POST
    @Path("document")
    public OfficialDocument document(@Valid @NotNull OfficialDocument record) {
        return record;
    }

    @POST
    @Path("assistance-standard")
    public AssistanceStandard assistance(@Valid @NotNull AssistanceStandard record) {
        return record;
    }

    @POST
    @Path("land-plan")
    public LandRequisitionPlan plan(@Valid @NotNull LandRequisitionPlan record) {
        return record;
    }

    @POST
    @Path("land-price")
    public LandBlockPrice blockPrice(@Valid @NotNull LandBlockPrice record) {
        return record;
    }

    @POST
    @Path("land-project")
    public LandRequisitionProject project(@Valid @NotNull LandRequisitionProject record) {
        return record;
    }

    @POST
    @Path("decision-catalogue")
    public DecisionCatalogue catalogue(@Valid @NotNull DecisionCatalogue record) {
        return record;
    }

    @POST
    @Path("public-consultation")
    public PublicConsultation consultation(@Valid @NotNull PublicConsultation record) {
        return record;
    }

    @POST
    @Path("policy-evaluation")
    public PolicyEvaluation evaluation(@Valid @NotNull PolicyEvaluation record) {
        return record;
    }

    @POST
    @Path("annual-report")
    public AnnualReport report(@Valid @NotNull AnnualReport record) {
        return record;
    }

    @POST
    @Path("request")
    public DisclosureRequest request(@Valid @NotNull DisclosureRequest record) {
        return record;
    }

    @POST
    @Path("interpretation")
    public PolicyInterpretation interpretation(@Valid @NotNull PolicyInterpretation record) {
        return record;
    }

    @POST
    @Path("policy-answer")
    public PolicyAnswer answer(@Valid @NotNull PolicyAnswer record) {
        return record;
    }

    @POST
    @Path("press-release")
    public PressRelease press(@Valid @NotNull PressRelease record) {
        return record;
    }

    @POST
    @Path("policy-package")
    public PolicyPackage policies(@Valid @NotNull PolicyPackage record) {
        return record;
    }

    @POST
    @Path("catalogue-item")
    public CatalogueItem catalogueItem(@Valid @NotNull CatalogueItem record) {
        return record;
    }

    @POST
    @Path("directory-item")
    public DirectoryItem directoryItem(@Valid @NotNull DirectoryItem record) {
        return record;
    }

    @POST
    @Path("public-service-unit")
    public PublicServiceUnit publicServiceUnit(@Valid @NotNull PublicServiceUnit record) {
        return record;
    }

    @POST
    @Path("site-registration")
    public SiteRegistration siteRegistration(@Valid @NotNull SiteRegistration record) {
        return record;
    }

    @POST
    @Path("new-media-account")
    public NewMediaAccount newMediaAccount(@Valid @NotNull NewMediaAccount record) {
        return record;
    }

    @POST
    @Path("error-report")
    public ErrorReport errorReport(@Valid @NotNull ErrorReport record) {
        return record;
    }

    @POST
    @Path("disclosure-corner")
    public DisclosureCorner disclosureCorner(@Valid @NotNull DisclosureCorner record) {
        return record;
    }

    @POST
    @Path("task")
    public Task task(@Valid @NotNull Task record) {
        return record;
    }

    @POST
    @Path("training")
    public Training training(@Valid @NotNull Training record) {
        return record;
    }

    @POST
    @Path("disclosure-office")
    public DisclosureOffice disclosureOffice(@Valid @NotNull DisclosureOffice record) {
        return record;
    }

    @POST
    @Path("findings")
    public List<String> findings(DisclosureRecord record, @Context HttpHeaders headers) {
        Locale language = headers.getAcceptableLanguages().get(0);
        return validator.judge(record).findings().stream()
                .map(each -> each.rule() + ": " + each.text(language))
                .toList();
    }

    /** Writes the records as a package and answers with the lines that it holds. */
    @POST
    @Path("package")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String write(List<DisclosureRecord> records) throws IOException {
        java.nio.file.Path target = Files.createTempDirectory("host").resolve("package");
        Conversion.of(validator.profile(), Clock.systemDefaultZone()).into(target).run(records.stream());
        return Files.readString(target.resolve("data/records.ndjson"));
    }
}
