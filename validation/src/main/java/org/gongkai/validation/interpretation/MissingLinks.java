package org.gongkai.validation.interpretation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.interpretation.PolicyInterpretation;
import org.gongkai.core.interpretation.PolicyReference;

/**
 * The links between documents and interpretations of one run that stand on one side only: what the other side would say. Records
 * are named by their place among those of their kind, in the order in which the audit saw them, so that little is kept.
 *
 * <p>Not safe to use from several threads.
 */
public final class MissingLinks {

    /** The most links of either side. */
    private static final int MOST_LINKS = PolicyAudit.MOST_RECORDS;

    private final Map<Integer, List<Missing>> ofDocuments = new HashMap<>();
    private final Map<Integer, List<Missing>> ofInterpretations = new HashMap<>();
    private int count;

    /**
     * A link that a record lacks.
     *
     * @param from the place of the record that has it, among those of its own kind
     * @param link what it would say: a {@link Relation} of a document, a {@link PolicyReference} of an interpretation
     */
    public record Missing(int from, Record link) {}

    MissingLinks() {}

    /** What names a document best. */
    static PolicyReference to(OfficialDocument document) {
        return new PolicyReference(
                document.documentNumber(), document.title(), document.indexNumber(), document.sourceUrl(), null);
    }

    void ofDocument(int document, int interpretation, PolicyInterpretation record) {
        String target = record.sourceUrl() == null ? record.title() : record.sourceUrl();
        if (target != null && count < MOST_LINKS) {
            count++;
            Relation link = new Relation(RelationType.of(RelationType.Type.INTERPRETATION), target);
            ofDocuments.computeIfAbsent(document, each -> new ArrayList<>()).add(new Missing(interpretation, link));
        }
    }

    void ofInterpretation(int interpretation, int document, PolicyReference link) {
        if (count < MOST_LINKS) {
            count++;
            ofInterpretations
                    .computeIfAbsent(interpretation, each -> new ArrayList<>())
                    .add(new Missing(document, link));
        }
    }

    /**
     * Whether no link is missing.
     *
     * @return true when there is nothing to be filled in
     */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * The links that a document lacks.
     *
     * @param place its place among the documents, counted from 0
     * @return relations to interpretations
     */
    public List<Missing> ofDocument(int place) {
        return List.copyOf(ofDocuments.getOrDefault(place, List.of()));
    }

    /**
     * The links that an interpretation lacks.
     *
     * @param place its place among the interpretations, counted from 0
     * @return references to documents
     */
    public List<Missing> ofInterpretation(int place) {
        return List.copyOf(ofInterpretations.getOrDefault(place, List.of()));
    }
}
