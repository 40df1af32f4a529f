package org.gongkai.ingest.land;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gongkai.ingest.grammar.Labelled;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds where the land of a notice lies: 位于甲镇乙村, 拟征甲镇乙村地段的集体土地. */
final class LandPlace {

    private static final Set<String> ENDS_OF_PLACES =
            Set.of("镇", "乡", "村", "道", "区", "组", "社", "居", "庄", "屯", "县", "市", "内", "段", "会");

    private static final List<String> TAILS = List.of("地段", "地块", "范围内", "境内", "的部分", "部分", "农民集体", "内");

    /** What is written where a place would be, and is none. */
    private static final List<String> NO_PLACES = List.of("详见", "附", "征收", "拟征", "土地位置", "个村", "个社区", "个组");

    /** How the name of a town ends: 镇, 乡, 街道. */
    private static final Set<String> TOWN = Set.of("镇", "乡", "道");

    private static final int LONGEST = 60;

    private LandPlace() {}

    /** The first place that a sentence names, one within a town before a town; or null. */
    static @Nullable Span of(List<Scanned> sentences) {
        @Nullable Span town = null;
        for (Scanned each : sentences) {
            Span located = located(each);
            Span place = located == null ? taken(each) : located;
            if (place != null
                    && !TOWN.contains(place.plain().substring(place.plain().length() - 1))) {
                return place;
            }
            town = town == null ? place : town;
        }
        return town;
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

    /** The place that begins at a sign and goes up to the next mark; several places are one text; null where it is no name of a place. */
    static @Nullable Span at(Scanned sentence, int first, int end) {
        int from = behind(sentence, first, end);
        int to = from;
        while (to < end && !sentence.mark(to, ",(;:") && !sentence.is(to, "land") && !sentence.is(to, Labelled.LABEL)) {
            to++;
        }
        return to > from ? named(sentence.span(from, to - 1)) : null;
    }

    /** Behind 位于 and the like, where words such as 拟征收土地位于 begin the value. */
    private static int behind(Scanned sentence, int first, int end) {
        boolean sides = LandBounds.whole(sentence.sentence().plain());
        for (int i = first; i < end && (sides || !sentence.mark(i, ",(;:、")); i++) {
            if (sentence.is(i, "from")) {
                return i + 1;
            }
        }
        return first;
    }

    private static @Nullable Span taken(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            int end = sentence.is(i, "take") ? land(sentence, i + 1) : -1;
            Span place = end > i + 1 ? named(sentence.span(i + 1, end - 1)) : null;
            if (place != null && !wide(place.plain())) {
                return place;
            }
        }
        return null;
    }

    /** Where words for land follow before any mark, or -1. */
    private static int land(Scanned sentence, int from) {
        for (int i = from; i < sentence.signs().size() && !sentence.mark(i, ",(;:"); i++) {
            if (sentence.is(i, "take")) {
                return -1;
            }
            boolean land = sentence.is(i, "land")
                    || sentence.is(i, "collective")
                    || sentence.sentence()
                            .plain()
                            .startsWith("土地", sentence.signs().get(i).from());
            if (land) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a place is a whole county or city, which says of no land where it lies. */
    private static boolean wide(String place) {
        return place.endsWith("县") || place.endsWith("市") || place.endsWith("区") && !place.endsWith("社区");
    }

    private static @Nullable Span named(Span words) {
        Span span = bare(words);
        String plain = span.plain();
        boolean named = plain.length() >= 3
                && plain.length() <= LONGEST
                && Arrays.stream(plain.split("、")).allMatch(LandPlace::ends)
                && NO_PLACES.stream().noneMatch(plain::contains);
        return named ? span : null;
    }

    private static boolean ends(String place) {
        return place.length() >= 2 && ENDS_OF_PLACES.contains(place.substring(place.length() - 1));
    }

    /** A place without the words behind it that only say that it is land: 柳溪村地段. */
    private static Span bare(Span span) {
        for (String each : TAILS) {
            if (span.plain().endsWith(each)) {
                return new Span(span.sentence(), span.from(), span.to() - each.length());
            }
        }
        return span;
    }
}
