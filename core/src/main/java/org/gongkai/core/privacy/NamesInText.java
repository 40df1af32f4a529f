package org.gongkai.core.privacy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.text.Csv;

/**
 * Names of persons in running text that a word of kinship, neighbourhood or role gives away: 我丈夫郭大力, 邻居孙强、李山, 郭大力之妻. Where a
 * name ends no text says for certain; where words do not tell, one character too many is hidden rather than one too few. Words are
 * data. Each place is looked at once with a few characters around it, so the time is that of the length of the text.
 */
final class NamesInText {

    /** What may follow a name; some of it may be the last of its characters, too. */
    private static final String BEHIND = "的与和及在于名家之";
    /** Never in a name. */
    private static final String PARTICLES = "的之与及";

    private static final String JOINS = "、和与及";

    /** 丈夫：, 丈夫（, 丈夫名叫 */
    private static final Pattern BETWEEN =
            Pattern.compile("[:：（(\"“ \\t\u3000]{0,2}(?:名?叫做?|系|是|为|即|姓名)?[:：（(\"“ \\t\u3000]{0,2}");

    /** What behind a surname makes no name: 王某, 李家村. */
    private static final Pattern NO_NAME = Pattern.compile("姓|" + PersonalData.NO_GIVEN_NAME);

    private static final Set<String> NEAR = words("relations.csv", "near");
    private static final Set<String> GROUPS = words("relations.csv", "group");
    private static final Set<String> BEFORE = words("relations.csv", "behind");
    private static final Set<String> ENDS = words("name-ends.csv", "ends");
    private static final Set<String> NONE = words("name-ends.csv", "none");

    private static final Pattern RELATION = Pattern.compile(Stream.of(NEAR, GROUPS, BEFORE)
            .flatMap(Set::stream)
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .collect(Collectors.joining("|")));

    private final String text;
    private final StringBuilder masked = new StringBuilder();
    private int done;

    private NamesInText(String text) {
        this.text = text;
    }

    private static Set<String> words(String file, String kind) {
        return Csv.shipped(NamesInText.class.getResourceAsStream(file), file, reader -> {
            Set<String> words = new HashSet<>();
            for (Csv.Row each : Csv.read(reader, file, List.of("word", "kind"))) {
                if (each.required("kind").equals(kind)) {
                    words.add(each.required("word"));
                }
            }
            return Set.copyOf(words);
        });
    }

    /** The text with its names hidden but for the surname; to mask it again changes nothing. */
    static String masked(String text) {
        return new NamesInText(text).masked();
    }

    private String masked() {
        Matcher relation = RELATION.matcher(text);
        while (relation.find()) {
            if (BEFORE.contains(relation.group())) {
                before(relation.start() + 1);
                continue;
            }
            before(relation.start());
            Matcher between = BETWEEN.matcher(text).region(relation.end(), text.length());
            int at = between.lookingAt() ? between.end() : relation.end();
            int end = behind(at, GROUPS.contains(relation.group()));
            while (end > 0 && end + 1 < text.length() && JOINS.indexOf(text.charAt(end)) >= 0) {
                end = behind(end + 1, true);
            }
        }
        return done == 0 ? text : masked.append(text, done, text.length()).toString();
    }

    /** Hides the name that begins at a place, and answers where it ends; 0 for none. */
    private int behind(int at, boolean sure) {
        int length = at < done ? 0 : name(at, sure);
        if (length > 0) {
            hide(at, at + length);
        }
        return length == 0 ? 0 : at + length;
    }

    /** Hides the name that ends at 的 or 之 before a relation: of three characters, or of two. */
    private void before(int relation) {
        int end = relation - 1;
        if (end < 1 || text.charAt(end) != '的' && text.charAt(end) != '之') {
            return;
        }
        for (int length = 4; length > 1; length--) {
            int from = end - length;
            Surnames.Surname surname = from < done ? null : Surnames.at(text, from);
            if (surname != null
                    && !surname.word()
                    && length > surname.text().length()
                    && length <= surname.text().length() + 2
                    && named(from, surname)
                    && han(from, end)) {
                hide(from, end);
                return;
            }
        }
    }

    private boolean han(int from, int end) {
        return text.substring(from, end).codePoints().allMatch(Character::isIdeographic);
    }

    private void hide(int from, int end) {
        // Never three asterisks, which would be taken for a number.
        masked.append(text, done, from + 1).append(end - from > 2 ? "**" : "*");
        done = end;
    }

    /** Whether what follows a surname does not make it something else. */
    private boolean named(int at, Surnames.Surname surname) {
        int behind = at + surname.text().length();
        return NONE.stream().noneMatch(each -> text.startsWith(each, at))
                && !NO_NAME.matcher(text).region(behind, text.length()).lookingAt();
    }

    /**
     * How long the name is that begins at a place; 0 for none.
     *
     * @param sure whether it counts only where the text says that it ends
     */
    private int name(int at, boolean sure) {
        Surnames.Surname surname = Surnames.at(text, at);
        if (surname == null || !named(at, surname)) {
            return 0;
        }
        int first = surname.text().length() + 1;
        if (!given(at + first - 1)) {
            return 0;
        }
        boolean longer = given(at + first);
        // Behind 于 and its like a word may stand as well, so that it does not tell that a name ends.
        boolean endsFirst = surname.word() ? marked(at + first) : ends(at + first);
        boolean endsLonger = surname.word() ? marked(at + first + 1) : ends(at + first + 1);
        if (endsFirst && (!longer || word(at + first))) {
            return first;
        }
        if (longer && endsLonger) {
            return first + 1;
        }
        if (endsFirst) {
            return first;
        }
        return sure || surname.word() ? 0 : longer ? first + 1 : first;
    }

    /** Whether a character may be one of a given name. */
    private boolean given(int at) {
        return at < text.length() && Character.isIdeographic(text.charAt(at)) && PARTICLES.indexOf(text.charAt(at)) < 0;
    }

    /** Whether a name may end before a place. */
    private boolean ends(int at) {
        return marked(at) || word(at);
    }

    /** Whether no more characters of a name follow. */
    private boolean marked(int at) {
        return at >= text.length() || !Character.isIdeographic(text.charAt(at)) || BEHIND.indexOf(text.charAt(at)) >= 0;
    }

    private boolean word(int at) {
        return ENDS.stream().anyMatch(each -> text.startsWith(each, at));
    }
}
