package org.gongkai.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Method;
import java.util.List;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of each code that the description of the kinds names. */
class CodeTest {

    static List<Class<?>> codes() {
        return RecordKind.all().stream()
                .flatMap(kind -> kind.allFields().stream())
                .<Class<?>>map(RecordField::type)
                .filter(Code.class::isAssignableFrom)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeKeepsAndShowsItsText(Class<?> type) throws ReflectiveOperationException {
        Method parse = type.getMethod("parse", String.class);
        for (String text : List.of("某政发〔2023〕1号", "2023-07-21", "11370200123456789A", "有效", "x")) {
            Object code = parse.invoke(null, text);
            assertEquals(text, ((Code) code).text());
            assertEquals(text, code.toString());
            assertEquals(code, parse.invoke(null, text));
            assertNotEquals(code, parse.invoke(null, text + "x"));
        }
    }
}
