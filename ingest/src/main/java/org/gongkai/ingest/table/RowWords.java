package org.gongkai.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** The words of rows that are no records: 合计, 注：, 单位：, 填写说明. Immutable. */
public final class RowWords {

    private static final RowWords STANDARD =
            Csv.shipped(RowWords.class.getResourceAsStream("rows.csv"), "rows.csv", RowWords::read);

    private static final int LONGEST_WORD = 12;
    /** What of a cell is looked at, in characters. */
    private static final int LONGEST = 64;

    private static final Pattern COUNT = Pattern.compile("\\d{1,4}[.、．]?");
    private static final int LONGEST_COUNT = 5;

    private final List<Word> words = new ArrayList<>();
    /** The first characters of the words of hints: nearly every cell holds none of them. */
    private final BitSet hinting = new BitSet();

    private record Word(How how, String text, RowClass row) {}

    /** Where in the first cell the word stands; the words of hints may stand in any cell. */
    private enum How {
        IS,
        STARTS,
        ENDS,
        HAS
    }

    private RowWords() {}

    /**
     * The words seen in tables.
     *
     * @return the words
     */
    public static RowWords standard() {
        return STANDARD;
    }

    private static RowWords read(Reader reader) throws IOException {
        RowWords words = new RowWords();
        for (Csv.Row row : Csv.readUnnamed(reader, "the rows", List.of("how", "text", "row"))) {
            String how = row.required("how");
            if (!List.of("is", "starts", "ends", "has").contains(how)) {
                throw row.wrong("how", how, "is, starts, ends or has");
            }
            words.words.add(new Word(
                    How.valueOf(how.toUpperCase(Locale.ROOT)),
                    row.required("text"),
                    RowClass.valueOf(row.required("row").toUpperCase(Locale.ROOT))));
        }
        words.words.stream().filter(each -> each.row() == RowClass.HINT).forEach(each -> {
            words.hinting.set(Character.toLowerCase(each.text().charAt(0)));
            words.hinting.set(Character.toUpperCase(each.text().charAt(0)));
        });
        return words;
    }

    /**
     * What a row is that has texts in its filled cells: the first of them tells, or that it is a sum or an average the first
     * that is no value and no number of the row.
     *
     * @param filled the texts, not empty
     * @param value whether a text is a value
     * @return the class, or null when they tell nothing
     */
    public @Nullable RowClass of(List<String> filled, Predicate<String> value) {
        RowClass told = of(filled.get(0));
        if (told != null) {
            return told;
        }
        for (String each : filled) {
            if (!count(each.strip()) && !value.test(each)) {
                RowClass row = of(each);
                return row != null && row.ofOthers() ? row : null;
            }
        }
        return null;
    }

    private static boolean count(String text) {
        return text.length() <= LONGEST_COUNT && COUNT.matcher(text).matches();
    }

    /**
     * What a row is whose first filled cell has a text.
     *
     * @param first the text
     * @return the class, or null when the text tells nothing
     */
    public @Nullable RowClass of(String first) {
        String plain = plain(first);
        String bare = bare(plain);
        for (Word each : words) {
            boolean fits = switch (each.how()) {
                // 日期 alone may be a label as well: types of columns tell in a row of them.
                case IS -> each.row() != RowClass.HINT && bare.length() <= LONGEST_WORD && bare.equals(each.text());
                case STARTS -> plain.startsWith(each.text());
                case ENDS -> bare.length() <= LONGEST_WORD && bare.endsWith(each.text());
                case HAS -> false;
            };
            if (fits) {
                return each.row();
            }
        }
        return null;
    }

    /**
     * Whether a row says what to write in the cells below it: most of its filled cells have a word of hints.
     *
     * @param filled the filled cells of the row
     * @return true when it does
     */
    public boolean hint(List<String> filled) {
        int hints = 0;
        for (int i = 0; i < filled.size(); i++) {
            hints += hints(filled.get(i)) ? 1 : 0;
            int most = hints + filled.size() - i - 1;
            if (most * 2 <= filled.size()) {
                return false;
            }
        }
        return hints > 0;
    }

    /** A text without a bracket in it and what is behind that, and without a colon at its end. */
    private static String bare(String plain) {
        String bare = withoutBrackets(plain);
        return bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static String withoutBrackets(String plain) {
        int end = plain.length();
        for (int i = 1; i < end; i++) {
            if (plain.charAt(i) == '(' || plain.charAt(i) == '[') {
                end = i;
            }
        }
        return plain.substring(0, end);
    }

    private boolean hints(String text) {
        String plain = plain(text);
        boolean may = false;
        for (int i = 0; i < plain.length() && !may; i++) {
            may = hinting.get(plain.charAt(i));
        }
        if (!may) {
            return false;
        }
        String bare = withoutBrackets(plain).toLowerCase(Locale.ROOT);
        return words.stream().filter(each -> each.row() == RowClass.HINT).anyMatch(each -> switch (each.how()) {
            case HAS -> plain.contains(each.text());
            case IS -> bare.equals(each.text());
            default -> plain.startsWith(each.text());
        });
    }

    /**
     * Whether a row tells who filled the table in, and when: each of its filled cells is a remark with a colon, or a value beside one.
     *
     * @param filled the filled cells of the row
     * @param value whether a text is a value that may stand there, such as a date
     * @return true when it does
     */
    public boolean signs(List<String> filled, Predicate<String> value) {
        boolean any = false;
        for (String each : filled) {
            boolean note = of(each) == RowClass.NOTE && plain(each).indexOf(':') > 0;
            if (!note && !value.test(each)) {
                return false;
            }
            any |= note;
        }
        return any;
    }

    private static String plain(String text) {
        String head = StringUtils.truncate(text.strip(), LONGEST);
        return asItIs(head) ? head : LegacyText.withoutBlanks(Normalizer.normalize(head, Normalizer.Form.NFKC));
    }

    /** Whether a text is of Han characters and signs of ASCII alone: such a text has no other form. */
    private static boolean asItIs(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if ((each < '\u4E00' || each > '\u9FFF') && (each <= ' ' || each >= '\u007F')) {
                return false;
            }
        }
        return true;
    }
}
