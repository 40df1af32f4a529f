package org.gongkai.core.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.text.Csv;

/**
 * Numbers of persons as somebody writes them who applies for something: mistyped, in groups of his own, of papers that only their name
 * tells. Each match is of a bounded length, so the time is that of the length of the text.
 */
final class LooseNumbers {

    /** The papers, as a part of a regular expression. */
    static final String PAPERS = Csv.shipped(
            LooseNumbers.class.getResourceAsStream("papers.csv"),
            "papers.csv",
            reader -> Csv.read(reader, "papers.csv", List.of("word")).stream()
                    .map(each -> each.text("word"))
                    .collect(Collectors.joining("|", "(?:", ")")));

    private static final String ALONE = "(?<![0-9A-Za-z])";
    private static final String HIDDEN = "***";

    /** Longer than any day or amount, whether or not a check character is right. */
    private static final Pattern LONG = Pattern.compile("[0-9]{11,}[Xx]?");

    /** A mobile number in whatever groups: 13812 345678; a day is none. */
    private static final Pattern MOBILE =
            Pattern.compile(ALONE + "(?:\\+?86[ .·-]{0,2})?(?!19[0-9]{2}[.-][0-9]{1,2}[.-][0-9]{1,2}(?![0-9]))"
                    + "1[ .·-]{0,2}[3-9](?:[ .·-]{0,2}[0-9]){9}(?![0-9])");

    private static final Pattern PAPER = Pattern.compile(PAPERS);

    private static final Pattern BEHIND_PAPER = Pattern.compile(
            "(?<=" + PAPERS
                    + "(?:件)?(?:号码?|编号)?[为是:( ]{0,3}\\p{IsHan}?(?:字第)?)[A-Za-z]{0,2}-?[0-9](?:[ -]?[0-9]){4,19}[A-Za-z]?(?![0-9A-Za-z])");

    private static final Pattern LETTERED = Pattern.compile(ALONE + "[A-Za-z]{1,2}[0-9]{7,8}(?![0-9A-Za-z])");

    private LooseNumbers() {}

    /** The text with three asterisks for each such number; to mask it again changes nothing. */
    static String masked(String text) {
        String masked = hidden(hidden(text, LONG), MOBILE);
        return PAPER.matcher(masked).find() ? hidden(hidden(masked, BEHIND_PAPER), LETTERED) : masked;
    }

    private static String hidden(String text, Pattern number) {
        PlainText plain = PlainText.of(text);
        Matcher matcher = number.matcher(plain.text());
        StringBuilder result = new StringBuilder(text.length());
        int from = 0;
        while (matcher.find()) {
            result.append(text, from, plain.place(matcher.start())).append(HIDDEN);
            from = plain.place(matcher.end() - 1) + 1;
        }
        return from == 0 ? text : result.append(text, from, text.length()).toString();
    }
}
