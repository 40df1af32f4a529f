package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.source.AttachedFile;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.RawForm;
import org.gongkai.ingest.source.SourceFile;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page: head tags, labelled values, heading, body, attachments, and what the running text says of itself.
 *
 * <p>One page, one use; not for several threads.
 */
public final class Page {

    /** Stands for the page's own address, which is not known: relative links stay as they are. */
    static final String BASE = "https://page.invalid/";

    /** Head tags of 国办发〔2017〕47号; {@code Image} has no place in the record. */
    private static final List<String> HEAD_TAGS = List.of(
            "SiteName",
            "SiteDomain",
            "SiteIDCode",
            "ColumnName",
            "ColumnDescription",
            "ColumnKeywords",
            "ColumnType",
            "ArticleTitle",
            "PubDate",
            "ContentSource",
            "Keywords",
            "Author",
            "Description",
            "Image",
            "Url");

    private static final Map<Component, String> TEXT_LABELS = Map.ofEntries(
            Map.entry(Component.TITLE, "[正文:标题]"),
            Map.entry(Component.DOCUMENT_NUMBER, "[正文:发文字号]"),
            Map.entry(Component.ADDRESSEES, "[正文:主送机关]"),
            Map.entry(Component.SIGNATURE, "[正文:署名]"),
            Map.entry(Component.WRITTEN_ON, "[正文:成文日期]"),
            Map.entry(Component.NOTE, "[正文:附注]"),
            Map.entry(Component.OPENNESS, "[正文:公开方式]"),
            Map.entry(Component.ATTACHMENT_NOTE, "[正文:附件说明]"),
            Map.entry(Component.COPY_TO, "[正文:抄送机关]"),
            Map.entry(Component.KEYWORDS, "[正文:主题词]"),
            Map.entry(Component.PRINTED_BY, "[正文:印发机关]"),
            Map.entry(Component.PRINTED_ON, "[正文:印发日期]"));

    private static final Pattern TITLE_MARK = Pattern.compile(
            "(?i)(?:^|.*[-_]|.*(?:article|art|news|detail|content|con|info|page|wz|xl|show|main|cms))(?:title|tit|bt|biaoti|headline)\\d*");
    private static final Pattern SITE_SUFFIX =
            Pattern.compile("\\s*[_|｜]+\\s*|\\s+[-–—]+\\s+|[-–—]+(?=[^-–—]{2,30}(?:网|门户|网站|政府|局|厅|委)$)");
    private static final Pattern SITE_NAME = Pattern.compile("[\\p{IsHan} ]{2,20}(?:网|网站|门户|平台|信息公开)");
    private static final int LONGEST_TITLE = 300;
    private static final int HEADING_WITHIN = 6;
    private static final int MOST_IMAGES = 200;

    private final SourceFile file;
    private final LabelAliases aliases;
    private final Limits limits;
    private final boolean followLinks;
    private final Location origin;
    private final Document document;
    private final String source;
    private final List<Field> fields = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();
    private final Set<AttachedFile> attachedFiles = new LinkedHashSet<>();
    private final ActiveParts active = new ActiveParts();

    public Page(SourceFile file, String source, LabelAliases aliases, Limits limits, boolean followLinks) {
        this.file = file;
        this.source = source;
        this.aliases = aliases;
        this.limits = limits;
        this.followLinks = followLinks;
        this.origin = Location.of(file.name());
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(limits.maxDepth());
        this.document = parser.parseInput(source, BASE);
    }

    /** Marks a field that belongs to the site and not to the document. */
    public record Furniture() {}

    /** Marks what was taken out of the body, since it acts or loads something. */
    public record TakenOut() {}

    /** An image in the body; the body's HTML holds it. */
    public record Image(String source) {}

