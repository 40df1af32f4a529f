package org.gongkai.validation.report;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.VerbatimLedger;
import org.gongkai.validation.DisclosureValidator;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Gathers one run into a {@link Report}: counts everything, and keeps the first findings of each rule.
 *
 * <pre>{@code
 * ReportCollector collector = new ReportCollector(validator, "my program 1", made, 1_000, Baseline.empty());
 * for (OfficialDocument each : documents) {
 *     collector.record(each, validator.judge(each), List.of(), false);
 * }
 * Report report = collector.result();
 * }</pre>
 *
 * <p>Its size is bounded by the number of rules and the most findings kept of one, and by the baseline, whatever the
 * number of records and findings. Records must come in the order of the run, for that decides which findings are kept;
 * judging may be done by several threads before. Not safe to use from several threads.
 */
public final class ReportCollector {

    /** The number of agencies that are counted by name; what further ones have is counted together. */
    private static final int MOST_GROUPS = 5_000;

    private final RunTally tally;
    private final String tool;
    private final OffsetDateTime made;
    private final int maxFindings;
    private final @Nullable BaselineMatch baseline;
    private final Map<@Nullable String, Label> labels = new HashMap<>();
    private final Label otherLabels = new Label(null);
    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<@Nullable String, Group> agencies = new HashMap<>();
    private final Map<@Nullable String, Group> years = new HashMap<>();
    private final Set<RecordKind<?>> kinds = new HashSet<>();
    private long duplicates;
    private @Nullable FileFates files;
    private long rejected;

    /**
     * Begins with nothing gathered.
     *
     * @param validator the validator of the run; its profile and day go into the report. Not null
     * @param tool the program that makes the report, with its version, such as {@code gongkai 1.0.0}
     * @param made the moment of the run
     * @param maxFindings how many findings of one rule to keep, at least 0
     * @param baseline the findings to hold back, or null when there is no baseline
     * @throws IllegalArgumentException when {@code maxFindings} is negative
     */
    public ReportCollector(
            DisclosureValidator validator,
            String tool,
            OffsetDateTime made,
            int maxFindings,
            @Nullable Baseline baseline) {
        if (maxFindings < 0) {
            throw new IllegalArgumentException("maxFindings is " + maxFindings + ", expected 0 or more");
        }
        this.tally = new RunTally(validator);
        this.tool = Objects.requireNonNull(tool, "tool");
        this.made = Objects.requireNonNull(made, "made");
        this.maxFindings = maxFindings;
        this.baseline = baseline == null ? null : new BaselineMatch(baseline, validator.today());
    }

    /** Counts a source that was opened, whether or not it held records. */
    public void sourceRead() {
        tally.sourceRead();
    }

    /** Counts a source or record of which no record could be made. */
    public void rejected() {
        tally.rejected();
        rejected++;
    }

    /** Counts a record that was judged and then left out of the package, for it may not be handed over. */
    public void withheld() {
        tally.withheld();
    }

    /** Counts a source that was held back because its record was there already. */
    public void duplicate() {
        duplicates++;
    }

    /**
     * Takes what became of the files of the run; without it the report says nothing of them.
     *
     * @param fates the count, not null
     */
    public void files(FileFates fates) {
        files = Objects.requireNonNull(fates, "fates");
    }

    /**
     * Counts fields of a source, all together and by label.
     *
     * @param ledger what became of each, not null
     * @param unnamed whether the report must not name the record that they belong to, for it may not be handed over:
     *     they are counted with the fields that have no label, since what looks like a label may be a part of its text
     */
    public void fields(List<LedgerEntry> ledger, boolean unnamed) {
        if (ledger instanceof VerbatimLedger verbatim) {
            for (String each : verbatim.names()) {
                label(unnamed ? null : each, verbatim.place()).fates[FieldFate.MAPPED.ordinal()]++;
            }
            return;
        }
        for (LedgerEntry each : ledger) {
            label(unnamed ? null : LabelCount.shown(each.location().label()), each.location())
                    .fates[each.fate().ordinal()]++;
        }
    }

    private Label label(@Nullable String name, Location place) {
        Label label = labels.get(name);
        if (label != null) {
            return label;
        }
        // What has no label is no label, and takes no place from one.
        int named = labels.size() - (labels.containsKey(null) ? 1 : 0);
        if (name != null && named >= Report.MOST_LABELS) {
            return otherLabels;
        }
        Label fresh = new Label(
                name == null ? null : new Location(place.source(), place.sheet(), place.row(), place.column(), null));
        labels.put(name, fresh);
        return fresh;
    }

