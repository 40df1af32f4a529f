package org.gongkai.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes to a JSON value, as in RFC 6902; of its operations those that examples need: add, remove and replace. */
record JsonPatch(List<Operation> operations) {

    /** One change. */
    record Operation(String op, String path, @Nullable JsonNode value) {}

    JsonPatch {
        operations = List.copyOf(operations);
    }

    /** The value with all changes made, in their order; the value given stays as it is. */
    JsonNode applyTo(JsonNode value) {
        JsonNode changed = value.deepCopy();
        operations.forEach(each -> apply(each, changed));
        return changed;
    }

    private static void apply(Operation change, JsonNode root) {
        JsonPointer place = JsonPointer.compile(change.path());
        JsonNode parent = root.at(place.head());
        JsonPointer last = place.last();
        boolean adds = change.op().equals("add");
        // Only what is not there is added and only what is there changed, so that a change that no longer fits is
        // noticed.
        if (parent instanceof ObjectNode object && object.has(last.getMatchingProperty()) != adds) {
            change(change, object, last.getMatchingProperty());
        } else if (parent instanceof ArrayNode array && last.getMatchingIndex() < array.size() + (adds ? 1 : 0)) {
            change(change, array, last.getMatchingIndex());
        } else {
            throw new IllegalArgumentException("cannot " + change.op() + " " + change.path());
        }
    }

    private static void change(Operation change, ObjectNode object, String name) {
        if (change.op().equals("remove")) {
            object.remove(name);
        } else {
            object.set(name, change.value());
        }
    }

    private static void change(Operation change, ArrayNode array, int index) {
        switch (change.op()) {
            case "remove" -> array.remove(index);
            case "replace" -> array.set(index, change.value());
            default -> array.insert(index, change.value());
        }
    }
}
