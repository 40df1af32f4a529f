package org.gongkai.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            Cannot deserialize value of type `java.time.LocalDate` from String "2023-02-30": Failed to deserialize java.time.LocalDate: (java.time.format.DateTimeParseException) Text '2023-02-30' could not be parsed | expected date, found "2023-02-30"
            Cannot deserialize value of type `java.util.ArrayList<org.gongkai.core.document.Agency>` from Object value (token `JsonToken.START_OBJECT`) | expected list, found object
            Cannot construct instance of `org.gongkai.core.document.OfficialDocument` (although at least one Creator exists): no String-argument constructor | expected official document
            Cannot construct instance of `org.gongkai.core.document.Consultation` (although at least one Creator exists): no String-argument constructor/factory method to deserialize from String value ('x') | expected consultation, found String value ('x')
            Cannot construct instance of `org.gongkai.export.PackageDescription`, problem: tool is missing | tool is missing
            Unrecognized field "font" (class org.gongkai.core.document.Body), not marked as ignorable (2 known properties: "html", "text"]) | "font" is not known
            Could not resolve type id 'letter' as a subtype of `org.gongkai.core.DisclosureRecord`: known type ids = [document] | Could not resolve type id 'letter' as a subtype of disclosure record: known type ids = [document]
            Failed: (java.time.DateTimeException) no such day | Failed: no such day
            Unexpected character ('}' (code 125)): was expecting a value | Unexpected character ('}' (code 125)): was expecting a value
            Unexpected end-of-input: expected close marker for Object (start marker at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1]) | Unexpected end-of-input: expected close marker for Object
            page www.qingdao.gov.cn/a.html, list.XLS | page www.qingdao.gov.cn/a.html, list.XLS
            """)
    void aMessageOfTheLibraryIsSaidWithoutTypes(String message, String plain) {
        assertEquals(plain, PlainWords.json(message));
    }

    @Test
    void aFailureOfTheFileSystemIsSaidInWords() {
        assertEquals("there is no such file or folder", PlainWords.reason(new NoSuchFileException("/a")));
        assertEquals("access denied", PlainWords.reason(new AccessDeniedException("/a")));
        assertEquals(
                "No space left on device",
                PlainWords.reason(new FileSystemException("/a", null, "No space left on device")));
        assertEquals("the system gives no reason", PlainWords.reason(new IOException()));
        assertEquals(
                "/a: there is no such file or folder",
                PlainWords.failure(new UncheckedIOException(new NoSuchFileException("/a"))));
    }

    @Test
    void aTypeIsCalledWhatPeopleCallIt() {
        assertEquals("date", PlainWords.type(LocalDate.class));
        assertEquals("plain words", PlainWords.type(PlainWords.class));
    }

    @Property
    void anyTextIsTakenAndLosesEveryPackageOfJava(@ForAll String before, @ForAll String after) {
        String plain = PlainWords.json(before + " java.time.format.DateTimeParseException " + after);
        assertFalse(plain.contains("java.time."), plain);
    }
}
