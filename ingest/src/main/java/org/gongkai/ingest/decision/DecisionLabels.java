package org.gongkai.ingest.decision;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.decision.DecisionProcedure;
import org.gongkai.core.decision.MaterialType;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.sheet.HeaderText;
import org.jspecify.annotations.Nullable;

/** What the headers of tables mean. */
final class DecisionLabels {

    private static final String MATERIAL = "material:";

    /** What a column can hold. */
    enum DecisionMeaning {
        NUMBER("number"),
        NAME("name"),
        KIND("decisionKind"),
        UNITS("units"),
        LEAD("lead"),
        PARTNERS("partners"),
        BASES("legalBases"),
        TIME("plannedTime"),
        PROCEDURES("procedures"),
        /** A procedure of its own, with a mark in the cell. */
        PROCEDURE("procedure"),
        STAGE("stage"),
        MATERIAL("material"),
        DOCUMENT_NUMBER("documentNumber"),
        ISSUED_ON("issuedOn"),
        CONTRIBUTOR("contributor"),
        TEXT("text"),
        ADOPTION("adoption"),
        REASON("reason"),
        COUNT("count"),
        NOTE("note"),
        IGNORED("-");

        private final String path;

        DecisionMeaning(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /**
     * What a header says.
     *
     * @param meaning what the column holds
     * @param material the type of material, for a column of links
     * @param procedure the procedure, for a column of marks
     */
    record Sense(
            DecisionMeaning meaning,
            @Nullable MaterialType material,
            @Nullable DecisionProcedure procedure) {

        static Sense of(DecisionMeaning meaning) {
            return new Sense(meaning, null, null);
        }
    }

    private record Label(boolean whole, String text, Sense sense) {}

    private final List<Label> labels;

    private DecisionLabels(List<Label> labels) {
        this.labels = labels;
    }

    static DecisionLabels read(Reader reader) throws IOException {
        List<Label> labels = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the labels", List.of("how", "label", "meaning"))) {
            String how = row.required("how");
            if (!how.equals("is") && !how.equals("has")) {
                throw row.wrong("how", how, "is or has");
            }
            Sense sense = sense(row.required("meaning"));
            if (sense == null) {
                throw row.wrong("meaning", row.required("meaning"), "a meaning of this library");
            }
            labels.add(new Label(how.equals("is"), HeaderText.plain(row.required("label")), sense));
        }
        return new DecisionLabels(List.copyOf(labels));
    }

    /** These labels, and before them the user's own; a label that is the whole header. */
    DecisionLabels after(Map<String, String> headers) {
        List<Label> all = new ArrayList<>();
        headers.forEach((header, meaning) -> {
            Sense sense = sense(meaning);
            if (sense == null) {
                throw new IllegalArgumentException(meaning);
            }
            all.add(new Label(true, HeaderText.plain(header), sense));
        });
        all.addAll(labels);
        return new DecisionLabels(List.copyOf(all));
    }

    static Set<String> meanings() {
        Set<String> meanings = new LinkedHashSet<>();
        for (DecisionMeaning each : DecisionMeaning.values()) {
            if (each != DecisionMeaning.MATERIAL && each != DecisionMeaning.PROCEDURE) {
                meanings.add(each.path());
            }
        }
        for (MaterialType.Type each : MaterialType.Type.values()) {
            meanings.add(MATERIAL + each.label());
        }
        return meanings;
    }

    private static @Nullable Sense sense(String meaning) {
        if (meaning.startsWith(MATERIAL)) {
            MaterialType type = MaterialType.parse(meaning.substring(MATERIAL.length()));
            return type.wellFormed() ? new Sense(DecisionMeaning.MATERIAL, type, null) : null;
        }
        return Arrays.stream(DecisionMeaning.values())
                .filter(each -> each != DecisionMeaning.MATERIAL
                        && each != DecisionMeaning.PROCEDURE
                        && each.path().equals(meaning))
                .findFirst()
                .map(Sense::of)
                .orElse(null);
    }

    /** What a header says, or null; below 决策程序 the name of a procedure is a column of marks. */
    @Nullable
    Sense sense(String header, @Nullable Sense above) {
        String bare = HeaderText.plain(header);
        if (above != null && above.meaning() == DecisionMeaning.PROCEDURES) {
            DecisionProcedure procedure = DecisionTerms.standard().procedure(bare);
            if (procedure != null) {
                return new Sense(DecisionMeaning.PROCEDURE, null, procedure);
            }
        }
        for (Label each : labels) {
            if (each.whole() ? bare.equals(each.text()) : bare.contains(each.text())) {
                return each.sense();
            }
        }
        return null;
    }
}
