package org.gongkai.ingest.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.text.AgencyNames;
import org.gongkai.ingest.text.NumberLines;
import org.gongkai.ingest.text.OfficialText;
import org.gongkai.ingest.text.TextLine;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the heading of a page's document, or a line in its place. */
final class PageHeading {

    private static final Pattern TITLE_MARK = Pattern.compile(
            "(?i)(?:^|.*[-_]|.*(?:article|art|news|detail|content|con|info|page|wz|xl|show|main|cms))(?:title|tit|bt|biaoti|headline)\\d*");
    /** How each of these words ends; most names tell by it that they are none. */
    private static final String MARK_ENDS = "etiETI";

    private static final Pattern HEADING = Pattern.compile("h[1-3]|ucaptitle");
    private static final Pattern SITE_NAME = Pattern.compile("[\\p{IsHan} ]{2,20}(?:网|网站|门户|平台|信息公开)");

    /** No title of a document is longer, in characters. */
    private static final int LONGEST_TITLE = 300;

    /** Nor shorter, but for the bare name of a kind such as 通告. */
    private static final int SHORTEST_TITLE = 5;

    /** A heading of the second or third order is often that of a column; a column's name is no longer. */
    private static final int LONGEST_COLUMN = 8;

    /** An element with more parts is a piece of the page rather than a title. */
    private static final int MOST_PARTS = 12;

    /** The body's own heading stands among its first lines. */
    private static final int HEADING_WITHIN = 6;

    // How much speaks for an element to be the heading.
    private static final int NOTHING = 0;
    private static final int LOWER_HEADING = 1;
    private static final int CALLED_TITLE = 2;
    private static final int FIRST_HEADING = 3;

    /** The window's title says the same; then the place on the page does not matter. */
    private static final int REPEATED = 3;

    private static final int CERTAIN = LOWER_HEADING + REPEATED;

    private final Document document;
    private final WindowTitle window;
    /** Whether the window names a document; each element of the page is compared with it. */
    private final boolean named;

    PageHeading(Document document, WindowTitle window) {
        this.document = document;
        this.window = window;
        this.named = window.namesDocument();
    }

    /** The element that is the heading, or null. */
    @Nullable
    Element find(@Nullable Element body, PageBody finder) {
        List<String> opening = body == null ? List.of() : opening(body);
        Element best = null;
        Element passingOn = null;
        int bestGrade = NOTHING;
        for (Element each : document.body().getAllElements()) {
            if (!mayTitle(each, finder.length(each))) {
                continue;
            }
            String text = PageText.inline(each);
            int grade = grade(each, text);
            if (grade > NOTHING && passingOn == null && OfficialText.passesOn(text)) {
                passingOn = standsAsTitle(each, grade, text, body, opening) ? each : null;
            }
            if (grade > bestGrade && (isWindow(text) || standsAsTitle(each, grade, text, body, opening))) {
                best = each;
                bestGrade = grade;
            }
        }
        boolean passedOn = best != null && body != null && isPassedOn(best, body, passingOn, opening);
        return passedOn ? passingOn : best;
    }

    /**
     * Whether a heading is that of a text which the document passes on, though the window is called so: it stands in the body
     * behind the head, and the title before it says 转发 or 印发.
     *
     * @param passingOn the heading that says so; null where none does, and a line of the text may be the title
     */
    private static boolean isPassedOn(
            Element heading, Element body, @Nullable Element passingOn, List<String> opening) {
        if (heading == passingOn || !Places.within(heading, body) || opens(opening, PageText.inline(heading))) {
            return false;
        }
        return passingOn != null
                || OfficialText.read(PageText.of(body).lines()).stream()
                        .anyMatch(each -> each.component() == Component.TITLE && OfficialText.passesOn(each.value()));
    }

    /** Whether an element of that length can be the heading, by its make or since it may say what the window says. */
    private boolean mayTitle(Element element, int length) {
        return length <= LONGEST_TITLE
                && (element.hasAttr("class")
                        || element.hasAttr("id")
                        || HEADING.matcher(element.normalName()).matches()
                        || element.normalName().indexOf('-') > 0
                        || named && length == window.title().length());
    }

    /** Whether a text is all that the window says of the document. */
    private boolean isWindow(String text) {
        return named
                && text.length() >= window.bare().length()
                && LegacyText.lettersAndDigits(text).equals(window.bare());
    }

