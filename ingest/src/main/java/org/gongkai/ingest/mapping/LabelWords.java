package org.gongkai.ingest.mapping;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * How labels are compared that are not the same: words that stand for one another, English words in the names of columns, and
 * the pinyin of characters, as {@code label-words.csv} lists them. Immutable.
 */
final class LabelWords {

    private static final Pattern BRACKETS = Pattern.compile("(?<=.)[(\\[【][^()\\[\\]【】]{0,60}[)\\]】]?");
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\p{Z}]");
    private static final Pattern TOKENS = Pattern.compile("[^\\p{Alnum}]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=\\d)");
    private static final Pattern LATIN = Pattern.compile("[\\p{Alnum}_.\\- ]*[A-Za-z][\\p{Alnum}_.\\- ]*");

    private final List<Map.Entry<String, String>> same = new ArrayList<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<Integer, String> pinyin = new HashMap<>();
    /** What programs add to the name of a column to say what is in it: abstract_text, title_str. */
    private final Set<String> types = new HashSet<>();

    private LabelWords() {}

    static LabelWords standard() {
        return Csv.shipped(
                LabelWords.class.getResourceAsStream("label-words.csv"), "label-words.csv", LabelWords::read);
    }

    private static LabelWords read(Reader reader) throws IOException {
        LabelWords words = new LabelWords();
        for (Csv.Row row : Csv.readUnnamed(reader, "the words", List.of("how", "text", "stands for"))) {
            String text = row.required("text");
            String meant = row.required("stands for");
            switch (row.required("how")) {
                case "same" -> words.same.add(Map.entry(text, meant));
                case "english" -> words.english.put(text, meant);
                case "type" -> words.types.add(text);
                case "pinyin" -> meant.codePoints().forEach(each -> words.pinyin.put(each, text));
                default -> throw row.wrong("how", row.required("how"), "same, english, type or pinyin");
            }
        }
        words.same.sort(Comparator.comparing(
                        (Map.Entry<String, String> each) -> each.getKey().length())
                .reversed());
        return words;
    }

    /** Whether a label is a name in Latin letters. */
    static boolean latin(String label) {
        return LATIN.matcher(label).matches();
    }

    /** A label without brackets, signs and blanks. */
    static String bare(String label) {
        String plain = LegacyText.withoutBlanks(Normalizer.normalize(label, Normalizer.Form.NFKC));
        return SIGNS.matcher(BRACKETS.matcher(plain).replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The same with one word for all that stand for one another, gone through once from the left. */
    String common(String bare) {
        StringBuilder common = new StringBuilder();
        int at = 0;
        while (at < bare.length()) {
            int here = at;
            Map.Entry<String, String> word = same.stream()
                    .filter(each -> bare.startsWith(each.getKey(), here)
                            || bare.startsWith(each.getValue(), here)
                                    && each.getValue().length() > each.getKey().length())
                    .findFirst()
                    .orElse(null);
            if (word == null) {
                common.append(bare.charAt(at++));
            } else if (bare.startsWith(word.getValue(), at)
                    && word.getValue().length() >= word.getKey().length()) {
                common.append(word.getValue());
                at += word.getValue().length();
            } else {
                common.append(word.getValue());
                at += word.getKey().length();
            }
        }
        return common.toString();
    }

    /** What a name of English words says in Chinese, or null when a word is not known. */
    @Nullable
    String translated(String name) {
        StringBuilder said = new StringBuilder();
        List<String> tokens = new ArrayList<>(List.of(TOKENS.split(name)));
        while (tokens.size() > 1 && types.contains(tokens.get(tokens.size() - 1).toLowerCase(Locale.ROOT))) {
            tokens.remove(tokens.size() - 1);
        }
        for (String each : tokens) {
            String word = english.get(each.toLowerCase(Locale.ROOT));
            if (word == null && !each.isEmpty() && each.length() > 1) {
                return null;
            }
            said.append(word == null ? "" : word);
        }
        return said.isEmpty() ? null : said.toString();
    }

    /** The pinyin of a label, or null when a character is not known; of each character the first letter alone if so asked. */
    @Nullable
    String pinyin(String bare, boolean initials) {
        StringBuilder all = new StringBuilder();
        for (int each : bare.codePoints().toArray()) {
            String sound = pinyin.get(each);
            if (sound == null) {
                return null;
            }
            all.append(initials ? sound.substring(0, 1) : sound);
        }
        return all.toString();
    }
}
