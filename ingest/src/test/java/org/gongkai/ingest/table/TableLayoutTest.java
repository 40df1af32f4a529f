package org.gongkai.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine with a kind of its own: fruits and what they cost. */
class TableLayoutTest {

    private enum Held {
        NAME,
        SHELF,
        COST,
        COST_BEFORE,
        DAY;

        static @Nullable Held named(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Fruits(TableLabels<Held> labels) implements TableWords<Held> {

        @Override
        public ColumnRole role(Held meaning) {
            return switch (meaning) {
                case NAME -> ColumnRole.NAME;
                case SHELF -> ColumnRole.PLACE;
                case COST -> ColumnRole.AMOUNT;
                case COST_BEFORE -> ColumnRole.AMOUNT_BEFORE;
                case DAY -> ColumnRole.DATE;
            };
        }

        @Override
        public Held meaning(ColumnRole role) {
            return switch (role) {
                case AMOUNT -> Held.COST;
                case AMOUNT_BEFORE -> Held.COST_BEFORE;
                default -> null;
            };
        }

        @Override
        public boolean names(String text) {
            return Set.of("苹果", "梨").contains(text);
        }

        @Override
        public boolean value(String text) {
            return text.matches("\\d+(?:元)?");
        }

        @Override
        public boolean key(Held meaning) {
            return meaning == Held.NAME || meaning == Held.SHELF;
        }

        @Override
        public boolean shared(Held meaning) {
            return meaning == Held.DAY;
        }

        @Override
        public Held seen(TableColumn<Held> column, List<String> cells) {
            boolean priced = column.meaning() == null
                    && column.headers().stream().anyMatch(this::names)
                    && cells.stream().anyMatch(this::value);
            return priced ? Held.COST : column.meaning();
        }

        @Override
        public boolean complete(Set<Held> meanings) {
            return meanings.contains(Held.COST);
        }
    }

    private static Fruits fruits() {
        try {
            return new Fruits(TableLabels.read(new StringReader("""
                    how,label,meaning,evidence
                    is,水果,NAME,derived
                    is,货架,SHELF,derived
                    ends,标准,COST,derived
                    is,日期,DAY,derived
                    """), Held::named));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TableLayout<Held> csv(String text) throws IOException {
        return TableLayout.of(Grid.ofCsv("t.csv", new StringReader(text)), fruits());
    }

    private static TableLayout<Held> html(String table) {
        return TableLayout.of(Grid.ofHtml("t.html", table).grids().get(0), fruits());
    }

    private static List<String> columns(TableLayout<Held> layout) {
        return layout.columns().stream()
                .map(each -> each.label() + " = " + (each.meaning() == null ? each.leftOut() : each.meaning()))
                .toList();
    }

    private static List<String> rows(TableLayout<Held> layout) {
        return layout.rows().stream()
                .map(row -> row.kind() + " "
                        + layout.columns().stream()
                                .map(each -> row.text(each.index()))
                                .collect(Collectors.joining(",")))
                .toList();
    }

    @Test
    void aHeaderOfThreeRowsIsJoinedByItsMergedCells() {
        TableLayout<Held> layout = html("""
                <table><tr><td rowspan=3>水果</td><td colspan=3>标准</td></tr>
                <tr><td colspan=2>本地</td><td>外地</td></tr>
                <tr><td>大</td><td>小</td><td>大</td></tr>
                <tr><td>苹果</td><td>3</td><td>2</td><td>1</td></tr></table>""");
        assertEquals(List.of("水果 = NAME", "标准 本地 大 = COST", "标准 本地 小 = COST", "标准 外地 大 = COST"), columns(layout));
        assertEquals(List.of("RECORD 苹果,3,2,1"), rows(layout));
    }

    @Test
    void aHeaderOfThreeRowsIsJoinedOverItsBlanks() throws IOException {
        TableLayout<Held> layout = csv("价目,,,\n水果,标准,,\n,本地,,外地\n,大,小,大\n苹果,3,2,1\n");
        assertEquals(List.of("水果 = NAME", "标准 本地 大 = COST", "标准 本地 小 = COST", "标准 外地 大 = COST"), columns(layout));
        assertEquals("价目", layout.above().get(0).text());
    }

    @Test
    void aRowOfUnitsBelongsToTheHeader() throws IOException {
        TableLayout<Held> layout = csv("水果,苹果标准\n,元/月\n甲,3\n");
        assertEquals(List.of("水果 = NAME", "苹果标准 元/月 = COST"), columns(layout));
    }

    @Test
    void aFirstRecordIsNoHeaderWhateverWordsItHas() throws IOException {
        assertEquals(List.of("RECORD 苹果,标准,3"), rows(csv("水果,货架,标准\n苹果,标准,3\n")));
        assertEquals(List.of("RECORD 苹果,标准,无"), rows(csv("水果,货架,标准\n苹果,标准,无\n")));
    }

    @Test
    void labelsInTheFirstColumnAreTurned() throws IOException {
        TableLayout<Held> layout = csv("水果,苹果,梨\n现行标准（元/月）,3,4\n调整后标准（元/月）,5,6\n");
        assertEquals(List.of("水果 = NAME", "现行标准（元/月） = COST_BEFORE", "调整后标准（元/月） = COST"), columns(layout));
        assertEquals(List.of("RECORD 苹果,3,5", "RECORD 梨,4,6"), rows(layout));
        assertEquals(
                "t.csv:2:3 现行标准（元/月）",
                layout.place(layout.rows().get(1).cells().get(1), 1).toString());
    }

    @Test
    void aFormOfLabelsAndValuesIsOneRow() {
        TableLayout<Held> layout = html("""
                <table><tr><td>水果</td><td>苹果</td><td>货架</td><td>上</td></tr>
                <tr><td>标准</td><td>3元</td><td>日期</td><td>今天</td></tr></table>""");
        assertEquals(List.of("RECORD 苹果,上,3元,今天"), rows(layout));
    }

    @Test
    void headsSumsRisesAndSharesAreNoAmounts() throws IOException {
        TableLayout<Held> layout = csv("水果,标准,占比（%）,人数,对象（户）,支出,标准增加额,倍数,省定标准,金额\n苹果,3,1,1,1,1,1,1,1,1\n");
        assertEquals(
                List.of(
                        "水果 = NAME",
                        "标准 = COST",
                        "占比（%） = percentage",
                        "人数 = heads",
                        "对象（户） = heads",
                        "支出 = paid-out",
                        "标准增加额 = rise",
                        "倍数 = multiple",
                        "省定标准 = amount-of-others",
                        "金额 = paid-out"),
                columns(layout));
    }

    @Test
    void anAmountSoFarIsTheAmountWhereNoNewerOneStands() throws IOException {
        assertEquals(List.of("水果 = NAME", "现行标准 = COST"), columns(csv("水果,现行标准\n苹果,3\n")));
    }

    @Test
    void aColumnThatTwoRolesClaimIsSaidAndLeft() throws IOException {
        TableLayout<Held> layout = csv("水果,标准,补助标准（人）,人数（元/月）\n苹果,3,4,5\n");
        assertEquals(List.of("水果 = NAME", "标准 = COST", "补助标准（人） = two-roles", "人数（元/月） = two-roles"), columns(layout));
        assertEquals(
                List.of("补助标准（人）", "人数（元/月）"),
                layout.problems().stream().map(each -> each.value()).toList());
    }

    @Test
    void theUsersWordOnAColumnStandsAboveItsUnit() throws IOException {
        Fruits own = new Fruits(fruits().labels().after(Map.of("补助标准（人）", "COST"), Held::named));
        TableLayout<Held> layout = TableLayout.of(Grid.ofCsv("t.csv", new StringReader("水果,补助标准（人）\n苹果,4\n")), own);
        assertEquals(List.of("水果 = NAME", "补助标准（人） = COST"), columns(layout));
    }

    @Test
    void aUsersLabelFitsTheGroupOrTheWholeHeader() throws IOException {
        String table = "水果,本地,,外地,\n,甲,乙,甲,乙\n苹果,1,2,3,4\n";
        Fruits group = new Fruits(fruits().labels().after(Map.of("本地", "COST"), Held::named));
        Fruits whole = new Fruits(fruits().labels().after(Map.of("水果", "NAME", "外地 乙", "COST"), Held::named));
        assertEquals(
                List.of("水果 = NAME", "本地 甲 = COST", "本地 乙 = COST", "外地 甲 = null", "外地 乙 = null"),
                columns(TableLayout.of(Grid.ofCsv("t.csv", new StringReader(table)), group)));
        assertEquals(Held.COST, whole.labels().meaning(List.of("外地", "乙")));
        assertNull(whole.labels().meaning(List.of("本地", "乙")));
    }

    @Test
    void rowsAreClassed() throws IOException {
        TableLayout<Held> layout = csv("""
                水果,货架,标准
                一、国产,,
                苹果,上,3
                ,,
                小计,,3
                水果,货架,标准
                单位：元,,
                填写说明,照此填写,数字
                补偿标准（万元/公顷）,,135
                合计（元）,,3
                备注：无,,
                """);
        assertEquals(
                List.of(
                        "SECTION",
                        "RECORD",
                        "BLANK",
                        "SUBTOTAL",
                        "HEADER_AGAIN",
                        "UNIT",
                        "HINT",
                        "PRICE",
                        "TOTAL",
                        "NOTE"),
                layout.rows().stream().map(each -> each.kind().name()).toList());
        assertEquals("一、国产", layout.rows().get(1).section());
    }

    @Test
    void blankKeyCellsGoOnFromAboveUntilOneLeftOfThemIsFilled() throws IOException {
        TableLayout<Held> layout = csv("水果,货架,标准\n苹果,上,3\n,下,4\n,,5\n梨,,6\n");
        assertEquals(List.of("RECORD 苹果,上,3", "RECORD 苹果,下,4", "RECORD 苹果,下,5", "RECORD 梨,,6"), rows(layout));
        List<LedgerEntry> entries = layout.carriedEntries(layout.rows().get(2), Enum::name);
        assertEquals(
                List.of("t.csv:4:1 水果", "t.csv:4:2 货架"),
                entries.stream()
                        .map(each -> each.location().toString())
                        .sorted()
                        .toList());
    }

    @Test
    void aDayThatStandsInTheFirstRowAloneHoldsToTheEndInPlainText() throws IOException {
        assertEquals(List.of("RECORD 苹果,3,今天", "RECORD 梨,4,今天"), rows(csv("水果,标准,日期\n苹果,3,今天\n梨,4,\n")));
        assertEquals(
                List.of("RECORD 苹果,3,今天", "RECORD 梨,4,", "RECORD 梨,5,明天"),
                rows(csv("水果,标准,日期\n苹果,3,今天\n梨,4,\n梨,5,明天\n")));
    }

    @Test
    void captionAndLinesBeforeATableStandAboveIt() {
        TableLayout<Held> layout = html(
                "<h1>价目</h1><p>单位：元</p><div><table><caption>甲</caption><tr><td>水果</td><td>标准</td></tr></table></div>");
        assertEquals(
                List.of("价目", "单位：元", "甲"),
                layout.above().stream().map(Grid.Line::text).toList());
    }

    @Test
    void aDittoMarkIsTheCellAbove() throws IOException {
        TableLayout<Held> layout = csv("水果,货架,标准\n苹果,上,3\n梨,同上,〃\n桃,″,（同上）\n");
        assertEquals(List.of("RECORD 苹果,上,3", "RECORD 梨,上,3", "RECORD 桃,上,3"), rows(layout));
        assertEquals(List.of(), layout.problems());
    }

    @Test
    void aDittoMarkBelowAHeadingAHeaderOrABlankIsTold() throws IOException {
        TableLayout<Held> layout = csv("水果,货架,标准\n同上,上,3\n二、进口,,\n梨,同上,4\n桃,,5\n李,〃,6\n");
        assertEquals(
                List.of("RECORD ,上,3", "SECTION 二、进口,,", "RECORD 梨,,4", "RECORD 桃,,5", "RECORD 李,,6"), rows(layout));
        assertEquals(
                List.of("t.csv:2:1 水果", "t.csv:4:2 货架", "t.csv:6:2 货架"),
                layout.problems().stream()
                        .map(each -> each.location().toString())
                        .toList());
    }

    @Test
    void aDittoMarkAtTheHeadOfAPartTakesTheLastRowOfThePartBefore() throws IOException {
        TableLayout<Held> layout = csv("水果,货架,标准\n苹果,上,3\n");
        Grid part = Grid.part(layout.place(), List.of(List.of("梨", "同上", "4")), 2);
        assertEquals(List.of("RECORD 梨,上,4"), rows(layout.next(part, 0)));
    }

    @Test
    void aMergedCellGoesOnInTheNextPartAndIsToldOfOnce() throws IOException {
        List<Grid.Merge> merges = List.of(new Grid.Merge(2, 4, 1, 1), new Grid.Merge(5, 6, 1, 1));
        Grid first = Grid.part(Location.of("t"), List.of(), 0)
                .next(List.of(List.of("水果", "标准"), List.of("苹果", "3"), List.of("", "4")), merges);
        TableLayout<Held> layout = TableLayout.of(first, fruits());
        assertEquals(List.of("RECORD 苹果,3", "RECORD 苹果,4"), rows(layout));
        TableLayout<Held> next =
                layout.next(first.next(List.of(List.of("", "5"), List.of("梨", "6"), List.of("", "7")), merges), 0);
        assertEquals(List.of("RECORD 苹果,5", "RECORD 梨,6", "RECORD 梨,7"), rows(next));
        assertEquals(
                List.of("4:2", "5:1", "5:2", "6:2"),
                next.account().inOrder().stream()
                        .map(each ->
                                each.location().row() + ":" + each.location().column())
                        .toList());
    }

    @Test
    void averagesAreNoRecordsAlsoBehindTheNumberOfTheRow() throws IOException {
        TableLayout<Held> layout = csv("货架,水果,标准\n1,全市平均,3\n全省平均水平,,4\n平均值,,5\n2,合计,6\n3,平均桃,7\n均线桃,,8\n");
        assertEquals(
                List.of("AVERAGE", "AVERAGE", "AVERAGE", "TOTAL", "AVERAGE", "RECORD"),
                layout.rows().stream().map(each -> each.kind().name()).toList());
    }

    @Test
    void aLabelBelowThatOfAGroupIsKnownWithIt() throws IOException {
        assertEquals(List.of("水果 = NAME", "标 准 = COST", "标 日期 = DAY"), columns(csv("水果,标,\n,准,日期\n苹果,3,今天\n")));
        TableLayout<Held> layout = csv("水果,标准,\n,本地,日期\n苹果,3,今天\n");
        assertEquals(List.of("水果 = NAME", "标准 本地 = COST", "标准 日期 = DAY"), columns(layout));
    }

    @Test
    void whatStandsInAFormBesideLabelsAndValuesIsARemark() {
        TableLayout<Held> layout = html("""
                <table><tr><td>水果</td><td>苹果</td></tr><tr><td>标准</td><td>3元</td></tr>
                <tr><td>日期</td><td>今天</td></tr><tr><td>产地</td><td>本省</td></tr>
                <tr><td colspan=2>备注：本表由区局解释</td></tr></table>""");
        assertEquals(List.of("RECORD 苹果,3元,今天,本省", "NOTE 备注：本表由区局解释,备注：本表由区局解释,,"), rows(layout));
    }

    @Test
    void aTableOfSomethingElseHasNoLayout() throws IOException {
        assertNull(csv("姓名,电话\n张三,1\n"));
        assertNotNull(csv("水果,标准\n"));
    }
}
