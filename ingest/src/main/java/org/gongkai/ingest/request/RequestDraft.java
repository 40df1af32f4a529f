package org.gongkai.ingest.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.ConsultationRole;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisclosureRequestBuilder;
import org.gongkai.core.request.DisputeKind;
import org.gongkai.core.request.DisputeResult;
import org.gongkai.core.request.FeeMethod;
import org.gongkai.core.request.FormWanted;
import org.gongkai.core.request.MadePublic;
import org.gongkai.core.request.RequestChannel;
import org.gongkai.core.request.RequestConsultation;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestDispute;
import org.gongkai.core.request.RequestExtension;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.core.request.RequestRemedy;
import org.gongkai.core.request.RequestedInformation;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** One application while the cells of its row are read. */
final class RequestDraft {

    /** What stands for a text that nobody may see. */
    static final String HIDDEN = "***";

    private static final int MOST_DIGITS = 9;

    private final Map<RequestMeaning, Object> values = new EnumMap<>(RequestMeaning.class);

    /** Whether nothing was read into it. */
    boolean empty() {
        return values.isEmpty();
    }

    boolean has(RequestMeaning meaning) {
        return values.containsKey(meaning);
    }

    /** Reads a cell; a reading without a value when the text cannot be one. */
    Reading<Object> take(RequestMeaning meaning, String raw) {
        String text = LegacyText.strip(raw);
        if (meaning.ofPart() && meaning.reads() == RequestMeaning.Reads.TERM && LegacyText.nullToken(text)) {
            // 复议诉讼：无 tells that there was none.
            return new Reading<>(raw, text, List.of(Repair.NULL_TOKEN));
        }
        Reading<?> reading = read(meaning, raw);
        if (reading.value() != null) {
            values.putIfAbsent(meaning, reading.value());
        }
        return new Reading<>(raw, reading.value(), reading.repairs());
    }

    private static Reading<?> read(RequestMeaning meaning, String raw) {
        String text = LegacyText.strip(raw);
        return switch (meaning.reads()) {
            case TEXT -> clean(raw, text);
            case TERM -> clean(raw, term(meaning, text));
            case DATE -> DateText.read(raw);
            case NUMBER -> number(raw, text);
            case AMOUNT -> amount(raw, text);
            case YES_OR_NO -> Reading.clean(raw, yesOrNo(text));
            case PRESENCE -> Reading.clean(raw, !"否".equals(text) && !LegacyText.nullToken(text));
            case NOTHING -> Reading.clean(raw, null);
        };
    }

    private static Reading<String> clean(String raw, String text) {
        return text.equals(raw) ? Reading.clean(raw, text) : new Reading<>(raw, text, List.of(Repair.OUTER_BLANKS));
    }

    /** Where a closed list is asked for, another text may be a cell of the other half that slipped: it is not shown. */
    private static String term(RequestMeaning meaning, String text) {
        boolean listed = switch (meaning) {
            case APPLICANT_TYPE -> new ApplicantType(text).wellFormed();
            case CHANNEL -> new RequestChannel(text).wellFormed();
            default -> true;
        };
        return listed ? text : HIDDEN;
    }

    private static Reading<Integer> number(String raw, String text) {
        String digits = text.replaceFirst("(?:个工作日|工作日|天|件|页)$", "").replaceFirst("\\.0+$", "");
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(each -> each >= '0' && each <= '9');
        Integer value = number ? Integer.valueOf(digits) : null;
        return number && !digits.equals(raw)
                ? new Reading<>(raw, value, List.of(Repair.STRAY_CHARACTERS))
                : Reading.clean(raw, value);
    }

    private static Reading<BigDecimal> amount(String raw, String text) {
        String digits = text.replaceFirst("元$", "");
        BigDecimal value =
                digits.length() <= MOST_DIGITS && digits.matches("\\d+(?:\\.\\d+)?") ? new BigDecimal(digits) : null;
        return value != null && !digits.equals(raw)
                ? new Reading<>(raw, value, List.of(Repair.STRAY_CHARACTERS))
                : Reading.clean(raw, value);
    }

    private static @Nullable Boolean yesOrNo(String text) {
        return switch (text) {
            case "是", "√", "有", "同意", "已告知", "视为同意" -> true;
            case "否", "×", "无", "不同意", "未告知" -> false;
            default -> null;
        };
    }

    private @Nullable String text(RequestMeaning meaning) {
        return (String) values.get(meaning);
    }

    private @Nullable LocalDate day(RequestMeaning meaning) {
        return (LocalDate) values.get(meaning);
    }

    private @Nullable Boolean yes(RequestMeaning meaning) {
        return (Boolean) values.get(meaning);
    }

    private @Nullable Agency agency(RequestMeaning meaning) {
        String name = text(meaning);
        return name == null ? null : new Agency(DisclosureRequest.shown(name));
    }

    private @Nullable DocumentNumber documentNumber(RequestMeaning meaning) {
        String number = text(meaning);
        return number == null
                ? null
                : DocumentNumber.read(DisclosureRequest.shown(number)).value();
    }

