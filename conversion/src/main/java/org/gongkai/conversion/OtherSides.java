package org.gongkai.conversion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.source.Mapped;
import org.gongkai.ingest.source.Reason;
import org.gongkai.validation.interpretation.MissingLinks;
import org.gongkai.validation.interpretation.MissingLinks.Missing;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what one side of a link says and the other lacks, between documents and interpretations. It is known when all were
 * read, so it is filled in on a second reading. Records are judged as they stand in their sources all the same.
 */
final class OtherSides {

    private static final RecordKind<OfficialDocument> DOCUMENTS = RecordKind.of(OfficialDocument.class);
    private static final RecordKind<PolicyInterpretation> INTERPRETATIONS = RecordKind.of(PolicyInterpretation.class);

    /** What a first reading found missing; null in the first reading. */
    private final @Nullable OtherSides known;

    private final BitSet withheldDocuments = new BitSet();
    private final BitSet withheldInterpretations = new BitSet();
    private @Nullable MissingLinks missing;
    private int documents;
    private int interpretations;

    OtherSides(@Nullable OtherSides known) {
        this.known = known;
    }

    /** Takes note of the links that are missing, when all records were seen. */
    void found(MissingLinks links) {
        missing = links;
    }

    /** Whether there is anything to be filled in. */
    boolean any() {
        return missing != null && !missing.isEmpty();
    }

    /**
     * The record with the links that it lacks; one that stays out of the package gets none, and none leads to it.
     *
     * @param withheld whether the record stays out
     */
    Mapped filled(Mapped mapped, boolean withheld) {
        OfficialDocument document = DOCUMENTS.as(mapped.record());
        if (document != null) {
            withheldDocuments.set(documents, withheld);
            List<Missing> links = links(true, documents++);
            return withheld ? mapped : with(DOCUMENTS, document, "relations", links, mapped);
        }
        PolicyInterpretation interpretation = INTERPRETATIONS.as(mapped.record());
        if (interpretation != null) {
            withheldInterpretations.set(interpretations, withheld);
            List<Missing> links = links(false, interpretations++);
            return withheld ? mapped : with(INTERPRETATIONS, interpretation, "interprets", links, mapped);
        }
        return mapped;
    }

    private List<Missing> links(boolean ofDocument, int place) {
        OtherSides before = known;
        if (before == null || before.missing == null) {
            return List.of();
        }
        BitSet kept = ofDocument ? before.withheldInterpretations : before.withheldDocuments;
        List<Missing> all = ofDocument ? before.missing.ofDocument(place) : before.missing.ofInterpretation(place);
        return all.stream().filter(each -> !kept.get(each.from())).toList();
    }

    private static <R extends DisclosureRecord> Mapped with(
            RecordKind<R> kind, R record, String path, List<Missing> links, Mapped mapped) {
        RecordField field = kind.field(path);
        if (links.isEmpty() || field == null) {
            return mapped;
        }
        List<Object> all = new ArrayList<>((List<?>) field.read((Record) (Object) record));
        List<LedgerEntry> ledger = new ArrayList<>(mapped.ledger());
        for (Missing each : links) {
            ledger.add(new LedgerEntry(
                    mapped.origin(),
                    FieldFate.DEFAULTED,
                    null,
                    field.pointer() + '/' + all.size(),
                    shown(each.link()),
                    List.of(Reason.FROM_OTHER_SIDE.code())));
            all.add(each.link());
        }
        return new Mapped(
                kind.with(record, path, all),
                ledger,
                mapped.problems(),
                mapped.origin(),
                mapped.raw(),
                mapped.attachedFiles(),
                mapped.notAsked());
    }

    private static String shown(Record link) {
        return link instanceof Relation relation ? String.valueOf(relation.target()) : ((PolicyReference) link).shown();
    }
}
