package org.gongkai.export.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.OrganizationCode;
import org.gongkai.export.engine.RecordSource.Element;
import org.gongkai.export.engine.RecordSource.Part;
import org.jspecify.annotations.Nullable;

/**
 * What the formats of one kind can take values from: the fields of its description, and for documents a few that are derived.
 * Immutable and safe to share between threads.
 *
 * <pre>{@code
 * KindSources.of(RecordKind.of(AssistanceStandard.class)).sources().get("basis.documentNumber");
 * }</pre>
 */
public final class KindSources {

    private static final Map<RecordKind<?>, KindSources> ALL =
            RecordKind.all().stream().collect(Collectors.toUnmodifiableMap(each -> each, KindSources::new));

    private final List<Element> elements = new ArrayList<>();
    private final Map<String, RecordSource> sources = new LinkedHashMap<>();
    private final Set<String> dates = new LinkedHashSet<>();
    private final Set<String> lists = new LinkedHashSet<>();

    private KindSources(RecordKind<?> kind) {
        boolean documents = kind.type() == OfficialDocument.class;
        for (RecordField each : kind.fields()) {
            // A relation is written in one piece, with its type before its target.
            add(List.of(each), documents && each.name().equals("relations"));
        }
        if (documents) {
            derivations();
        }
        element("other", "其他字段", record -> !record.other().isEmpty());
    }

    /**
     * What formats of a kind can take values from.
     *
     * @param kind the kind
     * @return its sources
     */
    public static KindSources of(RecordKind<?> kind) {
        return Objects.requireNonNull(ALL.get(kind), kind.code());
    }

    /**
     * Every component, in the order of the type.
     *
     * @return the elements
     */
    public List<Element> elements() {
        return Collections.unmodifiableList(elements);
    }

    /**
     * Every source by its path.
     *
     * @return the sources, in the order of the type
     */
    public Map<String, RecordSource> sources() {
        return Collections.unmodifiableMap(sources);
    }

    /**
     * The sources that give dates.
     *
     * @return the paths
     */
    public Set<String> dates() {
        return Collections.unmodifiableSet(dates);
    }

    /**
     * The sources that give several values.
     *
     * @return the paths
     */
    public Set<String> lists() {
        return Collections.unmodifiableSet(lists);
    }

    /**
     * The paths that a profile may name, for messages.
     *
     * @return the paths, joined by commas
     */
    public String allowed() {
        return String.join(", ", sources.keySet());
    }

    /** A field by the way to it: with several parts on the way, the values of each in step. */
    private void add(List<RecordField> way, boolean whole) {
        RecordField field = way.get(way.size() - 1);
        if (!field.parts().isEmpty() && !whole) {
            for (RecordField each : field.parts()) {
                List<RecordField> further = new ArrayList<>(way);
                further.add(each);
                add(further, false);
            }
            return;
        }
        Function<DisclosureRecord, @Nullable Object> read = record -> value(record, way);
        Element element = element(field.path(), field.label().zh(), record -> present(read.apply(record)));
        source(field.path(), element, view -> read.apply(view.record()), Part.WHOLE);
        if (field.type() == LocalDate.class) {
            dates.add(field.path());
        }
        if (way.stream().anyMatch(RecordField::many)) {
            lists.add(field.path());
        }
    }

    private static @Nullable Object value(Object owner, List<RecordField> way) {
        Object value = way.get(0).read((Record) owner);
        List<RecordField> rest = way.subList(1, way.size());
        if (rest.isEmpty() || value == null) {
            return value instanceof Set<?> many ? List.copyOf(many) : value;
        }
        return value instanceof Collection<?> parts ? each(parts, part -> value(part, rest)) : value(value, rest);
    }

    /** What only documents have. */
    private void derivations() {
        part(
                "issuers[0]",
                "issuers",
                d -> d.issuers().isEmpty() ? null : d.issuers().get(0),
                Part.FIRST);
        part("indexNumber.organizationCode", "indexNumber", KindSources::publisher, Part.DERIVED);
        part("theme.level1", "theme", d -> d.theme() == null ? null : d.theme().level1(), Part.DERIVED);
        part("theme.level2", "theme", d -> d.theme() == null ? null : d.theme().level2(), Part.DERIVED);
        part("relations", "relations", d -> each(d.relations(), KindSources::relation), Part.WHOLE);
        // The only way to the HTML of a body: whatever a profile says, it goes out cleaned.
        source("body.html", elementOf("body.html"), RecordView::html, Part.WHOLE);
        // Where the copy stands in the package: nothing of the document.
        source("attachments.file", elementOf("attachments.name"), RecordView::attachmentFiles, Part.DERIVED);
        lists.add("attachments.file");
        part("ownerCode.organizationCode", "ownerCode", KindSources::owner, Part.DERIVED);
    }

    private Element elementOf(String path) {
        return Objects.requireNonNull(sources.get(path), path).element();
    }

    private Element element(String path, String label, Predicate<DisclosureRecord> present) {
        Element element = new Element(path, label, elements.size(), present);
        elements.add(element);
        return element;
    }

    private void part(String path, String element, Function<OfficialDocument, @Nullable Object> read, Part part) {
        source(path, elementOf(element), view -> view.document() == null ? null : read.apply(view.document()), part);
    }

    private void source(String path, Element element, Function<RecordView, @Nullable Object> read, Part part) {
        sources.put(path, new RecordSource(path, element, read, part));
    }

    /** The code of nine characters inside the owner's code, or the owner's code itself when it is one of nine. */
    private static @Nullable Object owner(OfficialDocument document) {
        return document.ownerCode() == null
                ? null
                : organizationCode(document.ownerCode().text());
    }

    /** The publisher's code of nine characters at the head of the index number. */
    private static @Nullable Object publisher(OfficialDocument document) {
        return document.indexNumber() == null
                ? null
                : organizationCode(document.indexNumber().publisherCode());
    }

    /** Null for a code whose check characters are wrong: a repaired code would be another unit's. */
    private static @Nullable OrganizationCode organizationCode(@Nullable String text) {
        if (text == null) {
            return null;
        }
        OrganizationCode code = OrganizationCode.parse(text);
        return code.wellFormed() ? code : CreditCode.parse(text).organizationCode();
    }

    private static @Nullable String relation(Relation relation) {
        String target = relation.target() == null ? "" : relation.target();
        return relation.type() == null ? target : relation.type().text() + "：" + target;
    }

    /** Keeps the places of absent values, so that several lists of one record stay in step; none at all is empty. */
    private static <T> List<@Nullable Object> each(Collection<T> list, Function<T, @Nullable Object> component) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(list.size());
        boolean any = false;
        for (T item : list) {
            Object value = component.apply(item);
            values.add(value);
            any |= present(value);
        }
        return any ? values : List.of();
    }

    private static boolean present(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }
}
