package org.gongkai.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.gongkai.export.FormatProfile.Engine;
import org.gongkai.export.FormatProfile.Form;
import org.gongkai.export.ProfileException.Fault;

/** Reads the file of a format profile and names every fault in it, with its line. */
final class FormatProfileFile {

    static final int MOST_BYTES = 1 << 20;

    private static final int MOST_DEPTH = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            // A fault in the file is shown by its place; what stands around it is not copied into messages.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
            .build();

    /** What may stand in each kind of object, and of which type. */
    private static final Map<String, Type> PROFILE = Map.ofEntries(
            Map.entry("name", Type.TEXT),
            Map.entry("version", Type.TEXT),
            Map.entry("engine", Type.TEXT),
            Map.entry("evidence", Type.TEXT),
            Map.entry("note", Type.TEXT),
            Map.entry("file", Type.TEXT),
            Map.entry("recordsPerFile", Type.NUMBER),
            Map.entry("encoding", Type.TEXT),
            Map.entry("byteOrderMark", Type.TRUTH),
            Map.entry("envelope", Type.OBJECT),
            Map.entry("csv", Type.OBJECT),
            Map.entry("json", Type.OBJECT),
            Map.entry("page", Type.OBJECT),
            Map.entry("fields", Type.LIST));

    private static final Map<String, Type> ENVELOPE =
            Map.of("root", Type.TEXT, "head", Type.LIST, "record", Type.TEXT, "cdata", Type.TRUTH);
    private static final Map<String, Type> CSV = Map.of("delimiter", Type.TEXT, "quoteAll", Type.TRUTH);
    private static final Map<String, Type> ROWS =
            Map.of("array", Type.TRUTH, "root", Type.TEXT, "omitEmpty", Type.TRUTH, "ascii", Type.TRUTH);
    private static final Map<String, Type> PAGE =
            Map.of("title", Type.TEXTS, "body", Type.TEXTS, "attachments", Type.TRUTH);
    private static final Map<String, Type> FIELD = Map.ofEntries(
            Map.entry("name", Type.TEXT),
            Map.entry("source", Type.TEXTS),
            Map.entry("constant", Type.TEXT),
            Map.entry("pattern", Type.TEXT),
            Map.entry("join", Type.TEXT),
            Map.entry("form", Type.TEXT),
            Map.entry("attachments", Type.TRUTH),
            Map.entry("values", Type.OBJECT),
            Map.entry("maxLength", Type.NUMBER),
            Map.entry("required", Type.TRUTH),
            Map.entry("evidence", Type.TEXT),
            Map.entry("note", Type.TEXT));

    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,63}){0,3}");
    private static final Pattern XML_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}._-]*");

    /** Names that Windows keeps for devices, with any ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:.*/)?(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?(?:/.*)?");

    private static final Set<String> OURS = Set.of("records.ndjson", "attachments", "assistance", "land");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private FormatProfileFile(String file) {
        this.file = file;
    }

    static FormatProfile read(byte[] bytes, String file) throws IOException {
        FormatProfileFile reader = new FormatProfileFile(file);
        JsonNode root = reader.tree(bytes);
        reader.profile(root);
        reader.throwFaults();
        return CanonicalJson.mapper()
                .treeToValue(root, FormatProfile.class)
                .withSha256(HexFormat.of().formatHex(Sha256.create().digest(bytes)));
    }

    private void throwFaults() throws ProfileException {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new ProfileException(file, faults);
        }
    }

    // ---- the file as a tree, with the line of each place

    private JsonNode tree(byte[] bytes) throws IOException {
        if (bytes.length > MOST_BYTES) {
            faults.add(new Fault(1, "", "文件超过 1 MiB", "the file is larger than 1 MiB"));
            throwFaults();
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() == null) {
                faults.add(new Fault(1, "", "文件是空的", "the file is empty"));
                throwFaults();
            }
            JsonNode root = value(parser, "");
            if (parser.nextToken() != null) {
                faults.add(new Fault(line(parser), "", "配置之后还有内容", "something stands behind the profile"));
                throwFaults();
            }
            return root;
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            String said = malformed.getOriginalMessage();
            faults.add(new Fault(line, "", "不是正确的 JSON：" + said, "this is no JSON: " + said));
            throwFaults();
            throw malformed;
        }
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        lines.putIfAbsent(pointer, line(parser));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    String at = pointer + '/' + name.replace("~", "~0").replace("/", "~1");
                    lines.putIfAbsent(at, line(parser));
                    if (object.has(name)) {
                        faults.add(new Fault(line(parser), at, "重复出现", "stands here a second time"));
                    }
                    parser.nextToken();
                    object.set(name, value(parser, at));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode list = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser, pointer + '/' + list.size()));
                }
                yield list;
            }
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
            default -> nodes.nullNode();
        };
    }

    // ---- what stands in it

    private enum Type {
        TEXT("文字", "a text"),
        TEXTS("文字或文字列表", "a text or a list of texts"),
        NUMBER("1 至 1000000 的整数", "a whole number from 1 to 1000000"),
        TRUTH("true 或 false", "true or false"),
        OBJECT("对象 {…}", "an object {…}"),
        LIST("列表 […]", "a list […]");

        private final String zh;
        private final String en;

        Type(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        boolean fits(JsonNode node) {
            return switch (this) {
                case TEXT -> node.isTextual();
                case TEXTS ->
                    node.isTextual()
                            || node.isArray()
                                    && Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                                            .allMatch(i -> node.get(i).isTextual());
                case NUMBER ->
                    node.canConvertToInt()
                            && node.isIntegralNumber()
                            && node.intValue() > 0
                            && node.intValue() <= 1_000_000;
                case TRUTH -> node.isBoolean();
                case OBJECT -> node.isObject();
                case LIST -> node.isArray();
            };
        }
    }

    private void fault(String pointer, String zh, String en) {
        String known = pointer;
        while (!lines.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        faults.add(new Fault(lines.get(known), pointer, zh, en));
    }

    /** Looks at the names and types of an object's properties; false when it is no object. */
    private boolean shaped(JsonNode node, String pointer, Map<String, Type> allowed) {
        if (!node.isObject()) {
            fault(pointer, "应为" + Type.OBJECT.zh, "expected " + Type.OBJECT.en);
            return false;
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String at = pointer + '/' + each.getKey().replace("~", "~0").replace("/", "~1");
            Type type = allowed.get(each.getKey());
            if (type == null) {
                String known =
                        String.join(", ", allowed.keySet().stream().sorted().toList());
                fault(at, "没有这个属性；可用的有 " + known, "no such property; there are " + known);
            } else if (!each.getValue().isNull() && !type.fits(each.getValue())) {
                fault(at, "应为" + type.zh, "expected " + type.en);
            }
        }
        return true;
    }

    /** The text of a property; empty when it is missing or no text. */
    private static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.elements().forEachRemaining(each -> texts.add(each.asText()));
        return texts;
    }

    private static boolean has(JsonNode node, String name) {
        return node.hasNonNull(name);
    }

    private void required(JsonNode node, String pointer, String... names) {
        for (String each : names) {
            if (!has(node, each)
                    || node.get(each).isTextual() && text(node, each).isEmpty()) {
                fault(pointer + '/' + each, "缺少值", "a value is missing");
            }
        }
    }

    private void oneOf(JsonNode node, String pointer, String name, Stream<String> allowed) {
        List<String> list = allowed.toList();
        if (has(node, name) && !text(node, name).isEmpty() && !list.contains(text(node, name))) {
            String known = String.join(", ", list);
            fault(pointer + '/' + name, "应为 " + known + " 之一", "expected one of " + known);
        }
    }

    private void profile(JsonNode root) {
        if (!shaped(root, "", PROFILE)) {
            return;
        }
        required(root, "", "name", "version", "engine", "evidence", "file");
        oneOf(root, "", "engine", Stream.of(Engine.values()).map(Engine::code));
        oneOf(root, "", "evidence", Stream.of(Evidence.values()).map(Evidence::mark));
        oneOf(root, "", "encoding", Stream.of("UTF-8", "GB18030"));
        String engine = text(root, "engine");
        file(root, engine);
        layout(root, engine);
        JsonNode fields = root.path("fields");
        if (!fields.isArray() || fields.isEmpty()) {
            fault("/fields", "至少要有一个字段", "at least one field is needed");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            field(fields.get(i), "/fields/" + i, engine);
            String name = text(fields.get(i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                fault("/fields/" + i + "/name", "名称 " + name + " 重复", "the name " + name + " stands twice");
            }
        }
    }

    private void file(JsonNode root, String engine) {
        String path = text(root, "file");
        boolean numbered = path.contains(FormatProfile.NUMBER);
        String plain = path.replaceFirst(Pattern.quote(FormatProfile.NUMBER), "0001");
        String first = plain.contains("/") ? plain.substring(0, plain.indexOf('/')) : plain;
        if (!path.isEmpty()
                && (!FILE.matcher(plain).matches()
                        || DEVICE.matcher(plain).matches()
                        || plain.matches("(?:.*\\.)(?:/.*)?")
                        || OURS.contains(first.toLowerCase(Locale.ROOT)))) {
            fault(
                    "/file",
                    "应为 data/ 之下的相对路径，由字母、数字、. _ - 组成，且不是 "
                            + String.join("、", OURS.stream().sorted().toList()),
                    "expected a relative path below data/ of letters, digits, . _ -, and none of "
                            + String.join(", ", OURS.stream().sorted().toList()));
        }
        if (numbered != has(root, "recordsPerFile") && !path.isEmpty()) {
            fault(
                    "/recordsPerFile",
                    numbered ? "文件名带 {number}，须给出每个文件的记录数" : "文件名没有 {number}，不应给出每个文件的记录数",
                    numbered
                            ? "the file is numbered by {number}, so a number is needed"
                            : "the file has no {number}, so there should be none");
        }
        if (engine.equals("html") && root.path("recordsPerFile").asInt(1) != 1) {
            fault("/recordsPerFile", "网页每个文件一条记录，应为 1", "expected 1, since a page holds one record");
        }
        if (engine.equals("html") && !numbered && !path.isEmpty()) {
            fault("/file", "网页每个文件一条记录，文件名须带 {number}", "expected {number} in it, since a page holds one record");
        }
    }

    private void layout(JsonNode root, String engine) {
        only(root, engine, "envelope", "xml");
        only(root, engine, "csv", "csv");
        only(root, engine, "json", "json");
        only(root, engine, "page", "html");
        if (root.path("byteOrderMark").asBoolean() && !engine.equals("csv")) {
            fault("/byteOrderMark", "只用于 csv", "is for csv only");
        }
        if (engine.equals("xlsx")
                && has(root, "encoding")
                && !text(root, "encoding").equals("UTF-8")) {
            fault("/encoding", "工作簿只能是 UTF-8", "a workbook is UTF-8");
        }
        if (engine.equals("json")
                && has(root, "encoding")
                && !text(root, "encoding").equals("UTF-8")) {
            fault("/encoding", "JSON 只能是 UTF-8", "JSON is UTF-8");
        }
        if (has(root, "csv") && shaped(root.get("csv"), "/csv", CSV)) {
            JsonNode delimiter = root.get("csv").path("delimiter");
            if (delimiter.isTextual() && !Set.of(",", ";", "\t", "|").contains(delimiter.asText())) {
                fault("/csv/delimiter", "应为逗号、分号、制表符或竖线", "expected a comma, a semicolon, a tab or a vertical bar");
            }
        }
        if (has(root, "json") && shaped(root.get("json"), "/json", ROWS)) {
            JsonNode json = root.get("json");
            if (has(json, "root") && !json.path("array").asBoolean()) {
                fault("/json/root", "只用于 array 为 true 时", "is for an array only");
            }
        }
        if (has(root, "page") && shaped(root.get("page"), "/page", PAGE)) {
            required(root.get("page"), "/page", "title", "body");
            sources(root.get("page").path("title"), "/page/title");
            sources(root.get("page").path("body"), "/page/body");
        }
        if (has(root, "envelope") && shaped(root.get("envelope"), "/envelope", ENVELOPE)) {
            envelope(root.get("envelope"));
        }
    }

    private void only(JsonNode root, String engine, String layout, String its) {
        boolean needed = layout.equals("envelope") || layout.equals("page");
        if (engine.equals(its) && needed && !has(root, layout)) {
            fault("/" + layout, its + " 需要它", "is needed by " + its);
        } else if (!engine.equals(its) && has(root, layout)) {
            fault("/" + layout, "只用于 " + its, "is for " + its + " only");
        }
    }

    private void envelope(JsonNode envelope) {
        required(envelope, "/envelope", "root", "record");
        xmlName(envelope, "/envelope", "root");
        xmlName(envelope, "/envelope", "record");
        JsonNode head = envelope.path("head");
        for (int i = 0; i < head.size(); i++) {
            String at = "/envelope/head/" + i;
            field(head.get(i), at, "xml");
            if (has(head.get(i), "source")) {
                fault(at + "/source", "文件头只能写常量", "the head holds constants only");
            }
        }
    }

    private void field(JsonNode field, String at, String engine) {
        if (!shaped(field, at, FIELD)) {
            return;
        }
        if (!has(field, "name") || text(field, "name").isEmpty()) {
            String source = String.join(", ", texts(field.path("source")));
            fault(
                    at + "/name",
                    "待填写：按标准文本写出 " + source + " 对应的名称，没有对应项时删除这一行",
                    "not filled in: give the name that the standard has for " + source
                            + ", or take the line out when it has none");
        } else if (engine.equals("xml")) {
            xmlName(field, at, "name");
        }
        oneOf(field, at, "form", Stream.of(Form.values()).map(Form::code));
        oneOf(field, at, "evidence", Stream.of(Evidence.values()).map(Evidence::mark));
        sources(field.path("source"), at + "/source");
        if (field.path("attachments").asBoolean() && !text(field, "form").equals("html")) {
            fault(at + "/attachments", "只用于 form 为 html 的字段", "is for a field of form html only");
        }
        if (has(field, "pattern")) {
            pattern(field.get("pattern").asText(), at + "/pattern");
        }
        for (Map.Entry<String, JsonNode> each : field.path("values").properties()) {
            if (!each.getValue().isTextual()) {
                fault(at + "/values", "值表中 " + each.getKey() + " 应对应文字", "expected a text for " + each.getKey());
            }
        }
    }

    private void sources(JsonNode sources, String at) {
        for (String each : texts(sources)) {
            if (!DocumentSource.SOURCES.containsKey(each)) {
                String known = DocumentSource.allowed();
                fault(at, "没有来源 " + each + "；可用的有 " + known, "no source " + each + "; there are " + known);
            }
        }
    }

    private void pattern(String pattern, String at) {
        String letters = pattern.replaceAll("'[^']*'", "");
        if (letters.chars().anyMatch(c -> "hKk".indexOf(c) >= 0)) {
            fault(at, "小时应写 HH（24 小时制）", "hours are HH, of 24");
            return;
        }
        try {
            DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDate.EPOCH.atStartOfDay());
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(
                    at,
                    "应为日期格式，如 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss",
                    "expected a date pattern such as yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
        }
    }

    private void xmlName(JsonNode node, String pointer, String name) {
        String text = text(node, name);
        if (!text.isEmpty() && !XML_NAME.matcher(text).matches()) {
            fault(pointer + '/' + name, "不能用作 XML 元素名", "cannot be the name of an XML element");
        }
    }
}
