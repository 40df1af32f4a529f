package org.gongkai.export.engine;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Consultation;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.Site;
import org.gongkai.core.organization.CreditCode;
import org.gongkai.core.organization.OrganizationCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of a format can take its value from: a component of a document, a part of one, or a named derivation.
 *
 * @param path the name in profiles, such as {@code title} or {@code issuers[0]}
 * @param element the component that the value belongs to
 * @param read gives the value: null, a text, code, date or number, or a list of these
 * @param part how much of the component the value is
 */
public record DocumentSource(String path, Element element, Function<RecordView, @Nullable Object> read, Part part) {

    /** How much of a component a value is. */
    enum Part {
        /** All of it. */
        WHOLE,
        /** The first of a list: all of it when the list has one entry. */
        FIRST,
        /** Something computed from it, which stands for nothing of it. */
        DERIVED
    }

    /**
     * A component of a document, or the component of one, for the account of what a format cannot carry.
     *
     * @param path the canonical path
     * @param label the Chinese name
     * @param index the place in {@link #ELEMENTS}
     * @param present tells whether a document has it
     */
    public record Element(String path, String label, int index, Predicate<OfficialDocument> present) {}

    /** Tells whether writing this value leaves nothing of the component behind. */
    boolean whole(OfficialDocument document) {
        return switch (part) {
            case WHOLE -> true;
            case FIRST -> document.issuers().size() == 1;
            case DERIVED -> false;
        };
    }

    /** Tells whether the value is HTML already. */
    boolean html() {
        return path.equals("body.html");
    }

    /** Every component, in the order of the type. */
    public static final List<Element> ELEMENTS;

    /** Every source by its path. */
    public static final Map<String, DocumentSource> SOURCES;

    /** The sources that give dates. */
    public static final Set<String> DATES;

    /** The sources that give several values. */
    public static final Set<String> LISTS;

    /** The JSON names of the components, and of the record's kind. */
    public static final Set<String> PROPERTIES;

    static {
        Table table = new Table();
        table.add("title", "标题", OfficialDocument::title);
        Element issuers = table.add("issuers", "发文机关", OfficialDocument::issuers);
        table.part("issuers[0]", issuers, d -> first(d.issuers()), Part.FIRST);
        table.add("documentNumber", "发文字号", OfficialDocument::documentNumber);
        table.add("writtenOn", "成文日期", OfficialDocument::writtenOn);
        table.add("publishedOn", "发布日期", OfficialDocument::publishedOn);
        Element indexNumber = table.add("indexNumber", "索引号", OfficialDocument::indexNumber);
        table.part("indexNumber.organizationCode", indexNumber, DocumentSource::publisher, Part.DERIVED);
        table.add("effectiveFrom", "生效日期", OfficialDocument::effectiveFrom);
        table.add("repealedOn", "废止日期", OfficialDocument::repealedOn);
        table.add("expiresOn", "失效日期", OfficialDocument::expiresOn);
        table.add("validity", "有效性", OfficialDocument::validity);
        Element theme = table.add("theme", "主题分类", OfficialDocument::theme);
        table.part(
                "theme.level1", theme, d -> d.theme() == null ? null : d.theme().level1(), Part.DERIVED);
        table.part(
                "theme.level2", theme, d -> d.theme() == null ? null : d.theme().level2(), Part.DERIVED);
        table.add("fileType", "文件类型", OfficialDocument::fileType);
        table.add("normativeNumber", "规范性文件号", OfficialDocument::normativeNumber);
        table.add("documentKind", "文种", OfficialDocument::documentKind);
        table.add("genre", "体裁分类", OfficialDocument::genre);
        table.add("owner", "所属单位", OfficialDocument::owner);
        table.add("consultation.department", "政策咨询部门", d -> of(d.consultation(), Consultation::department));
        table.add("consultation.telephone", "政策咨询电话", d -> of(d.consultation(), Consultation::telephone));
        table.add("openness", "公开方式", OfficialDocument::openness);
        table.add("audience", "公开范围", OfficialDocument::audience);
        table.add("addressees", "主送机关", OfficialDocument::addressees);
        table.add("signature", "署名", OfficialDocument::signature);
        table.add("note", "附注", OfficialDocument::note);
        table.add("attachmentNote", "附件说明", OfficialDocument::attachmentNote);
        table.add("copyTo", "抄送机关", OfficialDocument::copyTo);
        table.add("printedBy", "印发机关", OfficialDocument::printedBy);
        table.add("printedOn", "印发日期", OfficialDocument::printedOn);
        table.add("keywords", "关键词", OfficialDocument::keywords);
        table.add("summary", "摘要", OfficialDocument::summary);
        table.add("body.text", "正文文字", d -> of(d.body(), Body::text));
        Element html = table.element("body.html", "正文网页", DocumentSource::hasHtml);
        // The only way to the HTML of a body: whatever a profile says, it goes out cleaned.
        table.source("body.html", html, RecordView::html, Part.WHOLE);
        Element names = table.add("attachments.name", "附件名称", d -> each(d.attachments(), Attachment::name));
        // Where the copy stands in the package: nothing of the document.
        table.source("attachments.file", names, RecordView::attachmentFiles, Part.DERIVED);
        table.add("attachments.mediaType", "附件类型", d -> each(d.attachments(), Attachment::mediaType));
        table.add("attachments.size", "附件大小", d -> each(d.attachments(), Attachment::size));
        table.add("attachments.sha256", "附件校验值", d -> each(d.attachments(), Attachment::sha256));
        table.add("attachments.url", "附件地址", d -> each(d.attachments(), Attachment::url));
        table.add("relations", "关联文件", d -> each(d.relations(), DocumentSource::relation));
        table.add("site.name", "网站名称", d -> of(d.site(), Site::name));
        table.add("site.domain", "网站域名", d -> of(d.site(), Site::domain));
        table.add("site.idCode", "网站标识码", d -> of(d.site(), Site::idCode));
        table.add("site.columnName", "栏目名称", d -> of(d.site(), Site::columnName));
        table.add("site.columnType", "栏目类别", d -> of(d.site(), Site::columnType));
        table.add("site.columnDescription", "栏目描述", d -> of(d.site(), Site::columnDescription));
        table.add("site.columnKeywords", "栏目关键词", d -> of(d.site(), Site::columnKeywords));
        table.add("sourceUrl", "网页地址", OfficialDocument::sourceUrl);
        table.add("recordId", "原系统编号", OfficialDocument::recordId);
        table.add("contentSource", "来源", OfficialDocument::contentSource);
        table.add("author", "作者", OfficialDocument::author);
        table.add("editor", "编辑", OfficialDocument::editor);
        table.add("opennessTerm", "公开时限", OfficialDocument::opennessTerm);
        table.add("catalogueNumber", "信息类别编号", OfficialDocument::catalogueNumber);
        Element ownerCode = table.add("ownerCode", "所属单位代码", OfficialDocument::ownerCode);
        table.part("ownerCode.organizationCode", ownerCode, DocumentSource::owner, Part.DERIVED);
        table.element("other", "其他字段", d -> !d.other().isEmpty());
        ELEMENTS = List.copyOf(table.elements);
        PROPERTIES = Stream.concat(
                        Stream.of("kind"),
                        Stream.of(OfficialDocument.class.getRecordComponents()).map(RecordComponent::getName))
                .filter(name -> !name.equals("other"))
                .collect(Collectors.toUnmodifiableSet());
        SOURCES = Collections.unmodifiableMap(table.sources);
        DATES = typed(LocalDate.class);
        LISTS = typed(List.class);
    }

