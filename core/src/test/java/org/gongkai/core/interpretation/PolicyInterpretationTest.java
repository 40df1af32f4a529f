package org.gongkai.core.interpretation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;

class PolicyInterpretationTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final RecordKind<PolicyInterpretation> KIND = RecordKind.of(PolicyInterpretation.class);

    private static PolicyInterpretationBuilder text() {
        return PolicyInterpretationBuilder.builder()
                .title("文字解读：东岭区节水办法")
                .form(InterpretationForm.of(InterpretationForm.Form.TEXT))
                .interprets(List.of(PolicyReference.of(DocumentNumber.parse("东政发〔2024〕3号"))))
                .responsible(Agency.parse("东岭区水务局"))
                .publisher(Agency.parse("东岭区人民政府办公室"))
                .publishedOn(LocalDate.of(2024, 3, 6));
    }

    @Test
    void innerPapersAreReadAndLeftOutOfWhatGoesOut() throws Exception {
        PolicyInterpretation whole = text().plan(
                        new InterpretationPlan("背景、举措", List.of(), List.of("政府网站"), LocalDate.of(2024, 3, 5)))
                .sync(List.of(new SyncStep("同步审签", LocalDate.of(2024, 3, 4))))
                .build();
        assertEquals(whole, JSON.readValue(JSON.writeValueAsString(whole), DisclosureRecord.class));
        PolicyInterpretation leaving = KIND.leaving(whole);
        assertEquals(text().build(), leaving);
        assertFalse(KIND.holdsBack(whole));
        String written = JSON.writeValueAsString(leaving);
        assertFalse(written.contains("plan") || written.contains("sync"), written);
    }

    @Test
    void aRecordWithoutInnerPapersGoesOutAsItIs() {
        PolicyInterpretation record = text().build();
        assertSame(record, KIND.leaving(record));
        assertEquals(
                List.of("plan", "sync"),
                KIND.fields().stream()
                        .filter(RecordField::inner)
                        .map(RecordField::name)
                        .toList());
    }

    @Test
    void anotherFormOfOneTitleIsAnotherRecord() {
        assertNotEquals(
                text().build().key(),
                text().form(InterpretationForm.of(InterpretationForm.Form.PICTURE))
                        .build()
                        .key());
    }

    @Test
    void theDrafterAnswersForItAndWhereNobodyIsNamedThePublisher() {
        assertEquals(Agency.parse("东岭区水务局"), text().build().agency());
        assertEquals(
                Agency.parse("东岭区人民政府办公室"), text().responsible(null).build().agency());
    }

    @Test
    void aReferenceThatNamesNoDocumentIsNone() {
        PolicyInterpretation record = text().interprets(
                        Arrays.asList(null, new PolicyReference(null, " ", null, null, "第三条")))
                .build();
        assertTrue(record.interprets().isEmpty());
    }

    @Test
    void aFormIsKnownByEachOfItsNames() {
        assertEquals(
                InterpretationForm.Form.PICTURE, InterpretationForm.parse("图解").form());
        assertEquals(
                InterpretationForm.Form.VIDEO, InterpretationForm.parse("微电影").form());
        assertNull(InterpretationForm.parse("诗歌").form());
    }

    @Test
    void bothSchemesOfTheThreeStepsAreKnownWithTheirOrder() {
        List<SyncScheme> schemes = SyncScheme.standard();
        assertEquals(
                List.of("shandong", "drafting"),
                schemes.stream().map(SyncScheme::name).toList());
        assertEquals(1, schemes.get(0).place("审签"));
        assertEquals(2, schemes.get(0).place("同步 部署"));
        assertEquals(-1, schemes.get(0).place("同步起草"));
        assertEquals(0, schemes.get(1).place("同步起草"));
        assertFalse(schemes.get(1).steps().get(2).beforeDocument());
    }

    @Test
    void aSiteHasASchemeOfItsOwn() throws Exception {
        List<SyncScheme> own = SyncScheme.read(
                new StringReader("scheme,step,beforeDocument,source,evidence\na,同步谋划,yes,本区办法,primary\n"), "own.csv");
        assertEquals(0, own.get(0).place("谋划"));
    }

    @Test
    void anAnswerHoldsUntilItIsMarkedOrItsLastDayIsOver() {
        LocalDate day = LocalDate.of(2024, 6, 1);
        PolicyAnswerBuilder answer = PolicyAnswerBuilder.builder().question("怎样申请？");
        assertTrue(answer.build().holds(day));
        assertTrue(answer.validUntil(day).build().holds(day));
        assertFalse(answer.validUntil(day.minusDays(1)).build().holds(day));
        assertFalse(answer.validUntil(null)
                .status(AnswerStatus.of(AnswerStatus.State.WITHDRAWN))
                .build()
                .holds(day));
    }

    @Test
    void theHourOfAnEventGivesItsDay() {
        LocalDateTime hour = LocalDateTime.of(2024, 3, 7, 10, 0);
        assertEquals(
                LocalDate.of(2024, 3, 7),
                PressReleaseBuilder.builder().heldAt(hour).build().heldOn());
    }
}
