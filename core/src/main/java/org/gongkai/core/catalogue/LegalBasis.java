package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a disclosure rests on (公开依据): a law, an order or a document.
 *
 * @param title its title, or null
 * @param number its number, such as 国务院令第711号, or null
 * @param clause the article, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"title", "number", "clause"})
public record LegalBasis(
        @Nullable String title,
        @Nullable DocumentNumber number,
        @Nullable String clause) {

    /** Creates one; blank texts become null. */
    public LegalBasis {
        title = Blank.toNull(title);
        number = Blank.toNull(number);
        clause = Blank.toNull(clause);
    }
}
