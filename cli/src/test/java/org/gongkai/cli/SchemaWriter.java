package org.gongkai.cli;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.export.CanonicalJson;
import org.gongkai.export.PackageSchemas;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON Schema (2020-12) of a type: of what Jackson makes of it, as Jackson itself describes it, so that
 * names, value types, unwrapped parts and unknown properties are those of the files. The texts are the Javadoc's.
 */
final class SchemaWriter {

    private final JsonMapper mapper = CanonicalJson.mapper();
    private final SourceTexts texts;
    private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
    private boolean byPeople;

    SchemaWriter(Path checkout) {
        this.texts = new SourceTexts(checkout);
    }

    /** The schema of a type that people write: nothing is required but what the type says is. */
    ObjectNode writtenByPeople(String file, String title, Class<?> type) {
        byPeople = true;
        try {
            return schema(file, title, type);
        } finally {
            byPeople = false;
        }
    }

    /** The schema of a type, with every type that it holds among its definitions. */
    ObjectNode schema(String file, String title, Class<?> type) {
        definitions.clear();
        ObjectNode schema = head(file, title);
        // Kinds that are told apart by a property are held to it here, since a reader comes without the type.
        ObjectNode body = object(mapper.constructType(type));
        JsonSubTypes.Type kind = kind(type);
        if (kind != null) {
            ObjectNode properties = mapper.createObjectNode();
            properties.putObject("kind").put("const", kind.name());
            ObjectNode others = (ObjectNode) body.get("properties");
            others.remove("kind");
            properties.setAll(others);
            body.set("properties", properties);
            ArrayNode required = mapper.createArrayNode().add("kind");
            if (body.get("required") instanceof ArrayNode more) {
                required.addAll(more);
            }
            body.set("required", required);
        }
        schema.setAll(body);
        return withDefinitions(schema);
    }

    /** The schema that tells the kinds of a closed family apart and leads to the schema of each. */
    ObjectNode family(String file, String title, Class<?> family, Map<String, String> files) {
        ObjectNode schema = head(file, title);
        put(schema, "description", texts.type(family));
        schema.put("type", "object");
        schema.putArray("required").add("kind");
        schema.putObject("properties").putObject("kind").set("enum", mapper.valueToTree(files.keySet()));
        ArrayNode all = schema.putArray("allOf");
        files.forEach((kind, each) -> {
            ObjectNode one = all.addObject();
            one.putObject("if").putObject("properties").putObject("kind").put("const", kind);
            one.putObject("then").put("$ref", each);
        });
        return schema;
    }

    private ObjectNode head(String file, String title) {
        ObjectNode schema = mapper.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", PackageSchemas.BASE + file);
        schema.put("title", title);
        return schema;
    }

    private ObjectNode withDefinitions(ObjectNode schema) {
        if (!definitions.isEmpty()) {
            ObjectNode defs = schema.putObject("$defs");
            definitions.forEach(defs::set);
        }
        return schema;
    }

