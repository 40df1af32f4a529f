package org.gongkai.core.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.Bilingual;

/**
 * The reasons that readers give beside a finding. Findings keep them in English, so that they are the same in every run; a
 * person is told them in Chinese or English. They stand in {@code reasons.csv}, where {@code *} is what differs from case to case.
 */
public final class Reasons {

    private static final List<Reason> ALL =
            Csv.shipped(Reasons.class.getResourceAsStream("reasons.csv"), "reasons.csv", Reasons::read);

    private Reasons() {}

    private record Reason(String before, String behind, boolean open, String chinese) {

        boolean is(String text) {
            return open
                    ? text.length() >= before.length() + behind.length()
                            && text.startsWith(before)
                            && text.endsWith(behind)
                    : text.equals(before);
        }

        String in(String text) {
            return chinese.replace("*", text.substring(before.length(), text.length() - behind.length()));
        }
    }

    private static List<Reason> read(Reader reader) throws IOException {
        List<Reason> reasons = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the reasons", List.of("en", "zh"))) {
            String english = row.required("en");
            int slot = english.indexOf('*');
            reasons.add(
                    slot < 0
                            ? new Reason(english, "", false, row.required("zh"))
                            : new Reason(
                                    english.substring(0, slot), english.substring(slot + 1), true, row.required("zh")));
        }
        return List.copyOf(reasons);
    }

    /**
     * Says a reason to a person.
     *
     * @param text a reason of a reader, or any other value, not null
     * @param language Chinese is answered in Chinese and any other in English
     * @return the reason in that language; a value that is no known reason as it is
     */
    public static String in(String text, Locale language) {
        if (Bilingual.isChinese(language)) {
            for (Reason each : ALL) {
                if (each.is(text)) {
                    return each.in(text);
                }
            }
        }
        return text;
    }
}
