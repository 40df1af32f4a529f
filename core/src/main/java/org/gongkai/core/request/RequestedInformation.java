package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is applied for (所需信息; Regulation, art. 29(二)). Numbers of persons in the texts are masked.
 *
 * @param title its title, or null
 * @param documentNumber its document number, or null
 * @param features what else describes it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"title", "documentNumber", "features"})
public record RequestedInformation(
        @Nullable String title,

        @Nullable DocumentNumber documentNumber,

        @Nullable String features) {

    /** Creates a description; blank texts become null, numbers of persons are masked. */
    public RequestedInformation {
        title = PublicText.of(title);
        documentNumber = Blank.toNull(documentNumber);
        features = PublicText.of(features);
    }
}
