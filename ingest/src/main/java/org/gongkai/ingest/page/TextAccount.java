package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.source.Reason;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that every text of a page is in its body or in a field: what neither holds becomes a field of its own, which says
 * that it is the page's, or that it is not shown. One page, one use: made before anything is taken out of the page.
 */
final class TextAccount {

    private static final String REST = "[页面:其余文字]";
    private static final String NOT_SHOWN = "[页面:未显示]";

    /** Elements whose text no visitor reads as text of the page. */
    private static final Set<String> CLOSED =
            Set.of("textarea", "template", "noscript", "iframe", "object", "audio", "video");

    /** What a visitor may choose from is no value. */
    private static final Set<String> CHOSEN = Set.of("select", "button", "option");

    private final List<TextNode> texts = new ArrayList<>();

    TextAccount(Element page) {
        page.filter((node, depth) -> {
            if (node instanceof TextNode words && says(words)) {
                texts.add(words);
            }
            return FilterResult.CONTINUE;
        });
    }

    private static boolean says(TextNode words) {
        String text = words.getWholeText();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Adds what is in no field yet.
     *
     * @param body the body as it went into the record, or null
     * @param title the document's title, or empty
     * @param known whether a text is a label that means an element of the record
     */
    void close(PageFields fields, @Nullable Element body, String title, Predicate<String> known) {
        Map<Element, StringBuilder> told = fields.told();
        Map<TextNode, Boolean> left = new IdentityHashMap<>();
        List<TextNode> run = new ArrayList<>();
        boolean hidden = false;
        String bare = LegacyText.lettersAndDigits(title);
        for (TextNode words : texts) {
            boolean rest = !inBody(words, body) && !isTold(words, told);
            boolean unseen = rest && unseen(words);
            if (!run.isEmpty() && (!rest || unseen != hidden)) {
                add(fields, run, hidden, bare);
            }
            if (rest) {
                hidden = unseen;
                run.add(words);
                left.put(words, unseen);
            }
        }
        if (!run.isEmpty()) {
            add(fields, run, hidden, bare);
        }
        fields.complain(place -> beside(place, left), known);
    }

    private static boolean inBody(TextNode words, @Nullable Element body) {
        boolean read = true;
        Element each = parent(words);
        for (; each != null && each != body; each = each.parent()) {
            read &= !PageText.unread(each) && !PageText.hidden(each);
        }
        return each != null && read && !PageText.unread(each);
    }

    private static boolean isTold(TextNode words, Map<Element, StringBuilder> told) {
        String text = LegacyText.lettersAndDigits(words.getWholeText());
        for (Element each = parent(words); each != null; each = each.parent()) {
            StringBuilder said = told.get(each);
            if (said != null && said.indexOf(text) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean unseen(TextNode words) {
        for (Element each = parent(words); each != null; each = each.parent()) {
            if (PageText.hidden(each) || CLOSED.contains(each.normalName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Element parent(TextNode words) {
        return words.parent();
    }

    private static Reason reason(String text, boolean hidden, String title) {
        if (hidden) {
            return Reason.NOT_SHOWN;
        }
        return title.contains(LegacyText.lettersAndDigits(text)) ? Reason.SAME_VALUE : Reason.PAGE_FURNITURE;
    }

    /** @param title letters and digits of the document's title, which a page says again and again */
    private static void add(PageFields fields, List<TextNode> run, boolean hidden, String title) {
        StringBuilder text = new StringBuilder();
        for (TextNode words : run) {
            text.append(text.isEmpty() ? "" : "\n").append(PageText.tidy(words.getWholeText()));
        }
        fields.add(
                Math.max(0, run.get(0).sourceRange().start().lineNumber()),
                hidden ? NOT_SHOWN : REST,
                text.toString(),
                Rank.PAGE,
                null,
                new Page.Left(FieldFate.IGNORED, reason(text.toString(), hidden, title)));
        run.clear();
    }

    /** What stands in an element or right behind it, and is in no field; empty when nothing does. */
    private static String beside(Element place, Map<TextNode, Boolean> left) {
        StringBuilder text = new StringBuilder();
        collect(place, left, text);
        Element behind = place.nextElementSibling();
        if (text.isEmpty() && behind != null && PartNames.of(behind) == null) {
            collect(behind, left, text);
        }
        return PageText.tidy(text.toString());
    }

    private static void collect(Element place, Map<TextNode, Boolean> left, StringBuilder text) {
        place.filter((node, depth) -> {
            if (node instanceof Element each && CHOSEN.contains(each.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode words
                    && Boolean.FALSE.equals(left.get(words))
                    && !BodyTidy.isTool(PageText.tidy(words.getWholeText()))) {
                text.append(words.getWholeText()).append(' ');
            }
            return FilterResult.CONTINUE;
        });
    }
}
