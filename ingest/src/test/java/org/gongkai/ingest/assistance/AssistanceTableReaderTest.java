package org.gongkai.ingest.assistance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.assistance.AssistanceStandardBuilder;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.table.Grid;
import org.gongkai.ingest.table.TableParts;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssistanceTableReaderTest {

    private static final AssistanceStandard LAOSHAN = AssistanceStandardBuilder.builder()
            .place("青岛市崂山区")
            .effectiveFrom(PartialDate.parse("2022-01"))
            .build();

    private final AssistanceTableReader reader = AssistanceTableReader.standard();

    private static List<String> lines(TableReading<AssistanceStandard> reading) {
        return reading.records().stream()
                .map(each -> each.item()
                        + (each.residence() == null ? "" : " " + each.residence())
                        + (each.grades().isEmpty() ? "" : " " + String.join("|", each.grades()))
                        + ' '
                        + (each.follows() != null && each.amount() == null
                                ? "-> " + each.follows()
                                : each.amount() == null
                                        ? each.change()
                                        : each.amount().toPlainString())
                        + (each.unit() == null ? "" : " " + each.unit().label()))
                .toList();
    }

    private TableReading<AssistanceStandard> csv(String text) throws IOException {
        return reader.readCsv("table.csv", new StringReader(text), LAOSHAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "救助项目,救助类型,标准（元/人·次）\n临时救助,支出型,2000\n临时救助,急难型,1500\n",
                "项目,标准（元/人·次）\n支出型临时救助,2000\n急难型临时救助,1500\n",
                "项目,支出型救助标准（元/人·次）,急难型救助标准（元/人·次）\n临时救助,2000,1500\n",
                "项目,标准（元/人·次）\n临时救助,支出型：2000元；急难型：1500元\n"
            })
    void theClassesOfAnItemStayThemselves(String table) throws IOException {
        assertEquals(List.of("临时救助 支出型 2000 元/人·次", "临时救助 急难型 1500 元/人·次"), lines(csv(table)));
    }

    @Test
    void aClassThatNobodyListedKeepsItsNameBesideThatOfItsItem() throws IOException {
        assertEquals(
                List.of("临时救助 低保对象 3000 元/人·次", "临时救助 低保边缘家庭 2000 元/人·次", "低保 URBAN 900 元/人·月"),
                lines(csv("项目,救助对象,标准\n临时救助,低保对象,3000元/人·次\n,低保边缘家庭,2000元/人·次\n低保,城市居民,900元/人·月\n")));
        // 省定标准 is no class of what it is a standard for.
        assertEquals(
                Set.of("低保 500 元/人·月", "低保 900 元/人·月"),
                Set.copyOf(lines(csv("项目,类别,金额（元/人·月）\n低保,省定标准,500\n低保,调整前,900\n"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "区县,城市低保,,农村低保,\n,2023,2024,2023,2024\n,元/月,元/月,元/月,元/月\n东湾区,900,950,800,850\n",
                "区县,城市低保,,农村低保,\n,2023年,2024年,2023年,2024年\n,元/月,元/月,元/月,元/月\n东湾区,900,950,800,850\n"
            })
    void aRowOfUnitsStandsBelowBareYears(String table) throws IOException {
        TableReading<AssistanceStandard> reading = csv(table);
        assertEquals(
                List.of("低保 URBAN 900 元/人·月", "低保 URBAN 950 元/人·月", "低保 RURAL 800 元/人·月", "低保 RURAL 850 元/人·月"),
                lines(reading));
        assertEquals(
                List.of("2023", "2024", "2023", "2024"),
                reading.records().stream()
                        .map(each -> String.valueOf(each.effectiveFrom()).substring(0, 4))
                        .toList());
    }

    @Test
    void daysAboveColumnsAreTheirFirstDays() throws IOException {
        assertEquals(
                List.of("900 2024-01-01", "950 2024-07-01"),
                csv("项目,2024年1月1日起,2024年7月1日起\n城市低保,900元/月,950元/月\n").records().stream()
                        .map(each -> each.amount() + " " + each.effectiveFrom())
                        .toList());
    }

    @Test
    void theNumberOfALineIsNoAmount() throws IOException {
        assertEquals(
                List.of("特困基本生活 1235 元/人·月", "特困照料护理 全 1100 元/人·月", "特困照料护理 自理 220 元/人·月"),
                lines(csv("救助项目,标准\n特困人员救助供养,\n1.基本生活标准,1235元/月\n2.照料护理标准,\n（1）全护理,1100元/月\n（2）全自理,220元/月\n")));
    }

    @Test
    void aGradeOfCareIsOfCareOnlyWhereAWordSaysSo() throws IOException {
        assertEquals(
                List.of("特困照料护理 URBAN 全 1100 元/人·月", "特困照料护理 URBAN 自理 220 元/人·月"),
                lines(csv("护理等级,城市特困（元/月）\n完全丧失生活自理能力,1100\n具备生活自理能力,220\n")));
        TableReading<AssistanceStandard> unsure = csv("对象,城市特困（元/月）\n全自理,1400\n");
        assertEquals(List.of(), lines(unsure));
        assertEquals("1400", unsure.problems().get(0).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "残疾类别,一级,二级\n生活补贴（元/月）,130,110\n",
                "项目名称,标准\n一级残疾人生活补贴,130元/月\n二级残疾人生活补贴,110元/月\n",
                "项目,标准,备注\n一级残疾人生活补贴,130,元/人·月\n二级残疾人生活补贴,110,元/人·月\n",
                "项目,,标准（元/月）\n残疾人生活补贴,一级,130\n,二级,110\n"
            })
    void whatItIsForAndItsUnitStandInHeadersAndRemarksToo(String table) throws IOException {
        assertEquals(List.of("困难残疾人生活补贴 1 130 元/人·月", "困难残疾人生活补贴 2 110 元/人·月"), lines(csv(table)));
    }

    @Test
    void amountsThatLookLikeYearsAreAmounts() throws IOException {
        assertEquals(
                List.of("特困基本生活 URBAN 1950 元/人·月", "特困基本生活 RURAL 2010 元/人·月"),
                lines(csv("区县,特困基本生活（元/月）,\n,城市,农村\n东湾区,1950,2010\n")));
    }

    @Test
    void theRowsBelowAnAverageAreOfThatAverage() throws IOException {
        assertEquals(
                List.of("低保 URBAN 950 元/人·月", "低保 RURAL 850 元/人·月", "低保 URBAN 910 元/人·月", "低保 RURAL 810 元/人·月"),
                lines(csv("地区,类别,标准（元/月）\n东湾区,城市低保,950\n,农村低保,850\n全市平均,城市低保,930\n,农村低保,830\n"
                        + "西山县,城市低保,910\n,农村低保,810\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "项目,人数\n城市低保,120\n农村低保,310\n",
                "救助项目,户数,人数,资金（万元）\n城市低保,70,120,9.5\n农村低保,190,310,22.4\n",
                "类别,对象数,新增,退出\n城市低保,120,6,2\n农村低保,310,11,9\n",
                "项目,城市低保,农村低保\n人数,120,310\n户数,70,190\n",
                "项目,城市低保,农村低保\n发放资金（万元）,9.5,22.4\n"
            })
    void headsAndMoneyPaidAreNoStandardWhateverStandsBeside(String table) throws IOException {
        AssistanceStandard withUnit = AssistanceStandardBuilder.builder(LAOSHAN)
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .build();
        TableReading<AssistanceStandard> reading = reader.readCsv("table.csv", new StringReader(table), withUnit);
        assertEquals(List.of(), lines(reading));
    }

    @Test
    void aRowOfHeadsBesideOneOfStandardsIsLeftOut() throws IOException {
        assertEquals(
                List.of("低保 URBAN 980 元/人·月", "低保 RURAL 860 元/人·月"),
                lines(csv("项目,城市低保,农村低保\n人数,120,310\n标准（元/人·月）,980,860\n")));
        assertEquals(List.of("刚性支出困难家庭 1500 元/人·月"), lines(csv("项目,标准（元/人·月）\n支出型困难家庭,1500\n保障人数,310\n")));
    }

    @Test
    void columnsForTownAndCountryGiveTwoLinesARow() {
        TableReading<AssistanceStandard> reading = reader.readHtml("notice.html", """
                <p>通知</p><table>
                <tr><td colspan="4">崂山区困难群众救助标准（单位：元/人·月）</td></tr>
                <tr><th rowspan=2>序号</th><th rowspan=2>类别</th><th colspan=2>标准</th></tr>
                <tr><th>城市</th><th>农村</th></tr>
                <tr><td>1</td><td>最低生活保障</td><td>995</td><td>995</td></tr>
                <tr><td>2</td><td>特困人员基本生活</td><td>1493</td><td>1560</td></tr>
                </table>""", LAOSHAN);
        assertEquals(
                List.of(
                        "低保 URBAN 995 元/人·月",
                        "低保 RURAL 995 元/人·月",
                        "特困基本生活 URBAN 1493 元/人·月",
                        "特困基本生活 RURAL 1560 元/人·月"),
                lines(reading));
        assertEquals(
                "notice.html!table 1:5:4 标准 农村", reading.lines().get(3).origin().toString());
        assertEquals(List.of(), reading.problems());
        assertEquals("青岛市崂山区", reading.records().get(0).place());
    }

    @Test
    void gradesInTheHeaderGoWithTheAmountsOfTheCell() {
        TableReading<AssistanceStandard> reading = reader.readHtml("a.html", """
                <table><tr><td>项目</td><td>一级、二级、三四级（元/人·月）</td></tr>
                <tr><td>困难残疾人生活补贴</td><td>565、444、292</td></tr></table>""", LAOSHAN);
        assertEquals(
                List.of("困难残疾人生活补贴 1 565 元/人·月", "困难残疾人生活补贴 2 444 元/人·月", "困难残疾人生活补贴 3|4 292 元/人·月"), lines(reading));
        assertEquals(FieldFate.REPAIRED, reading.ledger().get(1).fate());
        assertEquals("565; 444; 292", reading.ledger().get(1).result());
    }

    @Test
    void gradesOfCareAsColumnsPriceEachGrade() throws IOException {
        List<String> care = List.of("特困照料护理 全 7640 元/人·年", "特困照料护理 半 3820 元/人·年", "特困照料护理 自理 2292 元/人·年");
        assertEquals(care, lines(csv("项目,完全丧失生活自理能力,部分丧失生活自理能力,具备生活自理能力\n特困照料护理,7640元/年,3820元/年,2292元/年\n")));
        assertEquals(care, lines(csv("项目,完全不能自理、半自理、具备生活自理能力\n特困照料护理,7640元/年、3820元/年、2292元/年\n")));
    }

    @Test
    void mergedCategoriesAndCareGradesAreJoined() {
        TableReading<AssistanceStandard> reading = reader.readHtml("a.html", """
                <table><tr><th>救助类别</th><th>护理等级</th><th>原标准</th><th>新标准</th><th>增幅</th><th>备注</th></tr>
                <tr><td rowspan=3>特困人员照料护理</td><td>完全丧失生活自理能力</td><td>1980</td><td>2178元/月</td><td>10%</td><td></td></tr>
                <tr><td>部分丧失生活自理能力</td><td>1320</td><td>1452元/月</td><td>10%</td><td></td></tr>
                <tr><td>具备生活自理能力</td><td>660</td><td>726元/月</td><td>10%</td><td>自理</td></tr>
                </table>""", LAOSHAN);
        assertEquals(List.of("特困照料护理 全 2178 元/人·月", "特困照料护理 半 1452 元/人·月", "特困照料护理 自理 726 元/人·月"), lines(reading));
        AssistanceStandard first = reading.records().get(0);
        assertEquals("1980", first.previousAmount().toPlainString());
        assertEquals("10", first.growth().toPlainString());
        assertEquals("自理", reading.records().get(2).note());
    }

    @Test
    void unitsDifferWithinOneTable() throws IOException {
        assertEquals(
                List.of("低保 URBAN 620 元/人·月", "低保 RURAL 5400 元/人·年", "特困照料护理 全 7640 元/人·年"),
                lines(csv("类别,标准\n城市低保,620元/月\n农村低保,5400元/年\n特困全护理,7640元/年\n")));
    }

    @Test
    void anAmountWithoutAUnitGetsNone() throws IOException {
        assertNull(csv("类别,标准（元）\n城市低保,620\n").records().get(0).unit());
    }

    @Test
    void floorsAndContinuationsAndReferencesAreKept() throws IOException {
        TableReading<AssistanceStandard> reading = csv("""
                类别,城市（元/人·月）,农村（元/人·月）
                低保,不低于791元,不低于595元
                特困人员基本生活,1320（继续执行）,继续执行
                事实无人抚养儿童,参照社会散居孤儿,
                """);
        assertEquals(Boolean.TRUE, reading.records().get(0).atLeast());
        assertEquals(AmountChange.UNCHANGED, reading.records().get(2).change());
        assertEquals("1320", reading.records().get(2).amount().toPlainString());
        assertNull(reading.records().get(3).amount());
        assertEquals(AmountChange.UNCHANGED, reading.records().get(3).change());
        assertEquals(AssistanceItem.ORPHAN_IN_FAMILY, reading.records().get(4).follows());
    }

    @Test
    void itemsInBracketsFollowTheOneBeforeThem() throws IOException {
        assertEquals(
                List.of("社会散居孤儿 1815 元/人·月", "事实无人抚养儿童 -> 社会散居孤儿", "受艾滋病影响儿童 -> 社会散居孤儿"),
                lines(csv("类别,标准（元/人·月）\n社会散居孤儿（含事实无人抚养儿童、受艾滋病影响儿童）,1815\n")));
    }

    @Test
    void regionsInRowsAndItemsInTheHeader() throws IOException {
        TableReading<AssistanceStandard> reading =
                csv("地区,城市低保标准（元/人·月）,农村低保标准（元/人·月）,保障人数\n七区,904,904,12345\n三市,904,680,2345\n");
        assertEquals(
                List.of("低保 URBAN 904 元/人·月", "低保 RURAL 904 元/人·月", "低保 URBAN 904 元/人·月", "低保 RURAL 680 元/人·月"),
                lines(reading));
        assertEquals("三市", reading.records().get(3).scope().name());
        assertEquals(
                2,
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.IGNORED)
                        .count());
    }

    @Test
    void yearsInTheHeaderAreDaysOfEffectAsFarAsTheyGo() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,2023年标准（元/人·月）,2024年1月标准（元/人·月）\n城市低保,924,989\n");
        assertEquals("2023", reading.records().get(0).effectiveFrom().text());
        assertEquals("2024-01", reading.records().get(1).effectiveFrom().text());
        assertTrue(reading.ledger().stream()
                .anyMatch(each -> each.fate() == FieldFate.DEFAULTED && "/effectiveFrom".equals(each.target())));
    }

    @Test
    void theOtherColumnsOfALongTableAreRead() throws IOException {
        AssistanceStandard line = csv("""
                        类别,城乡,标准,单位,执行时间,文号,依据,制定机关,公开主体,发布日期,范围
                        低保,农村,791,元/人·月,2023年1月1日起,青民〔2022〕63号,,青岛市民政局、青岛市财政局,青岛市崂山区民政局,2023-01-10,三市
                        """).records().get(0);
        assertEquals("2023-01-01", line.effectiveFrom().text());
        assertEquals("青民〔2022〕63号", line.basis().documentNumber().text());
        assertEquals(2, line.setBy().size());
        assertEquals("青岛市崂山区民政局", line.publisher().text());
        assertEquals("2023-01-10", line.publishedOn().toString());
        assertEquals("三市", line.scope().name());
    }

    @Test
    void anAveragePayoutIsNotReadAsTheStandard() throws IOException {
        assertEquals(
                List.of("低保 URBAN 1001 元/人·月", "低保月人均补助 URBAN 601 元/人·月"),
                lines(csv("类别,保障标准（元/人·月）,月人均补助（元/人·月）\n城市低保,1001,601\n")));
    }

    @Test
    void townAndCountryInOneCell() throws IOException {
        assertEquals(
                List.of("低保 URBAN 931 元/人·月", "低保 RURAL 753 元/人·月"), lines(csv("类别,标准\n城乡低保,城市931元/月；农村753元/月\n")));
        assertEquals(
                List.of("低保 URBAN 931 元/人·月", "低保 RURAL 753 元/人·月"), lines(csv("类别,标准（元/人·月）\n城市、农村低保,931、753\n")));
    }

    @Test
    void amountsThatNothingTellsApartAreLeftAndReported() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,标准（元/人·月）\n低保,931、753\n不知何物,12\n");
        assertEquals(List.of(), reading.lines());
        assertEquals(2, reading.problems().size());
        assertEquals("source.field.unreadable", reading.problems().get(0).rule());
        assertEquals(
                "table.csv:2:2 标准（元/人·月）", reading.problems().get(0).location().toString());
        assertEquals("931、753", reading.problems().get(0).value());
    }

    @Test
    void aTableOfSomethingElseIsReportedAndLeft() {
        TableReading<AssistanceStandard> reading = reader.readHtml(
                "a.html", "<table><tr><td>姓名</td><td>电话</td></tr><tr><td>张三</td><td>1</td></tr></table>", LAOSHAN);
        assertEquals(List.of(), reading.lines());
        assertEquals("source.table.unrecognized", reading.problems().get(0).rule());
    }

    @Test
    void aMonstrousSpanDoesNotFillTheMemory() {
        TableReading<AssistanceStandard> reading = reader.readHtml(
                "a.html",
                "<table><tr><td>类别</td><td>标准（元/月）</td></tr><tr><td rowspan=999999999>城市低保</td>"
                        + "<td colspan=999999999>995</td></tr></table>",
                LAOSHAN);
        assertTrue(reading.problems().stream().anyMatch(each -> each.rule().equals("source.limit.reached")));
    }

    @Test
    void disabilityOfSomeKindsOnlyIsAGradeOfItsOwn() throws IOException {
        assertEquals(
                List.of("重度残疾人护理补贴 1 179 元/人·月", "重度残疾人护理补贴 三四级智力、精神 149 元/人·月"),
                lines(csv("类别,等级,标准（元/月）\n重度残疾人护理补贴,一级,179\n重度残疾人护理补贴,三四级智力、精神残疾人,149\n")));
    }

    @Test
    void aGradeInWordsOfItsOwnIsKeptAsItStands() throws IOException {
        assertEquals(
                List.of("特困照料护理 一档 900 元/人·月", "特困照料护理 全 800 元/人·月"),
                lines(csv("类别,等级,标准（元/月）\n特困照料护理,一档,900\n特困照料护理,全,800\n")));
    }

    @Test
    void aRowUnderAMergedCellGoesOnFromAbove() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,等级,标准（元/月）\n特困人员照料护理,全护理,1090\n,半护理,685\n,全自理,240\n");
        assertEquals(List.of("特困照料护理 全 1090 元/人·月", "特困照料护理 半 685 元/人·月", "特困照料护理 自理 240 元/人·月"), lines(reading));
        assertEquals(
                2,
                reading.ledger().stream()
                        .filter(each -> each.reasons().contains("from-row-above"))
                        .count());
    }

    @Test
    void headsAndMoneyPaidOutAreNoStandards() throws IOException {
        TableReading<AssistanceStandard> reading =
                csv("保障类别,孤儿数（人）,保障标准（元/月）,当月发放（万元）,累计支出金额\n城市低保,13,700,45.36,181\n");
        assertEquals(List.of("低保 URBAN 700 元/人·月"), lines(reading));
        assertEquals(
                List.of("heads", "paid-out", "paid-out"),
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.IGNORED)
                        .map(each -> each.reasons().get(0))
                        .toList());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void theAmountInForceIsTheOneBeforeWhereANewOneStandsBesideIt() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,现行标准（元/人·月）,调整后标准（元/人·月）,增加额（元）\n城市低保,924,989,65\n");
        assertEquals(List.of("低保 URBAN 989 元/人·月"), lines(reading));
        assertEquals("924", reading.records().get(0).previousAmount().toPlainString());
        assertEquals(List.of("低保 URBAN 924 元/人·月"), lines(csv("类别,现行标准（元/人·月）\n城市低保,924\n")));
    }

    @Test
    void theStandardOfTheProvinceBesideTheTownsOwnIsLeftOut() throws IOException {
        assertEquals(List.of("低保 URBAN 989 元/人·月"), lines(csv("类别,省定标准（元/月）,标准（元/月）,倍数\n城市低保,800,989,1.2\n")));
        assertEquals(List.of("低保 URBAN 800 元/人·月"), lines(csv("类别,省定标准（元/月）\n城市低保,800\n")));
    }

    @Test
    void theUnitStandsInACaptionAParagraphOrARow() throws IOException {
        String rows = "<tr><td>类别</td><td>城市</td></tr><tr><td>低保</td><td>989</td></tr></table>";
        List<String> right = List.of("低保 URBAN 989 元/人·月");
        TableReading<AssistanceStandard> paragraph =
                reader.readHtml("a.html", "<p>单位：元/人·月</p><table>" + rows, LAOSHAN);
        assertEquals(right, lines(paragraph));
        assertTrue(paragraph.ledger().stream().anyMatch(each -> each.reasons().contains("from-line-above")));
        assertEquals(right, lines(reader.readHtml("a.html", "<table><caption>标准（元/人·月）</caption>" + rows, LAOSHAN)));
        assertEquals(right, lines(csv("类别,城市\n,元/人·月\n低保,989\n")));
        assertEquals(right, lines(csv("类别（元/人·月）,城市\n低保,989\n")));
        assertEquals(
                List.of("低保 URBAN 989 元/人·月", "低保 RURAL 10524 元/人·年"),
                lines(csv("类别,标准\n单位：元/人·月,\n城市低保,989\n单位：元/人·年,\n农村低保,10524\n")));
    }

    @Test
    void aSentenceAboveATableGivesNoUnit() {
        assertEquals(
                List.of("低保 URBAN 989"),
                lines(reader.readHtml(
                        "a.html",
                        "<p>我市低保每人每月提高65元。</p><table><tr><td>类别</td><td>城市</td></tr><tr><td>低保</td><td>989</td></tr></table>",
                        LAOSHAN)));
    }

    @Test
    void yearsInRowsAreDaysOfEffect() throws IOException {
        for (String table : List.of(
                "标准类别,城市低保,农村低保\n2022年标准（元/人·月）,880,700\n2023年标准（元/人·月）,924,801\n",
                "年份,城市低保（元/人·月）,农村低保（元/人·月）\n2022年,880,700\n2023,924,801\n",
                "项目,2022年,2023年\n城市低保（元/月）,880,924\n农村低保（元/月）,700,801\n")) {
            assertEquals(
                    Set.of("880 2022", "700 2022", "924 2023", "801 2023"),
                    csv(table).records().stream()
                            .map(each -> each.amount() + " "
                                    + each.effectiveFrom().text().substring(0, 4))
                            .collect(Collectors.toSet()),
                    table);
        }
    }

    @Test
    void districtsInRowsOrColumnsAreTheScope() throws IOException {
        for (String table : List.of(
                "区县,城市低保标准（元/月）,农村低保标准（元/月）\n越湾区,1238,1238\n南江县,1100,1000\n",
                "标准类别（元/月）,越湾区,南江县\n城市低保标准,1238,1100\n农村低保标准,1238,1000\n")) {
            assertEquals(
                    Set.of("越湾区 URBAN 1238", "越湾区 RURAL 1238", "南江县 URBAN 1100", "南江县 RURAL 1000"),
                    csv(table).records().stream()
                            .map(each -> each.scope() + " " + each.residence() + " " + each.amount())
                            .collect(Collectors.toSet()),
                    table);
        }
    }

    @Test
    void classesTellLinesApart() throws IOException {
        TableReading<AssistanceStandard> reading =
                csv("类别,城乡低保标准（元/月）,,补差水平（元/月）\n,城镇,农村,\n一类,1050,1050,805\n二类,934,900,651\n");
        assertEquals(
                List.of("低保 URBAN 一类 1050 元/人·月", "低保 RURAL 一类 1050 元/人·月"),
                lines(reading).subList(0, 2));
        assertTrue(lines(reading).stream().noneMatch(each -> each.contains("805") && each.startsWith("低保 ")));
    }

    @Test
    void residenceIsCarriedDownAsTheItemIs() throws IOException {
        assertEquals(
                List.of("特困照料护理 URBAN 全 1320 元/人·月", "特困照料护理 URBAN 半 990 元/人·月", "特困照料护理 RURAL 全 990 元/人·月"),
                lines(csv("项目,城乡,自理能力,标准（元/人·月）\n特困人员照料护理,城市,完全不能自理,1320\n,,半自理,990\n,农村,完全不能自理,990\n")));
    }

    @Test
    void peopleInInstitutionsAndAtHomeAreToldApart() throws IOException {
        for (String table : List.of(
                "类别,基本生活标准（元/月）\n农村特困集中供养,1295\n农村特困分散供养,982\n",
                "类别,集中供养（元/月）,分散供养（元/月）\n农村特困人员,1295,982\n",
                "类别,供养方式,标准（元/月）\n农村特困人员,集中,1295\n,分散,982\n",
                "类别,标准\n农村特困人员,集中供养1295元/月；分散供养982元/月\n")) {
            assertEquals(
                    List.of("CENTRAL 1295", "SCATTERED 982"),
                    csv(table).records().stream()
                            .map(each -> each.support() + " " + each.amount())
                            .toList(),
                    table);
        }
    }

    @Test
    void theDifferencePaidIsNeverTheStandard() throws IOException {
        assertEquals(
                List.of("低保 URBAN 989 元/人·月", "低保补差 URBAN 601 元/人·月"),
                lines(csv("类别,标准（元/月）,补差（元/月）\n城市低保,989,601\n")));
        assertEquals(
                List.of("低保补差 URBAN A档 600 元/人·月", "低保补差 URBAN B档 450 元/人·月"),
                lines(csv("类别,A档,B档\n城市低保补差（元/月）,600,450\n农村低保补差（元/月）,420,330\n")).stream()
                        .filter(each -> each.contains("URBAN"))
                        .toList());
        assertEquals(List.of("特困基本生活 URBAN 1320 元/人·月"), lines(csv("类别,标准（元/月）,补差（元/月）\n城市特困,1320,500\n")));
    }

    @Test
    void theHeadingOfASectionNamesTheItemsBelow() throws IOException {
        assertEquals(
                List.of("低保 URBAN 989 元/人·月", "特困基本生活 1320 元/人·月"),
                lines(csv("类别,标准（元/月）\n一、最低生活保障,\n城市,989\n二、特困人员,\n基本生活,1320\n")));
    }

    @Test
    void twoAmountsOfARowForOneThingAreBothLeft() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,标准一（元/月）,标准二（元/月）\n城市低保,989,877\n");
        assertEquals(List.of(), reading.lines());
        assertEquals(
                List.of("989", "877"),
                reading.problems().stream().map(each -> each.value()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "类别,月标准,年标准\n城市低保,810元,9720元\n",
                "类别,月标准（元）,年标准（元）\n城市低保,810,9720\n",
                "类别,标准（元/人）,\n,月,年\n城市低保,810,9720\n",
                "类别,标准（元/人·月）,标准（元/人·年）\n城市低保,810,9720\n",
                "项目,每人每月,每人每年\n城市低保,810元,9720元\n"
            })
    void whatIsSaidByTheMonthAndByTheYearIsOneAmount(String table) throws IOException {
        TableReading<AssistanceStandard> reading = csv(table);
        assertEquals(List.of("低保 URBAN 810 元/人·月"), lines(reading));
        assertEquals(List.of(), reading.problems());
        assertTrue(reading.ledger().stream().anyMatch(each -> each.reasons().contains("same-amount")));
    }

    @Test
    void townAndCountryTellLinesApartWhateverStandsAboveThem() throws IOException {
        assertEquals(
                List.of("低保 URBAN 985 元/人·月", "低保 RURAL 810 元/人·月"),
                lines(csv("序号,救助项目,分档,标准（元/人·月）\n1,城乡低保,城市,985\n2,,农村,810\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "地区,城乡低保标准（元/月）,特困供养标准（元/月）\n城镇,985,1480\n农村,810,1215\n",
                "类别,低保（元/月）,特困（元/月）\n城市,985,1480\n农村,810,1215\n",
                "项目,城市（元/月）,农村（元/月）\n低保,985,810\n特困,1480,1215\n"
            })
    void classesMayStandInRowsAndItemsInColumnsAndTheOtherWayRound(String table) throws IOException {
        TableReading<AssistanceStandard> reading = csv(table);
        assertEquals(
                Set.of(
                        "低保 URBAN 985 元/人·月",
                        "低保 RURAL 810 元/人·月",
                        "特困基本生活 URBAN 1480 元/人·月",
                        "特困基本生活 RURAL 1215 元/人·月"),
                Set.copyOf(lines(reading).stream()
                        .map(each -> each.replace("UNIFIED", ""))
                        .toList()));
        assertTrue(reading.records().stream().allMatch(each -> each.scope() == null));
        assertEquals(List.of(), reading.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"照料情况", "评估结论", "自理能力"})
    void gradesTellLinesApartWhateverStandsAboveThem(String header) throws IOException {
        assertEquals(
                List.of(
                        "特困照料护理 URBAN 全 1480 元/人·月",
                        "特困照料护理 RURAL 全 1200 元/人·月",
                        "特困照料护理 URBAN 半 740 元/人·月",
                        "特困照料护理 RURAL 半 600 元/人·月"),
                lines(csv(header + ",城市特困护理标准（元/月）,农村特困护理标准（元/月）\n全护理,1480,1200\n半护理,740,600\n")));
    }

    @Test
    void waysOfSupportTellLinesApartWhateverStandsAboveThem() throws IOException {
        assertEquals(
                List.of("机构养育孤儿 2100 元/人·月", "社会散居孤儿 1500 元/人·月"),
                lines(csv("安置形式,孤儿基本生活标准（元/月）,备注\n集中,2100,\n分散,1500,\n")));
    }

    @Test
    void headersOfOneAboveTheOtherNameAnItemTogetherAndAGroupAloneIsTold() throws IOException {
        assertEquals(
                List.of("低保 URBAN 985 元/人·月", "机构养育孤儿 URBAN 2100 元/人·月", "社会散居孤儿 URBAN 1500 元/人·月"),
                lines(csv("单位：元/人·月,,,\n类别,低保,孤儿养育,\n,,机构,散居\n城市,985,2100,1500\n")));
        TableReading<AssistanceStandard> group = csv("单位：元/人·月,,\n类别,低保,孤儿\n城市,985,2100\n");
        assertEquals(List.of("低保 URBAN 985 元/人·月"), lines(group));
        assertEquals(1, group.problems().size());
    }

    @Test
    void yuanAboveATableAndMonthsInItsHeaderAreOneUnit() throws IOException {
        TableReading<AssistanceStandard> reading =
                csv("单位：元,,,,\n保障类别,城市,,农村,\n,月标准,年标准,月标准,年标准\n低保,985,11820,810,9720\n");
        assertEquals(List.of("低保 URBAN 985 元/人·月", "低保 RURAL 810 元/人·月"), lines(reading));
        assertEquals(List.of(), reading.problems());
        assertEquals(List.of(), lines(csv("单位：万元,,\n保障类别,月标准,年标准\n城市低保,985,11820\n")));
    }

    @Test
    void aMonthAndAYearThatDoNotFitAreBothLeft() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,月标准（元）,年标准（元）\n城市低保,810,9000\n");
        assertEquals(List.of(), lines(reading));
        assertEquals(2, reading.problems().size());
    }

    @Test
    void aFormOfLabelsAndValuesIsOneLine() {
        AssistanceStandard line =
                reader.readHtml("a.html", """
                <table><tr><td>救助项目</td><td>城市低保</td></tr><tr><td>保障标准</td><td>989元/人·月</td></tr>
                <tr><td>执行时间</td><td>2024年1月1日</td></tr><tr><td>文件依据</td><td>东民〔2024〕10号</td></tr></table>""", LAOSHAN).records().get(0);
        assertEquals("989", line.amount().toPlainString());
        assertEquals("2024-01-01", line.effectiveFrom().text());
        assertEquals("东民〔2024〕10号", line.basis().documentNumber().text());
        assertNull(line.basis().title());
    }

    @Test
    void anItemThatFollowsAGroupKeepsTheGroup() throws IOException {
        AssistanceStandard line = csv("救助保障项目,保障标准,单位\n城市低保,700,元/月\n事实无人抚养儿童,参照孤儿标准,\n")
                .records()
                .get(1);
        assertEquals("孤儿", line.follows().text());
    }

    @Test
    void aUsersLabelsThatAreWrongAreRefusedWithTheLine() {
        String terms = "kind,words,value,evidence\nitem,低保,低保,primary\n";
        IOException refused = assertThrows(
                IOException.class,
                () -> AssistanceTableReader.of(
                        new StringReader("how,label,meaning,evidence\nis,甲,nothing,primary\n"),
                        new StringReader(terms)));
        assertTrue(refused.getMessage().startsWith("line 2 "), refused.getMessage());
    }

    @Test
    void aRealTableWithHeadersOfItsOwnIsReadThroughTheUsersLabels() throws IOException {
        Path table = Path.of(
                System.getProperty("gongkai.checkout"),
                "..",
                "shared",
                "data",
                "assistance-standards-chongqing-2024.csv");
        assumeTrue(Files.exists(table), () -> "no practice data at " + table);
        String labels = """
                how,label,meaning,evidence
                is,region,place,primary
                is,item,item,primary
                is,unit,unit,primary
                is,old_value,previous,primary
                is,new_value,amount,primary
                is,effective_from,effectiveFrom,primary
                is,document_number,basis.documentNumber,primary
                is,issuers,setBy,primary
                is,fragment,-,primary
                """;
        InputStream terms = AssistanceTableReader.class.getResourceAsStream("terms.csv");
        AssistanceTableReader own = AssistanceTableReader.of(
                new StringReader(labels), new InputStreamReader(terms, StandardCharsets.UTF_8));
        TableReading<AssistanceStandard> reading = own.readCsv(
                "chongqing.csv",
                Files.newBufferedReader(table),
                AssistanceStandardBuilder.builder().build());
        assertEquals(List.of("困难残疾人生活补贴 90 元/人·月", "重度残疾人护理补贴 1 100 元/人·月", "重度残疾人护理补贴 2 90 元/人·月"), lines(reading));
        assertEquals(
                List.of("80", "90", "80"),
                reading.records().stream()
                        .map(each -> each.previousAmount().toPlainString())
                        .toList());
        assertEquals(3, reading.records().get(0).setBy().size());
        assertEquals(List.of(), reading.problems());
        assertEquals(27, reading.ledger().size());
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.of(
                "类别",
                "标准（元/人·月）",
                "城市",
                "农村",
                "等级",
                "原标准",
                "备注",
                "序号",
                "增幅",
                "执行时间",
                "低保",
                "特困人员",
                "一级、二级",
                "565、444",
                "995",
                "由1元提高到2元",
                "继续执行",
                "参照散居孤儿",
                "",
                " ",
                "—",
                "2023年",
                "\"怪\"",
                "孤儿（含事实无人抚养）",
                "元",
                "%",
                "残疾人护理补贴",
                "\u0000",
                "𠮷",
                "不低于",
                "1e9",
                "全护理");
        return cell.list().ofMinSize(0).ofMaxSize(5).list().ofMaxSize(7);
    }

    @Test
    void aBlankRowAboveAFormIsNoLabel() {
        List<List<String>> rows = List.of(List.of(""), List.of("类别", "城市"), List.of("类别", "城市", "标准（元/人·月）", "995"));
        TableReading<AssistanceStandard> reading = reader.readRows(Location.of("t"), rows, LAOSHAN);
        assertTrue(
                reading.ledger().stream()
                        .anyMatch(each ->
                                Integer.valueOf(1).equals(each.location().row())),
                () -> reading.ledger().toString());
    }

    @Property(tries = 300)
    void aTableInPartsIsReadAsTheWhole(
            @ForAll("tables") List<List<String>> rows, @ForAll @IntRange(min = 1, max = 4) int size) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("类别", "城市（元/月）", "农村（元/月）", "执行时间", "备注"));
        // The first part holds the header and enough rows to see what the columns hold.
        for (int i = 0; i < 9; i++) {
            table.add(List.of("低保", "995", "990", "2024", "无"));
        }
        int head = table.size();
        table.addAll(rows);
        TableParts<AssistanceStandard> parts = reader.parts(LAOSHAN);
        List<AssistanceStandard> lines = new ArrayList<>();
        List<String> ledger = new ArrayList<>();
        for (int at = 0, end = head; at < table.size(); at = end, end = Math.min(table.size(), end + size)) {
            TableReading<AssistanceStandard> part = parts.read(
                            Grid.part(Location.of("t"), table.subList(at, end), at), end == table.size())
                    .reading();
            lines.addAll(part.records());
            part.ledger().forEach(each -> ledger.add(each.toString()));
        }
        TableReading<AssistanceStandard> whole = reader.parts(LAOSHAN)
                .read(Grid.part(Location.of("t"), table, 0), true)
                .reading();
        assertEquals(whole.records(), lines);
        assertEquals(
                whole.ledger().stream().map(LedgerEntry::toString).sorted().toList(),
                ledger.stream().sorted().toList());
    }

    @Test
    void whatTheTableHasAndNobodyCanReadHasNoDefault() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,标准,单位,执行时间\n城市低保,995,元/天,待定\n农村低保,900,元/人·月,同上\n");
        assertEquals(List.of("低保 RURAL 900 元/人·月"), lines(reading));
        assertNull(reading.records().get(0).effectiveFrom());
        assertEquals(
                Collections.nCopies(4, "source.field.unreadable"),
                reading.problems().stream().map(SourceProblem::rule).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "类别,标准（元/天）\n低保边缘家庭,30\n",
                "类别,标准（元/次）\n低保边缘家庭,30\n",
                "类别,标准（元/人·半年）\n城市低保,5400\n",
                "类别,标准（万元/人·年）\n城市低保,1.08\n",
                "类别（万元/人·年）,标准\n城市低保,1.08\n",
                "单位：万元/人·年,\n类别,标准\n城市低保,1.08\n",
                "单位：元/天,\n类别,标准\n城市低保,30\n",
                "类别,标准\n单位：万元/人·年,\n城市低保,1.08\n",
                "类别,标准,单位\n城市低保,1.08,万元/人·年\n",
                "类别,标准,单位\n城市低保,30,元/天\n",
                "类别,标准,单位\n城市低保,150,美元/人·月\n",
                "类别,标准（元/人·月）\n城市低保,1.08万元\n"
            })
    void anAmountWhoseUnitNobodyReadsIsToldAndNotRead(String text) throws IOException {
        AssistanceStandard monthly = AssistanceStandardBuilder.builder(LAOSHAN)
                .unit(AmountUnit.YUAN_PERSON_MONTH)
                .build();
        TableReading<AssistanceStandard> reading = reader.readCsv("a.csv", new StringReader(text), monthly);
        assertEquals(List.of(), reading.records());
        assertEquals(
                Set.of("source.field.unreadable"),
                reading.problems().stream().map(SourceProblem::rule).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "单位：万元,,\n类别,标准,单位\n城市低保,900,元/人·月\n",
                "类别,标准（元/人·月）,单位\n城市低保,900,元\n",
                "类别,标准,单位\n城市低保,900元/人·月,元/天\n",
                "类别,标准（元/人·月）,当月发放（万元）\n城市低保,900,36\n"
            })
    void theUnitNearestToAnAmountIsItsUnit(String text) throws IOException {
        assertEquals(List.of("低保 URBAN 900 元/人·月"), lines(csv(text)));
    }

    @Test
    void aTurnedTableMayHaveADayAndARemarkBesideItsAmounts() throws IOException {
        assertEquals(
                List.of("低保 URBAN 900 元/人·月", "低保 RURAL 800 元/人·月"),
                lines(csv("类别,城市低保,农村低保\n标准（元/人·月）,900,800\n执行时间,2025-01,2025-01\n备注,,\n")));
    }

    @Test
    void sameAsAboveInATurnedTableIsToldAndNoValue() throws IOException {
        TableReading<AssistanceStandard> reading = csv("类别,城市低保,农村低保\n标准（元/人·月）,900,800\n执行时间,2025-01,同上\n备注,甲,〃\n");
        assertEquals(List.of("低保 URBAN 900 元/人·月", "低保 RURAL 800 元/人·月"), lines(reading));
        assertNull(reading.records().get(1).note());
        assertEquals(
                List.of("同上", "〃"),
                reading.problems().stream()
                        .filter(each -> each.rule().equals("source.field.unreadable"))
                        .map(SourceProblem::value)
                        .toList());
        assertEquals(
                List.of("执行时间", "备注"),
                reading.problems().stream().map(each -> each.location().label()).toList());
    }

    @Test
    void aTitleAndRemarksThatAreLabelsDoNotMakeAListAForm() throws IOException {
        assertEquals(
                List.of("低保 RURAL 1057 元/人·月"),
                lines(csv("2024年救助标准表,,,\n城乡类别,类别,备注,标准\n城市,低保,说明,待定\n农村,低保,说明,1057元/人·月\n")));
    }

    @Test
    void theAverageOfTheDistrictsIsNoDistrict() throws IOException {
        TableReading<AssistanceStandard> reading = csv("序号,地区,低保标准（元/人·月）\n1,甲区,900\n2,乙区,880\n3,全市平均,890\n");
        assertEquals(2, reading.records().size());
        assertTrue(reading.ledger().stream()
                .anyMatch(each -> "全市平均".equals(each.value()) && each.reasons().contains("average-row")));
    }

    @Test
    void whatStandsAboveAFormIsNoLabelOfIt() {
        List<List<String>> rows =
                List.of(List.of("", "类别"), List.of("类别", "城市"), List.of(), List.of("类别", "城市", "标准（元/人·月）", "城市"));
        TableReading<AssistanceStandard> reading = reader.readRows(Location.of("t"), rows, LAOSHAN);
        assertTrue(
                reading.ledger().stream()
                        .anyMatch(each ->
                                Integer.valueOf(1).equals(each.location().row()) && "类别".equals(each.value())),
                () -> reading.ledger().toString());
    }

    @Property(tries = 1000)
    void fieldsInAreFieldsAccountedFor(@ForAll("tables") List<List<String>> rows) {
        TableReading<AssistanceStandard> reading = reader.readRows(Location.of("t"), rows, LAOSHAN);
        boolean read = reading.problems().stream().noneMatch(each -> each.rule().equals("source.table.unrecognized"));
        if (!read) {
            assertTrue(reading.lines().isEmpty() && reading.ledger().isEmpty());
            return;
        }
        List<LedgerEntry> cells = reading.ledger().stream()
                .filter(each -> each.fate() != FieldFate.DEFAULTED)
                .toList();
        // Every cell but those of the header, each once and with its own text.
        List<String> places = new ArrayList<>();
        for (LedgerEntry each : cells) {
            places.add(each.location().row() + ":" + each.location().column());
            assertEquals(rows.get(each.location().row() - 1).get(each.location().column() - 1), each.value());
        }
        assertEquals(places.size(), places.stream().distinct().count());
        assertTrue(headerAlone(rows, Set.copyOf(places)), () -> rows + " " + places);
        assertFalse(reading.lines().stream().anyMatch(each -> each.record().item() == null));
    }

    /** Whether the cells without an entry are whole rows, whole columns, or labels with their values beside them. */
    private static boolean headerAlone(List<List<String>> rows, Set<String> accounted) {
        Set<Integer> inRows = new TreeSet<>();
        Set<Integer> inColumns = new TreeSet<>();
        boolean beside = true;
        int labels = 0;
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!accounted.contains((r + 1) + ":" + (c + 1))) {
                    labels++;
                    inRows.add(r);
                    inColumns.add(c);
                    beside &= accounted.contains((r + 1) + ":" + (c + 2));
                }
            }
        }
        int wholeRows = inRows.stream().mapToInt(each -> rows.get(each).size()).sum();
        int wholeColumns = inColumns.stream()
                .mapToInt(each ->
                        (int) rows.stream().filter(row -> row.size() > each).count())
                .sum();
        return labels > 0 && (labels == wholeRows || labels == wholeColumns || beside);
    }

    @Test
    void residencesAreReadByTheWordsOfStatisticsAndOfHouseholds() throws IOException {
        assertEquals(
                List.of("低保 RURAL 877", "低保 URBAN 900", "低保 URBAN 989", "低保 RURAL 870", "低保 URBAN 980", "低保 700"),
                amounts(csv("""
                        项目,户口性质,标准（元/人·月）
                        低保,乡村,877
                        低保,镇区,900
                        低保,城区,989
                        低保,农业户口,870
                        低保,非农业户口,980
                        低保,—,700
                        """)));
        assertEquals(List.of("低保 RURAL 877", "低保 URBAN 900"), amounts(csv("项目,标准\n低保（乡村）,877\n低保（镇区）,900\n")));
        assertEquals(List.of("低保 RURAL 877", "低保 URBAN 989"), amounts(csv("项目,乡村,城镇\n低保,877,989\n")));
    }

    @Test
    void anAmountForAResidenceThatNobodyKnowsIsNotReadForAll() throws IOException {
        TableReading<AssistanceStandard> reading = csv("项目,户籍,标准\n低保,流动人口,989\n低保,农村,877\n");
        assertEquals(List.of("低保 RURAL 877"), amounts(reading));
        assertEquals("source.field.unreadable", reading.problems().get(0).rule());
    }

    @Test
    void aPartOfTheTownAmongRegionsIsARegion() throws IOException {
        TableReading<AssistanceStandard> reading = csv("项目,主城区,城区,郊区\n低保,989,980,970\n");
        assertEquals(
                List.of("主城区", "城区", "郊区"),
                reading.records().stream()
                        .map(each -> String.valueOf(each.scope()))
                        .toList());
    }

    @Test
    void aGrowthBesideTheAmountsOfYearsIsThatOfTheLast() throws IOException {
        for (String growth : List.of("增长幅度", "增幅（%）", "2024年增幅")) {
            TableReading<AssistanceStandard> reading =
                    csv("项目,2023年标准（元/人·月）,2024年标准（元/人·月）," + growth + ",提高（元）\n城市低保,924,989,7.0,65\n");
            assertEquals(
                    List.of("924 null", "989 7"),
                    reading.records().stream()
                            .map(each -> each.amount() + " " + each.growth())
                            .toList(),
                    growth);
            assertEquals(List.of(), reading.problems());
        }
    }

    @Test
    void gradesInOneCellAreReadOrTold() throws IOException {
        List<String> three = List.of("特困照料护理 自理 1000", "特困照料护理 半 1300", "特困照料护理 全 1800");
        String cell = "全自理1000元、半护理1300元、全护理1800元";
        for (String each : List.of(cell, "其中：" + cell, "其中" + cell.replace('、', '；'))) {
            TableReading<AssistanceStandard> reading = csv("项目,标准\n特困人员照料护理," + each + "\n");
            assertEquals(three, amounts(reading), each);
            assertTrue(reading.records().stream().allMatch(own -> own.note() == null), each);
        }
        assertEquals(three, amounts(csv("项目,标准,其中\n特困人员照料护理,," + cell + "\n")));
        TableReading<AssistanceStandard> row = csv("项目,标准\n特困人员照料护理,1500\n其中：" + cell + ",\n");
        assertEquals(List.of("特困照料护理 1500"), amounts(row));
        assertEquals("source.field.unreadable", row.problems().get(0).rule());
    }

    @Test
    void anAverageOrASumIsNoRegionWhereverItStands() throws IOException {
        assertEquals(
                List.of("东岭区", "西岭县"),
                csv("项目,区县,标准\n低保,东岭区,989\n低保,西岭县,900\n低保,全市平均,945\n低保,合计,945\n").records().stream()
                        .map(each -> String.valueOf(each.scope()))
                        .toList());
        assertEquals(
                List.of("东岭区", "西岭县"),
                csv("项目,东岭区,西岭县,全市平均\n低保,989,900,945\n").records().stream()
                        .map(each -> String.valueOf(each.scope()))
                        .toList());
    }

    /** Item, residence, grades and amount of each line. */
    private static List<String> amounts(TableReading<AssistanceStandard> reading) {
        return reading.records().stream()
                .map(each -> each.item()
                        + (each.residence() == null ? "" : " " + each.residence())
                        + (each.grades().isEmpty() ? "" : " " + String.join("|", each.grades()))
                        + ' '
                        + each.amount())
                .toList();
    }
}
