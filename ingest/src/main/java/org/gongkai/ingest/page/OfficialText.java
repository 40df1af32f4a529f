package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.Openness;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements off the running text of a document laid out after GB/T 9704-2012: number below the letterhead or the
 * title, addressees before the text, signature and date at its end, note in brackets below them, then the copies.
 *
 * <p>Every element is read only where the layout puts it, since a text cites other documents' numbers and dates.
 */
public final class OfficialText {

    private static final String DIGIT = "[0-9０-９]";
    private static final String NUMERAL = "[0-9０-９〇○◯零ОΟOoＯ一二三四五六七八九十]";
    private static final String DATE =
            "(?:(?:19|20)\\d{2}|" + NUMERAL + "{4})\\s*年\\s*" + NUMERAL + "{1,3}\\s*月\\s*" + NUMERAL + "{1,3}\\s*日";
    private static final Pattern DATE_LINE = Pattern.compile(DATE);
    private static final Pattern SHORT_DATE_LINE = Pattern.compile("(?:19|20)\\d{2}([-/.])\\d{1,2}\\1\\d{1,2}");
    private static final Pattern SIGNED_DATE = Pattern.compile("(\\p{IsHan}[\\p{IsHan}（）() 　、]*?)[ 　]*(" + DATE + ")");
    private static final String NUMBER =
            "\\p{IsHan}[\\p{IsHan}A-Za-z（）()·、 ]{0,30}?[ 　]*[〔\\[（(【［﹝]\\s*(?:(?:19|20|１９|２０)" + DIGIT + "{2}|"
                    + NUMERAL + "{4})\\s*年?\\s*[〕\\])）】］﹞]\\s*第?\\s*(?:" + DIGIT + "{1,5}|" + NUMERAL + "{1,5})\\s*号";
    private static final Pattern NUMBER_LINE = Pattern.compile("[（(\\[【]?\\s*(" + NUMBER + ")\\s*[)）\\]】]?");
    private static final Pattern TITLE_NUMBER = Pattern.compile(".{6,200}[（(](" + NUMBER + ")[)）]");
    private static final Pattern OTHERS_NUMBER = Pattern.compile("转发|解读|贯彻|废止|修改");
    private static final Pattern NUMBER_AND_SIGNER = Pattern.compile("(" + NUMBER + ")[\\s　]*签发人[:：].{0,20}");
    private static final Pattern NUMBER_AND_MORE =
            Pattern.compile("[（(]\\s*(" + NUMBER + ")[\\s　,，]+([^（）()]{4,40})[)）]");
    private static final Pattern ORDER_LINE =
            Pattern.compile("(\\p{IsHan}{2,30}令)[\\s　]*[（(]?(第?\\s*" + NUMERAL + "{1,5}\\s*号)[)）]?");
    private static final Pattern ANNOUNCEMENT_LINE =
            Pattern.compile("(\\p{IsHan}{2,40}(?:公告|通告))[\\s　]*[（(]?((?:(?:19|20)" + DIGIT + "{2}\\s*年?\\s*)?第\\s*"
                    + DIGIT + "{1,4}\\s*号)[)）]?");
    private static final Pattern ORDER_HEAD = Pattern.compile("\\p{IsHan}{2,30}令");
    private static final Pattern ORDER_NUMBER = Pattern.compile("[（(]?(第?\\s*" + NUMERAL + "{1,5}\\s*号)[)）]?");
    private static final Pattern ANNOUNCEMENT_HEAD = Pattern.compile("\\p{IsHan}{2,40}(?:公告|通告)");
    private static final Pattern ANNOUNCEMENT_NUMBER =
            Pattern.compile("[（(]?((?:19|20)\\d{2}\\s*年?\\s*第\\s*" + DIGIT + "{1,4}\\s*号)[)）]?");
    private static final Pattern NOTE = Pattern.compile("[（(]([^（）()]{3,60})[)）]");
    private static final Pattern OPENNESS_NOTE = Pattern.compile("[（(](此件[^（）()]{2,20})[)）]");
    private static final Pattern ATTACHMENT_NOTE = Pattern.compile("附\\s*件\\s*[:：]\\s*(.*)");
    private static final Pattern ITEM = Pattern.compile("(?:附件)?\\d{1,2}\\s*[.．、：:].*");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(?i:pdf|docx?|xlsx?|wps|et|zip|rar|ofd|pptx?)");
    private static final Pattern COPY_TO = Pattern.compile("抄\\s*送\\s*(?:机关|单位)?\\s*[:：]\\s*(.+)");
    private static final Pattern KEYWORDS = Pattern.compile("主\\s*题\\s*词\\s*[:：]\\s*(.+)");
    private static final Pattern OPENNESS_LINE =
            Pattern.compile("(?:信息)?公开(?:属性|方式|选项|类型|形式)\\s*[:：]\\s*(主动公开|依申请公开|不予公开|不公开)");
    private static final Pattern PRINTED = Pattern.compile("(.*?)[\\s　]*(" + DATE + ")[\\s　]*印发?");
    private static final Pattern SIGNER = Pattern.compile(
            "(?:总理|主席|省长|市长|县长|区长|州长|旗长|局长|部长|主任|厅长|行长|署长|院长|代\\p{IsHan}{1,2}长)[\\s　]+\\p{IsHan}(?:[\\s　]*\\p{IsHan}){1,4}");
    private static final Pattern AGENCY_END = Pattern.compile(".*(?:政府|委员会|党委|工委|县委|市委|区委|省委|[部委局厅署办院处站所会社行]|办公室|研究室"
            + "|集团|公司|中心|[大支总]队|学校|大学|学院|街道|兵团|军委|总部|海关|指挥部|领导小组|专班|秘书处)");
    private static final Pattern AGENCY = Pattern.compile("[\\p{IsHan}（）()]{3,40}");
    private static final Pattern NO_AGENCY =
            Pattern.compile(".*(?:关于|通知|印发|如下|执行|特此|附件|第.条|落实|工作会|负责|以下|以上|本办法|联系人).*|[一二三四五六七八九十]+、.*");
    private static final Pattern RECIPIENT_END =
            Pattern.compile(".*(?:政府|办事处|[部委局厅署办院处站所会社行区县市镇乡校旗盟州]|办公室|部门|单位|机构|企业|集团|公司|中心|[大支总]队|学校|大学|学院|街道|兵团"
                    + "|总部|海关|代表|委员|同志|先生|女士|各有关方面|团体|组织)(?:（[^）]*）|\\([^)]*\\))?");
    private static final Pattern NO_RECIPIENT = Pattern.compile(
            ".*(?:如下|通知|公告|公布|决定|规定|包括|要求|意见|名单|时间|地点|方式|条件|为|是|对象|内容|标准|范围|联系人|电话|邮箱|目标|依据|来源|日期|机关|字体|字号|附件|分享|位置)");
    private static final Pattern TITLE_END = Pattern.compile(
            ".*(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|条例|方案|规划|计划|要点|答复|预案|规则|目录|清单)(?:[（(][^（）()]{1,12}[)）])?"
                    + "|.*(?:令|公告|通告)[\\s　]*[（(]?(?:(?:19|20)" + DIGIT + "{2}\\s*年?\\s*)?第?\\s*" + NUMERAL
                    + "{1,5}\\s*号[)）]?");
    /** Copy number, secrecy and urgency, which stand above the letterhead. */
    private static final Pattern ABOVE_LETTERHEAD =
            Pattern.compile("\\d{1,8}|(?:特急|加急|平急|急件|紧急|特提|秘密|机密|绝密|内部)(?:[★☆*].{0,12})?");

