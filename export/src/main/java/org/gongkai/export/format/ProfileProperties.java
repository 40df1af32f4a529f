package org.gongkai.export.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.core.text.JsonPointers;

/** What every object in the file of a profile is held to: the names, the types and the values of its properties. */
final class ProfileProperties {

    private static final Pattern XML_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}._-]*");

    private final ProfileFaults faults;

    ProfileProperties(ProfileFaults faults) {
        this.faults = faults;
    }

    /** What a property may be. */
    enum Type {
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

    /** Looks at the names and types of an object's properties; false when it is no object. */
    boolean shaped(JsonNode node, String pointer, Map<String, Type> allowed) {
        if (!node.isObject()) {
            faults.wrong(node, pointer, "应为" + Type.OBJECT.zh, "expected " + Type.OBJECT.en);
            return false;
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String at = pointer + '/' + JsonPointers.step(each.getKey());
            Type type = allowed.get(each.getKey());
            if (type == null) {
                String known =
                        String.join(", ", allowed.keySet().stream().sorted().toList());
                faults.fault(at, "没有这个属性；可用的有 " + known, "no such property; there are " + known);
            } else if (!each.getValue().isNull() && !type.fits(each.getValue())) {
                faults.wrong(each.getValue(), at, "应为" + type.zh, "expected " + type.en);
            }
        }
        return true;
    }

    /** The text of a property; empty when it is missing or no text. */
    static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.elements().forEachRemaining(each -> texts.add(each.asText()));
        return texts;
    }

    static boolean has(JsonNode node, String name) {
        return node.hasNonNull(name);
    }

    void required(JsonNode node, String pointer, String... names) {
        for (String each : names) {
            if (!has(node, each)
                    || node.get(each).isTextual() && text(node, each).isEmpty()) {
                faults.fault(pointer + '/' + each, "缺少值", "a value is missing");
            }
        }
    }

    void oneOf(JsonNode node, String pointer, String name, Stream<String> allowed) {
        List<String> list = allowed.toList();
        if (has(node, name) && !text(node, name).isEmpty() && !list.contains(text(node, name))) {
            String known = String.join(", ", list);
            faults.wrong(node.get(name), pointer + '/' + name, "应为 " + known + " 之一", "expected one of " + known);
        }
    }

    void xmlName(JsonNode node, String pointer, String name) {
        String text = text(node, name);
        if (!text.isEmpty() && !XML_NAME.matcher(text).matches()) {
            faults.wrong(node.get(name), pointer + '/' + name, "不能用作 XML 元素名", "cannot be the name of an XML element");
        }
    }
}
