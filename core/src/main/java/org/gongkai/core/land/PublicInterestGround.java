package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The public interest for which land is requisitioned (征收目的), in a short form.
 *
 * <p>Any text is kept; {@link #ground()} is null when the text is not on the list. Source: Land Administration Law (土地管理法), art. 45.
 */
public final class PublicInterestGround extends ListedTerm<PublicInterestGround.Ground> {

    private static final Map<String, Ground> LIST = entries(Ground.values());

    private static final Pattern ITEM = Pattern.compile("第?四十五条(?:第一款)?第?[(（]?([一二三四五六])[)）]?(?:项|款|种)");

    /** The six grounds of the article, in its order. */
    public enum Ground implements ListedTerm.Entry {
        /** Military and diplomatic needs. */
        DEFENCE("军事和外交"),
        /** Energy, transport, water, communications and other infrastructure that a government builds. */
        INFRASTRUCTURE("基础设施"),
        /** Science, education, culture, health, environment, disaster relief and other public services. */
        PUBLIC_SERVICES("公共事业"),
        /** Relocation out of poverty and subsidised housing; must stand in the yearly economic and social plan. */
        HOUSING("保障性安居工程"),
        /** Development of a tract within the built-up area of the land-use plan; must stand in the yearly economic and
         * social plan and be approved by the province or above. */
        TRACT_DEVELOPMENT("成片开发"),
        /** Another case in which a law allows requisition for the public interest. */
        OTHER("其他公共利益");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /**
         * The number of the ground in the article.
         *
         * @return 1 to 6
         */
        public int number() {
            return ordinal() + 1;
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public PublicInterestGround(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicInterestGround parse(String text) {
        return new PublicInterestGround(text);
    }

    /**
     * Reads what a notice says of its purpose: the short form, the item of the article as in 第四十五条第（二）项, or a sentence
     * that holds one of the short forms and no other, as that of the article does.
     *
     * @param raw the text as it stands
     * @return the listed term, repaired by {@link Repair#SYNONYM} where the text is longer; any other text as it stands
     */
    public static Reading<PublicInterestGround> read(String raw) {
        PublicInterestGround asItStands = parse(raw.strip());
        if (asItStands.wellFormed()) {
            return Reading.clean(raw, asItStands);
        }
        String plain = LegacyText.withoutBlanks(raw);
        Matcher item = ITEM.matcher(plain);
        List<Ground> named = item.find()
                ? List.of(Ground.values()["一二三四五六".indexOf(item.group(1))])
                : Arrays.stream(Ground.values())
                        .filter(each -> plain.contains(each.label))
                        .toList();
        return named.size() == 1
                ? new Reading<>(raw, of(named.get(0)), List.of(Repair.SYNONYM))
                : Reading.clean(raw, asItStands);
    }

    /**
     * The listed term.
     *
     * @param ground the entry of the list
     * @return the term with its Chinese label
     */
    public static PublicInterestGround of(Ground ground) {
        return new PublicInterestGround(ground.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Ground ground() {
        return entry();
    }
}
