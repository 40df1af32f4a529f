package org.gongkai.ingest.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapping.Component;
import org.jspecify.annotations.Nullable;

/** Reads the end of a document's text: attachments named, signature, date, note, copies, printing. One text, one use. */
final class TextEnd {

    private static final Pattern OPENNESS_NOTE = Pattern.compile("[（(](此件[^（）()]{2,20})[)）]");
    private static final Pattern ATTACHMENT_NOTE = Pattern.compile("附\\s*件\\s*[:：](.*)");
    private static final Pattern ITEM = Pattern.compile("(?:附件)?\\d{1,2}\\s*[.．、：:].*");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(?i:pdf|docx?|xlsx?|wps|et|zip|rar|ofd|pptx?)");
    private static final Pattern COPY_TO = Pattern.compile("抄\\s*送\\s*+(?:(?:机关|单位)\\s*+)?[:：](.+)");
    private static final Pattern KEYWORDS = Pattern.compile("主\\s*题\\s*词\\s*[:：](.+)");
    private static final Pattern OPENNESS_LINE =
            Pattern.compile("(?:信息)?公开(?:属性|方式|选项|类型|形式)\\s*[:：]\\s*(主动公开|依申请公开|不予公开|不公开)");
    /** 市长：李明, 代市长　王芳, 市　长　李　明. */
    private static final Pattern SIGNER =
            Pattern.compile("(?:代[\\s　]*+)?(?:总[\\s　]*+理|主[\\s　]*+[席任]|\\p{IsHan}?[省市县区州旗局部厅行署院][\\s　]*+长)"
                    + "[\\s　：:]++\\p{IsHan}(?:[\\s　]*+\\p{IsHan}){1,4}");

    private static final String PRINTED = "印发";
    private static final int JOINT_SIGNERS = 20;

    /** A longer line signs nothing, in characters. */
    private static final int LONGEST_SIGNATURE = 80;

    /** Behind the date of signature comes no line of text: what comes is shorter. */
    private static final int SHORT_LINE = 50;

    /** A note stands that many lines below the date. */
    private static final int NOTE_WITHIN = 2;

    /** Where there is no date, the attachments are named in the last lines. */
    private static final int LAST_LINES = 15;

    private final List<TextLine> lines;
    private final int headEnd;
    private final TextParts parts;

    TextEnd(List<TextLine> lines, int headEnd, TextParts parts) {
        this.lines = lines;
        this.headEnd = headEnd;
        this.parts = parts;
    }

    /** Reads the end; answers the first line behind the date of signature, or behind the text where there is none. */
    int read() {
        int date = signatureDate();
        int signature = date;
        if (date >= 0) {
            signature = readSignature(date);
            readNote(date + 1);
        } else {
            readUndatedSignature();
        }
        for (int i = headEnd; i < lines.size(); i++) {
            readLabelled(i, date < 0 ? lines.size() : signature);
        }
        readOpennessNote();
        return date < 0 ? lines.size() : date + 1;
    }

    private void readOpennessNote() {
        if (parts.has(Component.NOTE)) {
            return;
        }
        for (TextLine line : lines) {
            String note = only(OPENNESS_NOTE, line.text());
            if (note != null) {
                parts.add(Component.NOTE, note, line);
                return;
            }
        }
    }

    /** The first group of a pattern that a whole text fits, or null. */
    private static @Nullable String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    // ---- signature and date

