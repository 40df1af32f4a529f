package org.gongkai.core.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/** The code is well formed. An absent code passes: whether it must be there is another rule. */
@Documented
@Constraint(validatedBy = WellFormed.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WellFormed {

    /**
     * The rule's code in braces.
     *
     * @return the message key
     */
    String message();

    /**
     * The groups that the constraint belongs to.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * Unused; Jakarta Validation asks for it.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};

    /** Asks the code itself. */
    final class Validator implements ConstraintValidator<WellFormed, Code> {

        /** Called by the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable Code code, ConstraintValidatorContext context) {
            return code == null || code.wellFormed();
        }
    }
}
