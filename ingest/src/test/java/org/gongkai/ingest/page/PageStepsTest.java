package org.gongkai.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.ingest.mapping.LabelAliases;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The single steps of reading a page. */
class PageStepsTest {

    private static final KnownLabels LABELS = new KnownLabels(LabelAliases.standard());

    private static int grade(String window, String html) {
        Document page = Jsoup.parse("<title>" + window + "</title>" + html);
        Element element = page.body().child(0);
        return new PageHeading(page, WindowTitle.of(page)).grade(element, PageText.inline(element));
    }

    private static List<PageText.Line> lines(String... texts) {
        return Stream.of(texts)
                .map(each -> new PageText.Line(each, false, false, false, 1))
                .toList();
    }

    @Test
    void theFirstHeadingStandsAboveAnElementCalledTitleAndThatAboveALowerHeading() {
        int first = grade("首页", "<h1>关于防汛工作的通知</h1>");
        int called = grade("首页", "<div class=news_title>关于防汛工作的通知</div>");
        int lower = grade("首页", "<h3>关于做好防汛工作的通知</h3>");
        assertTrue(first > called && called > lower && lower > 0);
    }

    @Test
    void whatTheWindowRepeatsStandsAboveEveryHeading() {
        int repeated = grade("关于做好防汛工作的通知_某网", "<h3>关于做好防汛工作的通知</h3>");
        assertTrue(repeated > grade("首页", "<h1>关于防汛工作的通知</h1>"));
    }

    @Test
    void aSiteAnAgencyAndAHiddenElementAreNoHeading() {
        assertEquals(0, grade("首页", "<h1>某某市政府门户网站</h1>"));
        assertEquals(0, grade("首页", "<h1>某某区人民政府</h1>"));
        assertEquals(0, grade("首页", "<h1 style='display: none'>关于防汛工作的通知</h1>"));
    }

    @Test
    void theBareNameOfAKindIsAHeadingInTheFirstOrderOnly() {
        assertTrue(grade("首页", "<h1>通告</h1>") > 0);
        assertEquals(0, grade("首页", "<div class=title>通告</div>"));
    }

    @Test
    void theLongestPartOfTheWindowNamesTheDocument() {
        assertEquals(
                "关于防汛工作的通知",
                WindowTitle.of(Jsoup.parse("<title>通知公告_关于防汛工作的通知_某某区政府</title>"))
                        .title());
    }

    @Test
    void agenciesAboveATitleBelongToIt() {
        assertEquals(
                "某某区民政局 关于防汛工作的通知", PageHeading.titleBefore(lines("首页", "某某区民政局", " 关于防汛工作的通知", "正文"), Set.of("正文")));
        assertNull(PageHeading.titleBefore(lines("正文", "关于防汛工作的通知"), Set.of("正文")));
    }

    @Test
    void aNumberOfAnOrderMayStandInTwoLinesOrThree() {
        assertEquals("某某市人民政府令第5号", NumberLines.parted("某某市人民政府令", "（第5号）", "").number());
        NumberLines.Found three = NumberLines.parted("某某市人民政府", "令", "第5号");
        assertNotNull(three);
        assertEquals(2, three.below());
        assertNull(NumberLines.parted("某某市人民政府", "通知", "第5号"));
    }

    @Test
    void aNumberThatATitleGoesOnFromIsCited() {
        assertNotNull(NumberLines.at(lines("某发〔2023〕5号"), 0));
        assertNull(NumberLines.at(lines("关于转发", "某发〔2023〕5号"), 1));
    }

    @Test
    void theNumberInBracketsAtTheEndOfATitleIsItsOwnUnlessTheTitleCitesAnother() {
        assertEquals("某发〔2023〕5号", NumberLines.ofTitle("关于防汛工作的通知（某发〔2023〕5号）"));
        assertNull(NumberLines.ofTitle("转发关于防汛工作的通知（某发〔2023〕5号）"));
        assertNull(NumberLines.ofTitle("《关于防汛工作的通知》（某发〔2023〕5号）"));
    }

    @Test
    void addresseesEndInAColonAndNameThoseWhoReceive() {
        assertTrue(TextHead.isAddressees("各镇人民政府，区政府各部门："));
        assertFalse(TextHead.isAddressees("现将有关事项通知如下："));
        assertFalse(TextHead.isAddressees("各镇人民政府"));
    }

    @Test
    void aSentenceALongLineOrALevelBeginsTheText() {
        assertTrue(TextHead.beginsText("为做好防汛工作。"));
        assertTrue(TextHead.beginsText("一、总体要求"));
        assertTrue(TextHead.beginsText("某".repeat(121)));
        assertFalse(TextHead.beginsText("关于防汛工作的通知"));
    }

    @Test
    void textEndsBeforeTheDateAndNotesOrCopiesFollow() {
        assertTrue(TextEnd.endsText("特此通知。"));
        assertTrue(TextEnd.endsText("2. 名单"));
        assertFalse(TextEnd.endsText("某某区民政局"));
        assertTrue(TextEnd.follows("（此件公开发布）"));
        assertTrue(TextEnd.follows(""));
        assertFalse(TextEnd.follows("某".repeat(50)));
        assertFalse(TextEnd.follows("前款所称部门包括民政局。"));
    }

    @Test
    void theLongestLabelBeforeAColonCounts() {
        assertEquals(2, LABELS.startBefore("一 信息索引号：A", 0, 7));
        assertEquals(-1, LABELS.startBefore("一 某某某某：A", 0, 6));
    }

    @Test
    void aCellOpensWithALabelBeforeAColonOrALineBreak() {
        Element colon = Jsoup.parse("<table><td>索引号：A1</table>").selectFirst("td");
        Element line = Jsoup.parse("<table><td>索引号<br>A1</table>").selectFirst("td");
        Element none = Jsoup.parse("<table><td>某某号A1</table>").selectFirst("td");
        assertNotNull(LABELS.opening(colon));
        assertNotNull(LABELS.opening(line));
        assertNull(LABELS.opening(none));
    }
}
