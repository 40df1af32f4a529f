package org.gongkai.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/** Reads the head of a document's text: letterhead, number, title, addressees. One text, one use. */
final class TextHead {

    private static final Pattern RECIPIENT_END =
            Pattern.compile(".*(?:政府|办事处|[部委局厅署办院处站所会社行区县市镇乡校旗盟州]|办公室|部门|单位|机构|企业|集团|公司|中心|[大支总]队|学校|大学|学院|街道|兵团"
                    + "|总部|海关|代表|委员|同志|先生|女士|各有关方面|团体|组织)(?:（[^）]*）|\\([^)]*\\))?");
    private static final Pattern NO_RECIPIENT = Pattern.compile(
            ".*(?:如下|通知|公告|公布|决定|规定|包括|要求|意见|名单|时间|地点|方式|条件|为|是|对象|内容|标准|范围|联系人|电话|邮箱|目标|依据|来源|日期|机关|字体|字号|附件|分享|位置)");
    /** Copy number, secrecy and urgency, which stand above the letterhead. */
    private static final Pattern ABOVE_LETTERHEAD =
            Pattern.compile("\\d{1,8}|(?:特急|加急|平急|急件|紧急|特提|秘密|机密|绝密|内部)(?:[★☆*].{0,12})?");

    private static final Pattern LETTERHEAD = Pattern.compile("(\\p{IsHan}[\\p{IsHan} 　]{3,40}?)[ 　]*文[ 　]*件");
    private static final Pattern LEVEL = Pattern.compile("[一二三四五六七八九十]+、.+|第一[章条].*");

    private static final Pattern AMENDING =
            Pattern.compile("关于(?:集中|部分|全面|适时)?(?:修改|修正|修订|废止|延长|延续|继续|清理)(?!后|印发|并印发|公布|发布)");
    private static final Pattern EXPLAINING =
            Pattern.compile("(?:解读|图解|答记者问|起草说明|编制说明|修订说明|一图读懂)(?:[（(].{0,12}[)）])?$|^(?:图解|一图读懂|政策解读|解读)");

    /** Further down there is no head. */
    private static final int HEAD_LINES = 24;

    /** A longer line is text, in characters; a title of several lines may be longer together. */
    private static final int LONGEST_LINE = 120;

    private static final int LONGEST_TITLE = 200;
    private static final int SHORTEST_TITLE = 6;
    private static final int LONGEST_ADDRESSEES = 400;

    private final List<TextLine> lines;
    private final TextParts parts;
    private final List<String> title = new ArrayList<>();
    private int titleLine;

    /** Whether all lines of the title stand in the middle: then it is one, though it does not end in the kind of a document. */
    private boolean centred;

    private OfficialText.@Nullable Part letterhead;

    TextHead(List<TextLine> lines, TextParts parts) {
        this.lines = lines;
        this.parts = parts;
    }

    /** The agencies of the letterhead, or null. */
    OfficialText.@Nullable Part letterhead() {
        return letterhead;
    }

    /** Whether the title says that the document forwards another. */
    boolean forwards() {
        return title.stream().anyMatch(each -> each.contains("转发") || each.contains("批转"));
    }

    /** Whether the title says that the document amends another, or repeals or prolongs it, and does not issue it anew. */
    boolean amends() {
        return AMENDING.matcher(String.join("", title)).find();
    }

    /** Whether the title says that the text explains another document. */
    boolean explains() {
        return EXPLAINING.matcher(String.join("", title)).find();
    }

    /** Reads the head; answers the first line below it. */
    int read() {
        int end = readLines();
        String joined = joinTitle(title);
        boolean shown = centred && joined.length() >= SHORTEST_TITLE && !AgencyNames.isAgency(joined);
        if (joined.length() <= LONGEST_TITLE && (OfficialText.endsLikeTitle(joined) || shown)) {
            parts.add(OfficialText.Part.of(Component.TITLE, joined, titleLine));
        }
        return end;
    }

    private int readLines() {
        int most = Math.min(lines.size(), HEAD_LINES);
        int i = 0;
        for (; i < most; i++) {
            TextLine line = lines.get(i);
            if (isAddressees(line.text())) {
                parts.add(Component.ADDRESSEES, StringUtils.stripEnd(line.text(), "：: "), line);
                return i + 1;
            }
            if (beginsText(line.text())) {
                return i;
            }
            if (readPromulgation(line)) {
                continue;
            }
            NumberLines.Found number = parts.has(Component.DOCUMENT_NUMBER) ? null : NumberLines.at(lines, i);
            if (number != null) {
                readNumber(number, line);
                i += number.below();
            } else if (!readLetterhead(line)) {
                readTitle(line);
            }
        }
        return i;
    }

    /** Whether a line is the text's own: a sentence, a long line, or the first of its levels. */
    static boolean beginsText(String text) {
        return text.endsWith("。")
                || text.length() > LONGEST_LINE
                || LEVEL.matcher(text).matches();
    }

    /** The line in brackets under the title that says by what the document was issued. */
    private boolean readPromulgation(TextLine line) {
        List<OfficialText.Part> read = PromulgationLine.read(line);
        if (read == null) {
            return false;
        }
        for (OfficialText.Part each : read) {
            if (!parts.has(each.component())) {
                parts.add(each);
            }
        }
        return true;
    }

    private void readNumber(NumberLines.Found number, TextLine line) {
        if (number.more() != null) {
            parts.add(number.more());
        }
        parts.add(Component.DOCUMENT_NUMBER, number.number(), line);
    }

    private boolean readLetterhead(TextLine line) {
        Matcher agencies = LETTERHEAD.matcher(line.text());
        if (!agencies.matches() || !AgencyNames.areAgencies(agencies.group(1))) {
            return false;
        }
        if (letterhead == null) {
            letterhead = OfficialText.Part.of(Component.ISSUERS, agencies.group(1), line.number());
        }
        return true;
    }

    /** Takes a line for one of the title's, unless it is a table's, a link, a date or what stands above the letterhead. */
    private void readTitle(TextLine line) {
        String text = line.text();
        boolean other = line.row()
                || line.links()
                || title.isEmpty() && ABOVE_LETTERHEAD.matcher(text).matches()
                || title.contains(text)
                || TextDates.isDate(text)
                || TextParts.note(text) != null;
        if (!other) {
            titleLine = title.isEmpty() ? line.number() : titleLine;
            centred = line.centred() && (title.isEmpty() || centred);
            title.add(text);
        }
    }

    /** Whether a line names those whom the document is sent to. */
    static boolean isAddressees(String text) {
        if (text.length() > LONGEST_ADDRESSEES
                || !(text.endsWith("：") || text.endsWith(":"))
                || StringUtils.containsAny(text, '。', '《', '！', '“')) {
            return false;
        }
        String names = StringUtils.stripEnd(text, "：: ");
        return !NO_RECIPIENT.matcher(names).matches()
                && (RECIPIENT_END.matcher(names).matches() || names.startsWith("各"))
                && !names.startsWith("附件");
    }

    private static String joinTitle(List<String> lines) {
        StringBuilder title = new StringBuilder();
        for (String line : lines) {
            if (title.length() > 0 && AgencyNames.isAgency(title.toString()) && AgencyNames.isAgency(line)) {
                title.append(' ');
            }
            title.append(line);
        }
        return title.toString();
    }
}
