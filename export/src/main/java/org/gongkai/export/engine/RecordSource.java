package org.gongkai.export.engine;

import java.util.function.Function;
import java.util.function.Predicate;
import org.gongkai.core.DisclosureRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of a format can take its value from: a component of a record, a part of one, or a named derivation.
 *
 * @param path the name in profiles, such as {@code title} or {@code issuers[0]}
 * @param element the component that the value belongs to
 * @param read gives the value: null, a text, code, date or number, or a list of these
 * @param part how much of the component the value is
 */
public record RecordSource(String path, Element element, Function<RecordView, @Nullable Object> read, Part part) {

    /** How much of a component a value is. */
    enum Part {
        /** All of it. */
        WHOLE,
        /** The first of a list: all of it when the list has one entry. */
        FIRST,
        /** Something computed from it, which stands for nothing of it. */
        DERIVED
    }

    /**
     * A component of a record, or the component of one, for the account of what a format cannot carry.
     *
     * @param path the canonical path
     * @param label the Chinese name
     * @param index the place among the {@linkplain KindSources#elements() elements of the kind}
     * @param present tells whether a record has it
     */
    public record Element(String path, String label, int index, Predicate<DisclosureRecord> present) {}

    /** Tells whether writing this value leaves nothing of the component behind. */
    boolean whole(RecordView view) {
        return switch (part) {
            case WHOLE -> true;
            case FIRST -> view.document() != null && view.document().issuers().size() == 1;
            case DERIVED -> false;
        };
    }

    /** Tells whether the value is HTML already. */
    boolean html() {
        return path.equals("body.html");
    }
}
