package org.gongkai.export;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Records as elements in an envelope. */
final class XmlFormat extends FormatWriter {

    private final FormatProfile profile;
    private final FormatProfile.Envelope envelope;
    private final WstxOutputFactory factory = new WstxOutputFactory();
    private @Nullable XMLStreamWriter xml;

    XmlFormat(FormatProfile profile, Bag bag) {
        super(profile, bag);
        this.profile = profile;
        this.envelope = Objects.requireNonNull(profile.envelope(), "envelope");
        factory.setProperty(WstxOutputProperties.P_USE_DOUBLE_QUOTES_IN_XML_DECL, true);
        // Splits "]]>" over two sections instead of refusing it.
        factory.setProperty(WstxOutputProperties.P_OUTPUT_FIX_CONTENT, true);
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_CONTENT, true);
    }

    @Override
    void begin(OutputStream file) throws IOException {
        boolean utf8 = profile.encoding().equals(StandardCharsets.UTF_8.name());
        // Flushed for the mark, which Woodstox knows nothing of. Wrapped, since it asks an OutputStreamWriter for its
        // charset, and for any but UTF-8 writes numbers in place of Chinese characters.
        Writer text = new BufferedWriter(writer(file));
        text.flush();
        Xml.write(() -> {
            xml = utf8 ? factory.createXMLStreamWriter(file, profile.encoding()) : factory.createXMLStreamWriter(text);
            xml.writeStartDocument(profile.encoding(), "1.0");
            line();
            xml.writeStartElement(envelope.root());
            line();
            for (FormatProfile.Field each : envelope.head()) {
                leaf(each.name(), each.constant() == null ? "" : each.constant());
            }
        });
    }

    @Override
    void row(String[] values) throws IOException {
        Xml.write(() -> {
            xml.writeStartElement(envelope.record());
            line();
            for (int i = 0; i < values.length; i++) {
                leaf(profile.fields().get(i).name(), values[i]);
            }
            xml.writeEndElement();
            line();
        });
    }

    @Override
    void end() throws IOException {
        Xml.write(() -> {
            xml.writeEndElement();
            line();
            xml.writeEndDocument();
            xml.close();
        });
    }

    @Override
    boolean holds(char c) {
        return Xml.holds(c);
    }

    private void leaf(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        if (envelope.cdata()) {
            xml.writeCData(text);
        } else {
            xml.writeCharacters(text);
        }
        xml.writeEndElement();
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
