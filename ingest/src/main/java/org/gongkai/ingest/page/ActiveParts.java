package org.gongkai.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * What acts, loads or is embedded in the body of a page, and so stays out of the record's HTML: scripts, frames, forms,
 * event handlers, addresses that run something, pictures written into the page. Said in the ledger, so that nothing goes
 * unnoticed. Classes, fonts and other matters of looks are not counted: the record keeps the text.
 */
final class ActiveParts {

    private static final Set<String> ELEMENTS = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "link",
            "meta",
            "base",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "svg",
            "math",
            "audio",
            "video");
    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "action", "formaction", "xlink:href", "data", "poster");
    /** Browsers pass over blanks and control characters before and inside the scheme. */
    private static final Pattern NOT_READ = Pattern.compile("[\\x00-\\x20]");

    private static final Pattern ACTING =
            Pattern.compile("(?i)^(javascript|vbscript|data|file|blob|about|jar):.*", Pattern.DOTALL);

    private record Part(Element parent, String name) {}

    private final List<Part> taken = new ArrayList<>();

    /** Notes what is taken out of the whole page before its body is looked for. */
    void takeOut(Document page, String selector) {
        Elements found = page.select(selector);
        for (Element each : found) {
            Element parent = each.parent();
            if (parent != null) {
                taken.add(new Part(parent, each.normalName()));
            }
        }
        found.remove();
    }

    /** What the body held or holds, each kind with its number; empty when there is nothing. */
    String of(Element body) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Part each : taken) {
            if (within(each.parent(), body)) {
                counts.merge('<' + each.name() + '>', 1, Integer::sum);
            }
        }
        for (Element each : body.getAllElements()) {
            if (ELEMENTS.contains(each.normalName())) {
                counts.merge('<' + each.normalName() + '>', 1, Integer::sum);
            }
            for (Attribute attribute : each.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                if (name.length() > 2 && name.startsWith("on")) {
                    counts.merge(name, 1, Integer::sum);
                } else if (ADDRESSES.contains(name)) {
                    var acting = ACTING.matcher(
                            NOT_READ.matcher(attribute.getValue()).replaceAll(""));
                    if (acting.matches()) {
                        counts.merge(name + '=' + acting.group(1).toLowerCase(Locale.ROOT) + ':', 1, Integer::sum);
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((name, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append(" × ")
                .append(count));
        return text.toString();
    }

    private static boolean within(Element element, Element body) {
        for (Element each = element; each != null; each = each.parent()) {
            if (each == body) {
                return true;
            }
        }
        return false;
    }
}
