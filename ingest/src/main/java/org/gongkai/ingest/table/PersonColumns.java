package org.gongkai.ingest.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.core.privacy.PersonalData;

/** Tells by the values of a table, whatever its labels are, that it lists persons. */
final class PersonColumns {

    private static final Pattern TELEPHONE = Pattern.compile("(?:0\\d{2,3}[-—－ ]?)?\\d{7,8}(?:-\\d{1,6})?");

    /** A longer cell, in characters, holds neither a name nor a number alone. */
    private static final int LONGEST = 40;

    private PersonColumns() {}

    /**
     * Whether a table lists persons: half of what stands in one of its columns are names, and beside one of them in the same row there is
     * the number of a person or of a telephone.
     */
    static boolean in(Grid grid) {
        Map<Integer, int[]> columns = new HashMap<>();
        Map<Integer, Boolean> beside = new HashMap<>();
        for (List<Grid.Cell> row : grid.rows()) {
            boolean number = row.stream().anyMatch(PersonColumns::number);
            for (int c = 0; c < row.size(); c++) {
                String text = row.get(c).text.strip();
                if (text.isEmpty()) {
                    continue;
                }
                int[] count = columns.computeIfAbsent(c, each -> new int[2]);
                count[0]++;
                if (PersonalData.name(text)) {
                    count[1]++;
                    beside.merge(c, number, Boolean::logicalOr);
                }
            }
        }
        return columns.entrySet().stream()
                .anyMatch(each ->
                        each.getValue()[1] * 2 >= each.getValue()[0] && Boolean.TRUE.equals(beside.get(each.getKey())));
    }

    private static boolean number(Grid.Cell cell) {
        String text = cell.text.strip();
        return !text.isEmpty()
                && text.length() <= LONGEST
                && (!PersonalData.findNumbers(text).isEmpty()
                        || PersonalData.rounded(text)
                        || TELEPHONE.matcher(text).matches());
    }
}
