package org.gongkai.validation.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionMaterial;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.decision.DecisionMatterBuilder;
import org.gongkai.core.decision.DecisionResult;
import org.gongkai.core.decision.DecisionStage;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.decision.MatterReference;
import org.gongkai.core.decision.PolicyEvaluation;
import org.gongkai.core.decision.PublicConsultation;
import org.gongkai.core.decision.WebLink;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DigestTable;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.key.LinkedFile;
import org.gongkai.validation.key.Sightings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Consistency;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.gongkai.validation.rules.decision.PublicConsultationRules;
import org.jspecify.annotations.Nullable;

/**
 * Holds decision catalogues against the documents and consultations of one run: which matters have no result among the
 * documents, which results and consultations answer to no matter, which links lead to no file, which year has no evaluation
 * of a policy beside those of other years.
 *
 * <pre>{@code
 * DecisionAudit audit = new DecisionAudit(profile, clock, WorkingCalendar.china(), null);
 * audit.see(catalogue, Location.of("catalogue.html"));
 * audit.see(document, Location.of("2024-9.html"));
 * List<Finding> findings = audit.end();
 * }</pre>
 *
 * <p>Of documents it keeps digests of number, name and address, and places: about 100 bytes each; catalogues and
 * consultations, which are few, it keeps whole. Not safe to use from several threads.
 */
public final class DecisionAudit implements RecordAudit {

    /** The columns in which sites publish what was decided. */
    private static final Pattern RESULTS = Pattern.compile("重大(?:行政)?决策.{0,200}结果|决策结果");

