package org.gongkai.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListedTermsTest {

    /** Else it would be told as unlisted, and leave. */
    @ParameterizedTest
    @CsvSource({"不公开,NOT_DISCLOSED", "免予公开,NOT_DISCLOSED", "依申请,ON_APPLICATION", "申请公开,ON_APPLICATION"})
    void aModeThatKeepsADocumentInIsReadInItsOtherWordsToo(String text, Openness.Mode mode) {
        assertEquals(mode, Openness.parse(text).mode());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateOfValidityIsReadFromItsLabel(Validity.State state) {
        assertEquals(state, Validity.of(state).state());
        assertEquals(state, Validity.parse('\u00A0' + state.label() + ' ').state());
        assertTrue(Validity.of(state).wellFormed());
    }

    @ParameterizedTest
    @EnumSource
    void everyModeOfOpennessIsReadFromItsLabel(Openness.Mode mode) {
        assertEquals(mode, Openness.of(mode).mode());
        assertTrue(Openness.of(mode).wellFormed());
    }

    @ParameterizedTest
    @EnumSource
    void everyFileTypeIsReadFromItsLabel(FileType.Type type) {
        assertEquals(type, FileType.of(type).type());
        assertTrue(FileType.of(type).wellFormed());
    }

    @ParameterizedTest
    @EnumSource
    void everyRelationIsReadFromItsLabel(RelationType.Type type) {
        assertEquals(type, RelationType.of(type).type());
        assertTrue(RelationType.of(type).wellFormed());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsReadFromItsLabel(DocumentKind.Name name) {
        assertEquals(name, DocumentKind.of(name).name());
        assertTrue(DocumentKind.of(name).wellFormed());
    }

    @Test
    void termsOffTheListAreKeptAndToldApart() {
        assertNull(Validity.parse("长期有效").state());
        assertFalse(Validity.parse("长期有效").wellFormed());
        assertEquals("长期有效", Validity.parse("长期有效").text());
        assertNull(Openness.parse("公开").mode());
        assertNull(FileType.parse("通知").type());
        assertNull(RelationType.parse("附件").type());
        assertNull(DocumentKind.parse("办法").name());
    }

    @ParameterizedTest
    @CsvSource({
        "WHCR-2015-0010139, true, WHCR, 2015, 001",
        "HFGS—2017—9, false, , ,",
        "whcr-2015-0010139, false, , ,",
        "WHCR-2015-001013, false, , ,"
    })
    void aNormativeNumberTellsItsParts(String text, boolean wellFormed, String prefix, Integer year, String bodyCode) {
        NormativeNumber number = NormativeNumber.parse(text);
        assertEquals(wellFormed, number.wellFormed());
        assertEquals(prefix, number.prefix());
        assertEquals(year, number.year());
        assertEquals(bodyCode, number.bodyCode());
    }
}
