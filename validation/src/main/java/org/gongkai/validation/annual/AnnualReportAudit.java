package org.gongkai.validation.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.annual.AnnualReport;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ProcessingFees;
import org.gongkai.core.annual.ReportRow;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.request.DisclosureRequest;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.request.RegisterCount;
import org.gongkai.validation.request.RequestAudit;
import org.gongkai.validation.request.RequestGround;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.gongkai.validation.rules.annual.ReportFigures;
import org.jspecify.annotations.Nullable;

/**
 * Holds annual reports against each other and against the documents of the run: this year's against the same body's of the
 * year before, a government's against the sum of the bodies that it names, the normative documents that a report counts
 * against those that are there, and its tables 3 and 4 against the register of applications. Not safe to use from several threads.
 *
 * <pre>{@code
 * AnnualReportAudit audit = new AnnualReportAudit(profile);
 * audit.see(report2023, Location.of("2023.html"));
 * audit.see(report2024, Location.of("2024.html"));
 * List<Finding> findings = audit.end();   // such as annualReport.carryOver
 * }</pre>
 */
public final class AnnualReportAudit implements RecordAudit {

    /** The most reports of a run that are held against each other; a province has some thousands a year. */
    public static final int MOST_REPORTS = 20_000;

    private static final RecordKind<AnnualReport> REPORTS = RecordKind.of(AnnualReport.class);
    private static final RecordKind<DisclosureRequest> REQUESTS = RecordKind.of(DisclosureRequest.class);
    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);
    private static final String NORMATIVE = "20(一)行政规范性文件";
    private static final int MADE = 0;
    private static final int REPEALED = 1;
    private static final int IN_FORCE = 2;

    private final RuleSettings settings;
    private final Map<String, TreeMap<Integer, Seen>> reports = new TreeMap<>();
    private final Map<String, List<Life>> documents = new HashMap<>();
    private final Map<String, List<DisclosureRequest>> registers = new HashMap<>();
    private int applications;
    private int seen;

    private record Seen(AnnualReport report, Location location) {}

    /** From when to when a normative document holds. */
    private record Life(
            @Nullable LocalDate made,
            @Nullable LocalDate from,
            @Nullable LocalDate repealed,
            @Nullable LocalDate expires) {

        boolean holdsOn(LocalDate day) {
            LocalDate begin = from == null ? made : from;
            boolean begun = begin != null && !begin.isAfter(day);
            boolean over = repealed != null && !repealed.isAfter(day) || expires != null && expires.isBefore(day);
            return begun && !over;
        }
    }

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     */
    public AnnualReportAudit(Profile profile) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), Objects.requireNonNull(profile, "profile"));
    }

    /** {@inheritDoc} All shows at the end; of two reports of one body on one year the later counts. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document = DOCUMENTS.as(record);
        if (document != null) {
            document(document);
        }
        DisclosureRequest request = REQUESTS.as(record);
        if (request != null && request.body() != null && applications++ < RequestAudit.MOST_REQUESTS) {
            registers
                    .computeIfAbsent(name(request.body()), each -> new ArrayList<>())
                    .add(request);
        }
        AnnualReport report = REPORTS.as(record);
        if (report == null || report.body() == null || report.year() == null) {
            return List.of();
        }
        if (seen == MOST_REPORTS) {
            seen++;
            Hearing hearing = hearing(new Seen(report, location));
            hearing.report("record.limit.reached", "", null, "≤ " + MOST_REPORTS + " annual-report");
            return hearing.findings();
        }
        if (seen < MOST_REPORTS) {
            seen++;
            reports.computeIfAbsent(name(report.body()), each -> new TreeMap<>())
                    .put(report.year(), new Seen(report, location));
        }
        return List.of();
    }

    private void document(OfficialDocument document) {
        boolean normative = document.fileType() != null && document.fileType().type() == FileType.Type.NORMATIVE;
        if (normative && !document.issuers().isEmpty()) {
            // A joint document is counted by its lead agency alone.
            documents
                    .computeIfAbsent(name(document.issuers().get(0)), each -> new ArrayList<>())
                    .add(new Life(
                            document.writtenOn(),
                            document.effectiveFrom(),
                            document.repealedOn(),
                            document.expiresOn()));
        }
    }

    private static String name(Agency body) {
        return LegacyText.withoutBlanks(body.text());
    }

    private Hearing hearing(Seen one) {
        return new Hearing(settings, one.report().key(), one.report().datedOn(), pointer -> one.location());
    }

    /** {@inheritDoc} By body, then by year. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        reports.forEach((body, years) -> years.forEach((year, one) -> {
            Hearing hearing = hearing(one);
            Seen before = years.get(year - 1);
            Integer earlier = years.lowerKey(year);
            if (before != null) {
                yearBefore(one.report(), before.report(), hearing);
            } else if (earlier != null) {
                String first = String.valueOf(earlier + 1);
                String last = String.valueOf(year - 1);
                hearing.report("annualReport.year.gap", "/year", first.equals(last) ? last : first + '–' + last, null);
            }
            compiled(one.report(), hearing);
            normative(one.report(), hearing);
            register(one.report(), hearing);
            findings.addAll(hearing.findings());
        }));
        return List.copyOf(findings);
    }

    private static void yearBefore(AnnualReport report, AnnualReport before, Hearing hearing) {
        ReportFigures now = ReportFigures.of(report, ReportTable.REQUESTS);
        ReportFigures then = ReportFigures.of(before, ReportTable.REQUESTS);
        if (now != null && then != null) {
            for (int i = 0; i < now.columns("二").size(); i++) {
                differs("annualReport.carryOver", now, "二", i, then.number("四", i), hearing);
            }
        }
        stock(report, before, hearing);
        disputes(report, before, hearing);
    }

    /** What is in force is what was, with what was made and without what was repealed; lapsed documents break it. */
    private static void stock(AnnualReport report, AnnualReport before, Hearing hearing) {
        ReportFigures now = ReportFigures.of(report, ReportTable.PROACTIVE);
        ReportFigures then = ReportFigures.of(before, ReportTable.PROACTIVE);
        if (now == null || then == null || report.form() != before.form()) {
            return;
        }
        for (FormRow row : now.form()) {
            BigDecimal made = now.number(row.code(), MADE);
            BigDecimal repealed = now.number(row.code(), REPEALED);
            BigDecimal stock = then.number(row.code(), IN_FORCE);
            boolean documents = row.code().startsWith("20(一)")
                    && row.columns().get(IN_FORCE).label().startsWith("现行有效");
            if (documents && made != null && repealed != null && stock != null) {
                differs(
                        "annualReport.normativeStock",
                        now,
                        row.code(),
                        IN_FORCE,
                        stock.add(made).subtract(repealed),
                        hearing);
            }
        }
    }

    private static void disputes(AnnualReport report, AnnualReport before, Hearing hearing) {
        ReportFigures now = ReportFigures.of(report, ReportTable.DISPUTES);
        ReportFigures then = ReportFigures.of(before, ReportTable.DISPUTES);
        if (now == null || then == null) {
            return;
        }
        for (FormRow row : now.form()) {
            int total = row.columns().size() - 1;
            BigDecimal open = then.number(row.code(), total - 1);
            BigDecimal all = now.number(row.code(), total);
            if (open != null && all != null && all.compareTo(open) < 0) {
                hearing.report(
                        "annualReport.disputeStock",
                        now.at(row.code(), total),
                        now.named(row.code(), total),
                        "≥ " + open.toPlainString());
            }
        }
    }

    private static void differs(
            String rule, ReportFigures now, String row, int column, @Nullable BigDecimal wanted, Hearing hearing) {
        BigDecimal printed = now.number(row, column);
        if (printed != null && wanted != null && printed.compareTo(wanted) != 0) {
            hearing.report(
                    rule, now.at(row, column), now.named(row, column), ReportFigures.difference(wanted, printed));
        }
    }

    private void compiled(AnnualReport report, Hearing hearing) {
        if (report.compiledFrom().isEmpty()) {
            return;
        }
        List<AnnualReport> parts = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (Agency each : report.compiledFrom()) {
            Seen part = reports.getOrDefault(name(each), new TreeMap<>()).get(report.year());
            if (part == null) {
                lacking.add(each.text());
            } else if (part.report() != report) {
                parts.add(part.report());
            }
        }
        if (!lacking.isEmpty()) {
            hearing.report("annualReport.compiled.bodyMissing", "/compiledFrom", String.join("、", lacking), null);
            return;
        }
        for (ReportTable each : ReportTable.values()) {
            compiled(report, parts, each, hearing);
        }
    }

    private static void compiled(AnnualReport report, List<AnnualReport> parts, ReportTable table, Hearing hearing) {
        ReportFigures whole = ReportFigures.of(report, table);
        if (whole == null) {
            return;
        }
        for (FormRow row : whole.form()) {
            for (int i = 0; i < row.columns().size(); i++) {
                differs("annualReport.compiled", whole, row.code(), i, sum(parts, table, row.code(), i), hearing);
            }
        }
    }

    private static @Nullable BigDecimal sum(List<AnnualReport> parts, ReportTable table, String row, int column) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AnnualReport each : parts) {
            ReportFigures figures = ReportFigures.of(each, table);
            BigDecimal part = figures == null ? null : figures.number(row, column);
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return sum;
    }

    /** The normative documents of the body, and of those that it sums up, against what it counts. */
    private void normative(AnnualReport report, Hearing hearing) {
        ReportFigures figures = ReportFigures.of(report, ReportTable.PROACTIVE);
        List<Life> own = bodies(report).stream()
                .flatMap(each -> documents.getOrDefault(each, List.of()).stream())
                .toList();
        boolean counted =
                figures != null && figures.columns(NORMATIVE).get(MADE).label().startsWith("本年制发");
        if (!counted || own.isEmpty()) {
            return;
        }
        int year = Objects.requireNonNull(report.year());
        LocalDate last = LocalDate.of(year, 12, 31);
        long made = own.stream().filter(each -> in(each.made(), year)).count();
        long repealed = own.stream().filter(each -> in(each.repealed(), year)).count();
        long inForce = own.stream().filter(each -> each.holdsOn(last)).count();
        differs("annualReport.normativeCount", figures, NORMATIVE, MADE, BigDecimal.valueOf(made), hearing);
        differs("annualReport.normativeCount", figures, NORMATIVE, REPEALED, BigDecimal.valueOf(repealed), hearing);
        differs("annualReport.normativeCount", figures, NORMATIVE, IN_FORCE, BigDecimal.valueOf(inForce), hearing);
    }

    private static boolean in(@Nullable LocalDate day, int year) {
        return day != null && day.getYear() == year;
    }

    /** The body, and those that it sums up. */
    private static Set<String> bodies(AnnualReport report) {
        Set<String> bodies = new TreeSet<>();
        bodies.add(name(Objects.requireNonNull(report.body())));
        report.compiledFrom().forEach(each -> bodies.add(name(each)));
        return bodies;
    }

    /** Tables 3 and 4 against the register of applications, where the run holds one that reaches into the year. */
    private void register(AnnualReport report, Hearing hearing) {
        int year = Objects.requireNonNull(report.year());
        List<DisclosureRequest> own = bodies(report).stream()
                .flatMap(each -> registers.getOrDefault(each, List.of()).stream())
                .toList();
        if (report.form() == null || own.stream().noneMatch(each -> Objects.equals(each.year(), year))) {
            return;
        }
        RegisterCount count = RegisterCount.of(own, year, RequestGround.standard());
        if (!count.uncounted().isEmpty() || applications > RequestAudit.MOST_REQUESTS) {
            hearing.report(
                    "annualReport.register.notCounted",
                    "/requests",
                    String.valueOf(count.uncounted().size()),
                    null);
            return;
        }
        register(report, ReportTable.REQUESTS, count.requests(), hearing);
        register(report, ReportTable.DISPUTES, count.disputes(), hearing);
        if (report.fees() != null) {
            fees(report.fees(), count.fees(), hearing);
        }
    }

    /** What section 6 says of fees against the notices and payments of the register; what it does not say is not held against it. */
    private static void fees(ProcessingFees said, ProcessingFees counted, Hearing hearing) {
        fee("/fees/notices", "收费通知件数", decimal(said.notices()), decimal(counted.notices()), hearing);
        fee("/fees/noticed", "收费通知金额", said.noticed(), counted.noticed(), hearing);
        fee("/fees/collected", "实际收取金额", said.collected(), counted.collected(), hearing);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static void fee(
            String pointer, String name, @Nullable BigDecimal said, @Nullable BigDecimal counted, Hearing hearing) {
        if (said != null && counted != null && said.compareTo(counted) != 0) {
            hearing.report(
                    "annualReport.register",
                    pointer,
                    name + ' ' + said.toPlainString(),
                    ReportFigures.difference(counted, said));
        }
    }

    private static void register(AnnualReport report, ReportTable table, List<ReportRow> counted, Hearing hearing) {
        ReportFigures figures = ReportFigures.of(report, table);
        for (ReportRow row : counted) {
            for (int i = 0; figures != null && i < row.cells().size(); i++) {
                BigDecimal wanted = row.cells().get(i).value();
                differs("annualReport.register", figures, Objects.requireNonNull(row.code()), i, wanted, hearing);
            }
        }
    }
}
