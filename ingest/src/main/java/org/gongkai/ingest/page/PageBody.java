package org.gongkai.ingest.page;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the part of a page that is the document's body: by the names that site generators give it, or by its text. */
final class PageBody {

    private static final Pattern NAMED = Pattern.compile(
            "(?i)zoom|zoomcon|ucap-?content|trs_editor|trs_uedit.*|trs_preappend|vsb_content.*|v_news_content|js_content|bt-content"
                    + "|art(?:icle)?[-_]?(?:con|content|body|text|main|cont)(?:ent)?(?:[-_].*)?|main[-_]?(?:text|txt)"
                    + "|news[-_]?(?:content|con|text|body)|content[-_]?(?:text|body|main|detail|box|article)|text[-_]?content"
                    + "|detail[-_]?(?:content|con|text|body|main)|con[-_]?(?:text|txt|main|detail)|info[-_]?(?:content|con|text)"
                    + "|(?:entry|post|story|single)[-_]*(?:content|body|text)|(?:main[-_])?article[-_]+(?:content|story|body)|xl[-_]?(?:content|con|text|main|nr)|wz[-_]?(?:zhuti|con|content|nr)|wzcon|nrtext"
                    + "|gsj_htmlcon.*|zw|zhengwen|neirong|nr|maintext|fontzoom|zoomtext|cont(?:ent)?_?zoom|ccontent|artcon");

    /** Names that are given to the part of the page around the body as well. */
    private static final Pattern NAMED_BROADLY = Pattern.compile("(?i)view|content|pages?[-_]content|main[-_]?content");

    private static final Set<String> RUNNING = Set.of(
            "p", "span", "font", "b", "strong", "h1", "h2", "h3", "h4", "li", "ul", "ol", "tr", "a", "table", "tbody");
    private static final double MOST = 0.7;
    /** Title and number stand in rows of their own above the text, so rows are left only for nearly all of the text. */
    private static final double NEARLY_ALL = 0.95;

    private static final Set<String> TABLE = Set.of("table", "tbody", "tr", "td");
    private static final Pattern SENTENCE = Pattern.compile("[。；，]");
    private static final int LEAST_TEXT = 12;
    private static final int PLAIN_TEXT = 40;

    /** A part inside the one that is named, and named so too, is the body when it holds that share of its text. */
    private static final double MOST_OF_NAMED = 0.6;

    /** What is clearly named is the body when it holds that share of the text of what is broadly named. */
    private static final double CLEARLY_NAMED = 0.3;

    /** A part named as the body is belongs to it when it has one of so many shares of its text. */
    private static final int PEERS = 10;

    /** The parts together are the body when what holds them all holds little more. */
    private static final double AROUND_PEERS = 1.3;

    /** No line of a page holds so many elements. */
    private static final int MOST_NODES = 500;

    private enum Name {
        NONE,
        BROAD,
        CLEAR
    }

    private final Count nothing = new Count();
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
            if (name(each) != Name.NONE && !PageText.hidden(each) && (named == null || better(each, named))) {
                named = each;
            }
        }
        Element densest = densest();
        if (named != null
                && (text(named) >= LEAST_TEXT || !named.select("img, a[href]").isEmpty())) {
            // A name that stands on a small part of the page beside a much longer text was given to something else.
            return text(densest) > 200 && text(named) * 5 < text(densest) ? densest : withPeers(named);
        }
        // A scanned document is pictures and nothing else.
        boolean prose = text(densest) >= PLAIN_TEXT
                || text(densest) >= LEAST_TEXT
                        && SENTENCE.matcher(PageText.inline(densest)).find();
        return prose || !densest.select("img[src]").isEmpty() ? densest : null;
    }

    /** What holds the body and the parts beside it that are named alike, where a text is cut into several; or the body. */
    private Element withPeers(Element body) {
        Element around = body;
        int sum = text(body);
        for (Element each : page.getElementsByAttributeValue("class", body.className())) {
            boolean peer = each.className().equals(body.className())
                    && !Places.within(each, around)
                    && !Places.within(body, each)
                    && text(each) * PEERS > text(body);
            if (peer) {
                around = around(each, around);
                sum += text(each);
            }
        }
        return text(around) < sum * AROUND_PEERS ? around : body;
    }

    private static Element around(Element one, Element other) {
        Element each = other;
        while (!Places.within(one, each)) {
            each = Objects.requireNonNull(each.parent());
        }
        return each;
    }

    private boolean better(Element candidate, Element best) {
        double most = Places.within(candidate, best) ? MOST_OF_NAMED : 1;
        int grades = name(candidate).compareTo(name(best));
        return text(candidate) > text(best) * (grades > 0 ? CLEARLY_NAMED : grades < 0 ? 1 / CLEARLY_NAMED : most);
    }

    /** Whether an element is called after a part of the page that is beside the text. */
    private static boolean beside(Element element) {
        PartNames.Part part = PartNames.of(element);
        return part != null && part != PartNames.Part.BYLINE;
    }

    /** How clearly an element is named as the body. */
    private static Name name(Element element) {
        if (element.normalName().equals("ucapcontent")) {
            return Name.CLEAR;
        }
        if (RUNNING.contains(element.normalName())
                || PageText.unread(element)
                || element.normalName().equals("body")) {
            return Name.NONE;
        }
        Name name = name(element.id());
        for (String each : PageText.classes(element)) {
            Name other = name(each);
            name = other.compareTo(name) > 0 ? other : name;
        }
        return name;
    }

    private static Name name(String name) {
        if (name.isEmpty()) {
            return Name.NONE;
        }
        return NAMED.matcher(name).matches()
                ? Name.CLEAR
                : NAMED_BROADLY.matcher(name).matches() ? Name.BROAD : Name.NONE;
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
        private int nodes;
        /** Whether what it holds is no prose of the document. */
        private boolean dead;
    }

    private int text(Element element) {
        return count(element).prose;
    }

    /** The links in an element. */
    int links(Element element) {
        return count(element).links;
    }

    /** The length of the text in links in an element. */
    int linked(Element element) {
        return count(element).linked;
    }

    /** The length of all text in an element. */
    int length(Element element) {
        return count(element).whole;
    }

    /**
     * Whether all text in an element is at most so long, and the element holds no more nodes than a line of a page does: its text
     * may be asked for, though that is done for all elements around it too.
     */
    boolean brief(Element element, int most) {
        Count count = count(element);
        return count.whole <= most && count.nodes <= MOST_NODES;
    }

    private Count count(Element element) {
        return counts.getOrDefault(element, nothing);
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
                    before.nodes = sum.nodes++;
                    counts.put(element, before);
                    before.dead = dead(element);
                    dead += before.dead ? 1 : 0;
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
                    count.nodes = sum.nodes - count.nodes;
                    dead -= count.dead ? 1 : 0;
                    anchors -= element.normalName().equals("a") ? 1 : 0;
                }
            }

            private boolean dead(Element element) {
                return element.normalName().equals("a")
                        || PageText.unread(element)
                        || PageText.hidden(element)
                        || element != page && beside(element);
            }
        });
    }
}
