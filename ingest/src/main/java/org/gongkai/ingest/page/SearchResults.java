package org.gongkai.ingest.page;

import java.util.regex.Pattern;
import org.gongkai.ingest.text.OfficialText;
import org.jsoup.nodes.Document;

/** Tells a page that lists what a search found from the page of a document, which may have a number and a date as its lines have. */
public final class SearchResults {

    /** 共找到3条结果, 为您检索到相关信息约 23 条. */
    private static final Pattern COUNT = Pattern.compile(
            "(?:找到|搜索到|检索到|查询到|搜到|查到)了?[^。，,；;]{0,20}?" + "[0-9][0-9,，]{0,12}[ 　]?\\+?[ 　]?(?:条|个|篇|项|件|份|页)");

    private static final Pattern NONE = Pattern.compile("(?:没有|未能?)(?:为您)?(?:找到|搜索到|检索到|查询到|搜到|查到)");

    private static final Pattern SEARCH = Pattern.compile("(?i)搜索|检索|查询|search");
    private static final String NAMED = "[class*=search], [id*=search], [class*=result], [id*=result], [class*=sousuo]";

    /** A line of that kind says nothing more, in characters. */
    private static final int LONGEST = 60;

    private static final int MOST_LINES = 3_000;

    private SearchResults() {}

    /**
     * Whether a page says in a line of its own how many results it has, and is called after a search, or is made as such pages are.
     *
     * @param page the page as it was parsed
     * @return true when it does
     */
    public static boolean shownOn(Document page) {
        boolean called = SEARCH.matcher(page.title()).find()
                || page.select("h1, h2").stream()
                        .anyMatch(each -> SEARCH.matcher(each.text()).find());
        if (!called && page.selectFirst(NAMED) == null
                || page.select("h1, h2").stream().anyMatch(each -> OfficialText.endsLikeTitle(each.text()))) {
            return false;
        }
        return page.body().getAllElements().stream()
                .limit(MOST_LINES)
                .filter(each -> each.isBlock() && !PageText.hidden(each) && !PageText.longer(each, LONGEST))
                .map(PageText::inline)
                .anyMatch(each -> COUNT.matcher(each).find() && !each.endsWith("。")
                        || called && NONE.matcher(each).find());
    }
}
