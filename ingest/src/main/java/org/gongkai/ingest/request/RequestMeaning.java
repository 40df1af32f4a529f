package org.gongkai.ingest.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.RequestOutcome;
import org.gongkai.ingest.table.Grid;
import org.jspecify.annotations.Nullable;

/** What a column of a register can mean: a field of an application that may leave, or one of the other half. */
enum RequestMeaning {
    CASE_NUMBER("caseNumber", "/caseNumber", Reads.TEXT),
    BODY("body", "/body", Reads.TEXT),
    APPLICANT_TYPE("applicantType", "/applicantType", Reads.TERM),
    TITLE("description.title", "/description/title", Reads.TEXT),
    DOCUMENT_NUMBER("description.documentNumber", "/description/documentNumber", Reads.TEXT),
    FEATURES("description.features", "/description/features", Reads.TEXT),
    WAY("formWanted.way", "/formWanted/way", Reads.TEXT),
    MEDIUM("formWanted.medium", "/formWanted/medium", Reads.TEXT),
    CHANNEL("channel", "/channel", Reads.TERM),
    SUBMITTED_ON("submittedOn", "/submittedOn", Reads.DATE),
    CONFIRMED_ON("confirmedOn", "/confirmedOn", Reads.DATE),
    RECEIVED_ON("receivedOn", "/receivedOn", Reads.DATE),
    CORRECTED("corrections", "/corrections/0", Reads.OCCURRED),
    CORRECTION_ASKED_ON("corrections.askedOn", "/corrections/0/askedOn", Reads.DATE),
    CORRECTION_UNTIL_ON("corrections.untilOn", "/corrections/0/untilOn", Reads.DATE),
    CORRECTED_ON("corrections.receivedOn", "/corrections/0/receivedOn", Reads.DATE),
    CONSULTED("consultations", "/consultations/0", Reads.OCCURRED),
    ROLE("consultations.role", "/consultations/0/role", Reads.TERM),
    CONSULTATION_SENT_ON("consultations.sentOn", "/consultations/0/sentOn", Reads.DATE),
    CONSULTED_ON("consultations.receivedOn", "/consultations/0/receivedOn", Reads.DATE),
    OPINION_ON("consultations.answeredOn", "/consultations/0/answeredOn", Reads.DATE),
    CONSENTS("consultations.consents", "/consultations/0/consents", Reads.YES_OR_NO),
    EXTENDED("extension", "/extension", Reads.OCCURRED),
    EXTENSION_DAYS("extension.days", "/extension/days", Reads.NUMBER),
    EXTENSION_APPROVED_BY("extension.approvedBy", "/extension/approvedBy", Reads.TEXT),
    EXTENSION_TOLD_ON("extension.toldOn", "/extension/toldOn", Reads.DATE),
    FEE_METHOD("fee.method", "/fee/method", Reads.TERM),
    FEE_COUNT("fee.count", "/fee/count", Reads.NUMBER),
    FEE_AMOUNT("fee.amount", "/fee/amount", Reads.AMOUNT),
    FEE_NOTICE_ON("fee.noticeOn", "/fee/noticeOn", Reads.DATE),
    FEE_PAID_ON("fee.paidOn", "/fee/paidOn", Reads.DATE),
    OUTCOME("outcome", "/outcome", Reads.TERM),
    REASON("reason", "/reason", Reads.TEXT),
    BASIS("basis", "/basis", Reads.TEXT),
    REFERRED_TO("referredTo", "/referredTo", Reads.TEXT),
    REPLY_NUMBER("replyNumber", "/replyNumber", Reads.TEXT),
    REPLIED_ON("repliedOn", "/repliedOn", Reads.DATE),
    DELIVERED_ON("deliveredOn", "/deliveredOn", Reads.DATE),
    RECONSIDERATION_BODY("remedy.reconsiderationBody", "/remedy/reconsiderationBody", Reads.TEXT),
    COURT("remedy.court", "/remedy/court", Reads.TEXT),
    RECONSIDERATION_FIRST("remedy.reconsiderationFirst", "/remedy/reconsiderationFirst", Reads.YES_OR_NO),
    DISPUTE_KIND("disputes.kind", "/disputes/0/kind", Reads.TERM),
    DISPUTE_RESULT("disputes.result", "/disputes/0/result", Reads.TERM),
    DISPUTE_CLOSED_ON("disputes.closedOn", "/disputes/0/closedOn", Reads.DATE),
    MADE_PUBLIC_ON("madePublic.on", "/madePublic/on", Reads.DATE),
    /** Of the earlier case nothing is kept but that there is one. */
    EARLIER("earlierNamed", "/earlierNamed", Reads.PRESENCE),
    /** Of the archive nothing is kept but that the file is there. */
    ARCHIVED("archived", "/archived", Reads.PRESENCE),
    /** What one register calls the outcome and another the way by which the answer went: its cells tell which. */
    OUTCOME_OR_WAY("outcomeOrWay", null, Reads.NOTHING),
    /** Which step of a case the row tells of: the day of the row is that of the step. */
    STEP("step", null, Reads.NOTHING),
    /** The day of the step. */
    STEP_ON("stepOn", null, Reads.NOTHING),
    /** Who applies: shown nowhere, and compared alone, so that rows about two applicants never make one case. */
    APPLICANT("applicant", null, Reads.NOTHING),
    /** Another person, such as an agent or a contact: shown nowhere, and taken out of all texts of the register. */
    PERSON("person", null, Reads.NOTHING),
    /** A purpose, an address, a telephone: read by nobody. */
    PRIVATE("private", null, Reads.NOTHING),
    /** Not wanted, such as the number of the row. */
    IGNORED("-", null, Reads.NOTHING);

