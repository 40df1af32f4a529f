package org.gongkai.ingest.grammar;

import java.util.List;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/** What stands at the head of a notice, above its text. */
public final class NoticeHead {

    /** So many sentences at the beginning may hold the number of the notice. */
    private static final int HEAD = 5;

    private static final List<String> TITLES = List.of("公告", "通告", "公示", "通知", "方案");

    private NoticeHead() {}

    /** The number of the notice itself: a line of its own at the beginning, perhaps in brackets, or in brackets behind the title; or null. */
    public static @Nullable Span number(List<Scanned> sentences) {
        for (Scanned each : sentences.subList(0, Math.min(HEAD, sentences.size()))) {
            String plain = each.sentence().plain();
            int open = plain.endsWith(")") ? plain.lastIndexOf('(') : -1;
            boolean behindTitle = open == 0 || open > 0 && TITLES.stream().anyMatch(plain.substring(0, open)::endsWith);
            Span span = behindTitle
                    ? new Span(each.sentence(), open + 1, plain.length() - 1)
                    : each.sentence().whole();
            if (span.plain().endsWith("号") && numbered(span)) {
                return span;
            }
        }
        return null;
    }

    /** Whether words are the number of a document and nothing else. */
    private static boolean numbered(Span words) {
        DocumentNumber number = DocumentNumber.read(words.words()).value();
        return number != null && number.wellFormed();
    }
}
