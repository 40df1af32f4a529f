package org.gongkai.ingest.land;

import java.util.List;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sentence;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds the government that issues a notice: in its title, or below its text. */
final class LandIssuer {

    static final String GOVERNMENT = "人民政府";

    /** A longer line, in characters, is no title. */
    private static final int LONGEST_TITLE = 80;

    private static final List<String> TITLES = List.of("公告", "通告", "公示");

    private LandIssuer() {}

    /** The title where it is the first line, a number in brackets behind it aside; or null. */
    static @Nullable Span title(List<Scanned> sentences) {
        if (sentences.isEmpty()) {
            return null;
        }
        Sentence first = sentences.get(0).sentence();
        int open = first.plain().endsWith("号)")
                ? first.plain().indexOf('(')
                : first.plain().length();
        boolean titled = open > 0
                && open <= LONGEST_TITLE
                && first.numbering().level() == 0
                && TITLES.stream().anyMatch(first.plain().substring(0, open)::endsWith);
        return titled ? new Span(first, 0, open) : null;
    }

    /** The government that the title of the source begins with: 甲县人民政府征收土地公告; or null. */
    static @Nullable String ofTitle(@Nullable String title) {
        int end = title == null ? -1 : title.indexOf(GOVERNMENT);
        boolean named = title != null && named(title, end) && TITLES.stream().anyMatch(title::contains);
        return named ? title.substring(0, end + GOVERNMENT.length()) : null;
    }

    private static boolean named(String words, int end) {
        return end >= 2 && end <= 16 && words.substring(0, end).chars().allMatch(Character::isIdeographic);
    }

    static @Nullable Span of(List<Scanned> sentences) {
        Span signed = null;
        for (Scanned each : sentences) {
            String plain = each.sentence().plain();
            int end = plain.indexOf(GOVERNMENT);
            boolean named = named(plain, end);
            boolean alone = named && end + GOVERNMENT.length() == plain.length();
            boolean titled = named
                    && plain.contains("公告")
                    && plain.length() < 60
                    && each.sentence().first();
            if (alone || titled) {
                signed = new Span(each.sentence(), 0, end + GOVERNMENT.length());
            }
        }
        if (signed == null && !sentences.isEmpty()) {
            signed = beforeDay(sentences.get(sentences.size() - 1));
        }
        return signed;
    }

    /** 甲区人民政府2021年11月15日 in one line at the end. */
    private static @Nullable Span beforeDay(Scanned last) {
        int size = last.signs().size();
        String plain = last.sentence().plain();
        DayText day = last.signs().get(size - 1).day();
        int end = day == null ? -1 : last.signs().get(size - 1).from();
        if (end < GOVERNMENT.length() || !plain.startsWith(GOVERNMENT, end - GOVERNMENT.length())) {
            return null;
        }
        int from = end - GOVERNMENT.length();
        while (from > 0 && Character.isIdeographic(plain.charAt(from - 1)) && end - from < 16) {
            from--;
        }
        return from == 0 || !Character.isIdeographic(plain.charAt(from - 1))
                ? new Span(last.sentence(), from, end)
                : null;
    }
}