    private static final Pattern LETTERHEAD = Pattern.compile("(\\p{IsHan}[\\p{IsHan} 　]{3,40}?)[ 　]*文[ 　]*件");
    private static final Pattern OPENING = Pattern.compile(".*?(?=关于|印发|转发|批转|公布|发布|对|令|公告)");
    private static final int HEAD_LINES = 24;
    private static final int JOINT_SIGNERS = 20;

    private final List<PageText.Line> lines;
    private final List<Part> parts = new ArrayList<>();
    private int headEnd;
    private @Nullable Part head;

    private OfficialText(List<PageText.Line> lines) {
        this.lines = lines;
    }

    /**
     * An element found in the text.
     *
     * @param component which
     * @param value its text
     * @param line the line in the source file; 0 when not known
     */
    record Part(Component component, String value, int line) {}

    static List<Part> read(List<PageText.Line> lines) {
        OfficialText text = new OfficialText(lines);
        text.readHead();
        text.readEnd();
        if (text.head != null && !text.has(Component.SIGNATURE)) {
            text.parts.add(text.head);
        }
        return text.parts;
    }

    // ---- the head: letterhead, number, title, addressees

    private void readHead() {
        List<String> title = new ArrayList<>();
        boolean numbered = false;
        int titleLine = 0;
        int i = 0;
        for (; i < Math.min(lines.size(), HEAD_LINES); i++) {
            PageText.Line line = lines.get(i);
            String text = line.text();
            if (isAddressees(text)) {
                add(Component.ADDRESSEES, StringUtils.stripEnd(text, "：: "), line);
                i++;
                break;
            }
            if (text.endsWith("。") || text.length() > 120 || text.matches("[一二三四五六七八九十]+、.+|第一[章条].*")) {
                break;
            }
            String number = numbered ? null : numberAt(i);
            if (number != null) {
                add(Component.DOCUMENT_NUMBER, number, line);
                numbered = true;
                boolean above = ORDER_HEAD.matcher(text).matches()
                        || ANNOUNCEMENT_HEAD.matcher(text).matches();
                i += above ? 1 : isAgency(text) ? 2 : 0;
                continue;
            }
            Matcher letterhead = LETTERHEAD.matcher(text);
            if (letterhead.matches() && isAgencies(letterhead.group(1))) {
                head = head == null ? new Part(Component.ISSUERS, letterhead.group(1), line.number()) : head;
                continue;
            }
            if (!line.row()
                    && !line.links()
                    && !(title.isEmpty() && ABOVE_LETTERHEAD.matcher(text).matches())
                    && !title.contains(text)
                    && !DATE_LINE.matcher(text).matches()
                    && !NOTE.matcher(text).matches()) {
                titleLine = title.isEmpty() ? line.number() : titleLine;
                title.add(text);
            }
        }
        headEnd = i;
        String joined = joinTitle(title);
        if (joined.length() <= 200 && TITLE_END.matcher(joined).matches()) {
            parts.add(new Part(Component.TITLE, joined, titleLine));
        }
    }

