package org.gongkai.validation.rules.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.validation.profile.Profile;
import org.gongkai.validation.rules.Element;
import org.gongkai.validation.rules.ElementTable;
import org.gongkai.validation.rules.Hearing;
import org.gongkai.validation.rules.KindRules;

/** The rules of block prices that look at several fields. Clauses and texts are in the catalogue of rules. */
public final class LandPriceRules implements KindRules<LandBlockPrice> {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final List<Element<LandBlockPrice>> elements;

    public LandPriceRules(Profile profile) {
        this.elements = new ElementTable<>(RecordKind.of(LandBlockPrice.class), profile).elements();
    }

    @Override
    public List<Element<LandBlockPrice>> elements() {
        return elements;
    }

    @Override
    public void check(LandBlockPrice price, LocalDate today, Hearing hearing) {
        if (price.landShare() != null && price.resettlementShare() != null) {
            BigDecimal sum = price.landShare().add(price.resettlementShare());
            if (sum.compareTo(WHOLE) != 0) {
                hearing.report("land.price.shares.notWhole", "/landShare", sum.toPlainString(), WHOLE.toPlainString());
            }
        }
        LocalDate end =
                price.publishedOn() == null ? null : price.publishedOn().plusYears(LandProjectRules.PRICE_YEARS);
        if (end != null && end.isBefore(today)) {
            hearing.report(
                    "land.price.publishedOn.tooOld",
                    "/publishedOn",
                    String.valueOf(price.publishedOn()),
                    end.toString());
        }
    }
}
