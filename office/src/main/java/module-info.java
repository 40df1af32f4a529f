/**
 * Reads the forms of old office programs for {@code org.gongkai.ingest}, which finds this module by itself. Nothing here
 * is to be called; it is enough that it is there.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.office {
    requires transitive org.gongkai.ingest;
    requires org.apache.poi.poi;

    exports org.gongkai.office;

    provides org.gongkai.ingest.workbook.WorkbookReader with
            org.gongkai.office.XlsReader;
}
