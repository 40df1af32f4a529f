package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * Something that was held at a corner (专区活动).
 *
 * @param on the day, or null
 * @param kind what it was: 政策解读, 咨询, 演示, 开放日 or other words; or null
 * @param title its title, or null
 * @param people how many came, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"on", "kind", "title", "people"})
public record CornerActivity(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate on,

        @Nullable String kind,
        @Nullable String title,
        @Nullable Integer people) {

    /** Creates one; blank texts become null. */
    public CornerActivity {
        kind = Blank.toNull(kind);
        title = Blank.toNull(title);
    }
}
