package org.gongkai.conversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.export.LibraryPackage;
import org.gongkai.export.delta.PackageDelta;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceHandler;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.RunAudits;
import org.gongkai.validation.change.ChangeAudit;
import org.gongkai.validation.change.EarlierRecords;
import org.gongkai.validation.coverage.CoverageAudit;
import org.gongkai.validation.coverage.LibraryAudit;
import org.gongkai.validation.document.DuplicateAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.report.Report;
import org.gongkai.validation.report.ReportCollector;
import org.gongkai.validation.report.ReportedFinding;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a feed hands over, record by record and all together, counts it for the report, and hands it on. Not safe
 * to use from several threads.
 */
final class Pass implements SourceHandler {

    private final Settings settings;
    private final Feed feed;
    private final Sink sink;
    /** Whether the report goes with a package, so that it must not name what the package withholds. */
    private final boolean handedOver;

    private final DisclosureValidator validator;
    private final RunAudits audits;
    private final ReportCollector collector;
    private final @Nullable BaselineKeeper keeper;
    /** Records that a later source takes the place of, by their numbers in the run; known from a first reading. */
    private final Set<Long> displaced;

    private final OtherSides otherSides;

    /** The rules that were told of, with the source, since it has no column for what they ask. */
    private final Set<String> notChecked = new HashSet<>();

    private long number;

    /** The sources whose record was set aside. */
    private final Set<String> aside = new HashSet<>();

    /** For the report alone: the package knows by itself what it keeps out. */
    private final DigestIndex withheld = new DigestIndex();

    /**
     * Begins with nothing judged; an inventory is read for the first time here.
     *
     * @param tool the program with its version, for the report
     * @param displaced records that are to be set aside although nothing before them is the same, by their numbers
     * @param otherSides what a first reading found of links that one side lacks, or null
     */
    Pass(Settings settings, String tool, Feed feed, Sink sink, Set<Long> displaced, @Nullable OtherSides otherSides)
            throws IOException {
        Profile profile = settings.profile();
        Clock clock = settings.clock();
        this.settings = settings;
        this.feed = feed;
        this.sink = sink;
        this.displaced = displaced;
        this.otherSides = new OtherSides(otherSides);
        this.handedOver = settings.target() != null;
        this.validator = DisclosureValidator.of(profile, clock, settings.ground());
        this.keeper = settings.rebasing() == null ? null : new BaselineKeeper(settings.rebasing());
        OffsetDateTime made =
                OffsetDateTime.ofInstant(clock.instant(), clock.getZone()).truncatedTo(ChronoUnit.SECONDS);
        this.collector = new ReportCollector(validator, tool, made, settings.maxFindings(), settings.baseline());
        this.audits = RunAudits.of(
                profile,
                clock,
                settings.ground().calendar(),
                new DuplicateAudit(profile, settings.choice()),
                new CoverageAudit(profile, told(settings.inventory()), settings.explanations()),
                new LibraryAudit(profile, told(settings.library())),
                new ChangeAudit(profile, validator.today(), earlier(settings.target())),
                feed.links());
    }

    private @Nullable Inventory told(@Nullable Inventory list) {
        return list == null ? null : new ToldOnce(list, this::problem);
    }

    /** What a delta is made to is what its records are held against. */
    private static @Nullable EarlierRecords earlier(@Nullable Target target) {
        return target == null || target.options().since().isEmpty()
                ? null
                : records -> PackageDelta.read(target.options().since(), records::accept);
    }

    @Override
    public void record(Mapped mapped) {
        settings.records().accept(mapped);
        Judgement whole = validator.judge(mapped.record(), mapped::where);
        Judgement judgement = whole.asFarAsAsked(mapped.notAsked()).withUnreadable(mapped.ledger());
        List<Finding> besides = new ArrayList<>();
        for (RecordAudit audit : audits.all()) {
            besides.addAll(audit.see(mapped.record(), mapped.origin()));
        }
        for (SourceProblem each : mapped.problems()) {
            besides.add(validator.finding(each));
        }
        boolean withhold = LibraryPackage.withholds(mapped.record());
        boolean unnamed = withhold && handedOver;
        List<ReportedFinding> findings = collector.record(mapped.record(), judgement, besides, unnamed);
        if (withhold) {
            collector.withheld();
            withheld.add(Digest128.of(mapped.record().key()));
        }
        Mapped filled = otherSides.filled(mapped, withhold);
        collector.fields(filled.ledger(), unnamed);
        findings.forEach(each -> tell(each, unnamed));
        boolean setAside = !withhold && (audits.doubles().setsAside() || displaced.contains(number));
        number++;
        if (setAside) {
            aside.add(mapped.origin().source());
        }
        hand(() -> hand(filled, findings, setAside));
        notChecked(whole, mapped);
    }

