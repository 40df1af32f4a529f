package org.gongkai.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Strings;
import org.gongkai.core.document.Attachment;
import org.gongkai.core.source.Location;
import org.gongkai.core.source.SourceProblem;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the files that a page attaches, and the interpretations that it names. */
final class PageLinks {

    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    private static final Pattern ATTACHING =
            Pattern.compile("(?i).*(?:attach|fujian|appendix|accessory|annex|download).*|fj.*|.*[-_]fj");
    private static final Pattern NO_NAME = Pattern.compile("(?:点击|附件|文件|立即|在线)?(?:下载|查看|预览|打开)(?:附件)?|附件");
    private static final Pattern ASIDE =
            Pattern.compile("(?i).*(?:foot|nav|menu|side|friend|related|link|banner|header).*");
    private static final Pattern INTERPRETING =
            Pattern.compile("[【\\[][^】\\]]*解读[】\\]]|关于|的?(?:政策|文件|图文|图解|文字|视频)?解读|一图读懂|图解");
    private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"<>]{3,300})['\"]");
    private static final int LONGEST_SCRIPT = 2_000;
    private static final int FEW = 60;
    private static final int MOST = 500;
    private static final int MOST_INTERPRETATIONS = 10;
    private static final int LONGEST_NAME = 200;

    private final SourceFile page;
    private final Location origin;
    private final boolean followLinks;
    private final Limits limits;

    PageLinks(SourceFile page, Location origin, Limits limits, boolean followLinks) {
        this.page = page;
        this.origin = origin;
        this.limits = limits;
        this.followLinks = followLinks;
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
            String address =
                    MediaTypes.of(source) == null ? decoded(StringUtils.substringAfterLast(source, "=")) : source;
            String type = MediaTypes.of(address);
            if (type != null && !MediaTypes.shown(type) && links.size() < MOST) {
                links.add(link(frame, address, type));
            }
        }
        return links;
    }

    /** Where a link leads; for one that runs a script, the file that the script is given. */
    private static String address(Element link) {
        String address = link.attr("href").strip();
        boolean script = Strings.CI.startsWith(address, "javascript:");
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
        if (Strings.CI.startsWith(address, "mailto:")) {
            return null;
        }
        if (address.isEmpty()) {
            return Strings.CI.startsWith(link.attr("href").strip(), "javascript:")
                    ? MediaTypes.of(PageText.inline(link))
                    : null;
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
                        || each.classNames().stream()
                                .anyMatch(name -> ATTACHING.matcher(name).matches());
                named |= up < 4
                        && each.childNodeSize() < FEW
                        && Strings.CS.startsWithAny(each.ownText().strip(), "附件", "下载");
                Element before = each.previousElementSibling();
                named |= up < 4
                        && before != null
                        && before.childrenSize() < 4
                        && PageText.inline(before).matches("(?:相关)?附件(?:下载|列表)?[:：]?");
            }
            aside |= each.normalName().matches("nav|footer|header|aside")
                    || each.classNames().stream()
                            .anyMatch(name -> ASIDE.matcher(name).matches())
                    || ASIDE.matcher(each.id()).matches();
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

    private Link link(Element element, String address, String type) {
        String name = PageText.inline(element);
        String last = decoded(StringUtils.substringAfterLast('/' + StringUtils.substringBefore(address, "?"), "/"));
        String title = element.attr("title").strip();
        if (name.isEmpty() || NO_NAME.matcher(name).matches()) {
            name = !title.isEmpty() ? title : !last.isEmpty() ? last : address;
        }
        Attachment named = new Attachment(name, type, null, null, address);
        List<Path> places = places(address);
        if (places.isEmpty()) {
            return new Link(element, named, null, null);
        }
        Path found = null;
        boolean outside = false;
        for (Path each : places) {
            boolean inside = inside(each);
            outside |= !inside;
            found = found == null && inside && Files.isRegularFile(each) ? each : found;
        }
        if (found == null) {
            return new Link(
                    element,
                    named,
                    null,
                    problem(
                            outside ? "source.attachment.outside" : "source.attachment.missing",
                            element,
                            address,
                            null));
        }
        try {
            long size = Files.size(found);
            boolean fits = size <= limits.maxAttachmentBytes();
            Attachment measured = new Attachment(name, type, size, fits ? digest(found) : null, address);
            String inFolder =
                    page.root().normalize().relativize(found).toString().replace('\\', '/');
            SourceProblem problem = fits
                    ? null
                    : problem(
                            "source.attachment.tooLarge",
                            element,
                            Long.toString(size),
                            "≤ " + limits.maxAttachmentBytes());
            return new Link(element, measured, new AttachedFile(prefix() + inFolder, found, measured), problem);
        } catch (IOException unreadable) {
            return new Link(element, named, null, problem("source.attachment.missing", element, address, null));
        }
    }

    private SourceProblem problem(String rule, Element element, String value, @Nullable String expected) {
        int line = element.sourceRange().start().lineNumber();
        Location place = line > 0 ? origin.atRow(line) : origin;
        return new SourceProblem(rule, place.at("[附件]", null), value, expected);
    }

    /** What stands before the path relative to the root in the names of source files. */
    private String prefix() {
        String relative = page.root()
                .normalize()
                .relativize(page.path().normalize())
                .toString()
                .replace('\\', '/');
        return Strings.CS.removeEnd(page.name(), relative);
    }

    /** Where in the file system a relative address may lead: as it stands, and decoded. Another address leads nowhere. */
    private List<Path> places(String address) {
        String path = StringUtils.substringBefore(StringUtils.substringBefore(address, "#"), "?");
        if (path.isEmpty() || SCHEME.matcher(path).matches() || path.startsWith("//") || path.contains("\\")) {
            return List.of();
        }
        Path folder = path.startsWith("/")
                ? page.root().normalize()
                : page.path().normalize().getParent();
        List<Path> places = new ArrayList<>();
        for (String each : new LinkedHashSet<>(List.of(path, decoded(path)))) {
            try {
                places.add((folder == null ? Path.of("") : folder)
                        .resolve(StringUtils.stripStart(each, "/"))
                        .normalize());
            } catch (InvalidPathException noPath) {
                // An address that is no path of this system leads to no file.
                continue;
            }
        }
        return places;
    }

    /** Whether a place is in the folder that was asked for, and on the way there is no symbolic link. */
    private boolean inside(Path place) {
        Path root = page.root().normalize();
        try {
            return place.startsWith(root)
                    && (followLinks
                            || !Files.exists(place)
                            || place.toRealPath().equals(root.toRealPath().resolve(root.relativize(place))));
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
                bytes.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The links under a heading or behind a label such as 政策解读, and those that name the document itself. */
    static List<Element> interpretations(Element document, String title, LabelAliases aliases) {
        Map<String, Element> links = new LinkedHashMap<>();
        for (Element label : document.select("h2, h3, h4, dt, span, b, strong, p, div, td, th, li, em")) {
            if (PageText.longer(label, LONGEST_NAME)) {
                continue;
            }
            String own = label.ownText();
            String name = own.isBlank() && label.childrenSize() == 1 ? PageText.inline(label) : own;
            if (name.length() > 12
                    || aliases.component(name) != Component.RELATIONS
                    || label.closest("a, nav, footer") != null) {
                continue;
            }
            boolean colon = name.strip().endsWith("：") || name.strip().endsWith(":");
            boolean heading = label.normalName().matches("h[2-4]|dt|th|td");
            Element behind = label.nextElementSibling();
            List<Element> found = new ArrayList<>(label.select("a[href]"));
            if (found.isEmpty() && behind != null) {
                found.addAll(behind.normalName().equals("a") ? List.of(behind) : behind.select("a[href]"));
            }
            if (found.size() <= MOST_INTERPRETATIONS && (colon || heading)) {
                found.forEach(link -> addLink(link, links));
            }
        }
        String whole = ValueReader.bare(title);
        for (Element link : document.select("a[href]")) {
            String text = PageText.inline(link);
            if (text.contains("解读") && text.length() < LONGEST_NAME) {
                String named = ValueReader.bare(INTERPRETING.matcher(text).replaceAll(""));
                if (named.length() > 5 && whole.contains(named)) {
                    addLink(link, links);
                }
            }
        }
        return List.copyOf(links.values());
    }

    private static void addLink(Element link, Map<String, Element> links) {
        String address = link.attr("href").strip();
        if (!address.isEmpty() && !address.startsWith("#") && !Strings.CI.startsWith(address, "javascript:")) {
            links.putIfAbsent(address, link);
        }
    }
}
