package org.gongkai.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.export.format.FormatProfile.Engine;
import org.gongkai.export.format.ProfileProperties.Type;

/** Looks at what a profile says of a file as a whole: what stands around the records, and how they are set apart. */
final class LayoutCheck {

    private static final Map<String, Type> ENVELOPE =
            Map.of("root", Type.TEXT, "head", Type.LIST, "record", Type.TEXT, "cdata", Type.TRUTH);
    private static final Map<String, Type> CSV = Map.of("delimiter", Type.TEXT, "quoteAll", Type.TRUTH);
    private static final Map<String, Type> ROWS =
            Map.of("array", Type.TRUTH, "root", Type.TEXT, "omitEmpty", Type.TRUTH, "ascii", Type.TRUTH);
    private static final Map<String, Type> PAGE =
            Map.of("title", Type.TEXTS, "body", Type.TEXTS, "attachments", Type.TRUTH);
    private static final Set<String> ENGINES =
            Stream.of(Engine.values()).map(Engine::code).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> DELIMITERS = Set.of(",", ";", "\t", "|");

    /** What a field of the head may have. */
    private static final Set<String> HEAD = Set.of("name", "constant", "evidence", "note");

    private final ProfileFaults faults;
    private final ProfileProperties properties;
    private final FieldCheck fields;

    LayoutCheck(ProfileFaults faults, ProfileProperties properties, FieldCheck fields) {
        this.faults = faults;
        this.properties = properties;
        this.fields = fields;
    }

    void check(JsonNode root, String engine) {
        only(root, engine, "envelope", "xml");
        only(root, engine, "csv", "csv");
        only(root, engine, "json", "json");
        only(root, engine, "page", "html");
        encoding(root, engine);
        if (shows(root, "csv", CSV)) {
            delimiter(root.get("csv").path("delimiter"));
        }
        if (shows(root, "json", ROWS)) {
            rows(root.get("json"));
        }
        if (shows(root, "page", PAGE)) {
            page(root.get("page"));
        }
        if (shows(root, "envelope", ENVELOPE)) {
            envelope(root.get("envelope"));
        }
    }

    private boolean shows(JsonNode root, String layout, Map<String, Type> allowed) {
        return ProfileProperties.has(root, layout) && properties.shaped(root.get(layout), '/' + layout, allowed);
    }

    private void encoding(JsonNode root, String engine) {
        if (root.path("byteOrderMark").asBoolean() && !engine.equals("csv")) {
            faults.fault("/byteOrderMark", "只用于 csv", "is for csv only");
        }
        boolean utf8 = !ProfileProperties.has(root, "encoding")
                || ProfileProperties.text(root, "encoding").equals("UTF-8");
        if (engine.equals("xlsx") && !utf8) {
            faults.fault("/encoding", "工作簿只能是 UTF-8", "a workbook is UTF-8");
        }
        if (engine.equals("json") && !utf8) {
            faults.fault("/encoding", "JSON 只能是 UTF-8", "JSON is UTF-8");
        }
    }

    private void delimiter(JsonNode delimiter) {
        if (delimiter.isTextual() && !DELIMITERS.contains(delimiter.asText())) {
            faults.wrong(
                    delimiter,
                    "/csv/delimiter",
                    "应为逗号、分号、制表符或竖线",
                    "expected a comma, a semicolon, a tab or a vertical bar");
        }
    }

    private void rows(JsonNode json) {
        if (ProfileProperties.has(json, "root") && !json.path("array").asBoolean()) {
            faults.fault("/json/root", "只用于 array 为 true 时", "is for an array only");
        }
    }

    private void page(JsonNode page) {
        properties.required(page, "/page", "title", "body");
        fields.sources(page.path("title"), "/page/title");
        fields.sources(page.path("body"), "/page/body");
        fields.attachments(page, "/page");
    }

    private void only(JsonNode root, String engine, String layout, String its) {
        boolean needed = layout.equals("envelope") || layout.equals("page");
        if (engine.equals(its) && needed && !ProfileProperties.has(root, layout)) {
            faults.fault("/" + layout, its + " 需要它", "is needed by " + its);
        } else if (ENGINES.contains(engine) && !engine.equals(its) && ProfileProperties.has(root, layout)) {
            faults.fault("/" + layout, "只用于 " + its, "is for " + its + " only");
        }
    }

    private void envelope(JsonNode envelope) {
        properties.required(envelope, "/envelope", "root", "record");
        properties.xmlName(envelope, "/envelope", "root");
        properties.xmlName(envelope, "/envelope", "record");
        JsonNode head = envelope.path("head");
        for (int i = 0; i < head.size(); i++) {
            String at = "/envelope/head/" + i;
            fields.check(head.get(i), at, "xml");
            for (Map.Entry<String, JsonNode> each : head.get(i).properties()) {
                if (FieldCheck.FIELD.containsKey(each.getKey()) && !HEAD.contains(each.getKey())) {
                    faults.fault(at + '/' + each.getKey(), "文件头只能写常量", "the head holds constants only");
                }
            }
        }
        // An element of the head named like that of a record would be taken for one.
        fields.once(head, "/envelope/head", new HashSet<>(Set.of(ProfileProperties.text(envelope, "record"))));
    }
}
