package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * For whom an item is disclosed (公开对象). Not everything is for the whole public.
 *
 * <p>Any text is kept; {@link #audience()} is null when the text is not on the list. Source: disclosure tables of county governments for requisition of collective land and of houses.
 */
public final class RequisitionAudience extends ListedTerm<RequisitionAudience.Audience> {

    private static final Map<String, Audience> LIST = entries(Audience.values());

    /** The three audiences. */
    public enum Audience implements ListedTerm.Entry {
        /** Everybody. */
        PUBLIC("全社会"),
        /** The members of the collective whose land is requisitioned, by the village board. */
        COLLECTIVE("村集体成员"),
        /** Those whose houses lie in the area. */
        AFFECTED_PEOPLE("征收范围内群众");

        private final String label;

        Audience(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public RequisitionAudience(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequisitionAudience parse(String text) {
        return new RequisitionAudience(text);
    }

    /**
     * The listed term.
     *
     * @param audience the entry of the list
     * @return the term with its Chinese label
     */
    public static RequisitionAudience of(Audience audience) {
        return new RequisitionAudience(audience.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Audience audience() {
        return entry();
    }
}
