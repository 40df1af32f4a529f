package org.gongkai.validation.interpretation;

import java.util.Arrays;

/**
 * The sentences of a text as numbers, by which it is told how much of one text stands in another. Each sentence is known by its letters
 * and digits; two of one number among some thousand do not happen.
 */
final class SentencePrint {

    /** A shorter sentence, in characters, is a heading or a date and says nothing of copying. */
    private static final int SHORTEST = 8;

    /** Of fewer sentences no share is told. */
    private static final int FEWEST = 3;

    private static final String ENDS = "。！？；!?;\n";

    private static final String BLANKS = " \u3000\t";
    private static final String COUNTING = "（(第一二三四五六七八九十百0123456789)）";
    private static final String CLOSING = "、.．）)条";
    private static final int LONGEST_NUMBER = 8;

    private SentencePrint() {}

    /** The sentences of a text, sorted, in one pass. */
    static int[] of(String text) {
        int[] prints = new int[16];
        int count = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0) {
                int hash = 0;
                int length = 0;
                for (int at = behindNumber(text, start, i); at < i; at++) {
                    if (Character.isLetterOrDigit(text.charAt(at))) {
                        hash = 31 * hash + text.charAt(at);
                        length++;
                    }
                }
                if (length >= SHORTEST) {
                    prints = count == prints.length ? Arrays.copyOf(prints, 2 * count) : prints;
                    prints[count++] = hash * 31 + length;
                }
                start = i + 1;
            }
        }
        int[] all = Arrays.copyOf(prints, count);
        Arrays.sort(all);
        return all;
    }

    /** Where a sentence begins behind what counts it: 一、 （三） 2. 第五条. */
    private static int behindNumber(String text, int start, int end) {
        int at = start;
        while (at < end && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int from = at;
        while (at < end && at - from < LONGEST_NUMBER && COUNTING.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at > from && at < end && CLOSING.indexOf(text.charAt(at)) >= 0) {
            return at + 1;
        }
        return at > from + 1 && CLOSING.indexOf(text.charAt(at - 1)) >= 0 ? at : start;
    }

    /** How many of a text's sentences stand in another, or -1 when it has too few to tell. */
    static int shared(int[] text, int[] other) {
        if (text.length < FEWEST) {
            return -1;
        }
        int shared = 0;
        for (int each : text) {
            shared += Arrays.binarySearch(other, each) >= 0 ? 1 : 0;
        }
        return shared;
    }
}
