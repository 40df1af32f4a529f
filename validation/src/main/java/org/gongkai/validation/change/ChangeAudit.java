package org.gongkai.validation.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Validity;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.change.ChangingFields.Check;
import org.gongkai.validation.change.ChangingFields.Line;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.LongList;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Holds the records of a run against those of an earlier one: a document that is there no more and that nothing repeals, a field
 * that is empty now, an amount ten times what it was or a tenth, a day that moved, a repealed document that is in force again, a
 * body that changed. A change for which the later set gives the reason is not told: a repeal, a notice of correction, a new
 * notice that sets the amount, a new publication.
 *
 * <pre>{@code
 * ChangeAudit audit = new ChangeAudit(profile, today, earlier::forEach);
 * records.forEach(each -> audit.see(each, Location.of("list.csv")));
 * audit.end(findings::add);   // such as record.change.gone
 * }</pre>
 *
 * <p>What is looked at stands in {@code changing.csv} of this package, the words that give a reason in {@code sayings.csv}. It
 * keeps digests, about 250 bytes for each document of the earlier set, and reads that set a second time when it has something to
 * show. Not safe to use from several threads.
 */
public final class ChangeAudit implements RecordAudit {

    private static final int MOST_CHANGES = 100_000;

    /** A shorter text may be that of many documents, in characters. */
    private static final int LEAST_TEXT = 50;

    private static final Bilingual NOT_GIVEN = new Bilingual("没有提供以前的公开包", "no earlier package was given");
    private static final Bilingual TOO_MANY = new Bilingual(
            "改动超过 " + MOST_CHANGES + " 处，其余未核查", "more than " + MOST_CHANGES + " changes; the others were not checked");
    private static final Bilingual TOO_MUCH_SAID = new Bilingual(
            "提到的文件超过 " + Sayings.MOST_NAMES + " 个，不作判断",
            "more than " + Sayings.MOST_NAMES + " documents are named; nothing was concluded");

    private final RuleSettings settings;
    private final LocalDate today;
    private final @Nullable EarlierRecords earlier;
    private final Map<RecordKind<?>, ChangingFields> watched = ChangingFields.shipped();
    private final Sayings sayings = new Sayings();
    private final Sayings repealedBefore = new Sayings();
    private final EarlierIndex index = new EarlierIndex();
    /** What the documents of the later set are called. */
    private final LongList present = new LongList();
    /** By number of the earlier record. */
    private final Map<Integer, List<Change>> changes = new HashMap<>();

    private int changed;
    private boolean cut;

    /** A change that no field beside it gives the reason for. */
    private record Change(
            Line line,
            boolean sure,
            String key,
            String is,
            @Nullable LocalDate date,
            Location location) {}

    /**
     * Begins an audit; the earlier records are read for the first time here.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param today the day by which a document of the earlier set had lapsed or not, not null
     * @param earlier the records of the earlier set, or null when there is none: nothing is concluded then
     * @throws IOException when the earlier records cannot be read
     */
    public ChangeAudit(Profile profile, LocalDate today, @Nullable EarlierRecords earlier) throws IOException {
        this.settings = new RuleSettings(RuleCatalogue.standard(), Objects.requireNonNull(profile, "profile"));
        this.today = Objects.requireNonNull(today, "today");
        this.earlier = earlier;
        if (earlier != null) {
            earlier.read(this::before);
        }
    }

