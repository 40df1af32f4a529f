package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.Reason;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Collects the fields and problems of one page, each with its place. One page, one use. */
final class PageFields {

    private final Location origin;
    private final Limits limits;
    private final List<Field> fields = new ArrayList<>();
    private final Map<Integer, Element> places = new TreeMap<>();
    private final Map<Element, StringBuilder> told = new IdentityHashMap<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    PageFields(Location origin, Limits limits) {
        this.origin = origin;
        this.limits = limits;
    }

    void add(
            Element place,
            String label,
            String value,
            Rank rank,
            @Nullable Component component,
            @Nullable Object content) {
        int before = fields.size();
        add(place.sourceRange().start().lineNumber(), label, value, rank, component, content);
        if (fields.size() > before) {
            places.put(before, place);
            tell(place, label, value);
        }
    }

    /** Notes that the text of an element is in a field: in its label, or in its value. */
    void tell(Element place, String label, String value) {
        told.computeIfAbsent(place, each -> new StringBuilder())
                .append(LegacyText.lettersAndDigits(label))
                .append(LegacyText.lettersAndDigits(value))
                .append(' ');
    }

    /** What the fields say, by the elements that they were read from: letters and digits alone. */
    Map<Element, StringBuilder> told() {
        return told;
    }

    /**
     * A known label without a value beside which a text stands that is in no field was read wrongly: it is told, and the text
     * with it.
     *
     * @param beside the text that stands in an element or behind it and is in no field; empty when there is none
     */
    void complain(Function<Element, String> beside, Predicate<String> known) {
        for (Map.Entry<Integer, Element> each : places.entrySet()) {
            Field field = fields.get(each.getKey());
            boolean empty = field.value().isBlank() && field.content() == null && known.test(field.label());
            String text = empty ? beside.apply(each.getValue()) : "";
            if (!text.isEmpty()) {
                problems.add(new SourceProblem("source.field.unreadable", field.location(), text, field.label()));
                fields.set(
                        each.getKey(),
                        new Field(
                                field.location(),
                                field.label(),
                                text,
                                field.rank(),
                                field.component(),
                                new Page.Left(FieldFate.UNREADABLE, Reason.NOT_TAKEN_APART)));
            }
        }
    }

    /** @param line the line in the source file; 0 or less when not known */
    void add(int line, String label, String value, Rank rank, @Nullable Component component, @Nullable Object content) {
        if (fields.size() == limits.maxFields()) {
            problems.add(new SourceProblem("source.limit.reached", origin, null, "≤ " + limits.maxFields()));
        }
        if (fields.size() <= limits.maxFields()) {
            Location place = line > 0 ? origin.atRow(line) : origin;
            fields.add(new Field(place.at(label, null), label, value, rank, component, content));
        }
    }

    void problem(SourceProblem problem) {
        problems.add(problem);
    }

    boolean any(Predicate<Field> which) {
        return fields.stream().anyMatch(which);
    }

    Stream<Field> stream() {
        return fields.stream();
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }

    List<SourceProblem> problems() {
        return List.copyOf(problems);
    }
}
