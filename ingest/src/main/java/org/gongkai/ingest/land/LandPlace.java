package org.gongkai.ingest.land;

import java.util.List;
import java.util.Set;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds where the land of a notice lies: 位于甲镇乙村, 拟征甲镇乙村地段的集体土地. */
final class LandPlace {

    private static final Set<String> ENDS_OF_PLACES =
            Set.of("镇", "乡", "村", "道", "区", "组", "社", "居", "庄", "屯", "县", "市", "内", "段");

    private static final int LONGEST = 60;

    private LandPlace() {}

    /** The first place that a sentence names, or null. */
    static @Nullable Span of(List<Scanned> sentences) {
        for (Scanned each : sentences) {
            Span located = located(each);
            Span place = located == null ? taken(each) : located;
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable Span located(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            Span place = sentence.is(i, "from")
                    ? at(sentence, i + 1, sentence.signs().size())
                    : null;
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    /** The place that begins at a sign and goes up to the next mark; null where it is one of several, or no name of a place. */
    static @Nullable Span at(Scanned sentence, int first, int end) {
        int to = first;
        while (to < end
                && !sentence.mark(to, ",(;:、")
                && !sentence.is(to, "land")
                && !sentence.is(to, Labelled.LABEL)) {
            to++;
        }
        return to > first && !sentence.mark(to, "、") ? named(sentence.span(first, to - 1)) : null;
    }

    private static @Nullable Span taken(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            int end = sentence.is(i, "take") ? land(sentence, i + 1) : -1;
            if (end > i + 1) {
                return named(sentence.span(i + 1, end - 1));
            }
        }
        return null;
    }

    /** Where words for land follow before any mark, or -1. */
    private static int land(Scanned sentence, int from) {
        for (int i = from; i < sentence.signs().size() && !sentence.mark(i, ",(;:、"); i++) {
            if (sentence.is(i, "take")) {
                return -1;
            }
            boolean land = sentence.is(i, "land")
                    || sentence.is(i, "collective")
                    || sentence.text(i, i + 1).startsWith("土地");
            if (land) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Span named(Span span) {
        String plain = span.plain();
        boolean named = plain.length() >= 3
                && plain.length() <= LONGEST
                && ENDS_OF_PLACES.contains(plain.substring(plain.length() - 1))
                && !plain.contains("详见")
                && !plain.contains("附");
        return named ? span : null;
    }
}
