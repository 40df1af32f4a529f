package org.gongkai.validation.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.FieldPrint;
import org.gongkai.validation.key.RecordSightings;
import org.gongkai.validation.key.Sightings;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;

/**
 * Watches the records of one run for doubles: one record in two sources, two contents for one record, one index number on two
 * documents. Only what is proven to be one is taken for one: the same key and edition, and of a document without a number
 * the same content.
 *
 * <pre>{@code
 * DuplicateAudit audit = new DuplicateAudit(profile);
 * List<Finding> first = audit.see(document, Location.of("a.html"));  // empty
 * List<Finding> second = audit.see(document, Location.of("b.html")); // record.duplicate, which names a.html
 * boolean aside = audit.setsAside();                                 // true: the first one leaves
 * }</pre>
 *
 * <p>It keeps digests of what records say, and places, never a record: about a hundred bytes a record, so that a million
 * fit into a small heap. Not safe to use from several threads.
 */
public final class DuplicateAudit implements RecordAudit {

    private static final String WEAK_KEY = "title:";
    private static final String NUMBER_KEY = "number:";

    private final RuleSettings settings;
    private final ConflictChoice choice;
    private final RecordSightings seen = new RecordSightings();

    /** Of records in several sources: which sighting leaves. The key is the first sighting. */
    private final Map<Integer, Integer> leaders = new HashMap<>();

    private final Set<Long> displaced = new TreeSet<>();
    private final Sightings numbers = new Sightings();
    /** Numbers with titles, of documents whose number an earlier one with another title bears. */
    private final Sightings others = new Sightings();
    /** Numbers with titles and editions: of an edition that comes again. */
    private final Sightings editions = new Sightings();

    private boolean setsAside;

    /**
     * Begins an audit in which nothing has been seen; of two that conflict the one with the later publication date leaves.
     *
     * @param profile decides which of the rules run and how severely, not null
     */
    public DuplicateAudit(Profile profile) {
        this(profile, ConflictChoice.LATER_PUBLICATION);
    }

    /**
     * Begins an audit in which nothing has been seen.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param choice which of two records that conflict leaves, not null
     */
    public DuplicateAudit(Profile profile, ConflictChoice choice) {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.choice = Objects.requireNonNull(choice, "choice");
    }

    /** {@inheritDoc} Each finding names where the other record was first seen. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        Hearing hearing = new Hearing(settings, record.key(), record.datedOn(), pointer -> location);
        List<Integer> before = seen.of(record.key());
        FieldPrint print = FieldPrint.of(record);
        RecordSightings.Traits traits = traits(record);
        setsAside = false;
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        List<Integer> same = same(record, document != null, traits, print, before);
        boolean again = same.stream()
                .anyMatch(each -> seen.print(each).digest() == print.digest() && seen.hidden(each) == traits.hidden());
        int number = again
                ? seen.addAgain(record.key(), traits, print, location)
                : seen.add(record.key(), traits, print, location);
        if (!same.isEmpty()) {
            compare(record, print, number, same, hearing);
            return hearing.findings();
        }
        if (document != null) {
            List<Integer> redated = redated(document, traits, print, before);
            if (redated.isEmpty()) {
                seeDocument(document, before, location, hearing);
            } else {
                conflict(document, print, number, redated, hearing);
            }
        }
        return hearing.findings();
    }

    /** The sightings of the same record: the same edition, and where it has no number the same content. What nothing tells from others is none of them. */
    private List<Integer> same(
            DisclosureRecord record,
            boolean lenient,
            RecordSightings.Traits traits,
            FieldPrint print,
            List<Integer> before) {
        if (!record.identified()) {
            return List.of();
        }
        boolean weak = record.key().startsWith(WEAK_KEY);
        return before.stream()
                .filter(each -> seen.hasTitle(each, traits.title())
                        && seen.hasEdition(each, traits.edition(), lenient)
                        && (!weak || seen.print(each).digest() == print.digest()))
                .toList();
    }

