package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * In which form the applicant wants the information (获取方式; Regulation, arts. 29(三) and 40).
 *
 * @param way how it is handed over, such as 邮寄, or null
 * @param medium on what, such as 纸质 or 电子文档, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"way", "medium"})
public record FormWanted(@Nullable String way, @Nullable String medium) {

    /** Creates a form; blank texts become null. */
    public FormWanted {
        way = PublicText.of(way);
        medium = PublicText.of(medium);
    }
}
