/**
 * For tests of a body of documents and of programs that make or judge records: JUnit tests over a folder, assertions, valid
 * records by lot, and a record that breaks each rule.
 *
 * <p>Start with {@link org.gongkai.testkit.DisclosureSource}.
 */
@org.jspecify.annotations.NullMarked
module org.gongkai.testkit {
    requires transitive org.gongkai.conversion;
    requires transitive org.gongkai.conformance;
    requires transitive org.junit.jupiter.api;
    requires transitive net.jqwik.api;
    requires org.opentest4j;

    exports org.gongkai.testkit;

    // JUnit makes the extensions by reflection.
    opens org.gongkai.testkit to
            org.junit.platform.commons;

    provides net.jqwik.api.providers.ArbitraryProvider with
            org.gongkai.testkit.ValidRecordProvider;
}
