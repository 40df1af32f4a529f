package org.gongkai.core.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The reasons that readers give beside a finding. Findings keep them in English, so that they are the same in every run; a
 * person is told them in Chinese or English. They stand in {@code reasons.csv}, where {@code *} is what differs from case to case; the
 * Chinese has the first of several as {@code *} and the others as <code>{2}</code>, <code>{3}</code>. The first that fits counts.
 */
public final class Reasons {

    private static final List<Reason> ALL =
            Csv.shipped(Reasons.class.getResourceAsStream("reasons.csv"), "reasons.csv", Reasons::read);

    private Reasons() {}

    /** The words between what differs, and the Chinese. */
    private record Reason(List<String> words, String chinese) {

        /** What differs, or null where the text is another. */
        @Nullable
        List<String> slots(String text) {
            String last = words.get(words.size() - 1);
            if (!text.startsWith(words.get(0)) || words.size() == 1 && !text.equals(last)) {
                return null;
            }
            List<String> slots = new ArrayList<>();
            int at = words.get(0).length();
            for (int i = 1; i < words.size(); i++) {
                boolean ends = i == words.size() - 1;
                int next = ends ? text.length() - last.length() : text.indexOf(words.get(i), at);
                if (next < at || ends && !text.endsWith(last)) {
                    return null;
                }
                slots.add(text.substring(at, next));
                at = next + words.get(i).length();
            }
            return slots;
        }

        String with(List<String> slots) {
            StringBuilder said = new StringBuilder();
            for (int i = 0; i < chinese.length(); i++) {
                char each = chinese.charAt(i);
                boolean numbered = each == '{' && i + 2 < chinese.length() && chinese.charAt(i + 2) == '}';
                int slot = each == '*' ? 0 : numbered ? chinese.charAt(i + 1) - '1' : -1;
                if (slot < 0) {
                    said.append(each);
                } else {
                    said.append(slots.get(slot));
                    i += numbered ? 2 : 0;
                }
            }
            return said.toString();
        }
    }

    private static List<Reason> read(Reader reader) throws IOException {
        List<Reason> reasons = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the reasons", List.of("en", "zh"))) {
            reasons.add(new Reason(List.of(row.required("en").split("\\*", -1)), row.required("zh")));
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
                List<String> slots = each.slots(text);
                if (slots != null) {
                    return each.with(slots);
                }
            }
        }
        return text;
    }
}
