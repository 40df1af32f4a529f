package org.gongkai.core.kind;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Code;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.text.JsonForm;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as packages hold it: one line of JSON in UTF-8, without its line feed. How each kind is written follows from its
 * description and the annotations on its type, so that a new kind needs nothing here; the bytes are those that Jackson writes.
 *
 * <pre>{@code
 * RecordJson json = new RecordJson();
 * if (json.write(record)) {
 *     json.copyTo(out);
 * }
 * }</pre>
 *
 * <p>It keeps the line that was written last. Not thread-safe.
 */
public final class RecordJson {

    private static final byte[] NULL = ascii("null");
    private static final byte[] HEX = ascii("0123456789ABCDEF");

    /** The letters behind the backslash of control characters that have one of their own, at their places. */
    private static final String ESCAPED = "\b\t\n\f\r\"\\";

    private static final byte[] LETTERS = ascii("btnfr\"\\");

    private byte[] line = new byte[1 << 13];
    private int length;
    private char[] characters = new char[1 << 10];
    private int values;
    private boolean fits;
    private final List<String> names = new ArrayList<>();

    /** Begins without a line. */
    public RecordJson() {
        // Nothing is written yet.
    }

    /**
     * Writes a record.
     *
     * @param record the record, not null
     * @return true when it was written; false for one that takes a library for JSON of any form: it has unknown properties, or half
     *     of a character, which UTF-8 cannot hold
     */
    public boolean write(DisclosureRecord record) {
        Shape shape = Shapes.OF_KINDS.get(RecordKind.of(record));
        length = 0;
        values = 1;
        names.clear();
        fits = shape != null && record.other().isEmpty();
        if (fits) {
            names.add("kind");
            Objects.requireNonNull(shape).write(this, (Record) (Object) record, true);
        }
        return fits;
    }

    /**
     * The line that was written last.
     *
     * @return a copy of its bytes
     */
    public byte[] bytes() {
        return Arrays.copyOf(line, length);
    }

    /**
     * Copies the line that was written last.
     *
     * @param out takes the bytes
     * @throws IOException what {@code out} throws
     */
    public void copyTo(OutputStream out) throws IOException {
        out.write(line, 0, length);
    }

    /**
     * Tells whether the line that was written last is this one.
     *
     * @param other a line without its line feed
     * @return true when all bytes are the same
     */
    public boolean is(byte[] other) {
        return Arrays.equals(line, 0, length, other, 0, other.length);
    }

    /**
     * How many texts, numbers, truth values and nulls the line holds.
     *
     * @return the count
     */
    public int values() {
        return values;
    }

    /**
     * The names of the record's own properties in the line, {@code kind} first.
     *
     * @return the names, in their order
     */
    public List<String> names() {
        return List.copyOf(names);
    }

    private void append(byte[] bytes, int from) {
        room(bytes.length);
        System.arraycopy(bytes, from, line, length, bytes.length - from);
        length += bytes.length - from;
    }

    private void append(char sign) {
        room(1);
        line[length++] = (byte) sign;
    }

