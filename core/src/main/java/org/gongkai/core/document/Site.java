package org.gongkai.core.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The site and column on which a document was published, as the head tags of government pages give them.
 *
 * <p>Source: web page design specification of the guide to government sites (国办发〔2017〕47号).
 *
 * @param name the site's standard name (SiteName), or null
 * @param domain the domain without scheme (SiteDomain), such as {@code www.laoshan.gov.cn}, or null
 * @param idCode the site's identification code of ten characters (SiteIDCode): ten digits, or bm and eight digits; other
 *     letters are kept and warned of; null when it is not known
 * @param columnName the column (ColumnName), or null
 * @param columnType the kind of column (ColumnType), or null
 * @param columnDescription what the column is for (ColumnDescription), or null
 * @param columnKeywords the column's keywords (ColumnKeywords), or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Site(
        @Nullable String name,
        @Nullable String domain,

        @Pattern(regexp = "[A-Za-z0-9]{10}", message = "{document.site.idCode.malformed}") @Nullable
        String idCode,

        @Nullable String columnName,
        @Nullable String columnType,
        @Nullable String columnDescription,
        @Nullable String columnKeywords) {}
