package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Whom the public can ask about a document.
 *
 * @param department the department that answers (政策咨询部门), or null
 * @param telephone its telephone number (政策咨询电话) with area code, such as {@code 0532-88996769}; several are
 *     separated by 、 ; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consultation(
        @NotNull(message = "{document.consultation.department.missing}", groups = Advice.class) @Nullable
        String department,

        @NotNull(message = "{document.consultation.telephone.missing}", groups = Advice.class)
        @Pattern(
                regexp = "0\\d{2,3}-\\d{7,8}(-\\d{1,5})?(、0\\d{2,3}-\\d{7,8}(-\\d{1,5})?)*",
                message = "{document.consultation.telephone.malformed}",
                groups = Advice.class)
        @Nullable
        String telephone) {

    /** Creates a contact; blank texts become null. */
    public Consultation {
        department = Blank.toNull(department);
        telephone = Blank.toNull(telephone);
    }
}
