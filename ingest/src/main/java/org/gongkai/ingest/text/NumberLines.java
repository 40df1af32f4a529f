package org.gongkai.ingest.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/** Finds a document's own number in the lines of its head, and at the end of its title. */
public final class NumberLines {

    private static final String DIGIT = "[0-9０-９]";
    private static final String BEHIND_CODE =
            "[ 　]*+[〔\\[（(【［﹝]\\s*(?:(?:19|20|１９|２０)" + DIGIT + "{2}|" + TextDates.NUMERAL
                    + "{4})\\s*+(?:年\\s*+)?[〕\\])）】］﹞]\\s*+(?:第\\s*+)?(?:" + DIGIT + "{1,5}|" + TextDates.NUMERAL
                    + "{1,5})\\s*号";
    private static final String NUMBER = "\\p{IsHan}[\\p{IsHan}A-Za-z（）()·、 ]{0,30}?" + BEHIND_CODE;
    private static final Pattern NUMBER_LINE = Pattern.compile("[（(\\[【]?\\s*(" + NUMBER + ")\\s*[)）\\]】]?");
    /** Numbers of one agency in a line: 某发〔2022〕19、20号. Which is the document's own, nobody can say. */
    private static final Pattern SEVERAL =
            Pattern.compile("[（(]?(\\p{IsHan}{1,16}+" + BEHIND_CODE.replace("\\s*号", "\\s*号?")
                    + "(?:\\s*[、,，/和及与至到~～－—–-]\\s*(?:第)?[0-9]{1,5}\\s*号?){1,9}(?<=号))[)）]?");

