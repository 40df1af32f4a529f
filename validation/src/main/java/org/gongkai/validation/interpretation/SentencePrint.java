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

    private SentencePrint() {}

    /** The sentences of a text, sorted, in one pass. */
    static int[] of(String text) {
        int[] prints = new int[16];
        int count = 0;
        int hash = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            char each = i == text.length() ? '\n' : text.charAt(i);
            if (ENDS.indexOf(each) >= 0) {
                if (length >= SHORTEST) {
                    prints = count == prints.length ? Arrays.copyOf(prints, 2 * count) : prints;
                    prints[count++] = hash * 31 + length;
                }
                hash = 0;
                length = 0;
            } else if (Character.isLetterOrDigit(each)) {
                hash = 31 * hash + each;
                length++;
            }
        }
        int[] all = Arrays.copyOf(prints, count);
        Arrays.sort(all);
        return all;
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
