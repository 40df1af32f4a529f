package org.gongkai.validation.rules.annual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.text.LegacyText;

/** Numbers of applications that the text of a report names, to be held against its tables. Texts round and divide otherwise. */
final class ReportText {

    /** What a word of the text counts. */
    private record Word(String word, ReportTable table, String row) {}

    /** A number that the text names, and the row whose total it should be. */
    record Mention(ReportTable table, String row, BigDecimal number) {}

    private static final List<Word> WORDS = List.of(
            new Word("新收", ReportTable.REQUESTS, "一"),
            new Word("上年结转", ReportTable.REQUESTS, "二"),
            new Word("上年度结转", ReportTable.REQUESTS, "二"),
            new Word("结转下年", ReportTable.REQUESTS, "四"),
            new Word("办结", ReportTable.REQUESTS, "三(七)"),
            new Word("行政复议", ReportTable.DISPUTES, "行政复议"));

    /** How far behind its word a number may stand. */
    private static final int REACH = 16;

    private ReportText() {}

    static List<Mention> mentions(String text) {
        String half = LegacyText.halfWidth(text);
        List<Mention> mentions = new ArrayList<>();
        for (Word each : WORDS) {
            for (int at = half.indexOf(each.word()); at >= 0; at = half.indexOf(each.word(), at + 1)) {
                String number = numberBehind(half, at + each.word().length());
                if (!number.isEmpty()) {
                    mentions.add(new Mention(each.table(), each.row(), new BigDecimal(number)));
                }
            }
        }
        return mentions;
    }

    /** The digits before 件 within reach and within the sentence; a year is no number of applications. */
    private static String numberBehind(String text, int from) {
        int start = from;
        int end = Math.min(text.length(), from + REACH);
        while (start < end && !digit(text.charAt(start)) && "。；，;,".indexOf(text.charAt(start)) < 0) {
            start++;
        }
        int stop = start;
        while (stop < text.length() && stop - start < 9 && digit(text.charAt(stop))) {
            stop++;
        }
        return stop > start && text.startsWith("件", stop) ? text.substring(start, stop) : "";
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }
}