    private static final Pattern NUMBER_IN_NAME = Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}{1,16}+" + BEHIND_CODE);
    private static final Pattern TITLE_NUMBER = Pattern.compile(".{6,200}[（(](" + NUMBER + ")[)）]");
    private static final Pattern OTHERS_NUMBER = Pattern.compile("转发|解读|贯彻|废止|修改");
    private static final Pattern NUMBER_AND_SIGNER = Pattern.compile("(" + NUMBER + ")[\\s　]*签发人[:：].{0,20}");
    private static final Pattern NUMBER_AND_MORE =
            Pattern.compile("[（(]\\s*(" + NUMBER + ")[\\s　,，]+([^（）()]{4,40})[)）]");
    private static final Pattern ORDER_LINE =
            Pattern.compile("(\\p{IsHan}{2,30}令)[\\s　]*+[（(]?(第?\\s*" + TextDates.NUMERAL + "{1,5}\\s*号)[)）]?");
    private static final Pattern ANNOUNCEMENT_LINE =
            Pattern.compile("(\\p{IsHan}{2,40}(?:公告|通告))[\\s　]*+[（(]?((?:(?:19|20)" + DIGIT
                    + "{2}\\s*+(?:年\\s*+)?)?第\\s*" + DIGIT + "{1,4}\\s*号)[)）]?");
    private static final Pattern ORDER_HEAD =
            Pattern.compile("\\p{IsHan}{2,30}+(?:[ 　、]{1,4}+\\p{IsHan}{2,30}+){0,5}(?<=令)");
    private static final Pattern ORDER_NUMBER =
            Pattern.compile("[（(]?(第?\\s*" + TextDates.NUMERAL + "{1,5}\\s*号)[)）]?");
    private static final Pattern ANNOUNCEMENT_HEAD = Pattern.compile("\\p{IsHan}{2,40}(?:公告|通告)");
    private static final Pattern ANNOUNCEMENT_NUMBER =
            Pattern.compile("[（(]?((?:19|20)\\d{2}\\s*+(?:年\\s*+)?第\\s*" + DIGIT + "{1,4}\\s*号)[)）]?");
    /** With the number behind it, in characters; a longer text is no title. */
    private static final int LONGEST_TITLE = 500;

    /** A number that a title goes on from is cited in the title. */
    private static final Set<String> CITING = Set.of("转发", "印发", "贯彻");

    private NumberLines() {}

    /**
     * A number that was found.
     *
     * @param number its text
     * @param below how many lines below the first one it takes too
     * @param more what else the line says, or null
     */
    record Found(String number, int below, OfficialText.@Nullable Part more) {

        Found(String number, int below) {
            this(number, below, null);
        }
    }

    /** The number that begins in a line of a document's head, or null. */
    static @Nullable Found at(List<TextLine> lines, int index) {
        String text = lines.get(index).text();
        Matcher plain = NUMBER_LINE.matcher(text);
        if (plain.matches()) {
            String before = textAt(lines, index - 1);
            return CITING.stream().anyMatch(before::endsWith) ? null : new Found(plain.group(1), 0);
        }
        Matcher several = SEVERAL.matcher(text);
        if (several.matches()) {
            return new Found(several.group(1), 0);
        }
        Found found = withMore(lines.get(index));
        if (found != null) {
            return found;
        }
        String whole = ordered(text);
        return whole != null ? new Found(whole, 0) : parted(text, textAt(lines, index + 1), textAt(lines, index + 2));
    }

    private static String textAt(List<TextLine> lines, int index) {
        return index < 0 || index >= lines.size() ? "" : lines.get(index).text();
    }

    /** A number with the signer, the date or the agency in the same line. */
    private static @Nullable Found withMore(TextLine line) {
        Matcher signed = NUMBER_AND_SIGNER.matcher(line.text());
        if (signed.matches()) {
            return new Found(signed.group(1), 0);
        }
        Matcher more = NUMBER_AND_MORE.matcher(line.text());
        if (!more.matches()) {
            return null;
        }
        String rest = LegacyText.stripUnseen(more.group(2));
        Component component =
                TextDates.isDate(rest) ? Component.WRITTEN_ON : AgencyNames.isAgency(rest) ? Component.SIGNATURE : null;
        return component == null
                ? null
                : new Found(more.group(1), 0, OfficialText.Part.of(component, rest, line.number()));
    }

    /** A number of an order or announcement that stands in two lines, or in three with 令 in one of its own. */
    static @Nullable Found parted(String text, String next, String third) {
        Matcher below = ORDER_NUMBER.matcher(next);
        if (ORDER_HEAD.matcher(text).matches() && below.matches()) {
            // Agencies that issue an order together stand behind one another.
            return new Found(String.join("、", StringUtils.split(text, " 　、")) + below.group(1), 1);
        }
        Matcher last = ORDER_NUMBER.matcher(third);
        if (next.equals("令") && AgencyNames.isAgency(text) && last.matches()) {
            return new Found(text + next + last.group(1), 2);
        }
        Matcher announced = ANNOUNCEMENT_NUMBER.matcher(next);
        return ANNOUNCEMENT_HEAD.matcher(text).matches() && !text.contains("关于") && announced.matches()
                ? new Found(text + announced.group(1), 1)
                : null;
    }

    /** The number that a line between heading and text is, or null. */
    public static @Nullable String number(String line) {
        Matcher plain = NUMBER_LINE.matcher(line);
        if (plain.matches()) {
            // 某局关于…的通知（某发〔2024〕3号） is a title with the number of its document behind it.
            String number = plain.group(1);
            return StringUtils.countMatches(number, '（') == StringUtils.countMatches(number, '）') ? number : null;
        }
        return ordered(line);
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

    /** The number that a name holds beside other words, or null where it holds none or several. */
    static @Nullable String within(String name) {
        Matcher number = NUMBER_IN_NAME.matcher(name);
        if (!number.find()) {
            return number(name);
        }
        String first = number.group();
        return number.find() ? null : first;
    }

    /** Whether a title names another document that a number beside it may be that of. */
    public static boolean citesOthers(String title) {
        return OTHERS_NUMBER.matcher(title).find();
    }

    /** The number in brackets at the end of a title, unless the title says that it is another document's; or null. */
    public static @Nullable String ofTitle(String title) {
        if (title.length() > LONGEST_TITLE) {
            return null;
        }
        Matcher number = TITLE_NUMBER.matcher(title);
        boolean others = citesOthers(title) || number.matches() && title.charAt(number.start(1) - 2) == '》';
        return number.matches() && !others ? number.group(1) : null;
    }
}
