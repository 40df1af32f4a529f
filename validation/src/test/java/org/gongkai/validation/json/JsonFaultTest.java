package org.gongkai.validation.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Locale;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.assistance.AssistanceStandard;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.validation.json.JsonFault.What;
import org.junit.jupiter.api.Test;

class JsonFaultTest {

    private final JsonMapper mapper =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aDateThatIsNoneNamesPropertyValueAndForm() {
        JsonFault fault = fault("{\"title\":\"通知\",\n \"writtenOn\":\"2023年7月\"}", OfficialDocument.class);
        assertEquals(new JsonFault(What.VALUE, "writtenOn", "2023年7月", "\"2023-07-21\"", 2, 14), fault);
        assertEquals(
                "The property writtenOn does not hold what it should: 2023年7月; expected: \"2023-07-21\""
                        + " (line 2, column 14)",
                fault.text(Locale.ENGLISH));
        assertEquals("属性 writtenOn 的值不合要求：2023年7月；应为：\"2023-07-21\"（第2行，第14列）", fault.text(Locale.CHINA));
    }

    @Test
    void anObjectOrListInPlaceOfATextIsNamed() {
        JsonFault object = fault("{\"title\":{\"zh\":\"通知\"}}", OfficialDocument.class);
        assertEquals(What.VALUE, object.what());
        assertEquals("title", object.property());
        assertEquals("{…}", object.value());
        assertEquals("\"…\"", object.expected());
        assertEquals("[…]", fault("{\"title\":[1]}", OfficialDocument.class).value());
    }

    @Test
    void aTextInPlaceOfAListIsNamed() {
        JsonFault fault = fault("{\"keywords\":\"通知\"}", OfficialDocument.class);
        assertEquals("keywords", fault.property());
        assertEquals("\"…\"", fault.value());
        assertEquals("[…]", fault.expected());
    }

    @Test
    void aValueInsideAListHasItsPosition() {
        JsonFault fault =
                fault("{\"attachments\":[{\"name\":\"a\"},{\"name\":\"b\",\"size\":\"大\"}]}", OfficialDocument.class);
        assertEquals("attachments.2.size", fault.property());
        assertEquals("大", fault.value());
        assertEquals("12", fault.expected());
    }

    @Test
    void aTermOfAClosedListNamesTheList() {
        JsonFault fault = fault("{\"residence\":\"海外\"}", AssistanceStandard.class);
        assertEquals("residence", fault.property());
        assertEquals("海外", fault.value());
        assertTrue(String.valueOf(fault.expected()).contains("\" | \""), fault.expected());
    }

    @Test
    void anotherKindIsToldWithTheOneExpected() {
        JsonFault fault = fault("{\"kind\":\"land-plan\"}", OfficialDocument.class);
        assertEquals(What.KIND, fault.what());
        assertEquals("land-plan", fault.value());
        assertEquals("\"document\"", fault.expected());
    }

    @Test
    void aMissingOrUnknownKindIsToldWithAllThereAre() {
        for (String json : new String[] {"{\"title\":\"通知\"}", "{\"kind\":\"minutes\"}"}) {
            JsonFault fault = fault(json, DisclosureRecord.class);
            assertEquals(What.KIND, fault.what());
            assertEquals("kind", fault.property());
            assertTrue(String.valueOf(fault.expected()).startsWith("\"document\" | "), fault.expected());
        }
    }

    @Test
    void aKindThatIsNotGivenIsCalledMissingAndNotUnfit() {
        JsonFault fault = fault("{\"title\":\"通知\"}", DisclosureRecord.class);
        assertTrue(fault.text(Locale.ENGLISH).startsWith("The property kind is missing; expected: "));
        assertTrue(fault.text(Locale.CHINESE).startsWith("属性 kind 缺失；应为："));
    }

    @Test
    void aTextWithoutAValueIsNoWholeJson() {
        for (String json : new String[] {"", " \n"}) {
            assertTrue(fault(json, OfficialDocument.class).text(Locale.ENGLISH).startsWith("This is no whole JSON"));
        }
    }

    @Test
    void anUnknownPropertyOfAPartIsNamed() {
        JsonFault fault = fault("{\"site\":{\"nom\":\"x\"}}", OfficialDocument.class);
        assertEquals(What.UNKNOWN, fault.what());
        assertEquals("site.nom", fault.property());
    }

    @Test
    void aTextThatBreaksOffIsMalformedWhereverItDoes() {
        for (String json : new String[] {"{", "{\"title\":", "{\"site\":{\"name\":\"x\"", "通知"}) {
            assertEquals(What.MALFORMED, fault(json, OfficialDocument.class).what(), json);
        }
    }

    @Test
    void anotherValueThanAnObjectIsAFaultOfTheWhole() {
        for (String json : new String[] {"[]", "\"通知\"", "1"}) {
            JsonFault fault = fault(json, OfficialDocument.class);
            assertEquals("", fault.property());
            assertEquals("{…}", fault.expected());
            assertFalse(fault.text(Locale.ENGLISH).startsWith("The property"));
        }
    }

    @Test
    void aLongValueIsCutAndStandsOnOneLine() {
        String value = String.valueOf(fault("{\"writtenOn\":\"a\\n" + "𠮷".repeat(200) + "\"}", OfficialDocument.class)
                .value());
        assertEquals(JsonFault.LONGEST + 1, value.codePointCount(0, value.length()));
        assertFalse(value.contains("\n"));
    }

    private JsonFault fault(String json, Class<?> type) {
        JsonFault fault =
                JsonFault.of(assertThrows(JsonProcessingException.class, () -> mapper.readValue(json, type), json));
        for (Locale each : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            String text = fault.text(each);
            assertFalse(text.contains("org.gongkai") || text.contains("java.") || text.contains("Token"), text);
        }
        return fault;
    }
}
