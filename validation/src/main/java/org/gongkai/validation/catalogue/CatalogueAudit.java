package org.gongkai.validation.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.calendar.WorkingCalendar;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Validity;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DigestTable;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Holds the documents of a run against its catalogues and directories: items without any document, documents that no item expects,
 * documents that came out after the limit of their item, items that rest on what is no longer in force, and the table of a township that is
 * a copy of its county's.
 *
 * <pre>{@code
 * CatalogueAudit audit = new CatalogueAudit(profile, WorkingCalendar.china());
 * audit.see(item, Location.of("mulu.csv").atRow(2));
 * audit.see(document, Location.of("2024-9.html"));
 * audit.end(findings::add);
 * }</pre>
 *
 * <p>A document answers an item by the address of its column, else by the column’s name, and only an item of its agency. What cannot be
 * told is not told: items are missed only in tables of which another item was found. It keeps at most {@value #MOST} documents and as many
 * items. Not safe to use from several threads.
 */
public final class CatalogueAudit implements RecordAudit {

    private static final int MOST = 20_000;

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);
    private static final RecordKind<CatalogueItem> CATALOGUE = RecordKind.of(CatalogueItem.class);
    private static final RecordKind<DirectoryItem> DIRECTORY = RecordKind.of(DirectoryItem.class);

    private static final List<String> OF_DOCUMENTS = List.of(
            "catalogue.item.empty",
            "directory.column.empty",
            "directory.document.unexpected",
            "catalogue.document.late");

    private static final List<String> OF_ITEMS =
            List.of("catalogue.basis.notInForce", "directory.basis.notInForce", "catalogue.township.copied");

    private final RuleSettings settings;
    private final WorkingCalendar calendar;
    private final List<ListedItem> items = new ArrayList<>();
    private final List<SeenDocument> documents = new ArrayList<>();
    private final DigestTable inForce = new DigestTable();
    private final DigestTable notInForce = new DigestTable();
    private boolean manyItems;
    private boolean manyDocuments;

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param calendar the working days that limits count in, not null
     */
    public CatalogueAudit(Profile profile, WorkingCalendar calendar) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.calendar = Objects.requireNonNull(calendar, "calendar");
    }

    /** {@inheritDoc} All shows at the end. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document = DOCUMENTS.as(record);
        CatalogueItem item = CATALOGUE.as(record);
        DirectoryItem line = DIRECTORY.as(record);
        if (document != null) {
            see(document, location);
        } else if (item != null) {
            keep(ListedItem.of(item, location));
        } else if (line != null) {
            keep(ListedItem.of(line, location));
        }
        return List.of();
    }

    private void keep(ListedItem item) {
        if (items.size() < MOST) {
            items.add(item);
        } else {
            manyItems = true;
        }
    }

    private void see(OfficialDocument document, Location location) {
        DocumentNumber number = DocumentKeys.regular(document.documentNumber());
        if (number != null) {
            (over(document.validity()) ? notInForce : inForce).append(digest(number));
        }
        SeenDocument seen = SeenDocument.of(document, location);
        if (seen != null && documents.size() < MOST) {
            documents.add(seen);
        } else if (seen != null) {
            manyDocuments = true;
        }
    }

    private static boolean over(@Nullable Validity validity) {
        Validity.State state = validity == null ? null : validity.state();
        return state == Validity.State.LAPSED || state == Validity.State.REPEALED;
    }

    private static long digest(DocumentNumber number) {
        return DocumentKeys.digest(LegacyText.withoutBlanks(number.text()));
    }

    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        end(findings::add);
        return findings;
    }

    /** {@inheritDoc} Documents first, then items, each in the order of the run. */
    @Override
    public void end(Consumer<Finding> findings) {
        if (items.isEmpty()) {
            return;
        }
        ItemIndex index = new ItemIndex(items);
        Set<ListedItem> answered = new HashSet<>();
        Set<String> found = new HashSet<>();
        List<SeenDocument> astray = new ArrayList<>();
        for (SeenDocument each : documents) {
            List<ListedItem> expected = index.of(each);
            if (expected.isEmpty()) {
                astray.add(each);
            }
            answered.addAll(expected);
            expected.forEach(item -> found.add(item.table()));
            late(each, expected, findings);
        }
        unexpected(astray, found, findings);
        for (ListedItem each : items) {
            empty(each, answered, found, findings);
            bases(each, findings);
        }
        for (ListedItem each : TownshipCopies.in(items)) {
            String body = String.join("、", each.bodies());
            report(hearing(each), "catalogue.township.copied", "", body, null, findings);
        }
    }

    /** The item with the longest time decides; where one of them cannot be counted, nothing is said. */
    private void late(SeenDocument document, List<ListedItem> expected, Consumer<Finding> findings) {
        LocalDate published = document.publishedOn();
        LocalDate written = document.writtenOn();
        if (published == null || written == null) {
            return;
        }
        LocalDate last = null;
        for (ListedItem each : expected) {
            LocalDate due = due(each, written);
            if (due == null) {
                return;
            }
            last = last == null || due.isAfter(last) ? due : last;
        }
        if (last != null && published.isAfter(last)) {
            report(
                    hearing(document),
                    "catalogue.document.late",
                    "/publishedOn",
                    published.toString(),
                    last.toString(),
                    findings);
        }
    }

    private @Nullable LocalDate due(ListedItem item, LocalDate written) {
        DisclosureLimit limit = item.limit();
        if (limit == null || limit.shape() != DisclosureLimit.Shape.AMOUNT || limit.reserved() || !item.onSite()) {
            return null;
        }
        DisclosureLimit.Start start = limit.start();
        boolean made = start == DisclosureLimit.Start.MADE
                || start == DisclosureLimit.Start.MADE_OR_CHANGED
                || start == DisclosureLimit.Start.MADE_OR_OBTAINED;
        return made ? limit.due(written, calendar) : null;
    }

    /** Only documents of bodies whose directory was found to be that of the site, and only those that name a column. */
    private void unexpected(List<SeenDocument> astray, Set<String> found, Consumer<Finding> findings) {
        Set<String> bodies = new LinkedHashSet<>();
        items.stream()
                .filter(each -> each.directory() && found.contains(each.table()))
                .forEach(each -> bodies.addAll(each.bodies()));
        for (SeenDocument each : astray) {
            String agency = each.agency();
            if (each.column() != null && agency != null && bodies.contains(agency)) {
                report(
                        hearing(each),
                        "directory.document.unexpected",
                        "/site/columnName",
                        each.column(),
                        null,
                        findings);
            }
        }
    }

    private void empty(ListedItem item, Set<ListedItem> answered, Set<String> found, Consumer<Finding> findings) {
        if (item.onSite() && found.contains(item.table()) && !answered.contains(item)) {
            String rule = item.directory() ? "directory.column.empty" : "catalogue.item.empty";
            report(hearing(item), rule, "", item.name(), null, findings);
        }
    }

    private void bases(ListedItem item, Consumer<Finding> findings) {
        for (int i = 0; i < item.bases().size(); i++) {
            LegalBasis each = item.bases().get(i);
            DocumentNumber number = DocumentKeys.regular(each.number());
            if (number != null && notInForce.find(digest(number)) >= 0 && inForce.find(digest(number)) < 0) {
                String rule = item.directory() ? "directory.basis.notInForce" : "catalogue.basis.notInForce";
                report(hearing(item), rule, "/bases/" + i, number.text(), null, findings);
            }
        }
    }

    private Hearing hearing(ListedItem item) {
        return new Hearing(settings, item.key(), item.dated(), at -> item.location());
    }

    private Hearing hearing(SeenDocument document) {
        return new Hearing(settings, document.key(), document.dated(), at -> document.location());
    }

    private static void report(
            Hearing hearing,
            String rule,
            String pointer,
            @Nullable String value,
            @Nullable String expected,
            Consumer<Finding> findings) {
        hearing.report(rule, pointer, value, expected);
        hearing.findings().forEach(findings);
    }

    @Override
    public List<SkippedRule> skipped() {
        List<SkippedRule> skipped = new ArrayList<>();
        Bilingual why = new Bilingual(
                "只核对了前" + MOST + "件文件和前" + MOST + "个目录事项",
                "only the first " + MOST + " documents and items were held against each other");
        if (!items.isEmpty() && (manyDocuments || manyItems)) {
            OF_DOCUMENTS.forEach(each -> skipped.add(new SkippedRule(each, why)));
        }
        if (manyItems) {
            OF_ITEMS.forEach(each -> skipped.add(new SkippedRule(each, why)));
        }
        return skipped;
    }
}
