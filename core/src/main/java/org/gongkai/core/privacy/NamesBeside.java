package org.gongkai.core.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of persons that what stands beside them gives away: a number of theirs, which is masked already, or a word of kinship. Each
 * match looks at a few characters around it, so the time is that of the length of the text.
 */
final class NamesBeside {

    private static final String LABEL =
            "(?:(?:居民)?身份证(?:件)?(?:号码?)?|公民身份号码|证件号码?|(?:联系)?电话(?:号码)?|手机(?:号码?)?|联系方式|银行卡号?|账号)";
    private static final String MARKS = "[\\p{IsPunctuation} \\t\u3000&&[^*]]{0,3}";
    private static final String HIDDEN = "[0-9]{0,6}\\*{3,}";

    /** 张三（身份证370***; the longest name first, so that of 李长堤 none is left. */
    private static final Pattern BEFORE_NUMBER = Pattern.compile(
            PersonalData.NAME + "(?=" + MARKS + "(?:" + LABEL + MARKS + "(?:[为是]" + MARKS + ")?)?" + HIDDEN + ")");
    /** A rare surname: the characters before a bracket or a label in which a number stands. */
    private static final Pattern RARE_BEFORE_NUMBER =
            Pattern.compile("\\p{IsHan}{2,3}(?=[(（]" + MARKS + LABEL + MARKS + "(?:[为是]" + MARKS + ")?" + HIDDEN + ")");
    /** 370***，张三 */
    private static final Pattern AFTER_NUMBER = Pattern.compile(
            "(?<=\\*{3})[0-9Xx]{0,4}" + MARKS + "的?(" + PersonalData.NAME + ")(?![\\p{IsHan}&&[^的与和及在于名家之]])");
    /** 我邻居张三的宅基地 */
    private static final Pattern OF_KIN =
            Pattern.compile("(?:邻居|父亲|母亲|丈夫|妻子|儿子|女儿|配偶|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|外公|外婆|岳父|岳母|公公|婆婆|儿媳|女婿|孙子|孙女|本人)("
                    + PersonalData.NAME + ")(?![\\p{IsHan}&&[^的与和及在于名家之]])");

    private NamesBeside() {}

    static String masked(String text) {
        String kin = hidden(text, OF_KIN, 1);
        return kin.contains("***")
                ? hidden(hidden(hidden(kin, BEFORE_NUMBER, 0), RARE_BEFORE_NUMBER, 0), AFTER_NUMBER, 1)
                : kin;
    }

    private static String hidden(String text, Pattern named, int group) {
        Matcher matcher = named.matcher(text);
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        while (matcher.find()) {
            int start = matcher.start(group);
            // Never three asterisks, which would be taken for a number.
            result.append(text, from, start + 1).append(matcher.end(group) - start > 2 ? "**" : "*");
            from = matcher.end(group);
        }
        return from == 0 ? text : result.append(text, from, text.length()).toString();
    }
}
