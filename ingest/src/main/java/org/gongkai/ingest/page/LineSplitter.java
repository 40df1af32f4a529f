package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases.Alias;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Splits one line of a page into labels and values: 来源：X 时间：Y. Immutable. */
final class LineSplitter {

    /** A longer line is text of the document, unless a label opens it; and labels stand in that much of it. */
    static final int LONGEST_LINE = 600;

    private static final int OPENING = 30;

    /** A label with nothing but a blank behind it is believed in a short line only. */
    private static final int LONGEST_BLANK_LINE = LONGEST_LINE / 3;

    private static final int MOST_IN_LINE = 30;
    private static final Pattern UNKNOWN =
            Pattern.compile("(?:^|[\\s　" + Block.EDGE + "])(\\p{IsHan}{2,8})[" + Block.EDGE + "\\s]*[:：]");
    private static final Pattern FIRST_DATE = Pattern.compile(
            "^\\s*(\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?(?:[ T　]*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?)(?![\\d])");
    private static final String DATE =
            "(?:19|20)\\d{2}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?";
    private static final Pattern BARE_DATE = Pattern.compile("[\\[（(]?(" + DATE + ")[\\])）]?");
    static final Pattern LAST_DATE = Pattern.compile("(?<!\\d)" + DATE + "\\z");
    static final String BEFORE_DATE = " \t\n\u000B\f\r|｜";
    private static final Set<String> DATES =
            Set.of("writtenOn", "publishedOn", "effectiveFrom", "repealedOn", "expiresOn", "printedOn");

    /** What a line below the heading tells of the page: whence, by whom, when. */
    static final Set<Component> BYLINE =
            Set.of(Component.CONTENT_SOURCE, Component.AUTHOR, Component.EDITOR, Component.PUBLISHED_ON);

    private final KnownLabels labels;

    LineSplitter(KnownLabels labels) {
        this.labels = labels;
    }

    /** A label in a line: its first character, the end of its text, and where its value begins. */
    private record Mark(int start, int end, int value) {}

    /** The pairs that stand in one line: each value reaches to the next label. */
    List<LabelledValue> split(Block block) {
        String text = block.text();
        if (text.length() > LONGEST_LINE && StringUtils.indexOfAny(text.substring(0, OPENING), '：', ':') < 0) {
            return List.of();
        }
        List<Mark> marks = marks(text);
        List<LabelledValue> pairs = new ArrayList<>();
        if (!marks.isEmpty()) {
            addLead(block.element(), text.substring(0, marks.get(0).start()), pairs);
        }
        for (int i = 0; i < marks.size(); i++) {
            Mark at = marks.get(i);
            int end = i + 1 < marks.size() ? marks.get(i + 1).start() : text.length();
            addPairs(block.element(), text.substring(at.start(), at.end()), text.substring(at.value(), end), pairs);
        }
        return pairs;
    }

    private List<Mark> marks(String text) {
        List<Mark> marks = coloned(text);
        addUncoloned(text, marks);
        if (marks.isEmpty()) {
            Mark only = beforeBlank(text);
            if (only == null) {
                only = unknown(text);
            }
            if (only != null) {
                marks.add(only);
            }
        }
        return marks;
    }

