package org.gongkai.ingest.land;

import java.util.List;
import java.util.Set;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.ColumnRole;
import org.gongkai.ingest.table.TableColumn;
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
            case PRICE, PRICES, OF_BLOCK -> ColumnRole.PRICE;
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
        return PriceText.block(text) != null;
    }

    /** Ⅰ区片 above figures is the price of that block; Ⅰ区：5.2；Ⅱ区：4.8 in a cell are the prices of two. */
    @Override
    public @Nullable PriceMeaning seen(TableColumn<PriceMeaning> column, List<String> cells) {
        PriceMeaning meaning = column.meaning();
        if (cells.isEmpty() || labels.own(column.headers()) != null) {
            return meaning;
        }
        boolean priced = meaning == null || meaning == PriceMeaning.PRICE;
        if (priced
                && PriceText.blockOf(column.headers()) != null
                && cells.stream().allMatch(this::value)) {
            return PriceMeaning.OF_BLOCK;
        }
        boolean several = meaning == PriceMeaning.PRICE
                && cells.stream()
                        .allMatch(each -> LegacyText.nullToken(each)
                                || !PriceText.blocks(each).isEmpty());
        return several ? PriceMeaning.PRICES : meaning;
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
        boolean named = meanings.contains(PriceMeaning.BLOCK) || meanings.contains(PriceMeaning.GRADE);
        boolean priced = meanings.contains(PriceMeaning.PRICE) && named
                || meanings.contains(PriceMeaning.PRICES)
                || meanings.contains(PriceMeaning.OF_BLOCK);
        return priced && !meanings.contains(PriceMeaning.AREA);
    }
}
