package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.jspecify.annotations.Nullable;

/**
 * Goes over bodies by obligations of one year, with any records of a run: what was done in time, late or not at all, what is none of a
 * body, and what nobody can say.
 *
 * <pre>{@code
 * ObligationAudit audit = new ObligationAudit(Obligations.standard(), register, profile, 2025, today);
 * records.forEach(each -> audit.see(each, validator.judge(each)));
 * audit.report().count(ObligationState.MISSING);
 * }</pre>
 *
 * <p>It keeps days and findings, never records. Where no record of a kind was given at all, what such records show is not checked. Not
 * safe to use from several threads.
 */
public final class ObligationAudit {

    private final Obligations obligations;
    private final BodyRegister register;
    private final Set<String> off;
    private final int year;
    private final LocalDate today;

    private final Set<String> kinds = new HashSet<>();
    private final Map<String, Shown> shown = new HashMap<>();
    private final Map<RegisteredBody, BodyTally> tallies = new HashMap<>();
    private final Map<String, BodyNaming> namings = new TreeMap<>();
    private final Map<String, Integer> unmatched = new TreeMap<>();
    private final Map<BodyRegister.Way, Integer> ways = new EnumMap<>(BodyRegister.Way.class);
    private int records;
    private int unplaced;
    private int undated;
    private int aside;

    /**
     * Begins an audit.
     *
     * @param obligations what is to be done, not null
     * @param register the bodies, not null
     * @param profile the profile by which the records are judged: a rule that it does not ask decides nothing; not null
     * @param year the year
     * @param today the day on which it is looked at, not null
     */
    public ObligationAudit(Obligations obligations, BodyRegister register, Profile profile, int year, LocalDate today) {
        this.obligations = Objects.requireNonNull(obligations, "obligations");
        this.register = Objects.requireNonNull(register, "register");
        this.off = profile.skipped().stream().map(SkippedRule::rule).collect(Collectors.toSet());
        this.year = year;
        this.today = Objects.requireNonNull(today, "today");
    }

    /**
     * Takes note of a record.
     *
     * @param record the record, not null
     * @param judgement what the rules say of it, not null
     */
    public void see(DisclosureRecord record, Judgement judgement) {
        RecordKind<?> kind = RecordKind.of(record);
        records++;
        kinds.add(kind.code());
        List<Obligation> asking = obligations.all().stream()
                .filter(each -> each.record().equals(kind.code()))
                .filter(each -> each.where().stream().allMatch(condition -> condition.holds(record, kind)))
                .toList();
        List<Named> first = named(asking.isEmpty() ? null : asking.get(0).body(), record, kind);
        count(first, !asking.isEmpty(), judgement, kind);
        boolean unclear = false;
        for (Obligation each : asking) {
            for (Named body : named(each.body(), record, kind)) {
                unclear |= body.match() != null && !see(each, body.match().body(), record, kind, judgement);
            }
        }
        undated += unclear ? 1 : 0;
    }

    private record Named(@Nullable String written, BodyRegister.@Nullable Match match) {}

    private List<Named> named(@Nullable String path, DisclosureRecord record, RecordKind<?> kind) {
        if (path == null) {
            String written = record.agency() == null ? null : record.agency().text();
            return List.of(new Named(written, register.match(written, codes(record, kind))));
        }
        List<Named> all = Doing.values(record, kind, path).stream()
                .map(each -> each instanceof Agency agency ? agency.text() : each.toString())
                .map(each -> new Named(each, register.match(each, List.of())))
                .toList();
        return all.isEmpty() ? List.of(new Named(null, null)) : all;
    }

    private static List<String> codes(DisclosureRecord record, RecordKind<?> kind) {
        List<String> codes = new ArrayList<>();
        for (RecordField each : kind.fields()) {
            if (each.type() == CreditCode.class
                    && !each.many()
                    && each.read((Record) (Object) record) instanceof CreditCode code) {
                codes.add(code.text());
            }
        }
        return codes;
    }

    private void count(List<Named> bodies, boolean asked, Judgement judgement, RecordKind<?> kind) {
        for (Named each : bodies) {
            BodyRegister.Match match = each.match();
            if (match != null) {
                ways.merge(match.way(), 1, Integer::sum);
                namings.merge(
                        match.body().name() + '\n' + match.way() + '\n' + each.written(),
                        new BodyNaming(each.written(), match.body(), match.way(), 1),
                        (one, other) -> new BodyNaming(one.written(), one.body(), one.way(), one.records() + 1));
                tallies.computeIfAbsent(match.body(), body -> new BodyTally()).add(judgement, kind.code());
            } else if (!asked) {
                aside++;
            } else if (each.written() == null) {
                unplaced++;
            } else {
                unmatched.merge(each.written(), 1, Integer::sum);
            }
        }
    }

    /** False when the record names no year, and so cannot count. */
    private boolean see(
            Obligation obligation,
            RegisteredBody body,
            DisclosureRecord record,
            RecordKind<?> kind,
            Judgement judgement) {
        boolean standing = obligation.period() == ObligationPeriod.STANDING;
        List<Doing> all = Doing.of(obligation, record, kind);
        List<Doing> done = all.stream()
                .filter(each -> standing || each.year() != null && each.year() == year)
                .toList();
        boolean placed = standing || all.stream().allMatch(each -> each.year() != null);
        if (!done.isEmpty()) {
            boolean tells = obligation.needs().stream()
                    .noneMatch(each -> Doing.values(record, kind, each).isEmpty());
            shown.computeIfAbsent(Shown.key(body, obligation), each -> new Shown())
                    .add(done, tells, obligation.rules(), judgement);
        }
        return placed;
    }

    /**
     * How all stands, after the records that were seen.
     *
     * @return the report
     */
    public ObligationReport report() {
        Standing standing = new Standing(year, today, kinds, tallies, shown, off);
        List<ObligationResult> results = new ArrayList<>();
        List<BodyFigures> figures = new ArrayList<>();
        ThreeFigures whole = ThreeFigures.NONE;
        for (RegisteredBody body : register.bodies()) {
            List<ObligationResult> own = obligations.all().stream()
                    .map(each -> standing.of(body, each))
                    .toList();
            results.addAll(own);
            BodyTally tally = tallies.get(body);
            BodyFigures each = (tally == null ? new BodyTally() : tally).figures(body, own);
            figures.add(each);
            whole = whole.plus(each.figures());
        }
        return new ObligationReport(
                year,
                today,
                register.bodies(),
                obligations.all(),
                results,
                figures,
                whole,
                records,
                namings(),
                unmatched,
                ways,
                unplaced,
                undated,
                aside);
    }

    private List<BodyNaming> namings() {
        Map<RegisteredBody, List<BodyNaming>> byBody =
                namings.values().stream().collect(Collectors.groupingBy(BodyNaming::body));
        return register.bodies().stream()
                .flatMap(each -> byBody.getOrDefault(each, List.of()).stream())
                .toList();
    }
}
