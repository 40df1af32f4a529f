package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.ingest.mapping.MappingException.Fault;
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
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Takes texts, maps and lists from YAML, and collects what is wrong with them, each by its line. No type is ever made of
 * the YAML. Anchors and aliases are refused, since a short file can unfold to a huge one with them. One file, one use.
 */
final class MappingYaml {

    /** The deepest that a mapping needs is four. */
    private static final int MOST_DEPTH = 8;

    private static final int MOST_CHARACTERS = 1 << 20;

    private final String name;
    private final List<Fault> faults = new ArrayList<>();
    private final LoadSettings settings = LoadSettings.builder()
            .setCodePointLimit(MOST_CHARACTERS)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .build();

    MappingYaml(String name) {
        this.name = name;
    }

    /** A key and what stands behind it. */
    record Entry(String key, Node value, int line) {}

    /** The root of a document that is not empty. */
    Node root(String yaml) throws MappingException {
        try {
            guard(yaml);
            throwFaults();
            Optional<Node> root = new Composer(settings, parser(yaml)).getSingleNode();
            if (root.isPresent()) {
                return root.get();
            }
            fault(
                    1,
                    "文件是空的，应至少有 labels、constants、ignored、values、dates、jdbc、tables 之一",
                    "the file is empty; expected one of labels, constants, ignored, values, dates, jdbc, tables");
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

    /** The text of a node, or null where there is none, which is a fault. */
    @Nullable
    String required(Node node, String key) {
        String text = text(node);
        if (text == null || text.isBlank()) {
            fault(line(node), key + " 应为文字", key + " must be a text");
            return null;
        }
        return text;
    }

    /** The entries of a map; none where the node is no map, which is a fault. */
    List<Entry> entries(Node node, String what) {
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

    void twice(Entry entry) {
        fault(entry.line(), entry.key() + " 出现两次", entry.key() + " is there twice");
    }

    /** The text of a node, or null where it is none. */
    static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    /** The line that a node begins in, counted from 1. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** Notes what is wrong, once. */
    void fault(int line, String zh, String en) {
        Fault fault = new Fault(line, zh, en);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    boolean faultless() {
        return faults.isEmpty();
    }

    /** Ends the reading when something is wrong. */
    void throwFaults() throws MappingException {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new MappingException(name, faults);
        }
    }
}
