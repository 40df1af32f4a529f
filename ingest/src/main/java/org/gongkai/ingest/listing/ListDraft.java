package org.gongkai.ingest.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.interpretation.PolicyPackageItem;
import org.gongkai.core.interpretation.PolicyReference;
import org.gongkai.core.interpretation.PressSpeaker;
import org.gongkai.core.interpretation.SyncStep;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/** What the rows of one record give, by path; objects of which a record holds several are put together from their columns. Not thread-safe. */
final class ListDraft {

    private final RecordKind<?> kind;
    private final Map<String, Object> values = new HashMap<>();
    /** The columns of objects: of each row a list of values by the names in the object. */
    private final Map<String, List<Map<String, List<Object>>>> objects = new LinkedHashMap<>();

    ListDraft(RecordKind<?> kind) {
        this.kind = kind;
    }

    boolean has(String path) {
        return values.containsKey(path);
    }

    @Nullable
    Object value(String path) {
        return values.get(path);
    }

    void put(String path, Object value) {
        values.put(path, value);
    }

    /** Begins the objects of another row. */
    void nextRow(ListMeaning.Whole whole) {
        objects.computeIfAbsent(whole.path(), each -> new ArrayList<>()).add(new HashMap<>());
    }

    /** How many objects the rows before gave. */
    int before(ListMeaning.Whole whole) {
        List<Map<String, List<Object>>> rows = objects.getOrDefault(whole.path(), List.of());
        int count = 0;
        for (int i = 0; i < rows.size() - 1; i++) {
            count += length(rows.get(i));
        }
        return count;
    }

    /** Whether values of a column fit those of the others of its row: as many, or one for all. */
    boolean fits(ListMeaning.Whole whole, int count) {
        int others = length(row(whole));
        return others <= 1 || count == 1 || count == others;
    }

    boolean has(ListMeaning.Whole whole, String name) {
        return row(whole).containsKey(name);
    }

    void put(ListMeaning.Whole whole, String name, List<Object> all) {
        row(whole).put(name, all);
    }

    private Map<String, List<Object>> row(ListMeaning.Whole whole) {
        List<Map<String, List<Object>>> rows = objects.computeIfAbsent(whole.path(), each -> new ArrayList<>());
        if (rows.isEmpty()) {
            rows.add(new HashMap<>());
        }
        return rows.get(rows.size() - 1);
    }

    private static int length(Map<String, List<Object>> row) {
        return row.values().stream().mapToInt(List::size).max().orElse(0);
    }

    DisclosureRecord build() {
        Map<String, Object> all = new HashMap<>(values);
        for (ListMeaning.Whole whole : ListMeaning.Whole.values()) {
            List<Object> made = new ArrayList<>();
            for (Map<String, List<Object>> row : objects.getOrDefault(whole.path(), List.of())) {
                for (int i = 0; i < length(row); i++) {
                    made.add(made(whole, new Cells(row, i)));
                }
            }
            if (!made.isEmpty()) {
                all.put(whole.path(), made);
            }
        }
        return kind.assemble(all, Map.of());
    }

    private static Object made(ListMeaning.Whole whole, Cells cells) {
        return switch (whole) {
            case INTERPRETS, SOURCES, SUBJECTS -> cells.reference("");
            case SYNC -> new SyncStep(cells.text("step"), (LocalDate) cells.get("doneOn"));
            case SPEAKERS -> new PressSpeaker(cells.text("name"), cells.text("post"));
            case ATTACHMENTS -> new Attachment(cells.text("name"), null, null, null, cells.text("url"));
            case ITEMS ->
                new PolicyPackageItem(
                        cells.document(),
                        cells.text("benefit"),
                        cells.text("conditions"),
                        cells.text("materials"),
                        cells.text("window"),
                        (LocalDate) cells.get("deadline"),
                        cells.text("url"));
        };
    }

    /** The values of one object among those of its row. */
    private record Cells(Map<String, List<Object>> row, int at) {

        @Nullable
        Object get(String name) {
            List<Object> all = row.getOrDefault(name, List.of());
            // One clause, or one benefit, of several documents holds for each.
            return all.isEmpty() ? null : all.get(Math.min(at, all.size() - 1));
        }

        @Nullable
        String text(String name) {
            return (String) get(name);
        }

        PolicyReference reference(String before) {
            String title = text(before + "title");
            DocumentNumber number = (DocumentNumber) get(before + "documentNumber");
            String clause = text(before + "clause");
            // 《…》（某发〔2024〕3号）第三条 in one cell, unless a column of its own gives another number.
            PolicyReference named = title == null ? null : PolicyReference.named(title);
            if (named != null
                    && (named.documentNumber() != null || named.clause() != null)
                    && (number == null || named.documentNumber() == null || number.equals(named.documentNumber()))) {
                title = named.title();
                number = number == null ? named.documentNumber() : number;
                clause = both(named.clause(), clause);
            }
            return new PolicyReference(
                    number, title, (IndexNumber) get(before + "indexNumber"), text(before + "url"), clause);
        }

        private static @Nullable String both(@Nullable String one, @Nullable String other) {
            return one == null || one.equals(other) ? other : other == null ? one : one + '；' + other;
        }

        @Nullable
        PolicyReference document() {
            PolicyReference document = reference("document.");
            return document.names() || document.clause() != null ? document : null;
        }
    }
}
