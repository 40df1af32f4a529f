package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Under which law something is requisitioned.
 *
 * <p>Any text is kept; {@link #regime()} is null when the text is not on the list. Source: the two statutes named at the entries.
 */
public final class RequisitionRegime extends ListedTerm<RequisitionRegime.Regime> {

    private static final Map<String, Regime> LIST = entries(Regime.values());

    /** The two regimes. */
    public enum Regime implements ListedTerm.Entry {
        /** Land of a rural collective, under the Land Administration Law (土地管理法) and its implementing regulation. */
        COLLECTIVE_LAND("农村集体土地征收"),
        /** Houses on state-owned land, under the State Council's order no. 590 (国有土地上房屋征收与补偿条例). */
        STATE_OWNED_LAND_HOUSES("国有土地上房屋征收");

        private final String label;

        Regime(String label) {
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
    public RequisitionRegime(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequisitionRegime parse(String text) {
        return new RequisitionRegime(text);
    }

    /**
     * The listed term.
     *
     * @param regime the entry of the list
     * @return the term with its Chinese label
     */
    public static RequisitionRegime of(Regime regime) {
        return new RequisitionRegime(regime.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Regime regime() {
        return entry();
    }
}
