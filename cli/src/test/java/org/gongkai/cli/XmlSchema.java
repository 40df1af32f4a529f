package org.gongkai.cli;

import java.util.List;
import org.gongkai.export.format.FormatProfile;

/** Writes the W3C XML Schema of an XML format: its elements in their order. */
final class XmlSchema {

    private XmlSchema() {}

    static String of(FormatProfile profile) {
        FormatProfile.Envelope envelope = profile.envelope();
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\">\n");
        out.append("  <xs:annotation>\n    <xs:documentation xml:lang=\"en\">")
                .append(text(profile.name() + " " + profile.version() + ". " + profile.note()))
                .append("</xs:documentation>\n  </xs:annotation>\n");
        out.append("  <xs:element name=\"" + envelope.root() + "\">\n    <xs:complexType>\n      <xs:sequence>\n");
        elements(envelope.head(), "        ", out);
        out.append(
                "        <xs:element name=\"" + envelope.record()
                        + "\" minOccurs=\"0\" maxOccurs=\"unbounded\">\n          <xs:complexType>\n            <xs:sequence>\n");
        elements(profile.fields(), "              ", out);
        out.append("            </xs:sequence>\n          </xs:complexType>\n        </xs:element>\n");
        out.append("      </xs:sequence>\n    </xs:complexType>\n  </xs:element>\n</xs:schema>\n");
        return out.toString();
    }

    private static void elements(List<FormatProfile.Field> fields, String indent, StringBuilder out) {
        for (FormatProfile.Field each : fields) {
            out.append(indent + "<xs:element name=\"" + each.name() + "\" type=\"xs:string\"");
            if (each.constant() != null) {
                out.append(" fixed=\"" + text(each.constant()) + "\"");
            }
            if (each.note() == null) {
                out.append("/>\n");
            } else {
                out.append(">\n" + indent + "  <xs:annotation>\n" + indent + "    <xs:documentation xml:lang=\"en\">"
                        + text(each.note()) + "</xs:documentation>\n" + indent + "  </xs:annotation>\n" + indent
                        + "</xs:element>\n");
            }
        }
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
