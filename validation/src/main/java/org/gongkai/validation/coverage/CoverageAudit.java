package org.gongkai.validation.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.inventory.GapExplanation;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.RunSummary;
import org.gongkai.validation.report.RunTally;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Asks what is not there (全量覆盖): holds the documents of a run against an inventory, and looks for gaps in their number
 * series.
 *
 * <pre>{@code
 * CoverageAudit audit = new CoverageAudit(profile, inventory, List.of());
 * documents.forEach(each -> findings.addAll(audit.see(each, Location.of("a.html"))));
 * audit.end(findings::add);
 * tally.coverage(audit.result());
 * }</pre>
 *
 * <p>It keeps digests and serials, never a record or a row; see {@link InventoryCount} and {@link NumberSeries} for what
 * adds up. An inventory may have {@value InventoryIndex#MOST_ROWS} rows. Not safe to use from several threads.
 */
public final class CoverageAudit implements RecordAudit {

    private static final Bilingual NO_INVENTORY = RunTally.NO_INVENTORY;
    private static final Bilingual NOT_GIVEN = new Bilingual("没有提供清单", "no inventory was given");
    private static final Bilingual EMPTY_INVENTORY =
            new Bilingual("未检查：清单中没有应当公开的文件", "not checked: the inventory expects no document");
    private static final Bilingual TOO_MANY_SERIES = new Bilingual(
            "文号序列超过 " + SeriesBook.MOST_SERIES + " 个，其余未核查",
            "more than " + SeriesBook.MOST_SERIES + " number series; the others were not checked");

    /** So many records and differences are kept for the end; what comes beyond is settled at once. */
    private static final int MOST_KEPT = 50_000;

    private static final Set<String> OPEN_TO_ALL = Set.of("", "公开", "无", "无密级", "非密", "普通", "否", "不涉密", "平件");

    private final RuleSettings settings;
    private final @Nullable Inventory inventory;
    private final InventoryIndex index = new InventoryIndex();
    private final SeriesBook book = new SeriesBook();
    private final Explanations explanations;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Integer, List<Difference>> differences = new HashMap<>();
    private final BitSet differing = new BitSet();
    private final Map<MatchWay, Long> ways = new EnumMap<>(MatchWay.class);
    private final Map<GapReason, Long> explained = new EnumMap<>(GapReason.class);
    private int kept;
    private long records;
    private long again;
    private long extra;
    private long missing;
    private long repeated;
    private long unusable;
    private RunSummary.@Nullable Coverage result;

    /** A record that was put off until all were seen. */
    private record Waiting(DocumentKeys keys, Seen seen) {}

    /** As much of a record as its findings need. */
    private record Seen(
            String key,
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate writtenOn,
            @Nullable LocalDate publishedOn,
            boolean open,
            Location location) {

        String name() {
            return title != null ? title : number != null ? number : key;
        }

        @Nullable
        LocalDate date() {
            return writtenOn == null ? publishedOn : writtenOn;
        }
    }

    /** What a record says otherwise than its entry, which is read again at the end. */
    private record Difference(String rule, Seen seen) {}

    /**
     * Begins an audit of the number series alone.
     *
     * @param profile decides which of the rules run and how severely, not null
     */
    public CoverageAudit(Profile profile) {
        this(profile, null, new Explanations(List.of()));
    }

    /**
     * Begins an audit.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param inventory what should be there, or null when nobody knows; read now, and once more by {@link #end}
     * @param explanations why some of it lawfully is not, not null
     * @throws IOException when the inventory cannot be read or has too many rows
     */
    public CoverageAudit(Profile profile, @Nullable Inventory inventory, List<GapExplanation> explanations)
            throws IOException {
        this(profile, inventory, new Explanations(explanations));
        if (inventory != null) {
            try {
                inventory.read(this::expect);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            index.seal();
        }
    }

    private CoverageAudit(Profile profile, @Nullable Inventory inventory, Explanations explanations) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.inventory = inventory;
        this.explanations = explanations;
        for (int i = 0; i < explanations.size(); i++) {
            if (explanations.reason(i) != null) {
                book.explained(explanations.number(i), i);
            }
        }
    }

    private void expect(InventoryEntry entry) {
        if (index.rows() == InventoryIndex.MOST_ROWS) {
            throw new UncheckedIOException(new IOException(entry.location() + ": the inventory has more than "
                    + InventoryIndex.MOST_ROWS + " rows; check it in parts"));
        }
        int explanation = explanations.of(entry.document());
        index.add(
                DocumentKeys.ofEntry(entry.document()),
                closed(entry),
                explanation >= 0 && explanations.reason(explanation) != null);
        book.listed(DocumentKeys.regular(entry.document().documentNumber()));
    }

    /** Why the inventory itself does not expect a document to be published, or null. */
    static @Nullable GapReason closed(InventoryEntry entry) {
        String secrecy = entry.secrecy() == null ? "" : LegacyText.withoutBlanks(entry.secrecy());
        if (!OPEN_TO_ALL.contains(secrecy) && !LegacyText.nullToken(secrecy)) {
            // A level of secrecy, 内部 among them, says that nobody meant to publish it.
            return secrecy.startsWith("内部") ? GapReason.NOT_DISCLOSED : GapReason.ARTICLE_14;
        }
        Openness openness = entry.document().openness();
        Openness.Mode mode = openness == null ? null : openness.mode();
        return mode == Openness.Mode.NOT_DISCLOSED
                ? GapReason.NOT_DISCLOSED
                : mode == Openness.Mode.ON_APPLICATION ? GapReason.ON_APPLICATION : null;
    }

    /** {@inheritDoc} Records of other kinds than documents are passed over. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document == null) {
            return List.of();
        }
        DocumentNumber number = DocumentKeys.regular(document.documentNumber());
        Openness.Mode mode =
                document.openness() == null ? null : document.openness().mode();
        Seen seen = new Seen(
                document.key(),
                document.title(),
                number == null ? null : number.text(),
                document.writtenOn(),
                document.publishedOn(),
                mode == null || mode == Openness.Mode.PROACTIVE,
                location);
        List<Finding> findings = new ArrayList<>();
        book.seen(number, DocumentKeys.titleOf(document));
        int explanation = explanations.of(document);
        if (explanation >= 0) {
            contradict(explanation, seen, findings::add);
        }
        if (inventory != null) {
            records++;
            hold(DocumentKeys.ofRecord(document, location), seen, findings::add);
        }
        return List.copyOf(findings);
    }

    private void contradict(int explanation, Seen seen, Consumer<Finding> findings) {
        GapReason reason = explanations.reason(explanation);
        explanations.use(explanation);
        // A record that is kept from publication itself bears the explanation out.
        if (reason != null && (seen.open() || reason == GapReason.VOID || reason == GapReason.MERGED)) {
            report("explanation.contradicted", "", reason.label(), seen, seen.name(), findings);
        }
    }

    private void hold(DocumentKeys keys, Seen seen, Consumer<Finding> findings) {
        InventoryIndex.Answer answer = index.look(keys);
        if (answer.fate() != InventoryIndex.Fate.LATER) {
            settle(answer, keys, seen, findings);
        } else if (kept < MOST_KEPT) {
            kept++;
            waiting.add(new Waiting(keys, seen));
        } else {
            for (int round = 0; answer.fate() == InventoryIndex.Fate.LATER; round++) {
                answer = index.lookAgain(keys, round);
            }
            settle(answer, keys, seen, findings);
        }
    }

    private void settle(InventoryIndex.Answer answer, DocumentKeys keys, Seen seen, Consumer<Finding> findings) {
        MatchWay way = answer.way();
        if (way == null) {
            boolean known = answer.fate() == InventoryIndex.Fate.AGAIN;
            again += known ? 1 : 0;
            extra += known ? 0 : 1;
            report(known ? "inventory.record.again" : "inventory.record.extra", "", null, seen, seen.name(), findings);
            return;
        }
        ways.merge(way, 1L, Long::sum);
        int row = answer.row();
        if (index.titleDiffers(row, keys)) {
            differ(row, new Difference("inventory.record.titleDiffers", seen), findings);
        }
        if (index.numberDiffers(row, keys)) {
            differ(row, new Difference("inventory.record.numberDiffers", seen), findings);
        }
        if (index.dateDiffers(row, keys)) {
            differ(row, new Difference("inventory.record.dateDiffers", seen), findings);
        }
        GapReason closed = index.closed(row);
        if (closed != null && seen.open()) {
            report("inventory.record.notForPublication", "", closed.label(), seen, seen.name(), findings);
        }
    }

    private void differ(int row, Difference difference, Consumer<Finding> findings) {
        differing.set(row);
        if (kept < MOST_KEPT) {
            kept++;
            differences.computeIfAbsent(row, each -> new ArrayList<>()).add(difference);
        } else {
            tell(difference, null, findings);
        }
    }

    private void tell(Difference difference, @Nullable OfficialDocument entry, Consumer<Finding> findings) {
        Seen seen = difference.seen();
        switch (difference.rule()) {
            case "inventory.record.titleDiffers" ->
                report(difference.rule(), "/title", entry == null ? null : entry.title(), seen, seen.title(), findings);
            case "inventory.record.numberDiffers" ->
                report(
                        difference.rule(),
                        "/documentNumber",
                        entry == null ? null : name(entry),
                        seen,
                        seen.number(),
                        findings);
            default ->
                report(
                        difference.rule(),
                        seen.writtenOn() == null ? "/publishedOn" : "/writtenOn",
                        entry == null ? null : days(entry.writtenOn(), entry.publishedOn()),
                        seen,
                        days(seen.writtenOn(), seen.publishedOn()),
                        findings);
        }
    }

    private static String days(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null
                ? String.valueOf(other)
                : other == null || other.equals(one) ? one.toString() : one + " / " + other;
    }

    private void report(
            String rule,
            String pointer,
            @Nullable String expected,
            Seen seen,
            @Nullable String value,
            Consumer<Finding> findings) {
        Severity severity = settings.severity(rule, seen.date());
        if (severity != null) {
            findings.accept(Finding.inRecord(
                    settings.rule(rule), severity, seen.key(), pointer, value, expected, seen.location()));
        }
    }

    private void report(
            String rule,
            @Nullable LocalDate date,
            String value,
            @Nullable String expected,
            @Nullable Location location,
            Consumer<Finding> findings) {
        Severity severity = settings.severity(rule, date);
        if (severity != null) {
            findings.accept(Finding.beyondRecords(settings.rule(rule), severity, value, expected, location));
        }
    }

    /** {@inheritDoc} Better {@link #end(Consumer)}, where much may be missing. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        end(findings::add);
        return List.copyOf(findings);
    }

    /**
     * {@inheritDoc} What is missing comes in the order of the inventory, then the series by name, then the explanations
     * in their order.
     *
     * @throws UncheckedIOException when the inventory can no longer be read
     */
    @Override
    public void end(Consumer<Finding> findings) {
        if (result != null) {
            throw new IllegalStateException("the audit has ended");
        }
        settleWaiting(findings);
        if (inventory != null) {
            try {
                readAgain(inventory, findings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Series series = new Series(findings);
        book.read(explanations::reason, series);
        for (int i = 0; i < explanations.size(); i++) {
            String fault = explanations.fault(i);
            if (fault != null) {
                GapExplanation each = explanations.at(i);
                String value = Stream.of(each.number(), each.reason(), each.article())
                        .filter(Objects::nonNull)
                        .reduce((one, other) -> one + " " + other)
                        .orElse("");
                report(fault, null, value, explanations.expected(i), each.location(), findings);
            }
        }
        result = coverage(series);
    }

    private void settleWaiting(Consumer<Finding> findings) {
        InventoryIndex.Answer[] answers = new InventoryIndex.Answer[waiting.size()];
        for (int round = 0; round < InventoryIndex.ROUNDS; round++) {
            for (int i = 0; i < answers.length; i++) {
                if (answers[i] == null || answers[i].fate() == InventoryIndex.Fate.LATER) {
                    answers[i] = index.lookAgain(waiting.get(i).keys(), round);
                }
            }
        }
        for (int i = 0; i < answers.length; i++) {
            settle(answers[i], waiting.get(i).keys(), waiting.get(i).seen(), findings);
        }
        waiting.clear();
    }

    private void readAgain(Inventory list, Consumer<Finding> findings) throws IOException {
        Map<Integer, String> firsts = new HashMap<>();
        for (int i = 0; i < index.rows(); i++) {
            if (index.firstOf(i) >= 0) {
                firsts.put(index.firstOf(i), "");
            }
        }
        int[] next = {0};
        list.read(entry -> {
            int row = next[0]++;
            if (row >= index.rows()) {
                return;
            }
            if (firsts.containsKey(row)) {
                firsts.put(row, entry.location().toString());
            }
            judge(entry, row, firsts.get(index.firstOf(row)), findings);
        });
        if (next[0] != index.rows()) {
            throw new IOException(list.name() + ": the inventory changed during the run, from " + index.rows()
                    + " rows to " + next[0]);
        }
    }

    private void judge(InventoryEntry entry, int row, @Nullable String first, Consumer<Finding> findings) {
        OfficialDocument document = entry.document();
        LocalDate date = document.datedOn();
        if (index.unusable(row)) {
            unusable++;
        } else if (index.repeated(row)) {
            repeated++;
            report("inventory.entry.repeated", date, name(document), first, entry.location(), findings);
        } else if (index.found(row)) {
            differences.getOrDefault(row, List.of()).forEach(each -> tell(each, document, findings));
        } else {
            int explanation = explanations.of(document);
            GapReason reason = explanation < 0 ? null : explanations.reason(explanation);
            if (reason != null) {
                explanations.use(explanation);
            } else {
                reason = index.closed(row);
            }
            if (reason != null) {
                explained.merge(reason, 1L, Long::sum);
                book.closed(DocumentKeys.regular(document.documentNumber()), reason);
            } else {
                missing++;
                report("inventory.entry.missing", date, name(document), null, entry.location(), findings);
            }
        }
    }

    /** What the inventory calls a document. */
    static String name(OfficialDocument document) {
        return Stream.of(
                        document.documentNumber(),
                        document.documentNumber() == null ? document.indexNumber() : null,
                        document.title(),
                        document.title() == null ? document.sourceUrl() : null,
                        document.title() == null ? document.recordId() : null)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    /** Adds up the number series and keeps those with most missing. */
    private final class Series implements SeriesBook.Reader {

        private final Consumer<Finding> findings;
        private final Comparator<NumberSeries> order =
                Comparator.comparing(NumberSeries::name).thenComparing(NumberSeries::first);
        private final PriorityQueue<NumberSeries> listed = new PriorityQueue<>(
                Comparator.comparingLong(NumberSeries::missing).thenComparing(order.reversed()));
        private long series;
        private long tooFew;
        private long sparse;
        private long seen;
        private long explainedSerials;
        private long missingSerials;
        private long repeatedSerials;
        private long outliers;

        Series(Consumer<Finding> findings) {
            this.findings = findings;
        }

        @Override
        public void series(NumberSeries found) {
            series++;
            if (found.sparse()) {
                sparse++;
            } else {
                seen += found.seen();
                explainedSerials += found.explained();
                missingSerials += found.missing();
            }
            repeatedSerials += found.repeated();
            outliers += found.outliers().size();
            listed.add(found);
            if (listed.size() > RunSummary.Coverage.MOST_SERIES) {
                listed.remove();
            }
        }

        @Override
        public void tooFew() {
            tooFew++;
        }

        @Override
        public void gaps(NumberSeries within, boolean listed, List<String> runs) {
            LocalDate date = within.year() == null ? null : LocalDate.of(within.year(), 12, 31);
            long all = within.last() - (long) within.first() + 1;
            String share = within.seen() + "/" + all;
            if (!within.sparse()) {
                runs.forEach(each -> report("series.gap", date, each, share, null, findings));
            } else if (!listed) {
                // Most of the series is elsewhere; one finding says so, for a list of runs would say no more. An
                // inventory that lists no more of it knows what is expected.
                report("series.sparse", date, within.name(), share, null, findings);
            }
        }

        @Override
        public void outlier(NumberSeries beside, String number) {
            report("series.outlier", null, number, beside.first() + "—" + beside.last(), null, findings);
        }

        @Override
        public void used(int explanation) {
            explanations.use(explanation);
        }

        SeriesCount count() {
            return new SeriesCount(
                    series, tooFew, sparse, seen, explainedSerials, missingSerials, repeatedSerials, outliers);
        }

        List<NumberSeries> list() {
            return listed.stream().sorted(order).toList();
        }
    }

    private RunSummary.Coverage coverage(Series series) {
        if (inventory == null) {
            return new RunSummary.Coverage(null, NO_INVENTORY, null, series.count(), series.list());
        }
        InventoryCount count = new InventoryCount(
                inventory.name(),
                index.rows(),
                repeated,
                unusable,
                ways.values().stream().mapToLong(Long::longValue).sum(),
                missing,
                explained,
                differing.cardinality(),
                ways,
                records,
                again,
                extra);
        boolean nothing = count.share().all() == 0;
        return new RunSummary.Coverage(
                nothing ? null : count.share(), nothing ? EMPTY_INVENTORY : null, count, series.count(), series.list());
    }

    /**
     * What the audit came to.
     *
     * @return the figures
     * @throws IllegalStateException before {@link #end}
     */
    public RunSummary.Coverage result() {
        if (result == null) {
            throw new IllegalStateException("the audit has not ended");
        }
        return result;
    }

    @Override
    public List<SkippedRule> skipped() {
        List<SkippedRule> skipped = new ArrayList<>();
        for (Rule each : RuleCatalogue.standard().rules()) {
            if (inventory == null && each.code().startsWith("inventory.")) {
                skipped.add(new SkippedRule(each.code(), NOT_GIVEN));
            } else if (book.full() && each.code().startsWith("series.")) {
                skipped.add(new SkippedRule(each.code(), TOO_MANY_SERIES));
            }
        }
        return List.copyOf(skipped);
    }
}
