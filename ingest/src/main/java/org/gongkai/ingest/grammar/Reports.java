package org.gongkai.ingest.grammar;

import java.util.List;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;

/** Tells a newspaper's report on a notice from the notice. */
public final class Reports {

    /** By these words newspapers say from whom they have it; no authority writes so. */
    private static final List<String> WORDS = List.of("本报讯", "记者", "通讯员", "新华社", "据报道", "本台消息", "日报讯", "晚报讯");

    private Reports() {}

    /** The words by which a text is a report, or null for a notice. */
    public static @Nullable String word(NoticeText text) {
        for (NoticeText.Line line : text.lines()) {
            for (String each : WORDS) {
                if (line.text().contains(each)) {
                    return each;
                }
            }
        }
        return null;
    }
}
