package org.gongkai.export.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * The headings of the public tables of a room, as data: a column shows a field, whose label in the description of its kind is the
 * heading unless the form of such tables has a name of its own for it. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Headings headings = Headings.read(LandFiles.class.getResourceAsStream("headings.csv"));
 * headings.zh("plans");   // 年度, 序号, …
 * }</pre>
 */
public final class Headings {

    private static final String FILE = "headings.csv";
    private static final List<String> COLUMNS = List.of("table", "kind", "field", "zh", "en");

    private final Map<String, List<Bilingual>> tables;

    private Headings(Map<String, List<Bilingual>> tables) {
        this.tables = tables;
    }

    /**
     * Reads a file of headings: {@code table, kind, field, zh, en}, a line for each column in its order. A line without names
     * takes those of the field; one without a field gives both names.
     *
     * @param data the file, in UTF-8
     * @return the headings
     */
    public static Headings read(@Nullable InputStream data) {
        return Csv.shipped(data, FILE, Headings::parse);
    }

    private static Headings parse(Reader reader) throws IOException {
        Map<String, List<Bilingual>> tables = new HashMap<>();
        for (Csv.Row each : Csv.read(reader, FILE, COLUMNS)) {
            tables.computeIfAbsent(each.required("table"), any -> new ArrayList<>())
                    .add(heading(each));
        }
        tables.replaceAll((table, headings) -> List.copyOf(headings));
        return new Headings(Map.copyOf(tables));
    }

    private static Bilingual heading(Csv.Row row) throws IOException {
        String zh = row.text("zh");
        String en = row.text("en");
        String path = row.text("field");
        if (path == null) {
            return new Bilingual(row.required("zh"), row.required("en"));
        }
        RecordKind<?> kind = RecordKind.named(row.required("kind"));
        RecordField field = kind == null ? null : kind.field(path);
        if (field == null) {
            throw row.wrong("field", path, "a field of the kind");
        }
        Bilingual label = field.label();
        return new Bilingual(zh == null ? label.zh() : zh, en == null ? label.en() : en);
    }

    /**
     * The headings of a table in both languages.
     *
     * @param table its name in the file
     * @return the headings from the left
     */
    public List<Bilingual> of(String table) {
        return Objects.requireNonNull(tables.get(table), table);
    }

    /**
     * The Chinese headings of a table.
     *
     * @param table its name in the file
     * @return the headings from the left
     */
    public List<String> zh(String table) {
        return of(table).stream().map(Bilingual::zh).toList();
    }
}