    private @Nullable String numberAt(int index) {
        String text = lines.get(index).text();
        String next = index + 1 < lines.size() ? lines.get(index + 1).text() : "";
        Matcher plain = NUMBER_LINE.matcher(text);
        if (plain.matches()) {
            // A number that a title goes on from is cited in the title.
            String before = index == 0 ? "" : lines.get(index - 1).text();
            return before.endsWith("转发") || before.endsWith("印发") || before.endsWith("贯彻") ? null : plain.group(1);
        }
        Matcher signed = NUMBER_AND_SIGNER.matcher(text);
        if (signed.matches()) {
            return signed.group(1);
        }
        Matcher more = NUMBER_AND_MORE.matcher(text);
        if (more.matches()) {
            String rest = LegacyText.stripUnseen(more.group(2));
            if (DATE_LINE.matcher(rest).matches()) {
                add(Component.WRITTEN_ON, rest, lines.get(index));
                return more.group(1);
            }
            if (isAgency(rest)) {
                add(Component.SIGNATURE, rest, lines.get(index));
                return more.group(1);
            }
        }
        String whole = ordered(text);
        if (whole != null) {
            return whole;
        }
        Matcher below = ORDER_NUMBER.matcher(next);
        if (ORDER_HEAD.matcher(text).matches() && below.matches()) {
            return text + below.group(1);
        }
        // The agency, 令 and the number, each in a line of its own.
        Matcher third = ORDER_NUMBER.matcher(
                index + 2 < lines.size() ? lines.get(index + 2).text() : "");
        if (next.equals("令") && isAgency(text) && third.matches()) {
            return text + next + third.group(1);
        }
        Matcher announced = ANNOUNCEMENT_NUMBER.matcher(next);
        if (ANNOUNCEMENT_HEAD.matcher(text).matches() && !text.contains("关于") && announced.matches()) {
            return text + announced.group(1);
        }
        return null;
    }

