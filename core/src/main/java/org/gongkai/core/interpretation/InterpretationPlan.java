package org.gongkai.core.interpretation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.core.blank.Blank;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an interpretation (解读方案), as it goes along with the draft of the document for signing. An inner paper: it is
 * judged and never leaves. Source: a district system of Shandong (lyls.gov.cn): outline, form, channel and time.
 *
 * @param outline what is to be told (解读提纲), or null
 * @param forms in which forms
 * @param channels through which channels
 * @param plannedOn when, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"outline", "forms", "channels", "plannedOn"})
public record InterpretationPlan(
        @Nullable String outline,
        List<InterpretationForm> forms,
        List<String> channels,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate plannedOn) {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public InterpretationPlan {
        outline = Blank.toNull(outline);
        forms = Blank.dropped(forms);
        channels = Blank.dropped(channels);
    }
}
