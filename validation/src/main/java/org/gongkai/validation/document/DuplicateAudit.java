package org.gongkai.validation.document;

import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.Sightings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;

/**
 * Watches the records of one run for doubles: one document in two sources, one index number on two documents.
 *
 * <pre>{@code
 * DuplicateAudit audit = new DuplicateAudit(profile);
 * List<Finding> first = audit.see(document, Location.of("a.html"));  // empty
 * List<Finding> second = audit.see(document, Location.of("b.html")); // record.duplicate, which names a.html
 * }</pre>
 *
 * <p>It keeps digests of keys and titles, and places, never a record: about fifty bytes a document, so that a million fit
 * into a small heap. Not safe to use from several threads.
 */
public final class DuplicateAudit implements RecordAudit {

    private final RuleSettings settings;
    private final Sightings keys = new Sightings();
    private final Sightings numbers = new Sightings();
    /** Numbers with titles, of documents whose number an earlier one with another title bears. */
    private final Sightings others = new Sightings();

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     */
    public DuplicateAudit(Profile profile) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
    }

    /** {@inheritDoc} Each finding names where the other record was first seen. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        Hearing hearing = new Hearing(settings, record.key(), record.datedOn(), pointer -> location);
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document != null) {
            see(document, location, hearing);
            return hearing.findings();
        }
        String edition = record.edition().isEmpty() ? "" : ' ' + record.edition();
        int same = keys.add(record.key() + edition, "", location);
        if (same >= 0) {
            hearing.report("record.duplicate", "", record.key(), keys.place(same));
        }
        return hearing.findings();
    }

    private void see(OfficialDocument document, Location location, Hearing hearing) {
        String title = document.title() == null ? "" : LegacyText.withoutBlanks(document.title());
        int sameKey = keys.add(document.key(), title, location);
        if (sameKey >= 0) {
            if (keys.hasTitle(sameKey, title)) {
                hearing.report("record.duplicate", "", document.title(), keys.place(sameKey));
                return;
            }
            hearing.report(
                    "record.key.shared",
                    "/indexNumber",
                    document.indexNumber() == null
                            ? null
                            : document.indexNumber().text(),
                    keys.place(sameKey));
        }
        DocumentNumber number = document.documentNumber();
        if (number == null || number.saysNone()) {
            return;
        }
        String text = LegacyText.withoutBlanks(number.text());
        int sameNumber = numbers.add(text, title, location);
        if (sameNumber < 0) {
            return;
        }
        if (numbers.hasTitle(sameNumber, title)) {
            suspect(document, numbers.place(sameNumber), hearing);
            return;
        }
        int sameDocument = others.add(text + '\n' + title, "", location);
        if (sameDocument >= 0) {
            suspect(document, others.place(sameDocument), hearing);
        } else {
            hearing.report(
                    "document.documentNumber.shared", "/documentNumber", number.text(), numbers.place(sameNumber));
        }
    }

    private static void suspect(OfficialDocument document, String other, Hearing hearing) {
        hearing.report("record.duplicate.suspected", "/indexNumber", document.title(), other);
    }
}