    /** Whether any field of a part was read: none of them is lost because another is blank. */
    private boolean any(String part) {
        return values.keySet().stream().anyMatch(each -> each.code().startsWith(part));
    }

    /** The application, with the body of the register where the row names none. */
    DisclosureRequest build(@Nullable Agency body) {
        DisclosureRequestBuilder made = DisclosureRequestBuilder.builder()
                .caseNumber(text(RequestMeaning.CASE_NUMBER))
                .body(has(RequestMeaning.BODY) ? agency(RequestMeaning.BODY) : body)
                .submittedOn(day(RequestMeaning.SUBMITTED_ON))
                .confirmedOn(day(RequestMeaning.CONFIRMED_ON))
                .receivedOn(day(RequestMeaning.RECEIVED_ON))
                .reason(text(RequestMeaning.REASON))
                .basis(text(RequestMeaning.BASIS))
                .referredTo(agency(RequestMeaning.REFERRED_TO))
                .replyNumber(documentNumber(RequestMeaning.REPLY_NUMBER))
                .repliedOn(day(RequestMeaning.REPLIED_ON))
                .deliveredOn(day(RequestMeaning.DELIVERED_ON))
                .earlierNamed(yes(RequestMeaning.EARLIER))
                .archived(yes(RequestMeaning.ARCHIVED));
        terms(made);
        parts(made);
        lists(made);
        return made.build();
    }

    private void terms(DisclosureRequestBuilder made) {
        String type = text(RequestMeaning.APPLICANT_TYPE);
        String channel = text(RequestMeaning.CHANNEL);
        String outcome = text(RequestMeaning.OUTCOME);
        made.applicantType(type == null ? null : new ApplicantType(type));
        made.channel(channel == null ? null : new RequestChannel(channel));
        made.outcome(outcome == null ? null : new RequestOutcome(DisclosureRequest.shown(outcome)));
    }

    private void parts(DisclosureRequestBuilder made) {
        if (any("description.")) {
            made.description(new RequestedInformation(
                    text(RequestMeaning.TITLE),
                    documentNumber(RequestMeaning.DOCUMENT_NUMBER),
                    text(RequestMeaning.FEATURES)));
        }
        if (any("formWanted.")) {
            made.formWanted(new FormWanted(text(RequestMeaning.WAY), text(RequestMeaning.MEDIUM)));
        }
        if (any("extension.")) {
            made.extension(new RequestExtension(
                    (Integer) values.get(RequestMeaning.EXTENSION_DAYS),
                    text(RequestMeaning.EXTENSION_APPROVED_BY),
                    day(RequestMeaning.EXTENSION_TOLD_ON)));
        }
        if (any("fee.")) {
            String method = text(RequestMeaning.FEE_METHOD);
            made.fee(new RequestFee(
                    method == null ? null : new FeeMethod(DisclosureRequest.shown(method)),
                    (Integer) values.get(RequestMeaning.FEE_COUNT),
                    (BigDecimal) values.get(RequestMeaning.FEE_AMOUNT),
                    day(RequestMeaning.FEE_NOTICE_ON),
                    day(RequestMeaning.FEE_PAID_ON)));
        }
        if (any("remedy.")) {
            made.remedy(new RequestRemedy(
                    agency(RequestMeaning.RECONSIDERATION_BODY),
                    text(RequestMeaning.COURT),
                    yes(RequestMeaning.RECONSIDERATION_FIRST)));
        }
        if (has(RequestMeaning.MADE_PUBLIC_ON)) {
            made.madePublic(new MadePublic(day(RequestMeaning.MADE_PUBLIC_ON), null));
        }
    }

    private void lists(DisclosureRequestBuilder made) {
        List<RequestCorrection> corrections = new ArrayList<>();
        if (any("corrections.")) {
            corrections.add(new RequestCorrection(
                    day(RequestMeaning.CORRECTION_ASKED_ON),
                    null,
                    day(RequestMeaning.CORRECTION_UNTIL_ON),
                    day(RequestMeaning.CORRECTED_ON)));
        }
        made.corrections(corrections);
        List<RequestConsultation> consultations = new ArrayList<>();
        if (any("consultations.")) {
            String role = text(RequestMeaning.ROLE);
            consultations.add(new RequestConsultation(
                    role == null ? null : new ConsultationRole(DisclosureRequest.shown(role)),
                    null,
                    day(RequestMeaning.CONSULTED_ON),
                    day(RequestMeaning.OPINION_ON),
                    yes(RequestMeaning.CONSENTS)));
        }
        made.consultations(consultations);
        List<RequestDispute> disputes = new ArrayList<>();
        if (any("disputes.")) {
            String kind = text(RequestMeaning.DISPUTE_KIND);
            String result = text(RequestMeaning.DISPUTE_RESULT);
            disputes.add(new RequestDispute(
                    kind == null ? null : new DisputeKind(DisclosureRequest.shown(kind)),
                    result == null ? null : new DisputeResult(DisclosureRequest.shown(result)),
                    day(RequestMeaning.DISPUTE_CLOSED_ON)));
        }
        made.disputes(disputes);
    }
}