    /** The number of an order or announcement that stands in one line, or null. */
    private static @Nullable String ordered(String text) {
        Matcher order = ORDER_LINE.matcher(text);
        if (order.matches()) {
            return order.group(1) + order.group(2);
        }
        Matcher announced = ANNOUNCEMENT_LINE.matcher(text);
        return announced.matches() && !text.contains("关于") ? announced.group(1) + announced.group(2) : null;
    }

    private static boolean isAddressees(String text) {
        if (text.length() > 400
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
            if (title.length() > 0 && isAgency(title.toString()) && isAgency(line)) {
                title.append(' ');
            }
            title.append(line);
        }
        return title.toString();
    }

    // ---- the end: attachments named, signature, date, note, copies, printing

    private void readEnd() {
        int date = signatureDate();
        int signature = date;
        if (date >= 0) {
            signature = readSignature(date);
            readNote(date + 1);
        } else {
            readUndatedSignature();
        }
        for (int i = headEnd; i < lines.size(); i++) {
            readLabelled(i, date < 0 ? lines.size() : signature);
        }
        if (has(Component.NOTE)) {
            return;
        }
        for (PageText.Line line : lines) {
            Matcher note = OPENNESS_NOTE.matcher(line.text());
            if (note.matches()) {
                add(Component.NOTE, note.group(1), line);
                return;
            }
        }
    }

    /** The line of the date of signature: the first date that stands alone where a signature can stand. */
    private int signatureDate() {
        for (int i = Math.max(1, headEnd); i < lines.size(); i++) {
            String text = lines.get(i).text();
            if (lines.get(i).row() || text.length() > 80) {
                continue;
            }
            if (DATE_LINE.matcher(text).matches() && closes(i)
                    || SHORT_DATE_LINE.matcher(text).matches()
                            && signs(lines.get(i - 1).text())) {
                return i;
            }
            Matcher signed = SIGNED_DATE.matcher(text);
            if (signed.matches() && isAgencies(signed.group(1))) {
                return i;
            }
        }
        return -1;
    }

    private boolean closes(int index) {
        String before = lines.get(index - 1).text();
        if (signs(before)) {
            return true;
        }
        String after = index + 1 < lines.size() ? lines.get(index + 1).text() : "";
        boolean textBefore = before.endsWith("。")
                || before.endsWith("！")
                || ITEM.matcher(before).matches()
                || before.startsWith("附件");
        boolean textAfter = after.isEmpty()
                || NOTE.matcher(after).matches()
                || after.startsWith("附件")
                || after.startsWith("抄送")
                || after.length() < 50 && !after.endsWith("。");
        return textAfter && (textBefore || lines.get(index).right());
    }

    private static boolean signs(String text) {
        return isAgencies(text) || SIGNER.matcher(text).matches();
    }

    /** Adds signature and date; answers the first line of the signature. */
    private int readSignature(int date) {
        PageText.Line line = lines.get(date);
        Matcher signed = SIGNED_DATE.matcher(line.text());
        if (signed.matches() && isAgencies(signed.group(1))) {
            add(Component.SIGNATURE, signed.group(1), line);
            addDate(signed.group(2), line);
            return date;
        }
        int first = date;
        while (first > headEnd
                && date - first < JOINT_SIGNERS
                && signs(lines.get(first - 1).text())) {
            first--;
        }
        if (first < date) {
            List<String> names = new ArrayList<>();
            for (int i = first; i < date; i++) {
                names.add(String.join(" ", names(lines.get(i).text())));
            }
            add(Component.SIGNATURE, String.join(" ", names), lines.get(first));
        }
        addDate(line.text(), line);
        return first;
    }

