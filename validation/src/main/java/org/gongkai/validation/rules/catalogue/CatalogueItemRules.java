package org.gongkai.validation.rules.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DisclosureAudience;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of catalogue items that look at several fields. */
public final class CatalogueItemRules implements KindRules<CatalogueItem> {

    /** 政府信息公开条例 art. 26. */
    private static final int MOST_WORKING_DAYS = 20;
    /** After so many years an item wants to be looked at. */
    private static final int STALE_YEARS = 3;

    private final List<Element<CatalogueItem>> elements;

    public CatalogueItemRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(CatalogueItem.class), profile).elements();
    }

    @Override
    public List<Element<CatalogueItem>> elements() {
        return elements;
    }

    @Override
    public void check(CatalogueItem record, LocalDate today, Hearing hearing) {
        DisclosureLimit limit = record.limit();
        if (limit != null && limit.shape() == DisclosureLimit.Shape.SAME_AS_ABOVE) {
            hearing.report("catalogue.limit.sameAs", "/limit", limit.text(), null);
        }
        if (limit != null && record.proactive() && tooLong(limit)) {
            hearing.report("catalogue.limit.tooLong", "/limit", limit.text(), null);
        }
        SupersededBasis.report("catalogue.basis.superseded", record.bases(), hearing);
        boolean group =
                record.audience().stream().anyMatch(each -> each.audience() == DisclosureAudience.Audience.GROUP);
        if (group && record.audienceGroup() == null) {
            hearing.report("catalogue.audience.group.unnamed", "/audience", null, null);
        }
        LocalDate dated = record.datedOn();
        if (dated != null && dated.plusYears(STALE_YEARS).isBefore(today)) {
            hearing.report("catalogue.stale", "/changedOn", dated.toString(), null);
        }
    }

    private static boolean tooLong(DisclosureLimit limit) {
        return limit.unit() == DisclosureLimit.Unit.WORKING_DAYS
                && limit.bound() == DisclosureLimit.Bound.AT_MOST
                && limit.amount() != null
                && limit.amount() > MOST_WORKING_DAYS
                && !limit.reserved();
    }
}
