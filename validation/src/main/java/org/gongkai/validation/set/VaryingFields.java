package org.gongkai.validation.set;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.rules.FieldPath;
import org.jspecify.annotations.Nullable;

/** The lines of {@code varying.csv}: which field of which kind varies from record to record, and what is counted of it. */
final class VaryingFields {

    private static final String TABLE = "varying.csv";
    private static final List<String> COLUMNS = List.of("kind", "field", "check", "other", "rule");

    /** What is counted. */
    enum Check {
        ONE,
        COMMONEST,
        OTHERS,
        EQUAL,
        AGAIN
    }

    /** @param other the second field, of those checks that look at two */
    record Line(
            RecordKind<?> kind,
            String name,
            FieldPath path,
            Check check,
            @Nullable FieldPath other,
            String rule) {}

    private VaryingFields() {}

    /** The shipped lines, read anew at each call. */
    static List<Line> shipped() {
        return Csv.shipped(VaryingFields.class.getResourceAsStream(TABLE), TABLE, reader -> {
            List<Line> lines = new ArrayList<>();
            for (Csv.Row row : Csv.read(reader, TABLE, COLUMNS)) {
                RecordKind<?> kind = RecordKind.named(row.required("kind"));
                if (kind == null) {
                    throw row.wrong("kind", row.required("kind"), "a kind of record");
                }
                try {
                    String name = row.required("field");
                    String other = row.text("other");
                    lines.add(new Line(
                            kind,
                            name,
                            FieldPath.of(kind.fields(), name),
                            row.requiredOneOf(Check.class, "check"),
                            other == null ? null : FieldPath.of(kind.fields(), other),
                            row.required("rule")));
                } catch (IllegalArgumentException e) {
                    throw row.wrong(e);
                }
            }
            return List.copyOf(lines);
        });
    }
}
