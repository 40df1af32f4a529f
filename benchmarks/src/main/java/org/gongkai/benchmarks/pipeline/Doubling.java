package org.gongkai.benchmarks.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.core.DateText;
import org.gongkai.core.document.DocumentKind;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.privacy.PersonalData;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.ProgramText;

/** Reads hostile texts of doubling length, and prints how the time grows with it: about two times where it is linear. */
public final class Doubling {

    private static final int FIRST = 1 << 16;
    private static final int DOUBLINGS = 3;
    private static final int ROUNDS = 5;
    private static final List<String> RUNS = List.of(
            " ",
            "\n",
            "\u3000",
            "\u200b",
            "(",
            "〔",
            "）",
            "1",
            "1 ",
            "13800000000 ",
            "2023",
            "号",
            "第",
            "、",
            "<a ",
            "&#1",
            "某局会同",
            "户主：");

    private Doubling() {}

    /**
     * Measures and prints.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Map<String, Consumer<String>> readers = new LinkedHashMap<>();
        readers.put("document numbers", DocumentNumber::readAll);
        readers.put("kind of a title", DocumentKind::ofTitle);
        readers.put("agencies", Agency::readAll);
        readers.put("date", DateText::read);
        readers.put("personal data", PersonalData::find);
        readers.put("what programs leave", ProgramText::decode);
        readers.put("residue", ProgramText::residue);
        readers.put("folded text", LegacyText::folded);
        System.out.printf(
                "%ntexts of %,d to %,d characters%n%n| reader | worst text | ms at the longest | time for each doubling |%n|---|---|---:|---:|%n",
                FIRST, FIRST << DOUBLINGS);
        readers.forEach(Doubling::print);
    }

    private static void print(String name, Consumer<String> reader) {
        String worst = "";
        double longest = 0;
        for (String run : RUNS) {
            double time = time(reader, run, DOUBLINGS);
            if (time > longest) {
                longest = time;
                worst = run;
            }
        }
        double ratio = Math.pow(time(reader, worst, DOUBLINGS) / time(reader, worst, 0), 1.0 / DOUBLINGS);
        System.out.printf(
                Locale.ROOT,
                "| %s | `%s` | %.1f | %.2f |%n",
                name,
                worst.replace("\n", "\\n").replace("\u200b", "\\u200b"),
                longest,
                ratio);
    }

    /** The least of some rounds, in milliseconds: nothing makes a text take less than it takes. */
    private static double time(Consumer<String> reader, String run, int doublings) {
        String text = run.repeat((FIRST << doublings) / run.length());
        double least = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            reader.accept(text);
            least = Math.min(least, (System.nanoTime() - before) / 1e6);
        }
        return least;
    }
}
