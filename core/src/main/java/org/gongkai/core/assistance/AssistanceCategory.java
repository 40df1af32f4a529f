package org.gongkai.core.assistance;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A heading under which standards are published, such as 城市低保.
 *
 * @param name the heading
 * @param cells what it takes in
 */
public record AssistanceCategory(String name, Set<Cell> cells) {

    /**
     * An item and a residence.
     *
     * @param item the item
     * @param residence {@link Residence#URBAN} or {@link Residence#RURAL} for an item that the scheme splits by
     *     residence, {@link Residence#UNIFIED} for one that it does not
     */
    public record Cell(AssistanceItem item, Residence residence) {}

    public AssistanceCategory {
        cells = Collections.unmodifiableSet(new LinkedHashSet<>(cells));
    }
}
