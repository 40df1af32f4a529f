package org.gongkai.ingest.land;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.core.land.Bounds;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/**
 * What the land of a notice borders on, with its words: in one sentence, or a side in each of several of one line.
 *
 * @param bounds the bounds
 * @param spans the words
 */
record LandBounds(Bounds bounds, List<Span> spans) {

    private static final Pattern SIDE = Pattern.compile("([东南西北])[至临邻接靠抵]");
    private static final Pattern BEGINS = Pattern.compile("^[东南西北][至临邻接靠抵].*");

    /** Whether words name what lies on each of the four sides. */
    static boolean whole(String plain) {
        return SIDE.matcher(plain)
                        .results()
                        .map(each -> each.group(1))
                        .distinct()
                        .count()
                == 4;
    }

    /** Whether words begin with what lies on one side. */
    static boolean begins(String plain) {
        return BEGINS.matcher(plain).matches();
    }

    /** The bounds that begin with some words; null where there are none. */
    static @Nullable LandBounds of(Span words, List<Scanned> sentences) {
        List<Span> spans = new ArrayList<>(List.of(words));
        int at = 0;
        while (at < sentences.size() && sentences.get(at).sentence() != words.sentence()) {
            at++;
        }
        for (int i = at + 1; i < sentences.size() && !whole(words.plain()); i++) {
            Scanned next = sentences.get(i);
            boolean further = next.sentence().row() == words.sentence().row()
                    && BEGINS.matcher(next.sentence().plain()).matches();
            if (!further) {
                break;
            }
            spans.add(next.sentence().whole());
        }
        String text = spans.stream().map(Span::words).collect(Collectors.joining("；"));
        Bounds bounds =
                (Bounds) LandValues.read(text, LandMeaning.BOUNDS, null, null).value();
        return bounds == null ? null : new LandBounds(bounds, spans);
    }

    /** The bounds that the only sentence with all four sides names; null where there are several such, or none. */
    static @Nullable LandBounds only(List<Scanned> sentences) {
        List<Scanned> all = sentences.stream()
                .filter(each -> whole(each.sentence().plain()))
                .toList();
        return all.size() == 1
                ? of(all.get(0).sentence().whole(), sentences)
                : all.isEmpty() ? parted(sentences) : null;
    }

    /** 位于甲镇乙村，东至甲河；南至乙路；…: the sides begin within a sentence and go on in those behind it. */
    private static @Nullable LandBounds parted(List<Scanned> sentences) {
        List<LandBounds> all = new ArrayList<>();
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            Matcher side = SIDE.matcher(plain);
            boolean clause = side.find() && (side.start() == 0 || ",:(".indexOf(plain.charAt(side.start() - 1)) >= 0);
            LandBounds bounds = clause ? of(new Span(each.sentence(), side.start(), plain.length()), sentences) : null;
            if (bounds != null && whole(bounds.spans().stream().map(Span::plain).collect(Collectors.joining(",")))) {
                all.add(bounds);
            }
        }
        return all.size() == 1 ? all.get(0) : null;
    }
}
