package org.gongkai.ingest.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.catalogue.LegalBasis;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Reads what a disclosure rests on out of one cell: 《…》（国务院令第711号）第二十条、《…》. What has no title marks is a title as it stands. */
final class CellBases {

    /** A longer bracket behind a title, in characters, holds a remark. */
    private static final int LONGEST_NUMBER = 40;

    private static final Pattern RANK = Pattern.compile("^[【\\[][^】\\]]{1,12}[】\\]]");
    private static final Pattern CLAUSE = Pattern.compile("第[〇零一二三四五六七八九十百\\d]{1,6}条[^，。；;\n]{0,40}");

    private CellBases() {}

    static List<LegalBasis> read(String text) {
        List<LegalBasis> bases = new ArrayList<>();
        for (String line : text.split("[\\n;；]")) {
            String rest = LegacyText.stripUnseen(line);
            Matcher rank = RANK.matcher(rest);
            rest = rank.find() ? rest.substring(rank.end()) : rest;
            if (rest.indexOf('《') < 0) {
                add(bases, rest.isEmpty() ? null : rest, "");
                continue;
            }
            String before = rest.substring(0, rest.indexOf('《')).replace("、", "");
            for (int at = rest.indexOf('《'); at >= 0; ) {
                int end = rest.indexOf('》', at);
                int next = end < 0 ? -1 : rest.indexOf('《', end);
                String title = rest.substring(at + 1, end < 0 ? rest.length() : end);
                add(bases, before + title, end < 0 ? "" : rest.substring(end + 1, next < 0 ? rest.length() : next));
                before = "";
                at = next;
            }
        }
        return bases;
    }

    private static void add(List<LegalBasis> bases, @Nullable String title, String behind) {
        if (title == null || LegacyText.blank(title)) {
            return;
        }
        Matcher clause = CLAUSE.matcher(behind);
        bases.add(new LegalBasis(
                LegacyText.stripUnseen(title),
                number(behind),
                clause.find() ? clause.group().strip() : null));
    }

    private static @Nullable DocumentNumber number(String behind) {
        int open = Math.max(behind.indexOf('('), behind.indexOf('（'));
        int close = Math.max(behind.lastIndexOf(')'), behind.lastIndexOf('）'));
        if (open != 0 || close < 0 || close - open > LONGEST_NUMBER) {
            return null;
        }
        String inside = behind.substring(open + 1, close);
        DocumentNumber number =
                inside.contains("号") ? DocumentNumber.read(inside).value() : null;
        return number != null && number.wellFormed() ? number : null;
    }
}