    /** The record, or null when the page holds no document. */
    @Nullable
    public SourceRecord read() {
        List<PageLinks.Link> framed =
                new PageLinks(new AttachmentFolder(file, limits, followLinks), origin).framed(document);
        active.takeOut(document, "script, style, noscript, template, iframe, object, embed");
        readHead();
        // A form that shows a record: what its fields hold is text to a visitor.
        for (Element input : document.select("input[readonly][value], input[disabled][value]")) {
            if (!input.attr("type").equalsIgnoreCase("hidden")) {
                input.replaceWith(new TextNode(input.attr("value")));
            }
        }
        PageLabels labels = new PageLabels(document.body(), aliases);
        for (LabelledValue each : labels.tables()) {
            Rank rank = Places.shown(each.element()) ? Rank.CELL : Rank.HIDDEN;
            add(each.element(), each.label(), each.value(), rank, each.component(), null);
            if (aliases.component(each.label()) == Component.BODY) {
                List<PageText.Line> lines = new ArrayList<>();
                for (String line : each.value().split("\n")) {
                    int row = each.element().sourceRange().start().lineNumber();
                    lines.add(new PageText.Line(line, line.indexOf('\t') > 0, false, false, row));
                }
                readText(lines);
            }
        }
        Set<Element> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(labels.usedTables());
        used.forEach(Element::remove);

        PageBody finder = new PageBody(document.body());
        Element body = finder.find();
        Element heading = heading(body, finder);
        for (LabelledValue pair : labels.lines(body, heading)) {
            add(pair.element(), pair.label(), pair.value(), Rank.LINE, pair.component(), null);
            used.add(pair.element());
            if (pair.beside() != null) {
                used.add(pair.beside());
            }
        }
        boolean titled = readHeading(heading);
        if (body != null) {
            finder.tidy(body, heading, used);
            readBody(body, heading);
        }
        if (!titled) {
            readOtherTitle(body);
        }
        readRelations();
        readAttachments(body, framed);
        cutShort();
        if (fields.stream().noneMatch(each -> tells(each))) {
            return null;
        }
        return new SourceRecord(
                origin,
                List.copyOf(fields),
                List.copyOf(problems),
                new RawForm.WholeFile(file.name(), file.path()),
                List.copyOf(attachedFiles));
    }

    /** Whether a field makes the page more than a bare shell: a title, or any element that has a value. */
    private boolean tells(Field field) {
        if (field.value().isBlank() || field.content() instanceof Furniture) {
            return false;
        }
        if (field.rank() == Rank.CELL || field.rank() == Rank.HIDDEN) {
            return true;
        }
        LabelAliases.Alias alias = aliases.find(field.label());
        Component component = field.component() != null ? field.component() : alias == null ? null : alias.component();
        return component != null && !component.path().startsWith("site.");
    }

    private void add(
            @Nullable Element place,
            String label,
            String value,
            Rank rank,
            @Nullable Component component,
            @Nullable Object content) {
        add(place == null ? 0 : place.sourceRange().start().lineNumber(), label, value, rank, component, content);
    }

    private void add(
            int line, String label, String value, Rank rank, @Nullable Component component, @Nullable Object content) {
        if (fields.size() == limits.maxFields()) {
            problems.add(new SourceProblem("source.limit.reached", origin, null, "≤ " + limits.maxFields()));
        }
        if (fields.size() <= limits.maxFields()) {
            Location place = line > 0 ? origin.atRow(line) : origin;
            fields.add(new Field(place.at(label, null), label, value, rank, component, content));
        }
    }

    private void readHead() {
        Set<String> exact = new HashSet<>();
        List<Element> tags = document.select("meta[name]");
        for (Element tag : tags) {
            exact.add(tag.attr("name").strip());
        }
        for (Element tag : tags) {
            String name = tag.attr("name").strip();
            for (String known : HEAD_TAGS) {
                if (known.equalsIgnoreCase(name)) {
                    String value = LegacyText.stripUnseen(tag.attr("content"));
                    // Where both stand, the tag in another case describes the site for search engines.
                    boolean other = !known.equals(name) && (exact.contains(known) || describesSite(known, value));
                    add(tag, name, value, Rank.HEAD, null, other ? new Furniture() : null);
                }
            }
        }
    }

