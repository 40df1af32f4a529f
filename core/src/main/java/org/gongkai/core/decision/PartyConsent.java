package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * The consent of the party committee of the same level (同级党委同意), which a catalogue needs; 重大行政决策程序暂行条例 (State Council
 * order no. 713), art. 3.
 *
 * @param committee the committee, or null
 * @param givenOn the day on which it consented, or null
 * @param note how the catalogue words it, such as 已经区委同意, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"committee", "givenOn", "note"})
public record PartyConsent(
        @Nullable Agency committee,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate givenOn,

        @Nullable String note) {

    /** Creates a consent; blank texts and codes become null. */
    public PartyConsent {
        committee = Blank.toNull(committee);
        note = Blank.toNull(note);
    }
}
