package org.gongkai.core.land;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.PlainNumber;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * One line of a published table of block prices (征收农用地区片综合地价): what farmland of one block costs when it is requisitioned,
 * land compensation and resettlement subsidy together. The province sets it and must set or publish it anew at least every
 * three years. Source: Land Administration Law (土地管理法), art. 48; no law prescribes the columns of the table.
 *
 * @param region the county or district (行政区域) for which it holds; required
 * @param block the block's number or name (区片编号), such as Ⅰ or 1; required
 * @param grade the block's grade (区片级别), or null
 * @param range where the block lies (区片范围), or null
 * @param price the figure; required and above zero
 * @param unit money over area, such as 元/亩, 万元/公顷 or 元/平方米; required
 * @param landShare which part of it is land compensation (土地补偿费占比), in per cent, or null
 * @param resettlementShare which part of it is resettlement subsidy (安置补助费占比), in per cent, or null
 * @param setBy the government that sets it (制定机关), or null
 * @param document the number of the document that sets it (文号), or null
 * @param publishedOn the day on which that document was published, or null
 * @param effectiveFrom the first day on which it holds (执行日期), or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "region",
    "block",
    "grade",
    "range",
    "price",
    "unit",
    "landShare",
    "resettlementShare",
    "setBy",
    "document",
    "publishedOn",
    "effectiveFrom",
    "sourceUrl"
})
public record LandBlockPrice(
        @NotBlank(message = "{land.price.region.missing}") @Nullable
        String region,

        @NotBlank(message = "{land.price.block.missing}") @Nullable
        String block,

        @Nullable String grade,
        @Nullable String range,

        @NotNull(message = "{land.price.price.missing}")
        @Positive(message = "{land.price.price.notPositive}")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal price,

        @NotBlank(message = "{land.price.unit.missing}")
        @Pattern(regexp = BlockPrice.UNIT, message = "{land.price.unit.malformed}", groups = Advice.class)
        @Nullable
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal landShare,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        BigDecimal resettlementShare,

        @Nullable Agency setBy,

        @NotNull(message = "{land.price.document.missing}", groups = Advice.class) @Nullable
        DocumentNumber document,

        @NotNull(message = "{land.price.publishedOn.missing}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @NotNull(message = "{land.price.effectiveFrom.missing}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate effectiveFrom,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a price; blank texts and codes become null. */
    public LandBlockPrice {
        region = Blank.toNull(region);
        block = Blank.toNull(block);
        grade = Blank.toNull(grade);
        range = Blank.toNull(range);
        price = PlainNumber.of(price);
        landShare = PlainNumber.of(landShare);
        resettlementShare = PlainNumber.of(resettlementShare);
        unit = Blank.toNull(unit);
        setBy = Blank.toNull(setBy);
        document = Blank.toNull(document);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Region, block and the first day: a price from another day is another record. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("land-price", region, block, effectiveFrom);
    }

    /** The government that sets the price. */
    @Override
    public @Nullable Agency agency() {
        return setBy;
    }

    /** The first day on which it holds, or else that of its publication. */
    @Override
    public @Nullable LocalDate datedOn() {
        return effectiveFrom == null ? publishedOn : effectiveFrom;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate dated = datedOn();
        return dated == null ? null : dated.getYear();
    }

    /** Region and block. */
    @Override
    public @Nullable String designation() {
        String name = Stream.of(region, block).filter(each -> each != null).collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** A price has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
