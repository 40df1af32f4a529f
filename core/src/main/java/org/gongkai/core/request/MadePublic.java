package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * That the information was afterwards made public for all (转为主动公开; Regulation, art. 44).
 *
 * @param on the day, or null
 * @param document the document under which it is found, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"on", "document"})
public record MadePublic(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate on,

        @Nullable String document) {

    /** Creates it; blank texts become null. */
    public MadePublic {
        document = Blank.toNull(document);
    }
}
