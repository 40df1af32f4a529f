package org.gongkai.validation.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which of two records leaves that are one by their number and say different things. Both stay available: the other's source is
 * kept in its raw form. The order of files never decides; where the rule does not tell the two apart, both leave.
 */
public enum ConflictChoice {
    /** The one with the later publication date. */
    LATER_PUBLICATION {
        @Override
        int compare(@Nullable LocalDate one, @Nullable LocalDate other) {
            return one == null || other == null ? 0 : one.compareTo(other);
        }
    },
    /** The one with the earlier publication date. */
    EARLIER_PUBLICATION {
        @Override
        int compare(@Nullable LocalDate one, @Nullable LocalDate other) {
            return one == null || other == null ? 0 : other.compareTo(one);
        }
    },
    /** Both, until somebody has mended the sources. */
    BOTH {
        @Override
        int compare(@Nullable LocalDate one, @Nullable LocalDate other) {
            return 0;
        }
    };

    /** More than 0 when the first leaves, less when the other does, 0 when both do. */
    abstract int compare(@Nullable LocalDate one, @Nullable LocalDate other);
}
