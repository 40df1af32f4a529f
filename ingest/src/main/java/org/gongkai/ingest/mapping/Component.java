package org.gongkai.ingest.mapping;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of an official document that a field of a source can go into. */
public enum Component {
    /** 标题. */
    TITLE("title"),
    /** 发文机关. */
    ISSUERS("issuers"),
    /** 发文字号. */
    DOCUMENT_NUMBER("documentNumber"),
    /** 成文日期. */
    WRITTEN_ON("writtenOn"),
    /** 发布日期. */
    PUBLISHED_ON("publishedOn"),
    /** 索引号. */
    INDEX_NUMBER("indexNumber"),
    /** 生效日期. */
    EFFECTIVE_FROM("effectiveFrom"),
    /** 废止日期. */
    REPEALED_ON("repealedOn"),
    /** 失效日期. */
    EXPIRES_ON("expiresOn"),
    /** 有效性. */
    VALIDITY("validity"),
    /** 主题分类. */
    THEME("theme"),
    /** 文件类型. */
    FILE_TYPE("fileType"),
    /** 规范性文件号. */
    NORMATIVE_NUMBER("normativeNumber"),
    /** 文种. */
    DOCUMENT_KIND("documentKind"),
    /** 体裁分类. */
    GENRE("genre"),
    /** 所属单位. */
    OWNER("owner"),
    /** 政策咨询部门. */
    CONSULTATION_DEPARTMENT("consultation.department"),
    /** 政策咨询电话. */
    CONSULTATION_TELEPHONE("consultation.telephone"),
    /** 公开方式. */
    OPENNESS("openness"),
    /** 公开范围. */
    AUDIENCE("audience"),
    /** 主送机关. */
    ADDRESSEES("addressees"),
    /** 署名. */
    SIGNATURE("signature"),
    /** 附注. */
    NOTE("note"),
    /** 附件说明. */
    ATTACHMENT_NOTE("attachmentNote"),
    /** 抄送机关. */
    COPY_TO("copyTo"),
    /** 印发机关. */
    PRINTED_BY("printedBy"),
    /** 印发日期. */
    PRINTED_ON("printedOn"),
    /** 主题词, 关键词. */
    KEYWORDS("keywords"),
    /** 摘要. */
    SUMMARY("summary"),
    /** 正文. */
    BODY("body"),
    /** 附件. */
    ATTACHMENTS("attachments"),
    /** 政策解读. */
    RELATIONS("relations"),
    /** SiteName. */
    SITE_NAME("site.name"),
    /** SiteDomain. */
    SITE_DOMAIN("site.domain"),
    /** SiteIDCode. */
    SITE_ID_CODE("site.idCode"),
    /** ColumnName. */
    COLUMN_NAME("site.columnName"),
    /** ColumnType. */
    COLUMN_TYPE("site.columnType"),
    /** ColumnDescription. */
    COLUMN_DESCRIPTION("site.columnDescription"),
    /** ColumnKeywords. */
    COLUMN_KEYWORDS("site.columnKeywords"),
    /** The address of the page. */
    SOURCE_URL("sourceUrl"),
    /** The id that the old system gave the record. */
    RECORD_ID("recordId"),
    /** 来源. */
    CONTENT_SOURCE("contentSource"),
    /** 作者. */
    AUTHOR("author"),
    /** 编辑. */
    EDITOR("editor"),
    /** 公开时限. */
    OPENNESS_TERM("opennessTerm"),
    /** 信息类别编号. */
    CATALOGUE_NUMBER("catalogueNumber"),
    /** The owning unit's code. */
    OWNER_CODE("ownerCode");

    private static final Map<String, Component> BY_PATH = new HashMap<>();

    static {
        for (Component each : values()) {
            BY_PATH.put(each.path, each);
        }
    }

    private final String path;

    Component(String path) {
        this.path = path;
    }

    /**
     * The component's name in the record's JSON, parts joined by a dot: {@code consultation.telephone}.
     *
     * @return the path
     */
    public String path() {
        return path;
    }

    /**
     * The component's JSON Pointer: {@code /consultation/telephone}.
     *
     * @return the pointer
     */
    public String pointer() {
        return '/' + path.replace('.', '/');
    }

    /**
     * Finds a component by its name.
     *
     * @param path the name as {@link #path()} gives it
     * @return the component, or null when there is none of that name
     */
    public static @Nullable Component of(String path) {
        return BY_PATH.get(path);
    }
}
