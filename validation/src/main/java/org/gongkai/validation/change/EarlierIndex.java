package org.gongkai.validation.change;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.index.DigestIndex;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.key.LongList;
import org.jspecify.annotations.Nullable;

/**
 * The records of an earlier set by what they are known by, with what their fields said. A record is known for sure by its key and
 * edition; a document that got its index number since, or another day of writing, is known by what is left of its key, as long as
 * it is the only one.
 */
final class EarlierIndex {

    /** Stands before what a document with a number is called without it, and before what one without a number is. */
    private static final String NUMBERED = "with ";

    private static final String BARE = "without ";

    private final DigestIndex sure = new DigestIndex();
    private final BitSet doubled = new BitSet();
    private final LongList starts = new LongList();
    private final LongList states = new LongList();

    private final DigestIndex likely = new DigestIndex();
    private final LongList likelyOwner = new LongList();
    private final BitSet likelyShared = new BitSet();

    private final BitSet met = new BitSet();
    private final BitSet metLikely = new BitSet();
    private final BitSet metAgain = new BitSet();

    /** The earlier record that a later one is, by its number, and whether that is sure. */
    record Met(int number, boolean sure) {}

    void add(DisclosureRecord record, ChangingFields fields) {
        int before = sure.add(id(record));
        if (before >= 0) {
            doubled.set(before);
            return;
        }
        int number = sure.size() - 1;
        starts.append(states.size());
        for (long each : states(record, fields)) {
            states.append(each);
        }
        for (Digest128 each : likelyIds(record, NUMBERED, BARE)) {
            int shared = likely.add(each);
            if (shared < 0) {
                likelyOwner.append(number);
            } else if (likelyOwner.get(shared) != number) {
                likelyShared.set(shared);
            }
        }
    }

    static long[] states(DisclosureRecord record, ChangingFields fields) {
        return fields.fields().stream()
                .mapToLong(each -> FieldState.of(each.path(), (Record) record))
                .toArray();
    }

    long state(int number, int field) {
        return states.get((int) starts.get(number) + field);
    }

    int find(DisclosureRecord record) {
        return sure.find(id(record));
    }

    /** Meets a record of the later set; null when the earlier one does not have it, or nothing can be told from it. */
    @Nullable
    Met meet(DisclosureRecord record) {
        int number = find(record);
        if (number >= 0) {
            boolean again = met.get(number);
            met.set(number);
            return again || doubled.get(number) ? null : new Met(number, true);
        }
        for (Digest128 each : likelyIds(record, BARE, NUMBERED)) {
            int known = likely.find(each);
            if (known >= 0 && !likelyShared.get(known)) {
                int owner = (int) likelyOwner.get(known);
                if (metLikely.get(owner)) {
                    metAgain.set(owner);
                }
                metLikely.set(owner);
                return doubled.get(owner) ? null : new Met(owner, false);
            }
        }
        return null;
    }

    /** Whether no record of the later set is this one. */
    boolean unmet(int number) {
        return !met.get(number) && !metLikely.get(number);
    }

    /** Whether one record of the later set alone may be this one, none being so for sure. */
    boolean onlyMet(int number) {
        return !met.get(number) && !metAgain.get(number);
    }

    boolean anyUnmet() {
        BitSet all = (BitSet) met.clone();
        all.or(metLikely);
        return all.cardinality() < sure.size();
    }

    private static Digest128 id(DisclosureRecord record) {
        return id(record, record.key() + '\n' + record.edition());
    }

    private static Digest128 id(DisclosureRecord record, String name) {
        return Digest128.of(RecordKind.of(record).code() + '\n' + name);
    }

    /**
     * What else a document is known by: its key without the edition, the key without its index number, and without its number,
     * which one of two must lack: of two that both have one, other numbers are other documents.
     */
    private static List<Digest128> likelyIds(DisclosureRecord record, String numbered, String bare) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        if (document == null) {
            return List.of();
        }
        OfficialDocument unindexed =
                OfficialDocumentBuilder.builder(document).indexNumber(null).build();
        List<Digest128> ids = new ArrayList<>();
        ids.add(id(document, document.key()));
        ids.add(id(document, unindexed.key()));
        if (document.documentNumber() == null) {
            ids.add(id(document, bare + unindexed.key()));
        } else {
            OfficialDocument unnumbered = OfficialDocumentBuilder.builder(unindexed)
                    .documentNumber(null)
                    .build();
            ids.add(id(document, numbered + unnumbered.key()));
        }
        return ids;
    }
}
