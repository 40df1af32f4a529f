package org.gongkai.export.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Evidence;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.bag.Sha256;
import org.gongkai.export.engine.DocumentSource;
import org.gongkai.export.engine.HtmlCleaner;
import org.gongkai.export.engine.Xml;
import org.gongkai.export.format.FormatProfile.Engine;
import org.gongkai.export.format.FormatProfile.Form;
import org.gongkai.export.format.ProfileException.Fault;

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

    private static final Set<String> ENGINES =
            Stream.of(Engine.values()).map(Engine::code).collect(Collectors.toUnmodifiableSet());

    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,63}){0,3}");
    private static final Pattern XML_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}._-]*");

    /** Names that Windows keeps for devices, with any ending. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:.*/)?(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?(?:/.*)?");

    private static final Set<String> OURS = Set.of("records.ndjson", "attachments", "assistance", "decisions", "land");

    /** What names a profile in bag-info.txt, in package.json and on the screen. */
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} ._+-]{0,63}");

    /** The letters of a pattern that tell of a date; quoted text may stand between them. */
    private static final Pattern DATE_LETTERS = Pattern.compile("[yuMLdHmsSE]*");

    /** As much of a value is shown in a message. */
    private static final int SHOWN = 40;

    /** What a field of the head may have. */
    private static final Set<String> HEAD = Set.of("name", "constant", "evidence", "note");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    /** Where a fault was named: nothing more is said of that place. */
    private final Set<String> faulty = new HashSet<>();

    private FormatProfileFile(String file) {
        this.file = file;
    }

    static FormatProfile read(byte[] bytes, String file) throws IOException {
        FormatProfileFile reader = new FormatProfileFile(file);
        JsonNode root = reader.tree(bytes);
        reader.profile(root);
        String sha256 = HexFormat.of().formatHex(Sha256.create().digest(bytes));
        reader.notShipped(text(root, "name"), sha256);
        reader.throwFaults();
        return CanonicalJson.mapper().treeToValue(root, FormatProfile.class).withSha256(sha256);
    }

    /** Another content under the name of a profile of ours would be taken for it by whoever reads the package. */
    private void notShipped(String name, String sha256) {
        if (FormatProfile.shippedNames().contains(name)
                && !sha256.equals(HexFormat.of()
                        .formatHex(
                                Sha256.create().digest(FormatProfile.text(name).getBytes(StandardCharsets.UTF_8))))) {
            fault(
                    "/name",
                    name + " 是自带格式的名称，改动后请另起名称",
                    name
                            + " is the name of a format that ships with the library; give a changed one a name of its own");
        }
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
        utf8(bytes);
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
            JsonLocation at = malformed.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            String said = malformed.getOriginalMessage();
            faults.add(new Fault(
                    line,
                    "",
                    "第 " + column + " 列起不是正确的 JSON：" + said,
                    "from column " + column + " on this is no JSON: " + said));
            throwFaults();
            throw malformed;
        }
    }

    /** Another charset is said by its name and not by the first character that it spoils. */
    private void utf8(byte[] bytes) throws ProfileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            faults.add(new Fault(line, "", "不是 UTF-8 编码，请另存为 UTF-8", "this is not UTF-8; save the file as UTF-8"));
            throwFaults();
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
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
                    String at = pointer + '/' + escaped(name);
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
            case VALUE_STRING -> {
                String text = parser.getText();
                if (!text.chars().allMatch(c -> Xml.holds((char) c))
                        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                    fault(pointer, "含有控制字符或半个字符", "holds a control character or half a character");
                }
                yield nodes.textNode(text);
            }
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
        NUMBER(" 1 至 1000000 的整数", "a whole number from 1 to 1000000"),
        TRUTH(" true 或 false", "true or false"),
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

    /** A fault of a value that is there, which is shown. */
    private void wrong(JsonNode value, String pointer, String zh, String en) {
        // As JSON has it: what would break a line is escaped.
        String text = value.toString();
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
        fault(pointer, zh + "；实为 " + shown, en + "; found " + shown);
    }

    private void fault(String pointer, String zh, String en) {
        if (!faulty.add(pointer)) {
            return;
        }
        String known = pointer;
        while (!lines.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        faults.add(new Fault(lines.get(known), pointer, zh, en));
    }

    /** Looks at the names and types of an object's properties; false when it is no object. */
    private boolean shaped(JsonNode node, String pointer, Map<String, Type> allowed) {
        if (!node.isObject()) {
            wrong(node, pointer, "应为" + Type.OBJECT.zh, "expected " + Type.OBJECT.en);
            return false;
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String at = pointer + '/' + escaped(each.getKey());
            Type type = allowed.get(each.getKey());
            if (type == null) {
                String known =
                        String.join(", ", allowed.keySet().stream().sorted().toList());
                fault(at, "没有这个属性；可用的有 " + known, "no such property; there are " + known);
            } else if (!each.getValue().isNull() && !type.fits(each.getValue())) {
                wrong(each.getValue(), at, "应为" + type.zh, "expected " + type.en);
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
            wrong(node.get(name), pointer + '/' + name, "应为 " + known + " 之一", "expected one of " + known);
        }
    }

    private void profile(JsonNode root) {
        if (!shaped(root, "", PROFILE)) {
            return;
        }
        required(root, "", "name", "version", "engine", "evidence", "file");
        label(root, "name");
        label(root, "version");
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
        for (int i = 0; i < fields.size(); i++) {
            field(fields.get(i), "/fields/" + i, engine);
        }
        once(fields, "/fields", new HashSet<>());
    }

    private void label(JsonNode root, String name) {
        if (has(root, name)
                && !text(root, name).isEmpty()
                && !LABEL.matcher(root.get(name).asText()).matches()) {
            wrong(
                    root.get(name),
                    '/' + name,
                    "应由字母、数字和 . _ + - 组成，至多 64 个字符",
                    "expected letters, digits and . _ + -, 64 at most");
        }
    }

    private void once(JsonNode fields, String at, Set<String> names) {
        for (int i = 0; i < fields.size(); i++) {
            String name = text(fields.get(i), "name");
            if (!name.isEmpty() && !names.add(name)) {
                fault(at + '/' + i + "/name", "名称 " + name + " 重复", "the name " + name + " stands twice");
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
            wrong(
                    root.get("file"),
                    "/file",
                    "应为 data/ 之下的相对路径，由字母、数字、. _ - 和至多一个 {number} 组成，且不是 "
                            + String.join("、", OURS.stream().sorted().toList()),
                    "expected a relative path below data/ of letters, digits, . _ - and at most one {number}, and none of "
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
            wrong(
                    root.get("recordsPerFile"),
                    "/recordsPerFile",
                    "网页每个文件一条记录，应为 1",
                    "expected 1, since a page holds one record");
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
                wrong(
                        delimiter,
                        "/csv/delimiter",
                        "应为逗号、分号、制表符或竖线",
                        "expected a comma, a semicolon, a tab or a vertical bar");
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
        } else if (ENGINES.contains(engine) && !engine.equals(its) && has(root, layout)) {
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
            for (Map.Entry<String, JsonNode> each : head.get(i).properties()) {
                if (FIELD.containsKey(each.getKey()) && !HEAD.contains(each.getKey())) {
                    fault(at + '/' + each.getKey(), "文件头只能写常量", "the head holds constants only");
                }
            }
        }
        // An element of the head named like that of a record would be taken for one.
        once(head, "/envelope/head", new HashSet<>(Set.of(text(envelope, "record"))));
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
        } else if (field.get("name").asText().matches("(?s).*[\\t\\r\\n].*")) {
            wrong(field.get("name"), at + "/name", "名称应在一行之内", "a name stands on one line");
        }
        oneOf(field, at, "form", Stream.of(Form.values()).map(Form::code));
        oneOf(field, at, "evidence", Stream.of(Evidence.values()).map(Evidence::mark));
        sources(field.path("source"), at + "/source");
        if (field.path("attachments").asBoolean() && !text(field, "form").equals("html")) {
            fault(at + "/attachments", "只用于 form 为 html 的字段", "is for a field of form html only");
        }
        if (field.path("pattern").isTextual()) {
            pattern(field.get("pattern"), at + "/pattern");
        }
        reads(field, at, "pattern", DocumentSource.DATES, "日期", "dates");
        reads(field, at, "join", DocumentSource.LISTS, "多值字段", "lists");
        reads(field, at, "values", DocumentSource.SOURCES.keySet(), "来源", "sources");
        for (Map.Entry<String, JsonNode> each : field.path("values").properties()) {
            if (!each.getValue().isTextual()) {
                wrong(each.getValue(), at + "/values/" + escaped(each.getKey()), "应为文字", "expected a text");
            }
        }
        constant(field, at);
    }

    /** A knob for values of one sort needs a source that gives such values: alone it would do nothing. */
    private void reads(JsonNode field, String at, String knob, Set<String> sorts, String zh, String en) {
        List<String> sources = texts(field.path("source"));
        boolean known = DocumentSource.SOURCES.keySet().containsAll(sources);
        if (has(field, knob) && known && sources.stream().noneMatch(sorts::contains)) {
            String all = String.join(", ", sorts.stream().sorted().toList());
            fault(at + '/' + knob, "只用于" + zh + "；source 可用 " + all, "is for " + en + " only; give as source " + all);
        }
    }

    private void constant(JsonNode field, String at) {
        String constant = field.path("constant").asText("");
        JsonNode most = field.path("maxLength");
        if (most.canConvertToInt() && most.intValue() > 0 && constant.length() > most.intValue()) {
            wrong(
                    field.get("constant"),
                    at + "/constant",
                    "比 maxLength 允许的 " + most.intValue() + " 个字符长",
                    "is longer than the " + most.intValue() + " characters of maxLength");
        }
        if (text(field, "form").equals("html") && HtmlCleaner.clean(constant).lossy()) {
            wrong(
                    field.get("constant"),
                    at + "/constant",
                    "含有不允许的 HTML 元素或属性",
                    "holds elements or attributes of HTML that are not let through");
        }
    }

    private void sources(JsonNode sources, String at) {
        if (sources.isArray() && sources.isEmpty()) {
            fault(at, "至少要有一个来源", "at least one source is needed");
        }
        // Of a list that holds anything but texts its type is said already.
        List<String> names = faulty.contains(at) ? List.of() : texts(sources);
        for (int i = 0; i < names.size(); i++) {
            String each = names.get(i);
            String place = sources.isArray() ? at + '/' + i : at;
            if (!DocumentSource.SOURCES.containsKey(each)) {
                String known = DocumentSource.allowed();
                fault(place, "没有来源 " + each + "；可用的有 " + known, "no source " + each + "; there are " + known);
            } else if (names.indexOf(each) < i) {
                fault(place, "来源 " + each + " 重复", "the source " + each + " stands twice");
            }
        }
    }

    private void pattern(JsonNode value, String at) {
        String pattern = value.textValue();
        String letters = pattern.replaceAll("'[^']*'", "").replaceAll("[^A-Za-z]", "");
        if (letters.chars().anyMatch(c -> "hKk".indexOf(c) >= 0)) {
            wrong(value, at, "小时应写 HH（24 小时制）", "hours are HH, of 24");
            return;
        }
        boolean minutesOnly = letters.indexOf('m') >= 0 && letters.indexOf('H') < 0;
        if (letters.isEmpty() || !DATE_LETTERS.matcher(letters).matches() || minutesOnly) {
            wrong(
                    value,
                    at,
                    "应为日期格式：年 yyyy、月 MM、日 dd、时 HH、分 mm、秒 ss，其他字母写在单引号内",
                    "expected a date pattern: year yyyy, month MM, day dd, hour HH, minute mm, second ss, other letters in"
                            + " single quotes");
            return;
        }
        try {
            DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(LocalDate.EPOCH.atStartOfDay());
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong(
                    value,
                    at,
                    "应为日期格式，如 yyyy-MM-dd 或 yyyy-MM-dd HH:mm:ss",
                    "expected a date pattern such as yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
        }
    }

    private void xmlName(JsonNode node, String pointer, String name) {
        String text = text(node, name);
        if (!text.isEmpty() && !XML_NAME.matcher(text).matches()) {
            wrong(node.get(name), pointer + '/' + name, "不能用作 XML 元素名", "cannot be the name of an XML element");
        }
    }
}
