package org.gongkai.ingest.assistance;

import java.util.Set;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.jspecify.annotations.Nullable;

/** A line in the making: an amount and what it is for. */
record Draft(
        AmountText.Part part,
        AssistanceItem item,
        @Nullable Residence residence,
        @Nullable SupportWay support,
        Set<String> grades) {

    /** Whether it is for the same as a line. */
    boolean fits(AssistanceStandard line) {
        return item.equals(line.item())
                && residence == line.residence()
                && support == line.support()
                && grades.equals(line.grades())
                && (part.unit() == null || part.unit() == line.unit());
    }
}
