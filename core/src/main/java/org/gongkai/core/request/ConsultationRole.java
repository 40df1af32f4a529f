package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Whom the body asks before it answers (征求意见对象).
 *
 * <p>Any text is kept; {@link #role()} is null when the text is not on the list. Source: Regulation on the Disclosure of Government Information (政府信息公开条例), arts. 32 to 34.
 */
public final class ConsultationRole extends ListedTerm<ConsultationRole.Role> {

    private static final Map<String, Role> LIST = entries(Role.values());

    /** The roles. */
    public enum Role implements ListedTerm.Entry {
        /** A third party whose rights disclosure may harm; its silence means nothing (art. 32). */
        THIRD_PARTY("第三方"),
        /** A body that took part in making the information; its silence is consent (art. 34). */
        CO_MAKER("共同制作机关", "共同制作单位"),
        /** Any other body; the time for asking it is not counted either (art. 33). */
        OTHER_BODY("其他机关", "其他行政机关");

        private final String label;
        private final List<String> synonyms;

        Role(String label, String... synonyms) {
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
    public ConsultationRole(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ConsultationRole parse(String text) {
        return new ConsultationRole(text);
    }

    /**
     * The listed term.
     *
     * @param role the entry of the list
     * @return the term with its Chinese label
     */
    public static ConsultationRole of(Role role) {
        return new ConsultationRole(role.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Role role() {
        return entry();
    }
}
