package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A component of an official document that a field of a source can go into. They follow from the description of the kind; those
 * that readers look for by name have a constant here.
 *
 * <p>Immutable; there is one object for each component, so {@code ==} compares.
 */
public final class Component {

    /** Parts that one text of a source fills as a whole. */
    private static final Set<Class<?>> READ_WHOLE = Set.of(Body.class);

    private static final Map<String, Component> BY_PATH = read();

    /** 标题. */
    public static final Component TITLE = known("title");

    /** 发文机关. */
    public static final Component ISSUERS = known("issuers");

    /** 发文字号. */
    public static final Component DOCUMENT_NUMBER = known("documentNumber");

    /** 成文日期. */
    public static final Component WRITTEN_ON = known("writtenOn");

    /** 发布日期. */
    public static final Component PUBLISHED_ON = known("publishedOn");

    /** 索引号. */
    public static final Component INDEX_NUMBER = known("indexNumber");

    /** 生效日期. */
    public static final Component EFFECTIVE_FROM = known("effectiveFrom");

    /** 失效日期. */
    public static final Component EXPIRES_ON = known("expiresOn");

    /** 有效性. */
    public static final Component VALIDITY = known("validity");

    /** 主题分类. */
    public static final Component THEME = known("theme");

    /** 文件类型. */
    public static final Component FILE_TYPE = known("fileType");

    /** 规范性文件号. */
    public static final Component NORMATIVE_NUMBER = known("normativeNumber");

    /** 文种. */
    public static final Component DOCUMENT_KIND = known("documentKind");

    /** 政策咨询电话. */
    public static final Component CONSULTATION_TELEPHONE = known("consultation.telephone");

    /** 公开方式. */
    public static final Component OPENNESS = known("openness");

    /** 公开范围. */
    public static final Component AUDIENCE = known("audience");

    /** 主送机关. */
    public static final Component ADDRESSEES = known("addressees");

    /** 署名. */
    public static final Component SIGNATURE = known("signature");

    /** 附注. */
    public static final Component NOTE = known("note");

    /** 附件说明. */
    public static final Component ATTACHMENT_NOTE = known("attachmentNote");

    /** 抄送机关. */
    public static final Component COPY_TO = known("copyTo");

    /** 印发机关. */
    public static final Component PRINTED_BY = known("printedBy");

    /** 印发日期. */
    public static final Component PRINTED_ON = known("printedOn");

    /** 主题词, 关键词. */
    public static final Component KEYWORDS = known("keywords");

    /** 正文. */
    public static final Component BODY = known("body");

    /** 附件. */
    public static final Component ATTACHMENTS = known("attachments");

    /** 政策解读. */
    public static final Component RELATIONS = known("relations");

    /** The address of the page. */
    public static final Component SOURCE_URL = known("sourceUrl");

    /** The id that the old system gave the record. */
    public static final Component RECORD_ID = known("recordId");

    /** 来源. */
    public static final Component CONTENT_SOURCE = known("contentSource");

    /** 作者. */
    public static final Component AUTHOR = known("author");

    /** 编辑. */
    public static final Component EDITOR = known("editor");

    /** 信息类别编号. */
    public static final Component CATALOGUE_NUMBER = known("catalogueNumber");

    /** The owning unit's code. */
    public static final Component OWNER_CODE = known("ownerCode");

    /** What the site is called. */
    public static final Component SITE_NAME = known("site.name");

    /** SiteDomain. */
    public static final Component SITE_DOMAIN = known("site.domain");

    private final RecordField field;

    private Component(RecordField field) {
        this.field = field;
    }

    private static Map<String, Component> read() {
        Map<String, Component> components = new LinkedHashMap<>();
        for (RecordField each : RecordKind.of(OfficialDocument.class).fields()) {
            boolean whole = each.parts().isEmpty() || each.many() || READ_WHOLE.contains(each.type());
            for (RecordField part : whole ? List.of(each) : each.parts()) {
                components.put(part.path(), new Component(part));
            }
        }
        return components;
    }

    private static Component known(String path) {
        return Objects.requireNonNull(BY_PATH.get(path), path);
    }

    /**
     * All components, in the order of the record.
     *
     * @return the components
     */
    public static List<Component> values() {
        return new ArrayList<>(BY_PATH.values());
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

    /**
     * The component's name in the record's JSON, parts joined by a dot: {@code consultation.telephone}.
     *
     * @return the path
     */
    public String path() {
        return field.path();
    }

    /**
     * The component's JSON Pointer: {@code /consultation/telephone}.
     *
     * @return the pointer
     */
    public String pointer() {
        return field.pointer();
    }

    /**
     * What the component holds and how it is called.
     *
     * @return the field of the record's description
     */
    public RecordField field() {
        return field;
    }

    @Override
    public String toString() {
        return path();
    }
}
