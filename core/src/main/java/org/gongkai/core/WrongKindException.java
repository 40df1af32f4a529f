package org.gongkai.core;

import java.util.Objects;

/** JSON that was read as one kind of record bears the name of another kind. */
public final class WrongKindException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String given;
    private final String expected;

    WrongKindException(String given, String expected) {
        super("kind is \"" + given + "\" where \"" + expected + "\" is expected");
        this.given = Objects.requireNonNull(given);
        this.expected = Objects.requireNonNull(expected);
    }

    /**
     * The name that stands in the JSON.
     *
     * @return the name; not always that of a kind
     */
    public String given() {
        return given;
    }

    /**
     * The name of the kind that was asked for.
     *
     * @return the name, such as {@code document}
     */
    public String expected() {
        return expected;
    }
}
