package org.gongkai.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Objects;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.CanonicalJson;
import org.opentest4j.AssertionFailedError;

/** Assertions on what a program wrote as the JSON of a record. */
public final class RecordJsonAssert {

    private final String actual;

    RecordJsonAssert(String actual) {
        this.actual = Objects.requireNonNull(actual, "actual");
    }

    /**
     * What was written is read back as a record, with all that the record holds.
     *
     * @param record the record
     * @return this
     */
    public RecordJsonAssert readsBackAs(DisclosureRecord record) {
        DisclosureRecord read;
        try {
            read = CanonicalJson.mapper().readValue(actual, DisclosureRecord.class);
        } catch (JsonProcessingException unfit) {
            throw new AssertionFailedError(unfit.getOriginalMessage() + "\n" + actual);
        }
        if (!read.equals(record)) {
            throw new AssertionFailedError(actual, record, read);
        }
        return this;
    }
}
