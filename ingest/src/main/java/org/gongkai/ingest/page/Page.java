package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.source.FieldFate;
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
import org.gongkai.ingest.source.Reason;
import org.gongkai.ingest.source.SourceFile;
import org.gongkai.ingest.text.OfficialText;
import org.gongkai.ingest.text.TextLine;
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
            Map.entry(Component.EFFECTIVE_FROM, "[正文:施行日期]"),
            Map.entry(Component.EXPIRES_ON, "[正文:有效期]"),
            Map.entry(Component.RELATIONS, "[正文:同时废止]"),
            Map.entry(Component.PRINTED_BY, "[正文:印发机关]"),
            Map.entry(Component.PRINTED_ON, "[正文:印发日期]"));

    private static final int MOST_IMAGES = 200;

    /** An address or a list in the ledger is cut there; the body's HTML holds all of it. */
    private static final int LONGEST_TOLD = 500;

    /** A tag that never ends is no longer; an opening bracket further up is text. */
    private static final int LONGEST_OPEN_TAG = 200;

    private static final int END_TOLD = 40;

    private final SourceFile file;
    private final LabelAliases aliases;
    private final Limits limits;
    private final boolean followLinks;
    private final Location origin;
    private final Document document;
    private final String source;
    private final PageFields fields;
    private final Set<AttachedFile> attachedFiles = new LinkedHashSet<>();
    private final ActiveParts active = new ActiveParts();

    public Page(SourceFile file, String source, LabelAliases aliases, Limits limits, boolean followLinks) {
        this.file = file;
        this.source = source;
        this.aliases = aliases;
        this.limits = limits;
        this.followLinks = followLinks;
        this.origin = Location.of(file.name());
        this.fields = new PageFields(origin, limits);
        Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(limits.maxDepth());
        this.document = parser.parseInput(source, BASE);
    }

    /** Marks a field that gives the record nothing, and says why: it is accounted for and read no further. */
    public record Left(FieldFate fate, Reason reason) {}

    /** Marks a field that holds a clause of the text, and says what the clause means. */
    public record Clause(Object meaning) {}

    /** An image in the body; the body's HTML holds it. */
    public record Image(String source) {}

    /** The record, or null when the page holds no document. */
    @Nullable
    public SourceRecord read() {
        List<PageLinks.Link> framed =
                new PageLinks(new AttachmentFolder(file, limits, followLinks), origin).framed(document);
        showForm();
        TextAccount account = new TextAccount(document.body());
        PublicationDate published = new PublicationDate(document);
        active.takeOut(document, "script, style, noscript, template, iframe, object, embed");
        WindowTitle window = WindowTitle.of(document);
        new PageHead(document, window).read(fields);
        PageLabels labels = new PageLabels(document.body(), aliases);
        readTables(labels.tables());
        Set<Element> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(labels.usedTables());
        used.forEach(Element::remove);

        PageBody finder = new PageBody(document.body());
        Element body = finder.find();
        PageHeading headings = new PageHeading(document, window);
        Element heading = headings.find(body, finder);
        readLines(labels.lines(body, heading), used);
        boolean titled = readHeading(heading, window);
        String title = title();
        if (body != null) {
            new BodyTidy(body, finder, heading, used).tidy(title);
            readBody(body, heading);
        }
        if (!titled) {
            readOtherTitle(body, headings, window);
        }
        readRelations();
        if (!fields.any(this::givesPublication)) {
            published.read(fields, heading, body);
        }
        readAttachments(body, framed);
        cutShort();
        account.close(fields, body, Objects.toString(title(), ""), label -> aliases.component(label) != null);
        if (!fields.any(this::tells)) {
            return null;
        }
        return new SourceRecord(
                origin,
                fields.fields(),
                fields.problems(),
                new RawForm.WholeFile(file.name(), file.path()),
                List.copyOf(attachedFiles));
    }

    /** A form that shows a record: what its fields hold is text to a visitor. */
    private void showForm() {
        for (Element input : document.select("input[readonly][value], input[disabled][value]")) {
            if (!input.attr("type").equalsIgnoreCase("hidden")) {
                input.replaceWith(new TextNode(input.attr("value")));
            }
        }
    }

    private void readTables(List<LabelledValue> pairs) {
        for (LabelledValue each : pairs) {
            Rank rank = Places.shown(each.element()) ? Rank.CELL : Rank.HIDDEN;
            fields.add(each.element(), each.label(), each.value(), rank, each.component(), left(each));
            if (each.beside() != null) {
                fields.tell(each.beside(), each.label(), each.value());
            }
            if (aliases.component(each.label()) == Component.BODY) {
                int row = each.element().sourceRange().start().lineNumber();
                readText(Stream.of(each.value().split("\n"))
                        .map(line -> new TextLine(line, line.indexOf('\t') > 0, false, false, false, row))
                        .toList());
            }
        }
    }

    private void readLines(List<LabelledValue> pairs, Set<Element> used) {
        for (LabelledValue pair : pairs) {
            fields.add(pair.element(), pair.label(), pair.value(), Rank.LINE, pair.component(), left(pair));
            used.add(pair.element());
            if (pair.beside() != null) {
                fields.tell(pair.beside(), pair.label(), pair.value());
                used.add(pair.beside());
            }
        }
    }

    private static @Nullable Left left(LabelledValue pair) {
        return pair.concealed() ? new Left(FieldFate.UNMAPPED, Reason.NOT_SHOWN) : null;
    }

    /** Whether a field makes the page more than a bare shell: a title, or any element that has a value. */
    private boolean tells(Field field) {
        if (field.value().isBlank() || field.content() instanceof Left) {
            return false;
        }
        if (field.rank() == Rank.CELL || field.rank() == Rank.HIDDEN) {
            return true;
        }
        LabelAliases.Alias alias = aliases.find(field.label());
        Component component = field.component() != null ? field.component() : alias == null ? null : alias.component();
        return component != null && !component.path().startsWith("site.");
    }

    // ---- title

    /** Reads the heading; answers whether the page has a title so far. */
    private boolean readHeading(@Nullable Element heading, WindowTitle window) {
        boolean named = fields.any(this::givesTitle);
        if (heading == null) {
            return named;
        }
        String text = PageText.of(heading).text();
        String bare = LegacyText.lettersAndDigits(text);
        boolean site = fields.any(each -> each.label().equalsIgnoreCase("SiteName")
                && LegacyText.lettersAndDigits(each.value()).equals(bare));
        // A heading that the window repeats is the document's, and a title elsewhere that differs is to be told of.
        boolean certain = window.bare().equals(bare);
        if (!site && (!named || certain || agrees(text))) {
            // Heading and window together are believed before a tag of the head.
            fields.add(heading, "[页面:标题]", text, certain ? Rank.LINE : Rank.PAGE, Component.TITLE, null);
            return true;
        }
        return named;
    }

    private void readOtherTitle(@Nullable Element body, PageHeading headings, WindowTitle window) {
        if (body != null) {
            for (OfficialText.Part part : OfficialText.read(PageText.of(body).lines())) {
                if (part.component() == Component.TITLE) {
                    fields.add(part.line(), "[正文:标题]", part.value(), Rank.TEXT, Component.TITLE, null);
                    return;
                }
            }
        }
        String above = headings.titleAbove(body);
        if (above != null) {
            fields.add(document.body(), "[页面:标题]", above, Rank.PAGE, Component.TITLE, null);
            return;
        }
        // A window is often called after the site or the program: only what reads like a document's title is one.
        String title = window.title();
        if (title.contains("关于") && title.length() > 4 || OfficialText.endsLikeTitle(title)) {
            fields.add(document.head(), "[页面:窗口标题]", title, Rank.PAGE, Component.TITLE, null);
        }
    }

    private boolean givesPublication(Field field) {
        return !field.value().isBlank()
                && (field.component() == Component.PUBLISHED_ON
                        || aliases.component(field.label()) == Component.PUBLISHED_ON);
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
            fields.add(
                    body,
                    "[正文:去除]",
                    StringUtils.truncate(acting, LONGEST_TOLD),
                    Rank.PAGE,
                    null,
                    new Left(FieldFate.IGNORED, Reason.ACTIVE_CONTENT));
        }
        String plain = text.text();
        fields.add(body, "[正文]", plain.isEmpty() ? html : plain, Rank.PAGE, Component.BODY, new Body(plain, html));
        for (Element image : images.subList(0, Math.min(images.size(), MOST_IMAGES))) {
            String address = image.attr("src");
            if (PageLinks.hasScheme(address.strip(), "data:")) {
                // It is counted among what was taken out.
                continue;
            }
            fields.add(
                    image,
                    "[正文:图片]",
                    StringUtils.truncate(address, LONGEST_TOLD),
                    Rank.PAGE,
                    Component.BODY,
                    new Image(address));
        }
        readText(under(heading, text.lines()));
    }

    /** Adds what the running text of the document says of itself. */
    private void readText(List<TextLine> lines) {
        for (OfficialText.Part part : OfficialText.read(lines)) {
            if (part.component() != Component.TITLE) {
                String label = TEXT_LABELS.getOrDefault(part.component(), "[正文]");
                Object meaning = part.meaning() == null ? null : new Clause(part.meaning());
                fields.add(part.line(), label, part.value(), Rank.TEXT, part.component(), meaning);
            }
        }
    }

    /** The lines with the heading above them, since 某局公告 may stand there and 2023年第5号 below. */
    private static List<TextLine> under(@Nullable Element heading, List<TextLine> lines) {
        List<TextLine> all = new ArrayList<>();
        if (heading != null && !lines.isEmpty()) {
            String text = PageText.inline(heading);
            if (!lines.get(0).text().equals(text)) {
                all.add(TextLine.of(text, lines.get(0).number()));
            }
        }
        all.addAll(lines);
        return all;
    }

    private void readAttachments(@Nullable Element body, List<PageLinks.Link> framed) {
        List<PageLinks.Link> links = new ArrayList<>(framed);
        Set<String> shown = framed.stream()
                .map(each -> String.valueOf(each.attachment().url()))
                .collect(Collectors.toSet());
        new PageLinks(new AttachmentFolder(file, limits, followLinks), origin)
                .attachments(document.body(), body).stream()
                        .filter(each ->
                                !shown.contains(String.valueOf(each.attachment().url())))
                        .forEach(links::add);
        for (PageLinks.Link link : links) {
            if (link.file() != null) {
                attachedFiles.add(link.file());
            }
            if (link.problem() != null) {
                fields.problem(link.problem());
            }
            fields.add(
                    link.element(),
                    "[附件]",
                    link.attachment().name() + " " + link.attachment().url(),
                    Rank.PAGE,
                    Component.ATTACHMENTS,
                    link.attachment());
        }
    }

    /** The title that the page gives first, or null. */
    private @Nullable String title() {
        return fields.stream()
                .filter(each -> each.component() == Component.TITLE || givesTitle(each))
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }

    private void readRelations() {
        String title = Objects.toString(title(), "");
        for (Element link : PageLinks.interpretations(document.body(), title, aliases)) {
            fields.add(
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
                || page.lastIndexOf('<') > page.lastIndexOf('>')
                        && page.lastIndexOf('<') > page.length() - LONGEST_OPEN_TAG) {
            fields.problem(new SourceProblem(
                    "source.html.truncated", origin, StringUtils.right(PageText.tidy(source), END_TOLD), "</html>"));
        }
    }
}
