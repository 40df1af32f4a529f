package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.HiddenNames;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * An application for government information (政府信息公开申请), as it may be shown: what was asked, when, what was answered. It has no
 * component for the applicant, an agent, a purpose or a contact; those stand in the other half of a {@link RequestCase}, which
 * never leaves. Numbers of persons in its texts are masked when it is made, and of properties that it does not know it keeps the
 * names alone.
 *
 * <p>Source: Regulation on the Disclosure of Government Information (政府信息公开条例, State Council order no. 711), arts. 27 to 45.
 *
 * @param caseNumber the number in the register (登记编号); required
 * @param body the body that it is addressed to; required
 * @param applicantType what kind of applicant it is, for the annual report; required
 * @param description what is applied for; required
 * @param formWanted in which form it is wanted, or null
 * @param channel how it came, which decides the day of receipt; required
 * @param submittedOn the day on which it was handed in or posted, or null
 * @param confirmedOn the day of signing for post, or of confirmation with the applicant for letters, internet and fax; or null
 * @param receivedOn the day of receipt, from which the time for the answer runs; required
 * @param corrections the calls to correct it; the law knows but one
 * @param reasonAsked what became of very many applications, or null
 * @param consultations the opinions asked for
 * @param extension the longer time for the answer, or null
 * @param fee the fee, or null
 * @param outcome how it ended; null is as good as pending
 * @param reason the reason that the answer gives, or null
 * @param basis the article that the answer rests on, or null
 * @param referredTo the body that answers for the information, where another one does; or null
 * @param replyNumber the document number of the answer, or null
 * @param repliedOn the day of the answer; null while there is none
 * @param deliveredOn the day on which the applicant had it, or null
 * @param remedy what the answer says of remedies, or null
 * @param earlierNamed whether the answer to a repeated application names the earlier one, or null
 * @param disputes the reconsiderations and suits about the answer
 * @param madePublic that the information was made public for all afterwards, or null
 * @param archived whether the file is in the archive, or null
 * @param other the names of properties that this type does not know, with three asterisks for each value
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "caseNumber",
    "body",
    "applicantType",
    "description",
    "formWanted",
    "channel",
    "submittedOn",
    "confirmedOn",
    "receivedOn",
    "corrections",
    "reasonAsked",
    "consultations",
    "extension",
    "fee",
    "outcome",
    "reason",
    "basis",
    "referredTo",
    "replyNumber",
    "repliedOn",
    "deliveredOn",
    "remedy",
    "earlierNamed",
    "disputes",
    "madePublic",
    "archived"
})
public record DisclosureRequest(
        @NotNull(message = "{request.caseNumber.missing}") @Nullable
        String caseNumber,

        @NotNull(message = "{request.body.missing}") @Nullable
        Agency body,

        @NotNull(message = "{request.applicantType.missing}")
        @WellFormed(message = "{request.applicantType.unlisted}")
        @Nullable
        ApplicantType applicantType,

        @NotNull(message = "{request.description.missing}") @Nullable
        RequestedInformation description,

        @Nullable FormWanted formWanted,

        @NotNull(message = "{request.channel.missing}", groups = Advice.class)
        @WellFormed(message = "{request.channel.unlisted}", groups = Advice.class)
        @Nullable
        RequestChannel channel,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate submittedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate confirmedOn,

        @NotNull(message = "{request.receivedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate receivedOn,

        List<RequestCorrection> corrections,
        @Nullable ReasonAsked reasonAsked,
        List<@Valid RequestConsultation> consultations,
        @Nullable RequestExtension extension,
        @Nullable @Valid RequestFee fee,

        @WellFormed(message = "{request.outcome.unlisted}") @Nullable
        RequestOutcome outcome,

        @Nullable String reason,
        @Nullable String basis,
        @Nullable Agency referredTo,
        @Nullable DocumentNumber replyNumber,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate repliedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate deliveredOn,

        @Nullable RequestRemedy remedy,
        @Nullable Boolean earlierNamed,
        List<@Valid RequestDispute> disputes,
        @Nullable MadePublic madePublic,
        @Nullable Boolean archived,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a request; blank texts and codes become null, null lists become empty, numbers of persons are masked. */
    public DisclosureRequest {
        caseNumber = PublicText.of(caseNumber);
        body = Blank.toNull(body);
        applicantType = Blank.toNull(applicantType);
        channel = Blank.toNull(channel);
        corrections = Blank.dropped(corrections);
        consultations = Blank.dropped(consultations);
        outcome = Blank.toNull(outcome);
        reason = PublicText.of(reason);
        basis = PublicText.of(basis);
        referredTo = Blank.toNull(referredTo);
        replyNumber = Blank.toNull(replyNumber);
        disputes = Blank.dropped(disputes);
        other = Blank.namesAlone(other);
    }

    /** The body and the number of the case. */
    @Override
    @JsonIgnore
    public String key() {
        return "request:" + (body == null ? "" : LegacyText.withoutBlanks(body.text())) + ' '
                + (caseNumber == null ? "" : LegacyText.withoutBlanks(caseNumber));
    }

    /** The body that it is addressed to. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The day of receipt. */
    @Override
    public @Nullable LocalDate datedOn() {
        return receivedOn;
    }

    /** The year of receipt. */
    @Override
    public @Nullable Integer year() {
        return receivedOn == null ? null : receivedOn.getYear();
    }

    /** The number of the case, never what was asked: that may name somebody. */
    @Override
    public @Nullable String designation() {
        return caseNumber;
    }

    /** A request has but one edition. */
    @Override
    public String edition() {
        return "";
    }

    /**
     * Where the names are kept that no text of an application may show, such as that of the applicant; the kinds of applicants are none.
     *
     * @return no names yet
     */
    public static HiddenNames hiddenNames() {
        return new HiddenNames(word -> new ApplicantType(word).wellFormed());
    }

    /**
     * A text of an application as it may be shown: numbers of persons, and names behind a label, are masked.
     *
     * @param text the text, not null
     * @return the text with asterisks
     */
    public static String shown(String text) {
        return PublicText.masked(text);
    }

    /**
     * How it ended.
     *
     * @return the outcome; pending when none is given, null when what is given is not on the list
     */
    public RequestOutcome.@Nullable Outcome ended() {
        return outcome == null ? RequestOutcome.Outcome.PENDING : outcome.outcome();
    }

    /**
     * The day of receipt as the channel decides it (art. 31): handing in, signing, or confirmation by both sides.
     *
     * @return the day; that which the record claims where the channel or its day is not known; null when there is none
     */
    public @Nullable LocalDate lawfulReceipt() {
        RequestChannel.Channel way = channel == null ? null : channel.channel();
        LocalDate day = way == null
                ? null
                : switch (way) {
                    case IN_PERSON, WRITTEN_DOWN -> submittedOn;
                    case SIGNED_MAIL, ORDINARY_MAIL, INTERNET, FAX -> confirmedOn;
                };
        return day == null ? receivedOn : day;
    }
}
