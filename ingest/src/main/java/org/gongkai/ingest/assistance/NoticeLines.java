package org.gongkai.ingest.assistance;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.ingest.grammar.Numbering;
import org.gongkai.ingest.grammar.Sentence;
import org.jspecify.annotations.Nullable;

/** What stands around an amount: the headings above it, and the amounts before it in its line. One text, one use. */
final class NoticeLines {

    private static final int LEVELS = 6;
    /** The level of a heading without a number. */
    private static final int UNNUMBERED = 5;

    /** The line that is read. */
    int row = -1;

    /** The standard before in the line. */
    @Nullable
    StandardDraft last;

    /** The unit that the line has named. */
    @Nullable
    UnitFound unitOfLine;

    /** All units of the text. */
    final List<UnitFound> units = new ArrayList<>();

    /** What the title says. */
    @Nullable
    Phrase title;

    private final Heading[] headings = new Heading[LEVELS];

    /** What a heading says for the lines below it. */
    private record Heading(Phrase phrase, @Nullable UnitFound unit) {}

    /** Begins a sentence: in another line than the one before nothing goes on, and its number ends headings of its level. */
    void begin(Sentence sentence) {
        if (sentence.row() == row) {
            return;
        }
        row = sentence.row();
        last = null;
        unitOfLine = null;
        Numbering numbering = sentence.numbering();
        for (int i = numbering.level(); numbering.level() > 0 && i < LEVELS; i++) {
            headings[i] = null;
        }
    }

    /** Keeps a heading; its level is 0 where it has no number. */
    void heading(int level, Phrase phrase, @Nullable UnitFound unit) {
        headings[level > 0 ? level : UNNUMBERED] = new Heading(phrase, unit);
    }

    /** The unit that the nearest heading names, or null. */
    @Nullable
    UnitFound bareUnit() {
        for (int i = LEVELS - 1; i >= 0; i--) {
            if (headings[i] != null && headings[i].unit() != null) {
                return headings[i].unit();
            }
        }
        return null;
    }

    /** The headings above, the nearest first; behind them the title, where amounts by age stand below one that is paid so. */
    List<Phrase> contexts(boolean ages) {
        List<Phrase> contexts = new ArrayList<>();
        for (int i = LEVELS - 1; i >= 0; i--) {
            if (headings[i] != null) {
                contexts.add(headings[i].phrase());
            }
        }
        if (ages && title != null && title.items().stream().allMatch(Phrase::byAge)) {
            contexts.add(title);
        }
        return contexts;
    }
}
