package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account (备案类型).
 *
 * <p>Any text is kept; {@link #event()} is null when the text is not on the list. Source: a filing form of one city, 2025.
 */
public final class AccountEvent extends ListedTerm<AccountEvent.Event> {

    private static final Map<String, Event> LIST = entries(Event.values());

    /** The events. */
    public enum Event implements ListedTerm.Entry {
        /** It was opened. */
        OPEN("开设", "开通"),
        /** It was changed. */
        CHANGE("变更"),
        /** It was closed. */
        CLOSE("注销", "关停"),
        /** It was merged into another. */
        MERGE("整合", "迁移");

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
    public AccountEvent(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountEvent parse(String text) {
        return new AccountEvent(text);
    }

    /**
     * The listed term.
     *
     * @param event the entry of the list
     * @return the term with its Chinese label
     */
    public static AccountEvent of(Event event) {
        return new AccountEvent(event.label());
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
