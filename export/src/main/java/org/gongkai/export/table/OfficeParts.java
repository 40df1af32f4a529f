package org.gongkai.export.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of an office file (ECMA-376-2), written one after the other and without the moment of writing. */
public final class OfficeParts {

    /** The namespace of relationships, which the types of relationships begin with. */
    public static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final ZipOutputStream zip;

    /** Begins a file; what it is written to is not closed. */
    public OfficeParts(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** Writes the list of the types of the parts: those of relationships and XML, and what is added. */
    public void types(String overrides) throws IOException {
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + overrides + "</Types>");
    }

    /** The type of one part. */
    public static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument."
                + type + "+xml\"/>";
    }

    /** Writes a part of relationships. */
    public void relations(String name, String relations) throws IOException {
        part(
                name,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>");
    }

    /** One relationship. */
    public static String relation(int number, String type, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + RELATION + '/' + type + "\" Target=\"" + target
                + "\"/>";
    }

    /** Writes a whole part: its XML without the declaration. */
    public void part(String name, String xml) throws IOException {
        begin(name).write((PROLOG + xml).getBytes(StandardCharsets.UTF_8));
        end();
    }

    /** Begins a part; what it holds is written to the answer, which stays open. */
    public OutputStream begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return zip;
    }

    /** Ends a part. */
    public void end() throws IOException {
        zip.closeEntry();
    }

    /** Ends the file. */
    public void finish() throws IOException {
        zip.finish();
    }
}
