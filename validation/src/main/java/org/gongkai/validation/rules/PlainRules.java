package org.gongkai.validation.rules;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;

/**
 * The rules of a kind whose constraints say all that is asked of a record.
 *
 * @param <R> the type of the records
 */
public final class PlainRules<R extends DisclosureRecord> implements KindRules<R> {

    private final List<Element<R>> elements;

    public PlainRules(Class<R> type, Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(type), profile).elements();
    }

    @Override
    public List<Element<R>> elements() {
        return elements;
    }

    @Override
    public void check(R record, LocalDate today, Hearing hearing) {
        // The constraints have said it.
    }
}
