/**
 * Writes disclosure records as a package that a provincial document library can load.
 *
 * <p>Start with {@link org.gongkai.export.LibraryPackage}.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // It names a module that is built after it.
module org.gongkai.export {
    requires transitive org.gongkai.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.ctc.wstx;
    requires java.xml;
    requires de.siegmar.fastcsv;
    requires transitive org.gongkai.validation;
    requires org.jsoup;

    exports org.gongkai.export;
    exports org.gongkai.export.annual;
    exports org.gongkai.export.assistance;
    exports org.gongkai.export.bag to
            org.gongkai.conversion;
    exports org.gongkai.export.check;
    exports org.gongkai.export.decision;
    exports org.gongkai.export.delta;
    exports org.gongkai.export.form;
    exports org.gongkai.export.format;
    exports org.gongkai.export.interpretation;
    exports org.gongkai.export.land;
    exports org.gongkai.export.notice;
    exports org.gongkai.export.obligation;
    exports org.gongkai.export.proof;
    exports org.gongkai.export.report;

    // Jackson binds the records of profiles and reports.
    opens org.gongkai.export to
            com.fasterxml.jackson.databind;
    opens org.gongkai.export.assistance to
            com.fasterxml.jackson.databind;
    opens org.gongkai.export.check to
            com.fasterxml.jackson.databind;
    opens org.gongkai.export.delta to
            com.fasterxml.jackson.databind;
    opens org.gongkai.export.format to
            com.fasterxml.jackson.databind;
    opens org.gongkai.export.proof to
            com.fasterxml.jackson.databind;
}
