package org.gongkai.core.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The names, and the numbers and addresses, that a source tells of persons in its private part, and that none of its texts may show.
 * A name is hidden wherever it stands, also within a longer word of Han characters; capitals, full-width forms, blanks and the points
 * of foreign names make no difference. But the name of a body that the source itself names is no person's, so what stands within one is
 * left. The time to hide is that of the length of the text and of the longest name. Not thread-safe.
 *
 * <pre>{@code
 * HiddenNames names = new HiddenNames(word -> false);
 * names.keep("TOM SMITH", true);
 * names.without("Tom Smith的许可");   // **的许可
 * }</pre>
 */
public final class HiddenNames {

    /** What stands for a name: three would be taken for a number of a person, and the word behind it for his name. */
    public static final String HIDDEN = "**";

    /** Shorter, and no name of a person, it is a word such as 个人. */
    private static final int SHORTEST_NAME_OF_BODY = 4;

    /** A longer cell, in characters, is no name. */
    private static final int LONGEST = 100;

    /** What parts several names in one cell. */
    private static final Pattern LISTED = Pattern.compile("[\\s\u3000、，,；;/／|｜]+");

    /** What parts a name from what is said of the person: 王某等3人, 王某（男）, 王某 138…. */
    private static final Pattern SAID = Pattern.compile("[()（）\\[\\]【】：:·0-9０-９*]+|[和与及等]");

    /** What parts a number from what is said of it. */
    private static final Pattern LABELLED = Pattern.compile("[()（）\\[\\]【】：:]+");

    private static final Pattern TITLE = Pattern.compile("(?:律师|先生|女士|同志|本人)$");

    /** Whoever has a surname that is rare, or a name from abroad. */
    private static final Pattern RARE = Pattern.compile("\\p{IsHan}{2,3}");

    /** A number of a telephone, a paper or an account, or an address of mail. */
    private static final Pattern NUMBER = Pattern.compile("(?=.*@)[!-~]{6,}|(?=(?:[^0-9]*[0-9]){5})[0-9A-Za-z_-]{6,}");

    /** What may stand between the parts of a name, or not. */
    private static final String POINTS = "·•・‧.．-－'’";

    /** What stands where a name is asked for and is the name of nobody. */
    private static final Set<String> NOBODY = Csv.shipped(
            HiddenNames.class.getResourceAsStream("nobody.csv"),
            "nobody.csv",
            reader -> Set.copyOf(Csv.read(reader, "nobody.csv", List.of("word")).stream()
                    .map(each -> each.text("word"))
                    .toList()));

    /** The names by their characters, one after the other. */
    private static final class Step {
        private final Map<Character, Step> next = new HashMap<>();
        private boolean ends;
    }

    private final Predicate<String> nobody;
    private final Step names = new Step();
    private final Step bodies = new Step();
    private final Set<String> known = new TreeSet<>();

    /**
     * None yet.
     *
     * @param nobody tells of further words that stand where a name is asked for and are none, such as the kinds of applicants; not null
     */
    public HiddenNames(Predicate<String> nobody) {
        this.nobody = nobody;
    }

    /**
     * Keeps the names in a private text.
     *
     * @param text the text, not null; one that is far too long for names is passed over
     * @param name whether a name is asked for there, so that whatever is no word is one; else what looks like a name of a person counts
     */
    public void keep(String text, boolean name) {
        if (text.length() > LONGEST * 10) {
            return;
        }
        whole(LegacyText.withoutBlanks(text), name);
        for (String each : LISTED.split(text)) {
            whole(LegacyText.withoutBlanks(each), name);
            for (String part : SAID.split(each)) {
                person(untitled(part));
            }
            for (String part : each.contains("·") ? each.split("·") : new String[0]) {
                // 买买提·吐尔逊 is called by either part.
                whole(LegacyText.withoutBlanks(part), name);
            }
        }
    }

    /**
     * Keeps the numbers and the addresses of mail in a private text; a day is none of them.
     *
     * @param text the text, not null
     */
    public void keepNumbers(String text) {
        if (text.length() > LONGEST * 10) {
            return;
        }
        for (String each : LISTED.split(text)) {
            for (String part : LABELLED.split(LegacyText.halfWidth(each))) {
                if (NUMBER.matcher(part).matches() && DateText.read(part).value() == null) {
                    add(names, part);
                }
            }
        }
    }

    private void whole(String text, boolean asked) {
        String name = untitled(text);
        person(name);
        boolean none = NOBODY.contains(name) || nobody.test(name) || LegacyText.nullToken(name);
        if (asked
                && !none
                && (name.length() >= SHORTEST_NAME_OF_BODY || RARE.matcher(name).matches())) {
            add(names, name);
        }
    }

    private static String untitled(String text) {
        return LegacyText.withoutBlanks(TITLE.matcher(text).replaceFirst(""));
    }

    private void person(String name) {
        if (PersonalData.name(name)) {
            add(names, name);
        }
    }

    private void add(Step root, String text) {
        String name = folded(text);
        if (name.isEmpty() || name.length() > LONGEST) {
            return;
        }
        if (root == names) {
            known.add(name);
        }
        Step step = root;
        for (int i = 0; i < name.length(); i++) {
            step = step.next.computeIfAbsent(name.charAt(i), none -> new Step());
        }
        step.ends = true;
    }

    /**
     * Whether a text is one of the names and nothing else.
     *
     * @param text the text, not null
     * @return true when it is
     */
    public boolean holds(String text) {
        return known.contains(folded(text));
    }

    /**
     * Keeps the name of a body; what is a name of a person, too, is none.
     *
     * @param name the name, not null
     */
    public void body(String name) {
        if (!holds(name)) {
            add(bodies, name);
        }
    }

    /**
     * A text with two asterisks for each of the names.
     *
     * @param text the text, not null
     * @return the text, the same when none stands in it
     */
    public String without(String text) {
        if (known.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int body = end(bodies, text, at);
            int name = body > at ? at : end(names, text, at);
            int to = Math.max(Math.max(body, name), at + 1);
            boolean again = name > at
                    && shown.length() >= HIDDEN.length()
                    && shown.lastIndexOf(HIDDEN) == shown.length() - HIDDEN.length();
            shown.append(name <= at ? text.substring(at, to) : again ? "" : HIDDEN);
            at = to;
        }
        return shown.toString();
    }

    /** Where the longest that begins at a place ends; the place itself when none does. */
    private static int end(Step root, String text, int from) {
        if (skipped(text.charAt(from)) || from > 0 && oneWord(text.charAt(from - 1), text.charAt(from))) {
            return from;
        }
        int end = from;
        @Nullable Step step = root;
        for (int i = from; i < text.length() && step != null; i++) {
            char each = text.charAt(i);
            if (skipped(each)) {
                continue;
            }
            step = step.next.get(folded(each));
            boolean ends = step != null && step.ends && (i + 1 == text.length() || !oneWord(each, text.charAt(i + 1)));
            end = ends ? i + 1 : end;
        }
        return end;
    }

    /** Whether two characters side by side are of one word or number in Latin letters and digits. */
    private static boolean oneWord(char one, char next) {
        return latin(folded(one)) && latin(folded(next));
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!skipped(text.charAt(i))) {
                folded.append(folded(text.charAt(i)));
            }
        }
        return folded.toString();
    }

    private static char folded(char character) {
        return Character.toLowerCase(LegacyText.halfWidth(character));
    }

    private static boolean skipped(char character) {
        return LegacyText.blank(character) || LegacyText.invisible(character) || POINTS.indexOf(character) >= 0;
    }
}
