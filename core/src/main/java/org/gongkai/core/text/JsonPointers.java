package org.gongkai.core.text;

/** JSON Pointers (RFC 6901) as findings, ledgers and differences name places by. */
public final class JsonPointers {

    private JsonPointers() {}

    /**
     * A property's name as a step of a pointer, in which {@code ~} and {@code /} have a meaning of their own.
     *
     * @param name the name
     * @return the step without the {@code /} before it
     */
    public static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
