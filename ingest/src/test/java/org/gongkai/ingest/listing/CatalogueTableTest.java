package org.gongkai.ingest.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.catalogue.CatalogueItem;
import org.gongkai.core.catalogue.DirectoryItem;
import org.gongkai.core.catalogue.DisclosureAudience;
import org.gongkai.core.catalogue.DisclosureLimit;
import org.gongkai.core.catalogue.DisclosureManner;
import org.gongkai.core.catalogue.DisclosureTier;
import org.gongkai.core.source.FieldFate;
import org.gongkai.ingest.table.TableReading;
import org.junit.jupiter.api.Test;

/** Each layout in which catalogues and directories were seen, with words of this library's own. */
class CatalogueTableTest {

    private static final String HEAD = "<tr><th rowspan=2>序号</th><th colspan=2>公开事项</th><th rowspan=2>公开内容（要素）</th>"
            + "<th rowspan=2>公开依据</th><th rowspan=2>公开时限</th><th rowspan=2>公开主体</th><th rowspan=2>公开渠道和载体</th>"
            + "<th colspan=2>公开对象</th><th colspan=2>公开方式</th>%s</tr>"
            + "<tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th>%s</tr>";

    private static String table(String tiers, String below, String... rows) {
        return "<html><body><p>（一）社会救助领域基层政务公开标准目录</p><table>" + HEAD.formatted(tiers, below) + String.join("", rows)
                + "</table></body></html>";
    }

    private static String row(String... cells) {
        return "<tr><td>" + String.join("</td><td>", cells) + "</td></tr>";
    }

    private static TableReading<DisclosureRecord> html(String kind, String html) {
        return ListTableReader.of(kind).readHtml("a.html", html, Map.of());
    }

    private static TableReading<DisclosureRecord> csv(String kind, String csv) throws IOException {
        return ListTableReader.of(kind).readCsv("a.csv", new StringReader(csv), Map.of());
    }

    private static List<CatalogueItem> items(TableReading<DisclosureRecord> reading) {
        return reading.records().stream().map(CatalogueItem.class::cast).toList();
    }

    private static void accounted(TableReading<DisclosureRecord> reading) {
        assertEquals(List.of(), reading.problems());
        assertEquals(
                List.of(),
                reading.ledger().stream()
                        .filter(each -> each.fate() == FieldFate.UNMAPPED || each.fate() == FieldFate.UNREADABLE)
                        .toList());
    }

    @Test
    void aTableWithMergedHeadsAndLevelsIsReadToTheLastCell() {
        TableReading<DisclosureRecord> reading = html(
                "catalogue-item",
                table(
                        "<th colspan=2>公开层级</th>",
                        "<th>县级</th><th>乡级</th>",
                        row(
                                "1",
                                "综合业务",
                                "政策文件",
                                "救助办法；救助标准",
                                "《政府信息公开条例》（国务院令第711号）、《社会救助暂行办法》第三条",
                                "信息形成或者变更之日起10个工作日内",
                                "东岭区民政局",
                                "■政府网站 □两微一端 ■社区/企事业单位/村公示栏（电子屏）",
                                "√",
                                "",
                                "√",
                                "",
                                "√",
                                "√")));
        accounted(reading);
        CatalogueItem item = items(reading).get(0);
        assertEquals("社会救助", item.field().text());
        assertEquals("综合业务", item.level1());
        assertEquals("国务院令第711号", item.bases().get(0).number().text());
        assertEquals("第三条", item.bases().get(1).clause());
        assertEquals(10, item.limit().amount());
        assertEquals(
                List.of("政府网站", "社区/企事业单位/村公示栏（电子屏）"),
                item.channels().stream().map(each -> each.text()).toList());
        assertTrue(item.channels().get(1).wellFormed());
        assertEquals(List.of(DisclosureAudience.of(DisclosureAudience.Audience.ALL_SOCIETY)), item.audience());
        assertEquals(List.of(DisclosureManner.of(DisclosureManner.Manner.PROACTIVE)), item.manner());
        assertEquals(
                List.of(DisclosureTier.of(DisclosureTier.Tier.COUNTY), DisclosureTier.of(DisclosureTier.Tier.TOWNSHIP)),
                item.tiers());
    }

    @Test
    void aTableWithoutLevelsSaysTheSameAsAboveAndNamesItsGroup() {
        TableReading<DisclosureRecord> reading = html(
                "catalogue-item",
                table(
                        "",
                        "",
                        row("1", "综合业务", "政策", "办法", "《甲办法》", "20个工作日内", "区民政局", "口两微一端t政府网站", "√", "", "√", ""),
                        row("2", "综合业务", "名单", "名单", "同上", "同上", "同上", "■其他法律服务网", "", "低保家庭", "", "√")));
        accounted(reading);
        List<CatalogueItem> items = items(reading);
        assertEquals(List.of(), items.get(0).tiers());
        assertEquals("政府网站", items.get(0).channels().get(0).text());
        assertEquals(1, items.get(0).channels().size());
        assertEquals(items.get(0).limit(), items.get(1).limit());
        assertEquals("法律服务网", items.get(1).channels().get(0).text());
        assertEquals("低保家庭", items.get(1).audienceGroup());
        assertEquals(
                DisclosureManner.Manner.ON_REQUEST, items.get(1).manner().get(0).manner());
    }

