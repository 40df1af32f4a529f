package org.gongkai.validation.interpretation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyInterpretationBuilder;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.report.RunSummary.Share;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Holds what explains policies against the documents of one run: which document wants an interpretation, which links lead one way
 * only or nowhere, what came late, copies its document, or explains one that holds no longer; and the same of answers, packages and
 * press releases.
 *
 * <pre>{@code
 * PolicyAudit audit = new PolicyAudit(profile, today, WorkingCalendar.china());
 * records.forEach(each -> findings.addAll(audit.see(each, Location.of("a.html"))));
 * findings.addAll(audit.end());
 * audit.count();    // interpreted / to be interpreted
 * }</pre>
 *
 * <p>Of documents it keeps digests of names and sentences, of those that want an interpretation what names them; of the others all
 * but their texts. Not safe to use from several threads.
 */
public final class PolicyAudit implements RecordAudit {

    /** The most records that explain something and are held against documents. */
    public static final int MOST_RECORDS = 200_000;

    private static final Bilingual NO_INTERPRETATION = new Bilingual(
            "有应解读的文件，本次没有政策解读：未核查", "documents are to be interpreted, and no interpretation was given: not checked");

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);
    private static final RecordKind<PolicyInterpretation> INTERPRETATIONS = RecordKind.of(PolicyInterpretation.class);
    private static final RecordKind<PolicyAnswer> ANSWERS = RecordKind.of(PolicyAnswer.class);
    private static final RecordKind<PolicyPackage> PACKAGES = RecordKind.of(PolicyPackage.class);
    private static final RecordKind<PressRelease> PRESS = RecordKind.of(PressRelease.class);

    /** A path to a file, and no title of an interpretation. */
    private static final Pattern FILE = Pattern.compile("^[^ :：《》]{1,500}\\.[A-Za-z0-9]{2,5}$");

    private final RuleSettings settings;
    private final DocumentFacts facts;
    private final InterpretationCheck checks;
    private final AnswerCheck answers;

    private final List<Seen> interpretations = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<Integer> interpreted = new HashSet<>();
    private int explaining;
    private boolean full;
    private @Nullable InterpretationCount count;
    private List<WantingDocument> wanting = List.of();
    private final MissingLinks missing = new MissingLinks();

    /** An interpretation without its text. */
    record Seen(PolicyInterpretation record, int[] sentences, Location location) {}

    /** A link from a document to its interpretation. */
    private record Link(
            int document,
            String key,
            @Nullable LocalDate date,
            String pointer,
            String target,
            Location location,
            PolicyReference from) {}

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param today the day on which it is judged what holds, not null
     * @param calendar the working days, not null
     */
    public PolicyAudit(Profile profile, LocalDate today, WorkingCalendar calendar) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), Objects.requireNonNull(profile, "profile"));
        this.facts = new DocumentFacts(profile.interpretation(), Objects.requireNonNull(today, "today"));
        this.checks = new InterpretationCheck(profile, facts, today, calendar);
        this.answers = new AnswerCheck(facts, today);
    }

    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document = DOCUMENTS.as(record);
        if (document != null) {
            document(document, location);
            return List.of();
        }
        PolicyInterpretation interpretation = INTERPRETATIONS.as(record);
        PolicyAnswer answer = ANSWERS.as(record);
        PolicyPackage packed = PACKAGES.as(record);
        PressRelease press = PRESS.as(record);
        if (interpretation == null && answer == null && packed == null && press == null || full) {
            return List.of();
        }
        if (++explaining > MOST_RECORDS) {
            full = true;
            Hearing hearing = hearing(record.key(), record.datedOn(), location);
            hearing.report("record.limit.reached", "", null, "≤ " + MOST_RECORDS);
            return hearing.findings();
        }
        if (interpretation != null) {
            interpretations.add(seen(interpretation, location));
        } else if (answer != null) {
            answers.see(answer, location);
        } else if (packed != null) {
            answers.see(packed, location);
        } else if (press != null) {
            answers.see(press, location);
        }
        return List.of();
    }

    private Hearing hearing(String key, @Nullable LocalDate date, Location location) {
        return new Hearing(settings, key, date, pointer -> location);
    }

    private static Seen seen(PolicyInterpretation record, Location location) {
        String text = record.body() == null ? null : record.body().text();
        PolicyInterpretation slim = PolicyInterpretationBuilder.builder(record)
                .body(null)
                .transcript(null)
                .attachments(List.of())
                .other(Map.of())
                .build();
        return new Seen(slim, SentencePrint.of(text == null ? "" : text), location);
    }

    private void document(OfficialDocument document, Location location) {
        int ordinal = facts.add(document, location);
        for (int i = 0; i < document.relations().size(); i++) {
            Relation each = document.relations().get(i);
            RelationType.Type type = each.type() == null ? null : each.type().type();
            if (type == RelationType.Type.INTERPRETATION && each.target() != null && links.size() < MOST_RECORDS) {
                links.add(new Link(
                        ordinal,
                        document.key(),
                        document.datedOn(),
                        "/relations/" + i,
                        each.target(),
                        location,
                        MissingLinks.to(document)));
            }
        }
    }

    /** {@inheritDoc} Interpretations first, then links of documents, documents that want one, answers, packages, press releases. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Integer>> byName = names();
        Set<Long> linked = linked(byName);
        Map<Integer, Set<Integer>> targets = new HashMap<>();
        for (int i = 0; i < interpretations.size(); i++) {
            Seen each = interpretations.get(i);
            Hearing hearing = hearing(each.record().key(), each.record().datedOn(), each.location());
            Map<Integer, Integer> of = checks.targets(each, hearing);
            targets.put(i, of.keySet());
            for (Map.Entry<Integer, Integer> target : of.entrySet()) {
                int document = target.getKey();
                if (!each.record().ofDraft()) {
                    interpreted.add(document);
                }
                if (!linked.contains(pair(document, i))) {
                    missing.ofDocument(document, i, each.record());
                    hearing.report(
                            "interpretation.notMutual",
                            "/interprets/" + target.getValue(),
                            each.record().interprets().get(target.getValue()).shown(),
                            null);
                }
            }
            findings.addAll(hearing.findings());
        }
        links(byName, targets, findings);
        if (facts.cut() && !interpretations.isEmpty()) {
            Seen first = interpretations.get(0);
            Hearing hearing = hearing(first.record().key(), first.record().datedOn(), first.location());
            hearing.report("record.limit.reached", "", null, "≤ " + DocumentFacts.MOST_SENTENCES);
            findings.addAll(hearing.findings());
        }
        wanting(findings);
        answers.end(this::hearing, findings);
        count = counted();
        return List.copyOf(findings);
    }

    private static long pair(int document, int interpretation) {
        return (long) document << Integer.SIZE | interpretation;
    }

    /** The interpretations by what a link can call them: address, file, index number, title. */
    private Map<String, List<Integer>> names() {
        Map<String, List<Integer>> names = new HashMap<>();
        for (int i = 0; i < interpretations.size(); i++) {
            Seen each = interpretations.get(i);
            PolicyInterpretation record = each.record();
            Set<String> own = new HashSet<>();
            own.add(String.valueOf(DocumentKeys.address(record.sourceUrl())));
            own.add(
                    each.location().row() == null
                            ? DocumentIndex.file(each.location().source())
                            : "null");
            own.add("title:" + DocumentKeys.titleKey(record.title()));
            own.add(
                    record.indexNumber() == null
                            ? "null"
                            : LegacyText.withoutBlanks(record.indexNumber().text()));
            own.removeAll(Set.of("null", "title:"));
            int number = i;
            own.forEach(name ->
                    names.computeIfAbsent(name, any -> new ArrayList<>()).add(number));
        }
        return names;
    }

    private static List<Integer> answering(Link link, Map<String, List<Integer>> byName) {
        String address = DocumentIndex.address(link.target(), link.location());
        List<Integer> found = address == null ? List.of() : byName.getOrDefault(address, List.of());
        if (found.isEmpty()) {
            found = byName.getOrDefault(LegacyText.withoutBlanks(link.target()), List.of());
        }
        return found.isEmpty()
                ? byName.getOrDefault("title:" + DocumentKeys.titleKey(link.target()), List.of())
                : found;
    }

    /** Which documents link to which interpretations. */
    private Set<Long> linked(Map<String, List<Integer>> byName) {
        Set<Long> linked = new HashSet<>();
        for (Link each : links) {
            answering(each, byName).forEach(one -> linked.add(pair(each.document(), one)));
        }
        return linked;
    }

    private void links(Map<String, List<Integer>> byName, Map<Integer, Set<Integer>> targets, List<Finding> findings) {
        Set<String> homes = new HashSet<>();
        boolean files = false;
        for (Seen each : interpretations) {
            files |= each.location().row() == null;
            String address = DocumentKeys.address(each.record().sourceUrl());
            if (address != null) {
                homes.add(host(address));
            }
        }
        for (Link each : links) {
            Hearing hearing = hearing(each.key(), each.date(), each.location());
            List<Integer> found = answering(each, byName);
            String address = DocumentKeys.address(each.target());
            boolean path =
                    files && address == null && FILE.matcher(each.target()).find();
            boolean own = path || address != null && homes.contains(host(address)) || document(each);
            if (found.isEmpty() && !interpretations.isEmpty() && own) {
                hearing.report("interpretation.link.unknown", each.pointer(), each.target(), null);
            } else {
                interpreted.add(each.document());
            }
            if (!found.isEmpty()
                    && found.stream()
                            .noneMatch(
                                    one -> targets.getOrDefault(one, Set.of()).contains(each.document()))) {
                if (found.size() == 1) {
                    missing.ofInterpretation(found.get(0), each.document(), each.from());
                }
                hearing.report("interpretation.notMutual", each.pointer(), each.target(), null);
            }
            findings.addAll(hearing.findings());
        }
    }

    /** Whether a link that should lead to an interpretation leads to a document, such as to the page that it stands on. */
    private boolean document(Link link) {
        return facts.find(new PolicyReference(null, null, null, link.target(), null), link.location())
                        .candidates()
                > 0;
    }

    private static String host(String address) {
        int slash = address.indexOf('/');
        return slash < 0 ? address : address.substring(0, slash);
    }

    /** Nothing is missing where nothing that interprets was handed in: then it was not checked. */
    private void wanting(List<Finding> findings) {
        if (interpretations.isEmpty()) {
            return;
        }
        List<WantingDocument> all = new ArrayList<>();
        for (DocumentFacts.Wanting each : facts.wanting()) {
            if (!interpreted.contains(each.document()) && checks.due(each.what().publishedOn())) {
                all.add(each.what());
                Hearing hearing = hearing(each.key(), each.date(), each.location());
                if (each.what().reach().must()) {
                    hearing.report(
                            "interpretation.missing",
                            "",
                            each.what().reach().label().zh(),
                            null);
                } else {
                    hearing.report("interpretation.advised", "", each.word(), null);
                }
                findings.addAll(hearing.findings());
            }
        }
        all.sort(WantingDocument.BY_AGE_AND_REACH);
        wanting = Collections.unmodifiableList(all);
    }

    private InterpretationCount counted() {
        Share share = null;
        if (!interpretations.isEmpty()) {
            List<DocumentFacts.Wanting> must = facts.wanting().stream()
                    .filter(each -> each.what().reach().must())
                    .filter(each -> interpreted.contains(each.document())
                            || checks.due(each.what().publishedOn()))
                    .toList();
            long good = must.stream()
                    .filter(each -> interpreted.contains(each.document()))
                    .count();
            share = new Share(good, must.size());
        }
        return new InterpretationCount(
                share, answers.answered(), checks.late(), checks.ofLapsed() + answers.ofLapsed());
    }

    /** Whether something is interpreted is not known of documents that came without any interpretation. */
    @Override
    public List<SkippedRule> skipped() {
        return interpretations.isEmpty()
                        && facts.wanting().stream()
                                .anyMatch(each -> each.what().reach().must())
                ? List.of(new SkippedRule("interpretation.missing", NO_INTERPRETATION))
                : List.of();
    }

    /**
     * The run in figures. To be asked after the end.
     *
     * @return the figures
     * @throws IllegalStateException before the end
     */
    public InterpretationCount count() {
        if (count == null) {
            throw new IllegalStateException("the audit has not ended");
        }
        return count;
    }

    /**
     * Whether an answer rests on nothing but documents of the run that hold no longer, whatever it says of itself. To be asked
     * after the end.
     *
     * @param answer an answer that was seen
     * @return true when it lapsed with them
     */
    public boolean lapsed(PolicyAnswer answer) {
        return answers.lapsed(answer);
    }

    /**
     * The links that one side has and the other lacks. To be asked after the end.
     *
     * @return the links
     */
    public MissingLinks missingLinks() {
        return missing;
    }

    /**
     * The documents that want an interpretation, the oldest first, of one day those that reach farther. To be asked after the end.
     *
     * @return the documents; empty as well where nothing that interprets was seen
     */
    public List<WantingDocument> wanting() {
        return wanting;
    }
}
