package org.gongkai.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.gongkai.ingest.office.ListNumbers;
import org.gongkai.ingest.office.ListNumbers.Form;
import org.gongkai.ingest.office.ListNumbers.Level;

/** The lists of a .doc and how far they are counted ([MS-DOC], 2.9.150). */
final class DocNumbering {

    private static final char LAST_LEVEL = 8;

    private final Map<Integer, ListNumbers> counted = new HashMap<>();

    /** What the program puts before a paragraph; empty where it counts none. */
    String before(Paragraph paragraph) {
        if (!paragraph.isInList()) {
            return "";
        }
        HWPFList list = paragraph.getList();
        ListData data = list == null ? null : list.getListData();
        if (data == null) {
            return "";
        }
        return counted.computeIfAbsent(data.getLsid(), each -> new ListNumbers(levels(data)))
                .next(paragraph.getIlvl());
    }

    private static List<Level> levels(ListData data) {
        List<Level> levels = new ArrayList<>();
        for (ListLevel each : data.getLevels()) {
            levels.add(
                    each == null
                            ? new Level(Form.NONE, "", 1)
                            : new Level(
                                    form(each.getNumberFormat()), pattern(each.getNumberText()), each.getStartAt()));
        }
        return levels;
    }

    /** The text before a number holds the number of a level as the sign of that code. */
    private static String pattern(String text) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; text != null && i < text.length(); i++) {
            char each = text.charAt(i);
            pattern.append(each <= LAST_LEVEL ? "%" + (each + 1) : String.valueOf(each));
        }
        return pattern.toString();
    }

    /** The codes of [MS-OSHARED], 2.2.1.3. */
    private static Form form(int code) {
        return switch (code) {
            case 1 -> Form.UPPER_ROMAN;
            case 2 -> Form.LOWER_ROMAN;
            case 3 -> Form.UPPER_LETTER;
            case 4 -> Form.LOWER_LETTER;
            case 10, 17, 36 -> Form.CHINESE_DIGITS;
            case 11, 33, 35, 37, 39 -> Form.CHINESE;
            case 14, 19 -> Form.FULL_WIDTH;
            case 16, 34, 38 -> Form.CHINESE_LEGAL;
            case 18, 28 -> Form.CIRCLED;
            case 23, 255 -> Form.NONE;
            case 30 -> Form.STEM;
            case 31, 32 -> Form.BRANCH;
            default -> Form.DECIMAL;
        };
    }
}
