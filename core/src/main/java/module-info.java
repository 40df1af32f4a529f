/**
 * Canonical types for government disclosure data (政府信息公开).
 *
 * <p>Start with {@link org.gongkai.core.document.OfficialDocument}. Every type here is immutable and safe to
 * share between threads.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // It names modules that are built after it.
module org.gongkai.core {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive jakarta.validation;
    requires transitive org.jspecify;
    requires org.apache.commons.lang3;
    requires static io.soabase.recordbuilder.core;
    // For the marks @Generated on the builders; needed by the compiler alone.
    requires static transitive java.compiler;

    exports org.gongkai.core;
    exports org.gongkai.core.annual;
    exports org.gongkai.core.assistance;
    exports org.gongkai.core.calendar;
    exports org.gongkai.core.catalogue;
    exports org.gongkai.core.constraint;
    exports org.gongkai.core.decision;
    exports org.gongkai.core.document;
    exports org.gongkai.core.form to
            org.gongkai.ingest,
            org.gongkai.export;
    exports org.gongkai.core.inventory;
    exports org.gongkai.core.interpretation;
    exports org.gongkai.core.kind;
    exports org.gongkai.core.land;
    exports org.gongkai.core.organization;
    exports org.gongkai.core.privacy;
    exports org.gongkai.core.register;
    exports org.gongkai.core.request;
    exports org.gongkai.core.source;
    exports org.gongkai.core.work;
    exports org.gongkai.core.index to
            org.gongkai.validation,
            org.gongkai.export,
            org.gongkai.conversion;
    exports org.gongkai.core.text to
            org.gongkai.validation,
            org.gongkai.ingest,
            org.gongkai.export,
            org.gongkai.conversion;

    // Jackson and Hibernate Validator read the annotations of records and reach their components by reflection.
    opens org.gongkai.core;
    opens org.gongkai.core.annual;
    opens org.gongkai.core.assistance;
    opens org.gongkai.core.calendar;
    opens org.gongkai.core.catalogue;
    opens org.gongkai.core.constraint;
    opens org.gongkai.core.decision;
    opens org.gongkai.core.document;
    opens org.gongkai.core.interpretation;
    opens org.gongkai.core.land;
    opens org.gongkai.core.organization;
    opens org.gongkai.core.privacy;
    opens org.gongkai.core.register;
    opens org.gongkai.core.request;
    opens org.gongkai.core.source;
    opens org.gongkai.core.work;
}
