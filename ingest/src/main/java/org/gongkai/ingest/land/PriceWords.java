package org.gongkai.ingest.land;

import java.util.Set;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableLabels;
import org.gongkai.ingest.table.TableWords;
import org.jspecify.annotations.Nullable;

/**
 * What tables of block prices say, for the table engine.
 *
 * @param labels the labels of columns
 */
record PriceWords(TableLabels<PriceMeaning> labels) implements TableWords<PriceMeaning> {

    @Override
    public ColumnRole role(PriceMeaning meaning) {
        return switch (meaning) {
            case PRICE -> ColumnRole.PRICE;
            case AREA -> ColumnRole.AREA;
            case UNIT -> ColumnRole.UNIT;
            case REGION -> ColumnRole.PLACE;
            case PUBLISHED_ON, EFFECTIVE_FROM -> ColumnRole.DATE;
            default -> ColumnRole.TEXT;
        };
    }

    /** 补偿标准 is an amount by its words; in such a table it is the price. */
    @Override
    public @Nullable PriceMeaning meaning(ColumnRole role) {
        return switch (role) {
            case PRICE, AMOUNT, MONEY -> PriceMeaning.PRICE;
            case AREA -> PriceMeaning.AREA;
            default -> null;
        };
    }

    @Override
    public boolean names(String text) {
        return false;
    }

    @Override
    public boolean value(String text) {
        return PriceText.figure(text) != null;
    }

    @Override
    public boolean key(PriceMeaning meaning) {
        return meaning == PriceMeaning.REGION || meaning == PriceMeaning.GRADE;
    }

    @Override
    public boolean shared(PriceMeaning meaning) {
        return meaning.shared();
    }

    @Override
    public boolean complete(Set<PriceMeaning> meanings) {
        return meanings.contains(PriceMeaning.PRICE)
                && (meanings.contains(PriceMeaning.BLOCK) || meanings.contains(PriceMeaning.GRADE))
                && !meanings.contains(PriceMeaning.AREA);
    }
}
