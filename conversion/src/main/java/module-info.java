/**
 * A run as one call: reads legacy sources or takes records, judges them one by one and together, and writes the package
 * and its reports.
 *
 * <p>Start with {@link org.gongkai.conversion.Conversion}.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.conversion {
    requires transitive org.gongkai.export;
    requires transitive org.gongkai.ingest;
    requires static io.soabase.recordbuilder.core;
    // For the marks @Generated on the builder; needed by the compiler alone.
    requires static java.compiler;

    exports org.gongkai.conversion;

    // Jackson binds what the journal keeps.
    opens org.gongkai.conversion to
            com.fasterxml.jackson.databind;
}
