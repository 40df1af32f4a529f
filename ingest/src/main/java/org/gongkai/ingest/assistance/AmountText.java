package org.gongkai.ingest.assistance;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says of amounts: 不低于791元, 1045元/人·月, 565、444、292, 1320（继续执行）, 由995元提高到1045元.
 *
 * <p>Nothing is read out of a number that is no amount: a percentage, a multiple, a rise, a ceiling, a range.
 */
final class AmountText {

    private static final Pattern NOTHING = Pattern.compile("\\.*");
    private static final Pattern DOTS = Pattern.compile("[•・‧∙]");
    private static final Pattern BLANKS = Pattern.compile("[\\s&&[^\\n]]+");
    private static final Pattern BREAKS = Pattern.compile("\\n+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,，](?=\\d{3}(?!\\d))");
    private static final Pattern BETWEEN = Pattern.compile("[、;；,，。\\n]|(?<=\\d)/(?=\\d)|(?<=元)/(?=\\d)");
    private static final Pattern UNIT =
            Pattern.compile("(?:每(人|户)每|元[/·・.]?每?(人|户)?[/·・.每]?)(年|月|季度?|次)(?:[/·・.](人|户))?");
    private static final Pattern PERIOD = Pattern.compile("(年|月)(?:(?:保障|补助|补贴|救助)?标准|人均)");
    /** A header that is no more than a month or a year, or the standard of one. */
    private static final Pattern PERIOD_ALONE =
            Pattern.compile("[按每]?(月|年|季度?)(?:度)?(?:(?:保障|补助|补贴|救助)?(?:标准|金额))?(?:[(].*)?");

    private static final Pattern FROM_TO = Pattern.compile(
            "[由从]?(\\d+(?:\\.\\d+)?)(?:元[^\\d]*?)?(提高|上调|提标|增加|调整)(?:到|至|为)\\D*?(\\d+(?:\\.\\d+)?)(\\D*)");
    private static final Pattern RISE_ONLY = Pattern.compile("(?:提高|上调|增加|增长|上浮)(?!.*(?:到|至|为)).*");
    private static final Pattern ONE = Pattern.compile("(\\D*?)(\\d{1,9}(?:\\.\\d{1,4})?)(\\D*)");
    private static final Pattern NO_AMOUNT = Pattern.compile(".*(?:%|倍|万|不超过|不高于|最高|以内|约|左右|增发).*", Pattern.DOTALL);
    /** The number of a line of a list, which has no amount behind it: 2.照料护理标准. */
    private static final Pattern LINE_NUMBER =
            Pattern.compile("[(（]?\\d{1,2}(?:[)）]|[.．](?!\\d))[(（]?\\p{IsHan}.*", Pattern.DOTALL);

    /** A time or a thing for which no standard is set, so that a figure for it has none of the units. */
    private static final Pattern OTHER_PERIOD = Pattern.compile(
            "元?(?:每|[/·・.])(?:[人户])?[每/·・.]?(?:半年|半月|旬|天|日|周|星期|小时|学期|学年|餐|课时|例|床|趟)" + "|元[/·・.]次(?![人户·/])");

    /** Money counted in thousands and more, and that of other countries. */
    private static final Pattern OTHER_MONEY = Pattern.compile("[百千万亿美港欧日]元");

    private static final Pattern YUAN_ALONE =
            Pattern.compile("^(?:金额|计量)?单位:?(?:人民币)?元$|[(\\[](?:单位:?)?(?:人民币)?元[)\\]]$");
    /** A longer text, in characters, is no title. */
    private static final int LONGEST_YUAN = 120;

    private static final Pattern COUNTED = Pattern.compile("[年月日级类档号个名户人条项次岁周]");
    private static final Pattern AT_LEAST = Pattern.compile("不得?低于|不少于|以上");
    private static final Pattern UNCHANGED = Pattern.compile("继续执行|维持不变|保持不变|不变");
    private static final Pattern FOLLOWS = Pattern.compile("参照(.*)");
    private static final Pattern NOISE =
            Pattern.compile("不得?低于|不少于|以上|继续执行|维持不变|保持不变|不变|原标准|标准|(?:提高|上调|提标|调整)(?:到|至|为)|每[人户]每(?:[年月次]|季度?)"
                    + "|元|人民币|[/·・.]?(?:人|户)?[/·・.]?(?:年|月|季度?|次)(?:[/·・.](?:人|户))?|[()（）:：]|执行|^其中");

    /**
     * One amount of a cell.
     *
     * @param value the amount, or null where the text refers to another: goes on, follows
     * @param unit the unit, or null when the cell names none
     * @param atLeast whether it is a floor
     * @param change what the text says of it, or null
     * @param previous the amount before, where the same text gives it
     * @param follows the text after 参照, or null
     * @param label the words around the amount, which may name a residence or a grade
     */
    record Part(
            @Nullable BigDecimal value,
            @Nullable AmountUnit unit,
            boolean atLeast,
            @Nullable AmountChange change,
            @Nullable BigDecimal previous,
            @Nullable String follows,
            String label) {

        /** What is left of the words when everything that was understood is taken away. */
        String rest() {
            return NOISE.matcher(label).replaceAll("");
        }
    }

    /** A longer text, in characters, is a note or a paragraph and states no amount. */
    private static final int LONGEST = 500;

    private AmountText() {}

    /** Tells whether a cell says that there is nothing. */
    static boolean nothing(String text) {
        String plain = plain(text);
        return NOTHING.matcher(plain).matches() || LegacyText.nullToken(plain);
    }

