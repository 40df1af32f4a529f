package org.gongkai.validation.obligation;

import java.util.Collection;
import java.util.List;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a field directly in a record: that it is one of some texts, is none of them, or holds one of them.
 *
 * @param field the name of the field
 * @param how {@code =}, {@code !=} or {@code ~}
 * @param texts the texts; of a listed term its label counts
 */
public record RecordCondition(String field, String how, List<String> texts) {

    /** Creates a condition. */
    public RecordCondition {
        texts = List.copyOf(texts);
    }

    /** Reads 字段=值|值, 字段!=值 or 字段~部分; null when it is none. */
    static @Nullable RecordCondition read(String text, RecordKind<?> kind) {
        int at = -1;
        String how = "";
        for (String each : List.of("!=", "~", "=")) {
            if (at < 0 && text.contains(each)) {
                at = text.indexOf(each);
                how = each;
            }
        }
        if (at < 1 || kind.field(text.substring(0, at).strip()) == null) {
            return null;
        }
        List<String> texts = List.of(text.substring(at + how.length()).strip().split("\\|"));
        return new RecordCondition(text.substring(0, at).strip(), how, texts);
    }

    boolean holds(DisclosureRecord record, RecordKind<?> kind) {
        RecordField asked = kind.field(field);
        Object value = asked == null ? null : asked.read((Record) (Object) record);
        Collection<?> all = value == null ? List.of() : value instanceof Collection<?> many ? many : List.of(value);
        boolean any = all.stream().anyMatch(each -> texts.stream().anyMatch(text -> fits(text(each), text)));
        return how.equals("!=") != any;
    }

    private boolean fits(String value, String text) {
        String asked = LegacyText.folded(text);
        return how.equals("~")
                ? LegacyText.folded(value).contains(asked)
                : LegacyText.folded(value).equals(asked);
    }

    private static String text(Object value) {
        return value instanceof ListedTerm<?> term
                ? term.label()
                : value instanceof Code code ? code.text() : value.toString();
    }
}