    /** A signature at the right of the last line, with no date below it. */
    private void readUndatedSignature() {
        int last = lines.size() - 1;
        while (last > headEnd && NOTE.matcher(lines.get(last).text()).matches()) {
            last--;
        }
        if (last > headEnd
                && lines.get(last).right()
                && isAgencies(lines.get(last).text())
                && lines.get(last - 1).text().matches(".*[。！]")) {
            add(Component.SIGNATURE, String.join(" ", names(lines.get(last).text())), lines.get(last));
        }
    }

    private void addDate(String date, PageText.Line line) {
        if (!has(Component.WRITTEN_ON)) {
            add(Component.WRITTEN_ON, date, line);
        }
    }

    private void readNote(int from) {
        for (int i = from; i < Math.min(lines.size(), from + 2); i++) {
            Matcher note = NOTE.matcher(lines.get(i).text());
            if (note.matches()) {
                add(Component.NOTE, note.group(1), lines.get(i));
                return;
            }
        }
    }

    private void readLabelled(int index, int signature) {
        PageText.Line line = lines.get(index);
        String text = line.text();
        Matcher attachment = ATTACHMENT_NOTE.matcher(text);
        boolean listed = index < signature && (signature < lines.size() || index > lines.size() - 15);
        if (listed && !has(Component.ATTACHMENT_NOTE) && attachment.matches()) {
            List<String> items = new ArrayList<>();
            items.add(attachment.group(1));
            for (int i = index + 1; i < signature; i++) {
                String item = lines.get(i).text();
                if (!ITEM.matcher(item).matches() && !FILE_NAME.matcher(item).matches()) {
                    break;
                }
                items.add(item);
            }
            String value = String.join("\n", items).strip();
            if (!value.isEmpty()) {
                add(Component.ATTACHMENT_NOTE, value, line);
            }
        }
        Matcher copies = COPY_TO.matcher(text);
        if (copies.matches() && !has(Component.COPY_TO)) {
            add(Component.COPY_TO, StringUtils.stripEnd(copies.group(1), "。.；; "), line);
        }
        Matcher keywords = KEYWORDS.matcher(text);
        if (keywords.matches() && !has(Component.KEYWORDS)) {
            add(Component.KEYWORDS, keywords.group(1), line);
        }
        Matcher openness = OPENNESS_LINE.matcher(StringUtils.strip(text, "（）() "));
        if (openness.matches() && !has(Component.OPENNESS)) {
            add(Component.OPENNESS, openness.group(1), line);
        }
        Matcher printed = PRINTED.matcher(text);
        if (printed.matches() && text.endsWith("印发") && !has(Component.PRINTED_ON)) {
            String by = LegacyText.stripUnseen(printed.group(1));
            String before = index == 0 ? "" : lines.get(index - 1).text();
            if (by.isEmpty() && isAgency(before)) {
                add(Component.PRINTED_BY, before, lines.get(index - 1));
            } else if (isAgency(by)) {
                add(Component.PRINTED_BY, by, line);
            }
            if (by.isEmpty() || isAgency(by)) {
                add(Component.PRINTED_ON, printed.group(2), line);
            }
        }
    }

    private boolean has(Component component) {
        return parts.stream().anyMatch(each -> each.component() == component);
    }

    private void add(Component component, String value, PageText.Line line) {
        parts.add(new Part(component, LegacyText.stripUnseen(value), line.number()));
    }

    /** The number that a line between heading and text is, or null. */
    static @Nullable String number(String line) {
        Matcher plain = NUMBER_LINE.matcher(line);
        return plain.matches() ? plain.group(1) : ordered(line);
    }

    /** The agencies that an order or announcement names in full in its number, or none. */
    public static List<Agency> agenciesOfNumber(DocumentNumber number) {
        boolean names = number.form() == DocumentNumber.Form.ORDER || number.form() == DocumentNumber.Form.ANNOUNCEMENT;
        String agency = number.agencyCode();
        // 省政府令: which province is not said.
        return names && agency != null && !agency.matches("[省市县区州].*") ? agencies(agency) : List.of();
    }

