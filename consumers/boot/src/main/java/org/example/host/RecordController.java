package org.example.host;

import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.gongkai.spring.JsonFaults;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.json.JsonFault;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecordController {

    private final DisclosureValidator validator;
    private final Conversion conversion;

    RecordController(DisclosureValidator validator, Conversion conversion) {
        this.validator = validator;
        this.conversion = conversion;
    }

    @PostMapping("/records")
    DisclosureRecord record(@Valid @RequestBody DisclosureRecord record) {
        return record;
    }

    @PostMapping("/document")
    OfficialDocument document(@Valid @RequestBody OfficialDocument record) {
        return record;
    }

    @PostMapping("/assistance-standard")
    AssistanceStandard assistance(@Valid @RequestBody AssistanceStandard record) {
        return record;
    }

    @PostMapping("/land-plan")
    LandRequisitionPlan plan(@Valid @RequestBody LandRequisitionPlan record) {
        return record;
    }

    @PostMapping("/land-project")
    LandRequisitionProject project(@Valid @RequestBody LandRequisitionProject record) {
        return record;
    }

    @PostMapping("/land-price")
    LandBlockPrice blockPrice(@Valid @RequestBody LandBlockPrice record) {
        return record;
    }

    @PostMapping("/decision-catalogue")
    DecisionCatalogue catalogue(@Valid @RequestBody DecisionCatalogue record) {
        return record;
    }

    @PostMapping("/public-consultation")
    PublicConsultation consultation(@Valid @RequestBody PublicConsultation record) {
        return record;
    }

    @PostMapping("/policy-evaluation")
    PolicyEvaluation evaluation(@Valid @RequestBody PolicyEvaluation record) {
        return record;
    }

    @PostMapping("/annual-report")
    AnnualReport report(@Valid @RequestBody AnnualReport record) {
        return record;
    }

    @PostMapping("/request")
    DisclosureRequest request(@Valid @RequestBody DisclosureRequest record) {
        return record;
    }

    @PostMapping("/interpretation")
    PolicyInterpretation interpretation(@Valid @RequestBody PolicyInterpretation record) {
        return record;
    }

    @PostMapping("/policy-answer")
    PolicyAnswer answer(@Valid @RequestBody PolicyAnswer record) {
        return record;
    }

    @PostMapping("/press-release")
    PressRelease press(@Valid @RequestBody PressRelease record) {
        return record;
    }

    @PostMapping("/policy-package")
    PolicyPackage policies(@Valid @RequestBody PolicyPackage record) {
        return record;
    }

    @PostMapping("/catalogue-item")
    CatalogueItem catalogueItem(@Valid @RequestBody CatalogueItem record) {
        return record;
    }

    @PostMapping("/directory-item")
    DirectoryItem directoryItem(@Valid @RequestBody DirectoryItem record) {
        return record;
    }

    @PostMapping("/public-service-unit")
    PublicServiceUnit publicServiceUnit(@Valid @RequestBody PublicServiceUnit record) {
        return record;
    }

    @PostMapping("/site-registration")
    SiteRegistration siteRegistration(@Valid @RequestBody SiteRegistration record) {
        return record;
    }

    @PostMapping("/new-media-account")
    NewMediaAccount newMediaAccount(@Valid @RequestBody NewMediaAccount record) {
        return record;
    }

    @PostMapping("/error-report")
    ErrorReport errorReport(@Valid @RequestBody ErrorReport record) {
        return record;
    }

    @PostMapping("/disclosure-corner")
    DisclosureCorner disclosureCorner(@Valid @RequestBody DisclosureCorner record) {
        return record;
    }

    @PostMapping("/task")
    Task task(@Valid @RequestBody Task record) {
        return record;
    }

    @PostMapping("/training")
    Training training(@Valid @RequestBody Training record) {
        return record;
    }

    @PostMapping("/disclosure-office")
    DisclosureOffice disclosureOffice(@Valid @RequestBody DisclosureOffice record) {
        return record;
    }

    /** The findings of the library's own validator, which knows all rules and not those of single fields alone. */
    @PostMapping("/findings")
    List<String> findings(@RequestBody DisclosureRecord record, Locale locale) {
        return validator.judge(record).findings().stream()
                .map(each -> each.rule() + ": " + each.text(locale))
                .toList();
    }

    /** Writes the records as a package and answers with the lines that it holds. */
    @PostMapping("/package")
    String write(@RequestBody List<DisclosureRecord> records) throws IOException {
        Path target = Files.createTempDirectory("host").resolve("package");
        conversion.into(target).run(records.stream());
        return Files.readString(target.resolve("data/records.ndjson"));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    List<String> invalid(MethodArgumentNotValidException e) {
        return e.getBindingResult().getFieldErrors().stream()
                .map(each -> each.getField() + ": " + each.getDefaultMessage())
                .sorted()
                .toList();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    List<String> unreadable(HttpMessageNotReadableException e, Locale locale) {
        JsonFault fault = JsonFaults.of(e);
        return List.of(fault == null ? "no JSON" : fault.text(locale));
    }
}
