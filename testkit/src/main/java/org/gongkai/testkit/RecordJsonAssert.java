package org.gongkai.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.export.CanonicalJson;

/** Assertions on what a program wrote as the JSON of a record. */
public final class RecordJsonAssert extends AbstractAssert<RecordJsonAssert, String> {

    RecordJsonAssert(String actual) {
        super(actual, RecordJsonAssert.class);
    }

    /**
     * What was written is read back as a record, with all that the record holds.
     *
     * @param record the record
     * @return this
     */
    public RecordJsonAssert readsBackAs(DisclosureRecord record) {
        isNotNull();
        DisclosureRecord read;
        try {
            read = CanonicalJson.mapper().readValue(actual, DisclosureRecord.class);
        } catch (JsonProcessingException unfit) {
            throw failure("%s", unfit.getOriginalMessage() + "\n" + actual);
        }
        Assertions.assertThat(read).isEqualTo(record);
        return this;
    }
}
