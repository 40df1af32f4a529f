package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What leads a reader through an article that stands on several pages, such as {@code [1] [2] 下一页}: written on the page, or
 * by a script that is told how many there are.
 *
 * @param nodes what of the page is the pager; it is no text of the document
 * @param current the number of this page, from 1
 * @param total how many pages there are; 0 when the pager does not say
 * @param pages the addresses of pages by their numbers, as far as the pager links them
 * @param next the address of the next page, or null
 */
record Pager(
        List<Node> nodes,
        int current,
        int total,
        Map<Integer, String> pages,
        @Nullable String next) {

    private static final int LONGEST = 200;

    /** Of a longer piece the beginning says that it is no pager, in characters, blanks included. */
    private static final int LONGEST_LOOKED_AT = 40_000;

    /** No article stands on more pages. */
    private static final int MOST = 200;

    private static final Pattern WORDS = Pattern.compile(
            "(?i)(?:上一页|下一页|[上下]页|[前后]一页|首页|[尾末]页|第一页|最后一?页|余下全文|(?:阅读)?全文(?:阅读)?"
                    + "|共\\d{1,4}[页条]|每页\\d{1,4}条?|第?\\d{1,4}页|当前|页次|转到|跳[转到]|go|[\\d\\[\\]【】()（）<>《》«»‹›|/·….,，:：-]|页)++");
    /** How one of these words can begin; the first character of nearly every text tells that it is no pager. */
    private static final String BEGINNINGS = "上下前后首尾末第最余阅全共每当页跳转gG0123456789[]【】()（）<>《》«»‹›|/·….,，:：-";

    private static final Set<String> APART = Set.of("br", "img", "table");
    private static final Pattern TURNS = Pattern.compile("上一?页|下一?页|[前后]一页|[尾末]页|余下全文");
    private static final Pattern FORWARD = Pattern.compile("[\\[【]?(?:下一?页|后一页|余下全文)[\\]】]?[>»›]*|[>»›]+");
    private static final Pattern NUMBER = Pattern.compile("[\\[【(（]?第?(\\d{1,4})页?[\\]】)）]?");
    private static final Pattern LONE = Pattern.compile("(?<![\\d/共第页])(\\d{1,4})(?![\\d/条页])");
    private static final Pattern OF = Pattern.compile("(\\d{1,4})/(\\d{1,4})");
    private static final Pattern ALL = Pattern.compile("共(\\d{1,4})页");
    private static final Pattern THIS = Pattern.compile("第(\\d{1,4})页");
    private static final Pattern SCRIPT = Pattern.compile(
            "(?i)createPage(?:HTML)?\\s{0,5}\\(\\s{0,5}(['\"][^'\"]{0,60}['\"]\\s{0,5},)?\\s{0,5}(\\d{1,4})\\s{0,5},\\s{0,5}(\\d{1,4})\\s{0,5},"
                    + "\\s{0,5}['\"]([^'\"]{1,200})['\"]\\s{0,5},\\s{0,5}['\"](\\w{3,6})['\"]");

    /**
     * The pager of the body, or null when it has none.
     *
     * @param page all that is shown
     * @param sizes knows how much text each element holds
     * @param name the name of the page's file
     * @param scripts the scripts of the page
     */
    static @Nullable Pager of(Element page, Element body, PageBody sizes, String name, String scripts) {
        List<Node> nodes = new ArrayList<>();
        Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element each : page.getAllElements()) {
            if (!taken.isEmpty() && within(each, taken)) {
                continue;
            }
            boolean inside = Places.within(each, body);
            boolean beside = inside || beside(each, body);
            boolean brief = sizes.length(each) > 0 && sizes.brief(each, LONGEST);
            if (beside && each != body && each != page && brief && isPager(List.of(each))) {
                nodes.add(each);
                taken.add(each);
            } else if (inside) {
                int before = nodes.size();
                addRuns(each, nodes);
                taken.addAll(nodes.subList(before, nodes.size()));
            }
        }
        Pager scripted = scripted(scripts, nodes);
        if (scripted != null) {
            return scripted;
        }
        return nodes.isEmpty() ? null : read(nodes, name);
    }

    private static boolean within(Element element, Set<Node> outer) {
        for (Node each = element; each != null; each = each.parent()) {
            if (outer.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an element stands right beside the body, or beside what holds the body. */
    private static boolean beside(Element each, Element body) {
        Element parent = each.parent();
        Element around = body.parent();
        return parent != null
                && around != null
                && (parent == around || parent == around.parent() || each == body.nextElementSibling());
    }

    /** Adds the pieces of running text in an element that are a pager, with no element of their own around them. */
    private static void addRuns(Element element, List<Node> nodes) {
        List<Node> run = new ArrayList<>();
        for (Node each : element.childNodes()) {
            boolean running = each instanceof TextNode
                    || each instanceof Element part && !part.isBlock() && !APART.contains(part.normalName());
            if (running) {
                run.add(each);
            } else {
                addRun(run, nodes);
            }
        }
        addRun(run, nodes);
    }

    private static void addRun(List<Node> run, List<Node> nodes) {
        if (run.size() > 1 && run.size() <= LONGEST && isPager(run)) {
            nodes.addAll(run);
        }
        run.clear();
    }

    private static boolean isPager(List<Node> nodes) {
        String text = text(nodes);
        if (text.isEmpty()
                || text.length() > LONGEST
                || BEGINNINGS.indexOf(text.charAt(0)) < 0
                || !WORDS.matcher(text).matches()) {
            return false;
        }
        List<Element> links = links(nodes);
        long numbered = links.stream()
                .filter(each -> NUMBER.matcher(bare(each)).matches())
                .count();
        boolean turns = TURNS.matcher(text).find();
        // One page of several in a text that was printed says 第1页 共3页, and leads nowhere.
        return turns && (!links.isEmpty() || text.codePoints().anyMatch(Character::isDigit)) || numbered > 1;
    }

    private static String bare(Element element) {
        return LegacyText.withoutBlanks(element.wholeText());
    }

    private static String text(List<Node> nodes) {
        StringBuilder text = new StringBuilder();
        for (Node each : nodes) {
            text.append(each instanceof Element element ? element.wholeText() : ((TextNode) each).getWholeText());
            if (text.length() > LONGEST_LOOKED_AT) {
                break;
            }
        }
        return LegacyText.withoutBlanks(text.toString());
    }

    private static List<Element> links(List<Node> nodes) {
        List<Element> links = new ArrayList<>();
        for (Node each : nodes) {
            if (each instanceof Element element) {
                links.addAll(element.getElementsByTag("a"));
            }
        }
        return links;
    }

    /** A call such as {@code createPageHTML(3,0,"content","html")}: the pages are content.html, content_1.html, content_2.html. */
    private static @Nullable Pager scripted(String scripts, List<Node> nodes) {
        Matcher call = SCRIPT.matcher(scripts);
        if (!call.find()) {
            return null;
        }
        // With a name of an element before them the numbers of pages begin at 1.
        int first = call.group(1) == null ? 0 : 1;
        int total = Integer.parseInt(call.group(2));
        int current = Math.max(Integer.parseInt(call.group(3)), first) - first + 1;
        Map<Integer, String> pages = new TreeMap<>();
        for (int i = 2; i <= Math.min(total, MOST); i++) {
            pages.put(i, call.group(4) + '_' + (i - 1 + first) + '.' + call.group(5));
        }
        return new Pager(nodes, current, total, pages, null);
    }

    /** A text in which the first of some words is a blank. */
    private static String without(String text, String words) {
        int at = text.indexOf(words);
        return at < 0 ? text : text.substring(0, at) + ' ' + text.substring(at + words.length());
    }

    private static Pager read(List<Node> nodes, String name) {
        Map<Integer, String> pages = new TreeMap<>();
        String next = null;
        int here = 0;
        int total = 0;
        String rest = text(nodes);
        for (Element link : links(nodes)) {
            String text = bare(link);
            String address = link.attr("href").strip();
            boolean leads =
                    !address.isEmpty() && !address.startsWith("#") && !PageLinks.hasScheme(address, "javascript:");
            Matcher number = NUMBER.matcher(text);
            if (number.matches()) {
                int page = Integer.parseInt(number.group(1));
                total = Math.max(total, page);
                boolean own = !leads || address.equals(name) || address.endsWith('/' + name);
                here = own
                                        && link.hasClass("current")
                                                | link.hasClass("cur")
                                                | link.hasClass("on")
                                                | link.hasClass("active")
                                || address.equals(name)
                        ? page
                        : here;
                if (leads && page > 0) {
                    pages.putIfAbsent(page, address);
                }
                rest = without(rest, text);
            } else if (FORWARD.matcher(text).matches() && leads) {
                next = next == null ? address : next;
            }
        }
        Matcher of = OF.matcher(rest);
        Matcher all = ALL.matcher(rest);
        Matcher page = THIS.matcher(rest);
        Matcher lone = LONE.matcher(rest);
        if (page.find()) {
            here = Integer.parseInt(page.group(1));
        } else if (of.find()) {
            here = Integer.parseInt(of.group(1));
            total = Math.max(total, Integer.parseInt(of.group(2)));
        }
        total = all.find() ? Math.max(total, Integer.parseInt(all.group(1))) : total;
        while (lone.find()) {
            int number = Integer.parseInt(lone.group(1));
            here = here == 0 ? number : here;
            total = Math.max(total, number);
        }
        int current = Math.max(here, 1);
        return new Pager(nodes, current, next != null && total <= current ? 0 : total, pages, next);
    }

    /** What this pager says, of the page of another number: that of a page behind the first is known. */
    Pager at(int page) {
        return new Pager(nodes, page, total, pages, next);
    }

    /** Whether the page is one of several. */
    boolean ofSeveral() {
        return total > 1 || next != null;
    }

    /** The address of a page behind this one, or null when the pager does not link it. */
    @Nullable
    String address(int page) {
        String address = pages.get(page);
        return address == null && page == current + 1 ? next : address;
    }

    /** Takes the pager out of the page. */
    void takeOut() {
        nodes.forEach(Node::remove);
    }
}
