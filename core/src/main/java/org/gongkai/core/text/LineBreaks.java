package org.gongkai.core.text;

/** Joins lines that were broken for the eye alone. */
public final class LineBreaks {

    private LineBreaks() {}

    /**
     * A text on one line: each run of blanks, tabs and line breaks that holds a break gives way to another text; other
     * runs stay as they are.
     *
     * @param text the text
     * @param breaks what counts as a break: line feed, or carriage return too
     * @param between what stands in place of a break and the blanks around it
     * @return the text, the same when there is no break in it
     */
    public static String joined(String text, String breaks, String between) {
        StringBuilder joined = null;
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            int start = at;
            boolean broken = false;
            while (at < text.length() && white(text.charAt(at))) {
                broken |= breaks.indexOf(text.charAt(at)) >= 0;
                at++;
            }
            if (broken) {
                joined = joined == null ? new StringBuilder(text.length()) : joined;
                joined.append(text, from, start).append(between);
                from = at;
            }
            at += at == start ? 1 : 0;
        }
        return joined == null ? text : joined.append(text, from, text.length()).toString();
    }

    private static boolean white(char each) {
        return each == ' ' || each >= '\t' && each <= '\r';
    }
}