    /** The line of the date of signature: the first date that stands alone where a signature can stand. */
    private int signatureDate() {
        for (int i = Math.max(1, headEnd); i < lines.size(); i++) {
            TextLine line = lines.get(i);
            if (!line.row() && line.text().length() <= LONGEST_SIGNATURE && isSignatureDate(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSignatureDate(int index) {
        String text = lines.get(index).text();
        return TextDates.isDate(text) && closes(index)
                || TextDates.isShortDate(text) && signs(lines.get(index - 1).text())
                || signed(text) != null;
    }

    /** Whether a date stands where the text closes: behind a signature, or between text and what follows it. */
    private boolean closes(int index) {
        String before = lines.get(index - 1).text();
        String after = index + 1 < lines.size() ? lines.get(index + 1).text() : "";
        return signs(before)
                || follows(after) && (endsText(before) || lines.get(index).right());
    }

    /** Whether a line can stand below the date of signature. */
    static boolean follows(String line) {
        return TextParts.note(line) != null
                || line.startsWith("附件")
                || line.startsWith("抄送")
                || line.length() < SHORT_LINE && !line.endsWith("。");
    }

    /** Whether a line is the last of the text, or names an attachment. */
    static boolean endsText(String line) {
        return line.endsWith("。")
                || line.endsWith("！")
                || line.startsWith("附件")
                || ITEM.matcher(line).matches();
    }

    /** Who signs and the date, where both stand in one line; or null. */
    private static TextDates.@Nullable Behind signed(String text) {
        TextDates.Behind agencies = TextDates.signed(text);
        TextDates.Behind dated = agencies == null ? TextDates.atEnd(text) : agencies;
        return agencies != null
                        || dated != null
                                && SIGNER.matcher(dated.before().strip()).matches()
                ? dated
                : null;
    }

    private static boolean signs(String text) {
        return AgencyNames.areAgencies(text) || SIGNER.matcher(text).matches();
    }

    /** Adds signature and date; answers the first line of the signature. */
    private int readSignature(int date) {
        TextLine line = lines.get(date);
        TextDates.Behind signed = signed(line.text());
        if (signed != null) {
            parts.add(Component.SIGNATURE, signed.before(), line);
            parts.addFirst(Component.WRITTEN_ON, signed.date(), line);
            return date;
        }
        int first = date;
        while (first > headEnd
                && date - first < JOINT_SIGNERS
                && signs(lines.get(first - 1).text())) {
            first--;
        }
        if (first < date) {
            String names =
                    lines.subList(first, date).stream().map(TextEnd::names).collect(Collectors.joining(" "));
            parts.add(Component.SIGNATURE, names, lines.get(first));
        }
        parts.addFirst(Component.WRITTEN_ON, line.text(), line);
        return first;
    }

    private static String names(TextLine line) {
        return SIGNER.matcher(line.text()).matches() ? line.text() : String.join(" ", AgencyNames.names(line.text()));
    }

    /** A signature at the right of the last line, with no date below it. */
    private void readUndatedSignature() {
        int last = lines.size() - 1;
        while (last > headEnd && TextParts.note(lines.get(last).text()) != null) {
            last--;
        }
        if (last <= headEnd) {
            return;
        }
        TextLine line = lines.get(last);
        String before = lines.get(last - 1).text();
        if (line.right() && AgencyNames.areAgencies(line.text()) && (before.endsWith("。") || before.endsWith("！"))) {
            parts.add(Component.SIGNATURE, names(line), line);
        }
    }

    private void readNote(int from) {
        for (int i = from; i < Math.min(lines.size(), from + NOTE_WITHIN); i++) {
            String note = TextParts.note(lines.get(i).text());
            // （市林业局　2024年1月20日） says by what a forwarded text was issued.
            if (note != null && PromulgationLine.read(lines.get(i)) == null) {
                parts.add(Component.NOTE, note, lines.get(i));
                return;
            }
        }
    }

    // ---- what says itself what it is

    private void readLabelled(int index, int signature) {
        TextLine line = lines.get(index);
        String text = line.text();
        boolean listed = index < signature && (signature < lines.size() || index > lines.size() - LAST_LINES);
        if (listed) {
            readAttachmentNote(index, signature);
        }
        String copies = only(COPY_TO, text);
        parts.addFirst(Component.COPY_TO, copies == null ? null : StringUtils.stripEnd(copies, "。.；; "), line);
        parts.addFirst(Component.KEYWORDS, only(KEYWORDS, text), line);
        parts.addFirst(Component.OPENNESS, only(OPENNESS_LINE, StringUtils.strip(text, "（）() ")), line);
        if (text.endsWith(PRINTED) && !parts.has(Component.PRINTED_ON)) {
            readPrinting(index);
        }
    }

    /** 附件：and the names of attachments behind it and in the lines below. */
    private void readAttachmentNote(int index, int signature) {
        TextLine line = lines.get(index);
        String first = only(ATTACHMENT_NOTE, line.text());
        if (first == null || parts.has(Component.ATTACHMENT_NOTE)) {
            return;
        }
        List<String> items = new ArrayList<>(List.of(first));
        for (int i = index + 1; i < signature && namesAttachment(lines.get(i).text()); i++) {
            items.add(lines.get(i).text());
        }
        String value = String.join("\n", items).strip();
        if (!value.isEmpty()) {
            parts.add(Component.ATTACHMENT_NOTE, value, line);
        }
    }

    private static boolean namesAttachment(String text) {
        return ITEM.matcher(text).matches() || FILE_NAME.matcher(text).matches();
    }

    /** Who printed the document and when; the name may stand in the line before. */
    private void readPrinting(int index) {
        TextLine line = lines.get(index);
        TextDates.Behind printed =
                TextDates.atEnd(line.text().substring(0, line.text().length() - PRINTED.length()));
        if (printed == null) {
            return;
        }
        String by = LegacyText.stripUnseen(printed.before());
        TextLine named = by.isEmpty() && index > 0 ? lines.get(index - 1) : line;
        String name = by.isEmpty() && index > 0 ? named.text() : by;
        if (AgencyNames.isAgency(name)) {
            parts.add(Component.PRINTED_BY, name, named);
        }
        if (by.isEmpty() || AgencyNames.isAgency(by)) {
            parts.add(Component.PRINTED_ON, printed.date(), line);
        }
    }
}
