package org.gongkai.core.kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField.Search;
import org.gongkai.core.text.JsonPointers;

/**
 * Goes through the texts of a record, at every depth and in its order: what people or programs wrote into its fields. Days and
 * terms of closed lists are left out, and so is the HTML beside the plain text that says the same. Unknown properties are no
 * fields.
 *
 * <pre>{@code
 * RecordTexts.visit(record, text -> System.out.println(text.pointer() + " " + text.value()));
 * }</pre>
 */
public final class RecordTexts {

    private final Consumer<Text> visitor;
    private final List<Object> steps = new ArrayList<>();

    private RecordTexts(Consumer<Text> visitor) {
        this.visitor = visitor;
    }

    /** A text of a record. It is valid while the visitor looks at it. */
    public final class Text {

        private final RecordField field;
        private final String value;

        private Text(RecordField field, String value) {
            this.field = field;
            this.value = value;
        }

        /**
         * The field that holds the text.
         *
         * @return the field
         */
        public RecordField field() {
            return field;
        }

        /**
         * The text; of a number its digits, of a code its text.
         *
         * @return the text
         */
        public String value() {
            return value;
        }

        /**
         * The JSON Pointer of the text, made when it is asked for.
         *
         * @return the pointer, such as {@code /attachments/0/name}
         */
        public String pointer() {
            StringBuilder pointer = new StringBuilder();
            for (Object each : steps) {
                pointer.append('/').append(JsonPointers.step(each.toString()));
            }
            return pointer.toString();
        }
    }

    /**
     * Shows a visitor each text of a record.
     *
     * @param record the record, not null
     * @param visitor looks at a text, not null
     */
    public static void visit(DisclosureRecord record, Consumer<Text> visitor) {
        new RecordTexts(visitor).fields(RecordKind.of(record).fields(), (Record) (Object) record);
    }

    private void fields(List<RecordField> fields, Record owner) {
        boolean texts = false;
        for (RecordField each : fields) {
            Object value = each.search() == Search.NONE ? null : each.read(owner);
            if (value != null && !(each.search() == Search.HTML && texts)) {
                steps.add(each.name());
                values(each, value);
                steps.remove(steps.size() - 1);
            }
            texts |= value instanceof String;
        }
    }

    private void values(RecordField field, Object value) {
        if (value instanceof String text) {
            visitor.accept(new Text(field, text));
        } else if (value instanceof Code code) {
            visitor.accept(new Text(field, code.text()));
        } else if (value instanceof Number) {
            visitor.accept(new Text(field, value.toString()));
        } else if (value instanceof Collection<?> many) {
            int i = 0;
            for (Object each : many) {
                steps.add(i++);
                values(field, each);
                steps.remove(steps.size() - 1);
            }
        } else if (!field.parts().isEmpty()) {
            fields(field.parts(), (Record) value);
        }
    }
}