    private static JsonSubTypes.@Nullable Type kind(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            JsonSubTypes kinds = each.getAnnotation(JsonSubTypes.class);
            for (JsonSubTypes.Type kind : kinds == null ? new JsonSubTypes.Type[0] : kinds.value()) {
                if (kind.value() == type && each.isAnnotationPresent(JsonTypeInfo.class)) {
                    return kind;
                }
            }
        }
        return null;
    }

    private ObjectNode object(JavaType type) {
        ObjectNode schema = mapper.createObjectNode();
        put(schema, "description", texts.type(type.getRawClass()));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        boolean open = properties(type, properties, required);
        if (!required.isEmpty()) {
            schema.set("required", mapper.valueToTree(required));
        }
        schema.put("additionalProperties", open);
        return schema;
    }

    /** Adds the properties of a type; tells whether it keeps others as well. */
    private boolean properties(JavaType type, ObjectNode properties, List<String> required) {
        BeanDescription bean = mapper.getSerializationConfig().introspect(type);
        AnnotatedMember others = bean.findAnyGetter();
        JsonInclude include = type.getRawClass().getAnnotation(JsonInclude.class);
        boolean open = others != null;
        for (BeanPropertyDefinition each : ordered(bean, type.getRawClass())) {
            AnnotatedMember member = each.getAccessor();
            if (member == null || others != null && member.getName().equals(others.getName())) {
                continue;
            }
            if (member.hasAnnotation(JsonUnwrapped.class)) {
                open |= properties(member.getType(), properties, required);
                continue;
            }
            ObjectNode property = property(member);
            JsonInclude own = member.getAnnotation(JsonInclude.class);
            JsonInclude effective = own == null ? include : own;
            boolean nullable = nullable(type.getRawClass(), member);
            if (byPeople && each.isRequired()) {
                required.add(each.getName());
            } else if (!byPeople && always(member, nullable, effective)) {
                required.add(each.getName());
                property = nullable ? orNull(property) : property;
            }
            put(property, "description", texts.component(type.getRawClass(), member.getName()));
            properties.set(each.getName(), property);
        }
        return open;
    }

    private ObjectNode property(AnnotatedMember member) {
        JsonFormat format = member.getAnnotation(JsonFormat.class);
        if (format != null && format.shape() == JsonFormat.Shape.STRING) {
            return string();
        }
        ObjectNode schema = schema(member.getType());
        if (format == null
                || !Boolean.TRUE.equals(
                        JsonFormat.Value.from(format).getFeature(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY))) {
            return schema;
        }
        ObjectNode either = mapper.createObjectNode();
        either.putArray("anyOf").add(schema.get("items")).add(schema);
        return either;
    }

    private ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = mapper.createObjectNode();
        either.putArray("anyOf").add(schema).add(mapper.createObjectNode().put("type", "null"));
        return either;
    }

    private List<BeanPropertyDefinition> ordered(BeanDescription bean, Class<?> type) {
        String[] order = mapper.getSerializationConfig()
                .getAnnotationIntrospector()
                .findSerializationPropertyOrder(bean.getClassInfo());
        List<BeanPropertyDefinition> all = new ArrayList<>(bean.findProperties());
        List<String> names = new ArrayList<>(order == null ? List.of() : List.of(order));
        for (RecordComponent each : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            names.add(each.getName());
        }
        all.sort((one, other) -> Integer.compare(place(names, one), place(names, other)));
        return all;
    }

    private static int place(List<String> names, BeanPropertyDefinition property) {
        int place = names.indexOf(property.getName());
        return place < 0 ? names.size() : place;
    }

    private static boolean nullable(Class<?> type, AnnotatedMember member) {
        if (type.isRecord()) {
            for (RecordComponent each : type.getRecordComponents()) {
                if (each.getName().equals(member.getName())) {
                    return each.getAnnotatedType().isAnnotationPresent(Nullable.class);
                }
            }
        }
        return member.getMember() instanceof java.lang.reflect.Method method
                && method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }

    /** Whether the property stands in every file. */
    private static boolean always(AnnotatedMember member, boolean nullable, @Nullable JsonInclude include) {
        if (include == null || include.value() == JsonInclude.Include.ALWAYS) {
            return true;
        }
        if (include.value() == JsonInclude.Include.NON_DEFAULT) {
            return false;
        }
        boolean canBeEmpty = member.getType().isContainerType() || member.getRawType() == String.class;
        return !nullable && (include.value() != JsonInclude.Include.NON_EMPTY || !canBeEmpty);
    }

    private ObjectNode schema(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return string();
        } else if (raw == boolean.class || raw == Boolean.class) {
            return mapper.createObjectNode().put("type", "boolean");
        } else if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return mapper.createObjectNode().put("type", "integer");
        } else if (raw == BigDecimal.class) {
            return mapper.createObjectNode().put("type", "number");
        } else if (raw == LocalDate.class) {
            return string().put("format", "date");
        } else if (raw == LocalDateTime.class) {
            // To the minute and without a zone, which the format date-time asks for.
            return string().put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$");
        } else if (raw == OffsetDateTime.class) {
            return string().put("format", "date-time");
        } else if (raw == Object.class) {
            return mapper.createObjectNode();
        } else if (raw.isEnum()) {
            ObjectNode list = string();
            list.set("enum", mapper.valueToTree(raw.getEnumConstants()));
            return list;
        } else if (type.isCollectionLikeType()) {
            ObjectNode list = mapper.createObjectNode().put("type", "array");
            list.set("items", schema(type.getContentType()));
            return list;
        } else if (type.isMapLikeType()) {
            ObjectNode map = mapper.createObjectNode().put("type", "object");
            if (type.getKeyType().isEnumType()) {
                map.putObject("propertyNames")
                        .set(
                                "enum",
                                mapper.valueToTree(
                                        type.getKeyType().getRawClass().getEnumConstants()));
            }
            map.set("additionalProperties", schema(type.getContentType()));
            return map;
        }
        AnnotatedMember value = mapper.getSerializationConfig().introspect(type).findJsonValueAccessor();
        if (value != null) {
            return named(raw, () -> {
                ObjectNode text = schema(value.getType());
                put(text, "description", texts.type(raw));
                return text;
            });
        }
        if (!raw.isRecord()) {
            throw new IllegalStateException("a schema of " + raw + " needs a rule of its own");
        }
        return named(raw, () -> object(type));
    }

    private interface Body {
        ObjectNode write();
    }

    private ObjectNode named(Class<?> type, Body body) {
        String name = type.getName().replaceAll(".*\\.", "").replace('$', '.');
        if (!definitions.containsKey(name)) {
            // Before it is written, since a type may hold itself.
            definitions.put(name, mapper.createObjectNode());
            definitions.get(name).setAll(body.write());
        }
        return mapper.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode string() {
        return mapper.createObjectNode().put("type", "string");
    }

    private static void put(ObjectNode schema, String key, @Nullable String text) {
        if (text != null) {
            schema.put(key, text);
        }
    }
}
