package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * A class of land (地类).
 *
 * <p>Any text is kept. It is well formed when it names a class of the law ({@link #name()}) or one of the national
 * classification of land use ({@link #landUse()}). Source: Land Administration Law (土地管理法), art. 4, for the three
 * widest classes; the classes below them are those that requisition notices list; GB/T 21010 for the others.
 */
public final class LandClass extends ListedTerm<LandClass.Name> {

    private static final Map<String, Name> LIST = entries(Name.values());

    /** The classes; each but the first three lies within another. */
    public enum Name implements ListedTerm.Entry {
        /** Land for farming. */
        AGRICULTURAL("农用地", null),
        /** Land for buildings and structures. */
        CONSTRUCTION("建设用地", null),
        /** Land that is neither. */
        UNUSED("未利用地", null),
        /** Cropland. */
        FARMLAND("耕地", AGRICULTURAL),
        /** Cropland under permanent protection. */
        PERMANENT_BASIC_FARMLAND("永久基本农田", FARMLAND, "基本农田"),
        /** Orchards and plantations. */
        ORCHARD("园地", AGRICULTURAL),
        /** Woodland. */
        FOREST("林地", AGRICULTURAL),
        /** Pasture. */
        PASTURE("牧草地", AGRICULTURAL),
        /** Ponds, ditches, field roads and the like. */
        OTHER_AGRICULTURAL("其他农用地", AGRICULTURAL);

        private final String label;
        private final @Nullable Name parent;
        private final List<String> synonyms;

        Name(String label, @Nullable Name parent, String... synonyms) {
            this.label = label;
            this.parent = parent;
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

        /**
         * The class in which this one lies.
         *
         * @return the wider class, or null for the three widest
         */
        public @Nullable Name parent() {
            return parent;
        }

        /**
         * Tells whether this class is another or lies in it, at whatever depth.
         *
         * @param other the other class
         * @return true when it does
         */
        public boolean within(Name other) {
            return this == other || parent != null && parent.within(other);
        }
    }

    /**
     * Creates a term from any text.
     *
     * @param text any text, not null
     * @throws NullPointerException when {@code text} is null
     */
    public LandClass(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LandClass parse(String text) {
        return new LandClass(text);
    }

    /**
     * The listed term.
     *
     * @param name the entry of the list
     * @return the term with its Chinese label
     */
    public static LandClass of(Name name) {
        return new LandClass(name.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Name name() {
        return entry();
    }

    /**
     * The class of the national classification that the text names, blanks aside.
     *
     * @return the class, or null when the text names a class of the law or none
     */
    public @Nullable LandUseClass landUse() {
        return entry() == null ? LandUseClass.named(text()) : null;
    }

    /** True when the text names a class of the law or one of the national classification. */
    @Override
    public boolean wellFormed() {
        return entry() != null || landUse() != null;
    }

    /**
     * Tells whether this class is a class of the law or lies in it, at whatever depth.
     *
     * @param other the class of the law
     * @return true when it does; false also where it is not known
     */
    public boolean within(Name other) {
        LandUseClass use = landUse();
        Name own = use == null ? entry() : use.within();
        return own != null && own.within(other);
    }

    /**
     * Tells whether it is known in which of the three widest classes this one lies. 草地 may be 牧草地 or unused land.
     *
     * @return true when it is, and for the three themselves
     */
    public boolean placed() {
        return entry() != null || landUse() != null && landUse().within() != null;
    }

    /**
     * Tells whether this class lies in another and is not the same: 水田 in 耕地, 耕地 in 农用地.
     *
     * @param other the other class
     * @return true when it does; false also where it is not known
     */
    public boolean liesIn(LandClass other) {
        Name wider = other.name();
        return wider != null && wider != entry() && within(wider);
    }
}
