/**
 * Reads forms of office programs for {@code org.gongkai.ingest}, which finds this module by itself: .xls, .doc and the .wps that is
 * made like it, .pdf. Nothing here is to be called; it is enough that it is there.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.office {
    requires transitive org.gongkai.ingest;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.apache.poi.poi;
    requires org.apache.poi.scratchpad;
    // Of PDFBox, for points and paths.
    requires java.desktop;

    exports org.gongkai.office;

    provides org.gongkai.ingest.office.OfficeReader with
            org.gongkai.office.DocReader,
            org.gongkai.office.PdfReader;
    provides org.gongkai.ingest.workbook.WorkbookReader with
            org.gongkai.office.XlsReader;
}
