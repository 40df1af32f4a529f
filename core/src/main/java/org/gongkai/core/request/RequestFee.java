package org.gongkai.core.request;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.PlainNumber;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.jspecify.annotations.Nullable;

/**
 * The fee for the processing of information (信息处理费, 国办函〔2020〕109号).
 *
 * @param method how it is reckoned, or null
 * @param count how many pieces of the month, or pages of the application, are charged for; or null
 * @param amount the sum asked for, in yuan, or null
 * @param noticeOn the day of the notice, or null
 * @param paidOn the day of payment; null while it is not paid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"method", "count", "amount", "noticeOn", "paidOn"})
public record RequestFee(
        @WellFormed(message = "{request.fee.methodUnlisted}", groups = Advice.class) @Nullable
        FeeMethod method,

        @PositiveOrZero(message = "{request.fee.negative}") @Nullable
        Integer count,

        @PositiveOrZero(message = "{request.fee.negative}") @Nullable
        BigDecimal amount,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate noticeOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate paidOn) {

    /** Creates a fee; blank terms become null. */
    public RequestFee {
        method = Blank.toNull(method);
        amount = PlainNumber.of(amount);
    }
}
