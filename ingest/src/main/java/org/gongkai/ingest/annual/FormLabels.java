package org.gongkai.ingest.annual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.annual.FormRow;
import org.gongkai.core.annual.ReportForm;
import org.gongkai.core.annual.ReportTable;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Which row or column of the form a printed label names: numbering, brackets and quotes aside, in full or in short. */
record FormLabels(ReportForm form) {

    /** A longer cell, in characters, is no label of the form. */
    private static final int LONGEST = 80;

    private static final Pattern NUMBERING = Pattern.compile("^(?:[(（]?[一二三四五六七八九十\\d]{1,2}[)）、.．])+");
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}]");

    /** A label without its numbering, blanks and signs. */
    static String core(String label) {
        String whole = LegacyText.halfWidth(LegacyText.withoutBlanks(label));
        if (StringUtils.isAlphanumeric(whole)) {
            // Without a sign there is no numbering either, and so are nearly all cells.
            return whole;
        }
        return SIGNS.matcher(NUMBERING.matcher(whole).replaceFirst("")).replaceAll("");
    }

    /** Whether a label begins with a number. */
    static boolean numbered(String label) {
        return NUMBERING.matcher(LegacyText.halfWidth(label)).find();
    }

    /** The row of a table that a label names; of several the one of which the label says most. */
    @Nullable
    FormRow row(ReportTable table, String label) {
        String core = label.length() > LONGEST ? "" : core(label);
        if (core.isEmpty()) {
            return null;
        }
        FormRow best = null;
        int most = 0;
        for (FormRow each : form.rows(table)) {
            int fit = fit(core, each);
            if (fit > most) {
                most = fit;
                best = each;
            }
        }
        return best;
    }

    private static int fit(String core, FormRow row) {
        String full = core(row.label());
        String name = core(row.name());
        if (core.equals(full) || core.equals(name)) {
            return LONGEST + full.length();
        }
        if (core.startsWith(name) || core.endsWith(name)) {
            return name.length();
        }
        return name.length() > 2 && core.contains(name) ? name.length() : 0;
    }

    /** The place of the column that a label names, or -1; 合计 is a total, and a unit in brackets does not matter. */
    static int column(List<FormRow.Column> columns, String label) {
        String core = core(label);
        for (int i = 0; i < columns.size(); i++) {
            String own = core(columns.get(i).label());
            boolean total = columns.get(i).holds() == FormRow.Holds.TOTAL && core.equals("合计");
            boolean money = columns.get(i).holds() == FormRow.Holds.AMOUNT
                    && core.length() > 3
                    && (own.startsWith(core) || core.startsWith(own.substring(0, Math.min(6, own.length()))));
            if (core.equals(own) || total || money) {
                return i;
            }
        }
        return -1;
    }

    /** The columns of the rows of a table, for tables whose rows share them. */
    List<FormRow.Column> columns(ReportTable table) {
        return form.rows(table).stream()
                .map(FormRow::columns)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(new ArrayList<>());
    }
}