    /** Of signs that need no escape. */
    private void plain(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            line[length++] = (byte) text.charAt(i);
        }
    }

    private void room(int more) {
        if (line.length - length < more) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, Math.addExact(length, more)));
        }
    }

    /** Escapes and encodes a text in one go. */
    private void text(String text) {
        int count = text.length();
        if (characters.length < count) {
            characters = new char[2 * count];
        }
        text.getChars(0, count, characters, 0);
        append('"');
        // Three bytes a character are enough of every plane; an escape makes room for itself.
        room(3 * count + 1);
        byte[] to = line;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = characters[i];
            if (c >= 0x800 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                to[at] = (byte) (0xE0 | c >> 12);
                to[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
                to[at + 2] = (byte) (0x80 | c & 0x3F);
                at += 3;
            } else if (c >= ' ' && c != '"' && c != '\\' && c < 0x80) {
                to[at++] = (byte) c;
            } else {
                length = at;
                i += rare(c, i + 1 < count ? characters[i + 1] : ' ');
                room(3 * (count - i) + 1);
                to = line;
                at = length;
            }
        }
        to[at++] = '"';
        length = at;
    }

    /** Writes what is not written as one sign or as three bytes; answers how many characters it took beyond the first. */
    private int rare(char c, char next) {
        if (c < 0x80) {
            escape(c);
        } else if (c < 0x800) {
            line[length++] = (byte) (0xC0 | c >> 6);
            line[length++] = (byte) (0x80 | c & 0x3F);
        } else if (Character.isSurrogatePair(c, next)) {
            // Jackson escapes both halves.
            escape(c);
            escape(next);
            return 1;
        } else {
            fits = false;
        }
        return 0;
    }

    private void escape(char c) {
        int letter = ESCAPED.indexOf(c);
        append('\\');
        if (letter >= 0) {
            append((char) LETTERS[letter]);
        } else {
            append('u');
            for (int shift = 12; shift >= 0; shift -= 4) {
                append((char) HEX[c >> shift & 0xF]);
            }
        }
    }

    private void quoted(String plain) {
        append('"');
        plain(plain);
        append('"');
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** How a value of a type is written. */
    private interface Form {
        void write(RecordJson json, Object value);
    }

    /**
     * How a property is written.
     *
     * @param field what it holds
     * @param name its name in quotes, between comma and colon
     * @param include when it is left out
     * @param form how its value is written, of several each
     */
    private record Member(RecordField field, byte[] name, JsonInclude.Include include, Form form) {

        boolean absent(@Nullable Object value) {
            return switch (include) {
                case NON_NULL -> value == null;
                case NON_EMPTY ->
                    value == null
                            || value instanceof String text && text.isEmpty()
                            || value instanceof Code code && code.text().isEmpty()
                            || value instanceof Collection<?> many && many.isEmpty();
                case NON_DEFAULT -> Boolean.FALSE.equals(value);
                default -> false;
            };
        }

        void write(RecordJson json, @Nullable Object value) {
            if (value instanceof Collection<?> many) {
                json.append('[');
                boolean first = true;
                for (Object each : many) {
                    if (!first) {
                        json.append(',');
                    }
                    first = false;
                    one(json, each);
                }
                json.append(']');
            } else {
                one(json, value);
            }
        }

        private void one(RecordJson json, @Nullable Object value) {
            if (value == null) {
                json.values++;
                json.append(NULL, 0);
            } else {
                form.write(json, value);
            }
        }
    }

    /**
     * How an object is written.
     *
     * @param start what stands before its properties
     * @param members its properties, in their order
     */
    private record Shape(byte[] start, List<Member> members) implements Form {

        @Override
        public void write(RecordJson json, Object value) {
            write(json, (Record) value, false);
        }

        void write(RecordJson json, Record owner, boolean whole) {
            json.append(start, 0);
            int comma = start.length > 1 ? 0 : 1;
            for (int i = 0; i < members.size(); i++) {
                Member each = members.get(i);
                Object value = each.field.read(owner);
                if (!each.absent(value)) {
                    if (whole) {
                        json.names.add(each.field.name());
                    }
                    json.append(each.name, comma);
                    comma = 0;
                    each.write(json, value);
                }
            }
            json.append('}');
        }
    }

    /** The shapes of all kinds, made when the first record is written; a kind with a type unknown here has none. */
    private static final class Shapes {

        static final Map<RecordKind<?>, Shape> OF_KINDS = ofKinds();

        private static Map<RecordKind<?>, Shape> ofKinds() {
            Map<RecordKind<?>, Shape> shapes = new HashMap<>();
            for (RecordKind<?> each : RecordKind.all()) {
                Shape shape = shape(each.type(), each.fields(), "{\"kind\":\"" + each.code() + '"', true);
                if (shape != null) {
                    shapes.put(each, shape);
                }
            }
            return Map.copyOf(shapes);
        }

        private static @Nullable Shape shape(Class<?> type, List<RecordField> fields, String start, boolean whole) {
            Map<String, RecordComponent> components = new HashMap<>();
            for (RecordComponent each : type.getRecordComponents()) {
                components.put(each.getName(), each);
            }
            // A part with properties that nobody knows is beyond this.
            if (!whole && components.size() > fields.size()) {
                return null;
            }
            List<Member> members = new ArrayList<>();
            for (RecordField each : fields) {
                Method component =
                        Objects.requireNonNull(components.get(each.name())).getAccessor();
                Form form = form(each, component);
                if (form == null) {
                    return null;
                }
                members.add(new Member(each, ascii(",\"" + each.name() + "\":"), include(type, component), form));
            }
            return new Shape(ascii(start), List.copyOf(members));
        }

        private static JsonInclude.Include include(Class<?> type, Method component) {
            JsonInclude own = component.getAnnotation(JsonInclude.class);
            JsonInclude include = own == null ? type.getAnnotation(JsonInclude.class) : own;
            return include == null ? JsonInclude.Include.ALWAYS : include.value();
        }

        private static @Nullable Form form(RecordField field, Method component) {
            Class<?> type = field.type();
            JsonFormat format = component.getAnnotation(JsonFormat.class);
            if (type == LocalDate.class) {
                return (json, value) -> {
                    json.values++;
                    json.quoted(value.toString());
                };
            }
            if (type == LocalDateTime.class) {
                DateTimeFormatter written = format == null || format.pattern().isEmpty()
                        ? DateTimeFormatter.ISO_LOCAL_DATE_TIME
                        : DateTimeFormatter.ofPattern(format.pattern(), Locale.ROOT);
                return (json, value) -> {
                    json.values++;
                    json.quoted(written.format((LocalDateTime) value));
                };
            }
            if (Number.class.isAssignableFrom(type) || type == Boolean.class || type == boolean.class) {
                return number(format != null && format.shape() == JsonFormat.Shape.STRING);
            }
            if (type == String.class) {
                return (json, value) -> {
                    json.values++;
                    json.text((String) value);
                };
            }
            if (Code.class.isAssignableFrom(type)) {
                return (json, value) -> {
                    json.values++;
                    json.text(((Code) value).text());
                };
            }
            return type.isEnum()
                    ? constants(type)
                    : field.parts().isEmpty() ? null : shape(type, field.parts(), "{", false);
        }

        private static Form number(boolean quoted) {
            return (json, value) -> {
                json.values++;
                String digits = value instanceof BigDecimal decimal ? decimal.toString() : String.valueOf(value);
                json.plain(quoted ? '"' + digits + '"' : digits);
            };
        }

        private static Form constants(Class<?> type) {
            Map<Object, byte[]> written = new HashMap<>();
            RecordJson json = new RecordJson();
            for (Object each : type.getEnumConstants()) {
                json.length = 0;
                json.text(JsonForm.written(type, each));
                written.put(each, json.bytes());
            }
            return (to, value) -> {
                to.values++;
                to.append(Objects.requireNonNull(written.get(value)), 0);
            };
        }
    }
}
