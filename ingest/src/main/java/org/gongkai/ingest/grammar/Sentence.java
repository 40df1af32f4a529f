package org.gongkai.ingest.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.notice.NoticeText;

/**
 * A sentence: its text in one form, without blanks and with signs of half width, and where each character stands. Immutable.
 */
public final class Sentence {

    private static final String ENDS = "。;!?";
    private static final String DOTS = "•・‧∙．";
    private static final String OPENING = "﹝[【〖";
    private static final String CLOSING = "﹞]】〗";
    private static final String DASHES = "—–－～~";

    private final Location place;
    private final String line;
    private final String plain;
    private final int[] at;
    private final Numbering numbering;
    private final boolean first;

    private Sentence(Location place, String line, String plain, int[] at, Numbering numbering, boolean first) {
        this.place = place;
        this.line = line;
        this.plain = plain;
        this.at = at;
        this.numbering = numbering;
        this.first = first;
    }

    /** The sentences of a text, in their order. */
    public static List<Sentence> of(NoticeText text) {
        List<Sentence> sentences = new ArrayList<>();
        for (NoticeText.Line each : text.lines()) {
            of(text.place().atRow(each.number()), each.text(), sentences);
        }
        return sentences;
    }

    private static void of(Location place, String line, List<Sentence> sentences) {
        StringBuilder plain = new StringBuilder();
        int[] at = new int[line.length()];
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (LegacyText.shows(each)) {
                at[plain.length()] = i;
                plain.append(usual(each));
            }
        }
        Numbering numbering = Numbering.of(plain);
        int from = numbering.length();
        int lastClosing = plain.lastIndexOf(")");
        boolean first = true;
        int depth = 0;
        for (int i = from; i <= plain.length(); i++) {
            boolean end = i == plain.length();
            char each = end ? ' ' : plain.charAt(i);
            depth = each == '(' ? depth + 1 : each == ')' ? Math.max(0, depth - 1) : depth;
            // What a bracket lists belongs together; one that is never closed holds nothing.
            boolean listed = each == ';' && depth > 0 && i < lastClosing;
            if (end || ENDS.indexOf(each) >= 0 && !listed) {
                if (i > from) {
                    int[] own = Arrays.copyOfRange(at, from, i + (end ? 0 : 1));
                    sentences.add(new Sentence(place, line, plain.substring(from, i), own, numbering, first));
                    first = false;
                }
                from = i + 1;
            }
        }
    }

    private static char usual(char each) {
        char half = LegacyText.halfWidth(each);
        if (DOTS.indexOf(half) >= 0) {
            return half == '．' ? '.' : '·';
        }
        if (OPENING.indexOf(half) >= 0) {
            return '〔';
        }
        if (CLOSING.indexOf(half) >= 0) {
            return '〕';
        }
        return DASHES.indexOf(half) >= 0 ? '-' : half;
    }

    /** The text in one form, without the number of its line and the mark at its end. */
    public String plain() {
        return plain;
    }

    /** The number before the line. */
    public Numbering numbering() {
        return numbering;
    }

    /** The character of the line at which the numerals of its number stand, counted from 1; 0 where a single sign is the number. */
    public int numberColumn() {
        return line.indexOf(numbering.text()) + 1;
    }

    /** Whether it is the first of its line. */
    public boolean first() {
        return first;
    }

    /** Whether its line ends as sentences do, and not as a heading or a cell of a table. */
    public boolean inProse() {
        String bare = line.stripTrailing();
        return !bare.isEmpty() && ENDS.indexOf(LegacyText.halfWidth(bare.charAt(bare.length() - 1))) >= 0;
    }

    /** The line in the source. */
    public int row() {
        Integer row = place.row();
        return row == null ? 0 : row;
    }

    /** The words as they stand in the source, from one character of {@link #plain()} to before another. */
    public String words(int from, int to) {
        return line.substring(at[from], at[to - 1] + 1);
    }

    /** The sentence as it stands in the source. */
    public String words() {
        return words(0, plain.length());
    }

    /** The whole of the sentence. */
    public Span whole() {
        return new Span(this, 0, plain.length());
    }

    /** Where a character of {@link #plain()} stands; the label of the place is the sentence. */
    Location place(int from) {
        return place.at(words(), at[from] + 1);
    }
}
