package org.gongkai.export.bag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.privacy.PersonalData;

/** The columns of a copied table whose label asks for the name of a person, and the names below it. Not thread-safe. */
final class ColumnsOfNames {

    /** What parts cells; a line keeps to one of them. */
    private static final String MARKS = ",\t;|";

    /** A longer cell, in characters, is neither such a label nor a name. */
    private static final int LONGEST = 20;

    private final Set<Integer> columns = new HashSet<>();
    private char mark;

    private record Cell(int index, int from, int to, String text) {}

    /** The names of a line below such a label that nobody has found yet; a line with labels gives the columns instead. */
    List<PersonalData.Match> below(String line, List<PersonalData.Match> found) {
        List<PersonalData.Match> names = new ArrayList<>();
        for (int i = 0; i < MARKS.length(); i++) {
            char each = MARKS.charAt(i);
            if (line.indexOf(each) < 0 || !columns.isEmpty() && each != mark) {
                continue;
            }
            for (Cell cell : cells(line, each)) {
                if (PersonalData.personal(cell.text())) {
                    columns.add(cell.index());
                    mark = each;
                } else if (each == mark && columns.contains(cell.index()) && PersonalData.name(cell.text())) {
                    name(cell, found, names);
                }
            }
        }
        return names;
    }

    private static void name(Cell cell, List<PersonalData.Match> found, List<PersonalData.Match> names) {
        boolean known = found.stream().anyMatch(each -> each.start() < cell.to() && each.end() > cell.from());
        if (!known) {
            names.add(new PersonalData.Match(
                    PersonalData.Kind.PERSON_NAME,
                    cell.from(),
                    cell.to(),
                    cell.text().charAt(0) + "*".repeat(cell.text().length() - 1)));
        }
    }

    /** The cells of a line, without blanks and quotation marks around them. */
    private static List<Cell> cells(String line, char mark) {
        List<Cell> cells = new ArrayList<>();
        int start = 0;
        int index = 0;
        for (int at = 0; at <= line.length(); at++) {
            if (at == line.length() || line.charAt(at) == mark) {
                int from = start;
                int to = at;
                while (from < to && around(line.charAt(from))) {
                    from++;
                }
                while (to > from && around(line.charAt(to - 1))) {
                    to--;
                }
                cells.add(new Cell(index++, from, to, to - from > LONGEST ? "" : line.substring(from, to)));
                start = at + 1;
            }
        }
        return cells;
    }

    private static boolean around(char c) {
        return c == '"' || c == '\uFEFF' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
