package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.junit.jupiter.api.Test;

class OfficialDocumentJsonLawsTest {

    private static final String EVERY_PROPERTY = """
            {"kind":"document","title":"关于印发工作要点的通知","issuers":["青岛市崂山区人民政府办公室"],\
            "documentNumber":"青崂政办字〔2023〕13号","writtenOn":"2023-07-21","publishedOn":"2023-07-22",\
            "indexNumber":"19059120230915143805","effectiveFrom":"2023-07-23","repealedOn":"2024-01-01",\
            "expiresOn":"2028-07-23","validity":"有效","theme":"综合政务\\\\政务公开","fileType":"其他文件",\
            "normativeNumber":"QDCR-2023-0010001","documentKind":"通知","genre":"通知","owner":"青岛市崂山区人民政府",\
            "consultation":{"department":"政务公开科","telephone":"0532-12345678"},"openness":"主动公开","audience":"面向社会",\
            "addressees":["各街道办事处"],"signature":"青岛市崂山区人民政府办公室","note":"此件公开发布","attachmentNote":"1.任务分工",\
            "copyTo":["区委办公室"],"printedBy":"青岛市崂山区人民政府办公室","printedOn":"2023-07-21","keywords":["政务公开"],\
            "summary":"要点","body":{"text":"正文","html":"<p>正文</p>"},\
            "attachments":[{"name":"任务分工.pdf","mediaType":"application/pdf","size":12,\
            "sha256":"0000000000000000000000000000000000000000000000000000000000000000","url":"a.pdf"}],\
            "relations":[{"type":"政策解读","target":"https://www.example.gov.cn/1"}],\
            "site":{"name":"崂山政务网","domain":"www.example.gov.cn","idCode":"3702120001","columnName":"政策文件",\
            "columnType":"政策文件","columnDescription":"文件","columnKeywords":"文件"},\
            "sourceUrl":"https://www.example.gov.cn/2","recordId":"17","contentSource":"区政府办公室","author":"甲","editor":"乙",\
            "opennessTerm":"长期","catalogueNumber":"A01","ownerCode":"11370212004222241N",\
            "unknown":{"nested":[1,"二",{"deep":null}],"price":1.10}}""";

    private final ObjectMapper jackson2 = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private final tools.jackson.databind.ObjectMapper jackson3 = tools.jackson.databind.json.JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Property(tries = 300)
    void whatIsWrittenIsReadBackByBothVersions(@ForAll("documents") OfficialDocument document) throws Exception {
        byte[] json = jackson2.writeValueAsBytes(document);
        assertEquals(document, jackson2.readValue(json, DisclosureRecord.class));
        assertEquals(document, jackson3.readValue(json, DisclosureRecord.class));
    }

    @Property(tries = 300)
    void bothVersionsWriteTheSameBytes(@ForAll("documents") OfficialDocument document) throws Exception {
        assertArrayEquals(jackson2.writeValueAsBytes(document), jackson3.writeValueAsBytes(document));
    }

    @Property(tries = 300)
    void whatIsAbsentIsNotWritten(@ForAll("documents") OfficialDocument document) throws Exception {
        for (Map.Entry<String, JsonNode> each :
                jackson2.readTree(jackson2.writeValueAsBytes(document)).properties()) {
            if (!document.other().containsKey(each.getKey())) {
                assertTrue(
                        !each.getValue().isNull() && !each.getValue().toString().equals("[]"), each::toString);
            }
        }
    }

    @Test
    void everyPropertyIsReadAndWrittenInTheDeclaredOrder() throws Exception {
        assertEquals(
                EVERY_PROPERTY,
                jackson2.writeValueAsString(jackson2.readValue(EVERY_PROPERTY, DisclosureRecord.class)));
        assertEquals(
                EVERY_PROPERTY,
                jackson3.writeValueAsString(jackson3.readValue(EVERY_PROPERTY, DisclosureRecord.class)));
    }

