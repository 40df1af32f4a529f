package org.gongkai.validation.change;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.rules.FieldPath;
import org.jspecify.annotations.Nullable;

/** The lines of {@code changing.csv} for one kind of record, and the fields that they look at, each once. */
record ChangingFields(List<Field> fields, List<Line> lines) {

    private static final String TABLE = "changing.csv";
    private static final List<String> COLUMNS = List.of("kind", "field", "check", "was", "is", "unless", "by", "rule");

    /** What of a change is told. */
    enum Check {
        GONE,
        EMPTIED,
        CHANGED,
        TEXT,
        EARLIER,
        TENFOLD,
        TERM
    }

    /** A field that is looked at, by its name in the table. */
    record Field(String name, FieldPath path) {}

    /**
     * A line of the table.
     *
     * @param field the number of the field among those of the kind; -1 for the record as a whole
     * @param unless the numbers of the fields of which another value gives the reason
     */
    record Line(
            int field,
            Check check,
            Set<Long> was,
            Set<Long> is,
            List<Integer> unless,
            Set<Sayings.Saying> by,
            String rule) {}

    /** The shipped lines by kind, read anew at each call. */
    static Map<RecordKind<?>, ChangingFields> shipped() {
        return Csv.shipped(ChangingFields.class.getResourceAsStream(TABLE), TABLE, reader -> {
            Map<RecordKind<?>, ChangingFields> kinds = new LinkedHashMap<>();
            for (Csv.Row row : Csv.read(reader, TABLE, COLUMNS)) {
                RecordKind<?> kind = RecordKind.named(row.required("kind"));
                if (kind == null) {
                    throw row.wrong("kind", row.required("kind"), "a kind of record");
                }
                ChangingFields ofKind =
                        kinds.computeIfAbsent(kind, each -> new ChangingFields(new ArrayList<>(), new ArrayList<>()));
                try {
                    ofKind.lines.add(ofKind.line(kind, row));
                } catch (IllegalArgumentException e) {
                    throw row.wrong(e);
                }
            }
            return kinds;
        });
    }

    private Line line(RecordKind<?> kind, Csv.Row row) throws IOException {
        String field = row.text("field");
        return new Line(
                field == null ? -1 : number(kind, field),
                row.requiredOneOf(Check.class, "check"),
                terms(row.text("was")),
                terms(row.text("is")),
                parts(row.text("unless")).map(each -> number(kind, each)).toList(),
                parts(row.text("by")).map(Sayings.Saying::named).collect(Collectors.toUnmodifiableSet()),
                row.required("rule"));
    }

    private int number(RecordKind<?> kind, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        fields.add(new Field(name, FieldPath.of(kind.fields(), name)));
        return fields.size() - 1;
    }

    private static Set<Long> terms(@Nullable String cell) {
        return parts(cell).map(FieldState::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> parts(@Nullable String cell) {
        return cell == null ? Stream.of() : Stream.of(cell.split("\\|"));
    }
}
