package org.gongkai.ingest.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.request.ApplicantType;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The names that the private cells of a register say, and that none of its texts may show. A name is hidden wherever it stands, also
 * within a longer word; but the name of a body that the register itself names is no person's, so what stands within one is left.
 * Not thread-safe.
 */
final class RegisterNames {

    /** What stands for a name: three would be taken for a number of a person, and the word behind it for his name. */
    static final String HIDDEN = "**";

    /** Shorter, and no name of a person, it is a word such as 个人. */
    private static final int SHORTEST_NAME_OF_BODY = 4;

    /** A longer cell, in characters, is no name. */
    private static final int LONGEST = 100;

    /** What parts several names in one cell. */
    private static final Pattern LISTED = Pattern.compile("[\\s\u3000、，,；;/／|｜]+");

    /** What parts a name from what is said of the person: 王某等3人, 王某（男）, 王某 138…. */
    private static final Pattern SAID = Pattern.compile("[()（）\\[\\]【】：:·0-9０-９*]+|[和与及等]");

    private static final Pattern TITLE = Pattern.compile("(?:律师|先生|女士|同志|本人)$");

    /** Whoever has a surname that is rare, or a name from abroad. */
    private static final Pattern RARE = Pattern.compile("\\p{IsHan}{2,3}");

    /** What stands in a column of applicants and is the name of nobody. */
    private static final Set<String> NOBODY = Csv.shipped(
            RegisterNames.class.getResourceAsStream("nobody.csv"),
            "nobody.csv",
            reader -> Set.copyOf(Csv.read(reader, "nobody.csv", List.of("word")).stream()
                    .map(each -> each.text("word"))
                    .toList()));

    /** The names by their characters, one after the other. */
    private static final class Step {
        private final Map<Character, Step> next = new HashMap<>();
        private boolean ends;
    }

    private final Step names = new Step();
    private final Step bodies = new Step();
    private final Set<String> known = new TreeSet<>();

    /**
     * Keeps what a private cell says.
     *
     * @param applies whether it is the cell of the applicant, where whatever is no word is a name
     */
    void keep(String cell, boolean applies) {
        if (cell.length() > LONGEST * 10) {
            return;
        }
        whole(LegacyText.withoutBlanks(cell), applies);
        for (String each : LISTED.split(cell)) {
            whole(LegacyText.withoutBlanks(each), applies);
            for (String part : SAID.split(each)) {
                person(untitled(part));
            }
            for (String part : each.contains("·") ? each.split("·") : new String[0]) {
                // 买买提·吐尔逊 is called by either part.
                whole(LegacyText.withoutBlanks(part), applies);
            }
        }
    }

    private void whole(String text, boolean applies) {
        String name = untitled(text);
        person(name);
        boolean nobody = NOBODY.contains(name) || new ApplicantType(name).wellFormed() || LegacyText.nullToken(name);
        if (applies
                && !nobody
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

    private void add(Step root, String name) {
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

    /** Whether a text is one of the names and nothing else. */
    boolean holds(String text) {
        return known.contains(LegacyText.withoutBlanks(text));
    }

    /** Keeps the name of a body; what is a name of a person, too, is none. */
    void body(String name) {
        String bare = LegacyText.withoutBlanks(name);
        if (!known.contains(bare)) {
            add(bodies, bare);
        }
    }

    /** A text with two asterisks for each of the names, blanks within it aside. */
    String without(String text) {
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
        int end = from;
        @Nullable Step step = root;
        for (int i = from; i < text.length() && step != null; i++) {
            char each = text.charAt(i);
            if (i > from && blank(each)) {
                continue;
            }
            step = step.next.get(each);
            end = step != null && step.ends ? i + 1 : end;
        }
        return end;
    }

    private static boolean blank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
