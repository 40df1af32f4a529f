package org.gongkai.ingest.decision;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What the marks of one table say. √ says yes and × no wherever they stand; ○ is yes where it stands alone or beside ×, and no
 * beside ●. A legend has the last word, and a mark that may say either says nothing.
 */
final class Marks {

    private static final String YES = "是";
    private static final String NO = "否";
    private static final String LIST = "mark";
    /** A longer text, in characters, is a note of another kind. */
    private static final int LONGEST_LEGEND = 400;

    private static final Pattern LEGEND = Pattern.compile(
            "[“\"‘']?([^\\s\\p{IsHan}\\p{IsDigit}，,；;。：:“”\"‘’'（）()]|是|否|有|无|口)[”\"’']?(?:表示|代表|指|意为|为|[=＝:：])([^，,；;。、\\n]{1,20})");
    private static final Pattern NEGATED = Pattern.compile("^(?:该?(?:事项|程序))?(?:不|无|未|否|非|没有|暂不)");
    private static final Pattern OPTIONAL = Pattern.compile("可选|可以|视情|酌情|选择|根据需要|如需|建议|待定|部分");

    private static final DecisionTerms TERMS = DecisionTerms.standard();

    /** What a mark is by itself. */
    private enum Sort {
        /** √, ■, 有. */
        YES,
        /** ×, 无. */
        NO,
        /** ○: an empty sign, the counterpart of a full one or a sign of its own. */
        RING,
        /** □: a box to tick. */
        BOX,
        /** ◎: a sign that stands for nothing by itself. */
        SIGN;

        static @Nullable Sort of(String text) {
            String term = TERMS.term(LIST, text);
            return term == null
                    ? null
                    : switch (term) {
                        case Marks.YES -> YES;
                        case Marks.NO -> NO;
                        case "空圈" -> RING;
                        case "空框" -> BOX;
                        default -> SIGN;
                    };
        }
    }

    private final Map<String, Boolean> legend = new HashMap<>();
    private final Set<String> unclear = new HashSet<>();
    private final Set<Sort> sorts = EnumSet.noneOf(Sort.class);
    private final Set<String> open = new HashSet<>();
    private boolean blanks;

    /**
     * The marks of a table.
     *
     * @param cells the cells of all columns of marks
     * @param notes what stands around the table and in its headers
     */
    Marks(Collection<String> cells, List<String> notes) {
        notes.forEach(this::legend);
        for (String each : cells) {
            Sort sort = Sort.of(each);
            if (each.isBlank() || nothing(each)) {
                blanks = true;
            } else if (sort != null) {
                sorts.add(sort);
                if (sort != Sort.YES && sort != Sort.NO) {
                    open.add(LegacyText.withoutBlanks(each));
                }
            }
        }
    }

    /** Whether a text is a mark. */
    static boolean mark(String text) {
        return TERMS.term(LIST, text) != null;
    }

    private static boolean nothing(String text) {
        return LegacyText.nullToken(LegacyText.withoutInvisible(text)) && Sort.of(text) == null;
    }

    /** √表示需要履行，○表示可选. */
    private void legend(String note) {
        if (note.length() > LONGEST_LEGEND) {
            return;
        }
        Matcher each = LEGEND.matcher(note);
        while (each.find()) {
            String sign = each.group(1);
            if (mark(sign)) {
                String said = each.group(2).strip();
                if (OPTIONAL.matcher(said).find()) {
                    unclear.add(sign);
                } else {
                    legend.putIfAbsent(sign, !NEGATED.matcher(said).find());
                }
            }
        }
    }

    /** 是 or 否, or null where nothing says which. */
    Reading<String> read(String text) {
        String sign = LegacyText.withoutBlanks(text);
        Boolean told = unclear.contains(sign) ? null : legend.get(sign);
        if (told == null && !unclear.contains(sign)) {
            told = nothing(text) ? Boolean.FALSE : bySort(Sort.of(text));
        }
        String value = told == null ? null : told ? YES : NO;
        return new Reading<>(text, value, value == null || value.equals(text) ? List.of() : List.of(Repair.SYNONYM));
    }

    private @Nullable Boolean bySort(@Nullable Sort sort) {
        if (sort == null || sort == Sort.YES || sort == Sort.NO) {
            return sort == null ? null : sort == Sort.YES;
        }
        boolean yes = sorts.contains(Sort.YES);
        boolean no = sorts.contains(Sort.NO);
        if (open.size() > 1 || yes && no) {
            return null;
        }
        if (yes) {
            // Beside full signs and blanks an empty ring may be a third answer; a box is ticked or it is not.
            boolean empty = sort == Sort.BOX || sort == Sort.RING && !blanks;
            return empty ? Boolean.FALSE : null;
        }
        return sort == Sort.BOX && !no ? null : Boolean.TRUE;
    }
}
