package org.gongkai.validation.obligation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body of the register.
 *
 * @param name its full name
 * @param kind what kind of body it is, in the words of the obligations: 部门, 街道 and the like
 * @param code its unified social credit code, or null
 * @param others other names and short forms
 * @param since the first year in which it was there, or null
 * @param until the last, or null
 */
public record RegisteredBody(
        String name,
        String kind,
        @Nullable String code,
        List<String> others,
        @Nullable Integer since,
        @Nullable Integer until) {

    /** Creates a body. */
    public RegisteredBody {
        others = List.copyOf(others);
    }

    /**
     * Whether it was there in a year.
     *
     * @param year the year
     * @return false before its first and after its last
     */
    public boolean existsIn(int year) {
        return (since == null || year >= since) && (until == null || year <= until);
    }
}
