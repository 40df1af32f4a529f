package org.gongkai.core.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.land.LandRequisitionPlan;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordKindTest {

    private static final RecordKind<OfficialDocument> DOCUMENT = RecordKind.of(OfficialDocument.class);

    static List<RecordKind<?>> kinds() {
        return RecordKind.all();
    }

    @Test
    void everyTypeThatTheSealedFacePermitsIsAKind() {
        assertEquals(
                Set.of(DisclosureRecord.class.getPermittedSubclasses()),
                new HashSet<>(kinds().stream().map(RecordKind::type).toList()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theFieldsAreTheComponentsInTheOrderOfTheJson(RecordKind<?> kind) {
        List<String> order =
                Arrays.asList(kind.type().getAnnotation(JsonPropertyOrder.class).value());
        assertEquals(
                order.subList(1, order.size()),
                kind.fields().stream().map(RecordField::name).toList());
    }

    /** A label of a component that was renamed or dropped would say nothing of anything. */
    @Test
    void everyLabelIsOfAComponentThatIsThere() {
        Set<String> components = new TreeSet<>();
        Set<String> labels = new TreeSet<>();
        for (RecordKind<?> each : kinds()) {
            components(each.type(), components);
            labels.addAll(FieldLabels.read(each.type()).keySet());
        }
        assertEquals(components, labels);
    }

    private static void components(Class<?> type, Set<String> names) {
        for (RecordComponent each : type.getRecordComponents()) {
            if (each.getType() != Map.class) {
                names.add(type.getSimpleName() + '.' + each.getName());
            }
        }
        for (RecordField each : RecordField.of(type, "", new FieldLabels())) {
            if (!each.parts().isEmpty()) {
                components(each.type(), names);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noTwoFieldsOfOnePlaceAreCalledTheSame(RecordKind<?> kind) {
        apart(kind.fields());
        for (RecordField each : kind.allFields()) {
            apart(each.parts());
        }
    }

    private static void apart(List<RecordField> fields) {
        assertEquals(
                fields.size(),
                fields.stream().map(each -> each.label().zh()).distinct().count(),
                () -> fields.stream().map(each -> each.label().zh()).toList().toString());
        assertEquals(
                fields.size(),
                fields.stream().map(each -> each.label().en()).distinct().count(),
                () -> fields.stream().map(each -> each.label().en()).toList().toString());
    }

    @Test
    void aFieldIsFoundByItsPathAndReadFromItsOwner() {
        RecordField name = DOCUMENT.field("attachments.name");
        assertNotNull(name);
        assertEquals("附件名称", name.label().zh());
        assertEquals("/attachments/name", name.pointer());
        assertEquals("a.pdf", name.read(new Attachment("a.pdf", null, null, null, null)));
        assertNull(DOCUMENT.field("attachments.colour"));
        DocumentNumber another = DocumentNumber.parse("临教字〔2023〕1号");
        assertThrows(IllegalArgumentException.class, () -> name.read(another));
    }

    @Test
    void aRecordIsAssembledOfValuesByPath() {
        OfficialDocument document = DOCUMENT.assemble(
                Map.of(
                        "title", "关于做好课后服务工作的通知",
                        "issuers", Agency.parse("东岚市教育局"),
                        "publishedOn", LocalDate.of(2023, 8, 18),
                        "consultation.telephone", "0532-88990000",
                        "keywords", List.of("教育", "服务")),
                Map.of("colour", "red"));
        assertEquals(List.of(Agency.parse("东岚市教育局")), document.issuers());
        assertEquals("0532-88990000", document.consultation().telephone());
        assertEquals(List.of("教育", "服务"), document.keywords());
        assertEquals(Map.of("colour", "red"), document.other());
        assertNull(document.site());
        assertTrue(document.attachments().isEmpty());
    }

    @Test
    void aValueOfAnotherTypeOrAPathThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> DOCUMENT.assemble(Map.of("publishedOn", "2023"), Map.of()));
        assertThrows(
                IllegalArgumentException.class, () -> DOCUMENT.assemble(Map.of("issuers", List.of("a")), Map.of()));
        assertThrows(IllegalArgumentException.class, () -> DOCUMENT.assemble(Map.of("titel", "a"), Map.of()));
    }

    @Test
    void aRecordThatDiffersInOneFieldKeepsTheOthers() {
        OfficialDocument before = DOCUMENT.assemble(Map.of("title", "甲", "note", "乙"), Map.of("x", 1));
        OfficialDocument after = DOCUMENT.with(before, "title", "丙");
        assertEquals("丙", after.title());
        assertEquals("乙", after.note());
        assertEquals(Map.of("x", 1), after.other());
        assertNull(DOCUMENT.with(after, "note", null).note());
    }

    @Test
    void aRuleIsAskedOfItsKindOrOfItsFamilyOrOfAll() {
        assertEquals(List.of(DOCUMENT), RecordKind.askedBy("document.title.missing"));
        assertEquals(
                List.of("public-consultation"),
                RecordKind.askedBy("decision.consultation.body.missing").stream()
                        .map(RecordKind::code)
                        .toList());
        assertEquals(
                List.of("land-plan", "land-project", "land-price"),
                RecordKind.askedBy("land.items.twice").stream()
                        .map(RecordKind::code)
                        .toList());
        assertTrue(RecordKind.askedBy("record.duplicate").isEmpty());
    }

    @Test
    void aRecordKnowsItsKindAndIsNoneOfAnother() {
        OfficialDocument document = DOCUMENT.assemble(Map.of("title", "甲"), Map.of());
        assertEquals(DOCUMENT, RecordKind.of(document));
        assertEquals(document, DOCUMENT.as(document));
        assertNull(RecordKind.of(LandRequisitionPlan.class).as(document));
        assertEquals(DOCUMENT, RecordKind.named("document"));
        assertNull(RecordKind.named("poem"));
        assertFalse(DOCUMENT.holdsBack(document));
    }

    /** What a record says of itself must not take the name of a property that its type does not know. */
    @ParameterizedTest
    @MethodSource("kinds")
    void anUnknownPropertyNamedAsAQuestionToTheRecordIsKept(RecordKind<?> kind) throws Exception {
        JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        for (String each : List.of("agency", "datedOn", "designation", "edition", "key", "year")) {
            if (kind.field(each) == null) {
                DisclosureRecord read = mapper.readValue(
                        "{\"kind\":\"" + kind.code() + "\",\"" + each + "\":\"x\"}", DisclosureRecord.class);
                String kept = kind.personalData() == RecordKind.PersonalData.HALVED ? "***" : "x";
                assertEquals(Map.of(each, kept), read.other(), each);
                assertTrue(mapper.writeValueAsString(read).contains("\"" + each + "\":\"" + kept + '"'), each);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesThatArePartsAreRecordsAndValueTypesAreNone(RecordKind<?> kind) {
        Stream<RecordField> all = kind.allFields().stream();
        all.forEach(each -> assertEquals(
                each.type().isRecord() && !Code.class.isAssignableFrom(each.type()),
                !each.parts().isEmpty(),
                each.path()));
    }
}
