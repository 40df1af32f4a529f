package org.gongkai.core.annual;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The fees for the processing of information (信息处理费, 国办函〔2020〕109号) of a year, as section 6 of the report gives them. The
 * row 行政事业性收费 of table 2 is another thing: all such fees of the body, in units of 10,000 yuan.
 *
 * @param notices how many notices of a fee were sent, or null
 * @param noticed the sum that they ask for, in yuan, or null
 * @param collected the sum that was paid, in yuan, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"notices", "noticed", "collected"})
public record ProcessingFees(
        @PositiveOrZero(message = "{annualReport.fees.negative}") @Nullable
        Integer notices,

        @PositiveOrZero(message = "{annualReport.fees.negative}") @Nullable
        BigDecimal noticed,

        @PositiveOrZero(message = "{annualReport.fees.negative}") @Nullable
        BigDecimal collected) {}
