package org.gongkai.validation.rules;

import java.util.Collection;
import java.util.List;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordField.Search;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.ProgramText;

/** Asks of records of every kind that no text of theirs holds what a program left in it. */
public final class Residue {

    private static final String RULE = "record.text.residue";

    /** What is shown around the place, in characters. */
    private static final int AROUND = 12;

    private final Hearing hearing;

    private Residue(Hearing hearing) {
        this.hearing = hearing;
    }

    /** Reports of each text the first of it, with the text around. */
    public static void check(RecordKind<?> kind, DisclosureRecord record, Hearing hearing) {
        new Residue(hearing).fields(kind.fields(), (Record) (Object) record, "");
    }

    private void fields(List<RecordField> fields, Record owner, String pointer) {
        for (RecordField each : fields) {
            // Markup is at home in HTML.
            Object value = each.search() == Search.NONE || each.search() == Search.HTML ? null : each.read(owner);
            if (value != null) {
                value(
                        each,
                        value,
                        Hearing.step(new StringBuilder(pointer), each.name()).toString());
            }
        }
    }

    private void value(RecordField field, Object value, String pointer) {
        if (value instanceof Collection<?> many) {
            int i = 0;
            for (Object each : many) {
                value(field, each, pointer + '/' + i++);
            }
        } else if (!field.parts().isEmpty()) {
            fields(field.parts(), (Record) value, pointer);
        } else if (value instanceof Code code) {
            text(code.text(), pointer);
        } else if (value instanceof String text) {
            text(text, pointer);
        }
    }

    private void text(String text, String pointer) {
        String residue = ProgramText.residue(text);
        if (residue != null) {
            int at = text.indexOf(residue);
            int end = Math.min(text.length(), at + residue.length() + AROUND);
            hearing.report(RULE, pointer, text.substring(Math.max(0, at - AROUND), end), null);
        }
    }
}
