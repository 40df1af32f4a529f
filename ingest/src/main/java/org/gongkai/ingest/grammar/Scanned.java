package org.gongkai.ingest.grammar;

import java.util.List;
import org.gongkai.ingest.notice.NoticeText;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with its signs.
 *
 * @param sentence the sentence
 * @param signs its signs, which together are all of it
 */
public record Scanned(Sentence sentence, List<Sign> signs) {

    /** The sentences of a text, taken apart. */
    public static List<Scanned> of(NoticeText text, Vocabulary vocabulary) {
        return Sentence.of(text).stream()
                .map(each -> new Scanned(each, Scanner.scan(each, vocabulary)))
                .toList();
    }

    /** The sign with which some words of the sentence begin. */
    public int at(Span words) {
        int at = 0;
        while (at + 1 < signs.size() && signs.get(at).to() <= words.from()) {
            at++;
        }
        return at;
    }

    /** Where a sign stands. */
    public Span span(Sign sign) {
        return new Span(sentence, sign.from(), sign.to());
    }

    /** The words from one sign to another, the second included. */
    public Span span(int first, int last) {
        return new Span(sentence, signs.get(first).from(), signs.get(last).to());
    }

    /** The text from one sign to before another; empty where there are no such signs. */
    public String text(int first, int end) {
        return first >= end || first < 0 || end > signs.size()
                ? ""
                : sentence.plain()
                        .substring(signs.get(first).from(), signs.get(end - 1).to());
    }

    /** Whether a sign is one of those marks. */
    public boolean mark(int at, String marks) {
        return at >= 0 && at < signs.size() && signs.get(at).mark(sentence, marks);
    }

    /** Whether a sign is a word of that sort. */
    public boolean is(int at, String sort) {
        return at >= 0 && at < signs.size() && signs.get(at).is(sort);
    }

    /** What a sign that is a word of that sort means; null where it is none. */
    public @Nullable String value(int at, String sort) {
        return at >= 0 && at < signs.size() ? signs.get(at).value(sort) : null;
    }

    /** Whether the text behind a sign begins so. */
    public boolean follows(int at, String words) {
        return sentence.plain().startsWith(words, signs.get(at).to());
    }
}
