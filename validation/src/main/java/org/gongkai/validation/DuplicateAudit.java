package org.gongkai.validation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Watches the records of one run for doubles: one document in two sources, one index number on two documents.
 *
 * <pre>{@code
 * DuplicateAudit audit = new DuplicateAudit(profile);
 * List<Finding> first = audit.see(document, Location.of("a.html"));  // empty
 * List<Finding> second = audit.see(document, Location.of("b.html")); // record.duplicate, which names a.html
 * }</pre>
 *
 * <p>It keeps keys, titles and places, never a record. Not safe to use from several threads.
 */
public final class DuplicateAudit implements RecordAudit {

    private final RuleSettings settings;
    private final Map<String, Sighting> keys = new HashMap<>();
    private final Map<String, Sighting> numbers = new HashMap<>();
    private final Map<String, Sighting> numbersAndTitles = new HashMap<>();

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
        if (record instanceof OfficialDocument document) {
            Hearing hearing =
                    new Hearing(settings, document.key(), OfficialDocumentRules.date(document), pointer -> location);
            see(document, location, hearing);
            return hearing.findings();
        }
        Hearing hearing = new Hearing(settings, record.key(), date(record), pointer -> location);
        // A revision is a version of the same plan, not its double.
        String version = record instanceof LandRequisitionPlan plan ? " " + plan.revision() : "";
        Sighting same = keys.putIfAbsent(record.key() + version, new Sighting("", location));
        if (same != null) {
            hearing.report("record.duplicate", "", record.key(), same.place());
        }
        return hearing.findings();
    }

    private static @Nullable LocalDate date(DisclosureRecord record) {
        if (record instanceof AssistanceStandard line) {
            return AssistanceStandardRules.date(line);
        }
        if (record instanceof LandRequisitionPlan plan) {
            return plan.publishedOn();
        }
        return record instanceof LandRequisitionProject project ? LandRules.date(project) : null;
    }

    private void see(OfficialDocument document, Location location, Hearing hearing) {
        String title = bare(document.title());
        Sighting now = new Sighting(title, location);
        Sighting sameKey = keys.putIfAbsent(document.key(), now);
        if (sameKey != null) {
            if (sameKey.title().equals(title)) {
                hearing.report("record.duplicate", "", document.title(), sameKey.place());
                return;
            }
            hearing.report(
                    "record.key.shared",
                    "/indexNumber",
                    document.indexNumber() == null
                            ? null
                            : document.indexNumber().text(),
                    sameKey.place());
        }
        DocumentNumber number = document.documentNumber();
        if (number == null || number.form() == DocumentNumber.Form.NONE) {
            return;
        }
        String text = bare(number.text());
        Sighting sameDocument = numbersAndTitles.putIfAbsent(text + '\n' + title, now);
        Sighting sameNumber = numbers.putIfAbsent(text, now);
        if (sameDocument != null) {
            hearing.report("record.duplicate.suspected", "/indexNumber", document.title(), sameDocument.place());
        } else if (sameNumber != null) {
            hearing.report("document.documentNumber.shared", "/documentNumber", number.text(), sameNumber.place());
        }
    }

    private static String bare(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s　]+", "");
    }

    private record Sighting(String title, Location location) {
        String place() {
            return location.toString();
        }
    }
}
