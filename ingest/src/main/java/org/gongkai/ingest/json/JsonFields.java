package org.gongkai.ingest.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.source.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Makes fields of the values of an object. What a name means is said by the user's mapping, else by the family of search
 * interfaces that the object is of, else by the labels, and last by the look of the values. One object, one use.
 */
final class JsonFields {

    private static final Page.Left OF_ANSWER = new Page.Left(FieldFate.IGNORED, Reason.ENVELOPE);
    private static final Page.Left UNEXPLAINED = new Page.Left(FieldFate.UNMAPPED, Reason.UNKNOWN_LABEL);

    private final JsonLabels labels;
    private final List<JsonLeaves.Leaf> leaves;
    private final Map<String, Component> byValues;
    private final Set<String> wrappers;
    private final @Nullable SearchFamily family;
    private boolean known;

    JsonFields(JsonLabels labels, List<JsonLeaves.Leaf> leaves, Map<String, Component> byValues) {
        this.labels = labels;
        this.leaves = leaves;
        this.byValues = byValues;
        this.wrappers = labels.wrappers(leaves);
        Set<String> names = new HashSet<>();
        leaves.forEach(each -> names.add(own(each)));
        this.family = SearchFamily.of(names);
    }

    /** Whether any name was known. */
    boolean known() {
        return known;
    }

    List<Field> fields(Location place) {
        List<Field> fields = new ArrayList<>();
        for (JsonLeaves.Leaf each : leaves) {
            fields.add(field(each, place.at(each.path(), null)));
        }
        return fields;
    }

    private Field field(JsonLeaves.Leaf leaf, Location place) {
        if (leaf.content() != null) {
            boolean left = leaf.content() instanceof Page.Left;
            known |= !left;
            return new Field(
                    place, leaf.path(), leaf.value(), Rank.CELL, left ? null : Component.ATTACHMENTS, leaf.content());
        }
        String name = leaf.label() == null ? labels.name(leaf.path(), wrappers) : leaf.label();
        LabelAliases.Alias alias = labels.aliases().find(name);
        if (alias == null || !alias.ofMapping()) {
            SearchFamily.Meaning meaning = family == null ? null : family.meaning(own(leaf));
            if (meaning != null) {
                known = true;
                Object left = meaning.component() != null ? null : meaning.answers() ? OF_ANSWER : UNEXPLAINED;
                return new Field(place, name, leaf.value(), Rank.CELL, meaning.component(), left);
            }
            if (alias == null && labels.ofAnswer(leaf.path(), wrappers)) {
                return new Field(place, name, leaf.value(), Rank.CELL, null, OF_ANSWER);
            }
        }
        Component component = labels.canonical(name);
        if (component == null && alias == null) {
            component = byValues.get(leaf.path());
        }
        known |= component != null || labels.knows(name);
        return new Field(place, name, leaf.value(), Rank.CELL, component, null);
    }

    /** The name of a value in the object, or in the object inside it that holds the record's fields. */
    private String own(JsonLeaves.Leaf leaf) {
        return leaf.label() == null ? labels.inside(leaf.path(), wrappers) : leaf.label();
    }
}
