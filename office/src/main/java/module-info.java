/**
 * Reads the forms of old office programs for {@code org.gongkai.ingest}, which finds this module by itself. Nothing here
 * is to be called; it is enough that it is there.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.office {
    requires org.gongkai.ingest;
    requires org.apache.poi.poi;

    provides org.gongkai.ingest.workbook.WorkbookReader with
            org.gongkai.office.XlsReader;
}
