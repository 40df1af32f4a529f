package org.gongkai.validation.interpretation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.core.calendar.DutyCheck;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.validation.profile.InterpretationSettings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.interpretation.PolicyInterpretationRules;
import org.jspecify.annotations.Nullable;

/** Holds one interpretation against the documents that it names. Not thread-safe. */
final class InterpretationCheck {

    private static final int PER_CENT = 100;

    private final InterpretationSettings settings;
    private final PolicyInterpretationRules rules;
    private final DocumentFacts documents;
    private final LocalDate today;
    private final WorkingCalendar calendar;
    private long late;
    private long ofLapsed;

    InterpretationCheck(Profile profile, DocumentFacts documents, LocalDate today, WorkingCalendar calendar) {
        this.settings = profile.interpretation();
        this.rules = new PolicyInterpretationRules(profile);
        this.documents = documents;
        this.today = today;
        this.calendar = calendar;
    }

    long late() {
        return late;
    }

    long ofLapsed() {
        return ofLapsed;
    }

    /** The documents that it interprets, with the places of its references to them; reports those that cannot be found or told apart, and what is wrong beside the others. */
    Map<Integer, Integer> targets(PolicyAudit.Seen seen, Hearing hearing) {
        PolicyInterpretation record = seen.record();
        Map<Integer, Integer> targets = new LinkedHashMap<>();
        List<PolicyReference> named = record.interprets();
        for (int i = 0; i < named.size() && documents.size() > 0; i++) {
            PolicyReference reference = named.get(i);
            String at = "/interprets/" + i;
            DocumentIndex.Found found =
                    documents.find(reference, seen.location(), record.responsible(), record.publisher());
            if (found.one()) {
                if (found.otherTitle()) {
                    hearing.report("interpretation.target.differs", at, reference.title(), reference.shown());
                }
                if (targets.putIfAbsent(found.document(), i) == null) {
                    beside(seen, found.document(), hearing);
                }
            } else if (found.candidates() > 1) {
                hearing.report(
                        "interpretation.target.ambiguous", at, reference.shown(), String.valueOf(found.candidates()));
            } else if (found.elsewhere()) {
                hearing.report("interpretation.target.otherSite", at, reference.shown(), null);
            } else if (!record.ofDraft()) {
                // A draft that is put out for comment is no document yet.
                hearing.report("interpretation.target.unknown", at, reference.shown(), null);
            }
        }
        return targets;
    }

    private void beside(PolicyAudit.Seen seen, int document, Hearing hearing) {
        PolicyInterpretation record = seen.record();
        LocalDate documentOn = documents.publishedOn(document);
        if (documentOn != null && record.publishedOn() != null && !record.ofDraft()) {
            published(record, documentOn, record.publishedOn(), hearing);
        }
        if (documentOn != null) {
            rules.steps(record, documentOn, hearing);
        }
        if (documents.lapsed(document) && !record.marked()) {
            ofLapsed++;
            hearing.report(
                    "interpretation.ofLapsed",
                    "/validity",
                    record.interprets().get(0).shown(),
                    null);
        }
        int shared = SentencePrint.shared(seen.sentences(), documents.sentences(document));
        int share = shared < 0 ? -1 : shared * PER_CENT / seen.sentences().length;
        if (share >= settings.copiedShare()) {
            hearing.report(
                    "interpretation.copiesDocument",
                    "/body",
                    String.valueOf(share),
                    shared + "/" + seen.sentences().length);
        }
    }

    /** Whether the interpretation of a document published on a day must be there by now, as far as that can be said. */
    boolean due(@Nullable LocalDate documentOn) {
        return documentOn == null
                || settings.duty().check(documentOn, null, today, calendar).status() != DutyCheck.Status.NOT_YET_DUE;
    }

    private void published(PolicyInterpretation record, LocalDate documentOn, LocalDate day, Hearing hearing) {
        if (day.isBefore(documentOn)) {
            // A briefing lawfully comes before what it tells of.
            if (!record.in(InterpretationForm.Form.PRESS)) {
                hearing.report(
                        "interpretation.published.beforeDocument",
                        "/publishedOn",
                        day.toString(),
                        documentOn.toString());
            }
            return;
        }
        DutyCheck check = settings.duty().check(documentOn, day, today, calendar);
        if (check.status() == DutyCheck.Status.LATE) {
            late++;
            hearing.report(
                    "interpretation.published.late", "/publishedOn", day.toString(), String.valueOf(check.limit()));
        } else if (check.status() == DutyCheck.Status.CANNOT_SAY && check.reason() != null) {
            hearing.report(
                    "interpretation.published.notChecked",
                    "/publishedOn",
                    day.toString(),
                    check.reason().text(Locale.CHINESE) + " / " + check.reason().text(Locale.ENGLISH));
        }
    }
}
