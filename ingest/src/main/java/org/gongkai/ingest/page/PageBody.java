package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.file.MediaTypes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the part of a page that is the document's body: by the names that site generators give it, or by its text. */
final class PageBody {

    private static final Pattern NAMED = Pattern.compile(
            "(?i)zoom|zoomcon|ucap-?content|trs_editor|trs_uedit.*|trs_preappend|vsb_content.*|v_news_content|js_content|bt-content|view"
                    + "|art(?:icle)?[-_]?(?:con|content|body|text|main|cont)(?:ent)?(?:[-_].*)?|main[-_]?(?:content|text|txt)"
                    + "|news[-_]?(?:content|con|text|body)|content[-_]?(?:text|body|main|detail|box|article)|text[-_]?content"
                    + "|detail[-_]?(?:content|con|text|body|main)|con[-_]?(?:text|txt|main|detail)|info[-_]?(?:content|con|text)"
                    + "|pages?[-_]content|xl[-_]?(?:content|con|text|main|nr)|wz[-_]?(?:zhuti|con|content|nr)|wzcon|nrtext"
                    + "|gsj_htmlcon.*|zw|zhengwen|neirong|nr|maintext|fontzoom|zoomtext|cont(?:ent)?_?zoom|ccontent|artcon|content");
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i)share|bdshare.*|print.*|qr.*|erweima|ewm|crumb.*|breadcrumb.*|position|dqwz|weizhi|foot(?:er)?|copyright|nav|navbar|menu"
                    + "|prev|next|pager|pagination|related|xgxx|xgwz|tool(?:s|bar)?|fontsize|jiucuo|pannel|recommend.*|sidebar|links?|friend.*");
    private static final Pattern FURNITURE_TEXT = Pattern.compile(
            "(?:扫一扫.{0,20}|.{0,4}(?:打印|关闭|收藏|分享|返回).{0,14}|[【\\[]?(?:字体|字号)[：:].{0,30}|上一[篇条].*|下一[篇条].*|版权所有.*|(?:主办|承办)(?:单位)?[：:].*|相关(?:稿件|链接|文章|阅读)[：:]?|您?的?当前位置.*|Aa)");
    private static final Set<String> RUNNING = Set.of(
            "p", "span", "font", "b", "strong", "h1", "h2", "h3", "h4", "li", "ul", "ol", "tr", "a", "table", "tbody");
    private static final double MOST = 0.7;
    /** Title and number stand in rows of their own above the text, so rows are left only for nearly all of the text. */
    private static final double NEARLY_ALL = 0.95;

    private static final Set<String> TABLE = Set.of("table", "tbody", "tr", "td");
    private static final Pattern FRAME = Pattern.compile(
            "(?i)(?:page|site|main|top|global|web)?[-_]?(?:foot(?:er)?|copyright|nav|navbar|menu|header|crumbs?|breadcrumbs?|bottom)(?:[-_]?(?:box|wrap|bar|con|inner))?");
    private static final Pattern SENTENCE = Pattern.compile("[。；，]");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "ucaptitle");
    private static final int LEAST_TEXT = 12;
    private static final int TOOL_TEXT = 60;
    private static final int PLAIN_TEXT = 40;

    private final Element page;
    private final Map<Element, Count> counts = new IdentityHashMap<>();

    PageBody(Element page) {
        this.page = page;
        measure();
    }

    /** The body, or null when the page holds hardly any text. */
    @Nullable
    Element find() {
        Element named = null;
        for (Element each : page.select("[id], [class], ucapcontent")) {
            if (isNamed(each) && !PageText.hidden(each) && (named == null || better(each, named))) {
                named = each;
            }
        }
        Element densest = densest();
        if (named != null
                && (text(named) >= LEAST_TEXT || !named.select("img, a[href]").isEmpty())) {
            // A name that stands on a small part of the page beside a much longer text was given to something else.
            return text(densest) > 200 && text(named) * 5 < text(densest) ? densest : named;
        }
        // A scanned document is pictures and nothing else.
        boolean prose = text(densest) >= PLAIN_TEXT
                || text(densest) >= LEAST_TEXT
                        && SENTENCE.matcher(PageText.inline(densest)).find();
        return prose || !densest.select("img[src]").isEmpty() ? densest : null;
    }

    /** Whether an element belongs to the frame that all pages of a site share. */
    static boolean frame(Element element) {
        if (element.normalName().equals("nav") || element.normalName().equals("footer")) {
            return true;
        }
        return !element.id().isEmpty() && FRAME.matcher(element.id()).matches()
                || element.classNames().stream()
                        .anyMatch(name -> FRAME.matcher(name).matches());
    }

    private boolean better(Element candidate, Element best) {
        for (Element each = candidate.parent(); each != null; each = each.parent()) {
            if (each == best) {
                return text(candidate) > text(best) * 0.6;
            }
        }
        return text(candidate) > text(best);
    }

    private static boolean isNamed(Element element) {
        if (element.normalName().equals("ucapcontent")) {
            return true;
        }
        if (RUNNING.contains(element.normalName()) || element.normalName().equals("body")) {
            return false;
        }
        if (NAMED.matcher(element.id()).matches()) {
            return true;
        }
        for (String name : element.classNames()) {
            if (NAMED.matcher(name).matches()) {
                return true;
            }
        }
        return false;
    }

    private Element densest() {
        Element each = page;
        while (true) {
            Element largest = null;
            for (Element child : each.children()) {
                if (!child.normalName().equals("p") && (largest == null || text(child) > text(largest))) {
                    largest = child;
                }
            }
            boolean running =
                    largest != null && RUNNING.contains(largest.normalName()) && !TABLE.contains(largest.normalName());
            boolean table = largest != null && TABLE.contains(largest.normalName());
            double most = table ? NEARLY_ALL : MOST;
            if (largest == null || running || text(largest) < most * text(each) || text(each) == 0) {
                return each;
            }
            each = largest;
        }
    }

    /** Characters and links of an element, blanks between lines left out. */
    private static final class Count {
        private int prose;
        private int whole;
        private int linked;
        private int links;
    }

    private int text(Element element) {
        return count(element).prose;
    }

    /** The length of all text in an element. */
    int length(Element element) {
        return count(element).whole;
    }

    private Count count(Element element) {
        return counts.getOrDefault(element, new Count());
    }

    /** Counts once for all elements, since asking each for its text would take the square of the page. */
    private void measure() {
        page.traverse(new NodeVisitor() {
            private final Count sum = new Count();
            private int dead;
            private int anchors;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    boolean anchor = element.normalName().equals("a");
                    Count before = new Count();
                    before.prose = sum.prose;
                    before.whole = sum.whole;
                    before.linked = sum.linked;
                    before.links = sum.links;
                    counts.put(element, before);
                    dead += dead(element) ? 1 : 0;
                    anchors += anchor ? 1 : 0;
                    sum.links += anchor ? 1 : 0;
                } else if (node instanceof TextNode words && !words.isBlank()) {
                    int length = LegacyText.stripUnseen(words.getWholeText()).length();
                    sum.whole += length;
                    sum.prose += dead == 0 ? length : 0;
                    sum.linked += anchors > 0 ? length : 0;
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    Count count = count(element);
                    count.prose = sum.prose - count.prose;
                    count.whole = sum.whole - count.whole;
                    count.linked = sum.linked - count.linked;
                    count.links = sum.links - count.links;
                    dead -= dead(element) ? 1 : 0;
                    anchors -= element.normalName().equals("a") ? 1 : 0;
                }
            }

            private boolean dead(Element element) {
                return element.normalName().equals("a")
                        || PageText.unread(element)
                        || PageText.hidden(element)
                        || element != page && frame(element);
            }
        });
    }

    /** Takes out of the body what belongs to the page: heading, lines already read, tools, neighbours. */
    void tidy(Element body, @Nullable Element heading, Set<Element> used) {
        int all = Math.max(1, length(body));
        List<Element> out = new ArrayList<>();
        for (Element each : body.getAllElements()) {
            if (each != body && (given(each, heading, used, all) || tool(each, all))) {
                out.add(each);
            }
        }
        out.forEach(Element::remove);
    }

    private boolean given(Element each, @Nullable Element heading, Set<Element> used, int all) {
        boolean most = length(each) * 2 > all && all > 200;
        return used.contains(each) && !most || each == heading && HEADINGS.contains(each.normalName());
    }

    private boolean tool(Element each, int all) {
        int length = length(each);
        if (furniture(each) && length * 10 < all * 3 || listOfLinks(each, all)) {
            return true;
        }
        return each.isBlock()
                && length <= TOOL_TEXT
                && each.childNodeSize() < 20
                && count(each).links < 3
                && FURNITURE_TEXT.matcher(PageText.inline(each)).matches()
                && each.getElementsByTag("img").isEmpty();
    }

    /** A row of links is a menu; links to files are attachments. */
    private boolean listOfLinks(Element each, int all) {
        Count count = count(each);
        return (each.isBlock() || each.normalName().equals("td"))
                && count.links > 2
                && count.whole * 2 < all
                && count.linked * 10 > count.whole * 6
                && each.getElementsByTag("a").stream().noneMatch(link -> MediaTypes.of(link.attr("href")) != null);
    }

    private static boolean furniture(Element element) {
        if (element.normalName().equals("nav") || element.normalName().equals("footer")) {
            return true;
        }
        for (String name : element.classNames()) {
            if (FURNITURE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                return true;
            }
        }
        return !element.id().isEmpty() && FURNITURE.matcher(element.id()).matches();
    }
}
