package org.gongkai.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.Adoption;
import org.gongkai.core.decision.CatalogueCompletion;
import org.gongkai.core.decision.DecisionHearing;
import org.gongkai.core.decision.DecisionKind;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.LegalityReview;
import org.gongkai.core.decision.MaterialState;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.Opinion;
import org.gongkai.core.decision.OpinionBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of a decision a day early, on the day and a day late, and the law of the sums. */
class DecisionLimitsTest {

    private static final DisclosureValidator VALIDATOR = Records.validator();

    @ParameterizedTest
    @CsvSource({"2024-03-29, decision.consultation.period.tooShort", "2024-03-30,", "2024-03-31,"})
    void theDraftIsOpenForThirtyDaysThatCountFromTheFirst(String until, String rule) {
        assertFindings(
                rule,
                DecisionRecords.consultation()
                        .openUntil(DecisionRecords.day(until))
                        .build());
    }

    @Test
    void anOrdinaryPolicyMayBeOpenForLess() {
        assertFindings(
                null,
                DecisionRecords.consultation()
                        .matter(null)
                        .title("一般政策")
                        .openUntil(DecisionRecords.day("2024-03-05"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"2024-04-02,", "2024-04-03,", "2024-04-04, decision.consultation.hearing.papersLate"})
    void thePapersOfAHearingAreThereSevenDaysBefore(String delivered, String rule) {
        DecisionHearing hearing =
                new DecisionHearing(DecisionRecords.day("2024-04-10"), DecisionRecords.day(delivered), null, null);
        assertFindings(rule, DecisionRecords.consultation().hearing(hearing).build());
    }

    /** Sent on 28 April 2024, a Sunday that is worked, before five days of Labour Day. */
    @ParameterizedTest
    @CsvSource({"2024-05-08, decision.catalogue.matter.legalityReviewTooShort", "2024-05-09,", "2024-05-10,"})
    void theReviewOfLegalityHasSevenWorkingDays(String completed, String rule) {
        LegalityReview review =
                new LegalityReview(null, DecisionRecords.day("2024-04-28"), DecisionRecords.day(completed));
        assertFindings(
                rule,
                DecisionRecords.matter(m -> m.legalityReview(review)
                                .result(null)
                                .stage(DecisionStage.of(DecisionStage.Step.REVIEW)))
                        .apply(DecisionRecords.catalogue())
                        .build());
    }

    /** Issued on 6 May 2024; Saturday the 11th is worked. */
    @ParameterizedTest
    @CsvSource({"2024-05-16,", "2024-05-17,", "2024-05-18, decision.catalogue.matter.materialLate"})
    void theOpinionsAreAnsweredWithinTenWorkingDaysOfTheIssue(String on, String rule) {
        assertFindings(
                rule,
                DecisionRecords.matter(m -> m.materials(DecisionRecords.with(
                                MaterialType.Type.OPINIONS, x -> x.publishedOn(DecisionRecords.day(on)))))
                        .apply(DecisionRecords.catalogue())
                        .build());
        assertFindings(
                rule == null ? null : "decision.consultation.feedback.late",
                DecisionRecords.consultation()
                        .feedbackPublishedOn(DecisionRecords.day(on))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"2024-05-17,", "2024-05-18, decision.catalogue.matter.materialLate"})
    void opinionsThatAreNotAnsweredAreLateFromTheDayAfter(String today, String rule) {
        DisclosureRecord catalogue = DecisionRecords.matter(m -> m.materials(DecisionRecords.with(
                        MaterialType.Type.OPINIONS, x -> DecisionRecords.state(x, MaterialState.State.NOT_YET))))
                .apply(DecisionRecords.catalogue())
                .build();
        assertEquals(rule == null ? List.of() : List.of(rule), codes(on(today), catalogue));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2023-12-20,",
        "2024, 2024-03-31,",
        "2024, 2024-04-01, decision.catalogue.publishedOn.late",
        "2025, 2025-06-30, decision.catalogue.publishedOn.late",
        "2026, 2026-06-30,",
        "2026, 2026-07-01, decision.catalogue.publishedOn.late"
    })
    void aCatalogueIsDueEarlyInTheYearAndFromTheNewMeasuresOnByTheEndOfJune(int year, String on, String rule) {
        DisclosureRecord catalogue = DecisionRecords.catalogue()
                .body(Agency.parse("青岛市甲区人民政府"))
                .year(year)
                .publishedOn(DecisionRecords.day(on))
                .completion(new CatalogueCompletion(null, "a.html", null))
                .build();
        assertFindings(rule, catalogue);
    }

    /** The review of legality was completed on 23 April 2024. */
    @ParameterizedTest
    @CsvSource({"2024-04-23,", "2024-04-24, decision.catalogue.matter.draftAfterReview"})
    void aDraftIsPublishedBeforeItsReviewIsCompleted(String on, String rule) {
        List<DecisionMaterial> materials = DecisionRecords.materials().stream()
                .map(each -> each.type().equals(MaterialType.of(MaterialType.Type.DRAFT))
                        ? DecisionRecords.published(MaterialType.Type.DRAFT, on)
                        : each)
                .toList();
        assertFindings(
                rule,
                DecisionRecords.matter(m -> m.materials(materials))
                        .apply(DecisionRecords.catalogue())
                        .build());
    }

    @Test
    void beyondTheYearsOfTheCalendarALimitIsSaidToBeUnchecked() {
        LegalityReview review =
                new LegalityReview(null, DecisionRecords.day("2040-04-28"), DecisionRecords.day("2040-05-10"));
        assertFindings(
                "decision.limit.notChecked",
                DecisionRecords.matter(m -> m.legalityReview(review)
                                .result(null)
                                .stage(DecisionStage.of(DecisionStage.Step.REVIEW)))
                        .apply(DecisionRecords.catalogue())
                        .build());
    }

    @Test
    void noOpinionsIsAValidResult() {
        assertFindings(
                null,
                DecisionRecords.consultation()
                        .received(0)
                        .adopted(0)
                        .partlyAdopted(0)
                        .rejected(0)
                        .rejectionReasons(null)
                        .build());
        assertFindings(
                null,
                DecisionRecords.consultation()
                        .received(0)
                        .adopted(null)
                        .partlyAdopted(null)
                        .rejected(null)
                        .rejectionReasons(null)
                        .build());
    }

    @Property(tries = 200)
    void whatWasReceivedIsWhatWasAdoptedPartlyAdoptedAndRejected(
            @ForAll @IntRange(max = 500) int received,
            @ForAll @IntRange(max = 500) int adopted,
            @ForAll @IntRange(max = 500) int partly,
            @ForAll @IntRange(max = 500) int rejected) {
        assertFindings(null, counted(adopted + partly + rejected, adopted, partly, rejected));
        assertFindings(
                received == adopted + partly + rejected ? null : "decision.consultation.counts.differ",
                counted(received, adopted, partly, rejected));
    }

    @Property(tries = 100)
    void wherePartlyAdoptedOnesAreNotToldApartTheyMayBeTheDifference(
            @ForAll @IntRange(max = 100) int received,
            @ForAll @IntRange(max = 100) int adopted,
            @ForAll @IntRange(max = 100) int rejected) {
        assertFindings(
                received >= adopted + rejected ? null : "decision.consultation.counts.differ",
                counted(received, adopted, null, rejected));
    }

    private static DisclosureRecord counted(int received, int adopted, Integer partly, int rejected) {
        return DecisionRecords.consultation()
                .received(received)
                .adopted(adopted)
                .partlyAdopted(partly)
                .rejected(rejected)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"张三, record.personalData.personName", "朱**,", "李先生,", "王某某,", "甲公司,", "网民,"})
    void theNamesOfThoseWhoAnsweredAreMasked(String name, String rule) {
        Opinion opinion = OpinionBuilder.builder()
                .contributor(name)
                .text("多建停车位")
                .adoption(Adoption.of(Adoption.Outcome.ADOPTED))
                .build();
        assertFindings(
                rule,
                DecisionRecords.consultation()
                        .received(1)
                        .adopted(1)
                        .partlyAdopted(0)
                        .rejected(0)
                        .opinions(List.of(opinion))
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"已公开\u00A0", "\u3000已公开", "\uFEFF已 公开"})
    void aStateOfAMaterialIsListedWhateverBlanksStandAroundIt(String state) {
        DisclosureRecord catalogue = DecisionRecords.matter(m -> m.materials(
                        DecisionRecords.with(MaterialType.Type.DRAFT, each -> each.state(MaterialState.parse(state)))))
                .apply(DecisionRecords.catalogue())
                .build();
        assertFindings(null, catalogue);
    }

