package org.gongkai.core.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/** What {@code fields.csv} says of components; each room has such a file for the record types that stand in it. */
final class FieldLabels {

    private static final String FILE = "fields.csv";
    private static final List<String> COLUMNS = List.of("type", "component", "zh", "en", "personal", "leaves");

    private final Map<Package, Map<String, Line>> rooms = new HashMap<>();

    /** What is said of one component. */
    record Line(Bilingual label, RecordField.Search search, boolean leaves, boolean inner) {}

    /** The line of a component; a component without one is a fault of this library, told when its kind is first asked. */
    Line line(RecordComponent component) {
        Class<?> type = component.getDeclaringRecord();
        Map<String, Line> room = rooms.computeIfAbsent(type.getPackage(), each -> read(type));
        Line line = room.get(type.getSimpleName() + '.' + component.getName());
        if (line == null) {
            throw new IllegalStateException(
                    FILE + " beside " + type.getName() + " has no line for " + component.getName());
        }
        return line;
    }

    /** The names, as type and component, that the file of a room has a line for. */
    static Map<String, Line> read(Class<?> ofRoom) {
        Map<String, Line> lines = new HashMap<>();
        try (InputStream data = Objects.requireNonNull(ofRoom.getResourceAsStream(FILE), FILE);
                Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            for (Csv.Row each : Csv.read(reader, FILE, COLUMNS)) {
                String name = each.required("type") + '.' + each.required("component");
                RecordField.Search search = each.oneOf(RecordField.Search.class, "personal");
                Line line = new Line(
                        new Bilingual(each.required("zh"), each.required("en")),
                        search == null ? RecordField.Search.WHOLE : search,
                        !"no".equals(leaves(each)),
                        "inner".equals(leaves(each)));
                if (lines.put(name, line) != null) {
                    throw each.wrong("component", name, "one line for each component");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static @Nullable String leaves(Csv.Row row) throws IOException {
        String text = row.text("leaves");
        if (text != null && !text.equals("no") && !text.equals("inner")) {
            throw row.wrong("leaves", text, "no, inner or nothing");
        }
        return text;
    }
}
