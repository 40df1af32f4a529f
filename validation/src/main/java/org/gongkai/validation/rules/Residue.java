package org.gongkai.validation.rules;

import org.gongkai.core.kind.RecordField.Search;
import org.gongkai.core.kind.RecordTexts;
import org.gongkai.core.text.ProgramText;

/** Asks of the texts of records of every kind that none holds what a program left in it. */
final class Residue {

    private static final String RULE = "record.text.residue";

    /** What is shown around the place, in characters. */
    private static final int AROUND = 12;

    private Residue() {}

    /** Reports of a text the first of it, with the text around. */
    static void check(RecordTexts.Text text, Hearing hearing) {
        // Markup is at home in HTML.
        String residue = text.field().search() == Search.HTML ? null : ProgramText.residue(text.value());
        if (residue != null) {
            int at = text.value().indexOf(residue);
            int end = Math.min(text.value().length(), at + residue.length() + AROUND);
            hearing.report(RULE, text.pointer(), text.value().substring(Math.max(0, at - AROUND), end), null);
        }
    }
}
