package org.gongkai.export.check;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.format.FormatProfile;

/** How many records the file of a format holds, told by its form alone. */
final class FormatCount {

    private static final JsonFactory JSON = CanonicalJson.mapper().getFactory();

    private FormatCount() {}

    /**
     * Counts the records.
     *
     * @throws IOException when the file is not of the form that the profile gives it
     */
    static long of(InputStream in, FormatProfile profile) throws IOException {
        try {
            return switch (profile.engine()) {
                case XML ->
                    elements(in, 2, Objects.requireNonNull(profile.envelope()).record());
                case CSV -> rows(in, profile);
                case JSON -> objects(in);
                case XLSX -> sheetRows(in) - 1;
                case HTML -> 1;
            };
        } catch (XMLStreamException | CsvParseException | UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static long elements(InputStream in, int at, String name) throws XMLStreamException {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        long count = 0;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                count += depth == at && xml.getLocalName().equals(name) ? 1 : 0;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return count;
    }

    /** Objects one a line, or those in an array; each with values that are no objects. */
    private static long objects(InputStream in) throws IOException {
        long count = 0;
        try (JsonParser parser = JSON.createParser(in)) {
            boolean within = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (within && token == JsonToken.END_OBJECT) {
                    count++;
                }
                within = token == JsonToken.START_OBJECT || within && !token.isStructEnd() && !token.isStructStart();
            }
        }
        return count;
    }

    /** The rows of the first sheet, its header among them. */
    private static long sheetRows(InputStream in) throws IOException, XMLStreamException {
        ZipInputStream parts = new ZipInputStream(in);
        for (ZipEntry each = parts.getNextEntry(); each != null; each = parts.getNextEntry()) {
            if (each.getName().equals("xl/worksheets/sheet1.xml")) {
                return elements(parts, 3, "row");
            }
        }
        throw new IOException("no sheet");
    }

    /** The rows under the header, which must bear the profile's names. */
    private static long rows(InputStream in, FormatProfile profile) throws IOException {
        String delimiter = profile.csv() == null ? "," : profile.csv().delimiter();
        CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(Objects.requireNonNull(delimiter))
                .ofCsvRecord(new InputStreamReader(in, Charset.forName(profile.encoding())));
        long count = -1;
        for (CsvRecord each : rows) {
            if (++count == 0) {
                List<String> header = new ArrayList<>(each.getFields());
                header.set(0, header.get(0).replaceFirst("^\uFEFF", ""));
                if (!header.equals(
                        profile.fields().stream().map(FormatProfile.Field::name).toList())) {
                    throw new IOException(String.join(",", header));
                }
            }
        }
        return count;
    }
}
