package org.gongkai.ingest.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.DateText;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.core.land.LandBlockPriceBuilder;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.table.CellLedger;
import org.gongkai.ingest.table.Defaulted;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.RowClass;
import org.gongkai.ingest.table.TableColumn;
import org.gongkai.ingest.table.TableLayout;
import org.gongkai.ingest.table.TableReading;
import org.gongkai.ingest.table.TableRow;
import org.jspecify.annotations.Nullable;

/** One table of block prices, read into a record each row. Made for one table. */
final class PriceTable {

    private static final Pattern SECTION =
            Pattern.compile("(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．])?(\\p{IsHan}{1,12}[市区县])");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)(%?)");
    /** Prices of two units are the same when they differ by less than one in so many. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(100);

    private final TableLayout<PriceMeaning> layout;
    private final LandBlockPrice defaults;
    private final boolean numbered;
    private final CellLedger cells;
    private final List<TableReading.Line<DisclosureRecord>> lines = new ArrayList<>();
    private final List<LedgerEntry> defaulted = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private @Nullable String unit;

    PriceTable(TableLayout<PriceMeaning> layout, LandBlockPrice defaults) {
        this.layout = layout;
        this.defaults = defaults;
        this.numbered = !layout.of(PriceMeaning.BLOCK).isEmpty();
        this.cells = layout.account();
    }

    TableReading<DisclosureRecord> read() {
        problems.addAll(layout.problems());
        layout.above().forEach(this::above);
        for (List<Grid.Cell> row : layout.aboveHeader()) {
            row.forEach(each -> account(each, null, FieldFate.IGNORED, null, null, "caption"));
        }
        for (TableRow row : layout.rows()) {
            if (row.kind() == RowClass.RECORD && told(row)) {
                record(row);
            } else {
                leave(row);
            }
        }
        List<LedgerEntry> ledger = cells.inOrder();
        ledger.addAll(defaulted);
        return new TableReading<>(lines, ledger, problems);
    }

    private void above(Grid.Line line) {
        String named = PriceText.unit(line.text());
        if (named == null) {
            return;
        }
        unit = named;
        if (line.cell() != null) {
            account(line.cell(), null, FieldFate.MAPPED, "/unit", named, null);
        } else {
            defaulted.add(new LedgerEntry(
                    line.place(), FieldFate.DEFAULTED, null, "/unit", named, List.of("from-line-above")));
        }
    }

    /** Whether a row names a block or a price, without which it is none of the table's. */
    private boolean told(TableRow row) {
        return Stream.of(
                        PriceMeaning.BLOCK,
                        PriceMeaning.GRADE,
                        PriceMeaning.PRICE,
                        PriceMeaning.PRICES,
                        PriceMeaning.OF_BLOCK)
                .flatMap(each -> layout.of(each).stream())
                .map(each -> row.text(each.index()))
                .anyMatch(each -> !each.isBlank() && !LegacyText.nullToken(each));
    }

    private void leave(TableRow row) {
        for (int c = 0; c < row.cells().size(); c++) {
            Grid.Cell cell = row.cells().get(c);
            String named = row.kind() == RowClass.UNIT ? PriceText.unit(cell.text) : null;
            if (named != null) {
                unit = named;
                account(cell, layout.column(c), FieldFate.MAPPED, "/unit", named, null);
            } else {
                boolean blank = cell.blank();
                String reason =
                        row.kind() == RowClass.RECORD ? "no-line" : row.kind().reason();
                account(cell, layout.column(c), FieldFate.IGNORED, null, null, blank ? "blank" : reason);
            }
        }
    }

    private void record(TableRow row) {
        LandBlockPriceBuilder price = LandBlockPriceBuilder.builder(defaults);
        Set<String> given = new HashSet<>();
        Matcher section = SECTION.matcher(LegacyText.withoutBlanks(row.section()));
        if (section.matches() && layout.of(PriceMeaning.REGION).isEmpty()) {
            price.region(section.group(1));
            given.add("/region");
            defaulted.add(new LedgerEntry(
                    layout.place(row),
                    FieldFate.DEFAULTED,
                    null,
                    "/region",
                    section.group(1),
                    List.of("from-row-above")));
        }
        SeveralBlocks several = SeveralBlocks.of(layout, row);
        for (int c = 0; c < row.cells().size(); c++) {
            TableColumn<PriceMeaning> column = layout.column(c);
            boolean priced = column.meaning() != null && role(column.meaning());
            if (!priced && !several.cells().contains(row.cells().get(c))) {
                cell(row, column, price, given);
            }
        }
        defaulted.addAll(layout.carriedEntries(row, this::target));
        if (several.blocks().isEmpty()) {
            prices(row, price, given);
            add(price.build(), row, given);
        } else {
            blocks(several, row, price.build(), given);
        }
    }

    private static boolean role(PriceMeaning meaning) {
        return meaning.pointer().equals(PriceMeaning.PRICE.pointer());
    }

    private void add(LandBlockPrice price, TableRow row, Set<String> given) {
        TableReading.Line<DisclosureRecord> line = new TableReading.Line<>(price, layout.place(row));
        lines.add(line);
        defaulted.addAll(Defaulted.entries(line.record(), defaults, line.origin(), given));
    }

    /** A record for each of the blocks that one row prices; where the unit of one is not known, none has a price. */
    private void blocks(SeveralBlocks several, TableRow row, LandBlockPrice whole, Set<String> given) {
        boolean unread = given.contains("/unit") && whole.unit() == null;
        String ofRow = unread ? "" : whole.unit();
        List<@Nullable String> units = several.blocks().stream()
                .map(each -> Stream.of(each.unit(), ofRow, unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""))
                .toList();
        boolean read =
                units.stream().noneMatch(each -> Objects.requireNonNull(each).isEmpty());
        given.addAll(several.targets());
        given.add("/unit");
        for (int i = 0; i < several.blocks().size(); i++) {
            SeveralBlocks.Block each = several.blocks().get(i);
            LandBlockPriceBuilder price = LandBlockPriceBuilder.builder(whole)
                    .block(each.name())
                    .price(read ? each.figure() : null)
                    .unit(read ? units.get(i) : null);
            if (each.range() != null) {
                price.range(each.range());
            }
            add(price.build(), row, given);
        }
        several.told().forEach((c, told) -> {
            Grid.Cell cell = row.cells().get(c);
            TableColumn<PriceMeaning> column = layout.column(c);
            PriceMeaning meaning = Objects.requireNonNull(column.meaning());
            if (!read && role(meaning) || told.values().isEmpty() && !cell.blank()) {
                unreadable(cell, column);
            } else {
                boolean one = told.values().size() < 2;
                String result = String.join("; ", told.values());
                cells.account(
                        cell,
                        column.label(),
                        one ? FieldFate.MAPPED : FieldFate.REPAIRED,
                        PersonalData.masked(cell.text),
                        told.target(),
                        result.equals(cell.text) || result.isEmpty() ? null : result,
                        one ? List.of() : List.of(Repair.SEVERAL_IN_ONE.code()));
            }
        });
    }

    /** A grade alone is the name of the block. */
    private String target(PriceMeaning meaning) {
        return (meaning == PriceMeaning.GRADE && !numbered ? PriceMeaning.BLOCK : meaning).pointer();
    }

    private void cell(TableRow row, TableColumn<PriceMeaning> column, LandBlockPriceBuilder price, Set<String> given) {
        Grid.Cell cell = row.cells().get(column.index());
        PriceMeaning meaning = column.meaning();
        String text = row.text(column.index());
        if (meaning == null) {
            boolean personal = column.headers().stream().anyMatch(PersonalData::personal);
            FieldFate fate = cell.blank() || personal ? FieldFate.IGNORED : FieldFate.UNMAPPED;
            String left = Objects.requireNonNullElse(column.leftOut(), "unknown-label");
            account(cell, column, fate, null, null, cell.blank() ? "blank" : personal ? "personal-data" : left);
        } else if (meaning == PriceMeaning.IGNORED || meaning == PriceMeaning.AREA) {
            account(cell, column, FieldFate.IGNORED, null, null, "not-wanted");
        } else if (text.isBlank() || LegacyText.nullToken(text)) {
            account(cell, column, FieldFate.MAPPED, target(meaning), null, null);
        } else if (share(meaning) && money(column)) {
            account(cell, column, FieldFate.UNMAPPED, null, null, "part-of-price");
        } else {
            Reading<?> reading = reading(text, meaning, column.label());
            Object value = reading.value();
            boolean first = given.add(target(meaning));
            if (value == null) {
                unreadable(cell, column);
            } else if (first) {
                take(price, target(meaning), value);
                taken(cell, column, target(meaning), reading);
            } else {
                account(cell, column, FieldFate.UNMAPPED, null, null, "other-value-taken");
            }
        }
    }

    private static boolean share(PriceMeaning meaning) {
        return meaning == PriceMeaning.LAND_SHARE || meaning == PriceMeaning.RESETTLEMENT_SHARE;
    }

    /** 土地补偿费（元/亩） is a part of the price in money; a unit over it and others is that of the price. */
    private static boolean money(TableColumn<PriceMeaning> column) {
        return column.headers().get(column.headers().size() - 1).contains("元");
    }

    private static Reading<?> reading(String text, PriceMeaning meaning, String label) {
        return switch (meaning) {
            case LAND_SHARE, RESETTLEMENT_SHARE -> Reading.clean(text, share(text, label));
            case SET_BY -> Reading.clean(text, Agency.parse(text.strip()));
            case DOCUMENT -> DocumentNumber.read(text);
            case PUBLISHED_ON, EFFECTIVE_FROM -> DateText.read(text);
            case UNIT -> Reading.clean(text, PriceText.unit(text));
            default -> LandValues.text(text);
        };
    }

    /** A share is one in per cent, which cell or header must say. */
    private static @Nullable BigDecimal share(String text, String label) {
        Matcher share = SHARE.matcher(LegacyText.withoutBlanks(LegacyText.halfWidth(text)));
        boolean percent = share.matches()
                && (!share.group(2).isEmpty() || LegacyText.halfWidth(label).contains("%"));
        return percent ? new BigDecimal(share.group(1)) : null;
    }

    private static void take(LandBlockPriceBuilder price, String target, Object value) {
        switch (target) {
            case "/region" -> price.region(value.toString());
            case "/block" -> price.block(value.toString());
            case "/grade" -> price.grade(value.toString());
            case "/range" -> price.range(value.toString());
            case "/unit" -> price.unit(value.toString());
            case "/landShare" -> price.landShare((BigDecimal) value);
            case "/resettlementShare" -> price.resettlementShare((BigDecimal) value);
            case "/setBy" -> price.setBy((Agency) value);
            case "/document" -> price.document((DocumentNumber) value);
            case "/publishedOn" -> price.publishedOn((LocalDate) value);
            case "/effectiveFrom" -> price.effectiveFrom((LocalDate) value);
            default -> throw new IllegalStateException(target);
        }
    }

    /** A price of a row in its unit. */
    private record Priced(
            Grid.Cell cell,
            TableColumn<PriceMeaning> column,
            @Nullable BigDecimal figure,
            @Nullable String unit) {

        boolean read() {
            return figure != null && unit != null;
        }

        BigDecimal ofHectare() {
            return PriceText.ofHectare(Objects.requireNonNull(figure), Objects.requireNonNull(unit));
        }
    }

    /** The price of the row. The same again in another unit is said once; of two that differ nothing says which is the block's. */
    private void prices(TableRow row, LandBlockPriceBuilder price, Set<String> given) {
        String ofRow = price.build().unit();
        boolean unread = given.contains("/unit") && ofRow == null;
        price.unit(null);
        List<Priced> found = new ArrayList<>();
        for (TableColumn<PriceMeaning> each : layout.of(PriceMeaning.PRICE)) {
            if (each.index() >= row.cells().size()) {
                continue;
            }
            Grid.Cell cell = row.cells().get(each.index());
            if (cell.blank() || LegacyText.nullToken(cell.text)) {
                account(cell, each, FieldFate.MAPPED, "/price", null, null);
                continue;
            }
            String named = Stream.of(PriceText.unit(cell.text), PriceText.unit(each.label()), unread ? "" : ofRow, unit)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            found.add(new Priced(cell, each, PriceText.figure(cell.text), named.isEmpty() ? null : named));
        }
        Priced first = found.isEmpty() ? null : found.get(0);
        boolean same = first != null && first.read() && found.stream().allMatch(each -> same(first, each));
        for (Priced each : found) {
            if (!same) {
                unreadable(each.cell(), each.column());
            } else if (each == first) {
                price.price(each.figure()).unit(each.unit());
                given.add("/price");
                given.add("/unit");
                taken(
                        each.cell(),
                        each.column(),
                        "/price",
                        Reading.clean(each.cell().text, each.figure().toPlainString()));
            } else {
                account(each.cell(), each.column(), FieldFate.IGNORED, null, null, "same-value");
            }
        }
    }

    private static boolean same(Priced one, Priced other) {
        if (!other.read()) {
            return false;
        }
        BigDecimal apart = one.ofHectare().subtract(other.ofHectare()).abs();
        return apart.multiply(NEAR).compareTo(one.ofHectare()) <= 0;
    }

    private void taken(Grid.Cell cell, TableColumn<PriceMeaning> column, String target, Reading<?> reading) {
        List<String> repairs = reading.repairs().stream().map(Repair::code).toList();
        String result = String.valueOf(reading.value());
        cells.account(
                cell,
                column.label(),
                repairs.isEmpty() ? FieldFate.MAPPED : FieldFate.REPAIRED,
                PersonalData.masked(cell.text),
                target,
                result.equals(cell.text) ? null : result,
                repairs);
    }

    private void unreadable(Grid.Cell cell, TableColumn<PriceMeaning> column) {
        PriceMeaning meaning = Objects.requireNonNull(column.meaning());
        account(cell, column, FieldFate.UNREADABLE, null, null, "unreadable");
        problems.add(new SourceProblem(
                "source.field.unreadable",
                layout.place(cell, column.index()),
                PersonalData.masked(cell.text),
                role(meaning) ? "price with one unit, once" : meaning.pointer().substring(1)));
    }

    private void account(
            Grid.Cell cell,
            @Nullable TableColumn<PriceMeaning> column,
            FieldFate fate,
            @Nullable String target,
            @Nullable String result,
            @Nullable String reason) {
        cells.account(
                cell,
                column == null ? "" : column.label(),
                fate,
                "personal-data".equals(reason) ? "***" : PersonalData.masked(cell.text),
                target,
                result,
                reason == null ? List.of() : List.of(reason));
    }
}
