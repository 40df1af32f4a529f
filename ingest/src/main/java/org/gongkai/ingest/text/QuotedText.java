package org.gongkai.ingest.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes what a text quotes out of its lines: 将第二十条修改为：“本办法自…起施行” says nothing of the text that quotes it. A quotation may
 * go on over several lines, each of which may open it anew; one that nothing closes ends with its line. Titles in 《》 keep
 * the quotation marks that are theirs.
 */
final class QuotedText {

    private static final String OPENING = "“「『";
    private static final String CLOSING = "”」』";

    /** A quotation that goes on longer, in lines, was never closed. */
    private static final int MOST_LINES = 200;

    private final List<TextLine> lines;
    private final List<TextLine> kept = new ArrayList<>();

    /** Whether the line before ended within a quotation. */
    private boolean open;

    private QuotedText(List<TextLine> lines) {
        this.lines = lines;
    }

    static List<TextLine> without(List<TextLine> lines) {
        return new QuotedText(lines).kept();
    }

    private List<TextLine> kept() {
        int[] closed = closedAt();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            String rest = outside(line.text(), i < closed.length - 1 && closed[i + 1] - i <= MOST_LINES);
            kept.add(
                    rest.equals(line.text())
                            ? line
                            : new TextLine(
                                    rest, line.row(), line.right(), line.centred(), line.links(), line.number()));
        }
        return kept;
    }

    /** For each line, and the one behind the last, the first line from there on that closes what it has not opened. */
    private int[] closedAt() {
        int[] closed = new int[lines.size() + 1];
        closed[lines.size()] = Integer.MAX_VALUE;
        for (int i = lines.size() - 1; i >= 0; i--) {
            String text = lines.get(i).text();
            closed[i] = ends(text) ? i : closed[i + 1];
        }
        return closed;
    }

    /** Whether more quotations end in a line than begin there, or as many where the first mark opens one anew. */
    private static boolean ends(String text) {
        int depth = 0;
        boolean anew = !text.isEmpty() && OPENING.indexOf(text.charAt(0)) >= 0;
        for (int i = anew ? 1 : 0; i < text.length(); i++) {
            depth += OPENING.indexOf(text.charAt(i)) >= 0 ? 1 : CLOSING.indexOf(text.charAt(i)) >= 0 ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /** @param goesOn whether a quotation that is open at the end of the line is closed in a later one */
    private String outside(String text, boolean goesOn) {
        StringBuilder rest = new StringBuilder(text.length());
        int depth = open ? 1 : 0;
        boolean straight = false;
        int titles = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean mark = titles == 0 || depth > 0;
            if (mark && each == '"') {
                straight = !straight && text.indexOf('"', i + 1) > 0;
            } else if (mark && OPENING.indexOf(each) >= 0) {
                depth = open && i == 0 ? 1 : depth + 1;
            } else if (mark && CLOSING.indexOf(each) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && !straight) {
                titles = Math.max(0, titles + (each == '《' ? 1 : each == '》' ? -1 : 0));
                rest.append(each);
                continue;
            }
            if (depth == 0 && !straight) {
                rest.append(each);
            }
        }
        open = depth > 0 && goesOn;
        return rest.toString();
    }
}
