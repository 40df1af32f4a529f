package org.gongkai.ingest.table;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;

/**
 * What a label says together with that of the group over it: 成文 below 日期 is 成文日期, 起 below 有效期 is 有效期起, and 牵头
 * below 责任单位 is 牵头单位.
 */
public final class JoinedLabel {

    /** A longer label, in characters, is a sentence. */
    private static final int LONGEST = 40;

    /** The head of a compound stands at its end, and has two characters. */
    private static final int HEAD = 2;

    /** What a group is called beside what it is about: 申请人信息 over 类型 says 申请人类型, 补正情况 over 告知日期 says 补正告知日期. */
    private static final Pattern ABOUT =
            Pattern.compile("(?<=..)(?:的)?(?:基本|有关|相关|办理|具体)?(?:信息|情况|内容|事项|环节|阶段|方面|部分|栏)$");

    /** What stands between a group and what is below it where a file has both in one line. */
    private static final Pattern BETWEEN = Pattern.compile("[-_—－＿.:：·|｜>＞→(（\\[【]+");

    private JoinedLabel() {}

    /**
     * Both labels as one, in either order, and the lower one with what the group is about.
     *
     * @param group the label of the group
     * @param own the label below it
     * @return the joined labels, the likelier first
     */
    public static List<String> whole(String group, String own) {
        String bare = LegacyText.withoutBlanks(group);
        String about = ABOUT.matcher(bare).replaceFirst("");
        return about.equals(bare)
                ? List.of(group + own, own + group)
                : List.of(group + own, own + group, about + own, own + about);
    }

    /**
     * The label of a group and that below it, where one line has both: 申请人信息-类型, 申请人信息（类型）.
     *
     * @param label a label
     * @return both; empty where it is not two labels
     */
    static List<String> parts(String label) {
        String[] parts = label.length() > LONGEST ? new String[0] : BETWEEN.split(label, -1);
        String own = parts.length < 2 ? "" : parts[1].replaceFirst("[)）\\]】]$", "");
        return parts.length != 2 || parts[0].isBlank() || own.isBlank() ? List.of() : List.of(parts[0], own);
    }

    /**
     * The lower label with the head of the group.
     *
     * @param group the label of the group
     * @param own the label below it
     * @return the label, 牵头单位 for 责任单位 over 牵头
     */
    public static String head(String group, String own) {
        return own + group.substring(Math.max(0, group.length() - HEAD));
    }
}