    /**
     * An audit that holds records against nothing.
     *
     * @param profile the profile, not null
     * @return the audit, which finds nothing and says that its rules did not run
     */
    public static ChangeAudit ofNothing(Profile profile) {
        try {
            return new ChangeAudit(profile, LocalDate.EPOCH, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void before(DisclosureRecord record) {
        ChangingFields fields = watched.get(RecordKind.of(record));
        if (fields != null && record.identified()) {
            index.add(record, fields);
        }
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document != null) {
            repealedBefore.see(document);
        }
    }

    /** {@inheritDoc} All shows at the end, when it is known what the later set says. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        if (earlier == null) {
            return List.of();
        }
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document != null) {
            sayings.see(document);
            names(document).forEach(present::append);
        }
        ChangingFields fields = watched.get(RecordKind.of(record));
        if (fields != null && record.identified()) {
            EarlierIndex.Met met = index.meet(record);
            if (met != null) {
                compare(record, document, fields, met, location);
            }
        }
        return List.of();
    }

    /** What it is called, and its text: a document that comes back under another name is not gone. */
    private static List<Long> names(OfficialDocument document) {
        List<Long> names = new ArrayList<>(Sayings.namesOf(document));
        String text = document.body() == null ? null : document.body().text();
        if (text != null && text.length() >= LEAST_TEXT) {
            names.add(FieldState.name(text));
        }
        return names;
    }

    private void compare(
            DisclosureRecord record,
            @Nullable OfficialDocument document,
            ChangingFields fields,
            EarlierIndex.Met met,
            Location location) {
        long[] is = EarlierIndex.states(record, fields);
        for (Line line : fields.lines()) {
            if (line.check() != Check.GONE
                    && tells(line, index.state(met.number(), line.field()), is[line.field()])
                    && line.unless().stream().noneMatch(each -> another(index.state(met.number(), each), is[each]))
                    && (document == null
                            || line.by().stream().noneMatch(each -> sayings.saysOfItself(each, document)))) {
                keep(
                        met.number(),
                        new Change(
                                line,
                                met.sure(),
                                record.key(),
                                line.check() == Check.TEXT ? name(record) : shown(fields, line, record),
                                record.datedOn(),
                                location));
            }
        }
    }

    private static String shown(ChangingFields fields, Line line, DisclosureRecord record) {
        return FieldState.shown(fields.fields().get(line.field()).path(), (Record) record);
    }

    private static boolean tells(Line line, long was, long is) {
        boolean both = was != FieldState.NONE && is != FieldState.NONE;
        return switch (line.check()) {
            case GONE -> false;
            case EMPTIED -> was != FieldState.NONE && is == FieldState.NONE;
            case CHANGED, TEXT -> both && was != is;
            case EARLIER -> both && is < was;
            case TENFOLD -> FieldState.tenfold(was, is);
            case TERM -> line.was().contains(was) && line.is().contains(is);
        };
    }

    private static boolean another(long was, long is) {
        return is != FieldState.NONE && is != was;
    }

    private void keep(int number, Change change) {
        if (changed == MOST_CHANGES) {
            cut = true;
            return;
        }
        changed++;
        changes.computeIfAbsent(number, each -> new ArrayList<>(1)).add(change);
    }

    /** {@inheritDoc} */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        end(findings::add);
        return findings;
    }

    /** {@inheritDoc} In the order of the earlier set, and of the table for each of its records. */
    @Override
    public void end(Consumer<Finding> findings) {
        if (earlier == null || full() || changes.isEmpty() && !index.anyUnmet()) {
            return;
        }
        sayings.end();
        repealedBefore.end();
        long[] there = present.sorted();
        BitSet told = new BitSet();
        try {
            earlier.read(record -> {
                int number = index.find(record);
                if (number >= 0 && !told.get(number)) {
                    told.set(number);
                    ofRecord(record, number, there, findings);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean full() {
        return sayings.full() || repealedBefore.full();
    }

    private void ofRecord(DisclosureRecord was, int number, long[] there, Consumer<Finding> findings) {
        ChangingFields fields = Objects.requireNonNull(watched.get(RecordKind.of(was)));
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(was);
        List<Long> names = new ArrayList<>(document == null ? List.of() : Sayings.namesOf(document));
        for (Line line : fields.lines()) {
            if (line.check() == Check.GONE
                    && document != null
                    && index.unmet(number)
                    && !gone(document, there, names, line)) {
                report(line.rule(), was.key(), "", name(was), null, was.datedOn(), null, findings);
            }
        }
        for (Change each : changes.getOrDefault(number, List.of())) {
            if (each.sure() || index.onlyMet(number)) {
                change(each, was, number, fields, names, findings);
            }
        }
    }

    /** Whether there is a reason for a document to be gone, or it is there under another key. */
    private boolean gone(OfficialDocument was, long[] there, List<Long> names, Line line) {
        Validity.State state = was.validity() == null ? null : was.validity().state();
        return state == Validity.State.REPEALED
                || state == Validity.State.LAPSED
                || was.repealedOn() != null && !was.repealedOn().isAfter(today)
                || was.expiresOn() != null && was.expiresOn().isBefore(today)
                || names(was).stream().anyMatch(each -> Arrays.binarySearch(there, each) >= 0)
                || sayings.said(line.by(), names)
                || repealedBefore.said(line.by(), names);
    }

    private void change(
            Change change,
            DisclosureRecord was,
            int number,
            ChangingFields fields,
            List<Long> names,
            Consumer<Finding> findings) {
        Line line = change.line();
        List<Long> named = new ArrayList<>(names);
        // A correction of an amount names the notice that set it.
        line.unless().forEach(each -> named.add(index.state(number, each)));
        if (sayings.said(line.by(), named)) {
            return;
        }
        boolean emptied = line.check() == Check.EMPTIED;
        String before = line.check() == Check.TEXT ? null : shown(fields, line, was);
        report(
                line.rule(),
                change.key(),
                '/' + fields.fields().get(line.field()).name().replace('.', '/'),
                emptied ? Objects.requireNonNull(before) : change.is(),
                emptied ? null : before,
                change.date(),
                change.location(),
                findings);
    }

    private static String name(DisclosureRecord record) {
        String name = record.designation();
        return name == null ? record.key() : name;
    }

    private void report(
            String rule,
            String key,
            String pointer,
            String value,
            @Nullable String expected,
            @Nullable LocalDate date,
            @Nullable Location location,
            Consumer<Finding> findings) {
        Severity severity = settings.severity(rule, date);
        if (severity != null) {
            findings.accept(Finding.inRecord(settings.rule(rule), severity, key, pointer, value, expected, location));
        }
    }

    /** {@inheritDoc} All of them when there is nothing to hold records against. */
    @Override
    public List<SkippedRule> skipped() {
        Bilingual why = earlier == null ? NOT_GIVEN : full() ? TOO_MUCH_SAID : cut ? TOO_MANY : null;
        if (why == null) {
            return List.of();
        }
        Set<String> rules = watched.values().stream()
                .flatMap(each -> each.lines().stream())
                .map(Line::rule)
                .collect(Collectors.toCollection(TreeSet::new));
        return rules.stream().map(each -> new SkippedRule(each, why)).toList();
    }
}