    @Test
    void aHeadThatIsMisprintedIsReadByWhatStandsBelowIt() {
        CatalogueItem item = items(html(
                        "catalogue-item",
                        table(
                                "<th colspan=2>公开方式</th>",
                                "<th>县级</th><th>乡、村级</th>",
                                row("1", "业务", "政策", "办法", "《甲》", "实时公开", "区局", "■政府网站", "√", "", "√", "", "", "√"))))
                .get(0);
        assertEquals(
                List.of(DisclosureTier.Tier.TOWNSHIP, DisclosureTier.Tier.VILLAGE),
                item.tiers().stream().map(DisclosureTier::tier).toList());
        assertEquals(1, item.manner().size());
        assertEquals(DisclosureLimit.Shape.REAL_TIME, item.limit().shape());
    }

    @Test
    void aMatterPrintedTwiceIsThatOfTheSecondLevel() throws IOException {
        TableReading<DisclosureRecord> reading = csv("catalogue-item", """
                序号,一级事项,一级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体（在标注范围内至少选择其一）
                1,规划,总体规划,规划文本,《城乡规划法》,20个工作日内,区自然资源局,■政府网站
                """);
        accounted(reading);
        assertEquals("总体规划", items(reading).get(0).level2());
    }

    @Test
    void threeLevelsWithClauseRankAndOfficeAreRead() throws IOException {
        TableReading<DisclosureRecord> reading = csv("catalogue-item", """
                序号,一级事项,二级事项,三级事项,公开内容(要素),公开依据,条款内容,依据效力（位阶）,公开时限,公开主体,事项类别（法定公开、其他）,公开渠道和载体,责任科室,对应职责
                0505,救灾,灾后救助,救助款物,款物发放,《自然灾害救助条例》,第二十一条 公示,行政法规,及时公开,区应急局,法定公开,■政府网站,救灾科,管理款物
                """);
        accounted(reading);
        CatalogueItem item = items(reading).get(0);
        assertEquals("0505", item.number());
        assertEquals("救助款物", item.level3());
        assertEquals("行政法规", item.basisRank());
        assertEquals("管理款物", item.duty());
    }

    @Test
    void aPageForOneItemIsAFormOfLabels() {
        TableReading<DisclosureRecord> reading = html("catalogue-item", """
                <table><tr><td>公开事项(一级)</td><td>义务教育</td></tr><tr><td>公开事项(二级)</td><td>招生</td></tr>
                <tr><td>公开内容(元素)</td><td>招生范围</td></tr><tr><td>公开依据</td><td>《义务教育法》</td></tr>
                <tr><td>公开时限</td><td>形成之日起20个工作日内</td></tr><tr><td>公开主体</td><td>区教育局</td></tr>
                <tr><td>公开渠道和载体</td><td>■政府网站</td></tr></table>""");
        assertEquals(List.of(), reading.problems());
        CatalogueItem item = items(reading).get(0);
        assertEquals("招生", item.level2());
        assertEquals("招生范围", item.content());
    }

    @Test
    void theFieldComesFromTheHeadingBetweenTables() {
        String one = table("", "", row("1", "业务", "政策", "办法", "《甲》", "实时", "区局", "■政府网站", "√", "", "√", ""));
        String two = one.replace("（一）社会救助", "（二）公共法律服务");
        List<CatalogueItem> items =
                items(html("catalogue-item", one.replace("</body></html>", "") + two.replace("<html><body>", "")));
        assertEquals(
                List.of("社会救助", "公共法律服务"),
                items.stream().map(each -> each.field().text()).toList());
    }

    @Test
    void levelsInOneColumnAreRead() throws IOException {
        CatalogueItem item = items(csv("catalogue-item", """
                        序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级
                        1,业务,政策,办法,《甲》,20工作日,九龙街道,政府网站、公示栏,全社会,主动,乡级
                        """)).get(0);
        assertEquals(DisclosureTier.Tier.TOWNSHIP, item.tiers().get(0).tier());
        assertEquals(2, item.channels().size());
    }

    @Test
    void aDirectoryWhoseMannerNamesASiteHoldsChannels() throws IOException {
        TableReading<DisclosureRecord> reading = csv("directory-item", """
                序号,一级栏目,二级栏目,公开内容,公开依据,公开时限,公开主体,公开方式
                1,机构职能,领导简介,领导姓名、分工,《政府信息公开条例》,及时更新,区教体局,政府网站
                2,,内设机构,科室职责,《政府信息公开条例》,每年1月31日前,区教体局,政府网站
                """);
        accounted(reading);
        DirectoryItem item = (DirectoryItem) reading.records().get(1);
        assertEquals("机构职能", item.column1());
        assertEquals("政府网站", item.channels().get(0).text());
        assertEquals(DisclosureLimit.Shape.FIXED_DATE, item.limit().shape());
    }

    @Test
    void howLongSomethingStandsIsNoDeadline() throws IOException {
        DirectoryItem item =
                (DirectoryItem) csv("directory-item", """
                        一级目录,二级目录,三级目录,四级目录,公开内容,公开时限（最低1年）,公开主体,公开形式
                        政策,文件,规范性文件,现行有效,是否公开,长期公开,区司法局,政府网站
                        """).records().get(0);
        assertEquals("现行有效", item.column4());
        assertEquals(DisclosureLimit.Shape.PERMANENT, item.keepFor().shape());
        assertEquals(null, item.limit());
    }
}
