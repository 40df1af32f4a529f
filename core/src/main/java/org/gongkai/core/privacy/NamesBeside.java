package org.gongkai.core.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of persons that what stands beside them gives away: a number of theirs, which is masked already, or a word of kinship or role
 * ({@link NamesInText}). Each match looks at a few characters around it, so the time is that of the length of the text.
 */
final class NamesBeside {

    private static final String LABEL =
            "(?:(?:居民)?身份证(?:件)?(?:号码?)?|公民身份号码|证件号码?|(?:联系)?电话(?:号码)?|手机(?:号码?)?|联系方式|银行卡号?|账号|" + LooseNumbers.PAPERS
                    + "(?:件)?(?:号码?|编号)?)";
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

    /** Whom a number calls; what ends the name of an office, as in 高新区办, ends no name. */
    private static final String WHOM = "(?:" + PersonalData.NAME
            + "(?<![办局科区所站室处心部队厅会委镇乡村社院校台线股组司店馆县市])"
            + "|[小老]\\p{IsHan}|\\p{IsHan}{1,3}(?:主任|科长|股长|局长|所长|站长|处长|经理|书记|老师|先生|女士|同志))";
    /** 联系人王某某（手机 before a number. */
    private static final Pattern PERSON_BEFORE = Pattern.compile(
            "(?:^|[^\\p{IsHan}]|联系人|经办人|负责人|电话|手机|方式|热线)" + WHOM + MARKS + "(?:" + LABEL + MARKS + ")?$");
    /** （王某某） behind a number. */
    private static final Pattern PERSON_AFTER = Pattern.compile("^" + MARKS + WHOM + "(?!\\p{IsHan})");
    /** How far from a number, in characters, the name of whom it calls may begin or end. */
    private static final int BESIDE = 24;

    private NamesBeside() {}

    /** Whether the name of a person stands beside a mobile number. */
    static boolean mobile(String text, int start, int end) {
        return PERSON_BEFORE
                        .matcher(text.substring(Math.max(0, start - BESIDE), start))
                        .find()
                || PERSON_AFTER
                        .matcher(text.substring(end, Math.min(text.length(), end + BESIDE)))
                        .find();
    }

    static String masked(String text) {
        String kin = NamesInText.masked(text);
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
