package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;

class OfficialDocumentJsonTest {

    private static final String JSON = """
            {"kind":"document","title":"关于印发工作要点的通知","issuers":["青岛市崂山区人民政府办公室"],\
            "documentNumber":"青崂政办字〔2023〕13号","writtenOn":"2023-07-21",\
            "consultation":{"telephone":"0532-88996769"},"fromAnotherSystem":"x"}""";

    private static final OfficialDocument DOCUMENT = OfficialDocumentBuilder.builder()
            .title("关于印发工作要点的通知")
            .issuers(List.of(Agency.parse("青岛市崂山区人民政府办公室")))
            .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕13号"))
            .writtenOn(LocalDate.of(2023, 7, 21))
            .consultation(new Consultation(null, "0532-88996769"))
            .other(Map.of("fromAnotherSystem", "x"))
            .build();

    private final ObjectMapper jackson2 =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private final tools.jackson.databind.ObjectMapper jackson3 = tools.jackson.databind.json.JsonMapper.shared();

    @Test
    void bothVersionsOfJacksonWriteTheSameText() throws Exception {
        assertEquals(JSON, jackson2.writeValueAsString(DOCUMENT));
        assertEquals(JSON, jackson3.writeValueAsString(DOCUMENT));
    }

    @Test
    void bothVersionsOfJacksonReadItBack() throws Exception {
        assertEquals(DOCUMENT, jackson2.readValue(JSON, DisclosureRecord.class));
        assertEquals(DOCUMENT, jackson3.readValue(JSON, DisclosureRecord.class));
    }

    @Test
    void aDateWithATimeOfDayIsRefusedRatherThanCut() {
        String json = "{\"kind\":\"document\",\"writtenOn\":\"2023-07-21T08:00:00\"}";
        assertThrows(
                com.fasterxml.jackson.core.JsonProcessingException.class,
                () -> jackson2.readValue(json, DisclosureRecord.class));
        assertThrows(tools.jackson.core.JacksonException.class, () -> jackson3.readValue(json, DisclosureRecord.class));
    }
}
