package org.gongkai.validation.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.calendar.Deadline;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.request.DisputeKind;
import org.gongkai.core.request.DisputeResult;
import org.gongkai.core.request.RequestCorrection;
import org.gongkai.core.request.RequestDispute;
import org.gongkai.core.request.RequestFee;
import org.gongkai.core.request.RequestOutcome.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A register of applications, counted for the annual report on a year: tables 3 and 4, and the fees of section 6.
 *
 * <pre>{@code
 * RegisterCount count = RegisterCount.of(requests, 2025, RequestGround.standard());
 * count.requests();    // the rows of table 3, totals and all
 * count.uncounted();   // cases that could not be counted, and why
 * }</pre>
 *
 * <p>A case is new in the year of its lawful receipt, counts as a result in the year in which it ended, and is carried forward
 * while it has not. A request to correct one's own record is no application for information. What ended without an answer ended
 * when the time set for the applicant was over.
 *
 * @param year the year
 * @param requests the rows of table 3
 * @param disputes the rows of table 4: those that ended in the year, and those that had not by its end
 * @param fees the fees of which notice was given, or that were paid, in the year
 * @param uncounted the cases that could not be counted, in the order of the register
 */
public record RegisterCount(
        int year, List<ReportRow> requests, List<ReportRow> disputes, ProcessingFees fees, List<Uncounted> uncounted) {

    /**
     * A case that could not be counted.
     *
     * @param caseNumber its number, or null
     * @param field the path of the field that is missing or not on its list
     */
    public record Uncounted(@Nullable String caseNumber, String field) {}

    /** Creates a count. */
    public RegisterCount {
        requests = List.copyOf(requests);
        disputes = List.copyOf(disputes);
        uncounted = List.copyOf(uncounted);
        Objects.requireNonNull(fees, "fees");
    }

    /**
     * Counts a register.
     *
     * @param register the applications of the body, of all years that may reach into this one
     * @param year the year, one that has a form of the report
     * @param ground time limits and calendar, for the end of what was given up
     * @return the count
     * @throws IllegalArgumentException when the year has no form
     */
    public static RegisterCount of(Collection<DisclosureRequest> register, int year, RequestGround ground) {
        ReportForm form = ReportForm.of(year);
        if (form == null) {
            throw new IllegalArgumentException("no form of the annual report on " + year + "; expected 2019 or later");
        }
        Counter counter = new Counter(form, year, ground);
        register.forEach(counter::add);
        return counter.count();
    }

    /** The sums while they grow. */
    private static final class Counter {

        private final ReportForm form;
        private final int year;
        private final LocalDate first;
        private final LocalDate last;
        private final RequestGround ground;
        private final Map<String, long[]> requests = new LinkedHashMap<>();
        private final Map<String, long[]> disputes = new LinkedHashMap<>();
        private final List<Uncounted> uncounted = new ArrayList<>();
        private int notices;
        private BigDecimal noticed = BigDecimal.ZERO;
        private BigDecimal collected = BigDecimal.ZERO;

        Counter(ReportForm form, int year, RequestGround ground) {
            this.form = form;
            this.year = year;
            this.first = LocalDate.of(year, 1, 1);
            this.last = LocalDate.of(year, 12, 31);
            this.ground = ground;
            rows(ReportTable.REQUESTS, requests);
            rows(ReportTable.DISPUTES, disputes);
        }

        private void rows(ReportTable table, Map<String, long[]> rows) {
            for (FormRow each : form.rows(table)) {
                if (each.kind() != FormRow.Kind.HEADING) {
                    rows.put(each.code(), new long[each.columns().size()]);
                }
            }
        }

        void add(DisclosureRequest request) {
            Outcome outcome = request.ended();
            if (outcome == Outcome.CORRECTED_RECORD) {
                return;
            }
            LocalDate receipt = request.lawfulReceipt();
            LocalDate end = end(request, outcome);
            ApplicantType.Type type = request.applicantType() == null
                    ? null
                    : request.applicantType().type();
            String lacking = lacking(receipt, outcome, type, end);
            boolean later = receipt != null && receipt.isAfter(last);
            boolean earlier = end != null && end.isBefore(first);
            if (!later && !earlier && lacking != null) {
                uncounted.add(new Uncounted(request.caseNumber(), lacking));
            } else if (!later && !earlier) {
                counted(
                        Objects.requireNonNull(receipt),
                        end,
                        row(Objects.requireNonNull(outcome)),
                        Objects.requireNonNull(type).ordinal());
            }
            if (!later) {
                request.disputes().forEach(each -> dispute(request, each));
            }
            fee(request.fee());
        }

        /** The field for want of which a case cannot be counted, or null. */
        private static @Nullable String lacking(
                @Nullable LocalDate receipt,
                @Nullable Outcome outcome,
                ApplicantType.@Nullable Type type,
                @Nullable LocalDate end) {
            if (receipt == null) {
                return "receivedOn";
            }
            if (outcome == null) {
                return "outcome";
            }
            if (type == null) {
                return "applicantType";
            }
            return outcome != Outcome.PENDING && end == null ? "repliedOn" : null;
        }

        private void counted(LocalDate receipt, @Nullable LocalDate end, String row, int type) {
            one(requests, receipt.isBefore(first) ? "二" : "一", type);
            if (end == null || end.isAfter(last)) {
                one(requests, "四", type);
            } else {
                one(requests, row, type);
                one(requests, "三(七)", type);
            }
        }

        /** The trial form has one row where the present one has three. */
        private String row(Outcome outcome) {
            String row = Objects.requireNonNull(outcome.row(), "every outcome but a corrected record has a row");
            return requests.containsKey(row) ? row : row.substring(0, row.length() - 1);
        }

        private static void one(Map<String, long[]> rows, String row, int column) {
            long[] cells = Objects.requireNonNull(rows.get(row), row);
            cells[column]++;
            cells[cells.length - 1]++;
        }

        /** The day on which it ended; null while it has not, or when nothing says so. */
        private @Nullable LocalDate end(DisclosureRequest request, @Nullable Outcome outcome) {
            if (request.repliedOn() != null || outcome == null || outcome == Outcome.PENDING) {
                return request.repliedOn();
            }
            RequestFee fee = request.fee();
            if (outcome == Outcome.NO_FEE && fee != null && fee.noticeOn() != null) {
                Deadline payment =
                        ground.duties().get("application-fee-payment").due(fee.noticeOn(), ground.calendar());
                return payment.settled() ? payment.date() : null;
            }
            List<RequestCorrection> corrections = request.corrections();
            return outcome == Outcome.NO_CORRECTION && !corrections.isEmpty()
                    ? corrections.get(corrections.size() - 1).untilOn()
                    : null;
        }

        private void dispute(DisclosureRequest request, RequestDispute dispute) {
            DisputeKind.Kind kind =
                    dispute.kind() == null ? null : dispute.kind().kind();
            DisputeResult.Result result = result(dispute);
            LocalDate closed = dispute.closedOn();
            if (closed != null && closed.isBefore(first)) {
                return;
            }
            String lacking = lacking(dispute, kind, result);
            if (lacking == null) {
                one(
                        disputes,
                        Objects.requireNonNull(kind).label(),
                        Objects.requireNonNull(result).ordinal());
            } else {
                uncounted.add(new Uncounted(request.caseNumber(), lacking));
            }
        }

        /** How a dispute stood at the end of the year; null where that is not on the list. */
        private DisputeResult.@Nullable Result result(RequestDispute dispute) {
            LocalDate closed = dispute.closedOn();
            boolean open = closed == null ? dispute.result() == null : closed.isAfter(last);
            return open
                    ? DisputeResult.Result.OPEN
                    : dispute.result() == null ? null : dispute.result().result();
        }

        /** The field for want of which a dispute cannot be counted, or null. What ended on no day may have ended in another year. */
        private @Nullable String lacking(
                RequestDispute dispute, DisputeKind.@Nullable Kind kind, DisputeResult.@Nullable Result result) {
            if (kind == null) {
                return "disputes.kind";
            }
            boolean over = dispute.closedOn() != null && !dispute.closedOn().isAfter(last);
            if (result == null || over && result == DisputeResult.Result.OPEN) {
                return "disputes.result";
            }
            return dispute.closedOn() == null && result != DisputeResult.Result.OPEN ? "disputes.closedOn" : null;
        }

        private void fee(@Nullable RequestFee fee) {
            if (fee == null || fee.amount() == null) {
                return;
            }
            if (fee.noticeOn() != null && fee.noticeOn().getYear() == year) {
                notices++;
                noticed = noticed.add(fee.amount());
            }
            if (fee.paidOn() != null && fee.paidOn().getYear() == year) {
                collected = collected.add(fee.amount());
            }
        }

        RegisterCount count() {
            return new RegisterCount(
                    year, rows(requests), rows(disputes), new ProcessingFees(notices, noticed, collected), uncounted);
        }

        private static List<ReportRow> rows(Map<String, long[]> sums) {
            return sums.entrySet().stream()
                    .map(each -> ReportRow.of(each.getKey(), each.getValue()))
                    .toList();
        }
    }
}
