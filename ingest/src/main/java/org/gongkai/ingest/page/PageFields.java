package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.source.Limits;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Collects the fields and problems of one page, each with its place. One page, one use. */
final class PageFields {

    private final Location origin;
    private final Limits limits;
    private final List<Field> fields = new ArrayList<>();
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
        add(place.sourceRange().start().lineNumber(), label, value, rank, component, content);
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
