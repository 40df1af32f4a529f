package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.mapper.DatePattern;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.mapper.ValueReader;
import org.gongkai.ingest.mapping.MappingException.Fault;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a mapping file. Only texts, maps and lists are taken from the YAML; no type is ever made of it. Anchors and
 * aliases are refused, since a short file can unfold to a huge one with them.
 */
final class MappingFile {

    /** The deepest that a mapping needs is four. */
    private static final int MOST_DEPTH = 8;

    private static final int MOST_CHARACTERS = 1 << 20;

    /** Components that hold more than one text can say; a constant makes no sense for them. */
    static final Set<Component> NO_CONSTANT = Set.of(Component.ATTACHMENTS, Component.RELATIONS);

    static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A password in the address: as a parameter, or before the host. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)[?&;](?:password|pwd|passwd|user|username)=|//[^/@]*:[^/@]*@|:thin:[^@:]*/[^@]*@");

    private final String name;
    private final List<Fault> faults = new ArrayList<>();
    private final LoadSettings settings = LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .build();

    MappingFile(String name) {
        this.name = name;
    }

    Mapping read(String yaml) throws MappingException {
        try {
            guard(yaml);
            throwFaults();
            Optional<Node> root = new Composer(settings, parser(yaml)).getSingleNode();
            if (root.isEmpty()) {
                fault(
                        1,
                        "文件是空的，应至少有 labels、constants、ignored、values、dates、jdbc、tables 之一",
                        "the file is empty; expected one of labels, constants, ignored, values, dates, jdbc, tables");
                throwFaults();
            }
            Mapping mapping = mapping(root.orElseThrow());
            throwFaults();
            return Objects.requireNonNull(mapping);
        } catch (MarkedYamlEngineException malformed) {
            String problem = String.valueOf(malformed.getProblem());
            fault(
                    malformed.getProblemMark().map(Mark::getLine).orElse(0) + 1,
                    "不是正确的 YAML：" + problem,
                    "this is not YAML: " + problem);
        } catch (YamlEngineException malformed) {
            fault(1, "不是正确的 YAML：" + malformed.getMessage(), "this is not YAML: " + malformed.getMessage());
        }
        throw new MappingException(name, faults);
    }

    /** Goes through the events first: composing recurses, and must not meet depth without end. */
    private void guard(String yaml) {
        int depth = 0;
        int documents = 0;
        for (ParserImpl events = parser(yaml); events.hasNext(); ) {
            Event event = events.next();
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                fault(line, "文件里只能有一份文档", "expected one document in the file");
                return;
            }
            if (event.getEventId() == Event.ID.Alias
                    || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                fault(
                        line,
                        "不支持锚点（&）和别名（*），请直接写出内容；含 * 或 & 开头的文字请加引号",
                        "anchors (&) and aliases (*) are refused, write the content out; quote a text that begins so");
                return;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MOST_DEPTH) {
                fault(line, "嵌套超过 " + MOST_DEPTH + " 层", "nested deeper than " + MOST_DEPTH);
                return;
            }
        }
    }

    private ParserImpl parser(String yaml) {
        return new ParserImpl(settings, new StreamReader(settings, yaml));
    }

    private @Nullable Mapping mapping(Node root) {
        Map<String, Component> labels = new LinkedHashMap<>();
        Map<Component, String> constants = new LinkedHashMap<>();
        Map<String, String> ignored = new LinkedHashMap<>();
        Map<Component, Map<String, String>> values = new LinkedHashMap<>();
        List<String> dates = new ArrayList<>();
        Mapping.Jdbc jdbc = null;
        List<Mapping.Tables> tables = new ArrayList<>();
        for (Entry each : entries(root, "mapping")) {
            switch (each.key()) {
                case "labels" -> labels(each.value(), labels);
                case "constants" -> constants(each.value(), constants);
                case "ignored" -> ignored(each.value(), labels, ignored);
                case "values" -> values(each.value(), values);
                case "dates" -> dates(each.value(), dates);
                case "jdbc" -> jdbc = jdbc(each.value());
                case "tables" -> tables(each.value(), tables);
                default ->
                    fault(
                            each.line(),
                            "未知的项 " + each.key() + "，应为 labels、constants、ignored、values、dates、jdbc 或 tables",
                            each.key()
                                    + " is not known; expected labels, constants, ignored, values, dates, jdbc or tables");
            }
        }
        return faults.isEmpty()
                ? checked(new Mapping(labels, constants, ignored, values, dates, jdbc, tables), root)
                : null;
    }

    /** A constant must be readable as what its component holds, with the file's own tables and patterns. */
    private @Nullable Mapping checked(Mapping mapping, Node root) {
        ValueReader reader = new ValueReader(mapping);
        for (Entry section : entries(root, "mapping")) {
            if (section.key().equals("constants")) {
                for (Entry each : entries(section.value(), "constants")) {
                    Component component = Objects.requireNonNull(Component.of(each.key()));
                    if (reader.read(component, mapping.constants().get(component))
                                    .value()
                            == null) {
                        String expected = Objects.requireNonNullElse(ValueReader.expected(component), component.path());
                        fault(
                                each.line(),
                                "常量无法作为 " + component.path() + " 读取，应为 " + expected,
                                "the constant cannot be read as " + component.path() + "; expected " + expected);
                    }
                }
            }
        }
        return mapping;
    }

    private void labels(Node node, Map<String, Component> labels) {
        Set<String> seen = new HashSet<>();
        for (Entry each : entries(node, "labels")) {
            Component component = component(text(each.value()), each.value());
            if (!seen.add(LabelAliases.key(each.key()))) {
                twice(each);
            } else if (component != null) {
                labels.put(each.key(), component);
            }
        }
    }

    private void constants(Node node, Map<Component, String> constants) {
        for (Entry each : entries(node, "constants")) {
            Component component = component(each.key(), each.value());
            String text = required(each.value(), each.key());
            if (component != null && NO_CONSTANT.contains(component)) {
                fault(each.line(), component.path() + " 不能设常量", component.path() + " can have no constant");
            } else if (component != null && text != null) {
                constants.put(component, text);
            }
        }
    }

    private void ignored(Node node, Map<String, Component> labels, Map<String, String> ignored) {
        for (Entry each : entries(node, "ignored")) {
            String reason = text(each.value());
            if (reason == null || reason.isBlank()) {
                fault(
                        each.line(),
                        "忽略 " + each.key() + " 须写明理由",
                        "the reason for ignoring " + each.key() + " is missing");
            } else if (labels.keySet().stream()
                    .anyMatch(one -> LabelAliases.key(one).equals(LabelAliases.key(each.key())))) {
                fault(
                        each.line(),
                        each.key() + " 既在 labels 又在 ignored",
                        each.key() + " stands in labels and in ignored");
            } else {
                ignored.put(each.key(), reason);
            }
        }
    }

    private void values(Node node, Map<Component, Map<String, String>> values) {
        for (Entry each : entries(node, "values")) {
            Component component = component(each.key(), each.value());
            Map<String, String> table = new LinkedHashMap<>();
            for (Entry row : entries(each.value(), "values." + each.key())) {
                String text = required(row.value(), row.key());
                if (text != null) {
                    table.put(row.key(), text);
                }
            }
            if (component != null) {
                values.put(component, table);
            }
        }
    }

    private void dates(Node node, List<String> dates) {
        if (!(node instanceof SequenceNode list)) {
            fault(line(node), "dates 应为列表，如 - dd/MM/yyyy", "dates must be a list, such as - dd/MM/yyyy");
            return;
        }
        for (Node each : list.getValue()) {
            String pattern = text(each);
            try {
                DatePattern.of(Objects.requireNonNullElse(pattern, ""));
                if (pattern == null || pattern.isBlank()) {
                    throw new IllegalArgumentException("");
                }
                dates.add(pattern);
            } catch (IllegalArgumentException none) {
                fault(
                        line(each),
                        "日期格式 " + pattern + " 有误，应如 dd/MM/yyyy、yyyyMMddHHmmss、epochMillis、epochSeconds",
                        pattern
                                + " is not a date pattern; expected one such as dd/MM/yyyy, yyyyMMddHHmmss, epochMillis, epochSeconds");
            }
        }
    }

    private Mapping.@Nullable Jdbc jdbc(Node node) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Entry each : entries(node, "jdbc")) {
            String text = required(each.value(), each.key());
            switch (each.key()) {
                case "url" -> {
                    if (text != null
                            && (!text.startsWith("jdbc:")
                                    || SECRET.matcher(text).find())) {
                        fault(
                                each.line(),
                                "url 应以 jdbc: 开头，且不得含用户名和密码；请用 userVariable、passwordVariable 指明环境变量",
                                "url must begin with jdbc: and hold neither user nor password; name environment variables by userVariable and passwordVariable");
                    }
                }
                case "query" -> {}
                case "userVariable", "passwordVariable" -> {
                    if (text != null && !VARIABLE.matcher(text).matches()) {
                        fault(
                                each.line(),
                                each.key() + " 应为环境变量的名称",
                                each.key() + " must be the name of an environment variable");
                    }
                }
                case "user", "password" ->
                    fault(
                            each.line(),
                            "文件中不写 " + each.key() + "；请用 " + each.key() + "Variable 指明环境变量",
                            each.key() + " must not stand in the file; name an environment variable by " + each.key()
                                    + "Variable");
                default ->
                    fault(
                            each.line(),
                            "未知的项 jdbc." + each.key() + "，应为 url、query、userVariable 或 passwordVariable",
                            "jdbc." + each.key()
                                    + " is not known; expected url, query, userVariable or passwordVariable");
            }
            given.put(each.key(), Objects.requireNonNullElse(text, ""));
        }
        for (String each : List.of("url", "query")) {
            if (!given.containsKey(each)) {
                fault(line(node), "jdbc 缺少 " + each, "jdbc lacks " + each);
            }
        }
        return faults.isEmpty()
                ? new Mapping.Jdbc(
                        given.get("url"), given.get("query"), given.get("userVariable"), given.get("passwordVariable"))
                : null;
    }

    private void tables(Node node, List<Mapping.Tables> tables) {
        if (!(node instanceof SequenceNode list)) {
            fault(line(node), "tables 应为列表，每项含 files 和 kind", "tables must be a list; each entry has files and kind");
            return;
        }
        for (Node each : list.getValue()) {
            table(each, tables);
        }
    }

    private void table(Node node, List<Mapping.Tables> tables) {
        String files = null;
        TableKind kind = null;
        Node defaults = null;
        Node headers = null;
        boolean documents = false;
        Set<String> keys = new HashSet<>();
        for (Entry each : entries(node, "tables")) {
            keys.add(each.key());
            switch (each.key()) {
                case "files" -> files = glob(each.value());
                case "kind" -> kind = kind(each.value());
                case "defaults" -> defaults = each.value();
                case "headers" -> headers = each.value();
                case "documents" -> documents = yes(each.value());
                default ->
                    fault(
                            each.line(),
                            "未知的项 tables." + each.key() + "，应为 files、kind、defaults、headers 或 documents",
                            "tables." + each.key()
                                    + " is not known; expected files, kind, defaults, headers or documents");
            }
        }
        if (!keys.containsAll(List.of("files", "kind"))) {
            fault(line(node), "tables 的每项须写明 files 和 kind", "each entry of tables needs files and kind");
        }
        if (files == null || kind == null) {
            return;
        }
        Map<String, String> given = texts(defaults, "defaults");
        Map<String, String> columns = texts(headers, "headers");
        if (defaults != null) {
            readable(entries(defaults, "defaults"), kind);
        }
        if (headers != null) {
            for (Entry each : entries(headers, "headers")) {
                String meaning = text(each.value());
                if (meaning != null && !kind.meanings().contains(meaning)) {
                    String expected = String.join(", ", kind.meanings());
                    fault(
                            each.line(),
                            "列的含义 " + meaning + " 未知，应为 " + expected,
                            meaning + " is not a meaning of a column; expected one of " + expected);
                }
            }
        }
        if (faults.isEmpty()) {
            tables.add(new Mapping.Tables(files, kind, given, columns, documents));
        }
    }

    private void readable(List<Entry> defaults, TableKind kind) {
        for (Entry each : defaults) {
            if (!kind.defaultNames().contains(each.key())) {
                String expected = String.join(", ", kind.defaultNames());
                fault(
                        each.line(),
                        kind.code() + " 没有默认值 " + each.key() + "，应为 " + expected,
                        kind.code() + " has no default " + each.key() + "; expected one of " + expected);
                continue;
            }
            String text = text(each.value());
            if (text != null && !kind.reads(each.key(), text)) {
                fault(
                        each.line(),
                        "默认值无法作为 " + each.key() + " 读取：" + text,
                        "the default cannot be read as " + each.key() + ": " + text);
            }
        }
    }

    private @Nullable String glob(Node node) {
        String glob = required(node, "files");
        if (glob != null && !TableRoute.isGlob(glob)) {
            fault(
                    line(node),
                    "files 应为文件名的模式，如 assistance/**、*.xlsx",
                    "files must be a pattern of file names, such as assistance/** or *.xlsx");
            return null;
        }
        return glob;
    }

    private @Nullable TableKind kind(Node node) {
        String code = text(node);
        TableKind kind = code == null ? null : TableKind.of(code);
        if (kind == null) {
            fault(
                    line(node),
                    "没有种类 " + code + "，应为 " + TableKind.codes(),
                    "there is no kind " + code + "; expected one of " + TableKind.codes());
        }
        return kind;
    }

    private boolean yes(Node node) {
        String text = text(node);
        if (!"true".equals(text) && !"false".equals(text)) {
            fault(line(node), "documents 应为 true 或 false", "documents must be true or false");
        }
        return "true".equals(text);
    }

    private Map<String, String> texts(@Nullable Node node, String what) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node != null) {
            for (Entry each : entries(node, what)) {
                String text = required(each.value(), each.key());
                if (text != null) {
                    texts.put(each.key(), text);
                }
            }
        }
        return texts;
    }

    private @Nullable Component component(@Nullable String path, Node place) {
        Component component = path == null ? null : Component.of(path);
        if (component == null) {
            String closest = closest(String.valueOf(path));
            fault(
                    line(place),
                    "没有要素 " + path + "；最接近的是 " + closest,
                    "there is no component " + path + "; the closest is " + closest);
        }
        return component;
    }

    private static String closest(String path) {
        return Component.values().stream()
                .map(Component::path)
                .max(Comparator.comparingInt(each -> alike(each, path)))
                .orElseThrow();
    }

    /** How far two names agree from the front and from the back. */
    private static int alike(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return StringUtils.getCommonPrefix(first, second).length()
                + StringUtils.getCommonPrefix(StringUtils.reverse(first), StringUtils.reverse(second))
                        .length();
    }

    private @Nullable String required(Node node, String key) {
        String text = text(node);
        if (text == null || text.isBlank()) {
            fault(line(node), key + " 应为文字", key + " must be a text");
            return null;
        }
        return text;
    }

    private record Entry(String key, Node value, int line) {}

    private List<Entry> entries(Node node, String what) {
        if (!(node instanceof MappingNode map)) {
            fault(line(node), what + " 应为“键: 值”", what + " must be made of keys and values");
            return List.of();
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple each : map.getValue()) {
            String key = text(each.getKeyNode());
            if (key == null || key.isBlank()) {
                fault(line(each.getKeyNode()), what + " 的键应为文字", "a key of " + what + " must be a text");
                continue;
            }
            Entry entry = new Entry(key, each.getValueNode(), line(each.getKeyNode()));
            if (entries.putIfAbsent(key, entry) != null) {
                twice(entry);
            }
        }
        return List.copyOf(entries.values());
    }

    private void twice(Entry entry) {
        fault(entry.line(), entry.key() + " 出现两次", entry.key() + " is there twice");
    }

    private static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private void fault(int line, String zh, String en) {
        Fault fault = new Fault(line, zh, en);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private void throwFaults() throws MappingException {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new MappingException(name, faults);
        }
    }
}
