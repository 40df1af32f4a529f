package org.gongkai.ingest.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.text.TextLine;
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

    private static List<TextLine> lines(String... texts) {
        return Stream.of(texts).map(each -> TextLine.of(each, 1)).toList();
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
    void theLongestLabelBeforeAColonCounts() {
        assertEquals(2, LABELS.startBefore("一 信息索引号：A", 0, 7));
        assertEquals(-1, LABELS.startBefore("一 某某某某：A", 0, 6));
    }

    @Test
    void aCellOpensWithALabelBeforeAColonOrALineBreak() {
        Element colon = Jsoup.parse("<table><td>索引号：A1</table>").selectFirst("td");
        Element line = Jsoup.parse("<table><td>索引号<br>A1</table>").selectFirst("td");
        Element none = Jsoup.parse("<table><td>某某号A1</table>").selectFirst("td");
        assertNotNull(LABELS.opening(colon, PageText.inline(colon)));
        assertNotNull(LABELS.opening(line, PageText.inline(line)));
        assertNull(LABELS.opening(none, PageText.inline(none)));
    }
}
