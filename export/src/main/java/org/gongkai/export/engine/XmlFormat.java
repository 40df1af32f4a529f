package org.gongkai.export.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
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

    private final Charset charset;
    private final boolean cdata;
    private final byte[] start;
    private final byte[] finish;
    /** Before the first value, between each two, and after the last. */
    private final byte[][] marks;

    private @Nullable OutputStream file;

    XmlFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        FormatProfile.Envelope envelope = Objects.requireNonNull(profile.envelope(), "envelope");
        charset = Charset.forName(profile.encoding());
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
        for (int i = 0; i < values.length; i++) {
            file.write(marks[i]);
            file.write(safe(values[i]).getBytes(charset));
        }
        file.write(marks[values.length]);
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

    /** XML 1.0 sections 2.4 and 2.7: a section ends at the first ]]>, so it is parted there. */
    private String safe(String text) {
        return cdata
                ? text.replace("]]>", "]]]]><![CDATA[>")
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        // Section 2.11: a reader makes a line feed of any other.
                        .replace("\r", "&#xd;");
    }
}
