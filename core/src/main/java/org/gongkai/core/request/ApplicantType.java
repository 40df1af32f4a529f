package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * Who applies (申请人类型): the columns of table 3 of the annual report.
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: the form of the annual report, 国办公开办函〔2021〕30号.
 */
public final class ApplicantType extends ListedTerm<ApplicantType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The types, in the order of the columns. */
    public enum Type implements ListedTerm.Entry {
        /** A natural person. */
        NATURAL_PERSON("自然人", "公民", "个人"),
        /** A commercial enterprise. */
        ENTERPRISE("商业企业", "企业"),
        /** A research institution. */
        RESEARCH_INSTITUTION("科研机构"),
        /** An organization for the public good. */
        CHARITY("社会公益组织"),
        /** A body that gives legal services. */
        LEGAL_SERVICE("法律服务机构"),
        /** Any other legal person or organization. */
        OTHER("其他");

        private final String label;
        private final List<String> synonyms;

        Type(String label, String... synonyms) {
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
    public ApplicantType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ApplicantType parse(String text) {
        return new ApplicantType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static ApplicantType of(Type type) {
        return new ApplicantType(type.label());
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Type type() {
        return entry();
    }
}
