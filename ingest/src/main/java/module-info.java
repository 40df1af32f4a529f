/**
 * Reads what old systems left, web pages and tables, and makes canonical records of it, with an account of every
 * field.
 *
 * <p>Start with {@link org.gongkai.ingest.LegacyReader}.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.ingest {
    requires transitive org.gongkai.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.ctc.wstx;
    requires com.github.albfernandez.juniversalchardet;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.lang3;
    requires org.jsoup;
    requires java.xml;
    requires java.sql;
    requires org.snakeyaml.engine;
    requires static io.soabase.recordbuilder.core;
    // For the marks @Generated on the builder; needed by the compiler alone.
    requires static transitive java.compiler;

    exports org.gongkai.ingest;
    exports org.gongkai.ingest.annual;
    exports org.gongkai.ingest.assistance;
    exports org.gongkai.ingest.calendar;
    exports org.gongkai.ingest.decision;
    exports org.gongkai.ingest.interpretation;
    exports org.gongkai.ingest.listing;
    exports org.gongkai.ingest.inventory;
    exports org.gongkai.ingest.land;
    exports org.gongkai.ingest.mapping;
    exports org.gongkai.ingest.notice;
    exports org.gongkai.ingest.office;
    exports org.gongkai.ingest.request;
    exports org.gongkai.ingest.source;
    exports org.gongkai.ingest.table;
    exports org.gongkai.ingest.workbook;

    uses org.gongkai.ingest.office.OfficeReader;
    uses org.gongkai.ingest.workbook.WorkbookReader;
}