    private static final Pattern QUOTED = Pattern.compile("《([^《》]+)》");
    private static final Pattern ABOUT = Pattern.compile("^[^关]*关于(?:印发|公布|批准|同意)?");
    private static final Pattern KIND = Pattern.compile("的(?:通知|批复|公告|通告|决定|意见)$");
    private static final Pattern SCHEME = Pattern.compile("^(?i)https?://");

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);
    private static final RecordKind<PublicConsultation> CONSULTATIONS = RecordKind.of(PublicConsultation.class);
    private static final RecordKind<DecisionCatalogue> CATALOGUES = RecordKind.of(DecisionCatalogue.class);
    private static final RecordKind<PolicyEvaluation> EVALUATIONS = RecordKind.of(PolicyEvaluation.class);

    private final RuleSettings settings;
    private final PublicConsultationRules rules;
    private final Consistency consistency = Consistency.shipped();
    private final LocalDate today;
    private final @Nullable Predicate<String> files;
    private final List<Seen<DecisionCatalogue>> catalogues = new ArrayList<>();
    private final List<Seen<PublicConsultation>> consultations = new ArrayList<>();
    /** The documents that stand in a column of results, which are few. */
    private final List<Seen<OfficialDocument>> inColumns = new ArrayList<>();

    private final DigestTable numbers = new DigestTable();
    private final DigestTable addresses = new DigestTable();
    private final Sightings names = new Sightings();
    /** The years of the evaluations; a run without any holds none, and says nothing of what was evaluated. */
    private final Set<Integer> evaluated = new HashSet<>();

    private boolean documents;

    private record Seen<T>(T what, Location location) {}

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param clock says which day is today, not null
     * @param calendar the working days, not null
     * @param files tells whether a file of that name, with slashes and relative to the sources as
     *     {@link Location#source()} has it, is among the sources; null to leave links unchecked
     */
    public DecisionAudit(Profile profile, Clock clock, WorkingCalendar calendar, @Nullable Predicate<String> files) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.rules = new PublicConsultationRules(profile, calendar);
        this.today = LocalDate.now(clock);
        this.files = files;
    }

    /** {@inheritDoc} Whether a link leads to a file shows at once, all else at the end. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document = DOCUMENTS.as(record);
        if (document != null) {
            document(document, location);
        }
        PublicConsultation consultation = CONSULTATIONS.as(record);
        if (consultation != null) {
            consultations.add(new Seen<>(consultation, location));
        }
        PolicyEvaluation evaluation = EVALUATIONS.as(record);
        if (evaluation != null && evaluation.year() != null) {
            evaluated.add(evaluation.year());
        }
        DecisionCatalogue catalogue = CATALOGUES.as(record);
        if (catalogue == null) {
            return List.of();
        }
        catalogues.add(new Seen<>(catalogue, location));
        if (files == null) {
            return List.of();
        }
        Hearing hearing = hearing(catalogue, location);
        checkLinks(catalogue, location, files, hearing);
        return hearing.findings();
    }

    private void document(OfficialDocument document, Location location) {
        documents = true;
        String number = number(document);
        if (number != null) {
            numbers.append(DocumentKeys.digest(number));
        }
        if (document.sourceUrl() != null) {
            addresses.append(DocumentKeys.digest(address(document.sourceUrl())));
        }
        if (document.title() != null) {
            names.append(DocumentKeys.digest(name(document.title())), location);
        }
        String column = document.site() == null ? null : document.site().columnName();
        if (column != null && RESULTS.matcher(column).find()) {
            inColumns.add(new Seen<>(document, location));
        }
    }

    private static @Nullable String number(OfficialDocument document) {
        DocumentNumber number = document.documentNumber();
        return number == null || number.saysNone() ? null : LegacyText.withoutTitleMarks(number.text());
    }

    /** What a title is about: what it issues, in 《》 or between 关于印发 and 的通知; else the title itself. */
    private static String name(@Nullable String title) {
        if (title == null) {
            return "";
        }
        Matcher quoted = QUOTED.matcher(title);
        if (quoted.find()) {
            return LegacyText.withoutTitleMarks(quoted.group(1));
        }
        return KIND.matcher(ABOUT.matcher(LegacyText.withoutTitleMarks(title)).replaceFirst(""))
                .replaceFirst("");
    }

    /** {@inheritDoc} Catalogues first, then documents, then consultations, each in the order of the run. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        // What matters name as their results, and the names of the matters themselves.
        Set<String> answered = new HashSet<>();
        for (Seen<DecisionCatalogue> each : current()) {
            Hearing hearing = hearing(each.what(), each.location());
            results(each.what(), answered, hearing);
            evaluation(each.what(), hearing);
            findings.addAll(hearing.findings());
        }
        if (catalogues.isEmpty()) {
            return List.of();
        }
        for (Seen<OfficialDocument> each : inColumns) {
            OfficialDocument document = each.what();
            String number = number(document);
            if (!answered.contains(name(document.title()))
                    && !answered.contains(String.valueOf(number))
                    && (document.sourceUrl() == null || !answered.contains(address(document.sourceUrl())))) {
                Hearing hearing = new Hearing(settings, document.key(), document.datedOn(), pointer -> each.location());
                hearing.report(
                        "decision.document.matterUnknown",
                        "",
                        document.title(),
                        Objects.requireNonNull(document.site()).columnName());
                findings.addAll(hearing.findings());
            }
        }
        for (Seen<PublicConsultation> each : consultations) {
            Hearing hearing =
                    new Hearing(settings, each.what().key(), each.what().datedOn(), pointer -> each.location());
            consultation(each.what(), hearing);
            findings.addAll(hearing.findings());
        }
        return List.copyOf(findings);
    }

    /** Of several editions of one catalogue the last that was seen. */
    private List<Seen<DecisionCatalogue>> current() {
        Map<String, Seen<DecisionCatalogue>> last = new HashMap<>();
        catalogues.forEach(each -> last.put(each.what().key(), each));
        return catalogues.stream()
                .filter(each -> last.get(each.what().key()) == each)
                .toList();
    }

    /** A year that has ended has an evaluation, where the run holds any (青崂政办字〔2023〕13号, item 10: 原则上). */
    private void evaluation(DecisionCatalogue catalogue, Hearing hearing) {
        Integer year = catalogue.year();
        if (year != null && year < today.getYear() && !evaluated.isEmpty() && !evaluated.contains(year)) {
            hearing.report("decision.evaluation.year.none", "/year", year.toString(), null);
        }
    }

    private void results(DecisionCatalogue catalogue, Set<String> answered, Hearing hearing) {
        int decided = 0;
        for (int i = 0; i < catalogue.matters().size(); i++) {
            DecisionMatter matter = catalogue.matters().get(i);
            result(matter, catalogue, "/matters/" + i + "/result", answered, hearing);
            decided += matter.step() == DecisionStage.Step.DECIDED ? 1 : 0;
        }
        if (decided > 0 && !documents) {
            hearing.report("decision.catalogue.result.notChecked", "", String.valueOf(decided), null);
        }
    }

    /** Holds the result of one matter against the documents of the run, and keeps by what it could be found. */
    private void result(
            DecisionMatter matter, DecisionCatalogue catalogue, String at, Set<String> answered, Hearing hearing) {
        DecisionResult result = matter.result();
        DecisionMaterial material = matter.material(MaterialType.Type.RESULT);
        String number = number(result);
        String title = result == null || result.title() == null ? null : name(result.title());
        String url = material == null ? null : WebLink.resolve(material.url(), catalogue.sourceUrl());
        String address = url == null ? null : address(url);
        String own = name(matter.name());
        Stream.of(number, title, address, own).filter(Objects::nonNull).forEach(answered::add);
        if (found(number, title, address)) {
            return;
        }
        int byName = own.isEmpty() ? -1 : names.find(own);
        if (byName >= 0) {
            hearing.report("decision.catalogue.result.notLinked", at, matter.name(), names.place(byName));
        } else if (matter.step() == DecisionStage.Step.DECIDED && documents) {
            hearing.report("decision.catalogue.result.documentUnknown", at, matter.name(), text(result, url));
        }
    }

    private static @Nullable String number(@Nullable DecisionResult result) {
        return result == null || result.documentNumber() == null
                ? null
                : LegacyText.withoutTitleMarks(result.documentNumber().text());
    }

    private boolean found(@Nullable String number, @Nullable String title, @Nullable String address) {
        return number != null && numbers.find(DocumentKeys.digest(number)) >= 0
                || title != null && names.find(title) >= 0
                || address != null && addresses.find(DocumentKeys.digest(address)) >= 0;
    }

    /** A result as a finding names it. */
    private static @Nullable String text(@Nullable DecisionResult result, @Nullable String url) {
        if (result == null || result.documentNumber() == null && result.title() == null) {
            return url;
        }
        return result.documentNumber() == null
                ? result.title()
                : result.documentNumber().text();
    }

    private void consultation(PublicConsultation consultation, Hearing hearing) {
        MatterReference reference = consultation.matter();
        if (reference == null) {
            return;
        }
        for (Seen<DecisionCatalogue> each : current()) {
            DecisionMatter matter = each.what().find(reference);
            if (matter != null) {
                LocalDate issued =
                        matter.result() == null ? null : matter.result().issuedOn();
                if (consultation.decisionIssuedOn() == null && issued != null) {
                    rules.feedback(consultation, issued, today, hearing);
                }
                // A consultation that dates the decision itself has been judged by its own day.
                DecisionMatter asked = consultation.decisionIssuedOn() == null
                        ? matter
                        : DecisionMatterBuilder.builder(matter).result(null).build();
                consistency.between(CATALOGUES, asked, consultation, hearing);
                return;
            }
        }
        hearing.report(
                "decision.consultation.matterUnknown",
                "/matter",
                reference.name() != null ? reference.name() : reference.sequence(),
                null);
    }

    private static void checkLinks(
            DecisionCatalogue catalogue, Location location, Predicate<String> files, Hearing hearing) {
        for (int i = 0; i < catalogue.matters().size(); i++) {
            List<DecisionMaterial> materials = catalogue.matters().get(i).materials();
            for (int k = 0; k < materials.size(); k++) {
                String url = materials.get(k).url();
                if (url == null || !WebLink.relative(url.strip())) {
                    continue;
                }
                String file = LinkedFile.of(url.strip(), location.source());
                if (file == null || !files.test(file)) {
                    hearing.report(
                            "decision.catalogue.material.linkBroken",
                            "/matters/" + i + "/materials/" + k + "/url",
                            url,
                            file == null ? url : file);
                }
            }
        }
    }

    private Hearing hearing(DecisionCatalogue catalogue, Location location) {
        return new Hearing(settings, catalogue.key(), catalogue.publishedOn(), pointer -> location);
    }

    /** An address without what tells no page apart. */
    private static String address(String url) {
        return before(SCHEME.matcher(url.strip()).replaceFirst(""), '#');
    }

    private static String before(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0 ? text : text.substring(0, at);
    }
}
