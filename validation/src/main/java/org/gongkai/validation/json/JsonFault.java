package org.gongkai.validation.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongkai.core.Bilingual;
import org.gongkai.core.WrongKindException;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.JsonForm;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * Why a JSON text could not be read as a record, for the people who wrote it.
 *
 * <pre>{@code
 * try {
 *     mapper.readValue(json, OfficialDocument.class);
 * } catch (JsonProcessingException e) {
 *     // The property writtenOn does not hold what it should: 2023年7月; expected: "2023-07-21" (line 1, column 14)
 *     String answer = JsonFault.of(e).text(Locale.ENGLISH);
 * }
 * }</pre>
 *
 * <p>It names the property, its value and what is expected, and never a type of a programming language. Immutable.
 *
 * @param what what is wrong
 * @param property the path of the property in JSON names and positions from 1, joined by dots, such as
 *     {@code attachments.2.size}; empty when the text as a whole is at fault
 * @param value what stands there, on one line and cut to {@value #LONGEST} characters, or its form such as {@code […]};
 *     null when neither is known
 * @param expected the form that was expected, by example, or null when that is not known
 * @param line the line of the text from 1, or 0 when it is not known
 * @param column the column of the text from 1, or 0 when it is not known
 */
public record JsonFault(
        What what,
        String property,
        @Nullable String value,
        @Nullable String expected,
        int line,
        int column) {

    /** The most characters of a value that are shown. */
    public static final int LONGEST = 80;

    private static final Map<String, String> FORMS = Map.of(
            "Object", "{…}",
            "Array", "[…]",
            "String", JsonForm.of(String.class),
            "Integer", JsonForm.of(Integer.class),
            "Floating-point", JsonForm.of(BigDecimal.class),
            "Boolean", JsonForm.of(Boolean.class));

    private static final Bilingual NO_KIND = new Bilingual("缺失", "is missing");

    /** What Jackson says, 2 and 3 alike, of a text without a value. */
    private static final String NO_TEXT = "No content to map";

    /** What is wrong with a JSON text. */
    public enum What {
        /** The text is no JSON, or breaks off. */
        MALFORMED("不是完整的 JSON", "This is no whole JSON"),
        /** A property holds a value of another form than its own. */
        VALUE("的值不合要求", "does not hold what it should"),
        /** A part has a property that is not known. */
        UNKNOWN("不是已知的属性", "is no known property"),
        /** The kind of the record is missing, unknown or another. */
        KIND("没有写明可识别的记录种类", "names no kind of record that fits");

        private final Bilingual label;

        What(String zh, String en) {
            this.label = new Bilingual(zh, en);
        }
    }

    /** Creates a fault. */
    public JsonFault {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(property, "property");
        value = value == null ? null : shown(value);
    }

    /**
     * Says what an exception of Jackson 2 means.
     *
     * @param e the exception, not null
     * @return the fault
     */
    public static JsonFault of(JsonProcessingException e) {
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr());
        if (!(e instanceof JsonMappingException unfit)) {
            return new JsonFault(What.MALFORMED, "", null, null, line, column);
        }
        WrongKindException kind = cause(unfit);
        if (kind != null) {
            return ofKind(kind.given(), kind.expected(), line, column);
        }
        if (unfit instanceof InvalidTypeIdException type) {
            return ofKind(type.getTypeId(), null, line, column);
        }
        if (unfit instanceof UnrecognizedPropertyException) {
            return new JsonFault(What.UNKNOWN, path(unfit), null, null, line, column);
        }
        if (unfit instanceof MismatchedInputException mismatch) {
            return ofValue(
                    path(unfit),
                    unfit instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : null,
                    unfit.getOriginalMessage(),
                    mismatch.getTargetType(),
                    line,
                    column);
        }
        return unfit.getCause() instanceof JsonProcessingException inner && inner != unfit
                ? of(inner)
                : new JsonFault(What.VALUE, path(unfit), null, null, line, column);
    }

    /**
     * A property that holds another value than it should, or a text without any value, for whoever reads with another
     * library.
     *
     * @param property the path of the property
     * @param value what stands there, or null when the library does not say
     * @param message what the library says; the form of the value is taken from it when the value is null
     * @param target the type that was to be read, or null when that is not known
     * @param line the line from 1, or 0
     * @param column the column from 1, or 0
     * @return the fault
     */
    public static JsonFault ofValue(
            String property, @Nullable String value, String message, @Nullable Class<?> target, int line, int column) {
        if (value == null && message.startsWith(NO_TEXT)) {
            return new JsonFault(What.MALFORMED, property, null, null, line, column);
        }
        String form = target == null ? null : JsonForm.of(target);
        return new JsonFault(What.VALUE, property, value == null ? form(message) : value, form, line, column);
    }

    /**
     * A record of a kind that does not fit, for whoever reads with another library.
     *
     * @param given the kind that it names, or null when it names none
     * @param expected the kind that was asked for, or null when any would do
     * @param line the line from 1, or 0
     * @param column the column from 1, or 0
     * @return the fault
     */
    public static JsonFault ofKind(@Nullable String given, @Nullable String expected, int line, int column) {
        return new JsonFault(What.KIND, "kind", given, expected == null ? kinds() : quoted(expected), line, column);
    }

    /**
     * What is wrong, in one sentence.
     *
     * @param language Chinese is answered in Chinese and any other in English
     * @return the sentence, with the place in brackets where it is known
     */
    public String text(Locale language) {
        boolean chinese = Bilingual.isChinese(language);
        StringBuilder text = new StringBuilder();
        if (!property.isEmpty()) {
            text.append(chinese ? "属性 " : "The property ").append(property).append(' ');
        } else if (what != What.MALFORMED) {
            text.append(chinese ? "整段 JSON " : "The JSON as a whole ");
        }
        text.append(what == What.KIND && value == null ? NO_KIND.in(language) : what.label.in(language));
        if (value != null) {
            text.append(chinese ? "：" : ": ").append(value);
        }
        if (expected != null) {
            text.append(chinese ? "；应为：" : "; expected: ").append(expected);
        }
        if (line > 0) {
            text.append(chinese ? "（第" + line + "行，第" + column + "列）" : " (line " + line + ", column " + column + ')');
        }
        return text.toString();
    }

    private static @Nullable WrongKindException cause(Throwable e) {
        for (Throwable each = e.getCause(); each != null; each = each.getCause()) {
            if (each instanceof WrongKindException kind) {
                return kind;
            }
        }
        return null;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(each -> each.getFieldName() == null ? String.valueOf(each.getIndex() + 1) : each.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** The form of a value, which stands in the message alone. */
    private static @Nullable String form(String message) {
        return FORMS.entrySet().stream()
                .filter(each -> message.contains(" from " + each.getKey() + " value"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String shown(String value) {
        String line = LegacyText.oneLine(value);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + '…';
    }

    private static String kinds() {
        return RecordKind.all().stream().map(each -> quoted(each.code())).collect(Collectors.joining(" | "));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
