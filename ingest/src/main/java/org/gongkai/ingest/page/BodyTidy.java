package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.MediaTypes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a page's body what belongs to the page and not to the document: the heading, lines that were read already,
 * tools, what leads to other pages, what visitors wrote. One body, one use.
 */
final class BodyTidy {

    /** What a tool of the page says. 承办单位 alone is as often a line of the document, and its site's with a word of sites. */
    private static final Pattern TOOL_TEXT = Pattern.compile(
            "(?:扫一扫.{0,20}|.{0,4}(?:打印|关闭|收藏|分享|返回).{0,14}|[【\\[]?(?:字体|字号)[：:].{0,30}|上一[篇条].*|下一[篇条].*|版权所有.*|(?:主办|承办)(?:单位)?[：:].{0,40}(?:网站|标识码|备案|ICP|版权|技术支持|网办|信息中心|大数据|(?:主办|承办)(?:单位)?[：:]).{0,40}|您?的?当前位置.*|Aa"
                    + "|今天是[:： ]*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[ ，,]*(?:(?:星期|周)[一二三四五六日天])?)");

    private static final Pattern HOME = Pattern.compile("(?:网站|政府|本站|返回)?(?:首页|主页)");

    /** What stands above links to other pages. */
    private static final Pattern RELATED = Pattern.compile(
            "[【\\[]?(?:相关|关联|延伸|更多|推荐|热点|最新|往期)(?:的)?(?:文件|稿件|链接|文章|阅读|信息|政策|新闻|报道|解读|内容|资讯|推荐|公告|通知|专题)(?:[（(]\\d{1,3}[)）])?[】\\]]?[：:]?");

    /** A line that leads to what explains a document, or to others. */
    private static final Pattern RELATED_LINE =
            Pattern.compile("[【\\[（(]?(?:(?:政策|文字|图文|图片|文件|专家|视频|音频|动漫|媒体|部门|负责人)?(?:解读|图解)(?:材料|链接|文件|稿)?|一图读懂|"
                    + "(?:相关|关联|延伸|推荐)(?:文件|稿件|链接|文章|阅读|政策|新闻|报道|解读|内容|信息))[】\\])）]?[：:｜|丨]?\\s*(.*)");

    private static final Pattern EXPLAINING = Pattern.compile("解读|图解|一图读懂|答记者问|政策问答");

    private static final Pattern HOSTED = Pattern.compile("(?:主办|承办)(?:单位)?[：:].*");
    private static final Pattern SITE = Pattern.compile("网站|标识码|备案|ICP|版权|技术支持");

    private static final int LONGEST_TOOL = 60;
    /** Such a line has two words of two characters at least. */
    private static final int SHORTEST_RELATED = 4;

    /** Beside its links the way from the first page holds signs, and 当前位置 or 正文, in characters. */
    private static final int LONGEST_WAY = 12;

    private static final int LONGEST_BYLINE = 120;
    private static final int MOST_NODES = 20;

    /** A text that long is one of the document, in characters. */
    private static final int PROSE = 40;

    /** Fewer links below one another may be parts of the document. */
    private static final int RUN = 3;

    private final Element body;
    private final PageBody sizes;
    private final @Nullable Element heading;
    private final Set<Element> used;
    private final int all;
    private final Set<Element> out = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param sizes knows how much text each element holds
     * @param heading the document's heading, wherever it stands
     * @param used the elements that were read as labels and values
     */
    BodyTidy(Element body, PageBody sizes, @Nullable Element heading, Set<Element> used) {
        this.body = body;
        this.sizes = sizes;
        this.heading = heading;
        this.used = used;
        this.all = Math.max(1, sizes.length(body));
    }

    /** @param title the document's title, or null when none is known so far */
    void tidy(@Nullable String title) {
        boolean above = true;
        for (Element each : body.getAllElements()) {
            if (each == body) {
                continue;
            }
            above &= !isProse(each);
            if (given(each) || tool(each) || above && byline(each)) {
                out.add(each);
            }
            if (above(each)) {
                takeNeighbours(each);
            }
        }
        takeRuns();
        takeRelatedAtEnd();
        out.forEach(Node::remove);
        if (title != null) {
            takeTitle(title);
        }
    }

    private boolean given(Element each) {
        boolean most = sizes.length(each) * 2 > all && all > 200;
        return (used.contains(each) || each == heading) && !most;
    }

    // ---- tools

    private boolean tool(Element each) {
        return named(each) || listOfLinks(each) || wayHome(each) || saysTool(each);
    }

