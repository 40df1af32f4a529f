package org.gongkai.validation;

import java.util.List;
import java.util.function.Predicate;

/**
 * An element of a kind of record, and when it must be there.
 *
 * @param name the JSON name
 * @param present tells whether a record has it
 * @param demands the rules that report its absence, each with its condition
 * @param hasForm whether a rule of regularity looks at it
 * @param <R> the kind of record
 */
record Element<R>(String name, Predicate<R> present, List<Demand<R>> demands, boolean hasForm) {

    /** A rule that demands an element, of the records that the condition fits. */
    record Demand<R>(String rule, Predicate<R> when) {}
}