    private static Set<String> typed(Class<?> type) {
        Set<String> components = Stream.of(OfficialDocument.class.getRecordComponents())
                .filter(each -> each.getType() == type)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        return SOURCES.keySet().stream()
                .filter(each -> components.contains(each.split("\\.")[0]))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The code of nine characters inside the owner's code, or the owner's code itself when it is one of nine. */
    private static @Nullable Object owner(OfficialDocument document) {
        return document.ownerCode() == null
                ? null
                : organizationCode(document.ownerCode().text());
    }

    /** The publisher's code of nine characters at the head of the index number. */
    private static @Nullable Object publisher(OfficialDocument document) {
        return document.indexNumber() == null
                ? null
                : organizationCode(document.indexNumber().publisherCode());
    }

    /** Null for a code whose check characters are wrong: a repaired code would be another unit's. */
    private static @Nullable OrganizationCode organizationCode(@Nullable String text) {
        if (text == null) {
            return null;
        }
        OrganizationCode code = OrganizationCode.parse(text);
        return code.wellFormed() ? code : CreditCode.parse(text).organizationCode();
    }

    private static boolean hasHtml(OfficialDocument document) {
        return document.body() != null && document.body().html() != null;
    }

    private static @Nullable String relation(Relation relation) {
        String target = relation.target() == null ? "" : relation.target();
        return relation.type() == null ? target : relation.type().text() + "：" + target;
    }

    private static @Nullable Object first(List<?> list) {
        return list.isEmpty() ? null : list.get(0);
    }

    private static <T> @Nullable Object of(@Nullable T part, Function<T, @Nullable Object> component) {
        return part == null ? null : component.apply(part);
    }

    /** Keeps the places of absent values, so that several lists of one document stay in step; none at all is empty. */
    private static <T> List<@Nullable Object> each(List<T> list, Function<T, @Nullable Object> component) {
        if (list.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> values = new ArrayList<>(list.size());
        boolean any = false;
        for (T item : list) {
            Object value = component.apply(item);
            values.add(value);
            any |= value != null;
        }
        return any ? values : List.of();
    }

    private static boolean present(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }

    /** Gathers the two tables while the class is made. */
    private static final class Table {
        private final List<Element> elements = new ArrayList<>();
        private final Map<String, DocumentSource> sources = new LinkedHashMap<>();

        Element add(String path, String label, Function<OfficialDocument, @Nullable Object> read) {
            Element element = element(path, label, document -> DocumentSource.present(read.apply(document)));
            source(path, element, view -> read.apply(view.document()), Part.WHOLE);
            return element;
        }

        Element element(String path, String label, Predicate<OfficialDocument> present) {
            Element element = new Element(path, label, elements.size(), present);
            elements.add(element);
            return element;
        }

        void part(String path, Element element, Function<OfficialDocument, @Nullable Object> read, Part part) {
            source(path, element, view -> read.apply(view.document()), part);
        }

        void source(String path, Element element, Function<RecordView, @Nullable Object> read, Part part) {
            sources.put(path, new DocumentSource(path, element, read, part));
        }
    }

    /** The paths that a profile may name, for messages. */
    public static String allowed() {
        return String.join(", ", SOURCES.keySet());
    }
}