    private static RecordSightings.Traits traits(DisclosureRecord record) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        Openness.Mode mode =
                record.openness() == null ? null : record.openness().mode();
        RecordField published = RecordKind.of(record).field("publishedOn");
        Object day = published == null ? null : published.read((Record) record);
        return new RecordSightings.Traits(
                document == null || document.title() == null ? "" : LegacyText.withoutBlanks(document.title()),
                record.edition(),
                day instanceof LocalDate date ? date : null,
                mode != null && mode != Openness.Mode.PROACTIVE);
    }

    /**
     * Tells whether the record that was seen last is to be set aside, since the same one leaves from another source.
     *
     * @return true when it is not to leave
     */
    public boolean setsAside() {
        return setsAside;
    }

    /**
     * The records that were to leave when they were seen, and that a later one took the place of: by their numbers among all
     * records seen, from 0.
     *
     * @return the numbers, in their order
     */
    public Set<Long> displaced() {
        return Set.copyOf(displaced);
    }

    // ---- one record in two sources

    private void compare(DisclosureRecord record, FieldPrint print, int number, List<Integer> same, Hearing hearing) {
        List<Integer> alike = same.stream()
                .filter(each -> seen.hidden(each) == seen.hidden(number))
                .toList();
        if (alike.size() < same.size()) {
            // What is not for everybody never takes the place of what is; where it stands is not said.
            hearing.report("record.openness.conflict", "/openness", String.valueOf(record.openness()), null);
        }
        if (alike.isEmpty()) {
            return;
        }
        for (int each : alike) {
            if (seen.print(each).digest() == print.digest()) {
                hearing.report("record.duplicate", "", name(record), seen.place(each));
                setsAside = true;
                return;
            }
        }
        int first = alike.get(0);
        int leader = leaders.getOrDefault(first, first);
        FieldPrint other = seen.print(leader);
        List<RecordField> differing = print.differences(record, other, true);
        int more = print.filled() - other.filled();
        if (differing.isEmpty() && more != 0) {
            // One says what the other says, and more.
            hearing.report("record.duplicate", "", name(record), seen.place(leader));
            lead(first, leader, number, more);
            return;
        }
        List<RecordField> named = differing.isEmpty() ? print.differences(record, other, false) : differing;
        tell(record, named, leader, hearing);
        lead(first, leader, number, choice.compare(seen.published(number), seen.published(leader)));
    }

    private static String name(DisclosureRecord record) {
        return record.designation() == null ? record.key() : record.designation();
    }

    /** @param wins more than 0 when the record seen last leaves in the place of the other, less when the other does */
    private void lead(int first, int leader, int number, int wins) {
        setsAside = wins < 0;
        if (wins > 0) {
            displaced.add((long) leader);
        }
        if (wins >= 0) {
            leaders.put(first, number);
        }
    }

    // ---- one document with two dates of writing

    /**
     * The sightings of the same document with another date of writing: a number with its year is given once, so the same number,
     * title and agencies are no new edition, as they are for an order, whose number may come again in each term.
     */
    private List<Integer> redated(
            OfficialDocument document, RecordSightings.Traits traits, FieldPrint print, List<Integer> before) {
        return !document.key().startsWith(NUMBER_KEY) || !ofOneYear(document)
                ? List.of()
                : before.stream()
                        .filter(each -> seen.hasTitle(each, traits.title())
                                && print.differences(document, seen.print(each), true).stream()
                                        .noneMatch(field -> field.name().equals("issuers")))
                        .toList();
    }

    private static boolean ofOneYear(OfficialDocument document) {
        DocumentNumber number = document.documentNumber();
        return number != null && number.year() != null;
    }

    /** Both leave: which date is right is for people to say. */
    private void conflict(
            OfficialDocument document, FieldPrint print, int number, List<Integer> others, Hearing hearing) {
        List<Integer> alike = others.stream()
                .filter(each -> seen.hidden(each) == seen.hidden(number))
                .toList();
        if (alike.size() < others.size()) {
            hearing.report("record.openness.conflict", "/openness", String.valueOf(document.openness()), null);
        }
        if (!alike.isEmpty()) {
            tell(document, print.differences(document, seen.print(alike.get(0)), true), alike.get(0), hearing);
        }
    }

    private void tell(DisclosureRecord record, List<RecordField> differing, int other, Hearing hearing) {
        hearing.report(
                "record.conflict",
                differing.isEmpty() ? "" : differing.get(0).pointer(),
                differing.isEmpty()
                        ? name(record)
                        : differing.stream().map(RecordField::name).collect(Collectors.joining(", ")),
                seen.place(other));
    }

    // ---- one number on two documents

    private void seeDocument(OfficialDocument document, List<Integer> before, Location location, Hearing hearing) {
        if (!before.isEmpty() && document.indexNumber() != null) {
            hearing.report(
                    "record.key.shared", "/indexNumber", document.indexNumber().text(), seen.place(before.get(0)));
        }
        DocumentNumber number = document.documentNumber();
        if (number == null || number.saysNone()) {
            return;
        }
        String title = document.title() == null ? "" : LegacyText.withoutBlanks(document.title());
        String text = LegacyText.withoutBlanks(number.text());
        int sameNumber = numbers.add(text, title, location);
        String edition = ofOneYear(document) && before.isEmpty() ? "" : document.edition();
        int sameEdition = editions.add(text + '\n' + title + '\n' + edition, "", location);
        if (sameNumber < 0) {
            return;
        }
        if (numbers.hasTitle(sameNumber, title)) {
            if (sameEdition >= 0) {
                suspect(document, numbers.place(sameNumber), hearing);
            }
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
