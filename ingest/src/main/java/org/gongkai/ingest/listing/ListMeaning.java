package org.gongkai.ingest.listing;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.interpretation.SyncScheme;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.work.ResponsibleBody;
import org.jspecify.annotations.Nullable;

/**
 * What a column can hold: a field of the record by its path, terms of a list that a tick in the column chooses, the role of those whom it names, a step of the three
 * taken together by its name, or nothing that is wanted.
 *
 * @param path the path, such as {@code interprets.documentNumber}; {@code audience=全社会} for a column of ticks;
 *     {@code sync:同步审签} for a step; {@code -} for a column that is not wanted
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
        ListMeaning meaning = new ListMeaning(path);
        RecordField ticked = meaning.terms().isEmpty() ? null : kind.field(meaning.name());
        boolean ticks = ticked != null && ticked.many();
        return ticks || known(kind).contains(path) ? meaning : null;
    }

    /** All meanings of a kind. */
    static Set<String> known(RecordKind<?> kind) {
        Set<String> known = new LinkedHashSet<>(Set.of("-"));
        for (RecordField each : kind.allFields()) {
            if (readable(each, kind)) {
                known.add(each.path());
            }
        }
        if (kind.field("sync") != null) {
            known.removeIf(each -> each.startsWith("sync."));
            SyncScheme.standard().forEach(scheme -> scheme.steps().forEach(step -> known.add(STEP + step.label())));
        }
        return known;
    }

    /** Whether a cell can hold the field: as one value, or as a part of one object, or of several of a kind that is put together. */
    private static boolean readable(RecordField field, RecordKind<?> kind) {
        if (!field.parts().isEmpty()) {
            return ListValues.inOneCell(field.type());
        }
        int dot = field.path().lastIndexOf('.');
        RecordField owner = dot < 0 ? null : kind.field(field.path().substring(0, dot));
        return owner == null || !owner.many() || new ListMeaning(field.path()).whole() != null;
    }

    /** The terms that a tick in the column chooses; empty for a column of another kind. */
    List<String> terms() {
        int at = path.indexOf('=');
        return at < 0 ? List.of() : List.of(path.substring(at + 1).split("\\|"));
    }

    /** Whether its cells name who is responsible; the term is the role then. */
    boolean ofBodies(RecordKind<?> kind) {
        return wanted() && step() == null && field(kind).type() == ResponsibleBody.class;
    }

    /** The same column one level further down, as 二级事项 is printed 一级事项 a second time; null for one that counts no levels. */
    @Nullable
    ListMeaning next(RecordKind<?> kind) {
        char level = path.charAt(path.length() - 1);
        String next = path.substring(0, path.length() - 1) + (char) (level + 1);
        return level >= '1' && level < '9' && kind.field(next) != null ? new ListMeaning(next) : null;
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
        RecordField field = kind.field(step() != null ? "sync.doneOn" : terms().isEmpty() ? path : name());
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
        String place = terms().isEmpty() ? path : path.substring(0, path.indexOf('='));
        return place.substring(place.indexOf('.') + 1);
    }

    /** Where it stands in the record; of several objects in the one of that number. */
    String pointer(int number) {
        Whole whole = whole();
        if (whole == null) {
            return '/' + (terms().isEmpty() ? path : name()).replace('.', '/');
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
