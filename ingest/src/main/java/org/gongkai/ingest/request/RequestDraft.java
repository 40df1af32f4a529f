package org.gongkai.ingest.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

/**
 * One application while the rows of its register are read. Registers that have a line for each step (a correction, a consultation, an
 * extension, the answer) tell of one case in several rows. Not thread-safe.
 */
final class RequestDraft {

    private static final Map<RequestMeaning, Object> NONE = Map.of();

    private final Map<RequestMeaning, Object> values = new EnumMap<>(RequestMeaning.class);
    private final Map<String, List<Map<RequestMeaning, Object>>> lists = new HashMap<>();
    private String applicant = "";

    /** The case number, or null. */
    @Nullable
    String number() {
        return text(RequestMeaning.CASE_NUMBER);
    }

    boolean has(RequestMeaning meaning) {
        return values.containsKey(meaning);
    }

    /** Whether the case was said to be open, or to have ended and not how, so that a later row may say how it ended. */
    boolean pending() {
        String outcome = text(RequestMeaning.OUTCOME);
        RequestSteps.Step said = outcome == null ? null : RequestSteps.of(outcome);
        return said != null && (said.outcome() == null || said.day() == RequestMeaning.IGNORED);
    }

    /**
     * Whether a row tells a further step of this case: it says nothing that the case has otherwise, and either something more or not all
     * of what was applied for. A row that says the whole again is a double.
     *
     * @param step whether the register has a row for each step and day, so that a row with nothing new is a step that is not read
     */
    boolean goesOn(RequestRow row, boolean step) {
        boolean same = row.has(RequestMeaning.CASE_NUMBER)
                ? sameApplicant(row)
                : row.applicant().isEmpty() && row.values().keySet().stream().noneMatch(RequestMeaning::ofApplication);
        boolean more = values.keySet().stream().anyMatch(each -> each.ofApplication() && !row.has(each));
        for (Map.Entry<RequestMeaning, Object> each : row.values().entrySet()) {
            Object before = values.get(each.getKey());
            if (each.getKey().list() == null) {
                boolean ended = each.getKey() == RequestMeaning.OUTCOME && pending();
                same &= before == null || before.equals(each.getValue()) || ended;
                more |= before == null || ended && !before.equals(each.getValue());
            }
        }
        return same && (step || more || parts(row).entrySet().stream().anyMatch(this::adds));
    }

    private boolean sameApplicant(RequestRow row) {
        return row.applicant().isEmpty()
                || applicant.isEmpty()
                || row.applicant().equals(applicant);
    }

    private boolean adds(Map.Entry<String, Map<RequestMeaning, Object>> part) {
        return lists.getOrDefault(part.getKey(), List.of()).stream()
                .noneMatch(each -> each.entrySet().containsAll(part.getValue().entrySet()));
    }

    /** Takes what a row says. */
    void take(RequestRow row) {
        applicant = applicant.isEmpty() ? row.applicant() : applicant;
        row.values().forEach((meaning, value) -> {
            if (meaning.list() == null) {
                values.put(meaning, value);
            }
        });
        parts(row).forEach((list, part) -> {
            List<Map<RequestMeaning, Object>> all = lists.computeIfAbsent(list, each -> new ArrayList<>());
            Map<RequestMeaning, Object> last = all.isEmpty() ? NONE : all.get(all.size() - 1);
            if (all.isEmpty() || !completes(last, part)) {
                all.add(part);
            } else {
                last.putAll(part);
            }
        });
    }

    /** The place, in the list that a field is of, of what the last row said. */
    int place(RequestMeaning meaning) {
        List<Map<RequestMeaning, Object>> all = meaning.list() == null ? null : lists.get(meaning.list());
        return all == null ? 0 : all.size() - 1;
    }

    private static Map<String, Map<RequestMeaning, Object>> parts(RequestRow row) {
        Map<String, Map<RequestMeaning, Object>> parts = new TreeMap<>();
        row.values().forEach((meaning, value) -> {
            if (meaning.list() != null) {
                parts.computeIfAbsent(meaning.list(), each -> new EnumMap<>(RequestMeaning.class))
                        .put(meaning, value);
            }
        });
        return parts;
    }

    /**
     * Whether a row says the rest of what the last of a list began. A letter to another third party may have been received on the same
     * day, so a second receipt is one of another letter: of two readings, the one by which no answer is called late too early.
     */
    private static boolean completes(Map<RequestMeaning, Object> last, Map<RequestMeaning, Object> part) {
        boolean another = part.containsKey(RequestMeaning.CONSULTED_ON)
                && last.containsKey(RequestMeaning.CONSULTED_ON)
                && !part.equals(last);
        return !another
                && part.entrySet().stream()
                        .allMatch(each ->
                                Objects.equals(last.getOrDefault(each.getKey(), each.getValue()), each.getValue()));
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
        if (any("extension")) {
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
        made.corrections(all("corrections")
                .map(each -> new RequestCorrection(
                        day(each, RequestMeaning.CORRECTION_ASKED_ON),
                        null,
                        day(each, RequestMeaning.CORRECTION_UNTIL_ON),
                        day(each, RequestMeaning.CORRECTED_ON)))
                .toList());
        made.consultations(all("consultations")
                .map(each -> new RequestConsultation(
                        shown(each, RequestMeaning.ROLE, ConsultationRole::new),
                        day(each, RequestMeaning.CONSULTATION_SENT_ON),
                        day(each, RequestMeaning.CONSULTED_ON),
                        day(each, RequestMeaning.OPINION_ON),
                        (Boolean) each.get(RequestMeaning.CONSENTS)))
                .toList());
        made.disputes(all("disputes")
                .map(each -> new RequestDispute(
                        shown(each, RequestMeaning.DISPUTE_KIND, DisputeKind::new),
                        shown(each, RequestMeaning.DISPUTE_RESULT, DisputeResult::new),
                        day(each, RequestMeaning.DISPUTE_CLOSED_ON)))
                .toList());
    }

    private Stream<Map<RequestMeaning, Object>> all(String list) {
        return lists.getOrDefault(list, List.of()).stream();
    }

    private static @Nullable LocalDate day(Map<RequestMeaning, Object> part, RequestMeaning meaning) {
        return (LocalDate) part.get(meaning);
    }

    private static <T> @Nullable T shown(
            Map<RequestMeaning, Object> part, RequestMeaning meaning, Function<String, T> term) {
        String text = (String) part.get(meaning);
        return text == null ? null : term.apply(DisclosureRequest.shown(text));
    }
}
