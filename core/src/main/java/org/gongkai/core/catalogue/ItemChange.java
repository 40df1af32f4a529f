package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * What was done to an item (动态调整).
 *
 * <p>Any text is kept; {@link #change()} is null when the text is not on the list. Source: 青崂政办字〔2023〕13号, items 4 and 13; the terms are derived.
 */
public final class ItemChange extends ListedTerm<ItemChange.Change> {

    private static final Map<String, Change> LIST = entries(Change.values());

    /** The changes. */
    public enum Change implements ListedTerm.Entry {
        /** It is new. */
        ADDED("新增", "增加"),
        /** It was changed. */
        CHANGED("调整", "修改", "变更", "更新"),
        /** It is dropped. */
        DROPPED("取消", "删除", "废止");

        private final String label;
        private final List<String> synonyms;

        Change(String label, String... synonyms) {
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
    public ItemChange(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ItemChange parse(String text) {
        return new ItemChange(text);
    }

    /**
     * The listed term.
     *
     * @param change the entry of the list
     * @return the term with its Chinese label
     */
    public static ItemChange of(Change change) {
        return new ItemChange(change.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Change change() {
        return entry();
    }
}
