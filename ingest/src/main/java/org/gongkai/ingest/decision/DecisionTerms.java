package org.gongkai.ingest.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.LineBreaks;
import org.jspecify.annotations.Nullable;

/** The words that tables use for the terms of the lists. */
final class DecisionTerms {

    private static final DecisionTerms STANDARD = read();

    private final Map<String, String> terms;

    private DecisionTerms(Map<String, String> terms) {
        this.terms = terms;
    }

    static DecisionTerms standard() {
        return STANDARD;
    }

    private static DecisionTerms read() {
        Map<String, String> terms = new HashMap<>();
        for (Csv.Row row : Csv.shipped(
                DecisionTerms.class.getResourceAsStream("terms.csv"),
                "terms.csv",
                reader -> Csv.read(reader, "terms.csv", List.of("list", "text", "term")))) {
            terms.put(row.text("list") + ' ' + row.text("text"), row.text("term"));
        }
        return new DecisionTerms(Map.copyOf(terms));
    }

    /** The term of a list that a text stands for, or null. */
    @Nullable
    String term(String list, String text) {
        return terms.get(list + ' ' + LegacyText.withoutBlanks(text).replaceAll("[。.；;]$", ""));
    }

    @Nullable
    DecisionProcedure procedure(String text) {
        String term = term("procedures", text);
        return term == null ? null : DecisionProcedure.parse(term);
    }

    /** A text on one line, without blanks around it. */
    static String line(String text) {
        return LegacyText.stripUnseen(LineBreaks.joined(text, "\n", " "));
    }
}
