package org.gongkai.ingest.table;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** The words with which rows begin that are no records: 合计, 注：, 单位：, 填写说明. */
final class RowWords {

    private static final int LONGEST_WORD = 12;
    private static final Pattern BRACKETS = Pattern.compile("(?<=.)[(\\[].*", Pattern.DOTALL);

    private final List<Word> words = new ArrayList<>();

    private record Word(boolean whole, String text, RowClass row) {}

    private RowWords() {}

    static RowWords standard() {
        return Csv.shipped(RowWords.class.getResourceAsStream("rows.csv"), "rows.csv", RowWords::read);
    }

    private static RowWords read(Reader reader) throws IOException {
        RowWords words = new RowWords();
        for (Csv.Row row : Csv.readUnnamed(reader, "the rows", List.of("how", "text", "row"))) {
            String how = row.required("how");
            if (!how.equals("is") && !how.equals("starts")) {
                throw row.wrong("how", how, "is or starts");
            }
            words.words.add(new Word(
                    how.equals("is"),
                    row.required("text"),
                    RowClass.valueOf(row.required("row").toUpperCase(Locale.ROOT))));
        }
        return words;
    }

    /** What a row is whose first filled cell has this text, or null when the text tells nothing. */
    @Nullable
    RowClass of(String first) {
        String head = first.strip();
        String plain = LegacyText.withoutBlanks(
                Normalizer.normalize(head.substring(0, Math.min(head.length(), 64)), Normalizer.Form.NFKC));
        String bare = BRACKETS.matcher(plain).replaceFirst("").replaceFirst(":$", "");
        for (Word each : words) {
            boolean fits = each.whole()
                    ? bare.length() <= LONGEST_WORD && bare.equals(each.text())
                    : plain.startsWith(each.text());
            if (fits) {
                return each.row();
            }
        }
        return null;
    }
}
