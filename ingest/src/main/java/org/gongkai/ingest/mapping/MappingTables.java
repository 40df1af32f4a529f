package org.gongkai.ingest.mapping;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.ingest.mapper.TableRoute;
import org.gongkai.ingest.table.TableKind;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the section {@code tables} of a mapping file: what the tables of some files hold. One file, one use. */
final class MappingTables {

    private final MappingYaml yaml;

    MappingTables(MappingYaml yaml) {
        this.yaml = yaml;
    }

    void read(Node node, List<Mapping.Tables> tables) {
        if (!(node instanceof SequenceNode list)) {
            yaml.fault(
                    MappingYaml.line(node),
                    "tables 应为列表，每项含 files 和 kind",
                    "tables must be a list; each entry has files and kind");
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
        for (MappingYaml.Entry each : yaml.entries(node, "tables")) {
            keys.add(each.key());
            switch (each.key()) {
                case "files" -> files = glob(each.value());
                case "kind" -> kind = kind(each.value());
                case "defaults" -> defaults = each.value();
                case "headers" -> headers = each.value();
                case "documents" -> documents = yes(each.value());
                default ->
                    yaml.fault(
                            each.line(),
                            "未知的项 tables." + each.key() + "，应为 files、kind、defaults、headers 或 documents",
                            "tables." + each.key()
                                    + " is not known; expected files, kind, defaults, headers or documents");
            }
        }
        if (!keys.containsAll(List.of("files", "kind"))) {
            yaml.fault(
                    MappingYaml.line(node), "tables 的每项须写明 files 和 kind", "each entry of tables needs files and kind");
        }
        if (files == null || kind == null) {
            return;
        }
        Map<String, String> given = texts(defaults, "defaults");
        Map<String, String> columns = texts(headers, "headers");
        if (defaults != null) {
            readable(yaml.entries(defaults, "defaults"), kind);
        }
        if (headers != null) {
            for (MappingYaml.Entry each : yaml.entries(headers, "headers")) {
                String meaning = MappingYaml.text(each.value());
                if (meaning != null && !kind.meanings().contains(meaning)) {
                    String expected = String.join(", ", kind.meanings());
                    yaml.fault(
                            each.line(),
                            "列的含义 " + meaning + " 未知，应为 " + expected,
                            meaning + " is not a meaning of a column; expected one of " + expected);
                }
            }
        }
        if (yaml.faultless()) {
            tables.add(new Mapping.Tables(files, kind, given, columns, documents));
        }
    }

    private void readable(List<MappingYaml.Entry> defaults, TableKind kind) {
        for (MappingYaml.Entry each : defaults) {
            if (!kind.defaultNames().contains(each.key())) {
                String expected = String.join(", ", kind.defaultNames());
                yaml.fault(
                        each.line(),
                        kind.code() + " 没有默认值 " + each.key() + "，应为 " + expected,
                        kind.code() + " has no default " + each.key() + "; expected one of " + expected);
                continue;
            }
            String text = MappingYaml.text(each.value());
            if (text != null && !kind.reads(each.key(), text)) {
                yaml.fault(
                        each.line(),
                        "默认值无法作为 " + each.key() + " 读取：" + text,
                        "the default cannot be read as " + each.key() + ": " + text);
            }
        }
    }

    private @Nullable String glob(Node node) {
        String glob = yaml.required(node, "files");
        if (glob != null && !TableRoute.isGlob(glob)) {
            yaml.fault(
                    MappingYaml.line(node),
                    "files 应为文件名的模式，如 assistance/**、*.xlsx",
                    "files must be a pattern of file names, such as assistance/** or *.xlsx");
            return null;
        }
        return glob;
    }

    private @Nullable TableKind kind(Node node) {
        String code = MappingYaml.text(node);
        TableKind kind = code == null ? null : TableKind.of(code);
        if (kind == null) {
            yaml.fault(
                    MappingYaml.line(node),
                    "没有种类 " + code + "，应为 " + TableKind.codes(),
                    "there is no kind " + code + "; expected one of " + TableKind.codes());
        }
        return kind;
    }

    private boolean yes(Node node) {
        String text = MappingYaml.text(node);
        if (!"true".equals(text) && !"false".equals(text)) {
            yaml.fault(MappingYaml.line(node), "documents 应为 true 或 false", "documents must be true or false");
        }
        return "true".equals(text);
    }

    private Map<String, String> texts(@Nullable Node node, String what) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node != null) {
            for (MappingYaml.Entry each : yaml.entries(node, what)) {
                String text = yaml.required(each.value(), each.key());
                if (text != null) {
                    texts.put(each.key(), text);
                }
            }
        }
        return texts;
    }
}
