package org.gongkai.validation.rules;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.DisclosureRecord;

/**
 * What one kind of record asks beside the constraints on its components: rules over several fields, and the elements that the
 * figures count. What every kind has, personal data and unknown properties, is no business of these rules.
 *
 * @param <R> the type of the records
 */
public interface KindRules<R extends DisclosureRecord> {

    /** The elements of the kind, in the order of the record. */
    List<Element<R>> elements();

    /** Reports what is wrong with a record on a day. */
    void check(R record, LocalDate today, Hearing hearing);
}
