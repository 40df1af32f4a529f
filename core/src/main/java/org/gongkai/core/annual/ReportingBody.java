package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * What kind of body reports (报告主体): by it the day on which the report is due differs.
 *
 * <p>Any text is kept; {@link #kind()} is null when the text is not on the list. Source: Regulation on the Disclosure of
 * Government Information (政府信息公开条例), art. 49.
 */
public final class ReportingBody extends ListedTerm<ReportingBody.Kind> {

    private static final Map<String, Kind> LIST = entries(Kind.values());

    /** The kinds. */
    public enum Kind implements ListedTerm.Entry {
        /** A department of a government: reports by 31 January. */
        DEPARTMENT("部门", "department", "政府部门"),
        /** A local people's government: its office reports for all its bodies by 31 March. */
        GOVERNMENT("政府", "government", "地方人民政府"),
        /** A street office, or a town, which reports as departments do. */
        STREET("街道", "street", "镇街", "街道办事处");

        private final String label;
        private final List<String> synonyms;

        Kind(String label, String... synonyms) {
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
    public ReportingBody(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReportingBody parse(String text) {
        return new ReportingBody(text);
    }

    /**
     * The listed term.
     *
     * @param kind the entry of the list
     * @return the term with its Chinese label
     */
    public static ReportingBody of(Kind kind) {
        return new ReportingBody(kind.label());
    }

    /**
     * What kind a body is by the end of its name: a 人民政府 of a province, a city, a county or a district is a government; a
     * street office, and the government of a town or a township, is a street; other names do not say.
     *
     * @param body the body, not null
     * @return the kind, or null when the name does not say
     */
    public static @Nullable Kind saidBy(Agency body) {
        String name = body.text();
        if (name.endsWith("街道办事处")
                || name.endsWith("街道")
                || name.endsWith("镇人民政府")
                || name.endsWith("乡人民政府")
                || name.endsWith("镇政府")
                || name.endsWith("乡政府")) {
            return Kind.STREET;
        }
        if (name.endsWith("人民政府")) {
            return Kind.GOVERNMENT;
        }
        return name.endsWith("局") || name.endsWith("委员会") || name.endsWith("办公室") ? Kind.DEPARTMENT : null;
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is not on the list
     */
    public @Nullable Kind kind() {
        return entry();
    }
}
