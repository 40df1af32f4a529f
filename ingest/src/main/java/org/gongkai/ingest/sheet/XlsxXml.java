package org.gongkai.ingest.sheet;

import java.io.IOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.ingest.source.UnreadableFileException;
import org.jspecify.annotations.Nullable;

/** Reads values as the XML of an .xlsx writes them: texts, numbers, yes or no, references to cells. */
final class XlsxXml {

    /** The last that the format allows (ECMA-376-1, 18.3.1.4 and 18.3.1.13). */
    static final int LAST_ROW = 1_048_576;

    private static final int LAST_COLUMN = 16_384;
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxXml() {}

    /** A whole number, or another where there is none. */
    static int number(@Nullable String text, int otherwise) throws IOException {
        if (text == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw UnreadableFileException.damagedWorkbook("no number: " + text);
        }
    }

    /** Whether a text says yes. */
    static boolean isTrue(@Nullable String text) {
        return text != null && (text.strip().equals("1") || text.strip().equalsIgnoreCase("true"));
    }

    /** The text inside the element at hand, up to one character more than the limit; phonetic readings are left out. */
    static String text(XMLStreamReader xml, String until, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        // Indentation between the parts of a rich text is none of it.
        boolean rich = until.equals("is") || until.equals("si");
        int inside = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                inside += xml.getLocalName().equals("t") ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals(until)) {
                    return text.toString();
                }
                phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inside -= xml.getLocalName().equals("t") ? 1 : 0;
            } else if ((event == XMLStreamConstants.CHARACTERS
                            || event == XMLStreamConstants.CDATA
                            || event == XMLStreamConstants.SPACE)
                    && phonetic == 0
                    && (!rich || inside > 0)) {
                // One more than the limit, so that whoever cuts sees that there was more.
                int room = most + 1 - text.length();
                if (room > 0) {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                }
            }
        }
    }

    /** Control characters are written as {@code _x000D_} (ECMA-376-1, 22.9.2.19). */
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text).replaceAll(each -> {
                    char character = (char) Integer.parseInt(each.group(1), 16);
                    return character == '$' || character == '\\' ? "\\" + character : String.valueOf(character);
                })
                : text;
    }

    /** The row of a cell, counted from 1. */
    static int row(String reference) throws IOException {
        int digits = 0;
        while (digits < reference.length() && Character.isLetter(reference.charAt(digits))) {
            digits++;
        }
        int row = number(reference.substring(digits), 0);
        if (row < 1 || row > LAST_ROW) {
            throw UnreadableFileException.damagedWorkbook("no such cell: " + reference);
        }
        return row;
    }

    /** The column of a cell, counted from 0. */
    static int column(String reference) throws IOException {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
            if (column < 1 || column > LAST_COLUMN) {
                throw UnreadableFileException.damagedWorkbook("no such cell: " + reference);
            }
        }
        if (column == 0) {
            throw UnreadableFileException.damagedWorkbook("no such cell: " + reference);
        }
        return column - 1;
    }
}
