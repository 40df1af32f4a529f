package org.gongkai.core.assistance;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.Evidence;
import org.gongkai.core.PartialDate;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.PlainNumber;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * One published line of assistance standards (救助标准): what is paid for an item in a place from a day on.
 *
 * <p>Build one with {@code AssistanceStandardBuilder}:
 *
 * <pre>{@code
 * AssistanceStandard line = AssistanceStandardBuilder.builder()
 *         .place("青岛市")
 *         .scope(RegionScope.read("七区"))
 *         .item(AssistanceItem.SUBSISTENCE)
 *         .residence(Residence.URBAN)
 *         .amount(new BigDecimal("700"))
 *         .unit(AmountUnit.YUAN_PERSON_MONTH)
 *         .effectiveFrom(PartialDate.parse("2020-04-01"))
 *         .build();
 * }</pre>
 *
 * <p>Absent is null for a scalar and an empty collection for a collection. A line is known by the day of its effect,
 * not by a year, since a year can have several levels. The authority that sets a standard is often not the one that
 * publishes it: 低保 and 特困 are set by the province or the city (社会救助暂行办法, arts. 10 and 15) and published by
 * the district.
 *
 * @param place the full name of the province, city or county for which the line was made, such as 青岛市崂山区; required
 * @param scope the part of the place for which it holds, or null for the whole
 * @param item what is priced; required
 * @param residence for whose residence, or null when the item is not split by residence
 * @param support for people in an institution or at home (供养方式), or null when the item is not split by it
 * @param grades the grades it holds for, in order of their text: 全, 半, 自理 for care; 1 to 4 for disability, perhaps
 *     with words; empty when the item is not graded
 * @param amount the amount, without trailing zeros; required unless the line follows another item
 * @param unit for whom and how long; required with an amount
 * @param atLeast true when the text says 不低于 and others may pay more, false or null when the amount is exact
 * @param effectiveFrom the day of effect (执行日期), as exactly as it is known; required
 * @param effectiveTo the last day, or null for a line without a stated end, which holds until another replaces it
 * @param issuedOn the day on which it was set (成文日期), or null
 * @param publishedOn the day on which it was made public (发布日期), or null
 * @param basis the document that sets it, or null
 * @param setBy the authorities that set it
 * @param publisher the authority that made it public, or null
 * @param change what the text says of the amount, or null
 * @param previousAmount the amount before, in the same unit, or null
 * @param growth the growth in per cent as the text states it, or null
 * @param follows the item whose standard this one takes over (参照), or null
 * @param note anything else the table says of the line, or null
 * @param evidence how well the figure is known, or null when that is not recorded
 * @param source where the figure was read, or null
 * @param lastConfirmedOn the day on which somebody last looked whether the amount still stands, or null
 * @param confirmedBy who looked, or null; where is told by source and address
 * @param sourceUrl the address of the page, or null
 * @param recordId the id that the old system gave it, or null; opaque
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "place",
    "scope",
    "item",
    "residence",
    "support",
    "grades",
    "amount",
    "unit",
    "atLeast",
    "effectiveFrom",
    "effectiveTo",
    "issuedOn",
    "publishedOn",
    "basis",
    "setBy",
    "publisher",
    "change",
    "previousAmount",
    "growth",
    "follows",
    "note",
    "evidence",
    "source",
    "lastConfirmedOn",
    "confirmedBy",
    "sourceUrl",
    "recordId"
})
public record AssistanceStandard(
        @NotNull(message = "{assistance.place.missing}") @Nullable
        String place,

        @Nullable RegionScope scope,

        @NotNull(message = "{assistance.item.missing}") @Nullable
        AssistanceItem item,

        @Nullable Residence residence,
        @Nullable SupportWay support,
        Set<String> grades,

        @Positive(message = "{assistance.amount.notPositive}")
        @Digits(integer = 8, fraction = 2, message = "{assistance.amount.outOfRange}")
        @Nullable
        BigDecimal amount,

        @Nullable AmountUnit unit,
        @Nullable Boolean atLeast,

        @NotNull(message = "{assistance.effectiveFrom.missing}")
        @WellFormed(message = "{assistance.effectiveFrom.malformed}")
        @Nullable
        PartialDate effectiveFrom,

        @WellFormed(message = "{assistance.effectiveTo.malformed}") @Nullable
        PartialDate effectiveTo,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate issuedOn,

        @NotNull(message = "{assistance.publishedOn.missing}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @NotNull(message = "{assistance.basis.missing}", groups = Advice.class) @Valid @Nullable
        Basis basis,

        @NotEmpty(message = "{assistance.setBy.missing}", groups = Advice.class)
        List<Agency> setBy,

        @NotNull(message = "{assistance.publisher.missing}", groups = Advice.class) @Nullable
        Agency publisher,

        @Nullable AmountChange change,
        @Nullable BigDecimal previousAmount,
        @Nullable BigDecimal growth,
        @Nullable AssistanceItem follows,
        @Nullable String note,
        @Nullable Evidence evidence,
        @Nullable String source,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate lastConfirmedOn,

        @Nullable String confirmedBy,
        @Nullable String sourceUrl,
        @Nullable String recordId,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a line; blank texts and codes become null, null collections empty, amounts lose trailing zeros. */
    public AssistanceStandard {
        place = Blank.toNull(place);
        scope = scope != null && scope.name() == null && scope.regions().isEmpty() ? null : scope;
        item = Blank.toNull(item);
        grades = ordered(grades);
        amount = PlainNumber.of(amount);
        effectiveFrom = Blank.toNull(effectiveFrom);
        effectiveTo = Blank.toNull(effectiveTo);
        setBy = Blank.dropped(setBy);
        publisher = Blank.toNull(publisher);
        previousAmount = PlainNumber.of(previousAmount);
        growth = PlainNumber.of(growth);
        follows = Blank.toNull(follows);
        note = Blank.toNull(note);
        source = Blank.toNull(source);
        confirmedBy = Blank.toNull(confirmedBy);
        sourceUrl = Blank.toNull(sourceUrl);
        recordId = Blank.toNull(recordId);
        other = Blank.kept(other);
    }

    /**
     * The amount with its unit.
     *
     * @return the amount, or null when either is absent
     */
    @JsonIgnore
    public @Nullable Amount price() {
        return amount == null || unit == null ? null : new Amount(amount, unit);
    }

    /**
     * The amount before with the unit.
     *
     * @return the amount, or null when either is absent
     */
    @JsonIgnore
    public @Nullable Amount previousPrice() {
        return previousAmount == null || unit == null ? null : new Amount(previousAmount, unit);
    }

    /** Place, scope, item, residence, way of support, grades and day of effect: a corrected amount is the same line. */
    @Override
    @JsonIgnore
    public String key() {
        return "standard:"
                + LegacyText.withoutBlanks(place
                        + '/'
                        + (scope == null || scope.whole() ? "" : scope)
                        + '/'
                        + item
                        + '/'
                        + (residence == null ? "" : residence)
                        + (support == null ? "" : "." + support)
                        + '/'
                        + String.join(",", grades)
                        + '/'
                        + (effectiveFrom == null ? "" : effectiveFrom));
    }

    /** {@inheritDoc} A line by its place. */
    @Override
    @JsonIgnore
    public boolean identified() {
        return place != null;
    }

    private static Set<String> ordered(@Nullable Set<String> grades) {
        TreeSet<String> kept = new TreeSet<>();
        if (grades != null) {
            grades.stream().filter(StringUtils::isNotBlank).map(String::strip).forEach(kept::add);
        }
        return kept.isEmpty() ? Set.of() : Collections.unmodifiableSet(kept);
    }

    /** The authority that made the line public, else the first that set it. */
    @Override
    public @Nullable Agency agency() {
        return publisher != null || setBy.isEmpty() ? publisher : setBy.get(0);
    }

    /** The first day of its effect, else the day on which it was set, else published. */
    @Override
    public @Nullable LocalDate datedOn() {
        LocalDate from = effectiveFrom == null ? null : effectiveFrom.earliest();
        return from != null ? from : issuedOn != null ? issuedOn : publishedOn;
    }

    /** The year in which it takes effect. */
    @Override
    public @Nullable Integer year() {
        LocalDate from = effectiveFrom == null ? null : effectiveFrom.latest();
        return from == null ? null : from.getYear();
    }

    /** Place and item. */
    @Override
    public @Nullable String designation() {
        return StringUtils.stripToNull(StringUtils.defaultString(place) + ' ' + (item == null ? "" : item));
    }

    /** The key holds the day of effect, so each edition is a line of its own. */
    @Override
    public String edition() {
        return "";
    }
}
