package org.gongkai.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.validation.json.JsonFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonFaultsTest {

    private final JsonMapper jackson3 = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final com.fasterxml.jackson.databind.json.JsonMapper jackson2 =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"writtenOn\":\"2023年7月\"}",
                "{\"title\":{\"zh\":\"通知\"}}",
                "{\"keywords\":\"通知\"}",
                "{\"attachments\":[{\"name\":\"a\"},{\"name\":\"b\",\"size\":\"大\"}]}",
                "{\"kind\":\"land-plan\"}",
                "{\"site\":{\"nom\":\"x\"}}",
                "{\"title\":",
                "[]"
            })
    void bothVersionsOfJacksonAreToldAlike(String json) {
        assertEquals(fault2(json, OfficialDocument.class), fault3(json, OfficialDocument.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":\"通知\"}", "{\"kind\":\"minutes\"}"})
    void aKindThatIsMissingOrUnknownIsToldAlike(String json) {
        assertEquals(fault2(json, DisclosureRecord.class), fault3(json, DisclosureRecord.class));
    }

    @Test
    void whatIsNoFaultOfJsonIsNone() {
        assertNull(JsonFaults.of(new IllegalStateException(new IllegalArgumentException())));
    }

    /** The sentence without its place, which Jackson 3 counts otherwise. */
    private String fault3(String json, Class<?> type) {
        return told(assertThrows(Exception.class, () -> jackson3.readValue(json, type)));
    }

    private String fault2(String json, Class<?> type) {
        return told(assertThrows(Exception.class, () -> jackson2.readValue(json, type)));
    }

    private static String told(Exception e) {
        JsonFault fault = Objects.requireNonNull(JsonFaults.of(new IllegalStateException(e)), e.toString());
        return new JsonFault(fault.what(), fault.property(), fault.value(), fault.expected(), 0, 0)
                .text(Locale.ENGLISH);
    }
}
