/**
 * For every rule records that pass and records that break it, with the report expected of each, and what tries a program
 * by them. It knows none of the other modules: whatever judges records can be tried.
 *
 * <p>Start with {@link org.gongkai.conformance.ConformanceSuite}.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.conformance {
    requires transitive org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires java.net.http;

    exports org.gongkai.conformance;

    // Jackson reads the cases and answers by reflection.
    opens org.gongkai.conformance;
}
