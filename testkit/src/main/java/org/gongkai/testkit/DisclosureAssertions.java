package org.gongkai.testkit;

/** The assertions of this library, to be imported beside those that a test has already. */
public final class DisclosureAssertions {

    private DisclosureAssertions() {}

    /**
     * Asserts something of everything that was read.
     *
     * @param all what was read
     * @return the assertions
     */
    public static DisclosureAssert assertThat(Disclosure all) {
        return new DisclosureAssert(all);
    }

    /**
     * Asserts something of one record.
     *
     * @param document the record
     * @return the assertions
     */
    public static DocumentAssert assertThat(DisclosureDocument document) {
        return new DocumentAssert(document);
    }

    /**
     * Asserts something of the JSON that a program wrote of a record.
     *
     * @param json the JSON
     * @return the assertions
     */
    public static RecordJsonAssert assertThatJson(String json) {
        return new RecordJsonAssert(json);
    }
}
