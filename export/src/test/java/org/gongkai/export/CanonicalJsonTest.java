package org.gongkai.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.OfficialDocumentBuilder;
import org.gongkai.core.document.Openness;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.organization.Agency;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    private final CanonicalJson json = new CanonicalJson();
    private final JsonMapper mapper = CanonicalJson.mapper();

    @Provide
    Arbitrary<OfficialDocument> documents() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().withChars("〔〕号中\"\\\n\r\u2028\u0000😀 ").ofMaxLength(8));
        Arbitrary<LocalDate> dates = Arbitraries.longs()
                .between(-40_000, 60_000)
                .map(LocalDate::ofEpochDay)
                .injectNull(0.2);
        Arbitrary<Object> values = Arbitraries.oneOf(
                texts.map(Object.class::cast),
                Arbitraries.bigDecimals().ofScale(3).map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                texts.list().ofMaxSize(2).map(Object.class::cast));
        Arbitrary<Map<String, Object>> other = Arbitraries.maps(
                        Arbitraries.strings().alpha().withChars("中\"\n ").map(each -> "其他" + each), values)
                .ofMaxSize(3);
        return Combinators.combine(texts.injectNull(0.2), texts.list().ofMaxSize(3), dates, texts, texts, other)
                .as((title, list, date, first, second, unknown) -> OfficialDocumentBuilder.builder()
                        .title(title)
                        .issuers(list.stream().map(Agency::parse).toList())
                        .documentNumber(DocumentNumber.parse(first))
                        .indexNumber(IndexNumber.parse(second))
                        .writtenOn(date)
                        .openness(Openness.parse(second))
                        .keywords(list)
                        .consultation(new Consultation(first, null))
                        .body(new Body(first, second))
                        .attachments(List.of(new Attachment(second, null, 1L << 40, null, first)))
                        .relations(new ArrayList<>(List.of(new Relation(RelationType.parse(first), second))))
                        .other(unknown)
                        .build());
    }

    @Property(tries = 300)
    void aRecordReadsBackAsItWasFromOneLine(@ForAll("documents") OfficialDocument document) throws Exception {
        byte[] line = json.line(document);
        assertFalse(new String(line, StandardCharsets.UTF_8).contains("\n"));
        assertEquals(document, mapper.readValue(line, DisclosureRecord.class));
    }

    @Test
    void halfACharacterIsKept() throws Exception {
        OfficialDocument document =
                OfficialDocumentBuilder.builder().title("截断\uD83D").build();
        assertEquals(document, mapper.readValue(json.line(document), DisclosureRecord.class));
    }

    @Test
    void amountsKeepTheirDigits() throws Exception {
        String line = "{\"kind\":\"document\",\"金额\":1.10,\"面积\":12345678901234567890.123456789}";
        OfficialDocument document = (OfficialDocument) mapper.readValue(line, DisclosureRecord.class);
        assertEquals(new BigDecimal("1.10"), document.other().get("金额"));
        assertEquals(line, new String(json.line(document), StandardCharsets.UTF_8));
    }

    @Test
    void aDayThatDoesNotExistOrAPropertyGivenTwiceIsRefused() {
        for (String wrong : List.of(
                "{\"kind\":\"document\",\"writtenOn\":\"2023-02-29\"}",
                "{\"kind\":\"document\",\"writtenOn\":\"2023-02-28T10:00:00\"}",
                "{\"kind\":\"document\",\"title\":\"a\",\"title\":\"b\"}")) {
            assertThrows(JsonProcessingException.class, () -> mapper.readValue(wrong, DisclosureRecord.class), wrong);
        }
    }

    @Test
    void filesBreakLinesAlikeOnEverySystem() throws Exception {
        assertEquals(
                "{\n  \"a\" : [\n    1\n  ]\n}\n",
                new String(json.file(Map.of("a", List.of(1))), StandardCharsets.UTF_8));
        assertTrue(new String(json.line(Map.of("a", "中")), StandardCharsets.UTF_8).contains("中"));
    }
}
