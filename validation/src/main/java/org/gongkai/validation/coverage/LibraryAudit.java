package org.gongkai.validation.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.inventory.Inventory;
import org.gongkai.core.inventory.InventoryEntry;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.Location;
import org.gongkai.validation.RecordAudit;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.profile.SkippedRule;
import org.gongkai.validation.rule.Rule;
import org.gongkai.validation.rule.RuleCatalogue;
import org.gongkai.validation.rule.Severity;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a site holds the normative documents (行政规范性文件) that the library holds, in number and content: the records of the run
 * are the site, the list is the library.
 *
 * <pre>{@code
 * LibraryAudit audit = new LibraryAudit(profile, InventoryReader.of(Path.of("library-package")));
 * documents.forEach(each -> audit.see(each, Location.of("a.html")));
 * audit.end(findings::add);
 * }</pre>
 *
 * <p>A document of the site and one of the library are taken for one as {@link CoverageAudit} takes them. Other documents than normative
 * ones are passed over, unless the other side calls them normative; where the library says of none what it is, all of it is taken for
 * normative. What is not open to all is passed over on both sides. Differing is what both sides give and not alike. It keeps digests and titles, of
 * at most {@value #MOST} documents on either side. Not safe to use from several threads.
 */
public final class LibraryAudit implements RecordAudit {

    private static final int MOST = 200_000;

    private static final String RULES = "library.";

    private static final Bilingual NOT_GIVEN = new Bilingual("没有提供文件库的清单", "no list of the library was given");
    private static final Bilingual EMPTY = new Bilingual("文件库的清单中没有文件", "the list of the library names no document");
    private static final Bilingual TOO_MANY = new Bilingual(
            "网站文件超过 " + MOST + " 件，没有核对",
            "the site has more than " + MOST + " documents; they were not held against it");

    private final RuleSettings settings;
    private final boolean given;
    private final InventoryIndex index = new InventoryIndex();
    private final List<Held> library = new ArrayList<>();
    private final List<Shown> site = new ArrayList<>();
    private final Location at;
    private boolean tooMany;
    private boolean saysKinds;

    /** A document of the library. */
    private record Held(
            String name,
            @Nullable LocalDate dated,
            Location location,
            boolean normative,
            boolean open,
            DocumentContent content) {}

    /** A document of the site. */
    private record Shown(
            String key,
            String name,
            @Nullable LocalDate dated,
            Location location,
            boolean normative,
            DocumentKeys keys,
            DocumentContent content) {}

    /**
     * Begins an audit.
     *
     * @param profile decides which of the rules run and how severely, not null
     * @param library what the library holds, or null when nobody knows: then nothing is said; it is read now
     * @throws IOException when the library cannot be read or holds more than 200,000 documents
     */
    public LibraryAudit(Profile profile, @Nullable Inventory library) throws IOException {
        this.settings = new RuleSettings(RuleCatalogue.standard(), profile);
        this.given = library != null;
        this.at = Location.of(library == null ? "" : library.name());
        if (library != null) {
            try {
                library.read(this::hold);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            index.seal();
        }
    }

    private void hold(InventoryEntry entry) {
        if (library.size() == MOST) {
            throw new UncheckedIOException(new IOException(
                    entry.location() + ": the library has more than " + MOST + " documents; check it in parts"));
        }
        OfficialDocument document = entry.document();
        DocumentKeys keys = DocumentKeys.ofEntry(document);
        GapReason closed = CoverageAudit.closed(entry);
        index.add(keys, closed, false);
        saysKinds |= document.fileType() != null || document.normativeNumber() != null;
        library.add(new Held(
                CoverageAudit.name(document),
                document.datedOn(),
                entry.location(),
                DocumentContent.normative(document),
                closed == null,
                DocumentContent.of(document, keys)));
    }

    /** {@inheritDoc} All shows at the end. */
    @Override
    public List<Finding> see(DisclosureRecord record, Location location) {
        OfficialDocument document =
                given ? RecordKind.of(OfficialDocument.class).as(record) : null;
        Openness.Mode mode = document == null || document.openness() == null
                ? null
                : document.openness().mode();
        if (document == null || mode == Openness.Mode.ON_APPLICATION || mode == Openness.Mode.NOT_DISCLOSED) {
            return List.of();
        }
        if (site.size() == MOST) {
            tooMany = true;
            return List.of();
        }
        DocumentKeys keys = DocumentKeys.ofRecord(document, location);
        String name = CoverageAudit.name(document);
        site.add(new Shown(
                document.key(),
                name.isEmpty() ? document.key() : name,
                document.datedOn(),
                location,
                DocumentContent.normative(document),
                keys,
                DocumentContent.of(document, keys)));
        return List.of();
    }

    /** {@inheritDoc} Better {@link #end(Consumer)}, where much may differ. */
    @Override
    public List<Finding> end() {
        List<Finding> findings = new ArrayList<>();
        end(findings::add);
        return List.copyOf(findings);
    }

    /** {@inheritDoc} The documents of the site come first, then what is missing there, then the numbers. */
    @Override
    public void end(Consumer<Finding> findings) {
        if (why() != null) {
            return;
        }
        InventoryIndex.Answer[] answers = answers();
        long shown = 0;
        boolean[] met = new boolean[library.size()];
        for (int i = 0; i < answers.length; i++) {
            shown += holdAgainst(site.get(i), answers[i], met, findings) ? 1 : 0;
        }
        long held = 0;
        for (int i = 0; i < met.length; i++) {
            held += met[i] || missing(i, findings) ? 1 : 0;
        }
        if (shown != held) {
            report("library.count.differs", null, String.valueOf(shown), String.valueOf(held), at, findings);
        }
    }

    /** Why nothing is held against the library, or null. */
    private @Nullable Bilingual why() {
        if (!given) {
            return NOT_GIVEN;
        }
        return library.isEmpty() ? EMPTY : tooMany ? TOO_MANY : null;
    }

    private InventoryIndex.Answer[] answers() {
        InventoryIndex.Answer[] answers = new InventoryIndex.Answer[site.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = index.look(site.get(i).keys());
        }
        for (int round = 0; round < InventoryIndex.ROUNDS; round++) {
            for (int i = 0; i < answers.length; i++) {
                if (answers[i].fate() == InventoryIndex.Fate.LATER) {
                    answers[i] = index.lookAgain(site.get(i).keys(), round);
                }
            }
        }
        return answers;
    }

    /** Whether a document of the site counts as a normative one; a second page of one document does not. */
    private boolean holdAgainst(Shown shown, InventoryIndex.Answer answer, boolean[] met, Consumer<Finding> findings) {
        if (answer.fate() == InventoryIndex.Fate.EXTRA) {
            if (shown.normative()) {
                report(shown, "library.document.extra", shown.name(), null, findings);
            }
            return shown.normative();
        }
        if (answer.fate() == InventoryIndex.Fate.AGAIN) {
            return false;
        }
        Held held = library.get(answer.row());
        if (!shown.normative() && !normative(held)) {
            return false;
        }
        met[answer.row()] = true;
        List<String> differing = shown.content().differences(held.content());
        if (!differing.isEmpty()) {
            String place = held.location().toString();
            report(shown, "library.document.differs", String.join(", ", differing), place, findings);
        }
        return true;
    }

    private boolean normative(Held held) {
        return held.normative() || !saysKinds;
    }

    /** Whether a document of the library ought to be on the site and is not. */
    private boolean missing(int row, Consumer<Finding> findings) {
        Held held = library.get(row);
        if (index.unusable(row) || index.repeated(row) || index.found(row) || !held.open() || !normative(held)) {
            return false;
        }
        report("library.document.missing", held.dated(), held.name(), null, held.location(), findings);
        return true;
    }

    private void report(Shown shown, String rule, String value, @Nullable String expected, Consumer<Finding> findings) {
        Hearing hearing = new Hearing(settings, shown.key(), shown.dated(), at -> shown.location());
        hearing.report(rule, "", value, expected);
        hearing.findings().forEach(findings);
    }

    private void report(
            String rule,
            @Nullable LocalDate date,
            String value,
            @Nullable String expected,
            Location location,
            Consumer<Finding> findings) {
        Severity severity = settings.severity(rule, date);
        if (severity != null) {
            findings.accept(Finding.beyondRecords(settings.rule(rule), severity, value, expected, location));
        }
    }

    @Override
    public List<SkippedRule> skipped() {
        Bilingual why = why();
        List<SkippedRule> skipped = new ArrayList<>();
        for (Rule each : RuleCatalogue.standard().rules()) {
            if (each.code().startsWith(RULES) && why != null) {
                skipped.add(new SkippedRule(each.code(), why));
            }
        }
        return List.copyOf(skipped);
    }
}
