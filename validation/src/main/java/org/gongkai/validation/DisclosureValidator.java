package org.gongkai.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.land.RequisitionGround;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.gongkai.validation.rules.assistance.AssistanceStandardRules;
import org.gongkai.validation.rules.decision.DecisionRules;
import org.gongkai.validation.rules.document.OfficialDocumentRules;
import org.gongkai.validation.rules.land.LandRules;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Judges records, one at a time, by the rules of a profile.
 *
 * <pre>{@code
 * DisclosureValidator validator =
 *         DisclosureValidator.of(Profile.named("shandong-library"), Clock.systemDefaultZone());
 * Judgement judgement = validator.judge(document);
 * for (Finding finding : judgement.findings()) {
 *     System.out.println(finding.pointer() + " " + RuleCatalogue.standard().text(finding, Locale.ENGLISH));
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
    private final OfficialDocumentRules documents;
    private final AssistanceStandardRules assistance;
    private final LandRules land;
    private final DecisionRules decisions;

    private DisclosureValidator(Profile profile, Clock clock, RequisitionGround ground) {
        this.profile = profile;
        this.clock = clock;
        // The factory holds nothing that must be given back, so it lives and goes with this object.
        this.constraints = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new CodesOnly())
                .buildValidatorFactory()
                .getValidator();
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.documents = new OfficialDocumentRules(profile);
        this.assistance = new AssistanceStandardRules(profile, WorkingCalendar.china());
        this.land = new LandRules(profile, ground);
        this.decisions = new DecisionRules(profile, WorkingCalendar.china());
    }

    /**
     * Makes a validator.
     *
     * @param profile what the receiver asks for, not null
     * @param clock says which day is today, which decides what is in force; not null
     * @return the validator
     */
    public static DisclosureValidator of(Profile profile, Clock clock) {
        return of(profile, clock, RequisitionGround.standard());
    }

    /**
     * Makes a validator that judges requisitions of land by a place's own items, time limits or calendar.
     *
     * @param profile what the receiver asks for, not null
     * @param clock says which day is today; not null
     * @param ground what projects are judged by, not null
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
        if (record instanceof OfficialDocument document) {
            Hearing hearing = new Hearing(settings, document.key(), OfficialDocumentRules.date(document), whereIs);
            violations(document, hearing);
            documents.check(document, today(), hearing);
            return hearing.judgement(documents.elements(), document);
        }
        if (record instanceof AssistanceStandard line) {
            Hearing hearing = new Hearing(settings, line.key(), AssistanceStandardRules.date(line), whereIs);
            violations(line, hearing);
            assistance.check(line, hearing);
            return hearing.judgement(assistance.elements(), line);
        }
        if (record instanceof LandRequisitionPlan plan) {
            Hearing hearing = new Hearing(settings, plan.key(), plan.publishedOn(), whereIs);
            violations(plan, hearing);
            land.check(plan, hearing);
            return hearing.judgement(land.planElements(), plan);
        }
        if (record instanceof LandRequisitionProject project) {
            Hearing hearing = new Hearing(settings, project.key(), project.begunOn(), whereIs);
            violations(project, hearing);
            land.check(project, today(), hearing);
            return hearing.judgement(land.projectElements(), project);
        }
        if (record instanceof DecisionCatalogue catalogue) {
            Hearing hearing = new Hearing(settings, catalogue.key(), catalogue.publishedOn(), whereIs);
            violations(catalogue, hearing);
            decisions.check(catalogue, today(), hearing);
            return hearing.judgement(decisions.catalogueElements(), catalogue);
        }
        if (record instanceof PublicConsultation consultation) {
            Hearing hearing = new Hearing(settings, consultation.key(), DecisionRules.date(consultation), whereIs);
            violations(consultation, hearing);
            decisions.check(consultation, today(), hearing);
            return hearing.judgement(decisions.consultationElements(), consultation);
        }
        if (record instanceof PolicyEvaluation evaluation) {
            Hearing hearing = new Hearing(settings, evaluation.key(), evaluation.publishedOn(), whereIs);
            violations(evaluation, hearing);
            decisions.check(evaluation, today(), hearing);
            return hearing.judgement(decisions.evaluationElements(), evaluation);
        }
        throw new IllegalStateException("no rules for " + record.getClass());
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

    /** The names of the elements that judgements account for, in the order of the records. */
    public List<String> elementNames() {
        return Stream.of(
                        documents.elements(),
                        assistance.elements(),
                        land.planElements(),
                        land.projectElements(),
                        decisions.catalogueElements(),
                        decisions.consultationElements(),
                        decisions.evaluationElements())
                .flatMap(List::stream)
                .map(Element::name)
                .distinct()
                .toList();
    }

    private void violations(DisclosureRecord record, Hearing hearing) {
        for (ConstraintViolation<DisclosureRecord> each : constraints.validate(record, Default.class, Advice.class)) {
            String template = each.getMessageTemplate();
            hearing.report(
                    template.substring(1, template.length() - 1),
                    pointer(each.getPropertyPath()),
                    text(each.getInvalidValue()),
                    null);
        }
    }

    /** The JSON Pointer of a property path: components by name, list items by index. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node each : path) {
            if (each.isInIterable()) {
                pointer.append('/').append(each.getIndex() == null ? each.getKey() : each.getIndex());
            }
            if (each.getKind() != ElementKind.CONTAINER_ELEMENT) {
                Hearing.step(pointer, each.getName());
            }
        }
        return pointer.toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> list && list.isEmpty()) {
            return null;
        }
        return value instanceof Code code ? code.text() : value == null ? null : value.toString();
    }

    /**
     * Hands back the code of the rule and renders nothing: text is made when a report is written, and no user's value
     * is ever evaluated. It also spares an implementation of the expression language.
     */
    private static final class CodesOnly implements MessageInterpolator {
        @Override
        public String interpolate(String messageTemplate, Context context) {
            return messageTemplate;
        }

        @Override
        public String interpolate(String messageTemplate, Context context, Locale locale) {
            return messageTemplate;
        }
    }
}
