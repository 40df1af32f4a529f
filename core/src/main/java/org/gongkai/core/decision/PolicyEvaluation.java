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
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation of a policy (政策评估): what was evaluated and how, what was found, and what use was made of it;
 * 青崂政办字〔2023〕13号, item 10.
 *
 * A record of its own: it looks at any policy, decided in whatever year, and is published on its own page by the end
 * of its year.
 *
 * @param body the body that evaluates; required
 * @param year the year in which it was made; required
 * @param subject the policy evaluated; required
 * @param documentNumber its document number, or null
 * @param evaluator who made it in the body's stead (第三方), or null
 * @param methods how it was made
 * @param findings what was found; at least one
 * @param use what use was made of the findings (结果运用), or null
 * @param publishedOn the day on which findings and use were published; null while they are not
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
    "subject",
    "documentNumber",
    "evaluator",
    "methods",
    "findings",
    "use",
    "publishedOn",
    "sourceUrl"
})
public record PolicyEvaluation(
        @NotNull(message = "{decision.evaluation.body.missing}") @Nullable
        Agency body,

        @NotNull(message = "{decision.evaluation.year.missing}") @Nullable
        Integer year,

        @NotNull(message = "{decision.evaluation.subject.missing}") @Nullable
        String subject,

        @Nullable DocumentNumber documentNumber,
        @Nullable Agency evaluator,

        @NotEmpty(message = "{decision.evaluation.methods.missing}", groups = Advice.class)
        List<@WellFormed(message = "{decision.evaluation.methodUnlisted}", groups = Advice.class) EvaluationMethod>
                methods,

        @NotEmpty(message = "{decision.evaluation.findings.missing}")
        List<@Valid EvaluationFinding> findings,

        @NotNull(message = "{decision.evaluation.use.missing}", groups = Advice.class) @Nullable
        String use,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate publishedOn,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates an evaluation; blank texts and codes become null, null lists become empty. */
    public PolicyEvaluation {
        body = Blank.toNull(body);
        subject = Blank.toNull(subject);
        documentNumber = Blank.toNull(documentNumber);
        evaluator = Blank.toNull(evaluator);
        methods = Blank.dropped(methods);
        findings = Blank.dropped(findings);
        use = Blank.toNull(use);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** The body, the year, and the policy by its number, or its name where it has none. */
    @Override
    @JsonIgnore
    public String key() {
        return "policy-evaluation:" + (body == null ? "" : LegacyText.withoutBlanks(body.text()))
                + ' ' + year + ' '
                + (documentNumber == null
                        ? MatterReference.compared(subject)
                        : LegacyText.withoutBlanks(documentNumber.text()));
    }

    /** The evaluating body. */
    @Override
    public @Nullable Agency agency() {
        return body;
    }

    /** The publication date. */
    @Override
    public @Nullable LocalDate datedOn() {
        return publishedOn;
    }

    /** The policy that it evaluates. */
    @Override
    public @Nullable String designation() {
        return subject;
    }

    /** An evaluation has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
