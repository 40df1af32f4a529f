package org.gongkai.core.kind;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record, described once: what it is called, its type, its rules, its fields and how it is kept private. Whoever
 * asks "which kind is this?" asks here, so that a new kind is known everywhere at once.
 *
 * <pre>{@code
 * RecordKind<?> kind = RecordKind.of(record);
 * kind.code();                                     // document
 * kind.name().in(Locale.CHINESE);                  // 公文
 * for (RecordField each : kind.fields()) {
 *     System.out.println(each.path() + " " + each.label().zh());
 * }
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 *
 * @param <R> the type of the records
 */
public final class RecordKind<R extends DisclosureRecord> {

    /** What is done about personal data (个人信息, Regulation on the Disclosure of Government Information, art. 15). */
    public enum PersonalData {
        /** Numbers of persons are found; the record goes out, for such records name persons lawfully. */
        NUMBERS,
        /** Such records name persons lawfully as well, and are written anew for the public: one that holds a number of a person stays out. */
        WITHHELD_NUMBERS,
        /** Names behind a label are found too, and a record that holds personal data stays out of packages. */
        WITHHELD,
        /** As withheld; and since the rest of what it is taken from names persons, of unknown properties the names alone are kept. */
        HALVED;

        /**
         * Whether a record that holds personal data stays out of packages.
         *
         * @return true for all but {@link #NUMBERS}
         */
        public boolean withheld() {
            return this != NUMBERS;
        }

        /**
         * Whether names behind a label count as personal data, beside the numbers of persons.
         *
         * @return false where such records name persons lawfully
         */
        public boolean findsNames() {
            return this == WITHHELD || this == HALVED;
        }
    }

    private final String code;
    private final Class<R> type;
    private final String rules;
    private final PersonalData personalData;
    private final Bilingual name;
    private final List<RecordField> fields;
    private final Assembly assembly;
    private final Map<String, RecordField> byPath = new LinkedHashMap<>();
    private final List<RecordField> kept = new ArrayList<>();

    private RecordKind(Class<R> type, String code, Csv.Row row, FieldLabels labels) throws IOException {
        this.code = code;
        this.type = type;
        this.rules = row.required("rules");
        this.personalData = Objects.requireNonNull(row.oneOf(PersonalData.class, "personalData"), "personalData");
        this.name = new Bilingual(row.required("zh"), row.required("en"));
        this.fields = RecordField.of(type, "", labels);
        this.assembly = new Assembly(type, fields);
        index(fields);
    }

    private void index(List<RecordField> some) {
        for (RecordField each : some) {
            byPath.put(each.path(), each);
            if (!each.leaves()) {
                kept.add(each);
            }
            index(each.parts());
        }
    }

    /**
     * All kinds, in the order in which the sealed face lists them.
     *
     * @return the kinds
     */
    public static List<RecordKind<?>> all() {
        return Known.ALL;
    }

    /**
     * The kind of a record.
     *
     * @param record the record, not null
     * @return its kind
     */
    public static RecordKind<?> of(DisclosureRecord record) {
        return of(record.getClass());
    }

    /**
     * The kind whose records are of a type.
     *
     * @param type the record type, not null
     * @param <R> the record type
     * @return the kind
     */
    @SuppressWarnings("unchecked") // The map holds under each type the kind of that type.
    public static <R extends DisclosureRecord> RecordKind<R> of(Class<R> type) {
        return (RecordKind<R>) Objects.requireNonNull(Known.BY_TYPE.get(type), type.getName());
    }

    /**
     * The kind of a code.
     *
     * @param code the code, as {@link #code()} gives it
     * @return the kind, or null when there is none of that code
     */
    public static @Nullable RecordKind<?> named(String code) {
        return Known.ALL.stream()
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElse(null);
    }

    /**
     * The kinds that a rule looks at: the one whose rules begin as this one does, else all whose rules share its first word,
     * since such a rule looks at records of several kinds.
     *
     * @param rule the code of a rule, not null
     * @return the kinds; empty for a rule that is about records of any kind
     */
    public static List<RecordKind<?>> askedBy(String rule) {
        List<RecordKind<?>> asked =
                Known.ALL.stream().filter(each -> rule.startsWith(each.rules)).toList();
        String family = rule.substring(0, rule.indexOf('.') + 1);
        return !asked.isEmpty()
                ? asked
                : Known.ALL.stream()
                        .filter(each -> each.rules.startsWith(family))
                        .toList();
    }

    /**
     * The name of the kind in JSON.
     *
     * @return the code, such as {@code land-plan}
     */
    public String code() {
        return code;
    }

    /**
     * What people call such a record.
     *
     * @return the name in both languages
     */
    public Bilingual name() {
        return name;
    }

    /**
     * The type of the records.
     *
     * @return the type
     */
    public Class<R> type() {
        return type;
    }

    /**
     * What the codes of the kind's own rules begin with.
     *
     * @return the beginning with its dot, such as {@code land.plan.}
     */
    public String rules() {
        return rules;
    }

    /**
     * What is done about personal data in such records.
     *
     * @return the way
     */
    public PersonalData personalData() {
        return personalData;
    }

    /**
     * The fields of the record, in the order of its JSON; what they are made of stands in their parts.
     *
     * @return the fields, without unknown properties
     */
    public List<RecordField> fields() {
        return fields;
    }

    /**
     * The fields at every depth: each before its parts.
     *
     * @return the fields
     */
    public List<RecordField> allFields() {
        return List.copyOf(byPath.values());
    }

    /**
     * A field by its path.
     *
     * @param path the JSON names joined by dots, such as {@code consultation.telephone}
     * @return the field, or null when there is none of that path
     */
    public @Nullable RecordField field(String path) {
        return byPath.get(path);
    }

    /**
     * The record as one of this kind.
     *
     * @param record the record, not null
     * @return the record, or null when it is of another kind
     */
    public @Nullable R as(DisclosureRecord record) {
        return type.isInstance(record) ? type.cast(record) : null;
    }

    /**
     * Makes a record of values by path.
     *
     * @param values the values by {@linkplain RecordField#path() path}: of the field's type, or a collection of it where the field
     *     holds several; a part stands there whole, or as values under its own paths. What has no value is absent
     * @param other the properties that the type does not know, not null
     * @return the record
     * @throws IllegalArgumentException when a value is of another type than its field, or a path is none of this kind
     */
    public R assemble(Map<String, ?> values, Map<String, Object> other) {
        for (String each : values.keySet()) {
            if (!byPath.containsKey(each)) {
                throw new IllegalArgumentException("no field " + each + " in " + code);
            }
        }
        return type.cast(assembly.of(values, other));
    }

    /**
     * Makes a record that differs from another in one field.
     *
     * @param record the other, not null
     * @param path the field, directly in the record
     * @param value the value; null for none
     * @return the record
     * @throws IllegalArgumentException when the value is of another type than the field, or the path is none of this kind
     */
    public R with(R record, String path, @Nullable Object value) {
        Map<String, Object> values = new HashMap<>();
        for (RecordField each : fields) {
            Object now = each.path().equals(path) ? value : each.read((Record) (Object) record);
            if (now != null) {
                values.put(each.path(), now);
            }
        }
        if (!byPath.containsKey(path)) {
            throw new IllegalArgumentException("no field " + path + " in " + code);
        }
        return assemble(values, record.other());
    }

    /**
     * Whether a record holds a value in a field that may not {@linkplain RecordField#leaves() leave}.
     *
     * @param record the record, not null
     * @return true when it must stay out of packages for that
     */
    public boolean holdsBack(R record) {
        return !kept.isEmpty() && fields.stream().anyMatch(each -> holds(each, (Record) (Object) record));
    }

    /**
     * A record as it goes out: without its {@linkplain RecordField#inner() inner papers}.
     *
     * @param record the record, not null
     * @return the record itself where it holds none
     */
    public R leaving(R record) {
        List<RecordField> papers = fields.stream().filter(RecordField::inner).toList();
        R left = record;
        for (RecordField each : papers) {
            Object paper = each.read((Record) (Object) left);
            if (paper != null && !(paper instanceof Collection<?> none && none.isEmpty())) {
                left = with(left, each.path(), null);
            }
        }
        return left;
    }

    private static boolean holds(RecordField field, Record owner) {
        Object value = field.read(owner);
        if (value == null || value instanceof Collection<?> none && none.isEmpty()) {
            return false;
        }
        if (!field.leaves()) {
            return true;
        }
        Collection<?> all = value instanceof Collection<?> many ? many : List.of(value);
        return field.parts().stream().anyMatch(part -> all.stream().anyMatch(each -> holds(part, (Record) each)));
    }

    @Override
    public String toString() {
        return code;
    }

    /** The kinds, read when the first of them is asked for. */
    private static final class Known {

        static final Map<Class<?>, RecordKind<?>> BY_TYPE = read();
        static final List<RecordKind<?>> ALL = List.copyOf(BY_TYPE.values());

        private static Map<Class<?>, RecordKind<?>> read() {
            Map<Class<?>, RecordKind<?>> kinds = new LinkedHashMap<>();
            FieldLabels labels = new FieldLabels();
            try (InputStream data = Objects.requireNonNull(RecordKind.class.getResourceAsStream("kinds.csv"));
                    Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
                Map<String, Csv.Row> rows = new HashMap<>();
                for (Csv.Row each :
                        Csv.read(reader, "kinds.csv", List.of("code", "rules", "personalData", "zh", "en"))) {
                    rows.put(each.required("code"), each);
                }
                for (JsonSubTypes.Type each : Objects.requireNonNull(
                                DisclosureRecord.class.getAnnotation(JsonSubTypes.class))
                        .value()) {
                    Class<? extends DisclosureRecord> type = each.value().asSubclass(DisclosureRecord.class);
                    Csv.Row row = Objects.requireNonNull(rows.get(each.name()), () -> "kinds.csv lacks " + each.name());
                    kinds.put(type, new RecordKind<>(type, each.name(), row, labels));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return kinds;
        }
    }
}