    /**
     * Takes note of a rule that does not run, beside those that the profile switches off.
     *
     * @param rule the rule and the reason, not null
     */
    public void skipped(SkippedRule rule) {
        tally.skipped(rule);
    }

    /**
     * Takes what an audit of coverage found; without it the coverage was not checked.
     *
     * @param found the figures, not null
     */
    public void coverage(RunSummary.Coverage found) {
        tally.coverage(found);
    }

    /**
     * Takes how many of the documents that are to be interpreted are; without it that was not checked.
     *
     * @param share the share, or null
     */
    public void interpretation(RunSummary.@Nullable Share share) {
        tally.interpretation(share);
    }

    /**
     * Takes a record with all that was found in it.
     *
     * @param record the record, not null
     * @param judgement the judgement of the record, not null
     * @param besides what was found beside the judgement, in the source or against records seen before
     * @param unnamed whether the report must not name the record, for it may not be handed over: its findings are
     *     counted, and none is kept, since each quotes it
     * @return all the findings, those of the judgement first, with what the baseline says of each
     */
    public List<ReportedFinding> record(
            DisclosureRecord record, Judgement judgement, List<Finding> besides, boolean unnamed) {
        tally.judged(RecordKind.of(record), judgement);
        besides.forEach(tally::finding);
        kinds.add(RecordKind.of(record));
        Subject subject = Subject.of(record);
        Group agency = group(agencies, subject.agency());
        Group year = group(years, subject.year() == null ? null : subject.year().toString());
        agency.record(judgement.verdict());
        year.record(judgement.verdict());
        List<ReportedFinding> reported = new ArrayList<>();
        for (List<Finding> findings : List.of(judgement.findings(), besides)) {
            for (Finding each : findings) {
                reported.add(take(each, subject, agency, year, unnamed));
            }
        }
        return reported;
    }

    /**
     * Takes a finding that belongs to no record, or that shows only when every record was seen.
     *
     * @param finding the finding, not null
     * @param unnamed whether it is about a record that the report must not name: it is counted, and not kept
     * @return the finding with what the baseline says of it
     */
    public ReportedFinding finding(Finding finding, boolean unnamed) {
        tally.finding(finding);
        return take(finding, Subject.NONE, group(agencies, null), group(years, null), unnamed);
    }

    private ReportedFinding take(Finding finding, Subject subject, Group agency, Group year, boolean unnamed) {
        ReportedFinding.Hold hold = baseline == null ? null : baseline.take(finding);
        if (hold != null) {
            tally.heldBack(finding);
        }
        agency.finding(finding, hold != null);
        year.finding(finding, hold != null);
        ReportedFinding reported =
                new ReportedFinding(finding, subject.agency(), subject.year(), subject.title(), hold);
        if (!unnamed) {
            kept.computeIfAbsent(finding.rule(), each -> new Kept()).offer(reported, maxFindings);
        }
        return reported;
    }

    /**
     * The report of what was gathered; nothing may be added afterwards.
     *
     * @return the report
     */
    public Report result() {
        skipRulesWithoutRecords();
        List<LabelCount> labelCounts = labelCounts();
        return new Report(
                Report.FORMAT,
                tool,
                made,
                tally.result(),
                duplicates,
                files,
                fates(labelCounts),
                labelCounts,
                counts(agencies, BY_WEIGHT),
                counts(years, BY_NAME),
                baseline == null ? null : baseline.use(tally.heldBack(), maxFindings),
                maxFindings,
                examples());
    }

    /**
     * The baseline without the entries that are expired, and without what the run so far did not use.
     *
     * @return the smaller baseline
     * @throws IllegalStateException when there is no baseline
     */
    public Baseline shrunkBaseline() {
        if (baseline == null) {
            throw new IllegalStateException("this run has no baseline");
        }
        return baseline.used();
    }

