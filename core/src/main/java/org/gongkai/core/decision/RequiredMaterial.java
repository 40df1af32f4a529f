package org.gongkai.core.decision;

import java.util.Objects;
import org.gongkai.core.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A material that a matter must show, and from when on.
 *
 * @param type what it is
 * @param need whether every matter has it
 * @param stage the stage from which on it is demanded
 * @param procedure the procedure that brings it about, or null; what only some matters need is demanded of those whose
 *     catalogue names this procedure
 * @param duty the id of the time limit within which it follows the decision, or null
 * @param basis the text and article
 * @param evidence how well type, need and stage are known
 */
public record RequiredMaterial(
        MaterialType.Type type,
        Need need,
        DecisionStage.Step stage,
        DecisionProcedure.@Nullable Step procedure,
        @Nullable String duty,
        String basis,
        Evidence evidence) {

    /** Who must have it. */
    public enum Need {
        /** Every matter. */
        ALWAYS,
        /** Some, as appropriate (视情). */
        SOMETIMES
    }

    /**
     * Creates a demand.
     *
     * @throws NullPointerException when a component that is not marked nullable is null
     * @throws IllegalArgumentException when the material is needed sometimes and no procedure says when
     */
    public RequiredMaterial {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(evidence, "evidence");
        if (need == Need.SOMETIMES && procedure == null) {
            throw new IllegalArgumentException("material " + type.label()
                    + " is needed sometimes and names no procedure; expected the procedure that brings it about");
        }
    }

    /**
     * Tells whether a matter must show it by now.
     *
     * @param matter the matter
     * @return true when the matter has reached the stage and, where only some need it, names the procedure
     */
    public boolean demandedOf(DecisionMatter matter) {
        DecisionStage.Step reached = matter.step();
        return reached != null
                && reached.rank() >= stage.rank()
                && (need == Need.ALWAYS || matter.procedures().stream().anyMatch(each -> each.step() == procedure));
    }
}
