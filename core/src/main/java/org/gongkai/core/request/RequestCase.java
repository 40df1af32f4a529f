package org.gongkai.core.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case of disclosure on request (登记件) with both its halves: the {@link DisclosureRequest}, which may leave, and what never
 * does. It is no record of this library and has no form in JSON: no reader makes one, no rule and no report sees one, and no
 * exporter takes it; what leaves is {@link #request()} alone.
 *
 * <p>Source: Regulation on the Disclosure of Government Information (政府信息公开条例), arts. 15 and 29; 个人信息保护法 (2021), arts. 6
 * and 34. Immutable and safe to share between threads.
 *
 * @param request the half that may leave
 * @param applicant the applicant
 * @param agent who acts for the applicant, or null
 * @param purpose what the information is wanted for, or null; not asked for since 2019
 * @param consulted who was asked for an opinion, in the order of the consultations of the request
 * @param earlierCase the number of the earlier case of the same applicant, or null
 * @param archivedOn the day on which the file was archived, or null
 * @param archiveNumber its number in the archive, or null
 */
public record RequestCase(
        DisclosureRequest request,
        Person applicant,
        @Nullable Person agent,
        @Nullable String purpose,
        List<String> consulted,
        @Nullable String earlierCase,
        @Nullable LocalDate archivedOn,
        @Nullable String archiveNumber) {

    /**
     * Somebody of the case.
     *
     * @param name the name, or null
     * @param idDocument kind and number of the certificate, or null
     * @param contact how to reach them, or null
     * @param address where they live or sit, or null
     */
    public record Person(
            @Nullable String name,
            @Nullable String idDocument,
            @Nullable String contact,
            @Nullable String address) {

        /** Shows nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Creates a case. The request says that an earlier case is named, and that the file is archived, whatever it said before.
     *
     * @throws NullPointerException when {@code request}, {@code applicant} or {@code consulted} is null
     */
    public RequestCase {
        Objects.requireNonNull(applicant, "applicant");
        consulted = List.copyOf(consulted);
        DisclosureRequestBuilder half = DisclosureRequestBuilder.builder(request);
        if (earlierCase != null) {
            half.earlierNamed(true);
        }
        if (archivedOn != null) {
            half.archived(true);
        }
        request = half.build();
    }

    /** The number of the case and nothing else, so that no log shows more. */
    @Override
    public String toString() {
        return "case " + request.caseNumber();
    }
}
