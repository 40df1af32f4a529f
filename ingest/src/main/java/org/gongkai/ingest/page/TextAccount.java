package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.source.OwnLabels;
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

    /** A line that opens with a label: 承办单位：森林防火科. */
    private static final Pattern LABELLED = Pattern.compile("[\\[【（(]?(\\p{IsHan}{2,8})[\\]】]?[ 　]?[:：][ 　]?[^ 　:：].*");

    private static final Pattern LABEL = Pattern.compile("\\p{IsHan}(?:[ 　]?\\p{IsHan}){1,11}[:：]?");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final int LONGEST_TABLE = 3_000;
    private static final int MOST_LINES = 40;

    /** A longer line is no label and its value, in characters. */
    private static final int LONGEST_LINE = 150;

    /** What the account makes of a text that no field and no body holds. */
    private enum Sort {
        HIDDEN(NOT_SHOWN),
        LABELLED(OwnLabels.TEXT_BESIDE),
        FURNITURE(REST);

        private final String label;

        Sort(String label) {
            this.label = label;
        }
    }

    private final List<TextNode> texts = new ArrayList<>();
    private final Map<Element, Boolean> labelled = new IdentityHashMap<>();
    private final KnownLabels labels;

    /** @param labels knows the labels that say something of a document, and those that say nothing of it */
    TextAccount(Element page, KnownLabels labels) {
        this.labels = labels;
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
        Sort sort = Sort.FURNITURE;
        String bare = LegacyText.lettersAndDigits(title);
        for (TextNode words : texts) {
            boolean rest = !inBody(words, body) && !isTold(words, told);
            Sort now = rest ? sort(words, told) : sort;
            if (!run.isEmpty() && (!rest || now != sort)) {
                add(fields, run, sort, bare);
            }
            if (rest) {
                sort = now;
                run.add(words);
                left.put(words, now == Sort.HIDDEN);
            }
        }
        if (!run.isEmpty()) {
            add(fields, run, sort, bare);
        }
        fields.complain(place -> beside(place, left), known);
    }

    private Sort sort(TextNode words, Map<Element, StringBuilder> told) {
        if (unseen(words)) {
            return Sort.HIDDEN;
        }
        Element line = parent(words);
        while (line != null && !line.isBlock() && line.parent() != null) {
            line = line.parent();
        }
        // What was read of a line is told by itself.
        return line != null && !told.containsKey(line) && labelled.computeIfAbsent(line, this::isLabelled)
                ? Sort.LABELLED
                : Sort.FURNITURE;
    }

    /** Whether a line says something of the document under a label, and is none of the page's tools or its frame. */
    private boolean isLabelled(Element line) {
        if (inPairs(line)) {
            return !inFrame(line);
        }
        if (PageText.longer(line, LONGEST_LINE)) {
            return false;
        }
        String text = PageText.inline(line);
        Matcher opening = LABELLED.matcher(text);
        if (!opening.matches() || BodyTidy.isTool(line) || line.selectFirst("a, input, select") != null) {
            return false;
        }
        if (labels.find(opening.group(1)) != null
                && labels.component(opening.group(1)) != Component.RELATIONS
                && !besideUnknown(line)) {
            // Without a link behind it 政策原文 names a document all the same. Any other known label that was not believed
            // is that of another document, as in a list beside this one.
            return false;
        }
        return !inFrame(line);
    }

    /** Whether an element is one of the page's tools or its frame. */
    private static boolean inFrame(Element line) {
        for (Element each = line; each != null; each = each.parent()) {
            PartNames.Part part = PartNames.of(each);
            if (part != null && part != PartNames.Part.BYLINE && part != PartNames.Part.AROUND) {
                return true;
            }
        }
        return false;
    }

    /** Whether lines with labels that nobody knows stand beside a line: 时间： beside 地点： and 主办：. */
    private boolean besideUnknown(Element line) {
        Element parent = line.parent();
        return parent != null
                && parent.childrenSize() <= MOST_LINES
                && parent.children().stream()
                        .filter(each -> each != line && !PageText.longer(each, LONGEST_LINE))
                        .anyMatch(each -> {
                            Matcher opening = LABELLED.matcher(PageText.inline(each));
                            return opening.matches() && labels.find(opening.group(1)) == null && !BodyTidy.isTool(each);
                        });
    }

    /** Whether a cell is one of a table outside the text that is made of labels and values: 举行时间 | 2024年3月7日. */
    private static boolean inPairs(Element cell) {
        Element row = cell.parent();
        Element table = row == null ? null : row.closest("table");
        if (table == null || !CELLS.contains(cell.normalName()) || PageText.longer(table, LONGEST_TABLE)) {
            return false;
        }
        List<Element> rows = table.getElementsByTag("tr");
        return rows.size() > 1 && rows.stream().allMatch(TextAccount::isPairs);
    }

    private static boolean isPairs(Element row) {
        List<Element> cells = row.children();
        for (int i = 0; i < cells.size(); i += 2) {
            if (!LABEL.matcher(PageText.inline(cells.get(i))).matches()) {
                return false;
            }
        }
        return !cells.isEmpty() && cells.size() % 2 == 0;
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

    private static Page.Left left(String text, Sort sort, String title) {
        if (sort == Sort.LABELLED) {
            return new Page.Left(FieldFate.UNMAPPED, Reason.UNKNOWN_LABEL);
        }
        if (sort == Sort.HIDDEN) {
            return new Page.Left(FieldFate.IGNORED, Reason.NOT_SHOWN);
        }
        boolean said = title.contains(LegacyText.lettersAndDigits(text));
        return new Page.Left(FieldFate.IGNORED, said ? Reason.SAME_VALUE : Reason.PAGE_FURNITURE);
    }

    /** @param title letters and digits of the document's title, which a page says again and again */
    private static void add(PageFields fields, List<TextNode> run, Sort sort, String title) {
        StringBuilder text = new StringBuilder();
        for (TextNode words : run) {
            text.append(text.isEmpty() ? "" : "\n").append(PageText.tidy(words.getWholeText()));
        }
        fields.add(
                Math.max(0, run.get(0).sourceRange().start().lineNumber()),
                sort.label,
                text.toString(),
                Rank.PAGE,
                null,
                left(text.toString(), sort, title));
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
