package org.gongkai.core.decision;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * The materials that a catalogue gathers for each matter, and from which stage on each is demanded. {@link #standard()}
 * ships with this library; a place with a table of its own reads it with {@link #read(Reader, String)}.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class MaterialCatalogue {

    private static final String RESOURCE = "materials.csv";
    private static final List<String> COLUMNS =
            List.of("type", "need", "stage", "procedure", "duty", "basis", "evidence");

    private final List<RequiredMaterial> materials;

    private MaterialCatalogue(List<RequiredMaterial> materials) {
        this.materials = List.copyOf(materials);
    }

    /**
     * What Laoshan District asks for: draft, explanation, background, opinions and result of every matter; risk
     * assessment and review by experts as appropriate (青崂政办字〔2023〕13号, item 8).
     *
     * @return the catalogue; read anew at each call, so keep it
     */
    public static MaterialCatalogue standard() {
        return Csv.shipped(
                MaterialCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE, reader -> read(reader, RESOURCE));
    }

    /**
     * Reads a catalogue from a table with the columns {@code type}, {@code need} (ALWAYS or SOMETIMES), {@code stage},
     * {@code procedure}, {@code duty}, {@code basis} and {@code evidence}; types, stages and procedures stand there by
     * their Chinese labels. Lines that begin with {@code #} are comments.
     *
     * @param reader the table, UTF-8 text with commas, quoted where needed
     * @param source its name, for messages
     * @return the catalogue
     * @throws IOException when the text cannot be read or has another form, or a type stands twice; the message names
     *     file, line, column, value and what was expected
     */
    public static MaterialCatalogue read(Reader reader, String source) throws IOException {
        Map<MaterialType.Type, RequiredMaterial> materials = new EnumMap<>(MaterialType.Type.class);
        for (Csv.Row row : Csv.read(reader, source, COLUMNS)) {
            RequiredMaterial material = material(row);
            if (materials.put(material.type(), material) != null) {
                throw row.wrong("type", material.type().label(), "a type that no line above has");
            }
        }
        return new MaterialCatalogue(List.copyOf(materials.values()));
    }

    private static RequiredMaterial material(Csv.Row row) throws IOException {
        MaterialType.Type type = MaterialType.parse(row.required("type")).type();
        if (type == null) {
            throw row.wrong("type", row.required("type"), "the label of a type of material");
        }
        DecisionStage.Step stage = DecisionStage.parse(row.required("stage")).step();
        if (stage == null) {
            throw row.wrong("stage", row.required("stage"), "the label of a stage");
        }
        String procedure = row.text("procedure");
        DecisionProcedure.Step step =
                procedure == null ? null : DecisionProcedure.parse(procedure).step();
        if (procedure != null && step == null) {
            throw row.wrong("procedure", procedure, "the label of a procedure, or nothing");
        }
        row.required("need");
        row.required("evidence");
        try {
            return new RequiredMaterial(
                    type,
                    Objects.requireNonNull(row.oneOf(RequiredMaterial.Need.class, "need")),
                    stage,
                    step,
                    row.text("duty"),
                    row.required("basis"),
                    Objects.requireNonNull(row.oneOf(Evidence.class, "evidence")));
        } catch (IllegalArgumentException e) {
            throw row.wrong(e);
        }
    }

    /**
     * Every demand.
     *
     * @return the materials in the order of {@link MaterialType.Type}
     */
    public List<RequiredMaterial> materials() {
        return materials;
    }

    /**
     * The demand for a type.
     *
     * @param type the type, or null
     * @return the demand, or null when the catalogue asks for none
     */
    public @Nullable RequiredMaterial find(MaterialType.@Nullable Type type) {
        return materials.stream()
                .filter(each -> each.type() == type)
                .findFirst()
                .orElse(null);
    }
}
