package org.gongkai.core.document;

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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.index.Digest128;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * A government document (公文) as it is published: its elements, its body, its attachments.
 *
 * <p>Build one with {@code OfficialDocumentBuilder}:
 *
 * <pre>{@code
 * OfficialDocument document = OfficialDocumentBuilder.builder()
 *         .title("关于印发2023年政务公开工作要点的通知")
 *         .issuers(List.of(Agency.parse("青岛市崂山区人民政府办公室")))
 *         .documentNumber(DocumentNumber.parse("青崂政办字〔2023〕13号"))
 *         .build();
 * }</pre>
 *
 * <p>Absent is null for a scalar and an empty list for a list; a blank text counts as absent. Constraints on the
 * components carry the codes of the rules; those in the group {@link Advice} advise only. The elements are the union
 * of what government pages and exchange formats show, since no one list of them is public.
 *
 * @param title the title (标题); required, without line breaks
 * @param issuers the issuing agencies (发文机关), the lead agency first; at least one
 * @param documentNumber the document number (发文字号), or null; a document without one may say so by 无文号
 * @param writtenOn the date of writing (成文日期); required
 * @param publishedOn the publication date (发布日期); required
 * @param indexNumber the index number (索引号); required
 * @param effectiveFrom the day from which it is in effect (生效日期), or null
 * @param repealedOn the day on which it was repealed (废止日期), or null
 * @param expiresOn the day on which it lapses of itself (失效日期), or null
 * @param validity whether it is in force (有效性); required
 * @param theme the theme (主题分类), or null
 * @param fileType the type that the library sorts by (文件类型); required
 * @param normativeNumber the registration number of a normative document (规范性文件号), or null
 * @param documentKind the kind (文种), or null
 * @param genre the genre (体裁分类), or null
 * @param owner the unit to which the document belongs (所属单位), or null
 * @param consultation whom to ask about it (政策咨询), or null
 * @param openness how it is made public (公开方式); required
 * @param audience to whom it is public (公开范围), such as 面向社会, or null
 * @param addressees the agencies it is addressed to (主送机关)
 * @param signature the signature at its end (署名), or null
 * @param note the note in brackets below the date (附注), such as 此件公开发布, without the brackets, or null
 * @param attachmentNote the list of attachments in the text (附件说明), or null
 * @param copyTo the agencies that receive a copy (抄送机关)
 * @param printedBy the agency that printed it (印发机关), or null
 * @param printedOn the day on which it was printed (印发日期), or null
 * @param keywords the keywords (主题词, 关键词)
 * @param summary the summary (摘要), or null
 * @param body the body (正文); required
 * @param attachments the attachments (附件)
 * @param relations links to other documents
 * @param site the site and column that published it, or null
 * @param sourceUrl the address of its page, or null
 * @param recordId the id that the old system gave it, or null; opaque
 * @param contentSource the unit that supplied the text (来源, ContentSource), or null
 * @param author the author or responsible editor (作者), or null
 * @param editor the editor (编辑), or null
 * @param opennessTerm for how long it is public (公开时限), or null
 * @param catalogueNumber the number of its category in the disclosure catalogue (信息类别编号), never the index
 *     number, or null
 * @param ownerCode the owning unit's credit code or organization code, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand, though
 *     Jackson may change their order. They are untyped: a mapper that is to keep 1.10 from becoming a double needs
 *     {@code USE_BIG_DECIMAL_FOR_FLOATS}, and one that is to refuse unknown properties inside a part such as
 *     {@code site}, rather than drop them, needs {@code FAIL_ON_UNKNOWN_PROPERTIES}, which Jackson 3 leaves off
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "title",
    "issuers",
    "documentNumber",
    "writtenOn",
    "publishedOn",
    "indexNumber",
    "effectiveFrom",
    "repealedOn",
    "expiresOn",
    "validity",
    "theme",
    "fileType",
    "normativeNumber",
    "documentKind",
    "genre",
    "owner",
    "consultation",
    "openness",
    "audience",
    "addressees",
    "signature",
    "note",
    "attachmentNote",
    "copyTo",
    "printedBy",
    "printedOn",
    "keywords",
    "summary",
    "body",
    "attachments",
    "relations",
    "site",
    "sourceUrl",
    "recordId",
    "contentSource",
    "author",
    "editor",
    "opennessTerm",
    "catalogueNumber",
    "ownerCode"
})
public record OfficialDocument(
        @NotNull(message = "{document.title.missing}")
        @Pattern(regexp = "[^\\r\\n]*", message = "{document.title.lineBreak}")
        @Nullable
        String title,

        @NotEmpty(message = "{document.issuers.missing}")
        List<@WellFormed(message = "{document.issuers.malformed}") Agency> issuers,

        @Nullable DocumentNumber documentNumber,

        @NotNull(message = "{document.writtenOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate writtenOn,

        @NotNull(message = "{document.publishedOn.missing}")
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate publishedOn,

        @NotNull(message = "{document.indexNumber.missing}")
        @WellFormed(message = "{document.indexNumber.malformed}", groups = Advice.class)
        @Nullable
        IndexNumber indexNumber,

        @NotNull(message = "{document.effectiveFrom.missing}", groups = Advice.class)
        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE)
        @Nullable
        LocalDate effectiveFrom,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate repealedOn,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate expiresOn,

        @NotNull(message = "{document.validity.missing}")
        @WellFormed(message = "{document.validity.unlisted}")
        @Nullable
        Validity validity,

        @NotNull(message = "{document.theme.missing}", groups = Advice.class)
        @WellFormed(message = "{document.theme.malformed}", groups = Advice.class)
        @Nullable
        ThemeCategory theme,

        @NotNull(message = "{document.fileType.missing}")
        @WellFormed(message = "{document.fileType.unlisted}")
        @Nullable
        FileType fileType,

        @Nullable NormativeNumber normativeNumber,

        @NotNull(message = "{document.documentKind.missing}", groups = Advice.class)
        @WellFormed(message = "{document.documentKind.unlisted}", groups = Advice.class)
        @Nullable
        DocumentKind documentKind,

        @Nullable String genre,

        @NotNull(message = "{document.owner.missing}", groups = Advice.class)
        @WellFormed(message = "{document.owner.malformed}", groups = Advice.class)
        @Nullable
        Agency owner,

        @NotNull(message = "{document.consultation.missing}", groups = Advice.class) @Valid @Nullable
        Consultation consultation,

        @NotNull(message = "{document.openness.missing}")
        @WellFormed(message = "{document.openness.unlisted}")
        @Nullable
        Openness openness,

        @Nullable String audience,
        List<Agency> addressees,
        @Nullable String signature,
        @Nullable String note,
        @Nullable String attachmentNote,
        List<Agency> copyTo,
        @Nullable Agency printedBy,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate printedOn,

        List<String> keywords,

        @Size(max = 500, message = "{document.summary.tooLong}", groups = Advice.class) @Nullable
        String summary,

        @NotNull(message = "{document.body.missing}") @Valid @Nullable
        Body body,

        List<@Valid Attachment> attachments,
        List<@Valid Relation> relations,
        @Valid @Nullable Site site,
        @Nullable String sourceUrl,
        @Nullable String recordId,
        @Nullable String contentSource,
        @Nullable String author,
        @Nullable String editor,
        @Nullable String opennessTerm,
        @Nullable String catalogueNumber,
        @Nullable CreditCode ownerCode,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates a document; blank texts and codes become null, null lists become empty. */
    public OfficialDocument {
        title = Blank.toNull(title);
        issuers = Blank.dropped(issuers);
        documentNumber = Blank.toNull(documentNumber);
        indexNumber = Blank.toNull(indexNumber);
        validity = Blank.toNull(validity);
        theme = Blank.toNull(theme);
        fileType = Blank.toNull(fileType);
        normativeNumber = Blank.toNull(normativeNumber);
        documentKind = Blank.toNull(documentKind);
        genre = Blank.toNull(genre);
        owner = Blank.toNull(owner);
        openness = Blank.toNull(openness);
        audience = Blank.toNull(audience);
        addressees = Blank.dropped(addressees);
        signature = Blank.toNull(signature);
        note = Blank.toNull(note);
        attachmentNote = Blank.toNull(attachmentNote);
        copyTo = Blank.dropped(copyTo);
        printedBy = Blank.toNull(printedBy);
        keywords = Blank.dropped(keywords);
        summary = Blank.toNull(summary);
        attachments = Blank.dropped(attachments);
        relations = Blank.dropped(relations);
        sourceUrl = Blank.toNull(sourceUrl);
        recordId = Blank.toNull(recordId);
        contentSource = Blank.toNull(contentSource);
        author = Blank.toNull(author);
        editor = Blank.toNull(editor);
        opennessTerm = Blank.toNull(opennessTerm);
        catalogueNumber = Blank.toNull(catalogueNumber);
        ownerCode = Blank.toNull(ownerCode);
        other = Blank.kept(other);
    }

    /**
     * The index number where there is one, since it never changes; else document number and title, since several
     * documents can bear one number; else title, lead agency and {@linkplain #datedOn() date}; of a text without a title the
     * text itself.
     */
    @Override
    @JsonIgnore
    public String key() {
        if (indexNumber != null) {
            return "index:" + LegacyText.withoutBlanks(indexNumber.text());
        }
        String name = LegacyText.withoutBlanks(StringUtils.defaultString(title));
        if (documentNumber != null && !documentNumber.saysNone()) {
            return "number:" + LegacyText.withoutBlanks(documentNumber.text()) + ' ' + name;
        }
        if (name.isEmpty() && body != null) {
            // Two texts without a title have nothing in common but that.
            return "content:"
                    + Digest128.of(Objects.toString(body.text(), body.html())).hex();
        }
        return "title:" + name + ' ' + (issuers.isEmpty() ? "" : issuers.get(0)) + ' ' + datedOn();
    }

    /** The first of the issuing agencies, else the owning unit. */
    @Override
    public @Nullable Agency agency() {
        return issuers.isEmpty() ? owner : issuers.get(0);
    }

    /** The date of writing, else of publication. */
    @Override
    public @Nullable LocalDate datedOn() {
        return writtenOn == null ? publishedOn : writtenOn;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate day = datedOn();
        return day == null ? null : day.getYear();
    }

    /** The title. */
    @Override
    public @Nullable String designation() {
        return title;
    }

    /**
     * The date of writing: a set of rules is issued anew under its old title, and each edition stays. Where one of two does
     * not say when it was written, nothing tells them apart.
     */
    @Override
    public String edition() {
        return writtenOn == null ? "" : writtenOn.toString();
    }
}
