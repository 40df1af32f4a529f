package org.example.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.core.DisclosureRecord;
import org.junit.jupiter.api.Test;

/** A host of Spring Boot 4 has two Jacksons: 3, its own, and 2, which the library and many others bring. */
class TwoJacksonsTest {

    private final com.fasterxml.jackson.databind.json.JsonMapper two =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private final tools.jackson.databind.json.JsonMapper three =
            tools.jackson.databind.json.JsonMapper.builder()
                    .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    @Test
    void bothReadTheSameRecordsAndWriteTheSameText() throws Exception {
        for (String each : Files.readAllLines(Path.of("../records/records.ndjson"))) {
            DisclosureRecord record = two.readValue(each, DisclosureRecord.class);
            assertEquals(record, three.readValue(each, DisclosureRecord.class));
            assertEquals(each, two.writeValueAsString(record));
            assertEquals(each, three.writeValueAsString(record));
        }
    }
}
