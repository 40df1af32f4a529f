package org.gongkai.core.kind;

import java.lang.annotation.Annotation;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.lang3.ClassUtils;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Code;
import org.jspecify.annotations.Nullable;

/**
 * A component of a canonical record, or of a part of one: how it is called, what it holds, and what may be done with it.
 *
 * <pre>{@code
 * RecordField telephone = RecordKind.of(OfficialDocument.class).field("consultation.telephone");
 * telephone.label().zh();   // 政策咨询电话
 * telephone.read(consultation);
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class RecordField {

    /** How a text is searched for personal data. */
    public enum Search {
        /** All of it: numbers, and names behind a label where the kind asks for names. */
        WHOLE,
        /** It is a code, in which other long numbers are lawful: only an identity number counts. */
        CODE,
        /** An office gives its own telephone there, which may be a mobile one. */
        OFFICE,
        /** HTML: searched as the text that it shows, and not at all where that text stands beside it. */
        HTML,
        /** It holds nothing that a person wrote. */
        NONE
    }

    private final String path;
    private final String pointer;
    private final RecordComponent component;
    private final Function<Object, @Nullable Object> accessor;
    private final Class<?> type;
    private final boolean many;
    private final Bilingual label;
    private final Search search;
    private final boolean leaves;
    private final boolean inner;
    private final List<RecordField> parts;
    /** Makes the record of its parts; null where it has none. */
    private final @Nullable Assembly assembly;

    private RecordField(String before, RecordComponent component, FieldLabels labels) {
        this.path = before + component.getName();
        this.pointer = '/' + path.replace('.', '/');
        this.component = component;
        this.accessor = accessor(component);
        this.many = Collection.class.isAssignableFrom(component.getType());
        this.type = many ? item(component.getGenericType()) : component.getType();
        FieldLabels.Line line = labels.line(component);
        this.label = line.label();
        this.search = holdsText(type) ? line.search() : Search.NONE;
        this.leaves = line.leaves();
        this.inner = line.inner();
        this.parts = isPart(type) ? of(type, path + '.', labels) : List.of();
        this.assembly = parts.isEmpty() ? null : new Assembly(type, parts);
    }

    /** The fields of a record type, without the unknown properties that it may carry. */
    static List<RecordField> of(Class<?> type, String before, FieldLabels labels) {
        List<RecordField> fields = new ArrayList<>();
        for (RecordComponent each : type.getRecordComponents()) {
            if (each.getType() != Map.class) {
                fields.add(new RecordField(before, each, labels));
            }
        }
        return List.copyOf(fields);
    }

    /** A value type is written as one text; any other record is an object with fields of its own. */
    private static boolean isPart(Class<?> type) {
        return type.isRecord() && !Code.class.isAssignableFrom(type);
    }

    /** A day, a term of an enum or a yes and no is nothing that a person wrote. */
    private static boolean holdsText(Class<?> type) {
        return type == String.class
                || Number.class.isAssignableFrom(type)
                || Code.class.isAssignableFrom(type)
                || type.isRecord();
    }

    /** The accessor as a plain call: every rule, format and search reads records through it. */
    @SuppressWarnings("unchecked") // What the factory makes is of the type that it was asked for.
    private static Function<Object, @Nullable Object> accessor(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle accessor = lookup.unreflect(component.getAccessor());
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            accessor,
                            accessor.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("component " + component + " of a canonical type cannot be read", e);
        }
    }

    private static Class<?> item(Type type) {
        return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    /**
     * The JSON name of the component.
     *
     * @return the name, such as {@code telephone}
     */
    public String name() {
        return component.getName();
    }

    /**
     * The JSON names from the record down to here, joined by dots; positions in lists are left out.
     *
     * @return the path, such as {@code consultation.telephone} or {@code attachments.name}
     */
    public String path() {
        return path;
    }

    /**
     * The JSON Pointer of the field in a record that holds no list on the way.
     *
     * @return the pointer, such as {@code /consultation/telephone}
     */
    public String pointer() {
        return pointer;
    }

    /**
     * The type of the value, for a list of its items.
     *
     * @return the type
     */
    public Class<?> type() {
        return type;
    }

    /**
     * Whether the field holds several values.
     *
     * @return true for a list or a set
     */
    public boolean many() {
        return many;
    }

    /**
     * What people call the field.
     *
     * @return the label in both languages
     */
    public Bilingual label() {
        return label;
    }

    /**
     * How a text there is searched for personal data.
     *
     * @return the way of searching
     */
    public Search search() {
        return search;
    }

    /**
     * Whether what stands there may go into a package.
     *
     * @return false when a record that holds a value here must stay out of packages
     */
    public boolean leaves() {
        return leaves;
    }

    /**
     * Whether it is an inner paper, such as the plan of an interpretation: it is judged, and the record goes out without it.
     *
     * @return true when {@link RecordKind#leaving} leaves it out
     */
    public boolean inner() {
        return inner;
    }

    /**
     * The fields of the part, or of each part, that stands there.
     *
     * @return the fields, empty when the value is a text, a code, a number, a date or a term
     */
    public List<RecordField> parts() {
        return parts;
    }

    /**
     * The value of the field.
     *
     * @param owner the record, or the part of one, whose component this is; not null
     * @return the value, or null when it is absent
     * @throws IllegalArgumentException when the owner is of another type
     */
    public @Nullable Object read(Record owner) {
        if (!component.getDeclaringRecord().isInstance(owner)) {
            throw new IllegalArgumentException(path + " is no field of what was given");
        }
        return accessor.apply(owner);
    }

    /**
     * Makes the part that stands there, or one of the parts.
     *
     * @param values the values by path, as {@link RecordKind#assemble} takes them; what has no value is absent
     * @return the part, whose fields are {@link #parts()}
     * @throws IllegalStateException when the value is no part
     * @throws RuntimeException as the part itself throws it, such as for want of a value that it cannot be without
     */
    public Object make(Map<String, ?> values) {
        if (assembly == null) {
            throw new IllegalStateException(path + " is no part");
        }
        return assembly.of(values, Map.of());
    }

    /**
     * The rules that look at this field alone: those that the constraints on the component carry as their messages.
     *
     * @return the codes of the rules, such as {@code document.title.missing}
     */
    public List<String> rules() {
        List<String> rules = new ArrayList<>();
        for (Annotation each : component.getAccessor().getAnnotations()) {
            String message = message(each);
            if (message != null) {
                rules.add(message.replaceAll("[{}]", ""));
            }
        }
        return rules;
    }

    /** The message of a constraint, or null when the annotation is none. */
    private static @Nullable String message(Annotation annotation) {
        try {
            Method message = annotation.annotationType().getMethod("message");
            return String.valueOf(message.invoke(annotation));
        } catch (NoSuchMethodException none) {
            return null;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the message of " + annotation + " cannot be read", e);
        }
    }

    /** The value of this field among values by path, or null. */
    @Nullable
    Object value(Map<String, ?> values) {
        Object value = values.get(path);
        Assembly ofParts = assembly;
        if (value == null && !many && ofParts != null) {
            return anyOfParts(values) ? ofParts.of(values, Map.of()) : null;
        }
        if (value != null && many && !(value instanceof Collection)) {
            value = List.of(value);
        }
        check(value);
        return value;
    }

    private boolean anyOfParts(Map<String, ?> values) {
        for (String each : values.keySet()) {
            if (each.length() > path.length() && each.charAt(path.length()) == '.' && each.startsWith(path)) {
                return true;
            }
        }
        return false;
    }

    private void check(@Nullable Object value) {
        if (value != null && many) {
            ((Collection<?>) value).forEach(this::checkOne);
        } else if (value != null) {
            checkOne(value);
        }
    }

    private void checkOne(Object value) {
        if (!ClassUtils.primitiveToWrapper(type).isInstance(value)) {
            throw new IllegalArgumentException(path + " takes " + type.getSimpleName() + ", got "
                    + value.getClass().getSimpleName());
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
