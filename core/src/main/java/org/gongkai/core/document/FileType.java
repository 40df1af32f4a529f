package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.gongkai.core.ListedTerm;
import org.jspecify.annotations.Nullable;

/**
 * The type of file that a document library sorts by (文件类型).
 *
 * <p>Any text is kept; {@link #type()} is null when the text is not on the list. Source: filter of the Shandong provincial document library.
 */
public final class FileType extends ListedTerm<FileType.Type> {

    private static final Map<String, Type> LIST = entries(Type.values());

    /** The three types. */
    public enum Type implements ListedTerm.Entry {
        /** A government rule, issued by order. */
        RULE("规章"),
        /** An administrative normative document; it bears a registration number. */
        NORMATIVE("行政规范性文件"),
        /** Any other document. */
        OTHER("其他文件");

        private final String label;

        Type(String label) {
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
    public FileType(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FileType parse(String text) {
        return new FileType(text);
    }

    /**
     * The listed term.
     *
     * @param type the entry of the list
     * @return the term with its Chinese label
     */
    public static FileType of(Type type) {
        return new FileType(type.label());
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