    /** Whether keywords or a description say nothing but what the site is called, as templates repeat on every page. */
    private boolean describesSite(String name, String value) {
        if (!name.equals("Keywords") && !name.equals("Description")) {
            return false;
        }
        StringBuilder site = new StringBuilder();
        String title = PageText.tidy(document.title());
        for (String part : SITE_SUFFIX.split(title)) {
            site.append(part.equals(windowTitle()) ? "" : part).append('\n');
        }
        document.select("meta[name=SiteName]").forEach(each -> site.append(each.attr("content")));
        for (String word : StringUtils.split(value, ",，;；、|")) {
            String bare = LegacyText.lettersAndDigits(word);
            boolean said = site.toString().contains(LegacyText.stripUnseen(word))
                    || bare.equals(LegacyText.lettersAndDigits(windowTitle()));
            if (bare.length() > 1 && !said) {
                return false;
            }
        }
        return !value.isBlank();
    }

    // ---- title

    private @Nullable Element heading(@Nullable Element body, PageBody finder) {
        String window = LegacyText.lettersAndDigits(windowTitle());
        Element best = null;
        int bestGrade = 0;
        for (Element each : document.body().getAllElements()) {
            if (!mayTitle(each)) {
                continue;
            }
            String text = finder.length(each) > LONGEST_TITLE ? "" : PageText.inline(each);
            boolean kind = each.normalName().equals("h1") && OfficialText.kindAlone(text);
            if (text.length() < 5 && !kind
                    || text.length() > LONGEST_TITLE
                    || PageText.hidden(each)
                    || namesSite(text)) {
                continue;
            }
            String bare = LegacyText.lettersAndDigits(text);
            int grade = 0;
            if (each.normalName().equals("h1") || each.normalName().equals("ucaptitle")) {
                grade = 3;
            } else if (titled(each)) {
                grade = 2;
            } else if (each.normalName().startsWith("h") && each.normalName().length() == 2 && bare.length() > 8) {
                grade = 1;
            }
            if (grade > 0 && bare.length() > 4 && window.contains(bare)) {
                grade += 3;
            }
            boolean furniture = grade < 4
                    && (each.closest("a, nav, footer, header") != null
                            || !each.select("a").isEmpty());
            boolean inText = grade < 4 && body != null && Places.within(each, body) && !opens(body, text);
            if (grade > bestGrade && !furniture && !inText) {
                best = each;
                bestGrade = grade;
            }
        }
        return best;
    }

    /** Whether a text is the name of a site or of its agency and nothing more, as beside a page's emblem. */
    private static boolean namesSite(String text) {
        return OfficialText.isAgency(text) || SITE_NAME.matcher(text).matches();
    }

    /** Whether the body begins with a text, so that it can be the document's own heading. */
    private static boolean opens(Element body, String text) {
        String start = LegacyText.lettersAndDigits(PageText.of(body).lines().stream()
                .limit(HEADING_WITHIN)
                .map(PageText.Line::text)
                .collect(Collectors.joining()));
        return start.contains(LegacyText.lettersAndDigits(text)) && !text.startsWith("（") && !text.startsWith("(");
    }

    private static boolean mayTitle(Element element) {
        return element.hasAttr("class")
                || element.hasAttr("id")
                || element.normalName().matches("h[1-3]|ucaptitle")
                || element.normalName().indexOf('-') > 0;
    }

    private static boolean titled(Element element) {
        if (element.childrenSize() > 12) {
            return false;
        }
        // Elements of a generator's own, such as founder-title.
        if (element.normalName().indexOf('-') > 0
                && TITLE_MARK.matcher(element.normalName()).matches()) {
            return true;
        }
        for (String name : element.classNames()) {
            if (TITLE_MARK.matcher(name).matches()) {
                return true;
            }
        }
        return TITLE_MARK.matcher(element.id()).matches();
    }