    /** Tells once for a source, or a sheet of it, which rules ask for what it has no column for. */
    private void notChecked(Judgement whole, Mapped mapped) {
        Location place = mapped.origin();
        Location table = new Location(place.source(), place.sheet(), null, null, null);
        for (Finding each : mapped.notAsked().isEmpty() ? List.<Finding>of() : whole.findings()) {
            if (mapped.notAsked().contains(each.pointer()) && notChecked.add(table + " " + each.rule())) {
                problem(new SourceProblem(
                        "source.table.notAsked", table, label(mapped.record(), each.pointer()), each.rule()));
            }
        }
    }

    private static String label(DisclosureRecord record, String pointer) {
        String name = pointer.substring(1).replace('/', '.');
        RecordField field = RecordKind.of(record).field(name);
        return field == null ? name : field.label().zh();
    }

    /** Records that went into the package and should not have, since one after them takes their place. */
    Set<Long> displaced() {
        return audits.doubles().displaced().stream()
                .filter(each -> !displaced.contains(each))
                .collect(Collectors.toSet());
    }

    /** What this reading found of links that one side lacks. */
    OtherSides otherSides() {
        return otherSides;
    }

    /** Whether all that an answer rests on holds no longer; to be asked at the end. */
    boolean lapsed(PolicyAnswer answer) {
        return audits.policies().lapsed(answer);
    }

    private void hand(Mapped mapped, List<ReportedFinding> findings, boolean setAside) throws IOException {
        if (setAside) {
            collector.duplicate();
            sink.duplicate(mapped, feed.raw(mapped), findings);
        } else {
            sink.record(mapped, findings);
        }
    }

    /** Every finding counts for the baseline; only one that may be named is told. */
    private void tell(ReportedFinding finding, boolean unnamed) {
        if (keeper != null) {
            keeper.see(finding);
        }
        if (!unnamed) {
            settings.findings().accept(finding);
        }
    }

    @Override
    public void ledger(List<LedgerEntry> entries) {
        collector.fields(entries, false);
        hand(() -> sink.ledger(entries));
    }

    @Override
    public void rejected(SourceProblem problem, RawForm raw) {
        collector.rejected();
        problem(problem);
        hand(() -> sink.reject(raw));
    }

    @Override
    public void problem(SourceProblem problem) {
        problem(problem, sink);
    }

    /** Takes a problem that shows when the sink of this pass takes nothing more. */
    void problem(SourceProblem problem, Sink to) {
        take(validator.finding(problem), false, to);
    }

    /** Takes what shows only when every record was seen. */
    void end() throws IOException {
        audits.all().forEach(audit -> audit.end(this::atEnd));
        audits.all().forEach(audit -> audit.skipped().forEach(collector::skipped));
        collector.coverage(audits.coverage().result());
        collector.interpretation(audits.policies().count().interpreted());
        otherSides.found(audits.policies().missingLinks());
    }

    private void atEnd(Finding found) {
        boolean withhold = found.record() != null && withheld.find(Digest128.of(found.record())) >= 0;
        take(found, withhold && handedOver, sink);
    }

    private void take(Finding found, boolean unnamed, Sink to) {
        ReportedFinding finding = collector.finding(found, unnamed);
        tell(finding, unnamed);
        hand(() -> to.finding(finding));
    }

    /** Closes the account of the files, when every record was seen. */
    void account() {
        SourceAccount.Closed account = feed.account(aside);
        if (account != null) {
            collector.files(account.fates());
            account.problems().forEach(this::problem);
            account.files().forEach(each -> hand(() -> sink.source(each)));
        }
    }

    /** Counts sources that were opened. */
    void opened(int sources) {
        for (int i = 0; i < sources; i++) {
            collector.sourceRead();
        }
    }

    /** The report of everything that was taken; nothing may come afterwards. */
    Report report() {
        if (keeper != null) {
            keeper.end(collector);
        }
        return collector.result();
    }

    private interface Handing {
        void hand() throws IOException;
    }

    /** A handler cannot throw what a sink throws; {@link Run} takes it out again. */
    private static void hand(Handing what) {
        try {
            what.hand();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An inventory is read twice, and what is wrong with its entries is told the first time. */
    private static final class ToldOnce implements Inventory {

        private final Inventory inventory;
        private final Consumer<SourceProblem> problems;
        private boolean told;

        ToldOnce(Inventory inventory, Consumer<SourceProblem> problems) {
            this.inventory = inventory;
            this.problems = problems;
        }

        @Override
        public String name() {
            return inventory.name();
        }

        @Override
        public void read(Consumer<InventoryEntry> entries) throws IOException {
            boolean first = !told;
            told = true;
            inventory.read(entries, first ? problems : problem -> {});
        }
    }
}
