package org.gongkai.core.register;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * A column of a site, for the check of its health.
 *
 * @param name its name, or null
 * @param url its address, or null
 * @param kind what it holds: 动态要闻, 通知公告, 政策文件 or other words; or null
 * @param updatedOn the day of its last update, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"name", "url", "kind", "updatedOn"})
public record SiteColumn(
        @Nullable String name,
        @Nullable String url,
        @Nullable String kind,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate updatedOn) {

    /** Creates one; blank texts become null. */
    public SiteColumn {
        name = Blank.toNull(name);
        url = Blank.toNull(url);
        kind = Blank.toNull(kind);
    }
}
