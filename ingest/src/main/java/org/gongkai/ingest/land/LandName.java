package org.gongkai.ingest.land;

import java.util.List;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Span;
import org.jspecify.annotations.Nullable;

/** Finds the name of the project of a notice: 甲县2024年度第2批次城市建设用地, or what the land is needed for. */
final class LandName {

    private static final int LONGEST = 80;

    private LandName() {}

    /** The first name that a sentence gives, or null. */
    static @Nullable Span of(List<Scanned> sentences) {
        for (Scanned each : sentences) {
            Span batch = batch(each);
            Span name = batch == null ? needed(each) : batch;
            if (name != null && fits(name)) {
                return name;
            }
        }
        return null;
    }

    /** Whether words are as short as a name. */
    static boolean fits(Span words) {
        return words.plain().length() <= LONGEST;
    }

    /** 甲县2024年度第2批次城市建设用地已于…, at the beginning of a sentence; or null. */
    private static @Nullable Span batch(Scanned sentence) {
        String plain = sentence.sentence().plain();
        int batch = plain.indexOf("批次");
        int land = batch < 0 ? -1 : plain.indexOf("用地", batch);
        int end = land + "用地".length();
        boolean named = land > 0 && (plain.startsWith("已", end) || plain.length() == end) && end <= LONGEST;
        return named ? new Span(sentence.sentence(), 0, end) : null;
    }

    /** 为建设甲项目，: 因甲建设用地需要，: 拟用于甲项目建设; or null. */
    static @Nullable Span needed(Scanned sentence) {
        for (int i = 0; i < sentence.signs().size(); i++) {
            if (!sentence.is(i, "need")) {
                continue;
            }
            int end = i + 1;
            while (end < sentence.signs().size() && !sentence.mark(end, ",(") && !sentence.is(end, "need-end")) {
                end++;
            }
            String words = sentence.text(i + 1, end);
            boolean because = sentence.text(i, i + 1).startsWith("因");
            boolean told = sentence.is(end, "need-end") || !because && (words.contains("项目") || words.contains("工程"));
            if (told && (words.contains("项目") || words.contains("用地") || words.contains("工程"))) {
                Span span = sentence.span(i + 1, end - 1);
                return new Span(sentence.sentence(), span.from(), span.to() - building(words, because));
            }
        }
        return null;
    }

    /** How many of the last characters say that it is to be built, which is no part of its name. */
    private static int building(String words, boolean because) {
        if (words.endsWith("等项目建设")) {
            return "项目建设".length();
        }
        return words.endsWith("项目建设") || because && words.endsWith("建设") ? "建设".length() : 0;
    }
}
