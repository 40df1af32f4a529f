package org.gongkai.ingest.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.gongkai.ingest.source.UnreadableFileException;
import org.junit.jupiter.api.Test;

class XlsxXmlTest {

    @Test
    void aReferenceNamesColumnAndRow() throws IOException {
        assertEquals(0, XlsxXml.column("A1"));
        assertEquals(27, XlsxXml.column("AB12"));
        assertEquals(16_383, XlsxXml.column("XFD1"));
        assertEquals(12, XlsxXml.row("AB12"));
    }

    @Test
    void aReferenceBeyondTheFormatIsRefused() {
        assertThrows(UnreadableFileException.class, () -> XlsxXml.column("XFE1"));
        assertThrows(UnreadableFileException.class, () -> XlsxXml.column("12"));
        assertThrows(UnreadableFileException.class, () -> XlsxXml.row("A1048577"));
        assertThrows(UnreadableFileException.class, () -> XlsxXml.row("A"));
    }

    @Test
    void escapedCharactersAreReadBack() {
        assertEquals("甲\r乙$\\", XlsxXml.unescaped("甲_x000D_乙_x0024__x005C_"));
        assertEquals("a_x12_", XlsxXml.unescaped("a_x12_"));
    }

    @Test
    void yesIsOneOrTrue() {
        assertTrue(XlsxXml.isTrue(" 1 "));
        assertTrue(XlsxXml.isTrue("TRUE"));
        assertFalse(XlsxXml.isTrue("0"));
        assertFalse(XlsxXml.isTrue(null));
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndAMissingOneReplaced() throws IOException {
        assertEquals(7, XlsxXml.number(null, 7));
        assertThrows(UnreadableFileException.class, () -> XlsxXml.number("7a", 0));
    }
}
