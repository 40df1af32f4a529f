package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * What a package of policies holds of one document: what it gives to whom, and how it is had.
 *
 * @param document the document; required
 * @param benefit what it gives (优惠内容), or null
 * @param conditions to whom (申请条件), or null
 * @param materials against which papers (申请材料), or null
 * @param window where (受理窗口), or null
 * @param deadline until when (截止日期), or null
 * @param url where it is applied for online (办理入口), or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"document", "benefit", "conditions", "materials", "window", "deadline", "url"})
public record PolicyPackageItem(
        @NotNull(message = "{policyPackage.item.documentMissing}") @Nullable
        PolicyReference document,

        @Nullable String benefit,
        @Nullable String conditions,
        @Nullable String materials,
        @Nullable String window,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate deadline,

        @Nullable String url) {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public PolicyPackageItem {
        benefit = Blank.toNull(benefit);
        conditions = Blank.toNull(conditions);
        materials = Blank.toNull(materials);
        window = Blank.toNull(window);
        url = Blank.toNull(url);
    }
}
