package org.gongkai.ingest.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.mapper.DatePattern;
import org.gongkai.ingest.mapper.ValueReader;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping file: what each section says, and whether it can be meant. One file, one use. */
final class MappingFile {

    /** Components that hold more than one text can say; a constant makes no sense for them. */
    private static final Set<Component> NO_CONSTANT = Set.of(Component.ATTACHMENTS, Component.RELATIONS);

    private final MappingYaml yaml;

    MappingFile(String name) {
        this.yaml = new MappingYaml(name);
    }

    Mapping read(String text) throws MappingException {
        Mapping mapping = mapping(yaml.root(text));
        yaml.throwFaults();
        return Objects.requireNonNull(mapping);
    }

    private @Nullable Mapping mapping(Node root) {
        Map<String, Component> labels = new LinkedHashMap<>();
        Map<Component, String> constants = new LinkedHashMap<>();
        Map<String, String> ignored = new LinkedHashMap<>();
        Map<Component, Map<String, String>> values = new LinkedHashMap<>();
        List<String> dates = new ArrayList<>();
        Mapping.Jdbc jdbc = null;
        List<Mapping.Tables> tables = new ArrayList<>();
        for (MappingYaml.Entry each : yaml.entries(root, "mapping")) {
            switch (each.key()) {
                case "labels" -> labels(each.value(), labels);
                case "constants" -> constants(each.value(), constants);
                case "ignored" -> ignored(each.value(), labels, ignored);
                case "values" -> values(each.value(), values);
                case "dates" -> dates(each.value(), dates);
                case "jdbc" -> jdbc = new MappingJdbc(yaml).read(each.value());
                case "tables" -> new MappingTables(yaml).read(each.value(), tables);
                default ->
                    yaml.fault(
                            each.line(),
                            "未知的项 " + each.key() + "，应为 labels、constants、ignored、values、dates、jdbc 或 tables",
                            each.key()
                                    + " is not known; expected labels, constants, ignored, values, dates, jdbc or tables");
            }
        }
        return yaml.faultless()
                ? checked(new Mapping(labels, constants, ignored, values, dates, jdbc, tables), root)
                : null;
    }

    /** A constant must be readable as what its component holds, with the file's own tables and patterns. */
    private @Nullable Mapping checked(Mapping mapping, Node root) {
        ValueReader reader = new ValueReader(mapping);
        for (MappingYaml.Entry section : yaml.entries(root, "mapping")) {
            if (section.key().equals("constants")) {
                for (MappingYaml.Entry each : yaml.entries(section.value(), "constants")) {
                    Component component = Objects.requireNonNull(Component.of(each.key()));
                    if (reader.read(component, mapping.constants().get(component))
                                    .value()
                            == null) {
                        String expected = Objects.requireNonNullElse(ValueReader.expected(component), component.path());
                        yaml.fault(
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
        for (MappingYaml.Entry each : yaml.entries(node, "labels")) {
            Component component = component(MappingYaml.text(each.value()), each.value());
            if (!seen.add(LabelAliases.key(each.key()))) {
                yaml.twice(each);
            } else if (component != null) {
                labels.put(each.key(), component);
            }
        }
    }

    private void constants(Node node, Map<Component, String> constants) {
        for (MappingYaml.Entry each : yaml.entries(node, "constants")) {
            Component component = component(each.key(), each.value());
            String text = yaml.required(each.value(), each.key());
            if (component != null && NO_CONSTANT.contains(component)) {
                yaml.fault(each.line(), component.path() + " 不能设常量", component.path() + " can have no constant");
            } else if (component != null && text != null) {
                constants.put(component, text);
            }
        }
    }

    private void ignored(Node node, Map<String, Component> labels, Map<String, String> ignored) {
        for (MappingYaml.Entry each : yaml.entries(node, "ignored")) {
            String reason = MappingYaml.text(each.value());
            if (reason == null || reason.isBlank()) {
                yaml.fault(
                        each.line(),
                        "忽略 " + each.key() + " 须写明理由",
                        "the reason for ignoring " + each.key() + " is missing");
            } else if (labels.keySet().stream()
                    .anyMatch(one -> LabelAliases.key(one).equals(LabelAliases.key(each.key())))) {
                yaml.fault(
                        each.line(),
                        each.key() + " 既在 labels 又在 ignored",
                        each.key() + " stands in labels and in ignored");
            } else {
                ignored.put(each.key(), reason);
            }
        }
    }

    private void values(Node node, Map<Component, Map<String, String>> values) {
        for (MappingYaml.Entry each : yaml.entries(node, "values")) {
            Component component = component(each.key(), each.value());
            Map<String, String> table = new LinkedHashMap<>();
            for (MappingYaml.Entry row : yaml.entries(each.value(), "values." + each.key())) {
                String text = yaml.required(row.value(), row.key());
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
            yaml.fault(
                    MappingYaml.line(node), "dates 应为列表，如 - dd/MM/yyyy", "dates must be a list, such as - dd/MM/yyyy");
            return;
        }
        for (Node each : list.getValue()) {
            String pattern = MappingYaml.text(each);
            try {
                DatePattern.of(Objects.requireNonNullElse(pattern, ""));
                if (pattern == null || pattern.isBlank()) {
                    throw new IllegalArgumentException("");
                }
                dates.add(pattern);
            } catch (IllegalArgumentException none) {
                yaml.fault(
                        MappingYaml.line(each),
                        "日期格式 " + pattern + " 有误，应如 dd/MM/yyyy、yyyyMMddHHmmss、epochMillis、epochSeconds",
                        pattern
                                + " is not a date pattern; expected one such as dd/MM/yyyy, yyyyMMddHHmmss, epochMillis, epochSeconds");
            }
        }
    }

    private @Nullable Component component(@Nullable String path, Node place) {
        Component component = path == null ? null : Component.of(path);
        if (component == null) {
            String closest = closest(String.valueOf(path));
            yaml.fault(
                    MappingYaml.line(place),
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
}
