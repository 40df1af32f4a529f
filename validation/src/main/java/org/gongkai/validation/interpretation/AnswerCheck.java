package org.gongkai.validation.interpretation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.interpretation.PolicyAnswer;
import org.gongkai.core.interpretation.PolicyAnswerBuilder;
import org.gongkai.core.interpretation.PolicyPackage;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressRelease;
import org.gongkai.core.source.Location;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.report.RunSummary.Share;
import org.gongkai.validation.rules.Hearing;
import org.jspecify.annotations.Nullable;

/** Holds answers, packages and press releases against the documents that they rest on. Not thread-safe. */
final class AnswerCheck {

    private final DocumentFacts documents;
    private final LocalDate today;
    private final List<SeenAnswer> answers = new ArrayList<>();
    private final List<Seen<PolicyPackage>> packages = new ArrayList<>();
    private final List<Seen<PressRelease>> press = new ArrayList<>();
    private final Set<Integer> answered = new HashSet<>();
    private final Set<String> lapsed = new HashSet<>();
    private long ofLapsed;

    private record Seen<T>(T what, Location location) {}

    /** An answer without its text, of which a digest will do. */
    private record SeenAnswer(PolicyAnswer what, long text, Location location) {}

    /** Makes the hearing of a record. */
    interface Hearings {
        Hearing of(String key, @Nullable LocalDate date, Location location);
    }

    AnswerCheck(DocumentFacts documents, LocalDate today) {
        this.documents = documents;
        this.today = today;
    }

    void see(PolicyAnswer answer, Location location) {
        PolicyAnswer slim =
                PolicyAnswerBuilder.builder(answer).answer(null).other(Map.of()).build();
        answers.add(new SeenAnswer(slim, DocumentKeys.digest(DocumentKeys.titleKey(answer.answer())), location));
    }

    void see(PolicyPackage packed, Location location) {
        packages.add(new Seen<>(packed, location));
    }

    void see(PressRelease release, Location location) {
        press.add(new Seen<>(release, location));
    }

    long ofLapsed() {
        return ofLapsed;
    }

    /** Whether all that an answer rests on is among the documents and holds no longer. */
    boolean lapsed(PolicyAnswer answer) {
        return lapsed.contains(answer.key());
    }

    /** Of the public documents in force those on which an answer rests; null without an answer. */
    @Nullable
    Share answered() {
        if (answers.isEmpty()) {
            return null;
        }
        long all = 0;
        long good = 0;
        for (int i = 0; i < documents.size(); i++) {
            if (!documents.lapsed(i) && !documents.notPublic(i)) {
                all++;
                good += answered.contains(i) ? 1 : 0;
            }
        }
        return new Share(good, all);
    }

    void end(Hearings hearings, List<Finding> findings) {
        Map<Integer, LocalDate> amended = documents.amended();
        Map<String, SeenAnswer> questions = new HashMap<>();
        for (SeenAnswer each : answers) {
            Hearing hearing = hearings.of(each.what().key(), each.what().datedOn(), each.location());
            sources(each, amended, hearing);
            String question = DocumentKeys.titleKey(each.what().question());
            SeenAnswer before =
                    question.isEmpty() || !each.what().holds(today) ? null : questions.putIfAbsent(question, each);
            if (before != null && before.text() != each.text()) {
                hearing.report(
                        "policyAnswer.duplicate",
                        "/question",
                        each.what().question(),
                        before.location().toString());
            }
            findings.addAll(hearing.findings());
        }
        for (Seen<PolicyPackage> each : packages) {
            Hearing hearing = hearings.of(each.what().key(), each.what().datedOn(), each.location());
            items(each, hearing);
            findings.addAll(hearing.findings());
        }
        for (Seen<PressRelease> each : press) {
            Hearing hearing = hearings.of(each.what().key(), each.what().datedOn(), each.location());
            subjects(each, hearing);
            findings.addAll(hearing.findings());
        }
    }

    private void sources(SeenAnswer seen, Map<Integer, LocalDate> amended, Hearing hearing) {
        PolicyAnswer answer = seen.what();
        List<String> ended = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < answer.sources().size() && documents.size() > 0; i++) {
            PolicyReference each = answer.sources().get(i);
            String at = "/sources/" + i;
            DocumentIndex.Found document = documents.find(each, seen.location(), answer.responsible());
            if (document.candidates() > 1) {
                hearing.report(
                        "policyAnswer.source.ambiguous", at, each.shown(), String.valueOf(document.candidates()));
            } else if (!document.one()) {
                if (!document.elsewhere()) {
                    hearing.report("policyAnswer.source.unknown", at, each.shown(), null);
                }
            } else {
                found++;
                if (answer.holds(today)) {
                    answered.add(document.document());
                }
                if (documents.lapsed(document.document())) {
                    ended.add(each.shown());
                }
                LocalDate changed = amended.get(document.document());
                LocalDate reviewed = answer.reviewedOn() == null ? answer.publishedOn() : answer.reviewedOn();
                if (changed != null && reviewed != null && changed.isAfter(reviewed) && answer.holds(today)) {
                    hearing.report("policyAnswer.source.changed", at, each.shown(), reviewed.toString());
                }
            }
        }
        if (!ended.isEmpty() && answer.holds(today)) {
            ofLapsed++;
            // What is not among the records may hold.
            boolean all = ended.size() == found && found == answer.sources().size();
            if (all) {
                lapsed.add(answer.key());
            }
            hearing.report(
                    all ? "policyAnswer.source.lapsed" : "policyAnswer.source.partlyLapsed",
                    "/sources",
                    String.join("、", ended),
                    null);
        }
    }

    private void items(Seen<PolicyPackage> seen, Hearing hearing) {
        PolicyPackage packed = seen.what();
        for (int i = 0; i < packed.items().size() && documents.size() > 0; i++) {
            PolicyReference each = packed.items().get(i).document();
            if (each == null) {
                continue;
            }
            String at = "/items/" + i + "/document";
            DocumentIndex.Found document = documents.find(each, seen.location(), packed.owner());
            if (document.candidates() > 1) {
                hearing.report("policyPackage.item.ambiguous", at, each.shown(), String.valueOf(document.candidates()));
            } else if (!document.one()) {
                if (!document.elsewhere()) {
                    hearing.report("policyPackage.item.unknown", at, each.shown(), null);
                }
            } else if (documents.notPublic(document.document())) {
                hearing.report("policyPackage.item.notPublic", at, each.shown(), null);
            } else if (documents.lapsed(document.document())) {
                hearing.report("policyPackage.item.lapsed", at, each.shown(), null);
            }
        }
    }

    private void subjects(Seen<PressRelease> seen, Hearing hearing) {
        PressRelease release = seen.what();
        for (int i = 0; i < release.subjects().size() && documents.size() > 0; i++) {
            PolicyReference each = release.subjects().get(i);
            DocumentIndex.Found document = documents.find(each, seen.location(), release.organiser());
            if (!document.one() && document.candidates() == 0 && !document.elsewhere()) {
                hearing.report("press.subject.unknown", "/subjects/" + i, each.shown(), null);
            }
        }
    }
}
