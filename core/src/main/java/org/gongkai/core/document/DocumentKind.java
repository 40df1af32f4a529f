package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * The kind of a document (文种).
 *
 * <p>Any text is kept; {@link #name()} is null when the text is none of the kinds. Source: Regulation on the Handling of Official Documents (党政机关公文处理工作条例), art. 8.
 */
public final class DocumentKind extends ListedTerm<DocumentKind.Name> {

    private static final Map<String, Name> LIST = entries(Name.values());

    private static final String OPENING = "（([【〔";
    private static final String CLOSING = "）)]】〕";
    // 转发《……的通知》 passes on a document of another, and need not be of its kind.
    private static final Pattern PASSES_ON = Pattern.compile("关于|转发|印发|发布|公布|解读|[〉》]");

    /** The fifteen statutory kinds, in the order of the regulation, and other. */
    public enum Name implements ListedTerm.Entry {
        /** Resolution. */
        RESOLUTION("决议"),
        /** Decision. */
        DECISION("决定"),
        /** Order, also written 令. */
        ORDER("命令"),
        /** Communiqué. */
        COMMUNIQUE("公报"),
        /** Announcement. */
        ANNOUNCEMENT("公告"),
        /** Public notice. */
        PUBLIC_NOTICE("通告"),
        /** Opinion. */
        OPINION("意见"),
        /** Notice. */
        NOTICE("通知"),
        /** Circular. */
        CIRCULAR("通报"),
        /** Report. */
        REPORT("报告"),
        /** Request for instructions. */
        REQUEST("请示"),
        /** Reply to a request. */
        REPLY("批复"),
        /** Proposal to a people's congress. */
        PROPOSAL("议案"),
        /** Letter. */
        LETTER("函"),
        /** Minutes. */
        MINUTES("纪要"),
        /** None of the fifteen. */
        OTHER("其他");

        private final String label;

        Name(String label) {
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
    public DocumentKind(String text) {
        super(text, LIST);
    }

    /**
     * Keeps a text as it stands.
     *
     * @param text any text, not null
     * @return the term; see {@link #wellFormed()} for whether it is listed
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentKind parse(String text) {
        return new DocumentKind(text);
    }

    /**
     * The listed term.
     *
     * @param name the entry of the list
     * @return the term with its Chinese label
     */
    public static DocumentKind of(Name name) {
        return new DocumentKind(name.label());
    }

    /**
     * Reads the kind off a title, whose last word names it: 关于印发……的通知 is a notice. Marks behind the title such
     * as （试行） or 【已失效】 are passed over. Of a title that an agency's name stands before, as in
     * 青岛市人民政府《关于……的通知》, what is between the signs counts.
     *
     * @param title the title, not null
     * @return the kind; {@link Name#OTHER} when the title ends in none of the fifteen
     */
    public static DocumentKind ofTitle(String title) {
        String bare = withoutMarks(LegacyText.withoutBlanks(title));
        int quoted = bare.indexOf('《');
        if (quoted >= 0
                && bare.endsWith("》")
                && !PASSES_ON.matcher(bare.substring(0, quoted)).find()) {
            bare = withoutMarks(bare.substring(0, bare.length() - 1));
        }
        for (Name each : Name.values()) {
            if (each != Name.OTHER && (bare.endsWith(each.label) || each == Name.ORDER && bare.endsWith("令"))) {
                return of(each);
            }
        }
        return of(Name.OTHER);
    }

    /** The title without the groups in brackets at its end. */
    private static String withoutMarks(String title) {
        int end = title.length();
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            char each = title.charAt(i);
            if (CLOSING.indexOf(each) >= 0) {
                depth++;
            } else if (depth == 0) {
                break;
            } else if (OPENING.indexOf(each) >= 0) {
                depth--;
                end = depth == 0 ? i : end;
            }
        }
        return title.substring(0, end);
    }

    /**
     * The entry of the list that the text names, blanks aside.
     *
     * @return the entry, or null when the text is none of the kinds
     */
    public @Nullable Name name() {
        return entry();
    }
}
