package org.gongkai.core.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The document that sets a standard (依据).
 *
 * @param title its title, or null
 * @param documentNumber its document number (发文字号), such as 青民〔2023〕63号, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"title", "documentNumber"})
public record Basis(
        @Nullable String title,

        @WellFormed(message = "{assistance.basis.documentNumber.malformed}", groups = Advice.class) @Nullable
        DocumentNumber documentNumber) {}
