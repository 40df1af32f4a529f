package org.gongkai.core.catalogue;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.blank.Blank;
import org.gongkai.core.blank.RecordKey;
import org.gongkai.core.constraint.Advice;
import org.gongkai.core.constraint.WellFormed;
import org.gongkai.core.organization.Agency;
import org.jspecify.annotations.Nullable;

/**
 * An item of the directory of proactive disclosure of a body (主动公开基本目录): a column of its site, with the duty that stands behind
 * it; 青崂政办字〔2023〕13号, item 4. A line of a table is one record.
 *
 * @param number the number in the table (序号), or null
 * @param column1 the column of the first level (一级栏目); required
 * @param column2 the column of the second level, or null
 * @param column3 the column of the third level, or null
 * @param column4 the column of the fourth level, or null
 * @param content what is to be public (公开内容); required
 * @param bases what it rests on (公开依据)
 * @param limit by when (公开时限), or null
 * @param keepFor how long it stands (长期公开, 最低1年), or null
 * @param bodies who makes it public (公开主体); at least one
 * @param channels where (公开渠道)
 * @param audience for whom (公开对象)
 * @param manner how (公开方式)
 * @param office the office in the body (责任科室), or null
 * @param columnUrl the address of the column, or null
 * @param changedOn the day of the last change (调整日期), or null
 * @param change what was done to it, or null
 * @param sourceUrl the address of its page, or null
 * @param other properties that this type does not know, by name, as they were read; written back as they stand
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false, enableGetters = false, inheritComponentAnnotations = false)
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "kind",
    "number",
    "column1",
    "column2",
    "column3",
    "column4",
    "content",
    "bases",
    "limit",
    "keepFor",
    "bodies",
    "channels",
    "audience",
    "manner",
    "office",
    "columnUrl",
    "changedOn",
    "change",
    "sourceUrl"
})
public record DirectoryItem(
        @Nullable String number,

        @NotNull(message = "{directory.column1.missing}") @Nullable
        String column1,

        @Nullable String column2,
        @Nullable String column3,
        @Nullable String column4,

        @NotNull(message = "{directory.content.missing}") @Nullable
        String content,

        List<LegalBasis> bases,

        @NotNull(message = "{directory.limit.missing}", groups = Advice.class)
        @WellFormed(message = "{directory.limit.unreadable}", groups = Advice.class)
        @Nullable
        DisclosureLimit limit,

        @Nullable DisclosureLimit keepFor,

        @NotEmpty(message = "{directory.body.unnamed}", groups = Advice.class)
        List<Agency> bodies,

        List<@WellFormed(message = "{directory.channels.unlisted}", groups = Advice.class) DisclosureChannel> channels,
        List<@WellFormed(message = "{directory.audience.unlisted}", groups = Advice.class) DisclosureAudience> audience,
        List<@WellFormed(message = "{directory.manner.unlisted}", groups = Advice.class) DisclosureManner> manner,
        @Nullable String office,
        @Nullable String columnUrl,

        @JsonFormat(pattern = "uuuu-MM-dd", lenient = OptBoolean.FALSE) @Nullable
        LocalDate changedOn,

        @WellFormed(message = "{directory.change.unlisted}", groups = Advice.class) @Nullable
        ItemChange change,

        @Nullable String sourceUrl,
        @JsonProperty(Blank.NO_NAME) @JsonAnyGetter Map<String, Object> other)
        implements DisclosureRecord {

    /** Creates one; blank texts and codes become null, null lists become empty. */
    public DirectoryItem {
        number = Blank.toNull(number);
        column1 = Blank.toNull(column1);
        column2 = Blank.toNull(column2);
        column3 = Blank.toNull(column3);
        column4 = Blank.toNull(column4);
        content = Blank.toNull(content);
        bases = Blank.dropped(bases);
        limit = Blank.toNull(limit);
        keepFor = Blank.toNull(keepFor);
        bodies = Blank.dropped(bodies);
        channels = Blank.dropped(channels);
        audience = Blank.dropped(audience);
        manner = Blank.dropped(manner);
        office = Blank.toNull(office);
        columnUrl = Blank.toNull(columnUrl);
        change = Blank.toNull(change);
        sourceUrl = Blank.toNull(sourceUrl);
        other = Blank.kept(other);
    }

    /** Body, columns, number and content: a line of a table. */
    @Override
    @JsonIgnore
    public String key() {
        return RecordKey.of("directory-item", agency(), column1, column2, column3, column4, number, content);
    }

    /** The first of the bodies. */
    @Override
    public @Nullable Agency agency() {
        return bodies.isEmpty() ? null : bodies.get(0);
    }

    /** The day of its last change. */
    @Override
    public @Nullable LocalDate datedOn() {
        return changedOn;
    }

    /** The year of {@link #datedOn()}. */
    @Override
    public @Nullable Integer year() {
        LocalDate dated = datedOn();
        return dated == null ? null : dated.getYear();
    }

    @Override
    public @Nullable String designation() {
        return Stream.of(column4, column3, column2, column1)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }

    /** Such a record has but one edition. */
    @Override
    public String edition() {
        return "";
    }
}