    /** The amounts of a cell, in order; null when the cell is no statement of amounts. */
    static @Nullable List<Part> read(String text) {
        List<Part> parts = new ArrayList<>();
        String plain = plain(text);
        if (plain.length() > LONGEST) {
            return null;
        }
        for (String each : BETWEEN.split(plain)) {
            if (each.isEmpty()) {
                continue;
            }
            Part part = part(each);
            if (part == null) {
                // 参照社会散居孤儿、机构养育孤儿 and notes in brackets hold separators of their own.
                Part whole = part(plain.replace('\n', ' '));
                return whole == null ? null : List.of(whole);
            }
            parts.add(part);
        }
        return parts.isEmpty() ? null : parts;
    }

    /** Whether a text names a unit in which no standard is kept: 元/天, 元/次, 万元/人·年. */
    static boolean otherUnit(String text) {
        String plain = plain(text);
        return OTHER_MONEY.matcher(plain).find() || OTHER_PERIOD.matcher(plain).find() && unit(plain) == null;
    }

    /** Whether a text is nothing but yuan as a unit: 单位：元, （元）. */
    static boolean yuan(String text) {
        return text.length() <= LONGEST_YUAN && YUAN_ALONE.matcher(plain(text)).find();
    }

    private static @Nullable Part part(String text) {
        if (otherUnit(text)) {
            return null;
        }
        Matcher fromTo = FROM_TO.matcher(text);
        if (fromTo.find() && !NO_AMOUNT.matcher(text).matches()) {
            return new Part(
                    new BigDecimal(fromTo.group(3)),
                    unit(text),
                    false,
                    fromTo.group(2).equals("调整") ? AmountChange.SET : AmountChange.RAISED,
                    new BigDecimal(fromTo.group(1)),
                    null,
                    text.substring(0, fromTo.start()) + fromTo.group(4));
        }
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            if (NO_AMOUNT.matcher(text).matches()
                    || LINE_NUMBER.matcher(text).matches()
                    || RISE_ONLY.matcher(one.group(1)).find()
                    || COUNTED.matcher(one.group(3)).lookingAt()) {
                return null;
            }
            boolean follows = FOLLOWS.matcher(text).find();
            return new Part(
                    new BigDecimal(one.group(2)),
                    unit(text),
                    AT_LEAST.matcher(text).find(),
                    change(text),
                    null,
                    follows ? text : null,
                    one.group(1) + one.group(3));
        }
        Matcher follows = FOLLOWS.matcher(text);
        if (follows.find() && text.chars().noneMatch(Character::isDigit)) {
            return new Part(null, null, false, null, null, follows.group(1), text);
        }
        return UNCHANGED.matcher(text).find() && text.chars().noneMatch(Character::isDigit)
                ? new Part(null, null, false, AmountChange.UNCHANGED, null, null, text)
                : null;
    }

    private static @Nullable AmountChange change(String text) {
        if (UNCHANGED.matcher(text).find()) {
            return AmountChange.UNCHANGED;
        }
        if (text.contains("提高到") || text.contains("提高至") || text.contains("提高为")) {
            return AmountChange.RAISED;
        }
        return text.contains("调整为") || text.contains("调整到") || text.contains("调整至") ? AmountChange.SET : null;
    }

    /** The unit that a text names, or null: 元 alone names none, and 万元 is another. */
    static @Nullable AmountUnit unit(String text) {
        String plain = plain(text);
        if (OTHER_MONEY.matcher(plain).find()) {
            return null;
        }
        Matcher unit = UNIT.matcher(plain);
        if (!unit.find()) {
            Matcher standard = PERIOD.matcher(plain);
            return standard.find() && plain.contains("元")
                    ? AmountUnit.of(AmountUnit.Payee.PERSON, period(standard.group(1)))
                    : null;
        }
        AmountUnit.Period period = period(unit.group(3));
        String payee = Stream.of(unit.group(1), unit.group(2), unit.group(4))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (payee == null && period == AmountUnit.Period.TIME) {
            // What is given each time goes to persons or to households; 元/次 does not say to which.
            return null;
        }
        return AmountUnit.of("户".equals(payee) ? AmountUnit.Payee.HOUSEHOLD : AmountUnit.Payee.PERSON, period);
    }

    /**
     * The unit that the header of a column gives to a cell: its own, or the month or year that it names where cell or header says
     * 元, as 月标准 above 800元, and 月 below 标准（元/人）.
     */
    static @Nullable AmountUnit unit(List<String> headers, String label, String cell) {
        AmountUnit whole = unit(label);
        if (whole != null
                || headers.isEmpty()
                || OTHER_MONEY.matcher(plain(label)).find()) {
            return whole;
        }
        Matcher period = PERIOD_ALONE.matcher(plain(headers.get(headers.size() - 1)));
        boolean money = plain(label).contains("元") || plain(cell).contains("元");
        boolean households = plain(label).contains("元/户");
        return money && period.matches()
                ? AmountUnit.of(
                        households ? AmountUnit.Payee.HOUSEHOLD : AmountUnit.Payee.PERSON, period(period.group(1)))
                : null;
    }

    private static AmountUnit.Period period(String word) {
        for (AmountUnit.Period each : AmountUnit.Period.values()) {
            if (word.startsWith(each.label())) {
                return each;
            }
        }
        throw new IllegalStateException(word);
    }

    /** The text in one form: usual widths, no blanks but line breaks, no separators of thousands. */
    static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        plain = DOTS.matcher(plain).replaceAll("·");
        plain = BLANKS.matcher(plain).replaceAll("");
        plain = BREAKS.matcher(plain).replaceAll("\n");
        return THOUSANDS.matcher(plain).replaceAll("");
    }
}