    @Test
    void aProfileChangesKindsMaterialsAndLimits() throws IOException {
        Profile own = profile("""
                "kinds": {"name": "own", "rows": [{"number": 1, "label": "民生实事", "scope": "办实事", "source": "某文",
                "evidence": "primary"}]},
                "materials": [{"type": "决策结果", "need": "ALWAYS", "stage": "已决策", "basis": "某条", "evidence": "primary"}],
                "catalogueLimits": [{"by": "02-29"}, {"from": "2025-10-01", "duty": "decision-catalogue-shandong"}]""");
        DisclosureValidator validator = DisclosureValidator.of(own, Records.CLOCK);
        DisclosureRecord catalogue = DecisionRecords.matter(m -> m.decisionKind(DecisionKind.parse("民生实事"))
                        .materials(List.of(DecisionRecords.published(MaterialType.Type.RESULT, "2024-05-06"))))
                .apply(DecisionRecords.catalogue())
                .publishedOn(DecisionRecords.day("2024-03-01"))
                .build();
        assertEquals(List.of("decision.catalogue.publishedOn.late"), codes(validator, catalogue));
        assertEquals("06-30", limit(own, 2026));
        assertEquals("02-29", limit(own, 2025));
    }

    @Test
    void aProfileThatSaysNothingAsksForCataloguesEarlyInTheYearInQingdaoAlone() throws IOException {
        Profile silent = Profile.read(new ByteArrayInputStream(
                "{\"name\": \"x\", \"version\": \"1\", \"title\": {\"zh\": \"甲\", \"en\": \"a\"}}"
                        .getBytes(StandardCharsets.UTF_8)));
        assertEquals(
                "03-31",
                silent.decisions()
                        .catalogueLimit(2026, Agency.parse("青岛市崂山区人民政府"))
                        .amount());
        assertNull(silent.decisions().catalogueLimit(2026, Agency.parse("乙县人民政府")));
        assertNull(silent.decisions().catalogueLimit(2026, null));
        assertEquals(9, silent.decisions().kinds().entries().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kinds\": \"galactic\"",
                "\"kinds\": 5",
                "\"materials\": [{\"type\": \"大事\"}]",
                "\"catalogueLimits\": [{}]",
                "\"catalogueLimits\": [{\"by\": \"13-01\"}]",
                "\"catalogueLimits\": [{\"by\": \"03-31\", \"evidence\": \"sure\"}]",
                "\"catalogueLimits\": [{\"duty\": \"land-pre-announcement\"}]",
                "\"catalogueLimits\": [{\"duty\": \"nothing\"}]",
                "\"catalogueLimits\": [{\"by\": \"03-31\"}, {\"by\": \"06-30\"}]",
                "\"catalogueLimits\": [{\"from\": \"2025-10-01\", \"by\": \"03-31\"}, {\"from\": \"2024-10-01\", \"by\": \"06-30\"}]"
            })
    void aFaultySettingIsRefusedWithItsName(String decisions) {
        String message =
                assertThrows(IOException.class, () -> profile(decisions)).getMessage();
        assertTrue(message.startsWith("profile x: decisions: "), message);
        assertFalse(message.contains("null: "), message);
    }

    private static String limit(Profile profile, int year) {
        return String.valueOf(profile.decisions().catalogueLimit(year, null).amount());
    }

    private static Profile profile(String decisions) throws IOException {
        return Profile.read(new ByteArrayInputStream(
                ("{\"name\": \"x\", \"version\": \"1\", \"title\": {\"zh\": \"甲\", \"en\": \"a\"}, \"decisions\": {"
                                + decisions + "}}")
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static DisclosureValidator on(String today) {
        return DisclosureValidator.of(
                Records.PROFILE,
                Clock.fixed(LocalDate.parse(today).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    private static void assertFindings(String rule, DisclosureRecord record) {
        assertEquals(rule == null ? List.of() : List.of(rule), codes(VALIDATOR, record));
    }

    private static List<String> codes(DisclosureValidator validator, DisclosureRecord record) {
        return validator.judge(record).findings().stream().map(Finding::rule).toList();
    }
}
