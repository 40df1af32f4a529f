package org.gongkai.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;

/** No half of a case but the public one can leave, and that one holds nothing of a person. */
class DisclosureRequestTest {

    private static final String IDENTITY = "11010519491231002X";
    private static final String MOBILE = "13800138000";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static DisclosureRequestBuilder request() {
        return DisclosureRequestBuilder.builder()
                .caseNumber("〔2025〕第003号")
                .body(new Agency("东岭区水务局"))
                .applicantType(ApplicantType.of(ApplicantType.Type.NATURAL_PERSON));
    }

    @Test
    void noFieldOfARequestNamesAPerson() {
        Set<String> names = RecordKind.of(DisclosureRequest.class).allFields().stream()
                .map(RecordField::path)
                .collect(Collectors.toSet());
        for (String each :
                List.of("applicant", "agent", "purpose", "contact", "idDocument", "address", "earlierCase")) {
            assertTrue(names.stream().noneMatch(name -> name.equals(each) || name.endsWith("." + each)), each);
        }
    }

    @Test
    void aCaseIsNoRecordAndShowsNothingOfAPerson() {
        RequestCase whole = new RequestCase(
                request().build(),
                new RequestCase.Person("张小明", IDENTITY, MOBILE, "东岭路1号"),
                null,
                "生活需要",
                List.of("某公司"),
                "〔2024〕第101号",
                LocalDate.of(2025, 6, 1),
                "D2025-003");
        assertFalse(DisclosureRecord.class.isAssignableFrom(RequestCase.class));
        assertEquals("case 〔2025〕第003号", whole.toString());
        assertEquals("***", whole.applicant().toString());
        assertEquals(Boolean.TRUE, whole.request().earlierNamed());
        assertEquals(Boolean.TRUE, whole.request().archived());
        assertFalse(Arrays.stream(DisclosureRequest.class.getRecordComponents())
                .anyMatch(each -> each.getType() == RequestCase.Person.class));
    }

    @Test
    void numbersOfPersonsAreMaskedWhenARequestIsMade() {
        DisclosureRequest made = request()
                .description(new RequestedInformation("关于" + IDENTITY + "的档案", null, "电话" + MOBILE))
                .reason("申请人" + IDENTITY + "已获取")
                .basis("电话" + MOBILE)
                .corrections(List.of(new RequestCorrection(null, "补充证件" + IDENTITY, null, null)))
                .build();
        assertFalse(made.toString().contains(IDENTITY), made.toString());
        assertFalse(made.toString().contains(MOBILE), made.toString());
    }

    @Test
    void ofUnknownPropertiesTheNamesAloneAreKept() throws Exception {
        DisclosureRequest read = JSON.readValue(
                "{\"kind\":\"request\",\"caseNumber\":\"1\",\"applicant\":{\"name\":\"张小明\"},\"电话\":\"" + MOBILE
                        + "\"}",
                DisclosureRequest.class);
        assertEquals(Set.of("applicant", "电话"), read.other().keySet());
        String written = JSON.writeValueAsString(read);
        assertFalse(written.contains("张小明") || written.contains(MOBILE), written);
        assertTrue(written.contains("\"applicant\":\"***\""), written);
    }

    @Test
    void theChannelDecidesTheDayOfReceipt() {
        LocalDate posted = LocalDate.of(2023, 9, 20);
        LocalDate signed = LocalDate.of(2023, 9, 22);
        DisclosureRequestBuilder both =
                request().submittedOn(posted).confirmedOn(signed).receivedOn(posted);
        assertEquals(
                signed,
                both.channel(RequestChannel.of(RequestChannel.Channel.SIGNED_MAIL))
                        .build()
                        .lawfulReceipt());
        assertEquals(
                posted,
                both.channel(RequestChannel.of(RequestChannel.Channel.IN_PERSON))
                        .build()
                        .lawfulReceipt());
        assertEquals(posted, both.channel(null).build().lawfulReceipt());
        assertNull(request().build().lawfulReceipt());
    }

    @Test
    void thereAreTwentyFiveOutcomesAndEachButOneHasARow() {
        List<RequestOutcome.Outcome> all = List.of(RequestOutcome.Outcome.values());
        assertEquals(25, all.size());
        assertEquals(
                List.of(RequestOutcome.Outcome.CORRECTED_RECORD),
                all.stream().filter(each -> each.row() == null).toList());
        assertEquals(8, all.stream().filter(RequestOutcome.Outcome::refusal).count());
    }
}
