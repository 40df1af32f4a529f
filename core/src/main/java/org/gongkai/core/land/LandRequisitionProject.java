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
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A requisition project (土地征收项目) with what it has disclosed so far, from the preliminary announcement to the
 * payment. A requisition of houses on state-owned land has the same shape; {@link #regime()} tells them apart.
 *
 * <pre>{@code
 * LandRequisitionProject project = LandRequisitionProjectBuilder.builder()
 *         .name("株洲路东段道路工程")
 *         .regime(RequisitionRegime.of(RequisitionRegime.Regime.COLLECTIVE_LAND))
 *         .totalArea(Area.parse("1.8565公顷"))
 *         .build();
 * }</pre>
 *
 * @param code the project's number at its office, which never changes, or null
 * @param name the name of the project or batch (项目、批次名称); required
 * @param regime under which law; required
 * @param implementer the body that requisitions, usually the district government (征收主体), or null
 * @param planItem the line of the yearly plan from which it came, or null
 * @param approvingAuthority who approved it (批准机关), or null before approval
 * @param approvalNumber the number of the approval (批准文号), or null before approval
 * @param approvedOn the date of the approval (批准时间), or null before approval
 * @param approvalReceivedOn the day on which the approval document was received (收到批文日期), on which two clocks
 *     start; or null
 * @param use the use approved (批准用途), or before approval the use intended; null when not known
 * @param ground the public interest it serves (征收目的), or null
 * @param parcels its parcels
 * @param landClasses its area by class of land
 * @param totalArea the total as the notice states it, or null
 * @param restatedArea the same total in a second unit, such as 亩 beside 公顷, or null
 * @param prices the block prices applied
 * @param attachmentStandard the document that sets what buildings and crops are worth (附着物和青苗补偿依据), or null
 * @param resettlement the ways of resettlement (安置方式), such as 货币 or 住房
 * @param socialSecurity what is arranged for the social security of those who lose land, or null
 * @param registration when and where to register for compensation, or null
 * @param remedies how to seek review (救济途径), or null
 * @param contact the office to ask, or null
 * @param stages the stages reached
 * @param items what was disclosed, is due, is not applicable or is withheld
 * @param attachments maps and other files
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "code",
    "name",
    "regime",
    "implementer",
    "planItem",
    "approvingAuthority",
    "approvalNumber",
    "approvedOn",
    "approvalReceivedOn",
    "use",
    "ground",
    "parcels",
    "landClasses",
    "totalArea",
    "restatedArea",
    "prices",
    "attachmentStandard",
    "resettlement",
    "socialSecurity",
    "registration",
    "remedies",
    "contact",
    "stages",
    "items",
    "attachments",
    "sourceUrl"
})
public record LandRequisitionProject(
        @Nullable String code,

        @NotNull(message = "{land.project.name.missing}") @Nullable
        String name,

        @NotNull(message = "{land.project.regime.missing}")
        @WellFormed(message = "{land.project.regime.unlisted}")
        @Nullable
        RequisitionRegime regime,

        @NotNull(message = "{land.project.implementer.missing}", groups = Advice.class) @Nullable
        Agency implementer,

        @Valid @Nullable PlanReference planItem,
        @Nullable Agency approvingAuthority,
        @Nullable DocumentNumber approvalNumber,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate approvedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate approvalReceivedOn,

        @NotNull(message = "{land.project.use.missing}", groups = Advice.class) @Nullable
        String use,

        @NotNull(message = "{land.project.ground.missing}", groups = Advice.class)
        @WellFormed(message = "{land.project.ground.unlisted}", groups = Advice.class)
        @Nullable
        PublicInterestGround ground,

        List<@Valid Parcel> parcels,
        List<@Valid ClassArea> landClasses,

        @NotNull(message = "{land.project.totalArea.missing}", groups = Advice.class) @Nullable
        Area totalArea,

        @Nullable Area restatedArea,
        List<@Valid BlockPrice> prices,
        @Nullable String attachmentStandard,
        List<String> resettlement,
        @Nullable String socialSecurity,
        @Nullable CompensationRegistration registration,
        @Nullable String remedies,

        @NotNull(message = "{land.project.contact.missing}", groups = Advice.class) @Nullable
        Contact contact,

        List<@Valid StageProgress> stages,
        List<@Valid RequisitionItem> items,
        List<@Valid Attachment> attachments,
        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a project; blank texts and codes become null, null lists become empty. */
    public LandRequisitionProject {
        code = Blank.toNull(code);
        name = Blank.toNull(name);
        regime = Blank.toNull(regime);
        implementer = Blank.toNull(implementer);
        approvingAuthority = Blank.toNull(approvingAuthority);
        approvalNumber = Blank.toNull(approvalNumber);
        use = Blank.toNull(use);
        ground = Blank.toNull(ground);
        parcels = Blank.dropped(parcels);
        landClasses = Blank.dropped(landClasses);
        prices = Blank.dropped(prices);
        attachmentStandard = Blank.toNull(attachmentStandard);
        resettlement = Blank.dropped(resettlement);
        socialSecurity = Blank.toNull(socialSecurity);
        remedies = Blank.toNull(remedies);
        stages = Blank.dropped(stages);
        items = Blank.dropped(items);
        attachments = Blank.dropped(attachments);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /**
     * What a plan writes to name this project: its number at the office, or its name where it has none.
     *
     * @return the text without blanks, empty when the project has neither
     */
    @JsonIgnore
    public String reference() {
        return LegacyText.withoutBlanks(StringUtils.defaultString(code != null ? code : name));
    }

    /**
     * Tells whether a text names this project.
     *
     * @param text the text, such as what stands in {@link PlanItem#project()}, not null
     * @return true when it is the project's number or its name, blanks aside
     */
    public boolean goesBy(String text) {
        String wanted = LegacyText.withoutBlanks(text);
        return !wanted.isEmpty()
                && (wanted.equals(reference())
                        || wanted.equals(LegacyText.withoutBlanks(StringUtils.defaultString(name))));
    }

    /** The implementing body and the reference; never the approval number, which a project gets late. */
    @Override
    @JsonIgnore
    public String key() {
        String body = implementer == null ? "" : LegacyText.withoutBlanks(implementer.text());
        return "land-project:" + body + ' ' + reference();
    }

    /** {@inheritDoc} A project by its number or its name. */
    @Override
    @JsonIgnore
    public boolean identified() {
        return !reference().isEmpty();
    }

    /**
     * The day on which the project began, by which a rule that holds for a time is applied to it.
     *
     * @return the first day of its earliest stage, else the date of the approval, else null
     */
    @JsonIgnore
    public @Nullable LocalDate begunOn() {
        return stages.stream()
                .map(StageProgress::startedOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(approvedOn);
    }

    /**
     * The latest stage reached.
     *
     * @return the stage of the highest rank, the first in the list of several, or null when none is known
     */
    @JsonIgnore
    public RequisitionStage.@Nullable Step latestStep() {
        RequisitionStage.Step latest = null;
        for (StageProgress each : stages) {
            RequisitionStage.Step step =
                    each.stage() == null ? null : each.stage().step();
            if (step != null && (latest == null || step.rank() > latest.rank())) {
                latest = step;
            }
        }
        return latest;
    }

    /** The implementing body. */
    @Override
    public @Nullable Agency agency() {
        return implementer;
    }

    /** The day on which the project began, as {@link #begunOn()} says. */
    @Override
    public @Nullable LocalDate datedOn() {
        return begunOn();
    }

    /** The year of the approval, before it of the beginning. */
    @Override
    public @Nullable Integer year() {
        LocalDate day = approvedOn == null ? begunOn() : approvedOn;
        return day == null ? null : day.getYear();
    }

    /** The name of the project. */
    @Override
    public @Nullable String designation() {
        return name;
    }

    /** A project has but one edition, which grows. */
    @Override
    public String edition() {
        return "";
    }
}
