package org.gongkai.export.notice;

import java.util.List;
import org.gongkai.core.kind.RecordField;
import org.jspecify.annotations.Nullable;

/** A piece of a line of a form. */
sealed interface FormPart {

    /** Words that stand as they are. */
    record Words(String text) implements FormPart {}

    /** A value of the record, or of the item of a list that the slot stands in. */
    record Slot(Way way) implements FormPart {}

    /** The number of the paragraph among those that are written and have one. */
    record Number() implements FormPart {}

    /**
     * The first of several writings of which all values are there.
     *
     * @param must whether there is no value where there is no such writing; else there is just nothing
     */
    record Either(List<List<FormPart>> writings, boolean must) implements FormPart {}

    /** The same for each item of a list for which all tests hold; no value where there is no such item. */
    record Each(Way way, String by, List<Test> tests, List<FormPart> parts) implements FormPart {}

    /** No text: the value must be one of some, or equal to another of the record; else there is no value. */
    record Test(Way way, List<String> wanted, @Nullable Way other, boolean not) implements FormPart {}

    /** The way from a record, or from an item of a list, to a value. */
    record Way(List<RecordField> fields) {

        RecordField last() {
            return fields.get(fields.size() - 1);
        }
    }
}
