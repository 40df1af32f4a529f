package org.gongkai.validation.rules.work;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.work.DisclosureOffice;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of offices that look at several fields. */
public final class DisclosureOfficeRules implements KindRules<DisclosureOffice> {

    private final List<Element<DisclosureOffice>> elements;

    public DisclosureOfficeRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(DisclosureOffice.class), profile).elements();
    }

    @Override
    public List<Element<DisclosureOffice>> elements() {
        return elements;
    }

    @Override
    public void check(DisclosureOffice record, LocalDate today, Hearing hearing) {
        if (record.office() == null || record.budget() == null) {
            hearing.report("office.missing", record.office() == null ? "/office" : "/budget", null, null);
        }
    }
}
