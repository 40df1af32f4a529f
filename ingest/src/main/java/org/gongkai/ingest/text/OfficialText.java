package org.gongkai.ingest.text;

import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.core.document.Openness;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements off the running text of a document laid out after GB/T 9704-2012: number below the letterhead or the
 * title, addressees before the text, signature and date at its end, note in brackets below them, then the copies.
 *
 * <p>Every element is read only where the layout puts it, since a text cites other documents' numbers and dates.
 */
public final class OfficialText {

    private static final Pattern TITLE_END = Pattern.compile(
            ".*(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|细则|条例|方案|规划|计划|要点|答复|预案|规则|目录|清单)(?:[（(][^（）()]{1,12}[)）])?"
                    + "|.*(?:令|公告|通告)[\\s　]*+[（(]?(?:(?:19|20)[0-9０-９]{2}\\s*+(?:年\\s*+)?)?(?:第\\s*+|\\s++)?"
                    + TextDates.NUMERAL
                    + "{1,5}\\s*号[)）]?");

    private OfficialText() {}

    /**
     * An element found in the text.
     *
     * @param component which
     * @param value its text
     * @param line the line in the source file; 0 when not known
     * @param meaning the value that the text means, where it is a clause and not the value as it stands; otherwise null
     */
    public record Part(
            Component component,
            String value,
            int line,
            @Nullable Object meaning) {

        static Part of(Component component, String value, int line) {
            return new Part(component, value, line, null);
        }
    }

    /** The elements of a text, in the order in which they are found. */
    public static List<Part> read(List<TextLine> lines) {
        TextParts parts = new TextParts();
        TextHead head = new TextHead(lines, parts);
        int end = new TextEnd(lines, head.read(), parts).read();
        if (head.letterhead() != null && !parts.has(Component.SIGNATURE)) {
            parts.add(head.letterhead());
        }
        // What a document forwards or explains takes effect by itself, and says nothing of the one that forwards it.
        if (!head.explains()) {
            EffectClauses.read(head.forwards() ? lines.subList(0, end) : lines, head.amends())
                    .forEach(parts::add);
        }
        return parts.parts();
    }

    /** How many lines of a text are its head: letterhead, number and title, down to the addressees or the first sentence. */
    public static int headEnd(List<TextLine> lines) {
        int end = 0;
        while (end < lines.size()
                && !TextHead.isAddressees(lines.get(end).text())
                && !TextHead.beginsText(lines.get(end).text())) {
            end++;
        }
        return end;
    }

    /** Whether a text is the kind of a document and nothing more, as 通告 above a short one is. */
    public static boolean kindAlone(String text) {
        return text.matches("(?:重要|紧急)?(?:公告|通告|通知|公示|通报|决定|公报)");
    }

    /** Whether a title says that its document passes on another: 转发…的通知, 关于印发…的通知. What is passed on has a title of its own. */
    public static boolean passesOn(String title) {
        return (title.contains("转发") || title.contains("批转") || title.contains("印发")) && endsLikeTitle(title);
    }

    /** Whether a text ends in the kind of a document. */
    public static boolean endsLikeTitle(String text) {
        return TITLE_END.matcher(text).matches();
    }

    /** What a note such as 此件公开发布 says of openness, or null when it says nothing. */
    public static @Nullable Openness opennessOfNote(String note) {
        if (note.contains("不公开") || note.contains("不予公开")) {
            return Openness.of(Openness.Mode.NOT_DISCLOSED);
        }
        if (note.contains("依申请公开")) {
            return Openness.of(Openness.Mode.ON_APPLICATION);
        }
        return note.contains("公开发布") || note.contains("主动公开") || note.contains("公开发表")
                ? Openness.of(Openness.Mode.PROACTIVE)
                : null;
    }
}
