package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the mappers of a host make of a kind of record: those of Jackson 2 and 3, strict and lenient. */
class KindsInJsonTest {

    /** A mapper, without what differs between the two versions of Jackson. */
    private interface Mapper {
        <T> T read(String json, Class<T> type) throws Exception;

        String write(Object value) throws Exception;
    }

    private record Jackson2(ObjectMapper mapper) implements Mapper {
        @Override
        public <T> T read(String json, Class<T> type) throws Exception {
            return mapper.readValue(json, type);
        }

        @Override
        public String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }
    }

    private record Jackson3(tools.jackson.databind.ObjectMapper mapper) implements Mapper {
        @Override
        public <T> T read(String json, Class<T> type) {
            return mapper.readValue(json, type);
        }

        @Override
        public String write(Object value) {
            return mapper.writeValueAsString(value);
        }
    }

    static Stream<Mapper> mappers() {
        return Stream.of(
                new Jackson2(
                        JsonMapper.builder().addModule(new JavaTimeModule()).build()),
                // As Spring Boot 3 sets it.
                new Jackson2(JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()),
                new Jackson3(tools.jackson.databind.json.JsonMapper.shared()),
                new Jackson3(tools.jackson.databind.json.JsonMapper.builder()
                        .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build()));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void aTypeAloneNeedsNoKindAndWritesIt(Mapper mapper) throws Exception {
        for (RecordKind<?> kind : RecordKind.all()) {
            DisclosureRecord record = mapper.read("{}", kind.type());
            assertEquals("{\"kind\":\"" + kind.code() + "\"}", mapper.write(record));
            assertEquals(record, mapper.read(mapper.write(record), kind.type()));
            assertEquals(record, mapper.read(mapper.write(record), DisclosureRecord.class));
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void theNameOfAnotherKindIsRefused(Mapper mapper) {
        for (RecordKind<?> kind : RecordKind.all()) {
            for (RecordKind<?> other : RecordKind.all()) {
                if (kind != other) {
                    WrongKindException refusal = refusal(mapper, "{\"kind\":\"" + other.code() + "\"}", kind.type());
                    assertEquals(other.code(), refusal.given());
                    assertEquals(kind.code(), refusal.expected());
                }
            }
            assertEquals(
                    "minutes",
                    refusal(mapper, "{\"kind\":\"minutes\"}", kind.type()).given());
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void aRecordOfAnyKindMustNameIt(Mapper mapper) {
        assertThrows(Exception.class, () -> mapper.read("{\"title\":\"通知\"}", DisclosureRecord.class));
        assertThrows(
                Exception.class, () -> mapper.read("{\"kind\":\"minutes\",\"title\":\"通知\"}", DisclosureRecord.class));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void aListOfAllKindsReadsBack(Mapper mapper) throws Exception {
        DisclosureRecord[] records = RecordKind.all().stream()
                .map(each -> each.assemble(Map.of(), Map.of("from", "elsewhere")))
                .toArray(DisclosureRecord[]::new);
        assertEquals(List.of(records), List.of(mapper.read(mapper.write(records), DisclosureRecord[].class)));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void unknownPropertiesAreKeptInTheOrderOfTheirNames(Mapper mapper) throws Exception {
        for (RecordKind<?> kind : RecordKind.all()) {
            // Its own component has that name; in JSON it is unknown as any.
            DisclosureRecord record = mapper.read("{\"z\":1,\"other\":{\"a\":null},\"b\":[true]}", kind.type());
            assertEquals(List.of("b", "other", "z"), List.copyOf(record.other().keySet()));
            // A kind whose other half names persons keeps the names of unknown properties alone.
            String values = kind.personalData() == RecordKind.PersonalData.HALVED
                    ? "\"b\":\"***\",\"other\":\"***\",\"z\":\"***\"}"
                    : "\"b\":[true],\"other\":{\"a\":null},\"z\":1}";
            assertEquals("{\"kind\":\"" + kind.code() + "\"," + values, mapper.write(record));
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void nobodyChangesWhatWasRead(Mapper mapper) throws Exception {
        Map<String, Object> other =
                mapper.read("{\"z\":1}", OfficialDocument.class).other();
        assertThrows(UnsupportedOperationException.class, () -> other.put("a", 1));
        assertThrows(UnsupportedOperationException.class, other::clear);
        assertThrows(
                UnsupportedOperationException.class,
                () -> other.entrySet().iterator().next().setValue(2));
    }

    @Test
    void aDecimalOfAnUnknownPropertyKeepsItsDigitsWhereTheMapperReadsDecimals() throws Exception {
        String json = "{\"price\":1.10}";
        assertEquals(
                new BigDecimal("1.10"),
                JsonMapper.builder()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build()
                        .readValue(json, OfficialDocument.class)
                        .other()
                        .get("price"));
        assertEquals(
                new BigDecimal("1.10"),
                tools.jackson.databind.json.JsonMapper.builder()
                        .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build()
                        .readValue(json, OfficialDocument.class)
                        .other()
                        .get("price"));
    }

    private static WrongKindException refusal(Mapper mapper, String json, Class<?> type) {
        Throwable refusal = assertThrows(Exception.class, () -> mapper.read(json, type));
        assertTrue(
                refusal instanceof JsonMappingException || refusal instanceof tools.jackson.core.JacksonException,
                refusal.toString());
        while (!(refusal instanceof WrongKindException)) {
            refusal = refusal.getCause();
        }
        return (WrongKindException) refusal;
    }
}
