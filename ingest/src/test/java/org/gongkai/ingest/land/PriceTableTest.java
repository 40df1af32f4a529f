package org.gongkai.ingest.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.LandBlockPrice;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableFit;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {

    private final LandTableReader reader = LandTableReader.standard();
    private final LandDefaults region = reader.defaults(Map.of("region", "甲区"));

    private TableReading<DisclosureRecord> csv(String text) throws IOException {
        return reader.readCsv("p.csv", new StringReader(text), region);
    }

    private static List<String> prices(TableReading<DisclosureRecord> reading) {
        return reading.records().stream()
                .map(each -> Objects.requireNonNull(
                        RecordKind.of(LandBlockPrice.class).as(each)))
                .map(each -> Stream.of(each.region(), each.block(), each.price(), each.unit())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static LandBlockPrice first(TableReading<DisclosureRecord> reading) {
        return Objects.requireNonNull(
                RecordKind.of(LandBlockPrice.class).as(reading.records().get(0)));
    }

    @Test
    void aTableOfBlockPricesIsARecordEachBlock() {
        TableReading<DisclosureRecord> reading = reader.readHtml("p.html", """
                <p>征收农用地区片综合地价</p><table>
                <tr><td rowspan=2>行政区域</td><td rowspan=2>区片编号</td><td rowspan=2>区片范围</td><td colspan=3>区片综合地价（元/亩）</td><td rowspan=2>执行日期</td></tr>
                <tr><td>标准</td><td>土地补偿费占比（%）</td><td>安置补助费占比（%）</td></tr>
                <tr><td rowspan=2>东岭区</td><td>Ⅰ</td><td>东村、西村</td><td>75,000</td><td>40</td><td>60</td><td rowspan=2>2023年10月1日</td></tr>
                <tr><td>Ⅱ</td><td>其余各村</td><td>68000</td><td>40</td><td>60</td></tr></table>""", region);
        assertEquals(List.of("东岭区 Ⅰ 75000 元/亩", "东岭区 Ⅱ 68000 元/亩"), prices(reading));
        LandBlockPrice first = first(reading);
        assertEquals("东村、西村", first.range());
        assertEquals("40", String.valueOf(first.landShare()));
        assertEquals("60", String.valueOf(first.resettlementShare()));
        assertEquals("2023-10-01", String.valueOf(first.effectiveFrom()));
        assertEquals(List.of(), reading.problems());
        assertEquals("land-price:东岭区 Ⅰ 2023-10-01", first.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "区片编号,综合地价（万元/亩）\n1,7.5\n",
                "单位：万元/亩,\n区片编号,综合地价\n1,7.5\n",
                "区片编号,征地补偿标准,单位\n1,7.5,万元/亩\n",
                "区片编号,综合地价\n1,7.5万元/亩\n",
                "综合地价（万元/亩）,备注,区片级别\n7.5,,1\n",
                "区片编号,综合地价（万元/亩）,综合地价（万元/公顷）\n1,7.5,112.5\n",
                "区片编号,1\n综合地价（万元/亩）,7.5\n",
                "甲区,,\n区片编号,区片范围,综合地价（万元/亩）\n1,东村,7.5\n"
            })
    void aPriceIsReadWhereverItsUnitStands(String text) throws IOException {
        assertEquals(List.of("甲区 1 7.5 万元/亩"), prices(csv(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "区片编号,综合地价\n1,7.5\n",
                "区片编号,综合地价（万元）\n1,7.5\n",
                "区片编号,综合地价（万元/亩）\n1,7.5-8.5\n",
                "区片编号,综合地价（万元/亩）\n1,约7.5\n",
                "区片编号,综合地价,单位\n1,7.5,亿元/亩\n",
                "区片编号,综合地价（万元/亩）,综合地价（万元/公顷）\n1,7.5,212.5\n",
                "区片编号,综合地价（万元/亩）,\n,农用地,建设用地\n1,7.5,8.5\n"
            })
    void aPriceThatNobodyCanTellIsToldAndNotRead(String text) throws IOException {
        TableReading<DisclosureRecord> reading = csv(text);
        assertTrue(prices(reading).stream().allMatch(each -> each.equals("甲区 1 null null")), text);
        assertTrue(
                reading.problems().stream()
                                .anyMatch(each -> Set.of("source.field.unreadable", "source.table.unrecognized")
                                        .contains(each.rule()))
                        || reading.ledger().stream()
                                .anyMatch(each -> each.fate() == FieldFate.UNMAPPED && "7.5".equals(each.value())),
                text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "县区,区片价（万元/亩）\n东岭区,Ⅰ区：7.5；Ⅱ区：6.8\n西河县,Ⅰ区：7；Ⅱ区：6.1\n",
                "县区,区片价\n东岭区,\"Ⅰ类区片7.5万元/亩，Ⅱ类区片6.8万元/亩\"\n西河县,\"Ⅰ类区片7万元/亩、Ⅱ类区片6.1万元/亩\"\n",
                "县区,Ⅰ区片（万元/亩）,Ⅱ区片（万元/亩）\n东岭区,7.5,6.8\n西河县,7,6.1\n",
                "县区,Ⅰ类区（万元/亩）,Ⅱ类区（万元/亩）\n东岭区,7.5,6.8\n西河县,7,6.1\n",
                "县区,区片综合地价（万元/亩）,\n,Ⅰ区片,Ⅱ区片\n东岭区,7.5,6.8\n西河县,7,6.1\n",
                "县区,区片编号,区片综合地价（万元/亩）\n东岭区,\"Ⅰ\nⅡ\",\"7.5\n6.8\"\n西河县,Ⅰ/Ⅱ,7/6.1\n"
            })
    void severalBlocksOfARegionAreARecordEach(String text) throws IOException {
        TableReading<DisclosureRecord> reading = csv(text);
        assertEquals(
                List.of("东岭区 Ⅰ 7.5 万元/亩", "东岭区 Ⅱ 6.8 万元/亩", "西河县 Ⅰ 7 万元/亩", "西河县 Ⅱ 6.1 万元/亩"),
                prices(reading).stream().map(each -> each.replace("类", "")).toList());
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "县区,区片编号,区片综合地价（万元/亩）\n东岭区,Ⅰ/Ⅱ/Ⅲ,7.5/6.8\n",
                "县区,区片编号,区片综合地价（万元/亩）\n东岭区,Ⅰ,7.5/6.8\n",
                "县区,区片价\n东岭区,Ⅰ区：7.5；Ⅱ区：6.8\n"
            })
    void pricesThatNothingTellsToTheirBlocksAreToldAndNotRead(String text) throws IOException {
        TableReading<DisclosureRecord> reading = csv(text);
        assertTrue(prices(reading).stream().allMatch(each -> each.contains("null null")), text);
        assertEquals(
                List.of("source.field.unreadable"),
                reading.problems().stream().map(SourceProblem::rule).toList());
    }

    @Test
    void whatLiesInEachBlockIsReadBlockByBlockOrTold() throws IOException {
        String header = "县区,区片编号,区片范围,区片综合地价（万元/亩）\n";
        TableReading<DisclosureRecord> parted = csv(header + "东岭区,Ⅰ/Ⅱ,东村；西村,7.5/6.8\n");
        assertEquals("东村", first(parted).range());
        TableReading<DisclosureRecord> whole = csv(header + "东岭区,Ⅰ/Ⅱ,东村和西村,7.5/6.8\n");
        assertEquals(null, first(whole).range());
        assertEquals(1, whole.problems().size());
    }

    @Test
    void aHeadingNamesTheRegionOfTheBlocksBelowIt() throws IOException {
        assertEquals(
                List.of("东岭区 1 7.5 万元/亩", "西河县 1 6 万元/亩"),
                prices(csv("区片编号,区片范围,综合地价（万元/亩）\n一、东岭区,,\n1,东村,7.5\n二、西河县,,\n1,西村,6.0\n")));
    }

    @Test
    void theTwoPartsOfAPriceAreNoSharesAndNoPrices() throws IOException {
        TableReading<DisclosureRecord> reading = csv("区片编号,土地补偿费（万元/亩）,安置补助费（万元/亩）,综合地价（万元/亩）\n1,3.0,4.5,7.5\n");
        assertEquals(List.of("甲区 1 7.5 万元/亩"), prices(reading));
        assertEquals(
                List.of("part-of-price", "part-of-price"),
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.UNMAPPED)
                        .flatMap(each -> each.reasons().stream())
                        .toList());
    }

    @Test
    void aShareIsReadInPerCentAlone() throws IOException {
        TableReading<DisclosureRecord> reading = csv("区片编号,综合地价（万元/亩）,土地补偿费占比,安置补助费占比\n1,7.5,40%,0.6\n");
        assertEquals("40", String.valueOf(first(reading).landShare()));
        assertEquals(null, first(reading).resettlementShare());
        assertEquals(
                List.of("source.field.unreadable"),
                reading.problems().stream().map(SourceProblem::rule).toList());
    }

    @Test
    void whatTheTableDoesNotSayComesFromTheDefaults() throws IOException {
        TableReading<DisclosureRecord> reading = reader.readCsv(
                "p.csv",
                new StringReader("区片编号,综合地价（元/㎡）\n1,112.5\n"),
                reader.defaults(Map.of(
                        "region", "甲区", "document", "甲政字〔2023〕14号", "effectiveFrom", "2023-10-01", "setBy", "甲省人民政府")));
        assertEquals(List.of("甲区 1 112.5 元/平方米"), prices(reading));
        assertEquals(
                List.of("/region", "/setBy", "/document", "/effectiveFrom"),
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.DEFAULTED)
                        .map(LedgerEntry::target)
                        .toList());
    }

    @Test
    void parcelsWithTheirPricesAreNoTableOfBlockPrices() throws IOException {
        assertEquals(
                List.of("land-project"),
                csv("村名,面积（公顷）,区片级别,区片价（万元/亩）\n东村,1.2,Ⅰ级,8.5\n").records().stream()
                        .map(each -> RecordKind.of(each).code())
                        .toList());
    }

    @Test
    void aTableOfBlockPricesIsKnownByItsLabels() {
        Grid grid = Grid.ofHtml(
                        "p.html",
                        "<table><tr><td>区片编号</td><td>区片综合地价（元/亩）</td></tr><tr><td>1</td><td>75000</td></tr></table>")
                .grids()
                .get(0);
        TableFit fit = reader.fit(grid, List.of());
        assertTrue(fit != null && fit.told());
    }
}
