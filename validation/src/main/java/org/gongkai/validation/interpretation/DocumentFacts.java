package org.gongkai.validation.interpretation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.FileType;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.source.Location;
import org.gongkai.validation.interpretation.WantingDocument.Reach;
import org.gongkai.validation.key.LongList;
import org.gongkai.validation.profile.InterpretationSettings;
import org.jspecify.annotations.Nullable;

/** What the documents of a run say that matters to whoever explains them. Not thread-safe. */
final class DocumentFacts {

    /** The most sentences of documents that are kept, four bytes each. */
    static final int MOST_SENTENCES = 4_000_000;

    private static final int NO_DAY = Integer.MIN_VALUE;
    private static final int LAPSED = 1;
    private static final int NOT_PUBLIC = 2;
    private static final int[] NONE = {};

    private final InterpretationSettings settings;
    private final LocalDate today;
    private final DocumentIndex index = new DocumentIndex();
    /** The day of publication and the flags of each document. */
    private final LongList facts = new LongList();

    private final List<int[]> sentences = new ArrayList<>();
    private final List<Wanting> wanting = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private int kept;
    private boolean cut;

    /** A document in force that is to be interpreted, or should be; with the word that tells. */
    record Wanting(
            int document,
            WantingDocument what,
            String key,
            @Nullable LocalDate date,
            Location location,
            @Nullable String word) {}

    private record Amendment(String target, LocalDate on, Location location) {}

    DocumentFacts(InterpretationSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    int add(OfficialDocument document, Location location) {
        int ordinal = index.add(document, location);
        boolean lapsed = lapsed(document);
        Openness.Mode mode =
                document.openness() == null ? null : document.openness().mode();
        boolean open = mode == null || mode == Openness.Mode.PROACTIVE;
        long day =
                document.publishedOn() == null ? NO_DAY : document.publishedOn().toEpochDay();
        facts.append(day << Integer.SIZE | (lapsed ? LAPSED : 0) | (open ? 0 : NOT_PUBLIC));
        String text = document.body() == null ? null : document.body().text();
        sentences(text);
        if (!lapsed && open) {
            wanting(document, ordinal, location);
        }
        amends(document, location);
        return ordinal;
    }

    private boolean lapsed(OfficialDocument document) {
        Validity.State state =
                document.validity() == null ? null : document.validity().state();
        return state == Validity.State.LAPSED
                || state == Validity.State.REPEALED
                || document.repealedOn() != null && !document.repealedOn().isAfter(today)
                || document.expiresOn() != null && document.expiresOn().isBefore(today);
    }

    private void sentences(@Nullable String text) {
        int[] prints = text == null ? NONE : SentencePrint.of(text);
        if (kept + prints.length > MOST_SENTENCES) {
            cut = true;
            prints = NONE;
        }
        kept += prints.length;
        sentences.add(prints.length == 0 ? NONE : prints);
    }

    private void wanting(OfficialDocument document, int ordinal, Location location) {
        FileType.Type type =
                document.fileType() == null ? null : document.fileType().type();
        String title = document.title();
        String word = title == null
                ? null
                : settings.publicEffect().stream()
                        .filter(title::contains)
                        .findFirst()
                        .orElse(null);
        Reach reach = type == FileType.Type.RULE
                ? Reach.RULE
                : type == FileType.Type.NORMATIVE || document.normativeNumber() != null
                        ? Reach.NORMATIVE
                        : word != null ? Reach.PUBLIC_EFFECT : null;
        if (reach == null || wanting.size() == PolicyAudit.MOST_RECORDS) {
            return;
        }
        Agency agency = document.agency();
        WantingDocument what = new WantingDocument(
                reach,
                document.publishedOn(),
                document.documentNumber() == null
                        ? null
                        : document.documentNumber().text(),
                title,
                agency == null ? null : agency.text(),
                document.sourceUrl(),
                location.toString());
        wanting.add(new Wanting(ordinal, what, document.key(), document.datedOn(), location, word));
    }

    private void amends(OfficialDocument document, Location location) {
        LocalDate on = document.publishedOn() == null ? document.writtenOn() : document.publishedOn();
        for (Relation each : document.relations()) {
            if (on != null
                    && each.type() != null
                    && each.type().type() == RelationType.Type.AMENDS
                    && each.target() != null
                    && amendments.size() < PolicyAudit.MOST_RECORDS) {
                amendments.add(new Amendment(each.target(), on, location));
            }
        }
    }

    int size() {
        return index.size();
    }

    DocumentIndex.Found find(PolicyReference reference, Location from, @Nullable Agency... agencies) {
        return index.find(reference, from, agencies);
    }

    boolean lapsed(int document) {
        return (facts.get(document) & LAPSED) != 0;
    }

    boolean notPublic(int document) {
        return (facts.get(document) & NOT_PUBLIC) != 0;
    }

    @Nullable
    LocalDate publishedOn(int document) {
        int day = (int) (facts.get(document) >> Integer.SIZE);
        return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
    }

    int[] sentences(int document) {
        return sentences.get(document);
    }

    /** Whether sentences of some documents were not kept. */
    boolean cut() {
        return cut;
    }

    List<Wanting> wanting() {
        return wanting;
    }

    /** The last day on which each document was amended by another of the run. */
    Map<Integer, LocalDate> amended() {
        Map<Integer, LocalDate> amended = new HashMap<>();
        for (Amendment each : amendments) {
            DocumentNumber number = DocumentNumber.parse(each.target());
            PolicyReference target = new PolicyReference(
                    number.wellFormed() ? number : null,
                    number.wellFormed() ? null : each.target(),
                    null,
                    each.target(),
                    null);
            DocumentIndex.Found found = find(target, each.location());
            if (found.one()) {
                amended.merge(found.document(), each.on(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return amended;
    }
}
