package org.gongkai.validation.rules.catalogue;

import java.util.List;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.text.LegacyText;
import org.gongkai.validation.rules.Hearing;

/** Tells items that rest on the regulation of 2007 alone, which order no. 711 replaced; an item may name both. */
final class SupersededBasis {

    private static final String OLD = "492号";
    private static final String NEW = "711号";

    private SupersededBasis() {}

    static void report(String rule, List<LegalBasis> bases, Hearing hearing) {
        int old = -1;
        boolean newer = false;
        for (int i = 0; i < bases.size(); i++) {
            LegalBasis each = bases.get(i);
            String title = each.title() == null ? "" : LegacyText.withoutBlanks(each.title());
            String number = each.number() == null ? "" : each.number().text();
            boolean regulation = title.contains("政府信息公开条例");
            old = regulation && (number + title).contains(OLD) ? i : old;
            newer |= regulation && (number + title).contains(NEW);
        }
        if (old >= 0 && !newer) {
            hearing.report(rule, "/bases/" + old, bases.get(old).title(), null);
        }
    }
}