    /** How much speaks for an element to be the heading of the document; nothing when it cannot be. */
    int grade(Element element, String text) {
        boolean kind = element.normalName().equals("h1") && OfficialText.kindAlone(text);
        if (text.length() < SHORTEST_TITLE && !kind
                || text.length() > LONGEST_TITLE
                || PageText.hidden(element)
                || namesSite(text)
                || NumberLines.number(text) != null && !OfficialText.endsLikeTitle(text)) {
            return NOTHING;
        }
        String bare = LegacyText.lettersAndDigits(text);
        int grade = look(element, bare);
        boolean repeated = bare.length() >= SHORTEST_TITLE && window.says(bare);
        if (grade == NOTHING && isWindow(text) && element.closest("a, nav, footer") == null) {
            // The window and a line of the page say the same.
            grade = LOWER_HEADING;
        }
        return grade == NOTHING || !repeated ? grade : grade + REPEATED;
    }

    private static int look(Element element, String bare) {
        String name = element.normalName();
        if (name.equals("h1") || name.equals("ucaptitle")) {
            return FIRST_HEADING;
        }
        if (calledTitle(element)) {
            return CALLED_TITLE;
        }
        return name.startsWith("h") && name.length() == 2 && bare.length() > LONGEST_COLUMN ? LOWER_HEADING : NOTHING;
    }

    /** Whether a text is the name of a site or of its agency and nothing more, as beside a page's emblem. */
    private static boolean namesSite(String text) {
        return AgencyNames.isAgency(text) || SITE_NAME.matcher(text).matches();
    }

    private static boolean calledTitle(Element element) {
        if (element.childrenSize() > MOST_PARTS) {
            return false;
        }
        // Elements of a generator's own, such as founder-title.
        return element.normalName().indexOf('-') > 0 && isTitleMark(element.normalName())
                || PageText.classes(element).stream().anyMatch(PageHeading::isTitleMark)
                || isTitleMark(element.id());
    }

    private static boolean isTitleMark(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        return end > 1
                && MARK_ENDS.indexOf(name.charAt(end - 1)) >= 0
                && TITLE_MARK.matcher(name).matches();
    }

    /** Whether an element stands where a heading can: not in the page's furniture, nor behind the head of the body. */
    private static boolean standsAsTitle(
            Element element, int grade, String text, @Nullable Element body, List<String> opening) {
        boolean furniture = element.closest("a, nav, footer, header") != null
                || !element.select("a").isEmpty();
        boolean inBody = body != null && Places.within(element, body);
        return (grade >= CERTAIN || !furniture) && (!inBody || opens(opening, text));
    }

    /** Letters and digits of the lines at the head of the body: those that may be its title, before the text begins. */
    private static List<String> opening(Element body) {
        List<TextLine> lines = PageText.of(body).lines();
        int end = Math.min(OfficialText.headEnd(lines), Math.min(HEADING_WITHIN, lines.size()));
        return lines.subList(0, end).stream()
                .map(line -> LegacyText.lettersAndDigits(line.text()))
                .toList();
    }

    /** Whether a text is one of the first lines of the body, or several of them, so that it can be the document's heading. */
    private static boolean opens(List<String> opening, String text) {
        String bare = LegacyText.lettersAndDigits(text);
        if (text.startsWith("（") || text.startsWith("(")) {
            return false;
        }
        for (int from = 0; from < opening.size(); from++) {
            StringBuilder lines = new StringBuilder();
            for (int to = from; to < opening.size() && lines.length() < bare.length(); to++) {
                lines.append(opening.get(to));
            }
            if (lines.toString().equals(bare)) {
                return true;
            }
        }
        return false;
    }

    /** The last line before the body that reads like a document's title, the agencies in lines above it included. */
    @Nullable
    String titleAbove(@Nullable Element body) {
        Set<String> inBody = new HashSet<>();
        if (body != null) {
            PageText.of(body).lines().forEach(line -> inBody.add(line.text()));
        }
        return titleBefore(PageText.of(document.body()).lines(), inBody);
    }

    static @Nullable String titleBefore(List<TextLine> lines, Set<String> body) {
        String found = null;
        StringBuilder agencies = new StringBuilder();
        for (TextLine line : lines) {
            String text = line.text();
            if (body.contains(text)) {
                break;
            }
            if (readsLikeTitle(line)) {
                found = agencies + text;
            }
            if (line.row() || line.links() || !AgencyNames.isAgency(text)) {
                agencies.setLength(0);
            } else {
                agencies.append(agencies.isEmpty() ? "" : " ").append(text);
            }
        }
        return found;
    }

    private static boolean readsLikeTitle(TextLine line) {
        String text = line.text();
        return !line.row()
                && !line.links()
                && text.length() > SHORTEST_TITLE
                && text.length() <= LONGEST_TITLE
                && OfficialText.endsLikeTitle(text)
                && (text.contains("关于")
                        || text.contains("《")
                        || !AgencyNames.agenciesOfTitle(text).isEmpty());
    }
}