    /** Reads the heading; answers whether the page has a title so far. */
    private boolean readHeading(@Nullable Element heading) {
        boolean named = fields.stream().anyMatch(this::givesTitle);
        if (heading == null) {
            return named;
        }
        String text = PageText.of(heading).text();
        boolean site = fields.stream()
                .anyMatch(each -> each.label().equalsIgnoreCase("SiteName")
                        && LegacyText.lettersAndDigits(each.value()).equals(LegacyText.lettersAndDigits(text)));
        // A heading that the window repeats is the document's, and a title elsewhere that differs is to be told of.
        boolean certain = LegacyText.lettersAndDigits(windowTitle()).equals(LegacyText.lettersAndDigits(text));
        if (!site && (!named || certain || agrees(text))) {
            // Heading and window together are believed before a tag of the head.
            add(heading, "[页面:标题]", text, certain ? Rank.LINE : Rank.PAGE, Component.TITLE, null);
            return true;
        }
        return named;
    }

    private void readOtherTitle(@Nullable Element body) {
        if (body != null) {
            for (OfficialText.Part part : OfficialText.read(PageText.of(body).lines())) {
                if (part.component() == Component.TITLE) {
                    add(part.line(), "[正文:标题]", part.value(), Rank.TEXT, Component.TITLE, null);
                    return;
                }
            }
        }
        String above = titleAbove(body);
        if (above != null) {
            add(document.body(), "[页面:标题]", above, Rank.PAGE, Component.TITLE, null);
            return;
        }
        // A window is often called after the site or the program: only what reads like a document's title is one.
        String window = windowTitle();
        if (window.length() > 4 && (window.contains("关于") || OfficialText.endsLikeTitle(window))) {
            add(document.head(), "[页面:窗口标题]", window, Rank.PAGE, Component.TITLE, null);
        }
    }

    /** The last line before the body that reads like a document's title, the agencies in lines above it included. */
    private @Nullable String titleAbove(@Nullable Element body) {
        Set<String> inBody = new HashSet<>();
        if (body != null) {
            PageText.of(body).lines().forEach(line -> inBody.add(line.text()));
        }
        String found = null;
        StringBuilder agencies = new StringBuilder();
        for (PageText.Line line : PageText.of(document.body()).lines()) {
            String text = line.text();
            if (inBody.contains(text)) {
                break;
            }
            boolean title = !line.row()
                    && !line.links()
                    && text.length() > 5
                    && text.length() <= LONGEST_TITLE
                    && OfficialText.endsLikeTitle(text)
                    && (text.contains("关于")
                            || text.contains("《")
                            || !OfficialText.agenciesOfTitle(text).isEmpty());
            if (title) {
                found = agencies + text;
            }
            boolean agency = !line.row() && !line.links() && OfficialText.isAgency(text);
            agencies.append(agencies.isEmpty() || !agency ? "" : " ").append(agency ? text : "");
            if (!agency) {
                agencies.setLength(0);
            }
        }
        return found;
    }

    private boolean givesTitle(Field field) {
        return !field.value().isBlank() && aliases.component(field.label()) == Component.TITLE;
    }

    /** A heading that differs from the title given elsewhere is a heading of something else. */
    private boolean agrees(String text) {
        return fields.stream()
                .filter(this::givesTitle)
                .anyMatch(each -> ValueReader.same(Component.TITLE, each.value(), text));
    }

    /** The window's title without the names of column and site behind it. */
    private String windowTitle() {
        String title = PageText.tidy(document.title());
        String longest = "";
        for (String part : SITE_SUFFIX.split(title)) {
            longest = part.length() > longest.length() ? part : longest;
        }
        return longest.strip();
    }

    // ---- body

