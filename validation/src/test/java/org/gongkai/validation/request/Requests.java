package org.gongkai.validation.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisclosureRequestBuilder;
import org.gongkai.core.request.RequestChannel;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestExtension;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.gongkai.core.request.RequestRemedy;
import org.gongkai.core.request.RequestedInformation;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/** Applications to begin with. */
public final class Requests {

    private Requests() {}

    /** A sound application, granted in time. */
    public static DisclosureRequestBuilder request() {
        return DisclosureRequestBuilder.builder()
                .caseNumber("〔2024〕第005号")
                .body(new Agency("东岭区水务局"))
                .applicantType(ApplicantType.of(ApplicantType.Type.NATURAL_PERSON))
                .description(new RequestedInformation("2023年河道整治工程验收报告", null, null))
                .channel(RequestChannel.of(RequestChannel.Channel.IN_PERSON))
                .submittedOn(LocalDate.of(2024, 5, 6))
                .receivedOn(LocalDate.of(2024, 5, 6))
                .outcome(RequestOutcome.of(Outcome.GRANTED))
                .replyNumber(DocumentNumber.parse("东水公复〔2024〕5号"))
                .repliedOn(LocalDate.of(2024, 5, 10));
    }

    /** The application with an outcome, and all that an answer must say. */
    public static DisclosureRequestBuilder ended(Outcome outcome) {
        return request()
                .outcome(RequestOutcome.of(outcome))
                .reason("属于条例规定不予公开的情形。")
                .basis("政府信息公开条例第十六条")
                .remedy(new RequestRemedy(new Agency("东岭区人民政府"), "东岭区人民法院", true));
    }

    private static @Nullable LocalDate day(Csv.Row row, String column) {
        String text = row.text(column);
        return text == null ? null : LocalDate.parse(text);
    }

    /** The case of a vector, with all that its columns do not hold as it should be. */
    static DisclosureRequest of(Csv.Row row) {
        Outcome outcome = Outcome.valueOf(Objects.requireNonNull(row.text("outcome")));
        String wrong = "bad".equals(row.text("verdict")) || "warn".equals(row.text("verdict")) ? row.text("rule") : "";
        DisclosureRequestBuilder made = ended(outcome)
                .channel(RequestChannel.parse(Objects.requireNonNull(row.text("channel"))))
                .submittedOn(day(row, "submitted_on"))
                .confirmedOn(day(row, "confirmed_or_signed_on"))
                .receivedOn(day(row, "received_on"))
                .repliedOn(day(row, "replied_on"))
                .earlierNamed(!"request.repeat.noEarlier".equals(wrong))
                .referredTo(new Agency("东岭区档案馆"));
        if (row.text("correction_asked_on") != null) {
            made.corrections(List.of(
                    new RequestCorrection(day(row, "correction_asked_on"), null, null, day(row, "corrected_on"))));
        }
        if (row.text("third_party_received_on") != null) {
            made.consultations(List.of(new RequestConsultation(
                    ConsultationRole.of(ConsultationRole.Role.THIRD_PARTY),
                    null,
                    day(row, "third_party_received_on"),
                    day(row, "third_party_answered_on"),
                    "request.thirdParty.presumedConsent".equals(wrong) ? true : null)));
        }
        if (row.text("extension_days") != null) {
            made.extension(new RequestExtension(
                    Integer.valueOf(Objects.requireNonNull(row.text("extension_days"))),
                    "政府信息公开工作机构负责人",
                    day(row, "extension_told_on")));
        }
        if (row.text("fee_notice_on") != null) {
            made.fee(new RequestFee(null, null, null, day(row, "fee_notice_on"), day(row, "fee_paid_on")));
        }
        if ("request.reason.missing".equals(wrong)) {
            made.reason(null);
        }
        if ("request.remedy.wrong".equals(wrong)) {
            made.remedy(new RequestRemedy(null, "东岭区人民法院", false));
        }
        return made.build();
    }
}
