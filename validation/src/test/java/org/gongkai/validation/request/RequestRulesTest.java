package org.gongkai.validation.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisclosureRequestBuilder;
import org.gongkai.core.request.DisputeKind;
import org.gongkai.core.request.DisputeResult;
import org.gongkai.core.request.FeeMethod;
import org.gongkai.core.request.RequestChannel;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestDispute;
import org.gongkai.core.request.RequestExtension;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.request.RequestRemedy;
import org.gongkai.core.request.RequestedInformation;
import org.gongkai.core.source.Location;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.Records;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule of applications has one that passes and one that breaks it, it alone unless said otherwise. */
public class RequestRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);

    private final DisclosureValidator validator = Records.validator();

    /** What breaks a rule: an application, and others seen before it. */
    private record Fault(String rule, DisclosureRequest request, DisclosureRequest... before) {}

    private static DisclosureRequestBuilder good() {
        return Requests.request();
    }

    private static RequestConsultation thirdParty(Boolean consents) {
        return new RequestConsultation(
                ConsultationRole.of(ConsultationRole.Role.THIRD_PARTY), null, LocalDate.of(2024, 5, 7), null, consents);
    }

    private static RequestCorrection asked(int month, int day) {
        return new RequestCorrection(LocalDate.of(2024, month, day), "补充文号", null, LocalDate.of(2024, month, day + 1));
    }

    private static RequestFee fee(FeeMethod method, Integer count, int amount, LocalDate noticeOn) {
        return new RequestFee(method, count, BigDecimal.valueOf(amount), noticeOn, noticeOn);
    }

    private static RequestExtension extension(Integer days, String approvedBy, LocalDate toldOn) {
        return new RequestExtension(days, approvedBy, toldOn);
    }

    private List<String> broken(DisclosureRequest request) {
        return validator.judge(request).findings().stream()
                .map(Finding::rule)
                .sorted()
                .toList();
    }

    /** 2024-05-06 and 20 working days are 2024-05-31; 20 more are 2024-07-01. */
    @Test
    void anExtensionOfWhichNobodySaysHowLongIsTakenAsTheLongest() {
        DisclosureRequestBuilder extended = good().extension(extension(null, "主任", LocalDate.of(2024, 5, 30)));
        assertEquals(
                List.of(), broken(extended.repliedOn(LocalDate.of(2024, 7, 1)).build()));
        assertEquals(
                List.of("request.reply.late"),
                broken(extended.repliedOn(LocalDate.of(2024, 7, 2)).build()));
    }

    @Test
    void nobodyIsLateWhereTheDaysOfACorrectionOrAConsultationAreMissing() {
        DisclosureRequestBuilder late = good().repliedOn(LocalDate.of(2024, 8, 1));
        assertEquals(List.of("request.reply.late"), broken(late.build()));
        RequestCorrection undated = new RequestCorrection(null, null, null, null);
        assertEquals(List.of(), broken(late.corrections(List.of(undated)).build()));
        late.corrections(List.of());
        for (RequestConsultation each : List.of(
                new RequestConsultation(null, null, null, null, null),
                new RequestConsultation(null, LocalDate.of(2024, 5, 8), null, null, null),
                new RequestConsultation(null, null, null, LocalDate.of(2024, 7, 30), null))) {
            DisclosureRequest request = late.consultations(List.of(each)).build();
            assertEquals(List.of("request.limit.notChecked"), broken(request));
            assertEquals(
                    RequestTimeline.State.CANNOT_SAY,
                    RequestTimeline.of(request, TODAY).state());
        }
    }

    /** Its 15 days are not known, so all of the time from the letter to the answer is taken out. */
    @Test
    void whereTheReceiptOfALetterIsNotKnownTheTimeFromTheLetterToTheAnswerDoesNotCount() {
        RequestConsultation sent =
                new RequestConsultation(null, LocalDate.of(2024, 5, 8), null, LocalDate.of(2024, 6, 28), null);
        DisclosureRequestBuilder asked = good().consultations(List.of(sent));
        assertEquals(
                List.of(), broken(asked.repliedOn(LocalDate.of(2024, 7, 10)).build()));
        assertEquals(
                List.of("request.reply.late"),
                broken(asked.repliedOn(LocalDate.of(2024, 8, 30)).build()));
    }

    private static DisclosureRequest numbered(String number) {
        return good().caseNumber(number).build();
    }

    private static List<Fault> faults() {
        LocalDate inTime = LocalDate.of(2024, 5, 8);
        LocalDate tooLate = LocalDate.of(2024, 6, 3);
        return List.of(
                new Fault("request.caseNumber.missing", good().caseNumber(null).build()),
                new Fault("request.body.missing", good().body(null).build()),
                new Fault(
                        "request.applicantType.missing",
                        good().applicantType(null).build()),
                new Fault(
                        "request.applicantType.unlisted",
                        good().applicantType(ApplicantType.parse("外星人")).build()),
                new Fault(
                        "request.description.missing", good().description(null).build()),
                new Fault("request.channel.missing", good().channel(null).build()),
                new Fault(
                        "request.channel.unlisted",
                        good().channel(RequestChannel.parse("信鸽")).build()),
                new Fault("request.receivedOn.missing", good().receivedOn(null).build()),
                new Fault(
                        "request.received.wrong",
                        good().receivedOn(LocalDate.of(2024, 5, 7)).build()),
                new Fault(
                        "request.received.unconfirmed",
                        good().channel(RequestChannel.of(RequestChannel.Channel.FAX))
                                .build()),
                new Fault(
                        "request.correction.late",
                        good().corrections(List.of(asked(5, 20)))
                                .repliedOn(LocalDate.of(2024, 5, 28))
                                .build()),
                new Fault(
                        "request.correction.twice",
                        good().corrections(List.of(asked(5, 8), asked(5, 9)))
                                .repliedOn(LocalDate.of(2024, 5, 28))
                                .build()),
                new Fault(
                        "request.correction.missing",
                        good().outcome(RequestOutcome.of(Outcome.NO_CORRECTION)).build()),
                new Fault(
                        "request.extension.tooLong",
                        good().extension(extension(25, "负责人", inTime)).build()),
                new Fault(
                        "request.extension.notTold",
                        good().extension(extension(10, "负责人", null)).build()),
                new Fault(
                        "request.extension.toldLate",
                        good().extension(extension(10, "负责人", tooLate)).build()),
                new Fault(
                        "request.extension.unapproved",
                        good().extension(extension(10, null, inTime)).build()),
                new Fault(
                        "request.thirdParty.notHeard",
                        Requests.ended(Outcome.THIRD_PARTY_RIGHTS).build()),
                new Fault(
                        "request.thirdParty.presumedConsent",
                        good().consultations(List.of(thirdParty(true))).build()),
                new Fault(
                        "request.consultation.roleUnlisted",
                        good().consultations(List.of(new RequestConsultation(
                                        ConsultationRole.parse("邻居"), inTime, inTime, inTime, null)))
                                .build()),
                new Fault(
                        "request.outcome.unlisted",
                        good().outcome(RequestOutcome.parse("不了了之")).build()),
                new Fault("request.repliedOn.missing", good().repliedOn(null).build()),
                new Fault(
                        "request.replyNumber.missing", good().replyNumber(null).build()),
                new Fault(
                        "request.reason.missing",
                        Requests.ended(Outcome.PARTLY_GRANTED).reason(null).build()),
                new Fault(
                        "request.basis.missing",
                        Requests.ended(Outcome.PROCESS_INFORMATION).basis(null).build()),
                new Fault(
                        "request.otherBody.unnamed",
                        good().outcome(RequestOutcome.of(Outcome.OTHER_BODY)).build()),
                new Fault(
                        "request.repeat.noEarlier",
                        good().outcome(RequestOutcome.of(Outcome.REPEATED)).build()),
                new Fault(
                        "request.remedy.missing",
                        Requests.ended(Outcome.PROCESS_INFORMATION).remedy(null).build()),
                new Fault(
                        "request.remedy.wrong",
                        Requests.ended(Outcome.PROCESS_INFORMATION)
                                .remedy(new RequestRemedy(null, "东岭区人民法院", null))
                                .build()),
                new Fault(
                        "request.fee.amount",
                        good().fee(fee(FeeMethod.of(FeeMethod.Method.BY_PIECE), 31, 2100, inTime))
                                .build()),
                new Fault(
                        "request.fee.bothMethods",
                        good().fee(fee(FeeMethod.of(FeeMethod.Method.BOTH), 31, 2200, inTime))
                                .build()),
                new Fault(
                        "request.fee.noticeLate",
                        good().fee(fee(FeeMethod.of(FeeMethod.Method.BY_VOLUME), 68, 380, tooLate))
                                .build()),
                new Fault(
                        "request.fee.negative",
                        good().fee(fee(null, null, -1, inTime)).build()),
                new Fault(
                        "request.fee.methodUnlisted",
                        good().fee(fee(FeeMethod.parse("按斤"), 1, 0, inTime)).build()),
                new Fault(
                        "request.dispute.kindUnlisted",
                        good().disputes(List.of(new RequestDispute(DisputeKind.parse("吵架"), null, null)))
                                .build()),
                new Fault(
                        "request.dispute.resultUnlisted",
                        good().disputes(List.of(new RequestDispute(
                                        DisputeKind.of(DisputeKind.Kind.DIRECT_SUIT), DisputeResult.parse("平手"), null)))
                                .build()),
                new Fault(
                        "request.dates.order",
                        good().deliveredOn(LocalDate.of(2024, 5, 9)).build()),
                new Fault(
                        "request.reply.late",
                        good().repliedOn(LocalDate.of(2024, 6, 4)).build()),
                new Fault(
                        "request.open.pastDue",
                        good().outcome(null).repliedOn(null).build()),
                new Fault(
                        "request.limit.notChecked",
                        good().submittedOn(LocalDate.of(1999, 5, 6))
                                .receivedOn(LocalDate.of(1999, 5, 6))
                                .repliedOn(LocalDate.of(1999, 5, 7))
                                .build()),
                new Fault(
                        "request.caseNumber.duplicate",
                        good().outcome(RequestOutcome.of(Outcome.NOT_EXISTING)).build(),
                        good().build()),
                new Fault("request.caseNumber.gap", numbered("〔2024〕第009号"), good().build()),
                new Fault(
                        "request.hotTopic", numbered("〔2024〕第007号"), numbered("〔2024〕第005号"), numbered("〔2024〕第006号")),
                new Fault("request.notArchived", good().archived(false).build()),
                new Fault(
                        "request.property.unknown",
                        good().other(Map.of("联系电话", "0532")).build()));
    }

    private List<Finding> findings(DisclosureRequest request, DisclosureRecord... before) {
        RequestAudit audit = new RequestAudit(validator.profile(), TODAY);
        for (DisclosureRecord each : before) {
            audit.see(each, Location.of("register"));
        }
        List<Finding> findings = new ArrayList<>(validator.judge(request).findings());
        findings.addAll(audit.see(request, Location.of("register")));
        findings.addAll(audit.end());
        return findings;
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).distinct().toList();
    }

    @TestFactory
    Stream<DynamicTest> anApplicationThatBreaksARuleIsToldOfThatAloneInBothLanguages() {
        return faults().stream()
                .map(each -> DynamicTest.dynamicTest(each.rule(), () -> {
                    List<Finding> found = findings(each.request(), each.before());
                    assertEquals(List.of(each.rule()), rules(found));
                    Rule rule = RuleCatalogue.standard().rule(each.rule());
                    for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                        String text = rule.text(found.get(0), language) + rule.mending(found.get(0), language);
                        assertFalse(text.contains("{") || text.contains("not stated") || text.contains("未说明"), text);
                    }
                }));
    }

    @Test
    void aSoundApplicationHasNoFindings() {
        assertEquals(List.of(), rules(findings(good().build())));
        assertEquals(
                List.of(),
                rules(findings(Requests.ended(Outcome.THIRD_PARTY_RIGHTS)
                        .consultations(List.of(thirdParty(null)))
                        .build())));
    }

    @Test
    void aCoMakersSilenceIsConsent() {
        DisclosureRequest made = good().consultations(List.of(new RequestConsultation(
                        ConsultationRole.of(ConsultationRole.Role.CO_MAKER),
                        null,
                        LocalDate.of(2024, 5, 7),
                        null,
                        true)))
                .build();
        assertEquals(List.of(), rules(findings(made)));
    }

    /** Registers say whom to ask for reconsideration, and seldom that it comes first. */
    @Test
    void aRefusalWhoseRegisterNamesTheBodyOfReconsiderationIsNotSaidToNameASuitAlone() {
        Agency government = new Agency("东岭区人民政府");
        for (Boolean first : Arrays.asList(null, true, false)) {
            DisclosureRequest refused = Requests.ended(Outcome.PROCESS_INFORMATION)
                    .remedy(new RequestRemedy(government, "东岭区人民法院", first))
                    .build();
            assertEquals(
                    Boolean.FALSE.equals(first) ? List.of("request.remedy.wrong") : List.of(),
                    rules(findings(refused)));
        }
    }

    @Test
    void aRefusalOf2023MayNameASuitAlone() {
        DisclosureRequest old = Requests.ended(Outcome.PROCESS_INFORMATION)
                .submittedOn(LocalDate.of(2023, 12, 4))
                .receivedOn(LocalDate.of(2023, 12, 4))
                .repliedOn(LocalDate.of(2023, 12, 20))
                .remedy(new RequestRemedy(null, "东岭区人民法院", false))
                .build();
        assertEquals(List.of(), rules(findings(old)));
    }

    @Test
    void aProfileSaysFromHowManyApplicationsOnATopicIsHot() throws IOException {
        String text = "{\"name\": \"own\", \"version\": \"1\", \"title\": {\"zh\": \"自\", \"en\": \"own\"},"
                + "\"limits\": {\"hotTopicApplications\": %d}}";
        for (int least : new int[] {2, 4}) {
            RequestAudit audit = new RequestAudit(
                    Profile.read(new ByteArrayInputStream(text.formatted(least).getBytes(StandardCharsets.UTF_8))),
                    TODAY);
            for (String each : List.of("〔2024〕第005号", "〔2024〕第006号")) {
                audit.see(numbered(each), Location.of("register"));
            }
            assertEquals(least == 2 ? List.of("request.hotTopic") : List.of(), rules(audit.end()));
        }
    }

    @Test
    void informationThatIsPublicIsNoHotTopic() {
        DisclosureRequest[] before = IntStream.range(6, 10)
                .mapToObj(each -> numbered("〔2024〕第00" + each + "号"))
                .toArray(DisclosureRequest[]::new);
        DisclosureRequest open =
                good().outcome(RequestOutcome.of(Outcome.ALREADY_PUBLIC)).build();
        assertTrue(rules(findings(open, before)).isEmpty());
    }

    @Test
    void aRegisterOfTwoBodiesMayUseANumberTwice() {
        DisclosureRequest other = good().body(new org.gongkai.core.organization.Agency("东岭区财政局"))
                .description(new RequestedInformation("预算", null, null))
                .build();
        assertEquals(List.of(), rules(findings(other, good().build())));
    }
}
