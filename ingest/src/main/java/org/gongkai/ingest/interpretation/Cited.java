package org.gongkai.ingest.interpretation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PolicyReference.Named;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The documents that running text rests on or tells of: with a number or a clause, or beside a word that says so. What stands in 《》
 * beside no such word, such as a form to fill in, is none.
 */
final class Cited {

    private static final PolicyWords WORDS = PolicyWords.shipped();
    /** What a word that says so and the title stand apart, in characters. */
    private static final int NEAR = 8;

    private static final Pattern BASIS = Pattern.compile("(?:" + WORDS.any("basis") + ")[^。；！？\\n]*$");
    private static final Pattern NAMING = Pattern.compile("(?:" + WORDS.any("naming") + ")[^。；！？\\n]*$");
    private static final Pattern SAID = Pattern.compile("^[^。；！？\\n《]{0,4}(?:" + WORDS.any("said") + ")");
    private static final Pattern PAPER = Pattern.compile("(?:" + WORDS.any("paper") + ")$");
    private static final Pattern GOES_ON = Pattern.compile("[、，,和及与以 　]{0,3}");

    /** How a text speaks of a document. */
    private enum Way {
        BASIS,
        NAMED,
        NOT
    }

    private Cited() {}

    /** All of them. */
    static List<PolicyReference> all(String text) {
        return in(text, true);
    }

    /** The one document that it rests on or tells of, whatever clauses of it; none where there are several. */
    static List<PolicyReference> only(String text) {
        List<PolicyReference> all = new ArrayList<>();
        for (PolicyReference each : all(text)) {
            add(new PolicyReference(each.documentNumber(), each.title(), null, null, null), all);
        }
        return all.size() == 1 ? all : List.of();
    }

    /** Those that it tells of, and not those that what it tells of rests on. */
    static List<PolicyReference> explained(String text) {
        return in(text, false);
    }

    private static List<PolicyReference> in(String text, boolean bases) {
        List<PolicyReference> all = new ArrayList<>();
        Way way = Way.NOT;
        int end = -1;
        for (Named each : PolicyReference.inText(text)) {
            boolean goesOn = end >= 0
                    && each.start() - end <= 3
                    && GOES_ON.matcher(text.substring(end, each.start())).matches();
            way = goesOn && way != Way.NOT ? way : way(text, each);
            if (way == Way.NAMED || way == Way.BASIS && bases) {
                add(each.reference(), all);
            }
            end = each.end();
        }
        return List.copyOf(all);
    }

    private static Way way(String text, Named named) {
        PolicyReference reference = named.reference();
        if (reference.documentNumber() == null
                && PAPER.matcher(Objects.toString(reference.title(), "")).find()) {
            return Way.NOT;
        }
        String before = text.substring(Math.max(0, named.start() - NEAR), named.start());
        String behind = text.substring(named.end(), Math.min(text.length(), named.end() + NEAR));
        if (BASIS.matcher(before).find()) {
            return Way.BASIS;
        }
        boolean said = reference.documentNumber() != null
                || reference.clause() != null
                || NAMING.matcher(before).find()
                || SAID.matcher(behind).find();
        return said ? Way.NAMED : Way.NOT;
    }

    /** One that is named again without more is one. */
    private static void add(PolicyReference reference, List<PolicyReference> all) {
        for (int i = 0; i < all.size(); i++) {
            PolicyReference before = all.get(i);
            boolean same = reference.documentNumber() != null
                            && reference.documentNumber().equals(before.documentNumber())
                    || key(reference.title()) != null && Objects.equals(key(reference.title()), key(before.title()));
            if (same
                    && (reference.clause() == null
                            || reference.clause().equals(before.clause())
                            || before.clause() == null)) {
                all.set(i, References.both(before, reference));
                return;
            }
        }
        all.add(reference);
    }

    private static @Nullable String key(@Nullable String title) {
        return title == null ? null : LegacyText.lettersAndDigits(title);
    }
}
