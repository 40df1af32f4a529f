package org.gongkai.ingest.listing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.interpretation.SyncScheme;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What a column can hold: a field of the record by its path, a step of the three taken together by its name, or nothing that is
 * wanted.
 *
 * @param path the path, such as {@code interprets.documentNumber}; {@code sync:同步审签} for a step; {@code -} for a column that is
 *     not wanted
 */
record ListMeaning(String path) {

    static final ListMeaning NOT_WANTED = new ListMeaning("-");
    private static final String STEP = "sync:";

    /** The objects of which a record holds several. */
    enum Whole {
        INTERPRETS,
        SOURCES,
        SUBJECTS,
        SYNC,
        SPEAKERS,
        ATTACHMENTS,
        ITEMS;

        String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static @Nullable ListMeaning of(String path, RecordKind<?> kind) {
        return known(kind).contains(path) ? new ListMeaning(path) : null;
    }

    /** All meanings of a kind. */
    static Set<String> known(RecordKind<?> kind) {
        Set<String> known = new LinkedHashSet<>(Set.of("-"));
        for (RecordField each : kind.allFields()) {
            if (each.parts().isEmpty()) {
                known.add(each.path());
            }
        }
        if (kind.field("sync") != null) {
            known.removeIf(each -> each.startsWith("sync."));
            SyncScheme.standard().forEach(scheme -> scheme.steps().forEach(step -> known.add(STEP + step.label())));
        }
        return known;
    }

    boolean wanted() {
        return !equals(NOT_WANTED);
    }

    /** The step that the column dates, or null. */
    @Nullable
    String step() {
        return path.startsWith(STEP) ? path.substring(STEP.length()) : null;
    }

    /** The field whose type the cells have. */
    RecordField field(RecordKind<?> kind) {
        RecordField field = kind.field(step() == null ? path : "sync.doneOn");
        if (field == null) {
            throw new IllegalStateException(path);
        }
        return field;
    }

    /** The objects to which the column belongs, or null. */
    @Nullable
    Whole whole() {
        String first = step() != null ? "sync" : path.contains(".") ? path.substring(0, path.indexOf('.')) : "";
        return Arrays.stream(Whole.values())
                .filter(each -> each.path().equals(first))
                .findFirst()
                .orElse(null);
    }

    /** The name in the object. */
    String name() {
        return path.substring(path.indexOf('.') + 1);
    }

    /** Where it stands in the record; of several objects in the one of that number. */
    String pointer(int number) {
        Whole whole = whole();
        if (whole == null) {
            return '/' + path.replace('.', '/');
        }
        String name = step() == null ? name() : "doneOn";
        return '/' + whole.path() + '/' + number + '/' + name.replace('.', '/');
    }

    /** Whether it is an inner paper, which no account shows. */
    boolean inner(RecordKind<?> kind) {
        String first = step() != null ? "sync" : path.split("\\.")[0];
        RecordField field = kind.field(first);
        return field != null && field.inner();
    }

    static Set<String> defaults(RecordKind<?> kind) {
        return kind.fields().stream()
                .filter(each -> each.parts().isEmpty() && !each.inner())
                .map(RecordField::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
