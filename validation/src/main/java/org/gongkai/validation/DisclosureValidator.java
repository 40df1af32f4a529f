package org.gongkai.validation;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Consistency;
import org.gongkai.validation.rules.CountedElements;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;
import org.gongkai.validation.rules.RuleSettings;
import org.gongkai.validation.rules.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * Judges records, one at a time, by the rules of a profile.
 *
 * <pre>{@code
 * DisclosureValidator validator =
 *         DisclosureValidator.of(Profile.named("shandong-library"), Clock.systemDefaultZone());
 * Judgement judgement = validator.judge(document);
 * for (Finding finding : judgement.findings()) {
 *     System.out.println(finding.pointer() + " " + finding.text(Locale.ENGLISH));
 * }
 * }</pre>
 *
 * <p>Making a validator is costly, so make one and share it: it is immutable and safe to use from several threads.
 * Judging makes no text; that is left to whoever shows a finding.
 */
public final class DisclosureValidator {

    private final Profile profile;
    private final Clock clock;
    private final Validator constraints;
    private final RuleSettings settings;
    private final Consistency consistency;
    private final Map<RecordKind<?>, Bench<?>> benches = new LinkedHashMap<>();

    private DisclosureValidator(Profile profile, Clock clock, RequisitionGround ground) {
        this.profile = profile;
        this.clock = clock;
        this.constraints = Constraints.validator();
        this.consistency = Consistency.shipped();
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        RulesOfKinds.of(profile, ground).forEach((kind, rules) -> benches.put(kind, Bench.of(kind, rules, settings)));
    }

    /** What is made ready once to judge the records of a kind. */
    private record Bench<R extends DisclosureRecord>(
            KindRules<R> rules, ConstraintChecks checks, CountedElements<R> elements) {

        static <R extends DisclosureRecord> Bench<R> of(RecordKind<?> kind, KindRules<R> rules, RuleSettings settings) {
            return new Bench<>(rules, ConstraintChecks.of(kind), new CountedElements<>(rules.elements(), settings));
        }
    }

    /**
     * Makes a validator.
     *
     * @param profile what the receiver asks for, not null
     * @param clock says which day is today, which decides what is in force; not null
     * @return the validator
     * @throws ValidationProviderException when the host has no Hibernate Validator, or one older than 8.0
     */
    public static DisclosureValidator of(Profile profile, Clock clock) {
        return of(profile, clock, RequisitionGround.standard());
    }

    /**
     * Makes a validator that judges requisitions of land by a place's own items and time limits, and every kind of record by
     * a calendar.
     *
     * @param profile what the receiver asks for, not null
     * @param clock says which day is today; not null
     * @param ground what projects are judged by; its calendar is that of every kind; not null
     * @return the validator
     */
    public static DisclosureValidator of(Profile profile, Clock clock, RequisitionGround ground) {
        return new DisclosureValidator(
                Objects.requireNonNull(profile, "profile"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(ground, "ground"));
    }

    /**
     * The profile that this validator judges by.
     *
     * @return the profile
     */
    public Profile profile() {
        return profile;
    }

    /**
     * The rules that do not run under this profile, and why.
     *
     * @return the rules, sorted by code
     */
    public List<SkippedRule> skipped() {
        return profile.skipped();
    }

    /**
     * The day on which this validator judges.
     *
     * @return today by the clock
     */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Judges a record that came from nowhere in particular.
     *
     * @param record the record, not null
     * @return the judgement; its findings have no location
     */
    public Judgement judge(DisclosureRecord record) {
        return judge(record, pointer -> null);
    }

    /**
     * Judges a record.
     *
     * @param record the record, not null
     * @param whereIs tells where the value of a JSON Pointer stood in the source, or null when it does not know; asked
     *     for ever wider pointers, up to the empty one for the record as a whole, until it does
     * @return the judgement
     */
    public Judgement judge(DisclosureRecord record, Function<String, @Nullable Location> whereIs) {
        return judge(RecordKind.of(record), record, whereIs);
    }

    /** The one way in which a record of any kind is judged; a kind adds its rules and nothing else. */
    @SuppressWarnings("unchecked") // The map holds under each kind the rules of that kind.
    private <R extends DisclosureRecord> Judgement judge(
            RecordKind<R> kind, DisclosureRecord record, Function<String, @Nullable Location> whereIs) {
        Bench<R> bench = (Bench<R>) Objects.requireNonNull(benches.get(kind), kind.code());
        R one = kind.type().cast(record);
        Hearing hearing = new Hearing(settings, record.key(), record.datedOn(), whereIs);
        bench.checks()
                .check(record, constraints, (rule, pointer, value) -> hearing.report(rule, pointer, text(value), null));
        bench.rules().check(one, today(), hearing);
        consistency.check(kind, record, hearing);
        TextRules.check(kind, record, hearing);
        return hearing.judgement(bench.elements(), one);
    }

    /**
     * Makes a finding of something wrong with a source.
     *
     * @param problem the problem, not null
     * @return the finding; at the catalogue's severity when the profile has switched the rule off, since a fault of a
     *     source must never vanish
     * @throws IllegalArgumentException when the problem names a rule that the catalogue does not have
     */
    public Finding finding(SourceProblem problem) {
        Rule rule = RuleCatalogue.standard().rule(problem.rule());
        return Finding.inSource(rule, profile.severity(rule).orElse(rule.severity()), problem);
    }

    /**
     * The elements that judgements account for, by kind.
     *
     * @return the JSON names in the order of the records, under the kinds in the order of the sealed face
     */
    public Map<RecordKind<?>, List<String>> elementNames() {
        Map<RecordKind<?>, List<String>> names = new LinkedHashMap<>();
        benches.forEach((kind, each) -> names.put(
                kind, each.rules().elements().stream().map(Element::name).toList()));
        return names;
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        return value instanceof Code code ? code.text() : value == null ? null : value.toString();
    }
}
