package org.gongkai.core.privacy;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.privacy.PersonalData.Kind;
import org.gongkai.core.privacy.PersonalData.Match;

/**
 * Names of persons in rows of which nobody knows the labels: a cell that is a name and no more, in a line that holds a number of a
 * person. Cells are parted as files of text, JSON and HTML part them. The time is that of the length of the text.
 */
final class NamesInCells {

    private static final String CELLS = ",;|:\"'<>{}[]()，；、：（）\\";

    /** A longer cell, in characters, is no name. */
    private static final int LONGEST = 4;

    /** A shorter cell, in characters, may be a word that begins as a name does. */
    private static final int SURE = 3;

    /** What parts the cells of a row. */
    private static final String ROWS = ",\t;|";

    /** What the names of places, of bodies and of papers end in. */
    private static final String PLACES = "省市县区州旗镇乡村屯庄街路巷港湾河湖山岛桥局委办厅处科室部院校所站会社厂司店场书表稿函令案法名号日期间数额量率费款性质度类型别";

    private NamesInCells() {}

    /** The names in the lines of a text in which numbers were found. */
    static List<Match> in(String text, List<Match> numbers) {
        List<Match> names = new ArrayList<>();
        int looked = 0;
        for (Match each : numbers) {
            if (each.start() < looked) {
                continue;
            }
            int from = text.lastIndexOf('\n', each.start()) + 1;
            int end = text.indexOf('\n', each.start());
            looked = end < 0 ? text.length() : end;
            line(text, from, looked, 2, names);
        }
        return names;
    }

    /** The names in the lines of a text that are rows of a table or of a list of values, each a whole cell that can be nothing but a name. */
    static List<Match> inRows(String text) {
        List<Match> names = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (row(text, from, end)) {
                line(text, from, end, SURE, names);
            }
            from = end + 1;
        }
        return names;
    }

    /** Whether a line has cells, and is none of a page, whose words are parted by marks as well. */
    private static boolean row(String text, int from, int end) {
        boolean parted = false;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '。') {
                return false;
            }
            parted |= ROWS.indexOf(c) >= 0;
        }
        return parted;
    }

    /** A cell of two characters may be a word (单位, 文号), and one that ends so is a place or a body. */
    private static boolean sure(String cell) {
        return cell.length() >= SURE && PLACES.indexOf(cell.charAt(cell.length() - 1)) < 0;
    }

    private static void line(String text, int from, int end, int shortest, List<Match> names) {
        int cell = from;
        for (int at = from; at <= end; at++) {
            if (at == end || parts(text.charAt(at))) {
                String word = at - cell >= shortest && at - cell <= LONGEST ? text.substring(cell, at) : "";
                if (!word.isEmpty() && PersonalData.name(word) && (shortest < SURE || sure(word))) {
                    names.add(new Match(
                            Kind.PERSON_NAME, cell, at, PersonalData.mask(Kind.PERSON_NAME, word, at - cell)));
                }
                cell = at + 1;
            }
        }
    }

    private static boolean parts(char c) {
        return CELLS.indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
