package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.PlainNumber;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.document.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The comprehensive price of a block of land (区片综合地价), which the province sets and must set or publish anew at
 * least every three years. Source: Land Administration Law (土地管理法), art. 48.
 *
 * @param grade the block's grade (区片级别), such as Ⅱ级 or III-2, or null
 * @param price the figure; required and above zero
 * @param unit money over area, such as 万元/亩 or 元/平方米; required
 * @param document the number of the document that sets the price, or null
 * @param publishedOn the day on which that document was published, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"grade", "price", "unit", "document", "publishedOn"})
public record BlockPrice(
        @Nullable String grade,

        @NotNull(message = "{land.project.price.incomplete}")
        @Positive(message = "{land.project.price.notPositive}")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal price,

        @NotNull(message = "{land.project.price.incomplete}")
        @Pattern(regexp = UNIT, message = "{land.project.price.unitMalformed}", groups = Advice.class)
        @Nullable
        String unit,

        @Nullable DocumentNumber document,

        @NotNull(message = "{land.project.price.publishedOnMissing}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn) {

    /** The units of prices: money over area. */
    static final String UNIT = "万?元/(?:亩|公顷|平方米)";

    /** Creates a price; blank texts become null. */
    public BlockPrice {
        grade = Blank.toNull(grade);
        price = PlainNumber.of(price);
        unit = Blank.toNull(unit);
        document = Blank.toNull(document);
    }
}