    /** How a cell is read. */
    enum Reads {
        TEXT,
        TERM,
        DATE,
        NUMBER,
        AMOUNT,
        YES_OR_NO,
        PRESENCE,
        /** Whether there was such a step at all; its days may stand in other columns, or nowhere. */
        OCCURRED,
        NOTHING
    }

    private static final String FIRST = "/0";

    private final String code;
    private final @Nullable String pointer;
    private final Reads reads;

    RequestMeaning(String code, @Nullable String pointer, Reads reads) {
        this.code = code;
        this.pointer = pointer;
        this.reads = reads;
    }

    /** The path of the field, as mapping files write it. */
    String code() {
        return code;
    }

    /** Whether every application has to have it, or the day on which it was answered: a register without it is at fault, not short. */
    boolean ofEach() {
        return switch (this) {
            case CASE_NUMBER, BODY, APPLICANT_TYPE, TITLE, DOCUMENT_NUMBER, FEATURES, RECEIVED_ON, REPLIED_ON -> true;
            default -> false;
        };
    }

    /** Whether a row for a step of the procedure may tell of it. */
    boolean byStep() {
        return reads == Reads.DATE || reads == Reads.OCCURRED;
    }

    /** The JSON Pointers of the field and of the parts of the application around it, that of the application itself aside. */
    List<String> pointers() {
        List<String> pointers = new ArrayList<>();
        for (String each = pointer == null ? "" : pointer;
                !each.isEmpty();
                each = each.substring(0, each.lastIndexOf('/'))) {
            pointers.add(each);
        }
        return pointers;
    }

    /** Whether it is of the half that is shown nowhere. */
    boolean hidden() {
        return this == APPLICANT || this == PERSON || this == PRIVATE;
    }

    /** Whether it says who, of which nobody but the register may know. */
    boolean ofPerson() {
        return this == APPLICANT || this == PERSON;
    }

    /** Whether it holds the name of a body. */
    boolean ofBody() {
        return this == BODY || this == REFERRED_TO || this == RECONSIDERATION_BODY || this == COURT;
    }

    /** The list that the field is of, with a place for each correction, consultation or dispute; null for any other field. */
    @Nullable
    String list() {
        return pointer != null && pointer.contains(FIRST) ? pointer.substring(1, pointer.indexOf(FIRST)) : null;
    }

    /** Whether it tells of the application itself rather than of what was done about it. */
    boolean ofApplication() {
        return compareTo(RECEIVED_ON) <= 0;
    }

    /**
     * Where the value goes.
     *
     * @param index the place in the list that the field is of, counted from 0; 0 for any other field
     */
    @Nullable
    String pointer(int index) {
        return pointer == null || list() == null ? pointer : pointer.replace(FIRST, "/" + index);
    }

    /**
     * What it means for a cell, where that is told by the cell or by the step that its row tells of.
     *
     * @param step the field of the step's day, or null where the row names no step that is known
     * @return the meaning, or null where nothing tells whose day it is
     */
    @Nullable
    RequestMeaning of(Grid.Cell cell, @Nullable RequestMeaning step) {
        return switch (this) {
            case OUTCOME_OR_WAY -> new RequestOutcome(cell.text).wellFormed() ? OUTCOME : IGNORED;
            case STEP -> IGNORED;
            case STEP_ON -> step;
            default -> this;
        };
    }

    Reads reads() {
        return reads;
    }

    /** The field of the description that it fills; null for what fills none. */
    @Nullable
    RecordField field() {
        return RecordKind.of(DisclosureRequest.class).field(code);
    }

    static @Nullable RequestMeaning of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(values()).forEach(each -> codes.add(each.code));
        return codes;
    }
}
