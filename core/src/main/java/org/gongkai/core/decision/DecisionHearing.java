package org.gongkai.core.decision;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hearing (听证会); 重大行政决策程序暂行条例 (State Council order no. 713), art. 16.
 *
 * @param heldOn the day of the hearing, or null
 * @param papersDeliveredOn the day on which the participants had the papers, or null
 * @param participants how many took part, or null
 * @param interestedParties how many of them have an interest in the matter (利害关系人), or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"heldOn", "papersDeliveredOn", "participants", "interestedParties"})
public record DecisionHearing(
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate heldOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate papersDeliveredOn,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer participants,

        @PositiveOrZero(message = "{decision.consultation.count.negative}") @Nullable
        Integer interestedParties) {}