    private void readBody(Element body, @Nullable Element heading) {
        PageText text = PageText.of(body);
        String html = PageText.clean(body);
        List<Element> images = body.select("img[src]");
        if (text.lines().isEmpty() && images.isEmpty()) {
            return;
        }
        String acting = active.of(body);
        if (!acting.isEmpty()) {
            add(body, "[正文:去除]", StringUtils.truncate(acting, 500), Rank.PAGE, null, new TakenOut());
        }
        String plain = text.text();
        add(body, "[正文]", plain.isEmpty() ? html : plain, Rank.PAGE, Component.BODY, new Body(plain, html));
        for (Element image : images.subList(0, Math.min(images.size(), MOST_IMAGES))) {
            String address = image.attr("src");
            if (PageLinks.hasScheme(address.strip(), "data:")) {
                // It is counted among what was taken out.
                continue;
            }
            add(image, "[正文:图片]", StringUtils.truncate(address, 500), Rank.PAGE, Component.BODY, new Image(address));
        }
        readText(under(heading, text.lines()));
    }

    /** Adds what the running text of the document says of itself. */
    private void readText(List<PageText.Line> lines) {
        for (OfficialText.Part part : OfficialText.read(lines)) {
            if (part.component() != Component.TITLE) {
                String label = TEXT_LABELS.getOrDefault(part.component(), "[正文]");
                add(part.line(), label, part.value(), Rank.TEXT, part.component(), null);
            }
        }
    }

    /** The lines with the heading above them, since 某局公告 may stand there and 2023年第5号 below. */
    private static List<PageText.Line> under(@Nullable Element heading, List<PageText.Line> lines) {
        List<PageText.Line> all = new ArrayList<>();
        if (heading != null && !lines.isEmpty()) {
            String text = PageText.inline(heading);
            if (!lines.get(0).text().equals(text)) {
                all.add(new PageText.Line(
                        text, false, false, false, lines.get(0).number()));
            }
        }
        all.addAll(lines);
        return all;
    }

    private void readAttachments(@Nullable Element body, List<PageLinks.Link> framed) {
        List<PageLinks.Link> links = new ArrayList<>(framed);
        for (PageLinks.Link link : new PageLinks(new AttachmentFolder(file, limits, followLinks), origin)
                .attachments(document.body(), body)) {
            String address = link.attachment().url();
            if (framed.stream()
                    .noneMatch(each -> Objects.equals(each.attachment().url(), address))) {
                links.add(link);
            }
        }
        for (PageLinks.Link link : links) {
            if (link.file() != null) {
                attachedFiles.add(link.file());
            }
            if (link.problem() != null) {
                problems.add(link.problem());
            }
            add(
                    link.element(),
                    "[附件]",
                    link.attachment().name() + " " + link.attachment().url(),
                    Rank.PAGE,
                    Component.ATTACHMENTS,
                    link.attachment());
        }
    }

    private void readRelations() {
        String title = fields.stream()
                .filter(each -> each.component() == Component.TITLE || givesTitle(each))
                .map(Field::value)
                .findFirst()
                .orElse("");
        for (Element link : PageLinks.interpretations(document.body(), title, aliases)) {
            add(
                    link,
                    "[政策解读]",
                    link.attr("href").strip(),
                    Rank.PAGE,
                    Component.RELATIONS,
                    new Relation(
                            RelationType.of(RelationType.Type.INTERPRETATION),
                            link.attr("href").strip()));
        }
    }

    /** A page that opens its frame and never closes it was cut off, and so was one that ends inside a tag. */
    private void cutShort() {
        String page = source.toLowerCase(Locale.ROOT);
        boolean opened = page.contains("<html") || page.contains("<body");
        boolean closed = page.contains("</html") || page.contains("</body");
        if (opened && !closed
                || page.lastIndexOf('<') > page.lastIndexOf('>') && page.lastIndexOf('<') > page.length() - 200) {
            problems.add(new SourceProblem(
                    "source.html.truncated", origin, StringUtils.right(PageText.tidy(source), 40), "</html>"));
        }
    }
}
