package org.gongkai.spring;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.stream.Collectors;
import org.gongkai.core.WrongKindException;
import org.gongkai.validation.json.JsonFault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Finds in what Spring throws why a request's JSON is no record, with the Jackson of Spring Boot 3 and that of 4.
 *
 * <p>In an exception handler for {@code HttpMessageNotReadableException e}:
 *
 * <pre>{@code
 * JsonFault fault = JsonFaults.of(e);
 * return ProblemDetail.forStatusAndDetail(
 *         HttpStatus.BAD_REQUEST, fault == null ? "no JSON" : fault.text(locale));
 * }</pre>
 */
public final class JsonFaults {

    private JsonFaults() {}

    /**
     * What is wrong with the JSON.
     *
     * @param failure what was thrown, not null
     * @return the fault, or null when no fault of JSON is among the causes
     */
    public static @Nullable JsonFault of(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof JsonProcessingException json) {
                return JsonFault.of(json);
            }
            // By name, since Spring Boot 3 does not have the class.
            if (isOfJackson3(each.getClass())) {
                return Jackson3.fault(each);
            }
        }
        return null;
    }

    private static boolean isOfJackson3(@Nullable Class<?> type) {
        return type != null
                && (type.getName().equals("tools.jackson.core.JacksonException") || isOfJackson3(type.getSuperclass()));
    }

    /** Loaded only where Jackson 3 is. */
    private static final class Jackson3 {

        static JsonFault fault(Throwable failure) {
            JacksonException e = (JacksonException) failure;
            TokenStreamLocation at = e.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNr());
            int column = at == null ? 0 : Math.max(0, at.getColumnNr());
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof WrongKindException kind) {
                    return JsonFault.ofKind(kind.given(), kind.expected(), line, column);
                }
            }
            if (!(e instanceof DatabindException)) {
                return new JsonFault(JsonFault.What.MALFORMED, "", null, null, line, column);
            }
            if (e instanceof InvalidTypeIdException kind) {
                return JsonFault.ofKind(kind.getTypeId(), null, line, column);
            }
            if (e instanceof UnrecognizedPropertyException) {
                return new JsonFault(JsonFault.What.UNKNOWN, path(e), null, null, line, column);
            }
            return JsonFault.ofValue(
                    path(e),
                    e instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : null,
                    e.getOriginalMessage(),
                    e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null,
                    line,
                    column);
        }

        private static String path(JacksonException e) {
            return e.getPath().stream()
                    .map(each -> each.getPropertyName() == null
                            ? String.valueOf(each.getIndex() + 1)
                            : each.getPropertyName())
                    .collect(Collectors.joining("."));
        }
    }
}
