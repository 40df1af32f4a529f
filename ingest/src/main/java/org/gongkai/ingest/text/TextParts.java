package org.gongkai.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/** The elements found in a text so far. One text, one use. */
final class TextParts {

    private static final Pattern NOTE = Pattern.compile("[（(]([^（）()]{3,60})[)）]");

    private final List<OfficialText.Part> parts = new ArrayList<>();

    List<OfficialText.Part> parts() {
        return parts;
    }

    boolean has(Component component) {
        return parts.stream().anyMatch(each -> each.component() == component);
    }

    void add(OfficialText.Part part) {
        parts.add(part);
    }

    void add(Component component, String value, TextLine line) {
        add(OfficialText.Part.of(component, LegacyText.stripUnseen(value), line.number()));
    }

    /** Adds an element where the text has not given it yet. */
    void addFirst(Component component, @Nullable String value, TextLine line) {
        if (value != null && !has(component)) {
            add(component, value, line);
        }
    }

    /** What stands between the brackets that a line is made of, or null. */
    static @Nullable String note(String text) {
        Matcher note = NOTE.matcher(text);
        return note.matches() ? note.group(1) : null;
    }
}