    @Test
    void theDeclaredOrderHoldsEveryComponentOnce() throws Exception {
        List<String> components = new ArrayList<>(List.of("kind"));
        Arrays.stream(OfficialDocument.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(each -> !each.equals("other"))
                .forEach(components::add);
        assertEquals(
                components,
                List.of(OfficialDocument.class
                        .getAnnotation(JsonPropertyOrder.class)
                        .value()));
        List<String> written = new ArrayList<>();
        jackson2.readTree(EVERY_PROPERTY).fieldNames().forEachRemaining(written::add);
        assertEquals(components, written.subList(0, components.size()));
    }

    @Test
    void anUnknownDecimalKeepsItsDigitsWhereTheMapperKeepsDecimals() throws Exception {
        OfficialDocument document = (OfficialDocument) jackson2.readValue(EVERY_PROPERTY, DisclosureRecord.class);
        assertEquals(new BigDecimal("1.10"), ((Map<?, ?>) document.other().get("unknown")).get("price"));
    }

    @Test
    void unknownPropertiesAreWrittenInOneOrderHoweverOftenTheyAreRead() throws Exception {
        String written = "{\"kind\":\"document\",\"title\":\"甲\",\"a\":1,\"b\":2,\"c\":3}";
        for (String source : List.of(written, "{\"c\":3,\"a\":1,\"kind\":\"document\",\"b\":2,\"title\":\"甲\"}")) {
            assertEquals(written, jackson2.writeValueAsString(jackson2.readValue(source, DisclosureRecord.class)));
        }
    }

    @Test
    void anUnknownPropertyInsideAPartIsRefusedRatherThanLost() {
        String json = "{\"kind\":\"document\",\"site\":{\"name\":\"x\",\"colour\":\"red\"}}";
        assertThrows(UnrecognizedPropertyException.class, () -> jackson2.readValue(json, DisclosureRecord.class));
        assertThrows(
                tools.jackson.databind.exc.UnrecognizedPropertyException.class,
                () -> jackson3.readValue(json, DisclosureRecord.class));
    }

    @Test
    void textThatIsNoJsonIsRefused() {
        assertThrows(StreamReadException.class, () -> jackson2.readValue("{\"kind\":", DisclosureRecord.class));
    }

    @Provide
    Arbitrary<OfficialDocument> documents() {
        return Builders.withBuilder(OfficialDocumentBuilder::builder)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::title)
                .use(agencies())
                .inSetter(OfficialDocumentBuilder::issuers)
                .use(texts().map(each -> each == null ? null : DocumentNumber.parse(each)))
                .inSetter(OfficialDocumentBuilder::documentNumber)
                .use(days())
                .inSetter(OfficialDocumentBuilder::writtenOn)
                .use(days())
                .inSetter(OfficialDocumentBuilder::publishedOn)
                .use(texts().map(each -> each == null ? null : IndexNumber.parse(each)))
                .inSetter(OfficialDocumentBuilder::indexNumber)
                .use(days())
                .inSetter(OfficialDocumentBuilder::effectiveFrom)
                .use(days())
                .inSetter(OfficialDocumentBuilder::repealedOn)
                .use(days())
                .inSetter(OfficialDocumentBuilder::expiresOn)
                .use(texts().map(each -> each == null ? null : Validity.parse(each)))
                .inSetter(OfficialDocumentBuilder::validity)
                .use(texts().map(each -> each == null ? null : ThemeCategory.parse(each)))
                .inSetter(OfficialDocumentBuilder::theme)
                .use(texts().map(each -> each == null ? null : FileType.parse(each)))
                .inSetter(OfficialDocumentBuilder::fileType)
                .use(texts().map(each -> each == null ? null : NormativeNumber.parse(each)))
                .inSetter(OfficialDocumentBuilder::normativeNumber)
                .use(texts().map(each -> each == null ? null : DocumentKind.parse(each)))
                .inSetter(OfficialDocumentBuilder::documentKind)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::genre)
                .use(texts().map(each -> each == null ? null : Agency.parse(each)))
                .inSetter(OfficialDocumentBuilder::owner)
                .use(Combinators.combine(texts(), texts()).as(Consultation::new).injectNull(0.3))
                .inSetter(OfficialDocumentBuilder::consultation)
                .use(texts().map(each -> each == null ? null : Openness.parse(each)))
                .inSetter(OfficialDocumentBuilder::openness)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::audience)
                .use(agencies())
                .inSetter(OfficialDocumentBuilder::addressees)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::signature)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::note)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::attachmentNote)
                .use(agencies())
                .inSetter(OfficialDocumentBuilder::copyTo)
                .use(texts().map(each -> each == null ? null : Agency.parse(each)))
                .inSetter(OfficialDocumentBuilder::printedBy)
                .use(days())
                .inSetter(OfficialDocumentBuilder::printedOn)
                .use(texts().list().ofMaxSize(3))
                .inSetter(OfficialDocumentBuilder::keywords)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::summary)
                .use(Combinators.combine(texts(), texts()).as(Body::new).injectNull(0.3))
                .inSetter(OfficialDocumentBuilder::body)
                .use(Combinators.combine(texts(), texts(), Arbitraries.longs().injectNull(0.3), texts(), texts())
                        .as(Attachment::new)
                        .list()
                        .ofMaxSize(2))
                .inSetter(OfficialDocumentBuilder::attachments)
                .use(Combinators.combine(texts().map(each -> each == null ? null : RelationType.parse(each)), texts())
                        .as(Relation::new)
                        .list()
                        .ofMaxSize(2))
                .inSetter(OfficialDocumentBuilder::relations)
                .use(Combinators.combine(texts(), texts(), texts(), texts(), texts(), texts(), texts())
                        .as(Site::new)
                        .injectNull(0.3))
                .inSetter(OfficialDocumentBuilder::site)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::sourceUrl)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::recordId)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::contentSource)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::author)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::editor)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::opennessTerm)
                .use(texts())
                .inSetter(OfficialDocumentBuilder::catalogueNumber)
                .use(texts().map(each -> each == null ? null : CreditCode.parse(each)))
                .inSetter(OfficialDocumentBuilder::ownerCode)
                .use(unknown())
                .inSetter(OfficialDocumentBuilder::other)
                .build(OfficialDocumentBuilder::build);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "青崂政办字〔2023〕13号",
                                "有效",
                                "a\"b\\c/d",
                                "<p>&amp;</p>",
                                "\u2028\u0001\n",
                                "𬱖 😀",
                                "无",
                                "/"),
                        Arbitraries.strings().withCharRange('\u0020', '\uD7FF').ofMaxLength(8))
                .injectNull(0.3);
    }

    private static Arbitrary<List<Agency>> agencies() {
        return texts().map(each -> each == null ? null : Agency.parse(each))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .injectNull(0.3);
    }

    private static Arbitrary<Map<String, Object>> unknown() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.integers().map(each -> (Object) each),
                Arbitraries.bigDecimals().ofScale(2).map(each -> (Object) each),
                Arbitraries.of(true, false).map(each -> (Object) each),
                Arbitraries.of("", "值", "𬱖").map(each -> (Object) each));
        Arbitrary<Object> nested = leaf.injectNull(0.1).list().ofMaxSize(2).map(each -> (Object) each);
        Arbitrary<Object> object = Arbitraries.maps(Arbitraries.of("p", "q", "名"), Arbitraries.oneOf(leaf, nested))
                .ofMaxSize(2)
                .map(each -> (Object) each);
        return Arbitraries.maps(
                        Arbitraries.of("x-one", "x-two", "未知"),
                        Arbitraries.oneOf(leaf, nested, object).injectNull(0.1))
                .ofMaxSize(3)
                .map(LinkedHashMap::new);
    }
}
