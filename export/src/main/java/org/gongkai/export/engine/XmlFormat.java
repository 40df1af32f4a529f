package org.gongkai.export.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.gongkai.export.bag.Bag;
import org.gongkai.export.format.FormatProfile;
import org.gongkai.export.table.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Records as elements in an envelope. The marks between the values are the same in every record, so they are made bytes
 * once; a writer that thinks about each mark took more than twice as long for a row.
 */
final class XmlFormat extends FormatWriter {

    /** No character beyond it is written as anything but itself. */
    private static final char LAST_SIGN = '>';

    private final Charset charset;
    private final boolean cdata;
    private final byte[] start;
    private final byte[] finish;
    /** Before the first value, between each two, and after the last. */
    private final byte[][] marks;

    private final boolean utf8;
    /** The row that is being written. */
    private byte[] row = new byte[1 << 13];

    private int filled;
    private char[] characters = new char[1 << 10];

    private @Nullable OutputStream file;

    XmlFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        FormatProfile.Envelope envelope = Objects.requireNonNull(profile.envelope(), "envelope");
        charset = Charset.forName(profile.encoding());
        utf8 = charset.equals(StandardCharsets.UTF_8);
        cdata = envelope.cdata();

        StringBuilder head = new StringBuilder("<?xml version=\"1.0\" encoding=\"" + profile.encoding() + "\"?>\n");
        head.append(opening(envelope.root())).append('\n');
        for (FormatProfile.Field each : envelope.head()) {
            String constant = each.constant() == null ? "" : each.constant();
            head.append(before(each)).append(safe(holdable(constant))).append(after(each));
        }
        start = head.toString().getBytes(charset);
        finish = closing(envelope.root()).getBytes(charset);

        marks = new byte[profile.fields().size() + 1][];
        String mark = opening(envelope.record()) + '\n';
        for (int i = 0; i < marks.length - 1; i++) {
            FormatProfile.Field each = profile.fields().get(i);
            marks[i] = (mark + before(each)).getBytes(charset);
            mark = after(each);
        }
        marks[marks.length - 1] = (mark + closing(envelope.record())).getBytes(charset);
    }

    @Override
    void begin(OutputStream to) throws IOException {
        file = to;
        file.write(start);
    }

    @Override
    void row(String[] values) throws IOException {
        filled = 0;
        for (int i = 0; i < values.length; i++) {
            append(marks[i]);
            if (utf8) {
                append(values[i]);
            } else {
                append(safe(values[i]).getBytes(charset));
            }
        }
        append(marks[values.length]);
        file.write(row, 0, filled);
    }

    private void append(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, row, filled, bytes.length);
        filled += bytes.length;
    }

    /** Escapes and encodes a text in one go; a value holds no half character any more. */
    private void append(String text) {
        int count = text.length();
        if (characters.length < count) {
            characters = new char[2 * count];
        }
        text.getChars(0, count, characters, 0);
        // Three bytes a character are enough of every plane; what stands for a sign makes room for itself.
        room(3 * count);
        byte[] to = row;
        int at = filled;
        for (int i = 0; i < count; i++) {
            char c = characters[i];
            if (c >= 0x800 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                to[at] = (byte) (0xE0 | c >> 12);
                to[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
                to[at + 2] = (byte) (0x80 | c & 0x3F);
                at += 3;
            } else if (c < 0x80 && c != '>' && c != '<' && c != '&' && c != '\r') {
                to[at++] = (byte) c;
            } else {
                filled = at;
                i += rare(text, i);
                room(3 * (count - i));
                to = row;
                at = filled;
            }
        }
        filled = at;
    }

    /** Writes what may be a sign, or is written as two or four bytes; answers how many characters it took beyond the first. */
    private int rare(String text, int at) {
        char c = text.charAt(at);
        if (c <= LAST_SIGN) {
            String sign = sign(text, at);
            if (sign == null) {
                row[filled++] = (byte) c;
            } else {
                append(sign.getBytes(charset));
            }
        } else if (c < 0x800) {
            row[filled++] = (byte) (0xC0 | c >> 6);
            row[filled++] = (byte) (0x80 | c & 0x3F);
        } else {
            append(text.substring(at, at + 2).getBytes(charset));
            return 1;
        }
        return 0;
    }

    private void room(int more) {
        if (row.length - filled < more) {
            row = Arrays.copyOf(row, Math.max(2 * row.length, Math.addExact(filled, more)));
        }
    }

    @Override
    void end() throws IOException {
        file.write(finish);
    }

    @Override
    boolean holds(char c) {
        return Xml.holds(c);
    }

    private String before(FormatProfile.Field field) {
        return opening(field.name()) + (cdata ? "<![CDATA[" : "");
    }

    private String after(FormatProfile.Field field) {
        return (cdata ? "]]>" : "") + closing(field.name());
    }

    private static String opening(String name) {
        return '<' + name + '>';
    }

    private static String closing(String name) {
        return "</" + name + ">\n";
    }

    private String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            String sign = text.charAt(i) <= LAST_SIGN ? sign(text, i) : null;
            if (sign == null) {
                safe.append(text.charAt(i));
            } else {
                safe.append(sign);
            }
        }
        return safe.toString();
    }

    /**
     * What is written in place of a character, or null when it is written as it is. XML 1.0 sections 2.4 and 2.7: a section ends at the
     * first ]]>, so it is parted there. Section 2.11: a reader makes a line feed of any other end of a line.
     */
    private @Nullable String sign(String text, int at) {
        char c = text.charAt(at);
        if (cdata) {
            return c == '>' && text.startsWith("]]", at - 2) ? "]]><![CDATA[>" : null;
        }
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#xd;";
            default -> null;
        };
    }
}
