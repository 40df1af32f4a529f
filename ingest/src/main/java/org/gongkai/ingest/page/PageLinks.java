package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.attachment.AttachmentFolder;
import org.gongkai.ingest.file.MediaTypes;
import org.gongkai.ingest.source.AttachedFile;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the files that a page attaches, and the interpretations that it names. */
final class PageLinks {

    private static final Pattern ATTACHING =
            Pattern.compile("(?i).*(?:attach|fujian|appendix|accessory|annex|download).*|fj.*|.*[-_]fj");
    private static final Pattern SEPARATION = Pattern.compile("(?<=[:：])[\\s、，,；;]{1,200}$");
    private static final Pattern NO_NAME = Pattern.compile("(?:点击|附件|文件|立即|在线)?(?:下载|查看|预览|打开)(?:附件)?|附件");
    private static final Pattern ASIDE =
            Pattern.compile("(?i).*(?:foot|nav|menu|side|friend|related|link|banner|header).*");
    private static final Pattern INTERPRETING =
            Pattern.compile("[【\\[][^】\\]]{0,200}解读[】\\]]|关于|的?(?:政策|文件|图文|图解|文字|视频)?解读|一图读懂|图解");
    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"<>]{3,300})['\"]");
    /** What stands above links to attached files. */
    private static final Pattern ABOVE = Pattern.compile("(?:相关)?附件(?:下载|列表)?[:：]?");

    private static final Set<String> FURNITURE = Set.of("nav", "footer", "header", "aside");
    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "dt", "th", "td");
    private static final Set<String> LABELS =
            Set.of("h2", "h3", "h4", "dt", "span", "b", "strong", "p", "div", "td", "th", "li", "em");
    private static final int LONGEST_LABEL = 12;
    private static final int LONGEST_SCRIPT = 2_000;
    private static final int FEW = 60;
    private static final int MOST = 500;
    private static final int MOST_INTERPRETATIONS = 10;
    private static final int LONGEST_NAME = 200;

    private final AttachmentFolder folder;
    private final Location origin;

    PageLinks(AttachmentFolder folder, Location origin) {
        this.folder = folder;
        this.origin = origin;
    }

    /**
     * A link to an attached file.
     *
     * @param element the link
     * @param attachment what it attaches
     * @param file the file in the folder that was read, or null when it is not there
     * @param problem why a file that should be there is not, or null
     */
    record Link(
            Element element,
            Attachment attachment,
            @Nullable AttachedFile file,
            @Nullable SourceProblem problem) {}

    List<Link> attachments(Element document, @Nullable Element body) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (Element link : document.select("a[href]")) {
            String address = address(link);
            String type = type(link, address);
            if (address.isEmpty() && type != null && attaches(link, body, type)) {
                // The script that fetches the file is not run; the name is kept all the same.
                Attachment named = new Attachment(PageText.inline(link), type, null, null, null);
                links.putIfAbsent(
                        "#" + named.name(),
                        new Link(
                                link,
                                named,
                                null,
                                problem(
                                        "source.attachment.missing",
                                        link,
                                        StringUtils.truncate(link.attr("href") + link.attr("onclick"), LONGEST_NAME),
                                        null)));
                continue;
            }
            if (type == null || links.size() == MOST || links.containsKey(address) || !attaches(link, body, type)) {
                continue;
            }
            links.put(address, link(link, address, type));
        }
        return List.copyOf(links.values());
    }

    /** Files that the page shows in a frame in place of its text. */
    List<Link> framed(Element document) {
        List<Link> links = new ArrayList<>();
        for (Element frame : document.select("iframe[src], embed[src], object[data]")) {
            String source = frame.attr(frame.hasAttr("src") ? "src" : "data").strip();
            // Viewers of PDF are given the file as a parameter.
            String address = MediaTypes.of(source) == null
                    ? AttachmentFolder.decoded(StringUtils.substringAfterLast(source, "="))
                    : source;
            String type = MediaTypes.of(address);
            if (type != null && !MediaTypes.shown(type) && links.size() < MOST) {
                links.add(link(frame, address, type));
            }
        }
        return links;
    }

    /** Films and sounds that the page plays, one address of each. */
    List<Link> played(Element document) {
        List<Link> links = new ArrayList<>();
        for (Element player : document.select("video, audio")) {
            Element source = player.hasAttr("src") ? player : player.selectFirst("source[src]");
            String address = source == null ? "" : source.attr("src").strip();
            boolean written = hasScheme(address, "data:") || hasScheme(address, "blob:");
            if (address.isEmpty() || written || aside(player) || links.size() == MOST) {
                continue;
            }
            String named =
                    Objects.toString(MediaTypes.of(address), source.attr("type").strip());
            links.add(link(player, address, StringUtils.stripToNull(named)));
        }
        return links;
    }

    private static boolean aside(Element element) {
        return Stream.concat(Stream.of(element), element.parents().stream()).anyMatch(PageLinks::isAside);
    }

    private static boolean isAside(Element each) {
        return FURNITURE.contains(each.normalName())
                || PageText.classes(each).stream()
                        .anyMatch(name -> ASIDE.matcher(name).matches())
                || ASIDE.matcher(each.id()).matches();
    }

    /** Where a link leads; for one that runs a script, the file that the script is given. */
    private static String address(Element link) {
        String address = link.attr("href").strip();
        boolean script = hasScheme(address, "javascript:");
        if (!script && !address.isEmpty() && !address.startsWith("#")) {
            return address;
        }
        Matcher argument = QUOTED.matcher(StringUtils.truncate(script ? address : "", LONGEST_SCRIPT)
                + StringUtils.truncate(link.attr("onclick"), LONGEST_SCRIPT));
        while (argument.find()) {
            if (MediaTypes.of(argument.group(1)) != null) {
                return argument.group(1).strip();
            }
        }
        return "";
    }

    private static @Nullable String type(Element link, String address) {
        if (hasScheme(address, "mailto:")) {
            return null;
        }
        if (address.isEmpty()) {
            return hasScheme(link.attr("href").strip(), "javascript:") ? MediaTypes.of(PageText.inline(link)) : null;
        }
        String type = MediaTypes.of(address);
        // Downloads through a program give the file's name as a parameter or in the text.
        type = type == null ? MediaTypes.of(StringUtils.substringAfterLast(address, "=")) : type;
        type = type == null ? MediaTypes.of(PageText.inline(link)) : type;
        return type == null ? MediaTypes.of(link.attr("title")) : type;
    }

    private static boolean attaches(Element link, @Nullable Element body, String type) {
        boolean named = false;
        boolean inBody = false;
        boolean aside = false;
        int up = 0;
        for (Element each = link; each != null; each = each.parent(), up++) {
            inBody |= each == body;
            if (up < 5 && up > 0) {
                named |= ATTACHING.matcher(each.id()).matches()
                        || PageText.classes(each).stream()
                                .anyMatch(name -> ATTACHING.matcher(name).matches());
                named |= up < 4
                        && each.childNodeSize() < FEW
                        && Stream.of("附件", "下载").anyMatch(each.ownText().strip()::startsWith);
                Element before = each.previousElementSibling();
                named |= up < 4
                        && before != null
                        && before.childrenSize() < 4
                        && ABOVE.matcher(PageText.inline(before)).matches();
            }
            aside |= isAside(each);
        }
        named |= PageText.inline(link).startsWith("附件");
        if (MediaTypes.shown(type)) {
            return named && link.select("img").isEmpty();
        }
        return inBody || named || body == null || !aside && after(link, body);
    }

    /** Whether a link stands behind the body, in the part of the page that the body stands in. */
    private static boolean after(Element link, Element body) {
        Element part = body;
        for (int up = 0;
                up < 2 && part.parent() != null && !part.parent().normalName().equals("body");
                up++) {
            part = part.parent();
        }
        for (Element each = link; each != null; each = each.parent()) {
            if (each == part) {
                return link.sourceRange().startPos() > body.sourceRange().startPos();
            }
        }
        return false;
    }

    private Link link(Element element, String address, @Nullable String type) {
        String name = element.normalName().equals("a") ? PageText.inline(element) : "";
        String last = AttachmentFolder.decoded(
                StringUtils.substringAfterLast('/' + StringUtils.substringBefore(address, "?"), "/"));
        String title = element.attr("title").strip();
        if (name.isEmpty() || NO_NAME.matcher(name).matches()) {
            name = !title.isEmpty() ? title : !last.isEmpty() ? last : address;
        }
        Attachment named = new Attachment(name, type, null, null, address);
        AttachmentFolder.Found found = folder.linked(named);
        return new Link(
                element,
                found.attachment(),
                found.file(),
                found.problem() == null ? null : problem(found.problem(), element, found.value(), found.expected()));
    }

    private SourceProblem problem(String rule, Element element, @Nullable String value, @Nullable String expected) {
        int line = element.sourceRange().start().lineNumber();
        Location place = line > 0 ? origin.atRow(line) : origin;
        return new SourceProblem(rule, place.at("[附件]", null), value, expected);
    }

    /** The links under a heading or behind a label such as 政策解读, and those that name the document itself. */
    static List<Element> interpretations(Element document, String title, Predicate<String> linking) {
        Map<String, Element> links = new LinkedHashMap<>();
        for (Element label : document.getAllElements()) {
            if (!LABELS.contains(label.normalName())) {
                continue;
            }
            // Between and behind the links of several stand their signs of separation.
            String own = SEPARATION.matcher(label.ownText().strip()).replaceFirst("");
            boolean whole = own.isBlank() && label.childrenSize() == 1;
            // What costs least is asked first: nearly every element is none.
            boolean none = own.isBlank() ? !whole : own.length() > LONGEST_LABEL;
            if (none || PageText.longer(label, LONGEST_NAME)) {
                continue;
            }
            String name = whole ? PageText.inline(label) : own;
            if (name.length() > LONGEST_LABEL || !linking.test(name) || label.closest("a, nav, footer") != null) {
                continue;
            }
            boolean colon = name.strip().endsWith("：") || name.strip().endsWith(":");
            boolean heading = HEADINGS.contains(label.normalName());
            Element behind = label.nextElementSibling();
            List<Element> found = new ArrayList<>(label.select("a[href]"));
            if (found.isEmpty() && behind != null) {
                found.addAll(behind.normalName().equals("a") ? List.of(behind) : behind.select("a[href]"));
            }
            if (found.size() <= MOST_INTERPRETATIONS && (colon || heading)) {
                found.forEach(link -> addLink(link, links));
            }
        }
        String whole = LegacyText.lettersAndDigits(title);
        for (Element link : document.select("a[href]")) {
            if (link.wholeText().indexOf('读') < 0) {
                continue;
            }
            String text = PageText.inline(link);
            if (text.contains("解读") && text.length() < LONGEST_NAME) {
                String named =
                        LegacyText.lettersAndDigits(INTERPRETING.matcher(text).replaceAll(""));
                if (named.length() > 5 && whole.contains(named)) {
                    addLink(link, links);
                }
            }
        }
        return List.copyOf(links.values());
    }

    /** Whether an address begins with a scheme, such as {@code data:}, in capitals or not. */
    static boolean hasScheme(String address, String scheme) {
        return address.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static void addLink(Element link, Map<String, Element> links) {
        String address = link.attr("href").strip();
        if (!address.isEmpty() && !address.startsWith("#") && !hasScheme(address, "javascript:")) {
            links.putIfAbsent(address, link);
        }
    }
}
