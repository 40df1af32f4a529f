package org.gongkai.ingest.inventory;

import java.io.IOException;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.jspecify.annotations.Nullable;

/** An inventory or a file of explanations cannot be read as a whole; what it says beside that would be half the truth. */
public final class InventoryException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong; null in an exception that was serialized. */
    private final transient @Nullable SourceProblem problem;

    InventoryException(SourceProblem problem) {
        super(problem.location() + ": " + problem.rule() + (problem.value() == null ? "" : ": " + problem.value()));
        this.problem = problem;
    }

    /** More entries than are read: with some left out nobody can say what is missing. */
    static InventoryException tooManyRows(Location place, int most) {
        return new InventoryException(new SourceProblem("source.limit.reached", place, null, "≤ " + most));
    }

    /**
     * What is wrong, by the code of a rule of sources.
     *
     * @return the problem, or null in an exception that was serialized
     */
    public @Nullable SourceProblem problem() {
        return problem;
    }
}
