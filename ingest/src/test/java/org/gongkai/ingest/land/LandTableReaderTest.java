package org.gongkai.ingest.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.land.Area;
import org.gongkai.core.land.Bounds;
import org.gongkai.core.land.Contact;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.land.LandRequisitionProject;
import org.gongkai.core.land.PlanItem;
import org.gongkai.core.land.PlanReference;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.notice.NoticeText;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableParts;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandTableReaderTest {

    private final LandTableReader reader = LandTableReader.standard();
    private final LandDefaults defaults = LandDefaults.collectiveLand();

    @Test
    void whatStandsAboveTheLabelsOfAFormIsNoneOfThem() throws IOException {
        LandRequisitionProject project =
                project(csv("项目,内容\n项目名称,2024年第5批次\n批复日期,2024年5月6日\n批准文号,鲁政土字〔2024〕55号\n征收面积,2.3333公顷\n"));
        assertEquals("2024年第5批次", project.name());
        assertEquals(LocalDate.of(2024, 5, 6), project.approvedOn());
    }

    @Test
    void aPlanNamesItsPiecesOfLand() throws IOException {
        LandRequisitionPlan plan =
                (LandRequisitionPlan) csv("序号,地块名称,位置,拟征收面积（公顷）,拟用途,实施时间\n1,东岭A-01地块,东村以南,3.25,居住用地,第四季度\n")
                        .records()
                        .get(0);
        PlanItem item = plan.items().get(0);
        assertEquals(
                List.of("1", "东岭A-01地块", "东村以南", "居住用地", "Q4"),
                List.of(item.number(), item.name(), item.location(), item.use(), item.quarter()));
    }

    @Test
    void whatAParcelIsCalledIsItsNumberWhereItHasNoOther() throws IOException {
        LandRequisitionProject project = project(csv("地块名称,权属单位,面积（公顷）\n东岭A-01地块,东村,3.25\n"));
        assertEquals("东岭A-01地块", project.parcels().get(0).number());
    }

    @Test
    void aPlanAndBlockPricesTakeTheirDayFromThePage() {
        NoticeText page = NoticeText.of(
                Location.of("page"), "东岭区人民政府2025年度土地征收计划", LocalDate.of(2025, 1, 9), "东岭区人民政府\n2025年1月8日");
        LandDefaults told = reader.informed(page, defaults).defaults();
        assertEquals(2025, told.plan().year());
        assertEquals("东岭区人民政府", String.valueOf(told.plan().compiledBy()));
        assertEquals(LocalDate.of(2025, 1, 9), told.plan().publishedOn());
        NoticeText prices = NoticeText.of(Location.of("page"), "东岭区征地区片综合地价公布", LocalDate.of(2025, 1, 9), "附件");
        assertEquals(
                LocalDate.of(2025, 1, 9),
                reader.informed(prices, defaults).defaults().price().publishedOn());
        NoticeText other = NoticeText.of(Location.of("page"), "东岭区2025年工作计划", LocalDate.of(2025, 1, 9), "一、工作");
        assertEquals(defaults, reader.informed(other, defaults).defaults());
    }

    @Test
    void theUnitOfPricesBesideThatOfAreasDoesNotHideIt() throws IOException {
        LandRequisitionProject project = project(csv("单位：公顷、万元/公顷,,\n被征地村组,合计,耕地\n东村一组,1.25,1.00\n西村,0.50,0.30\n"));
        assertEquals("1.25公顷", String.valueOf(project.parcels().get(0).area()));
    }

    @Test
    void theAreaThatWasApprovedIsThatOfTheProject() throws IOException {
        LandRequisitionProject project = project(csv("序号,项目名称,批复文号,批准面积(亩),征收村庄\n1,东岭小学,鲁政土字〔2024〕12号,45.6,东村\n"));
        assertEquals("45.6亩", String.valueOf(project.totalArea()));
        assertEquals("东村", project.parcels().get(0).location());
    }

    @Test
    void parcelsByVillageAndClassMakeOneProject() {
        TableReading<DisclosureRecord> reading = reader.readHtml("notice.html", """
                <table>
                <tr><td colspan=6>拟征收土地一览表 单位：公顷</td></tr>
                <tr><th rowspan=2>序号</th><th rowspan=2>村居</th><th rowspan=2>总面积</th><th colspan=3>地类</th></tr>
                <tr><th>农用地</th><th>其中：耕地</th><th>建设用地</th></tr>
                <tr><td>1</td><td>东村</td><td>3.8966</td><td>3.0000</td><td>1.2000</td><td>0.8966</td></tr>
                <tr><td>2</td><td>西村</td><td>6.3870</td><td>6.3870</td><td>—</td><td></td></tr>
                <tr><td colspan=2>合计</td><td>约10.2836</td><td>9.3870</td><td>1.2000</td><td>0.8966</td></tr>
                </table>""", defaults);
        LandRequisitionProject project = project(reading);
        assertEquals(
                List.of("1 东村 3.8966公顷 农用地 3.0000公顷 耕地 1.2000公顷 建设用地 0.8966公顷", "2 西村 6.3870公顷 农用地 6.3870公顷"),
                parcels(project));
        assertEquals(Area.parse("约10.2836公顷"), project.totalArea());
        assertEquals(3, project.landClasses().size());
        assertEquals(List.of(), reading.problems());
        assertEquals(
                "notice.html!table 1:4:3 总面积",
                entry(reading, "/parcels/0/area").location().toString());
    }

    private TableReading<DisclosureRecord> below(String line) {
        return reader.readHtml("a.html", "<p>" + line + """
                </p><table><tr><td>被征地单位</td><td>征收面积（公顷）</td></tr>
                <tr><td>东镇王村</td><td>1.5</td></tr></table>""", defaults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"；", ";", "。", "　　", " ", "，", "<br>"})
    void labelledValuesOfOneLineAboveATableAreParted(String between) {
        TableReading<DisclosureRecord> reading =
                below(String.join(between, "批准机关：东山省人民政府", "批准文号：东政土字〔2024〕12号", "批准时间：2024年3月5日", "土地用途：工业用地"));
        LandRequisitionProject project = project(reading);
        assertEquals("东山省人民政府", String.valueOf(project.approvingAuthority()));
        assertEquals("东政土字〔2024〕12号", String.valueOf(project.approvalNumber()));
        assertEquals("2024-03-05", String.valueOf(project.approvedOn()));
        assertEquals("工业用地", project.use());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void aLabelThatNamesSeveralTakesAsManyValuesAndNoOthers() {
        LandRequisitionProject project = project(below("征地批准机关、文号及时间：东山省人民政府，东政土字〔2024〕12号，2024年3月5日"));
        assertEquals("东政土字〔2024〕12号", String.valueOf(project.approvalNumber()));
        assertEquals("2024-03-05", String.valueOf(project.approvedOn()));
        TableReading<DisclosureRecord> fewer = below("征地批准机关、文号及时间：东山省人民政府，2024年3月5日");
        assertNull(project(fewer).approvingAuthority());
        assertEquals("source.field.unreadable", fewer.problems().get(0).rule());
    }

    @Test
    void whatIsNoNameOfABodyIsNotTakenForTheAuthority() {
        TableReading<DisclosureRecord> reading = below("批准机关：东山省人民政府（东政土字〔2024〕12号）");
        assertNull(project(reading).approvingAuthority());
        assertEquals("source.field.unreadable", reading.problems().get(0).rule());
        assertNull(project(below("单位：公顷")).approvingAuthority());
        assertEquals("仓储：冷库", project(below("批准用途：仓储：冷库")).use());
        assertEquals("东湾一期", project(below("项目名称：东湾一期；联系人：李某某")).name());
    }

    @Test
    void theClassesInTheCellOfAnAreaAreRead() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                项目名称,批准文号,征收面积（亩）
                一期,东政土字〔2024〕1号,50亩（其中耕地30亩、林地20亩）
                二期,东政土字〔2024〕2号,50亩（含耕地面积30亩，林地20亩）
                三期,东政土字〔2024〕3号,50亩，其中：农用地40亩（耕地30亩）、建设用地10亩
                四期,东政土字〔2024〕4号,50（其中耕地30、林地20）
                五期,东政土字〔2024〕5号,3公顷（其中耕地3公顷；折合45亩）
                六期,东政土字〔2024〕6号,3公顷（45亩）
                """);
        assertEquals(
                List.of(
                        "50亩 null [耕地 30亩, 林地 20亩]",
                        "50亩 null [耕地 30亩, 林地 20亩]",
                        "50亩 null [农用地 40亩, 耕地 30亩, 建设用地 10亩]",
                        "50亩 null [耕地 30亩, 林地 20亩]",
                        "3公顷 45亩 [耕地 3公顷]",
                        "3公顷 45亩 []"),
                reading.records().stream()
                        .map(LandRequisitionProject.class::cast)
                        .map(each -> each.totalArea() + " " + each.restatedArea() + " "
                                + each.landClasses().stream()
                                        .map(own -> own.landClass() + " " + own.area())
                                        .toList())
                        .toList());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void partsOfAnAreaThatNobodyCanReadAreTold() throws IOException {
        TableReading<DisclosureRecord> reading = csv("项目名称,批准文号,征收面积\n一期,东政土字〔2024〕1号,50亩（其中甲片区30亩、乙片区20亩）\n");
        LandRequisitionProject project =
                (LandRequisitionProject) reading.records().get(0);
        assertEquals(Area.parse("50亩"), project.totalArea());
        assertEquals(List.of(), project.landClasses());
        assertEquals("landClasses", reading.problems().get(0).expected());
    }

    @Test
    void parcelsWithClassQuantityAndPriceInColumnsAreATableAndNoForm() throws IOException {
        TableReading<DisclosureRecord> reading = csv("村（组）,土地类别,数量（亩）,单价（万元/亩）\n王村一组,水浇地,10,6.5\n王村二组,林地,5,4\n");
        assertEquals(List.of("- 王村一组 10亩 水浇地 10亩", "- 王村二组 5亩 林地 5亩"), parcels(project(reading)));
        assertEquals(2, project(reading).prices().size());
    }

    @Test
    void theUnitOfTheCellPrevailsOverTheHeaderAndTheHeaderOverTheCaption() throws IOException {
        TableReading<DisclosureRecord> reading = csv("单位：平方米,,\n村名,面积（公顷）,耕地\n东村,1.2,3273\n西村,37.5亩,494\n");
        assertEquals(List.of("- 东村 1.2公顷 耕地 3273平方米", "- 西村 37.5亩 耕地 494平方米"), parcels(project(reading)));
    }

    @Test
    void aSheetsHeaderOfTwoRowsIsJoined() throws IOException {
        TableReading<DisclosureRecord> reading = csv("村名,面积（公顷）,,\n,合计,耕地,建设用地\n东村,1.5,1.0,0.5\n");
        assertEquals(List.of("- 东村 1.5公顷 耕地 1.0公顷 建设用地 0.5公顷"), parcels(project(reading)));
    }

    @Test
    void anAreaWithoutAUnitIsLeftUnreadAndReported() throws IOException {
        TableReading<DisclosureRecord> reading = csv("村名,面积\n东村,1.5\n");
        assertNull(project(reading).parcels().get(0).area());
        assertEquals(List.of("source.field.unreadable"), rules(reading));
        assertEquals(FieldFate.UNREADABLE, reading.ledger().get(1).fate());
        LandDefaults hectares =
                new LandDefaults(defaults.plan(), defaults.project(), defaults.price(), Area.Unit.HECTARE);
        assertEquals(
                List.of("- 东村 1.5公顷"),
                parcels(project(reader.readCsv("a.csv", new StringReader("村名,面积\n东村,1.5\n"), hectares))));
    }

    @Test
    void bordersAreReadFromOneCellOrFromFour() throws IOException {
        TableReading<DisclosureRecord> one = csv("位置,四至,面积（亩）\n东村,东至河，南至路；西邻西村、北至山,3\n");
        TableReading<DisclosureRecord> four = csv("位置,东至,南至,西至,北至,面积（亩）\n东村,河,路,西村,山,3\n");
        Bounds bounds = new Bounds("河", "路", "西村", "山");
        assertEquals(bounds, project(one).parcels().get(0).bounds());
        assertEquals(bounds, project(four).parcels().get(0).bounds());
    }

    @Test
    void aClassBelowAnotherKeepsItsOwnNameAndTheSubtotalIsTheWiderClass() {
        LandRequisitionProject project = project(reader.readHtml("a.html", """
                <table><caption>单位：公顷</caption>
                <tr><td rowspan=2>权属单位</td><td rowspan=2>总面积</td><td colspan=4>农用地</td><td rowspan=2>建设用地</td></tr>
                <tr><td>小计</td><td>耕地</td><td>草地</td><td>养殖水面</td></tr>
                <tr><td>王村</td><td>0.7</td><td>0.6</td><td>0.1</td><td>0.2</td><td>0.3</td><td>0.1</td></tr></table>""", defaults));
        assertEquals(List.of("- 王村 0.7公顷 农用地 0.6公顷 耕地 0.1公顷 草地 0.2公顷 养殖水面 0.3公顷 建设用地 0.1公顷"), parcels(project));
    }

    @Test
    void aRowOfThePriceIsThePriceAndNoParcel() {
        TableReading<DisclosureRecord> reading = reader.readHtml("a.html", """
                <p>批准文号：岚政土字〔2025〕20号</p><p>批准时间：2025年2月16日</p><p>联系人：某人</p>
                <table><tr><td>土地所有权人</td><td>总计（公顷）</td></tr><tr><td>王村</td><td>0.5</td></tr>
                <tr><td>合 计</td><td>0.5</td></tr><tr><td>补偿标准（万元/公顷）</td><td>135</td></tr>
                <tr><td colspan=2>备注：区片综合地价为135万元/公顷。</td></tr></table>""", defaults);
        LandRequisitionProject project = project(reading);
        assertEquals(List.of("- 王村 0.5公顷"), parcels(project));
        assertEquals("135", project.prices().get(0).price().toPlainString());
        assertEquals("万元/公顷", project.prices().get(0).unit());
        assertEquals("岚政土字〔2025〕20号", String.valueOf(project.approvalNumber()));
        assertEquals("2025-02-16", String.valueOf(project.approvedOn()));
        assertEquals(
                List.of("from-line-above"), entry(reading, "/approvalNumber").reasons());
    }

    @Test
    void classesInRowsAreGatheredByPlace() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                乡镇,村,组,地类,面积（公顷）,土地补偿费标准（万元/公顷）,安置补助费标准（万元/公顷）,土地补偿费（万元）
                东镇,坡村,一组,旱地,0.1234,46.2,69.3,5.7
                ,,,果园,0.0100,46.2,69.3,0.5
                ,,二组,水田,0.0500,46.2,69.3,2.3
                """);
        assertEquals(
                List.of("- 东镇坡村一组 0.1334公顷 旱地 0.1234公顷 果园 0.0100公顷", "- 东镇坡村二组 0.0500公顷 水田 0.0500公顷"),
                parcels(project(reading)));
        assertEquals(List.of(), project(reading).prices(), "nothing says which of two prices is that of the block");
        assertEquals(
                List.of("counted"),
                entry(reading, "/parcels/0/area", FieldFate.DEFAULTED).reasons());
    }

    @Test
    void anAreaWithoutAClassIsOneOfItsParcelAlone() throws IOException {
        String table = "村,地类,面积（公顷）,备注\n东村,旱地,0.2,\n,,0.1,\n,果园,,无\n,水田,0.3,\n";
        TableReading<DisclosureRecord> reading = csv(table);
        assertEquals(List.of("- 东村 0.6公顷 旱地 0.2公顷 水田 0.3公顷"), parcels(project(reading)));
        assertEquals("0.1", entry(reading, "/parcels/0/area").value());
        assertEquals("水田", entry(reading, "/parcels/0/landClasses/1/landClass").value());
        assertTrue(reading.ledger().stream()
                .anyMatch(each -> "0.3".equals(each.value()) && "/parcels/0/landClasses/1/area".equals(each.target())));
        assertTrue(reading.ledger().stream()
                .anyMatch(each -> "果园".equals(each.value()) && each.reasons().equals(List.of("no-area"))));
        TableReading<DisclosureRecord> without =
                reader.withHeaders(Map.of("地类", "-")).readCsv("a.csv", new StringReader(table), defaults);
        assertEquals(List.of("- 东村 0.6公顷"), parcels(project(without)));
        assertTrue(without.ledger().stream()
                .noneMatch(each -> each.target() != null && each.target().contains("landClasses")));
    }

    @Test
    void townVillageAndGroupMakeOnePlace() throws IOException {
        assertEquals(
                List.of("1 观湾街道蔡山社区7组 2.0169公顷", "2 公义镇公义场社区集体 0.4383公顷"),
                parcels(
                        project(
                                csv(
                                        "单位：公顷、亩,,,,,\n序号,乡镇,村,组,面积（公顷）,面积（亩）\n1,观湾街道,蔡山社区,7组,2.0169,30.25\n2,公义镇,公义场社区,集体,0.4383,6.57\n"))));
        assertEquals(List.of("- 观湾街道蔡山社区 1公顷"), parcels(project(csv("村,面积（公顷）\n一、观湾街道,\n蔡山社区,1\n"))));
    }

    @Test
    void aFormIsOneProjectWithTheClassesOfItsSentence() {
        TableReading<DisclosureRecord> reading = reader.readHtml("a.html", """
                <table><tr><td>项目名称</td><td>甲批次</td></tr><tr><td>批准文号</td><td>岚政土字〔2024〕33号</td></tr>
                <tr><td>征收范围</td><td>北山镇上庄村</td></tr>
                <tr><td>征收面积</td><td>3.8562公顷，其中农用地3.8562公顷（耕地3.4424公顷）</td></tr></table>""", defaults);
        LandRequisitionProject project = project(reading);
        assertEquals("甲批次", project.name());
        assertEquals(Area.parse("3.8562公顷"), project.totalArea());
        assertEquals(
                List.of("农用地 3.8562公顷", "耕地 3.4424公顷"),
                project.landClasses().stream()
                        .map(each -> each.landClass() + " " + each.area())
                        .toList());
        assertEquals(List.of("- 北山镇上庄村 3.8562公顷"), parcels(project));
    }

    @Test
    void anAreaWithPartsThatNobodyKnowsIsLeftUnread() {
        TableReading<DisclosureRecord> reading = reader.readHtml("a.html", """
                <table><tr><td>项目名称</td><td>甲批次</td></tr><tr><td>征收面积</td><td>3公顷，其中海域2公顷</td></tr></table>""", defaults);
        assertNull(project(reading).totalArea());
        assertEquals(List.of("source.field.unreadable"), rules(reading));
    }

    @Test
    void aTotalThatIsNotTheSumOfItsLinesIsTold() throws IOException {
        String lines = "项目名称,总面积（公顷）\n甲,1.8565\n乙,0.3726\n合计,";
        assertEquals(List.of(), rules(csv(lines + "2.2291\n")));
        assertEquals(List.of("source.table.totalDiffers"), rules(csv(lines + "3.2291\n")));
    }

    @Test
    void aCollectiveServesAsThePlaceOfAProject() throws IOException {
        assertEquals(List.of("- 上庄村 1公顷"), parcels(project(csv("项目名称,被征地单位,征收总面积（公顷）,农用地\n甲,上庄村,1,1\n"))));
    }

    @Test
    void theGradeOfABlockIsReadBesideItsPrice() throws IOException {
        LandRequisitionProject project =
                (LandRequisitionProject) csv("村名,面积（公顷）,区片级别,区片价（万元/亩）\n东村,1.2,Ⅰ级,8.5\n西村,1.0,Ⅱ级,7.0\n")
                        .records()
                        .get(0);
        assertEquals(
                List.of("Ⅰ级 8.5 万元/亩", "Ⅱ级 7 万元/亩"),
                project.prices().stream()
                        .map(each -> each.grade() + ' ' + each.price().toPlainString() + ' ' + each.unit())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲,东政土字〔2024〕1号,2.5,东村,1.6\n甲,东政土字〔2024〕1号,2.5,西村,0.9\n",
                "甲,东政土字〔2024〕1号,2.5,东村,1.6\n,,,西村,0.9\n"
            })
    void theTotalOfAProjectBesideTheAreasOfItsParcelsIsNoneOfTheirs(String rows) throws IOException {
        LandRequisitionProject project = project(csv("项目名称,批准文号,总面积（公顷）,被征地单位,面积（公顷）\n" + rows));
        assertEquals(Area.parse("2.5公顷"), project.totalArea());
        assertEquals(
                List.of(Area.parse("1.6公顷"), Area.parse("0.9公顷")),
                project.parcels().stream().map(each -> each.area()).toList());
    }

    @Test
    void parcelsOfOneSizeKeepTheirOwnAreaBesideTheTotal() throws IOException {
        LandRequisitionProject project = project(csv("项目名称,被征地单位,面积（公顷）,总面积（公顷）\n甲,东村,1.2,2.4\n甲,西村,1.2,2.4\n"));
        assertEquals(Area.parse("2.4公顷"), project.totalArea());
        assertEquals(
                List.of(Area.parse("1.2公顷"), Area.parse("1.2公顷")),
                project.parcels().stream().map(each -> each.area()).toList());
    }

    @Test
    void aPriceWithItsUnitInTheCellIsRead() throws IOException {
        TableReading<DisclosureRecord> reading =
                csv("村名,征收面积（公顷）,补偿标准\n东村,1.2,9.1万元/亩\n西村,1.0,区片价7万元/亩\n南村,0.5,——\n北村,0.4,约8万元/亩左右\n");
        assertEquals(
                List.of("9.1 万元/亩", "7 万元/亩"),
                project(reading).prices().stream()
                        .map(each -> each.price().toPlainString() + ' ' + each.unit())
                        .toList());
        assertEquals(List.of("source.field.unreadable"), rules(reading));
    }

    @Test
    void aQuarterOfThePlansOwnYearIsRead() throws IOException {
        LandDefaults year = LandTableReader.standard().defaults(Map.of("year", "2025"));
        TableReading<DisclosureRecord> reading = reader.readCsv(
                "a.csv",
                new StringReader(
                        "项目名称,拟征面积（亩）,计划季度\n甲,1,2025年第三季度\n乙,1,四季度\n丙,1,2026年一季度\n丁,1,2025年6月\n戊,1,三季度末\n己,1,下半年\n庚,1,10月前\n"),
                year);
        assertEquals(
                Arrays.asList("Q3", "Q4", null, "Q2", "Q3", null, null),
                ((LandRequisitionPlan) reading.records().get(0))
                        .items().stream().map(PlanItem::quarter).toList());
        assertEquals(
                List.of("source.field.unreadable", "source.field.unreadable", "source.field.unreadable"),
                rules(reading));
    }

    @Test
    void aListOfProjectsMakesAProjectEachRow() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                序号,项目名称,批准文号,批准机关,批准时间,收到批文日期,批准用途,总面积（公顷）
                1,东村路,鲁政土字[2024]7号,山东省人民政府,2024年4月15日,2024.4.26,道路用地,1.8565
                2,西村学校,鲁政土字〔2024〕8号,山东省人民政府,2024-04-16,,教育用地,0.3726ha
                合计,,,,,,,2.2291
                """);
        assertEquals(2, reading.records().size());
        LandRequisitionProject first =
                (LandRequisitionProject) reading.records().get(0);
        assertEquals("鲁政土字〔2024〕7号", String.valueOf(first.approvalNumber()));
        assertEquals("2024-04-26", String.valueOf(first.approvalReceivedOn()));
        assertEquals("农村集体土地征收", String.valueOf(first.regime()));
        assertEquals("a.csv:2", reading.lines().get(0).origin().toString());
        assertEquals(FieldFate.REPAIRED, entry(reading, "/approvalNumber").fate());
        assertEquals(32 - 8, cells(reading));
        assertEquals(2, reading.ledger().size() - cells(reading), "the regime of each project is a default");
    }

    @Test
    void aTotalInASecondUnitIsKeptAsRestated() throws IOException {
        TableReading<DisclosureRecord> list = csv("项目名称,总面积（公顷）,总面积（亩）\n东村路,1.8565,27.85\n");
        LandRequisitionProject project = project(list);
        assertEquals(Area.parse("1.8565公顷"), project.totalArea());
        assertEquals(Area.parse("27.85亩"), project.restatedArea());
        assertEquals("27.85", entry(list, "/restatedArea").value());
        LandRequisitionProject one = project(csv("项目名称,总面积\n东村路,1.8565公顷（27.85亩）\n"));
        assertEquals(Area.parse("1.8565公顷"), one.totalArea());
        assertEquals(Area.parse("27.85亩"), one.restatedArea());
        TableReading<DisclosureRecord> parcels = csv("村名,面积（公顷）,面积（亩）\n东村,1.2000,18\n合计,1.2000,18\n");
        assertEquals(Area.parse("18亩"), project(parcels).restatedArea());
        assertEquals(
                List.of("other-value-taken"),
                parcels.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.UNMAPPED)
                        .findFirst()
                        .orElseThrow()
                        .reasons());
    }

    @Test
    void aListOfProjectsTellsWhereEachCameFromAndWhomToAsk() throws IOException {
        LandRequisitionProject project = project(csv("""
                项目编号,项目名称,计划年度,计划序号,征收类型,总面积（公顷）,安置方式,社会保障,救济途径,联系单位,联系电话
                J1,东村路,2024年度,3,农村集体土地征收,1.2,货币安置、住房安置,按标准落实,六十日内申请行政复议,区自然资源局,0532-88996769
                """));
        assertEquals(new PlanReference(2024, "3"), project.planItem());
        assertEquals(List.of("货币安置", "住房安置"), project.resettlement());
        assertEquals("按标准落实", project.socialSecurity());
        assertEquals("六十日内申请行政复议", project.remedies());
        assertEquals(new Contact("区自然资源局", "0532-88996769", null), project.contact());
        assertEquals("农村集体土地征收", String.valueOf(project.regime()));
    }

    @Test
    void thePurposeIsReadFromASentence() throws IOException {
        TableReading<DisclosureRecord> reading =
                csv("项目名称,总面积（公顷）,征收目的\n甲,1,由政府组织实施的交通等基础设施建设需要用地\n乙,1,符合《土地管理法》第四十五条第（三）项\n丙,1,建设需要\n");
        assertEquals(
                List.of("基础设施", "公共事业", "建设需要"),
                reading.records().stream()
                        .map(each -> String.valueOf(((LandRequisitionProject) each).ground()))
                        .toList());
        assertEquals(FieldFate.REPAIRED, entry(reading, "/ground").fate());
    }

    @Test
    void aPlanMakesALineEachRow() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                序号,项目名称,位置,拟征面积（公顷）,拟用途,征收目的,计划时间,实施单位,状态,项目编号
                1,东村路,东村,约2,道路用地,基础设施,第三季度,区住建局,已批准,J2023-1
                """);
        PlanItem item = ((LandRequisitionPlan) reading.records().get(0)).items().get(0);
        assertEquals("Q3", item.quarter());
        assertEquals(Area.parse("约2公顷"), item.plannedArea());
        assertEquals("J2023-1", item.project());
        assertEquals("已批准", String.valueOf(item.state()));
    }

    @Test
    void aMergedVillageCountsOnceInTheLedgerAndServesEachRow() {
        TableReading<DisclosureRecord> reading = reader.readHtml("a.html", """
                <table><tr><th>村居</th><th>位置</th><th>面积(亩)</th></tr>
                <tr><td rowspan=2>东村</td><td>村北</td><td>1</td></tr><tr><td>村南</td><td>2</td></tr></table>""", defaults);
        assertEquals(5, cells(reading));
        assertEquals(List.of("- 东村村北 1亩", "- 东村村南 2亩"), parcels(project(reading)));
    }

    @Test
    void aColumnOfPersonalDataIsLeftOutAndMasked() throws IOException {
        TableReading<DisclosureRecord> reading =
                csv("户主姓名,身份证号,位置,面积（亩）,备用\n张三,11010519491231002X,东村,1,电话13800000000\n");
        assertEquals(List.of("source.column.personalData", "source.column.personalData"), rules(reading));
        String ledger = reading.ledger().toString();
        assertTrue(!ledger.contains("张三") && !ledger.contains("1949") && !ledger.contains("13800000000"), ledger);
        assertEquals(List.of("- 东村 1亩"), parcels(project(reading)));
        assertEquals(List.of("personal-data"), reading.ledger().get(0).reasons());
    }

    @ParameterizedTest
    @ValueSource(strings = {"乡（镇）", "乡(镇、街道)", "镇（街道）", "乡镇"})
    void theTownIsPartOfThePlaceHoweverItsColumnIsCalled(String town) throws IOException {
        TableReading<DisclosureRecord> reading =
                reader.readCsv("a.csv", new StringReader(town + ",村,组,面积（亩）\n东山镇,李村,1组,14.5\n"), defaults);
        assertEquals(List.of("- 东山镇李村1组 14.5亩"), parcels(project(reading)));
    }

    @Test
    void anotherTableIsReportedAndLeft() {
        TableReading<DisclosureRecord> reading =
                reader.readHtml("a.html", "<table><tr><td>导航</td><td>首页</td></tr></table>", defaults);
        assertEquals(List.of(), reading.records());
        assertEquals(List.of("source.table.unrecognized"), rules(reading));
    }

    @Test
    void theUsersOwnLabelsReplaceTheShippedOnes() throws IOException {
        LandTableReader own = LandTableReader.of(new StringReader("how,label,meaning\nis,地头,location\nis,大小,area\n"));
        TableReading<DisclosureRecord> reading = own.readCsv("a.csv", new StringReader("地头,大小（亩）\n东村,3\n"), defaults);
        assertEquals(List.of("- 东村 3亩"), parcels(project(reading)));
        IOException e = assertThrows(
                IOException.class, () -> LandTableReader.of(new StringReader("how,label,meaning\nis,地头,soil\n")));
        assertTrue(String.valueOf(e.getMessage()).startsWith("line 2"), e.getMessage());
    }

    @Property(tries = 100)
    void everyCellBelowTheHeaderIsAccountedForOnce(@ForAll("rows") List<List<String>> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("序号", "村名", "面积（公顷）", "耕地", "户主", "其他"));
        table.addAll(rows);
        TableReading<DisclosureRecord> reading = reader.readRows(Location.of("a.xlsx"), table, defaults);
        long cells = rows.stream().mapToInt(List::size).sum();
        assertEquals(
                cells,
                reading.ledger().stream()
                        .filter(each -> each.fate() != FieldFate.DEFAULTED)
                        .count());
    }

    /** No row is wider than the header: names under the last label and beside it would be a second row of labels. */
    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.of(
                "", " ", "1", "东村", "合计", "小计", "约1.5", "3亩", "张三", "—", "公顷地", "耕地x", "2024年", "13800000000");
        return cell.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(8);
    }

    /** Results of land supply: another kind of table, with labels that end in colons and blanks that do not break. */
    @Test
    void everyAreaOfAPublishedListIsReadWithTheUnitOfItsLabel() throws IOException {
        Path file = Path.of(System.getProperty("gongkai.checkout"), "..", "shared", "data", "land-supply.csv");
        assumeTrue(Files.exists(file), "no collection of published lists beside the checkout");
        try (Reader csv = Files.newBufferedReader(file)) {
            TableReading<DisclosureRecord> reading = reader.readCsv("land-supply.csv", csv, defaults);
            LandRequisitionProject project = project(reading);
            assertEquals(800, project.parcels().size());
            assertEquals(
                    800,
                    project.parcels().stream()
                            .filter(each -> each.area() != null && each.area().unit() == Area.Unit.HECTARE)
                            .count());
            assertEquals(800 * 24, cells(reading));
        }
    }

    @Test
    void rowsOfOneProjectBehindEachOtherAreItsParcels() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                项目名称,批准文号,村,地块编号,面积（公顷）,耕地,用途
                东岭区第1批次,岚政土字〔2024〕1号,甲村,1,1.2,1.0,住宅
                东岭区第1批次,岚政土字〔2024〕1号,乙村,2,0.8,0.1,工业
                东岭区第2批次,岚政土字〔2024〕2号,甲村,1,1.5,,工业
                """);
        assertEquals(2, reading.records().size());
        LandRequisitionProject first =
                (LandRequisitionProject) reading.records().get(0);
        assertEquals(List.of("1 甲村 1.2公顷 耕地 1.0公顷", "2 乙村 0.8公顷 耕地 0.1公顷"), parcels(first));
        assertNull(first.totalArea(), "nobody says that these are all of its parcels");
        assertEquals("住宅", first.use());
        assertEquals(List.of(3), reading.lines().get(0).moreRows());
        LedgerEntry other = at(reading, 3, "用途");
        assertEquals(FieldFate.UNMAPPED, other.fate());
        assertEquals(List.of("other-value-taken"), other.reasons());
        assertEquals("/parcels/1/area", at(reading, 3, "面积（公顷）").target());
        assertEquals("/totalArea", at(reading, 4, "面积（公顷）").target());
    }

    @Test
    void aParcelWithoutANameGoesOnWithTheProjectAboveAndTheLedgerSaysSo() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                项目名称,批准文号,被征地村,面积（公顷）
                东岭区第1批次,岚政土字〔2024〕1号,甲村,1.2
                ,,乙村,0.8
                """);
        assertEquals(List.of("- 甲村 1.2公顷", "- 乙村 0.8公顷"), parcels(project(reading)));
        assertEquals(
                List.of("from-row-above"),
                entry(reading, "/name", FieldFate.DEFAULTED).reasons());
    }

    @Test
    void aNumberedRowWithoutANameIsNoParcelOfTheProjectAbove() throws IOException {
        TableReading<DisclosureRecord> reading = csv("序号,项目名称,被征地村,面积（公顷）\n1,东岭区第1批次,甲村,1.2\n2,,乙村,0.8\n");
        assertEquals(2, reading.records().size());
    }

    @Test
    void projectsOfOneNameAndTwoApprovalsStayApart() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                项目名称,批准文号,被征地村,面积（公顷）
                批次用地,岚政土字〔2024〕1号,甲村,1.2
                批次用地,,乙村,0.8
                批次用地,岚政土字〔2024〕2号,丙村,0.5
                """);
        assertEquals(2, reading.records().size());
    }

    @Test
    void anAreaInTheFirstRowAloneIsThatOfTheProject() throws IOException {
        TableReading<DisclosureRecord> reading = csv("""
                项目名称,被征地村,面积（公顷）
                东岭区第1批次,甲村,1.2
                东岭区第1批次,乙村,
                """);
        assertEquals(List.of("- 甲村 null", "- 乙村 null"), parcels(project(reading)));
        assertEquals(Area.parse("1.2公顷"), project(reading).totalArea());
    }

    @Test
    void parcelsWithACodeOfTheirProjectAreNotMergedIntoOne() throws IOException {
        TableReading<DisclosureRecord> reading = csv("项目编号,村,面积（公顷）\nLW-1,甲村,1.2\nLW-1,乙村,0.8\nLW-2,丙村,0.5\n");
        assertEquals(
                List.of("LW-1 2", "LW-2 1"),
                reading.records().stream()
                        .map(LandRequisitionProject.class::cast)
                        .map(each -> each.code() + " " + each.parcels().size())
                        .toList());
    }

    @Test
    void theTotalOfAListOfProjectsIsCheckedOverAllParts() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("项目名称", "被征地村", "面积（公顷）"));
        for (int i = 0; i < 9; i++) {
            table.add(List.of("东岭区第" + i / 4 + "批次", "第" + i + "村", "1.0"));
        }
        table.add(List.of("合计", "", "19.0"));
        assertEquals(
                List.of("source.table.totalDiffers"),
                inParts(table, 3).stream()
                        .flatMap(each -> each.problems().stream())
                        .map(SourceProblem::rule)
                        .toList());
    }

    /** Project, village and area, as a row of a list. */
    @Provide
    Arbitrary<List<List<String>>> projects() {
        Arbitrary<String> name = Arbitraries.of("东岭区第1批次", "东岭区第2批次", "", "合计");
        Arbitrary<String> village = Arbitraries.of("甲村", "乙村", "", "丙镇", "同上");
        Arbitrary<String> area = Arbitraries.of("1.2", "", "0.8");
        return Combinators.combine(name, village, village, area)
                .as((a, b, c, d) -> List.of(a, b, c, d))
                .list()
                .ofMinSize(2)
                .ofMaxSize(14);
    }

    @Property(tries = 500)
    void aListOfProjectsInPartsIsReadAsTheWhole(
            @ForAll("projects") List<List<String>> rows, @ForAll @IntRange(min = 2, max = 5) int size) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("项目名称", "镇街", "村", "面积（公顷）"));
        table.addAll(rows);
        List<TableReading<DisclosureRecord>> parts = inParts(table, size);
        TableReading<DisclosureRecord> whole = reader.parts(defaults)
                .read(Grid.part(Location.of("t"), table, 0), true)
                .reading();
        assertEquals(
                whole.lines(),
                parts.stream().flatMap(each -> each.lines().stream()).toList());
        assertEquals(
                sorted(whole.ledger()),
                sorted(parts.stream().flatMap(each -> each.ledger().stream()).toList()));
        assertEquals(
                sorted(whole.problems()),
                sorted(parts.stream().flatMap(each -> each.problems().stream()).toList()));
    }

    /** Reads a table a few rows at a time, with the rows that were left open at the head of the next part. */
    private List<TableReading<DisclosureRecord>> inParts(List<List<String>> table, int size) {
        List<TableReading<DisclosureRecord>> parts = new ArrayList<>();
        TableParts<DisclosureRecord> reading = reader.parts(defaults);
        int at = 0;
        int end = size;
        while (parts.isEmpty() || end < table.size() + size) {
            int last = Math.min(end, table.size());
            TableParts.Read<DisclosureRecord> read =
                    reading.read(Grid.part(Location.of("t"), table.subList(at, last), at), last == table.size());
            parts.add(read.reading());
            at = last - read.open();
            end = end + size;
        }
        return parts;
    }

    private static List<String> sorted(List<?> told) {
        return told.stream().map(String::valueOf).sorted().toList();
    }

    private static LedgerEntry at(TableReading<DisclosureRecord> reading, int row, String label) {
        return reading.ledger().stream()
                .filter(each -> Integer.valueOf(row).equals(each.location().row())
                        && label.equals(each.location().label()))
                .findFirst()
                .orElseThrow();
    }

    private TableReading<DisclosureRecord> csv(String text) throws IOException {
        return reader.readCsv("a.csv", new StringReader(text), defaults);
    }

    private static LandRequisitionProject project(TableReading<DisclosureRecord> reading) {
        return (LandRequisitionProject) reading.records().get(0);
    }

    private static List<String> rules(TableReading<DisclosureRecord> reading) {
        return reading.problems().stream().map(SourceProblem::rule).toList();
    }

    private static LedgerEntry entry(TableReading<DisclosureRecord> reading, String target) {
        return reading.ledger().stream()
                .filter(each -> target.equals(each.target()))
                .findFirst()
                .orElseThrow();
    }

    private static LedgerEntry entry(TableReading<DisclosureRecord> reading, String target, FieldFate fate) {
        return reading.ledger().stream()
                .filter(each -> target.equals(each.target()) && each.fate() == fate)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> parcels(LandRequisitionProject project) {
        return project.parcels().stream()
                .map(each -> (each.number() == null ? "-" : each.number())
                        + ' '
                        + each.location()
                        + ' '
                        + each.area()
                        + each.landClasses().stream()
                                .map(one -> " " + one.landClass() + ' ' + one.area())
                                .collect(Collectors.joining()))
                .toList();
    }

    /** The entries of cells, those of defaults aside. */
    private static long cells(TableReading<DisclosureRecord> reading) {
        return reading.ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .count();
    }
}