    /** Whether an element is called after a part of the page, and is no larger than such a part can be. */
    private boolean named(Element each) {
        PartNames.Part part = PartNames.of(each);
        if (part == null || part == PartNames.Part.BYLINE) {
            return false;
        }
        int length = sizes.length(each);
        return part == PartNames.Part.COMMENTS || length * 10 < all * 3;
    }

    /** Whether a text is what a tool of the page says, such as 字体：, or a single letter of it. */
    static boolean isTool(String text) {
        return text.length() <= 1
                || text.length() <= LONGEST_TOOL && TOOL_TEXT.matcher(text).matches();
    }

    /** Whether a line is the site's own, by itself or by the lines beside it: 主办：… above 网站标识码：…. */
    static boolean isTool(Element line) {
        return isTool(PageText.inline(line)) || hosted(line);
    }

    private static boolean hosted(Element line) {
        return HOSTED.matcher(shortly(line)).matches() && besideSite(line);
    }

    /** Whether the next line above or below says what only a site says, lines of the same sort left out. */
    private static boolean besideSite(Element line) {
        return Stream.<UnaryOperator<@Nullable Element>>of(
                        each -> each == null ? null : each.nextElementSibling(),
                        each -> each == null ? null : each.previousElementSibling())
                .map(next -> {
                    Element each = next.apply(line);
                    while (each != null && HOSTED.matcher(shortly(each)).matches()) {
                        each = next.apply(each);
                    }
                    return each;
                })
                .anyMatch(each -> each != null && SITE.matcher(shortly(each)).find());
    }

    private static String shortly(Element each) {
        return PageText.longer(each, LONGEST_TOOL) ? "" : PageText.inline(each);
    }

    private boolean saysTool(Element each) {
        return each.isBlock()
                && sizes.brief(each, LONGEST_TOOL)
                && each.childNodeSize() < MOST_NODES
                && sizes.links(each) < RUN
                && each.getElementsByTag("img").isEmpty()
                && (TOOL_TEXT.matcher(PageText.inline(each)).matches() || hosted(each));
    }

    /** Whether a line is made of links of which the first leads home: a menu, or the way from there to the page. */
    private boolean wayHome(Element each) {
        boolean links = each.isBlock()
                && sizes.links(each) > 0
                && sizes.brief(each, LONGEST_TOOL)
                && sizes.length(each) - sizes.linked(each) <= LONGEST_WAY;
        Element first = links ? each.selectFirst("a") : null;
        return first != null && HOME.matcher(PageText.inline(first)).matches() && !prose(PageText.inline(each));
    }

    /** A row of links is a menu; links to files are attachments. */
    private boolean listOfLinks(Element each) {
        return (each.isBlock() || each.normalName().equals("td"))
                && sizes.links(each) >= RUN
                && sizes.length(each) * 2 < all
                && sizes.linked(each) * 10 > sizes.length(each) * 6
                && leadsToPages(each);
    }

    private static boolean leadsToPages(Element each) {
        return each.getElementsByTag("a").stream()
                .noneMatch(link -> MediaTypes.of(link.attr("href")) != null
                        || link.attr("href").matches("#..*")
                        || PageText.inline(link).startsWith("附件"));
    }

    // ---- links to other pages

    /** Takes the lines below the text that lead to what explains the document: 政策解读：《…》, 图解：…, 相关链接. */
    private void takeRelatedAtEnd() {
        List<Element> links = new ArrayList<>();
        for (Element line : lastLines()) {
            String text = PageText.inline(line);
            if (leadsAway(line, text)) {
                out.addAll(links);
                out.add(line);
                links.clear();
            } else if (isLinks(line)
                    || EXPLAINING.matcher(text).find() && text.length() <= LONGEST_BYLINE && !prose(text)) {
                links.add(line);
            } else {
                return;
            }
        }
    }

    private boolean leadsAway(Element line, String text) {
        Matcher related = RELATED_LINE.matcher(text);
        if (text.length() > LONGEST_BYLINE || prose(text) || !related.matches() || !leadsToPages(line)) {
            return false;
        }
        String behind = related.group(1);
        return behind.isEmpty()
                || sizes.links(line) > 0
                || behind.startsWith("《")
                || EXPLAINING.matcher(behind).find();
    }

    private static boolean prose(String text) {
        return text.endsWith("。") || text.endsWith("；") || text.endsWith("，");
    }