    /** The number in brackets at the end of a title, unless the title says that it is another document's; or null. */
    public static @Nullable String numberOfTitle(String title) {
        Matcher number = TITLE_NUMBER.matcher(title);
        boolean others =
                OTHERS_NUMBER.matcher(title).find() || number.matches() && title.charAt(number.start(1) - 2) == '》';
        return number.matches() && !others ? number.group(1) : null;
    }

    /** Whether a text is the kind of a document and nothing more, as 通告 above a short one is. */
    static boolean kindAlone(String text) {
        return text.matches("(?:重要|紧急)?(?:公告|通告|通知|公示|通报|决定|公报)");
    }

    /** Whether a text ends in the kind of a document. */
    public static boolean endsLikeTitle(String text) {
        return TITLE_END.matcher(text).matches();
    }

    // ---- names of agencies

    /** Whether a text is the name of one agency. */
    static boolean isAgency(String text) {
        String name = LegacyText.withoutBlanks(text);
        return name.equals("国务院")
                || AGENCY.matcher(name).matches()
                        && AGENCY_END.matcher(name).matches()
                        && !NO_AGENCY.matcher(name).matches();
    }

    private static boolean isAgencies(String text) {
        return !agencies(text).isEmpty();
    }

    /** The agencies that a signature or a cell names, or none when the text is not made of agencies' names alone. */
    public static List<Agency> agencies(String text) {
        List<String> names = names(text);
        return names.stream().allMatch(OfficialText::isAgency)
                ? names.stream().map(Agency::parse).toList()
                : List.of();
    }

    private static List<String> names(String text) {
        String[] pieces = StringUtils.split(text, " \u3000\u00a0\t\n、");
        boolean spaced = pieces.length > 1;
        for (String piece : pieces) {
            spaced &= piece.length() <= 2;
        }
        List<String> names = new ArrayList<>();
        for (String piece : spaced ? new String[] {String.join("", pieces)} : pieces) {
            names.addAll(unglue(piece));
        }
        return names;
    }

    /** Parts 重庆市民政局重庆市财政局, written without a blank between: each name begins with the same place. */
    private static List<String> unglue(String text) {
        if (text.length() < 12) {
            return List.of(text);
        }
        String place = text.substring(0, 3);
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(place, 1); at > 0; at = text.indexOf(place, at + 1)) {
            names.add(text.substring(start, at));
            start = at;
        }
        names.add(text.substring(start));
        return names.stream().allMatch(OfficialText::isAgency) ? names : List.of(text);
    }

    /** The agencies before 关于 in a title, or none when the title does not begin with agencies. */
    public static List<Agency> agenciesOfTitle(String title) {
        String bare = LegacyText.stripUnseen(title.replaceFirst("^[【\\[][^】\\]]{1,8}[】\\]]", ""));
        Matcher opening = OPENING.matcher(bare);
        while (opening.find()) {
            if (opening.start() == 0 && !opening.group().isEmpty()) {
                return agencies(opening.group());
            }
            break;
        }
        return List.of();
    }

    /** The agencies that a line of addressees or of copies names. */
    public static List<Agency> recipients(String text) {
        List<Agency> all = new ArrayList<>();
        for (String part : text.split("[，,；;\n]+")) {
            String group = StringUtils.strip(LegacyText.stripUnseen(part), "。：: ");
            String[] names = StringUtils.split(group, '、');
            boolean each = names.length > 1;
            for (String name : names) {
                each &= isAgency(name) && !name.startsWith("各") && name.length() >= 3;
            }
            for (String name : each ? names : new String[] {group}) {
                if (!name.isBlank()) {
                    all.add(Agency.parse(LegacyText.stripUnseen(name)));
                }
            }
        }
        return all;
    }

    /** What a note such as 此件公开发布 says of openness, or null when it says nothing. */
    public static @Nullable Openness opennessOfNote(String note) {
        if (note.contains("不公开") || note.contains("不予公开")) {
            return Openness.of(Openness.Mode.NOT_DISCLOSED);
        }
        if (note.contains("依申请公开")) {
            return Openness.of(Openness.Mode.ON_APPLICATION);
        }
        return note.contains("公开发布") || note.contains("主动公开") || note.contains("公开发表")
                ? Openness.of(Openness.Mode.PROACTIVE)
                : null;
    }
}