    private static final Comparator<GroupCount> BY_NAME = Comparator.comparing(GroupCount::others)
            .thenComparing(GroupCount::name, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<GroupCount> BY_WEIGHT = Comparator.comparing(GroupCount::others)
            .thenComparing(Comparator.comparingLong(GroupCount::errors).reversed())
            .thenComparing(Comparator.comparingLong(GroupCount::findings).reversed())
            .thenComparing(BY_NAME);

    private static final Comparator<LabelCount> BY_WORK = Comparator.comparing(LabelCount::others)
            .thenComparing(Comparator.<LabelCount>comparingLong(
                            each -> each.count(FieldFate.UNMAPPED) + each.count(FieldFate.UNREADABLE))
                    .reversed())
            .thenComparing(Comparator.comparingLong(LabelCount::fields).reversed())
            .thenComparing(LabelCount::label, Comparator.nullsLast(Comparator.naturalOrder()));

    private List<LabelCount> labelCounts() {
        List<LabelCount> counts = new ArrayList<>();
        labels.forEach((name, each) -> counts.add(each.count(name, false)));
        LabelCount others = otherLabels.count(null, true);
        if (others.fields() > 0) {
            counts.add(others);
        }
        counts.sort(BY_WORK);
        return counts;
    }

    private static Map<FieldFate, Long> fates(List<LabelCount> labels) {
        Map<FieldFate, Long> fates = new EnumMap<>(FieldFate.class);
        for (FieldFate each : FieldFate.values()) {
            fates.put(
                    each, labels.stream().mapToLong(label -> label.count(each)).sum());
        }
        return fates;
    }

    private static List<GroupCount> counts(Map<@Nullable String, Group> groups, Comparator<GroupCount> order) {
        List<GroupCount> counts = new ArrayList<>();
        groups.forEach((name, each) -> {
            boolean others = OTHERS.equals(name);
            counts.add(each.count(others ? null : name, others));
        });
        counts.sort(order);
        return counts;
    }

    /** No agency bears such a name, since a name is not blank. */
    private static final String OTHERS = "";

    private static Group group(Map<@Nullable String, Group> groups, @Nullable String name) {
        Group group = groups.get(name);
        if (group == null) {
            String key = name == null || groups.size() < MOST_GROUPS ? name : OTHERS;
            group = Objects.requireNonNull(groups.computeIfAbsent(key, each -> new Group()));
        }
        return group;
    }

    private List<ReportedFinding> examples() {
        List<ReportedFinding> examples = new ArrayList<>();
        kept.values().forEach(each -> each.addTo(examples));
        // Stable: findings of one rule stay in the order of the run.
        examples.sort(Comparator.comparing(each -> each.finding().severity()));
        return examples;
    }

    /** A rule for records of a kind that no source held has not run either. */
    private void skipRulesWithoutRecords() {
        for (Rule rule : RuleCatalogue.standard().rules()) {
            if (rule.aspect() == Aspect.SOURCE) {
                continue;
            }
            List<RecordKind<?>> asked = RecordKind.askedBy(rule.code());
            if (asked.isEmpty() ? kinds.isEmpty() : asked.stream().noneMatch(kinds::contains)) {
                tally.skipped(new SkippedRule(rule.code(), noRecord()));
            }
        }
    }

    private Bilingual noRecord() {
        return rejected == 0
                ? new Bilingual("没有此类记录", "there was no record of this kind")
                : Bilingual.counted(
                        rejected,
                        "没有此类记录；另有 {0} 个来源或行未能读取",
                        "there was no record of this kind; {0} source or row could not be read",
                        "there was no record of this kind; {0} sources or rows could not be read");
    }

    /** The findings kept of one rule. What a baseline holds back takes no place from what is new. */
    private static final class Kept {
        private final List<ReportedFinding> open = new ArrayList<>();
        private final List<ReportedFinding> held = new ArrayList<>();

        void offer(ReportedFinding finding, int most) {
            List<ReportedFinding> list = finding.heldBack() == null ? open : held;
            if (list.size() < most) {
                list.add(finding);
            }
        }

        void addTo(List<ReportedFinding> all) {
            all.addAll(open);
            all.addAll(held);
        }
    }

    private static final class Label {
        private final @Nullable Location first;
        private final long[] fates = new long[FieldFate.values().length];

        Label(@Nullable Location first) {
            this.first = first;
        }

        LabelCount count(@Nullable String name, boolean others) {
            Map<FieldFate, Long> counts = new EnumMap<>(FieldFate.class);
            for (FieldFate each : FieldFate.values()) {
                counts.put(each, fates[each.ordinal()]);
            }
            return new LabelCount(name, others, first, counts);
        }
    }

    private static final class Group {
        private long records;
        private long complete;
        private long errors;
        private long warnings;
        private long infos;
        private long heldBack;

        void record(Verdict verdict) {
            records++;
            complete += verdict == Verdict.COMPLETE ? 1 : 0;
        }

        void finding(Finding finding, boolean held) {
            if (held) {
                heldBack++;
                return;
            }
            switch (finding.severity()) {
                case ERROR -> errors++;
                case WARNING -> warnings++;
                case INFO -> infos++;
            }
        }

        GroupCount count(@Nullable String name, boolean others) {
            return new GroupCount(name, others, records, complete, errors, warnings, infos, heldBack);
        }
    }
}