    /** The last lines that show something, the last one first. */
    private List<Element> lastLines() {
        List<Element> lines = new ArrayList<>();
        Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<TextNode> shown = shown();
        for (int i = shown.size() - 1; i >= 0 && lines.size() < MOST_NODES; i--) {
            Element line = shown.get(i).isBlank() ? null : line(shown.get(i));
            if (line == null && !shown.get(i).isBlank()) {
                return lines;
            }
            if (line != null && !gone(line) && seen.add(line)) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** The block that a text stands in, or null where that is the body itself. */
    private @Nullable Element line(TextNode words) {
        Element line = words.parent();
        while (line != null && line != body && !line.isBlock()) {
            line = line.parent();
        }
        return line == body ? null : line;
    }

    private boolean gone(Element line) {
        for (Element each = line; each != null && each != body; each = each.parent()) {
            if (out.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element is a line such as 相关文件 and nothing more. */
    private boolean above(Element each) {
        return sizes.length(each) >= SHORTEST_RELATED
                && sizes.brief(each, LONGEST_TOOL)
                && !each.normalName().equals("a")
                && RELATED.matcher(PageText.inline(each)).matches();
    }

    /** Takes a line such as 相关文件 and the links that stand behind it; the line alone stays. */
    private void takeNeighbours(Element line) {
        Element each = line;
        while (each.nextElementSibling() == null && each.parent() != null && each.parent() != body) {
            each = each.parent();
        }
        boolean taken = false;
        for (Element next = each.nextElementSibling();
                next != null && isLinks(next);
                next = next.nextElementSibling()) {
            out.add(next);
            taken = true;
        }
        if (taken) {
            out.add(each);
        }
    }

    /** Whether nearly all of an element are links to other pages, dates beside them aside. */
    private boolean isLinks(Element each) {
        return sizes.links(each) > 0 && sizes.linked(each) * 3 >= sizes.length(each) && leadsToPages(each);
    }

    /** Lines below one another of which each is a link. */
    private void takeRuns() {
        List<Element> run = new ArrayList<>();
        for (Element each : body.getAllElements()) {
            Element first = each.firstElementChild();
            if (first == null || first.previousElementSibling() != null) {
                continue;
            }
            for (Element child = first; child != null; child = child.nextElementSibling()) {
                if (isLine(child)) {
                    run.add(child);
                } else if (sizes.length(child) > 0) {
                    takeRun(run);
                }
            }
            takeRun(run);
        }
    }

    private boolean isLine(Element each) {
        return each.isBlock()
                && sizes.links(each) == 1
                && sizes.length(each) > 0
                && sizes.linked(each) * 10 > sizes.length(each) * 9
                && leadsToPages(each);
    }

    private void takeRun(List<Element> run) {
        if (run.size() >= RUN && run.stream().mapToInt(sizes::length).sum() * 2 < all) {
            out.addAll(run);
        }
        run.clear();
    }

    // ---- above the text

    private boolean isProse(Element each) {
        return each.isBlock() && each.ownText().length() >= PROSE && PartNames.of(each) != PartNames.Part.BYLINE;
    }

    private boolean byline(Element each) {
        return sizes.length(each) <= LONGEST_BYLINE && PartNames.of(each) == PartNames.Part.BYLINE;
    }

    /**
     * Takes the title where it is said once more at the beginning of the body, in one line or in several; not where the body
     * holds nothing else.
     */
    void takeTitle(String title) {
        List<TextNode> lines = new ArrayList<>();
        String rest = LegacyText.lettersAndDigits(title);
        for (TextNode words : shown()) {
            String text = LegacyText.lettersAndDigits(words.getWholeText());
            if (rest.isEmpty() && !text.isEmpty()) {
                lines.forEach(this::takeLine);
                return;
            }
            if (!rest.startsWith(text)) {
                return;
            }
            rest = rest.substring(text.length());
            lines.add(words);
        }
    }

    /** What the body shows, piece by piece. */
    private List<TextNode> shown() {
        List<TextNode> shown = new ArrayList<>();
        body.filter((node, depth) -> {
            if (node instanceof TextNode words) {
                shown.add(words);
            }
            return node instanceof Element element
                            && (PageText.unread(element) || depth > 0 && PageText.hidden(element))
                    ? FilterResult.SKIP_ENTIRELY
                    : FilterResult.CONTINUE;
        });
        return shown;
    }

    /** Takes a text out, and the elements around it that hold nothing else. */
    private void takeLine(TextNode words) {
        Node each = words;
        while (each.parent() instanceof Element parent
                && parent != body
                && PageText.inline(parent).equals(PageText.tidy(words.getWholeText()))
                && parent.selectFirst("img") == null) {
            each = parent;
        }
        each.remove();
    }
}