    /** The known labels with a colon behind them or brackets around them. */
    private List<Mark> coloned(String text) {
        List<Mark> marks = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length() && i < LONGEST_LINE; i++) {
            char each = text.charAt(i);
            boolean colon = each == '：' || each == ':';
            if (colon || each == '】' || each == ']') {
                int start = labels.startBefore(text, from, i);
                if (start >= 0 && (colon || start > 0 && "【[".indexOf(text.charAt(start - 1)) >= 0)) {
                    marks.add(new Mark(start, i, i + 1));
                    from = i + 1;
                }
            }
        }
        return marks;
    }

    /** Labels without a colon count when they fill an inline element that has another behind it. */
    private void addUncoloned(String text, List<Mark> marks) {
        List<Mark> more = new ArrayList<>();
        int next = 0;
        int start = 0;
        for (int end = text.indexOf(Block.EDGE); end >= 0; end = text.indexOf(Block.EDGE, start)) {
            while (next < marks.size() && marks.get(next).start() < start) {
                next++;
            }
            boolean covered = next < marks.size() && marks.get(next).start() < Math.max(end, start + 1);
            if (!covered && labels.tells(text.substring(start, end))) {
                more.add(new Mark(start, end, end + 1));
            }
            start = end + 1;
        }
        marks.addAll(more);
        marks.sort(Comparator.comparingInt(Mark::start));
    }

    /** A known label that opens a short line, with a blank behind it. */
    private @Nullable Mark beforeBlank(String text) {
        int blank = text.length() < LONGEST_BLANK_LINE ? StringUtils.indexOfAny(text, ' ', '　', Block.EDGE) : -1;
        return blank > 0 && labels.tells(text.substring(0, blank)) ? new Mark(0, blank, blank + 1) : null;
    }

    /** A short text before a colon that opens the line. */
    private static @Nullable Mark unknown(String text) {
        Matcher unknown = UNKNOWN.matcher(text);
        return unknown.lookingAt() ? new Mark(unknown.start(1), unknown.end(1), unknown.end()) : null;
    }

    /** What stands before the first label of a line: a number or a date without a label, or some other text. */
    private void addLead(Element element, String text, List<LabelledValue> pairs) {
        String lead = trim(text.replace(Block.EDGE, ' '));
        String date = date(lead);
        if (date != null) {
            pairs.add(LabelledValue.date(element, date));
        } else if (looksLikeNumber(lead)
                && Objects.requireNonNull(DocumentNumber.read(lead).value()).wellFormed()) {
            pairs.add(LabelledValue.number(element, lead));
        } else {
            addText(element, lead, pairs);
        }
    }

    /** Whether a text holds a digit and ends in 号, or in 号 and a mark behind it. */
    private static boolean looksLikeNumber(String text) {
        int end = text.lastIndexOf('号');
        return end >= 0
                && end >= text.length() - 2
                && text.substring(0, end).chars().anyMatch(each -> each >= '0' && each <= '9');
    }

    /** The date that a text is, brackets around it dropped; or null. */
    static @Nullable String date(String text) {
        Matcher date = BARE_DATE.matcher(text);
        return date.matches() ? date.group(1) : null;
    }

    /** Adds a text that is no value: a label that is known to mean nothing, or some other text. */
    void addText(Element element, String text, List<LabelledValue> pairs) {
        Alias alias = labels.find(text);
        if (alias != null && alias.component() == null) {
            pairs.add(new LabelledValue(element, text, "", null, null));
        } else if (text.chars().anyMatch(Character::isLetterOrDigit)) {
            pairs.add(LabelledValue.text(element, text));
        }
    }

    /** Adds a label and its value, and those behind labels that nobody knows inside the value. */
    private void addPairs(Element element, String label, String rest, List<LabelledValue> pairs) {
        String name = label;
        String said = rest;
        while (pairs.size() < MOST_IN_LINE) {
            name = StringUtils.strip(name.replace(Block.EDGE, ' '), " 　【[（(|｜");
            Component component = labels.component(name);
            Matcher unknown = UNKNOWN.matcher(said);
            boolean more = component != Component.TITLE && unknown.find();
            String value = trim((more ? said.substring(0, unknown.start()) : said).replace(Block.EDGE, ' '));
            addPair(element, name, component, value, pairs);
            if (!more) {
                return;
            }
            name = unknown.group(1);
            said = said.substring(unknown.end());
        }
    }

    private void addPair(
            Element element, String name, @Nullable Component component, String value, List<LabelledValue> pairs) {
        if (component != null && isDate(component)) {
            addDated(element, name, value, pairs);
        } else if (component != null && BYLINE.contains(component)) {
            addByline(element, name, value, pairs);
        } else if (component != Component.DOCUMENT_NUMBER || !isTool(value)) {
            pairs.add(new LabelledValue(element, name, value, null, null));
        }
    }

    /** Whether the value of a component is a day. */
    static boolean isDate(Component component) {
        return DATES.contains(component.path());
    }

    /** The tool 字号：【大】【中】【小】 is no number. */
    private static boolean isTool(String value) {
        return !value.isEmpty()
                && value.chars()
                        .noneMatch(each -> each >= '0' && each <= '9' || each >= '０' && each <= '９' || each == '无');
    }

    /** Behind the date of an element that is one may stand another text. */
    private void addDated(Element element, String name, String value, List<LabelledValue> pairs) {
        Matcher first = FIRST_DATE.matcher(value);
        boolean found = first.find();
        pairs.add(new LabelledValue(element, name, found ? first.group(1) : value, null, null));
        if (found) {
            addText(element, trim(value.substring(first.end())), pairs);
        }
    }

    /** Behind a source or an author the date of publication may stand without a label. */
    private static void addByline(Element element, String name, String value, List<LabelledValue> pairs) {
        Matcher last = LAST_DATE.matcher(value);
        boolean found = last.find();
        String said = found ? trim(StringUtils.stripEnd(value.substring(0, last.start()), BEFORE_DATE)) : value;
        pairs.add(new LabelledValue(element, name, said, null, null));
        if (found) {
            pairs.add(LabelledValue.date(element, last.group()));
        }
    }

    static String trim(String value) {
        return StringUtils.strip(StringUtils.stripStart(LegacyText.stripUnseen(PageText.tidy(value)), "：:"), "|｜【[ 　");
    }
}
