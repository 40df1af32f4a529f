package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.organization.Agency;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a controller with {@code @Valid} sees, with nothing of this library but the type. */
class OfficialDocumentConstraintsTest {

    private record Request(@Valid OfficialDocument document) {}

    private static ValidatorFactory factory;
    private static Validator validator;

    @BeforeAll
    static void start() {
        factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
        validator = factory.getValidator();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @Test
    void aGoodDocumentPasses() {
        assertEquals(Set.of(), messages(good().build()));
        assertEquals(Set.of(), messages(good().build(), Advice.class));
    }

    @Test
    void aMissingTitleIsReportedByTheRulesCode() {
        assertEquals(
                Set.of("document.title {document.title.missing}"),
                messages(good().title(null).build()));
        assertEquals(
                Set.of("document.title {document.title.missing}"),
                messages(good().title("\u00A0").build()));
    }

    @Test
    void anEmptyDocumentLacksEveryRequiredElement() {
        assertEquals(
                Set.of(
                                "title",
                                "issuers",
                                "writtenOn",
                                "publishedOn",
                                "indexNumber",
                                "validity",
                                "fileType",
                                "openness",
                                "body")
                        .stream()
                        .map(each -> "document." + each + " {document." + each + ".missing}")
                        .collect(Collectors.toSet()),
                messages(OfficialDocumentBuilder.builder().build()));
    }

    @Test
    void partsAndListedTermsAreLookedInto() {
        OfficialDocument document = good().validity(Validity.parse("长期"))
                .issuers(List.of(Agency.parse("财政部、公安部")))
                .attachments(List.of(new Attachment(" ", null, -1L, "abc", null)))
                .relations(List.of(new Relation(RelationType.parse("附件"), null)))
                .site(new Site(null, null, "12", null, null, null, null))
                .build();
        assertEquals(
                new TreeSet<>(Set.of(
                        "document.validity {document.validity.unlisted}",
                        "document.issuers[0].<list element> {document.issuers.malformed}",
                        "document.attachments[0].name {document.attachment.name.missing}",
                        "document.attachments[0].size {document.attachment.size.negative}",
                        "document.attachments[0].sha256 {document.attachment.sha256.malformed}",
                        "document.relations[0].target {document.relation.target.missing}",
                        "document.site.idCode {document.site.idCode.malformed}")),
                new TreeSet<>(messages(document)));
    }

    @ParameterizedTest
    @CsvSource({"3702000025, true", "bm01000001, true", "N331082001, true", "370200, false", "N33108200, false"})
    void aSiteCodeOfTenLettersAndDigitsIsNoError(String code, boolean good) {
        OfficialDocument document =
                good().site(new Site(null, null, code, null, null, null, null)).build();
        assertEquals(
                good ? Set.of() : Set.of("document.site.idCode {document.site.idCode.malformed}"), messages(document));
    }

    @Test
    void adviceIsGivenOnlyWhereItIsAskedFor() {
        OfficialDocument document = good().effectiveFrom(null).theme(null).build();
        assertEquals(Set.of(), messages(document));
        assertEquals(
                Set.of(
                        "document.effectiveFrom {document.effectiveFrom.missing}",
                        "document.theme {document.theme.missing}"),
                messages(document, Advice.class));
    }

    private static OfficialDocumentBuilder good() {
        return OfficialDocumentBuilder.builder()
                .title("关于印发工作要点的通知")
                .issuers(List.of(Agency.parse("青岛市崂山区人民政府办公室")))
                .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕13号"))
                .writtenOn(LocalDate.of(2023, 7, 21))
                .publishedOn(LocalDate.of(2023, 7, 21))
                .indexNumber(IndexNumber.parse("19059120230915143805"))
                .effectiveFrom(LocalDate.of(2023, 7, 21))
                .validity(Validity.of(Validity.State.IN_FORCE))
                .theme(ThemeCategory.of("综合政务", "政务公开"))
                .fileType(FileType.of(FileType.Type.OTHER))
                .documentKind(DocumentKind.of(DocumentKind.Name.NOTICE))
                .owner(Agency.parse("青岛市崂山区人民政府办公室"))
                .consultation(new Consultation("政务公开科", "0532-12345678"))
                .openness(Openness.of(Openness.Mode.PROACTIVE))
                .body(new Body("正文", null));
    }

    private static Set<String> messages(OfficialDocument document, Class<?>... groups) {
        Set<ConstraintViolation<Request>> violations = validator.validate(new Request(document), groups);
        return violations.stream()
                .map(each -> each.getPropertyPath() + " " + each.getMessage())
                .collect(Collectors.toSet());
    }
}
