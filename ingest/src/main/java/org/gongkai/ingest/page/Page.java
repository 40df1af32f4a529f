package org.gongkai.ingest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.DateText;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.document.Body;
import org.gongkai.core.document.OfficialDocument;
import org.gongkai.core.document.Relation;
import org.gongkai.core.document.RelationType;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.ProgramText;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.interpretation.PolicyTitle;
import org.gongkai.ingest.mapper.SourceRecord;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapper.SourceRecord.Rank;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.notice.NoticeText;
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
    private static final int MOST_HEADINGS = 20;

    /** An address or a list in the ledger is cut there; the body's HTML holds all of it. */
    private static final int LONGEST_TOLD = 500;

    /** A tag that never ends is no longer; an opening bracket further up is text. */
    private static final int LONGEST_OPEN_TAG = 200;

    private static final int END_TOLD = 40;

    /** A script that only says how many pages there are is no longer, in characters. */
    private static final int LONGEST_CALL = 20_000;

    /** A shorter text without a mark is no body, in characters. */
    private static final int SHORTEST_BODY = 40;

    private static final Pattern SENTENCE = Pattern.compile("[。；，：]");

    /** No article stands on more pages. */
    private static final int MOST_PARTS = 100;

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
        this(file, source, aliases, limits, followLinks, true);
    }

    /** @param placed whether the lines of the source are places that may be told */
    private Page(
            SourceFile file, String source, LabelAliases aliases, Limits limits, boolean followLinks, boolean placed) {
        this.file = file;
        this.source = source;
        this.aliases = aliases;
        this.limits = limits;
        this.followLinks = followLinks;
        this.origin = Location.of(file.name());
        this.fields = new PageFields(origin, limits);
        Parser parser = Parser.htmlParser().setTrackPosition(placed).setMaxDepth(limits.maxDepth());
        this.document = parser.parseInput(ProgramText.withoutSections(source), BASE);
    }

    /** Marks a field that gives the record nothing, and says why: it is accounted for and read no further. */
    public record Left(FieldFate fate, Reason reason) {}

    /**
     * Marks a field that holds a clause of the text.
     *
     * @param meaning what the clause means; null where no value of the element says that, so that it is told as unreadable
     */
    public record Clause(@Nullable Object meaning) {}

    /** What the body's HTML holds: an image, or the text of another page. */
    public record InBody(String source) {}

    /** The record, or null when the page holds no document. */
    @Nullable
    public SourceRecord read() {
        if (SearchResults.shownOn(document)) {
            return null;
        }
        List<PageLinks.Link> framed =
                new PageLinks(new AttachmentFolder(file, limits, followLinks), origin).framed(document);
        List<Element> frames = OtherPages.frames(document);
        List<Element> scripts = List.copyOf(document.getElementsByTag("script"));
        showForm();
        TextAccount account = new TextAccount(document.body(), new KnownLabels(aliases));
        List<JsonNode> descriptions = LinkedData.of(document);
        PublicationDate published = new PublicationDate(document, descriptions);
        MachineTags machines = new MachineTags(document, descriptions);
        boolean explaining = mayExplain();
        List<Element> inRows = linksInRows(explaining);
        Zones zones = zones();
        Element heading = zones.heading();
        boolean titled = readHeading(heading, zones.window());
        String title = title();
        boolean related = title != null;
        if (related) {
            // Below the text they are taken out of the body.
            readRelations(inRows, explaining);
        }
        Element body = zones.tidied(title);
        String above = heading == null ? null : PageText.inline(heading);
        if (title == null && body != null) {
            // What the text is called at its head: a line of the page, and none of the text.
            title = readTitleOfText(body);
            above = above == null ? title : above;
            zones.takeTitle(body, title);
        }
        PageText text = body == null ? null : PageText.of(body);
        if (lacksText(body, text) && framed.isEmpty()) {
            body = bodyElsewhere(body, title, frames, scripts);
            text = body == null ? null : PageText.of(body);
        } else if (body != null && zones.pager() != null && zones.pager().ofSeveral()) {
            joinParts(body, zones.pager(), title);
            text = PageText.of(body);
        }
        if (body != null && text != null) {
            readBody(body, text, above);
        }
        if (!titled && title() == null) {
            readOtherTitle(body, zones.headings(), zones.window());
        }
        if (!related) {
            readRelations(inRows, explaining);
        }
        if (!fields.any(this::givesPublication)) {
            published.read(fields, heading, body);
        } else {
            published.contradict(fields, this::givesPublication);
        }
        machines.contradict(fields, each -> gives(each, Component.TITLE), each -> gives(each, Component.ISSUERS));
        readAttachments(body, framed);
        if (body != null && PolicyTitle.mayExplain(Objects.toString(title(), ""))) {
            // A film on another site, or a presentation, is shown in a frame.
            frames.stream()
                    .limit(1)
                    .forEach(each -> fields.add(each, "视频地址", OtherPages.address(each), Rank.PAGE, null, null));
        }
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

    /** How many pictures a document of a page has where its text should be; 0 where it has a text. */
    public static int picturesInPlaceOfText(DisclosureRecord record) {
        OfficialDocument document = RecordKind.of(OfficialDocument.class).as(record);
        Body body = document == null ? null : document.body();
        if (body == null || body.html() == null || !StringUtils.isBlank(body.text())) {
            return 0;
        }
        return StringUtils.countMatches(body.html(), "<img");
    }

    /** The running text of the page with its title and the day on which it was published, or null when it has none. */
    public @Nullable NoticeText notice() {
        SourceRecord record = read();
        if (record == null) {
            return null;
        }
        String title = null;
        LocalDate published = null;
        String body = null;
        for (Field each : record.fields()) {
            if ((each.component() == Component.TITLE || givesTitle(each)) && title == null) {
                title = StringUtils.stripToNull(each.value());
            } else if (givesPublication(each) && published == null) {
                published = DateText.read(each.value()).value();
            } else if (each.component() == Component.BODY && body == null && each.content() instanceof Body text) {
                body = text.text();
            }
        }
        Location place = new Location(file.name(), "text", null, null, null);
        return body == null ? null : NoticeText.of(place, title, published, body);
    }

    /**
     * What stands where on the page.
     *
     * @param used the elements that were read as labels and values
     */
    private record Zones(
            WindowTitle window,
            PageHeading headings,
            @Nullable Element heading,
            @Nullable Element body,
            PageBody sizes,
            @Nullable Pager pager,
            Set<Element> used) {

        /** Takes the title out of the head of a text that is tidied. */
        void takeTitle(Element text, @Nullable String title) {
            if (title != null) {
                new BodyTidy(text, sizes, heading, used).takeTitle(title);
            }
        }

        /** The body without what belongs to the page, or null. */
        @Nullable
        Element tidied(@Nullable String title) {
            if (pager != null) {
                pager.takeOut();
            }
            if (body != null) {
                new BodyTidy(body, sizes, heading, used).tidy(title);
            }
            return body;
        }
    }

    /** Reads the head and the labelled values, and finds heading and body. */
    private Zones zones() {
        String scripts = document.getElementsByTag("script").stream()
                .map(Element::data)
                .filter(each -> each.length() < LONGEST_CALL && each.contains("createPage"))
                .collect(Collectors.joining("\n"));
        active.takeOut(document, "script, style, noscript, template, iframe, frame, object, embed");
        WindowTitle window = WindowTitle.of(document);
        new PageHead(document, window).read(fields);
        PageLabels labels = new PageLabels(document.body(), aliases);
        readTables(labels.tables());
        Set<Element> used = Collections.newSetFromMap(new IdentityHashMap<>());
        used.addAll(labels.usedTables());
        used.forEach(Element::remove);

        PageBody sizes = new PageBody(document.body());
        Element body = sizes.find();
        PageHeading headings = new PageHeading(document, window);
        Element heading = headings.find(body, sizes);
        readLines(labels.lines(body, heading), used);
        Pager pager = body == null ? null : Pager.of(document.body(), body, sizes, fileName(), scripts);
        return new Zones(window, headings, heading, body, sizes, pager, used);
    }

    private String fileName() {
        return String.valueOf(file.path().getFileName());
    }

    // ---- a body on other pages

    /** Whether a body holds nothing that a document could consist of: it is missing, or a few words without a mark. */
    private static boolean lacksText(@Nullable Element body, @Nullable PageText shown) {
        if (body == null || shown == null) {
            return true;
        }
        String text = shown.text();
        return text.length() < SHORTEST_BODY
                && !SENTENCE.matcher(text).find()
                && body.select("img[src], a[href]").isEmpty();
    }

    /** The body where the page itself has none: in a text area, in a frame; or a remark on where it may be. */
    private @Nullable Element bodyElsewhere(
            @Nullable Element body, @Nullable String title, List<Element> frames, List<Element> scripts) {
        Element area = textArea();
        if (area != null) {
            return area;
        }
        Framed framed = framed(frames, Objects.toString(title, ""));
        if (framed != null) {
            claim(framed.page(), framed.frame());
            return hold(framed.body());
        }
        if (!frames.isEmpty()) {
            String addresses = frames.stream().map(OtherPages::address).collect(Collectors.joining(", "));
            fields.problem(new SourceProblem(
                    "source.html.bodyInFrame", origin, StringUtils.truncate(addresses, LONGEST_TOLD), null));
            return body;
        }
        String scripted = ScriptedBody.of(scripts);
        if (scripted != null) {
            fields.problem(new SourceProblem("source.html.bodyByScript", origin, scripted, null));
        }
        return body;
    }

    /** The text of a document that stands in a text area, from which a script shows it; or null. */
    private @Nullable Element textArea() {
        for (Element area : document.getElementsByTag("textarea")) {
            String held = area.wholeText();
            Element text = new Element("div");
            text.append(held);
            if (held.indexOf('<') < 0) {
                text.empty();
                held.lines().forEach(line -> text.appendElement("p").text(line));
            }
            String plain = PageText.of(text).text();
            if (plain.length() >= SHORTEST_BODY && SENTENCE.matcher(plain).find()) {
                return hold(text);
            }
        }
        return null;
    }

    private record Framed(Element frame, OtherPages.Found page, Element body) {}

    /** Of the pages in frames the one with the most text, or null when none holds a text. */
    private @Nullable Framed framed(List<Element> frames, String title) {
        OtherPages others = new OtherPages(file, limits, followLinks);
        Framed longest = null;
        int most = 0;
        for (Element frame : frames) {
            OtherPages.Found found = others.find(OtherPages.address(frame));
            Part part = found == null ? null : part(found, title);
            int length = part == null ? 0 : PageText.of(part.body()).text().length();
            boolean shows = part != null
                    && part.same()
                    && (length > 0 || !part.body().select("img[src]").isEmpty());
            if (found != null && shows && (longest == null || length > most)) {
                longest = new Framed(frame, found, part.body());
                most = length;
            }
        }
        return longest;
    }

    /**
     * What another page holds of the document, and where it says that more is.
     *
     * @param same whether its window names this document, or none
     */
    private record Part(Element body, @Nullable Pager pager, boolean same) {}

    private @Nullable Part part(OtherPages.Found found, String title) {
        return new Page(found.source(), found.text(), aliases, limits, followLinks, false)
                .asPart(found.address(), title);
    }

    private Part asPart(String address, String title) {
        Zones zones = zones();
        Element body = zones.tidied(title);
        if (body == null) {
            body = document.body();
        }
        OtherPages.rebase(body, address);
        String named = zones.window().namesDocument() ? zones.window().bare() : "";
        String bare = LegacyText.lettersAndDigits(title);
        return new Part(body, zones.pager(), bare.contains(named) || named.contains(bare));
    }

    /** Puts the body of another page into this one. */
    private Element hold(Element body) {
        Element holder = document.body().appendElement("div");
        body.childNodesCopy().forEach(holder::appendChild);
        return holder;
    }

    /** Says that another page is a part of this one. */
    private void claim(OtherPages.Found page, Element place) {
        attachedFiles.add(page.attached());
        fields.add(place, "[正文:所在页]", page.address(), Rank.PAGE, Component.BODY, new InBody(page.address()));
    }

    /** Puts the pages behind this one under its body, as far as they are there; tells of what is missing. */
    private void joinParts(Element body, Pager pager, @Nullable String title) {
        OtherPages others = new OtherPages(file, limits, followLinks);
        Set<String> seen = new LinkedHashSet<>();
        Pager last = pager;
        int total = pager.total();
        int read = pager.current();
        while (pager.current() == 1 && read < MOST_PARTS) {
            String address =
                    Objects.requireNonNullElse(last.address(read + 1), Objects.toString(pager.address(read + 1), ""));
            OtherPages.Found found = address.isEmpty() || !seen.add(address) ? null : others.find(address);
            Part part = found == null ? null : part(found, Objects.toString(title, ""));
            if (found != null && part != null && !part.same() && total == 0) {
                // Bare 下一页 leads to another document.
                return;
            }
            if (found == null || part == null || !part.same()) {
                break;
            }
            part.body().childNodesCopy().forEach(body::appendChild);
            claim(found, body);
            read++;
            last = part.pager() == null
                    ? new Pager(List.of(), read, 0, Map.of(), null)
                    : part.pager().at(read);
            total = Math.max(total, last.total());
        }
        boolean more = read < total || total == 0 && last.next() != null;
        if (more || pager.current() > 1) {
            String which = read > pager.current() ? pager.current() + "–" + read : Integer.toString(read);
            fields.problem(new SourceProblem(
                    "source.html.partOfSeveral",
                    origin,
                    which + '/' + (total > 0 ? total : "?"),
                    missing(pager, last, read, total)));
        }
    }

    /** The addresses of the pages that were not read, as far as they are linked. */
    private static String missing(Pager pager, Pager last, int read, int total) {
        Set<String> addresses = new LinkedHashSet<>();
        for (int i = 1; i <= Math.min(Math.max(total, read + 1), MOST_PARTS); i++) {
            String address = i > pager.current() && i <= read ? null : pager.address(i);
            address = address == null && i == read + 1 ? last.address(i) : address;
            if (address != null) {
                addresses.add(address);
            }
        }
        return StringUtils.truncate(String.join(", ", addresses), LONGEST_TOLD);
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
        if (body != null && readTitleOfText(body) != null) {
            return;
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

    /** Reads the title at the head of a text; answers it, or null where there is none. */
    private @Nullable String readTitleOfText(Element text) {
        for (OfficialText.Part part : OfficialText.read(PageText.of(text).lines())) {
            if (part.component() == Component.TITLE) {
                fields.add(part.line(), "[正文:标题]", part.value(), Rank.TEXT, Component.TITLE, null);
                return part.value();
            }
        }
        return null;
    }

    private boolean givesPublication(Field field) {
        return gives(field, Component.PUBLISHED_ON);
    }

    private boolean gives(Field field, Component component) {
        return !field.value().isBlank()
                && (field.component() == component || aliases.component(field.label()) == component);
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

    /** @param above the heading, or the title that was taken out of the text; null where there is neither */
    private void readBody(Element body, PageText text, @Nullable String above) {
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
                    new InBody(address));
        }
        readText(under(above, text.lines()));
    }

    /** Adds what the running text of the document says of itself. */
    private void readText(List<TextLine> lines) {
        for (OfficialText.Part part : OfficialText.read(lines)) {
            if (part.component() != Component.TITLE) {
                String label = TEXT_LABELS.getOrDefault(part.component(), "[正文]");
                boolean clause = part.meaning() != null || part.component() == Component.RELATIONS;
                Object meaning = clause ? new Clause(part.meaning()) : null;
                fields.add(part.line(), label, part.value(), Rank.TEXT, part.component(), meaning);
            }
        }
    }

    /** The lines with the heading above them, since 某局公告 may stand there and 2023年第5号 below. */
    private static List<TextLine> under(@Nullable String heading, List<TextLine> lines) {
        if (heading == null || lines.isEmpty() || lines.get(0).text().equals(heading)) {
            return lines;
        }
        List<TextLine> all = new ArrayList<>();
        all.add(TextLine.of(heading, lines.get(0).number()));
        all.addAll(lines);
        return all;
    }

    private void readAttachments(@Nullable Element body, List<PageLinks.Link> framed) {
        List<PageLinks.Link> links = new ArrayList<>(framed);
        links.addAll(new PageLinks(new AttachmentFolder(file, limits, followLinks), origin).played(document.body()));
        Set<String> shown = links.stream()
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

    /** The links of a table of labels, which is gone from the page when it has been read. */
    private List<Element> linksInRows(boolean explaining) {
        return PageLinks.interpretations(document.body(), "", linking(explaining)).stream()
                .filter(each -> each.closest("td, dd") != null)
                .toList();
    }

    /** Whether the window or a heading says that the page explains a policy; asked before anything is taken out of the page. */
    private boolean mayExplain() {
        return Stream.concat(
                        Stream.of(document.title(), StringUtils.substringBefore(document.title(), "_")),
                        document.select("h1, h2, h3, [class*=title], meta[name=ArticleTitle]").stream()
                                .limit(MOST_HEADINGS)
                                .filter(each -> !PageText.longer(each, LONGEST_TOLD))
                                .map(each -> each.hasAttr("content") ? each.attr("content") : PageText.inline(each)))
                .anyMatch(PolicyTitle::explains);
    }

    /** The labels before links to what explains this document, or before what this page explains. */
    private Predicate<String> linking(boolean explaining) {
        return label -> aliases.component(label) == Component.RELATIONS
                || explaining && aliases.find(label) == null && PolicyTitle.namesDocuments(label);
    }

    private void readRelations(List<Element> inRows, boolean explaining) {
        String title = Objects.toString(title(), "");
        boolean explains = explaining && PolicyTitle.explains(title);
        List<Element> links = new ArrayList<>(PageLinks.interpretations(document.body(), title, linking(explains)));
        if (explains) {
            // Another form of the same explanation is no document that this one explains.
            links.removeIf(each -> PolicyTitle.explains(PageText.inline(each)));
            inRows = inRows.stream()
                    .filter(each -> !PolicyTitle.explains(PageText.inline(each)))
                    .toList();
        }
        Set<String> known =
                links.stream().map(each -> each.attr("href").strip()).collect(Collectors.toSet());
        inRows.stream().filter(each -> known.add(each.attr("href").strip())).forEach(links::add);
        for (Element link : links) {
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
        boolean opened = false;
        boolean closed = false;
        for (int at = source.indexOf('<'); at >= 0 && !closed; at = source.indexOf('<', at + 1)) {
            opened |= begins(at, "<html") || begins(at, "<body");
            closed = begins(at, "</html") || begins(at, "</body");
        }
        if (opened && !closed
                || source.lastIndexOf('<') > source.lastIndexOf('>')
                        && source.lastIndexOf('<') > source.length() - LONGEST_OPEN_TAG) {
            fields.problem(new SourceProblem(
                    "source.html.truncated", origin, StringUtils.right(PageText.tidy(source), END_TOLD), "</html>"));
        }
    }

    private boolean begins(int at, String tag) {
        return source.regionMatches(true, at, tag, 0, tag.length());
    }
}
