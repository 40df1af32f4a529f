package org.gongkai.export.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.OrganizationCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of a format can take its value from: a component of a document, a part of one, or a named derivation.
 *
 * @param path the name in profiles, such as {@code title} or {@code issuers[0]}
 * @param element the component that the value belongs to
 * @param read gives the value: null, a text, code, date or number, or a list of these
 * @param part how much of the component the value is
 */
public record DocumentSource(String path, Element element, Function<RecordView, @Nullable Object> read, Part part) {

    /** How much of a component a value is. */
    enum Part {
        /** All of it. */
        WHOLE,
        /** The first of a list: all of it when the list has one entry. */
        FIRST,
        /** Something computed from it, which stands for nothing of it. */
        DERIVED
    }

    /**
     * A component of a document, or the component of one, for the account of what a format cannot carry.
     *
     * @param path the canonical path
     * @param label the Chinese name
     * @param index the place in {@link #ELEMENTS}
     * @param present tells whether a document has it
     */
    public record Element(String path, String label, int index, Predicate<OfficialDocument> present) {}

    /** Tells whether writing this value leaves nothing of the component behind. */
    boolean whole(OfficialDocument document) {
        return switch (part) {
            case WHOLE -> true;
            case FIRST -> document.issuers().size() == 1;
            case DERIVED -> false;
        };
    }

    /** Tells whether the value is HTML already. */
    boolean html() {
        return path.equals("body.html");
    }

    private static final RecordKind<OfficialDocument> KIND = RecordKind.of(OfficialDocument.class);

    /** Every component, in the order of the type. */
    public static final List<Element> ELEMENTS;

    /** Every source by its path. */
    public static final Map<String, DocumentSource> SOURCES;

    /** The sources that give dates. */
    public static final Set<String> DATES;

    /** The sources that give several values. */
    public static final Set<String> LISTS;

    static {
        Table table = new Table();
        for (RecordField each : KIND.fields()) {
            boolean apart = !each.parts().isEmpty() && !each.name().equals("relations");
            for (RecordField value : apart ? each.parts() : List.of(each)) {
                table.add(each, value);
            }
        }
        table.part("issuers[0]", "issuers", d -> first(d.issuers()), Part.FIRST);
        table.part("indexNumber.organizationCode", "indexNumber", DocumentSource::publisher, Part.DERIVED);
        table.part(
                "theme.level1",
                "theme",
                d -> d.theme() == null ? null : d.theme().level1(),
                Part.DERIVED);
        table.part(
                "theme.level2",
                "theme",
                d -> d.theme() == null ? null : d.theme().level2(),
                Part.DERIVED);
        table.part("relations", "relations", d -> each(d.relations(), DocumentSource::relation), Part.WHOLE);
        // The only way to the HTML of a body: whatever a profile says, it goes out cleaned.
        table.source("body.html", "body.html", RecordView::html, Part.WHOLE);
        // Where the copy stands in the package: nothing of the document.
        table.source("attachments.file", "attachments.name", RecordView::attachmentFiles, Part.DERIVED);
        table.part("ownerCode.organizationCode", "ownerCode", DocumentSource::owner, Part.DERIVED);
        table.element("other", "其他字段", d -> !d.other().isEmpty());
        ELEMENTS = List.copyOf(table.elements);
        SOURCES = Collections.unmodifiableMap(table.sources);
        DATES = those(each -> each.type() == LocalDate.class);
        LISTS = those(RecordField::many);
    }

    private static Set<String> those(Predicate<RecordField> fit) {
        Set<String> components =
                KIND.fields().stream().filter(fit).map(RecordField::name).collect(Collectors.toSet());
        return SOURCES.keySet().stream()
                .filter(each -> components.contains(each.split("\\.")[0]))
                .collect(Collectors.toUnmodifiableSet());
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

    private static @Nullable Object first(List<?> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    /** Keeps the places of absent values, so that several lists of one document stay in step; none at all is empty. */
    private static <T> List<@Nullable Object> each(List<T> list, Function<T, @Nullable Object> component) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(list.size());
        boolean any = false;
        for (T item : list) {
            Object value = component.apply(item);
            values.add(value);
            any |= value != null;
        }
        return any ? values : List.of();
    }

    private static boolean present(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }

    /** Gathers the two tables while the class is made. */
    private static final class Table {
        private final List<Element> elements = new ArrayList<>();
        private final Map<String, DocumentSource> sources = new LinkedHashMap<>();

        /** A field of the document, or of a part of it: with several parts, the values of each in step. */
        void add(RecordField component, RecordField value) {
            Function<OfficialDocument, @Nullable Object> read = document -> {
                Object whole = component.read(document);
                if (component == value || whole == null) {
                    return whole;
                }
                return whole instanceof List<?> parts
                        ? each(parts, part -> value.read((Record) part))
                        : value.read((Record) whole);
            };
            Element element =
                    element(value.path(), value.label().zh(), document -> DocumentSource.present(read.apply(document)));
            sources.put(
                    element.path(),
                    new DocumentSource(element.path(), element, view -> read.apply(view.document()), Part.WHOLE));
        }

        Element element(String path, String label, Predicate<OfficialDocument> present) {
            Element element = new Element(path, label, elements.size(), present);
            elements.add(element);
            return element;
        }

        void part(String path, String element, Function<OfficialDocument, @Nullable Object> read, Part part) {
            source(path, element, view -> read.apply(view.document()), part);
        }

        void source(String path, String element, Function<RecordView, @Nullable Object> read, Part part) {
            sources.put(path, new DocumentSource(path, sources.get(element).element(), read, part));
        }
    }

    /** The paths that a profile may name, for messages. */
    public static String allowed() {
        return String.join(", ", SOURCES.keySet());
    }
}
