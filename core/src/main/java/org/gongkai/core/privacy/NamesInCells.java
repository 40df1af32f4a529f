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
            line(text, from, looked, names);
        }
        return names;
    }

    private static void line(String text, int from, int end, List<Match> names) {
        int cell = from;
        for (int at = from; at <= end; at++) {
            if (at == end || parts(text.charAt(at))) {
                if (at - cell > 1 && at - cell <= LONGEST && PersonalData.name(text.substring(cell, at))) {
                    names.add(new Match(
                            Kind.PERSON_NAME,
                            cell,
                            at,
                            PersonalData.mask(Kind.PERSON_NAME, text.substring(cell, at), at - cell)));
                }
                cell = at + 1;
            }
        }
    }

    private static boolean parts(char c) {
        return CELLS.indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
