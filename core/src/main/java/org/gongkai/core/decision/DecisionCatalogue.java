package org.gongkai.core.decision;

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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A yearly catalogue of major administrative decisions (重大行政决策事项目录); 重大行政决策程序暂行条例 (State Council order no. 713), art.
 * 3; 青崂政办字〔2023〕13号, item 8.
 *
 * <pre>{@code
 * DecisionCatalogue catalogue = DecisionCatalogueBuilder.builder()
 *         .body(Agency.parse("甲区人民政府"))
 *         .year(2024)
 *         .publishedOn(LocalDate.of(2024, 3, 20))
 *         .matters(List.of(matter))
 *         .build();
 * }</pre>
 *
 * The opinions of the public on a matter are a record of their own, {@link PublicConsultation}, since another unit
 * publishes them at another time, often without the catalogue.
 *
 * @param body the body that decides (决策机关); required
 * @param year the year; required
 * @param title the title as published, or null
 * @param documentNumber the document number under which it was issued, or null
 * @param consent the consent of the party committee, or null where nothing is said of it
 * @param publishedOn the publication date; required
 * @param matters its matters; at least one
 * @param amendments the changes since, in their order
 * @param completion what became of the matters, or null before the end of the year
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "body",
    "year",
    "title",
    "documentNumber",
    "consent",
    "publishedOn",
    "matters",
    "amendments",
    "completion",
    "sourceUrl"
})
public record DecisionCatalogue(
        @NotNull(message = "{decision.catalogue.body.missing}") @Nullable
        Agency body,

        @NotNull(message = "{decision.catalogue.year.missing}") @Nullable
        Integer year,

        @Nullable String title,

        @NotNull(message = "{decision.catalogue.documentNumber.missing}", groups = Advice.class) @Nullable
        DocumentNumber documentNumber,

        @NotNull(message = "{decision.catalogue.consent.missing}", groups = Advice.class) @Nullable
        PartyConsent consent,

        @NotNull(message = "{decision.catalogue.publishedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @NotEmpty(message = "{decision.catalogue.matters.missing}")
        List<@Valid DecisionMatter> matters,

        List<@Valid CatalogueAmendment> amendments,
        @Nullable CatalogueCompletion completion,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a catalogue; blank texts and codes become null, null lists become empty. */
    public DecisionCatalogue {
        body = Blank.toNull(body);
        title = Blank.toNull(title);
        documentNumber = Blank.toNull(documentNumber);
        matters = Blank.dropped(matters);
        amendments = Blank.dropped(amendments);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** The body and the year: an amended catalogue is the same catalogue. */
    @Override
    @JsonIgnore
    public String key() {
        return "decision-catalogue:" + (body == null ? "" : LegacyText.withoutBlanks(body.text())) + ' ' + year;
    }

    /** {@inheritDoc} A catalogue by its body. */
    @Override
    @JsonIgnore
    public boolean identified() {
        return body != null;
    }

    /**
     * The matter that a reference names: by its name, and where the reference has none by its number.
     *
     * @param reference the reference, not null
     * @return the matter, or null when the catalogue is another one or has none of that name
     */
    public @Nullable DecisionMatter find(MatterReference reference) {
        if (reference.year() != null && !reference.year().equals(year)) {
            return null;
        }
        for (DecisionMatter each : matters) {
            boolean named = reference.name() == null
                    ? reference.sequence() != null && reference.sequence().equals(each.sequence())
                    : each.goesBy(reference.name());
            if (named) {
                return each;
            }
        }
        return null;
    }

    /** The body whose catalogue it is. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The publication date. */
    @Override
    public @Nullable LocalDate datedOn() {
        return publishedOn;
    }

    /** The title. */
    @Override
    public @Nullable String designation() {
        return title;
    }

    /** How often it was amended. */
    @Override
    public String edition() {
        return String.valueOf(amendments.size());
    }
}
