package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What kind of press event it was (发布形式).
 *
 * <p>Any text is kept; {@link #event()} is null when the text is not on the list. Source: 国办发〔2016〕61号 and 青崂政办字〔2023〕13号, item 7; the list is derived.
 */
public final class PressEvent extends ListedTerm<PressEvent.Event> {

    private static final Map<String, Event> LIST = entries(Event.values());

    /** The kinds. */
    public enum Event implements ListedTerm.Entry {
        /** A press conference. */
        PRESS_CONFERENCE("新闻发布会", "发布会", "例行新闻发布会", "专题新闻发布会"),
        /** A briefing, before a policy is published or as it is. */
        BRIEFING("政策吹风会", "吹风会", "政策例行吹风会", "例行吹风会"),
        /** A meeting with the press. */
        MEETING("新闻通气会", "通气会"),
        /** An interview with several media. */
        INTERVIEW("集体采访", "媒体集体采访", "记者见面会");

        private final String label;
        private final List<String> synonyms;

        Event(String label, String... synonyms) {
            this.label = label;
            this.synonyms = List.of(synonyms);
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public List<String> synonyms() {
            return synonyms;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public PressEvent(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PressEvent parse(String text) {
        return new PressEvent(text);
    }

    /**
     * The listed term.
     *
     * @param event the entry of the list
     * @return the term with its Chinese label
     */
    public static PressEvent of(Event event) {
        return new PressEvent(event.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Event event() {
        return entry();
    }
}
