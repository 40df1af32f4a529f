package org.gongkai.ingest.listing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.catalogue.DisclosureChannel;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Reads channels of which some are marked as chosen: ■政府网站 □两微一端. Old programs leave 口 for □ and t for ■; they count as marks
 * before the name of a channel alone. A cell without marks lists what is chosen.
 */
final class ChosenMarks {

    private static final String CHOSEN = "■√✓✔☑●◆▲▣◼⬛";
    private static final String OPEN = "□☐○◇△◻⬜";
    /** What 口 and t stand for. */
    private static final char ODD_OPEN = '口';

    private static final char ODD_CHOSEN = 't';
    private static final Set<String> NAMES = names();

    private ChosenMarks() {}

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (DisclosureChannel.Channel each : DisclosureChannel.Channel.values()) {
            names.add(each.label());
            names.addAll(each.synonyms());
        }
        return names;
    }

    /** Whether a cell of a column of ticks says yes, no, or something else, which is null. */
    static @Nullable Boolean tick(String text) {
        String plain = LegacyText.withoutBlanks(text);
        if (plain.length() != 1) {
            return null;
        }
        char mark = plain.charAt(0);
        if (CHOSEN.indexOf(mark) >= 0 || mark == ODD_CHOSEN || mark == '是') {
            return true;
        }
        return OPEN.indexOf(mark) >= 0 || mark == ODD_OPEN || "×xX-—/否".indexOf(mark) >= 0 ? false : null;
    }

    /** The channels of a cell; none, but no fault, where nothing is marked. Null where no name stands at a mark. */
    static Reading<List<Object>> read(String text, List<String> unmarked) {
        List<Object> chosen = new ArrayList<>();
        boolean marked = false;
        boolean odd = false;
        int start = -1;
        boolean take = false;
        for (int i = 0; i <= text.length(); i++) {
            int mark = i == text.length() ? 0 : mark(text, i);
            if (i < text.length() && mark == 0) {
                continue;
            }
            if (take) {
                add(chosen, text.substring(start, i));
            }
            if (i < text.length()) {
                marked = true;
                odd |= Math.abs(mark) == 2;
                take = mark > 0;
                start = i + 1;
            }
        }
        if (!marked) {
            unmarked.forEach(each -> chosen.add(DisclosureChannel.parse(each)));
        }
        return new Reading<>(text, List.copyOf(chosen), odd ? List.of(Repair.STRAY_CHARACTERS) : List.of());
    }

    /** 1 for a mark of what is chosen, -1 for one of what is not, twice that for an odd one, 0 for none. */
    private static int mark(String text, int at) {
        char each = text.charAt(at);
        if (CHOSEN.indexOf(each) >= 0) {
            return 1;
        }
        if (OPEN.indexOf(each) >= 0) {
            return -1;
        }
        if (each != ODD_OPEN && each != ODD_CHOSEN) {
            return 0;
        }
        String behind = LegacyText.strip(text.substring(at + 1, Math.min(text.length(), at + 16)));
        boolean named = NAMES.stream().anyMatch(behind::startsWith);
        return !named ? 0 : each == ODD_OPEN ? -2 : 2;
    }

    private static void add(List<Object> chosen, String part) {
        String name = stripped(part);
        if (name.startsWith("其他") && name.length() > 2) {
            String other = stripped(name.substring(2));
            name = other.isEmpty() ? "其他" : other;
        }
        if (!name.isEmpty()) {
            chosen.add(DisclosureChannel.parse(name));
        }
    }

    /** Without what parts one name from the next, or stands around a name that was filled in. */
    private static String stripped(String part) {
        String bare = LegacyText.stripUnseen(part);
        int from = 0;
        int to = bare.length();
        while (from < to && "、，,；;：:_＿（(".indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        boolean opened = from > 0 && "（(".indexOf(bare.charAt(from - 1)) >= 0;
        while (to > from && "、，,；;：:_＿。".indexOf(bare.charAt(to - 1)) >= 0) {
            to--;
        }
        if (opened && to > from && "）)".indexOf(bare.charAt(to - 1)) >= 0) {
            to--;
        }
        return LegacyText.stripUnseen(bare.substring(from, to));
    }
}
