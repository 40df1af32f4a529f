package org.gongkai.validation.finding;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The elements of one record, by JSON name, in the order of the record: what the figures of completeness (要素齐全)
 * and regularity (格式规范) are counted from.
 *
 * @param required the elements that this record must have under the profile; what depends on other elements is in it
 *     only where its condition holds
 * @param missing those of the required that are absent or blank
 * @param checked the elements that are present and have a form that a rule looks at, and those that the source has in a
 *     form that cannot be read
 * @param irregular those of the checked in whose form an error or a warning was found
 */
public record Elements(List<String> required, List<String> missing, List<String> checked, List<String> irregular) {

    /**
     * Creates the account of a record's elements.
     *
     * @throws NullPointerException when a list is null
     */
    public Elements {
        required = List.copyOf(required);
        missing = List.copyOf(missing);
        checked = List.copyOf(checked);
        irregular = List.copyOf(irregular);
    }

    /**
     * These elements, and others that the source has in a form that could not be read: each counts as checked and
     * irregular.
     *
     * @param unreadable their JSON names
     * @return the elements together
     */
    public Elements withUnreadable(Collection<String> unreadable) {
        return new Elements(required, missing, and(checked, unreadable), and(irregular, unreadable));
    }

    /** These elements without the demand for some, which stand at JSON Pointers. */
    Elements without(Set<String> pointers) {
        return new Elements(asked(required, pointers), asked(missing, pointers), checked, irregular);
    }

    private static List<String> asked(List<String> names, Set<String> notAsked) {
        return names.stream().filter(each -> !notAsked.contains('/' + each)).toList();
    }

    private static List<String> and(List<String> names, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(more);
        return List.copyOf(all);
    }
}
