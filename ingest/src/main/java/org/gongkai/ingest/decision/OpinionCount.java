package org.gongkai.ingest.decision;

import java.util.List;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.jspecify.annotations.Nullable;

/**
 * What a number of opinions counts.
 *
 * @param sort {@code adopted}, {@code partly}, {@code rejected}, {@code received}, or {@code channel} for those of one way
 * @param end behind the last sign that says so, where that stands behind the number
 */
record OpinionCount(String sort, int end) {

    private static final List<String> RESULTS = List.of("partly", "rejected", "adopted");

    /** So many signs behind a number may stand before the word for what became of it. */
    private static final int FURTHEST = 40;

    /**
     * By the word nearest before the number, or behind it in its clause: 2条予以采纳.
     *
     * @param from the first sign that says nothing of an earlier number
     * @param at the sign of the number
     * @return null where no word says it, or where two results share the number (采纳或部分采纳10条)
     */
    static @Nullable OpinionCount of(Scanned sentence, int from, int at) {
        boolean whole = false;
        for (int i = at - 1; i >= from; i--) {
            Sign sign = sentence.signs().get(i);
            String result = result(sign);
            whole |= sign.is("whole");
            if (result != null) {
                return shared(sentence, from, i, result) ? null : new OpinionCount(result, at);
            }
            if (sign.is("channel") && !whole) {
                return new OpinionCount("channel", at);
            }
            if (sign.is("received")) {
                return new OpinionCount(!whole && byOneWay(sentence, from, i) ? "channel" : "received", at);
            }
        }
        OpinionCount behind = behind(sentence, at);
        return behind == null && whole ? new OpinionCount("received", at) : behind;
    }

    private static @Nullable String result(Sign sign) {
        return RESULTS.stream().filter(sign::is).findFirst().orElse(null);
    }

    /** Whether another result stands in the same clause before this one. */
    private static boolean shared(Scanned sentence, int from, int at, String own) {
        for (int i = at - 1; i >= from && !sentence.mark(i, ",(:"); i--) {
            String other = result(sentence.signs().get(i));
            if (other != null && !other.equals(own)) {
                return true;
            }
        }
        return false;
    }

    /** 通过电子邮件收到2条: whether a way stands before the word in its clause. */
    private static boolean byOneWay(Scanned sentence, int from, int at) {
        for (int i = at - 1; i >= from && !sentence.mark(i, ",(:"); i--) {
            if (sentence.is(i, "channel") && !sentence.is(i, "whole")) {
                return sentence.text(Math.max(from, i - 2), i).contains("通过") || sentence.is(at - 1, "channel");
            }
        }
        return false;
    }

    /** Whether a mark ends the clause; in 剩余3条意见，经研究不予采纳 what became of them stands behind it. */
    private static boolean stops(Scanned sentence, int at) {
        return sentence.mark(at, ",(") && !(sentence.mark(at, ",") && sentence.is(at + 1, "answer"));
    }

    private static @Nullable OpinionCount behind(Scanned sentence, int at) {
        int end = Math.min(at + FURTHEST, sentence.signs().size());
        for (int i = at + 2; i < end && !stops(sentence, i); i++) {
            Sign sign = sentence.signs().get(i);
            String result = result(sign);
            if (result != null) {
                return new OpinionCount(result, i + 1);
            }
            if (sign.kind() == Sign.Kind.NUMBER) {
                return null;
            }
        }
        return null;
    }
}
