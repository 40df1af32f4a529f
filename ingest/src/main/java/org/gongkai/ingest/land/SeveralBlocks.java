package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a row that prices several: in columns of their own (Ⅰ区片, Ⅱ区片), named in the cell of the price (Ⅰ区：5.2；Ⅱ区：4.8), or
 * one below the other in the cells of block and price. Immutable.
 *
 * @param blocks the blocks, none where the row is of one
 * @param told what was read from each cell that gives anything of them, by its column
 * @param cells those cells
 */
record SeveralBlocks(List<Block> blocks, Map<Integer, Told> told, Set<Grid.Cell> cells) {

    /**
     * A block.
     *
     * @param name what tells it apart
     * @param range what lies in it, or null where the row does not say it block by block
     * @param figure its price
     * @param unit the unit beside the price or above it, or null
     */
    record Block(
            String name,
            @Nullable String range,
            BigDecimal figure,
            @Nullable String unit) {}

    /**
     * What was read from a cell.
     *
     * @param target where it stands in the records
     * @param values the values, one for each block; none where it cannot be read
     */
    record Told(String target, List<String> values) {}

    static SeveralBlocks of(TableLayout<PriceMeaning> layout, TableRow row) {
        Reader reader = new Reader(layout, row);
        List<Block> blocks = reader.named();
        if (blocks.isEmpty()) {
            blocks = reader.parallel();
        }
        return blocks.isEmpty()
                ? new SeveralBlocks(List.of(), Map.of(), Set.of())
                : new SeveralBlocks(List.copyOf(blocks), reader.told, reader.cells);
    }

    /** What the cells give, by the names of the components. */
    Set<String> targets() {
        Set<String> all = told.values().stream().map(Told::target).collect(Collectors.toSet());
        all.add(PriceMeaning.BLOCK.pointer());
        return all;
    }

    private static final class Reader {

        private final TableLayout<PriceMeaning> layout;
        private final TableRow row;
        private final Map<Integer, Told> told = new LinkedHashMap<>();
        private final Set<Grid.Cell> cells = Collections.newSetFromMap(new IdentityHashMap<>());

        Reader(TableLayout<PriceMeaning> layout, TableRow row) {
            this.layout = layout;
            this.row = row;
        }

        /** The blocks that stand in headers or before the prices in cells. */
        List<Block> named() {
            List<Block> blocks = new ArrayList<>();
            for (TableColumn<PriceMeaning> each : layout.columns()) {
                if (each.index() >= row.cells().size()) {
                    continue;
                }
                Grid.Cell cell = row.cells().get(each.index());
                String above = PriceText.unit(each.label());
                boolean none = cell.blank() || LegacyText.nullToken(cell.text);
                if (each.meaning() == PriceMeaning.OF_BLOCK) {
                    BigDecimal figure = none ? null : PriceText.figure(cell.text);
                    if (figure != null) {
                        String own = PriceText.unit(cell.text);
                        blocks.add(new Block(
                                Objects.requireNonNull(PriceText.blockOf(each.headers())),
                                null,
                                figure,
                                own == null ? above : own));
                    }
                    take(each, figure == null ? List.of() : List.of(figure.toPlainString()), none);
                } else if (each.meaning() == PriceMeaning.PRICES) {
                    List<PriceText.OfBlock> prices = none ? List.of() : PriceText.blocks(cell.text);
                    prices.forEach(price -> blocks.add(new Block(
                            price.block(), null, price.figure(), price.unit() == null ? above : price.unit())));
                    take(
                            each,
                            prices.stream()
                                    .map(price -> price.figure().toPlainString())
                                    .toList(),
                            none);
                }
            }
            return blocks;
        }

        /** As many figures in the cell of the price as names in that of the block. */
        List<Block> parallel() {
            TableColumn<PriceMeaning> priced = only(PriceMeaning.PRICE);
            TableColumn<PriceMeaning> named = only(PriceMeaning.BLOCK);
            if (priced == null || named == null) {
                return List.of();
            }
            Grid.Cell cell = row.cells().get(priced.index());
            List<BigDecimal> figures = PriceText.figures(cell.text);
            List<String> names = PriceText.parts(row.cells().get(named.index()).text);
            if (figures.size() < 2 || names.size() != figures.size()) {
                return List.of();
            }
            take(priced, figures.stream().map(BigDecimal::toPlainString).toList(), false);
            take(named, names, false);
            List<String> ranges = ranges(figures.size());
            String above = PriceText.unit(priced.label());
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < figures.size(); i++) {
                blocks.add(new Block(names.get(i), ranges.isEmpty() ? null : ranges.get(i), figures.get(i), above));
            }
            return blocks;
        }

        /** What lies in each block; a cell that does not say it block by block is no range of any. */
        private List<String> ranges(int count) {
            TableColumn<PriceMeaning> column = only(PriceMeaning.RANGE);
            if (column == null || row.cells().get(column.index()).blank()) {
                return List.of();
            }
            List<String> parts = PriceText.parts(row.cells().get(column.index()).text);
            List<String> ranges = parts.size() == count ? parts : List.of();
            take(column, ranges, false);
            return ranges;
        }

        private @Nullable TableColumn<PriceMeaning> only(PriceMeaning meaning) {
            List<TableColumn<PriceMeaning>> all = layout.of(meaning);
            return all.size() == 1 && all.get(0).index() < row.cells().size() ? all.get(0) : null;
        }

        private void take(TableColumn<PriceMeaning> column, List<String> values, boolean none) {
            String target = Objects.requireNonNull(column.meaning()).pointer();
            told.put(column.index(), new Told(target, none ? List.of("") : values));
            cells.add(row.cells().get(column.index()));
        }
    }
}
