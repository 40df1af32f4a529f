package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The document by which a matter was decided (决策文件).
 *
 * @param title its title, or null
 * @param documentNumber its document number, or null
 * @param issuedOn the day on which it was issued (印发), from which the time for the feedback runs; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"title", "documentNumber", "issuedOn"})
public record DecisionResult(
        @Nullable String title,
        @Nullable DocumentNumber documentNumber,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate issuedOn) {

    /** Creates a result; blank texts and codes become null. */
    public DecisionResult {
        title = Blank.toNull(title);
        documentNumber = Blank.toNull(documentNumber);
    }
}
