package org.gongkai.ingest.table;

import java.util.List;

/**
 * What a label says together with that of the group over it: 成文 below 日期 is 成文日期, 起 below 有效期 is 有效期起, and 牵头
 * below 责任单位 is 牵头单位.
 */
public final class JoinedLabel {

    /** The head of a compound stands at its end, and has two characters. */
    private static final int HEAD = 2;

    private JoinedLabel() {}

    /**
     * Both labels as one, in either order.
     *
     * @param group the label of the group
     * @param own the label below it
     * @return the joined labels, the likelier first
     */
    public static List<String> whole(String group, String own) {
        return List.of(group + own, own + group);
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
