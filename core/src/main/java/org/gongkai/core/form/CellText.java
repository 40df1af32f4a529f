package org.gongkai.core.form;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Code;
import org.gongkai.core.DateText;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.text.JsonForm;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a form says of a field: how a value is written, how a text is read, and which terms there are to choose from. What
 * is written reads back as the same value.
 */
public final class CellText {

    private static final List<String> YES = List.of("是", "yes", "true");
    private static final List<String> NO = List.of("否", "no", "false");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:,\\d{3}){1,15}(?:\\.\\d{1,40})?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,40})?");

    private CellText() {}

    /** What a cell takes. */
    public enum Shape {
        /** A day. */
        DAY("日期，如 2024-05-06", "a date, such as 2024-05-06"),
        /** A day with the time. */
        TIME("日期和时间，如 2024-05-06 09:30", "a date with the time, such as 2024-05-06 09:30"),
        /** A whole number. */
        COUNT("整数", "a whole number"),
        /** A number. */
        NUMBER("数字", "a number"),
        /** One of two words. */
        YES_NO("是或否", "是 (yes) or 否 (no)"),
        /** One of the terms of a list. */
        TERM("从列表中选择", "a term of the list"),
        /** Any text. */
        TEXT("文字", "text");

        private final String chinese;
        private final String english;

        Shape(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        /**
         * Says to people what the cell takes.
         *
         * @param language the language; Chinese is answered in Chinese and any other in English
         * @return a short phrase
         */
        public String text(Locale language) {
            return Bilingual.isChinese(language) ? chinese : english;
        }
    }

    /**
     * What a cell of a field takes; of several values, each line of it.
     *
     * @param field a field without parts, not null
     * @return the shape
     */
    public static Shape shape(RecordField field) {
        Class<?> type = field.type();
        if (type == LocalDate.class) {
            return Shape.DAY;
        }
        if (type == LocalDateTime.class) {
            return Shape.TIME;
        }
        if (type == Integer.class || type == Long.class) {
            return Shape.COUNT;
        }
        if (type == BigDecimal.class) {
            return Shape.NUMBER;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Shape.YES_NO;
        }
        return entries(type).isEmpty() ? Shape.TEXT : Shape.TERM;
    }

    /**
     * The terms that there are to choose from.
     *
     * @param field a field without parts, not null
     * @return the terms of the closed list of its type, as documents write them; empty where there is no such list
     */
    public static List<String> terms(RecordField field) {
        return shape(field) == Shape.YES_NO
                ? List.of(YES.get(0), NO.get(0))
                : entries(field.type()).stream()
                        .map(each -> term(field.type(), each))
                        .toList();
    }

    /** The constants of the list of a type: of an enum itself, or the one that a listed term names. */
    private static List<Object> entries(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (ListedTerm.class.isAssignableFrom(type)
                && type.getGenericSuperclass() instanceof ParameterizedType listed) {
            return List.of(((Class<?>) listed.getActualTypeArguments()[0]).getEnumConstants());
        }
        return List.of();
    }

    private static String term(Class<?> type, Object constant) {
        return constant instanceof ListedTerm.Entry entry ? entry.label() : JsonForm.written(type, constant);
    }

    /**
     * Writes a value.
     *
     * @param value the value of a field without parts, not null; of several, each stands on a line of its own
     * @return the text of the cell
     */
    public static String written(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(CellText::written).collect(Collectors.joining("\n"));
        }
        if (value instanceof Boolean known) {
            return (known ? YES : NO).get(0);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalDateTime time) {
            return time.format(time.getSecond() == 0 ? MINUTES : SECONDS);
        }
        if (value instanceof Code code) {
            return code.text();
        }
        return value instanceof Enum<?> constant ? term(constant.getDeclaringClass(), constant) : value.toString();
    }

    /**
     * Reads a cell.
     *
     * @param field a field without parts, not null
     * @param raw the text of the cell, not null
     * @return the value, a list of values where the field holds several; null where the text is blank, or none of the field's shape
     */
    public static Reading<?> read(RecordField field, String raw) {
        String text = LegacyText.stripUnseen(raw);
        List<Repair> repairs = new ArrayList<>(text.equals(raw) ? List.of() : List.of(Repair.OUTER_BLANKS));
        if (text.isEmpty()) {
            return new Reading<Object>(raw, null, repairs);
        }
        if (!field.many()) {
            return new Reading<Object>(raw, one(field.type(), text, repairs), repairs);
        }
        List<Object> all = new ArrayList<>();
        // A text of one's own may hold a semicolon.
        for (String each : text.split(field.type() == String.class ? "[\\r\\n]+" : "[\\r\\n;；]+")) {
            String item = LegacyText.stripUnseen(each);
            Object value = item.isEmpty() ? null : one(field.type(), item, repairs);
            if (value == null && !item.isEmpty()) {
                return new Reading<Object>(raw, null, repairs);
            }
            Stream.ofNullable(value).forEach(all::add);
        }
        return new Reading<Object>(
                raw, all.isEmpty() ? null : all, repairs.stream().distinct().toList());
    }

    private static @Nullable Object one(Class<?> type, String text, List<Repair> repairs) {
        if (type == String.class) {
            return text;
        }
        if (Code.class.isAssignableFrom(type)) {
            return parsed(type, text);
        }
        if (type == LocalDate.class) {
            Reading<LocalDate> day = DateText.read(text);
            repairs.addAll(day.repairs());
            return day.value();
        }
        if (type == LocalDateTime.class) {
            return time(text);
        }
        if (Number.class.isAssignableFrom(type)) {
            return number(type, text, repairs);
        }
        return type.isEnum() ? constant(type, text, repairs) : yesOrNo(text);
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable Object number(Class<?> type, String text, List<Repair> repairs) {
        String half = LegacyText.halfWidth(text);
        String plain = GROUPED.matcher(half).matches() ? half.replace(",", "") : half;
        if (!NUMBER.matcher(plain).matches()) {
            return null;
        }
        if (!half.equals(text)) {
            repairs.add(Repair.FULL_WIDTH);
        }
        if (!plain.equals(half)) {
            repairs.add(Repair.STRAY_CHARACTERS);
        }
        BigDecimal number = new BigDecimal(plain);
        try {
            return type == BigDecimal.class
                    ? number
                    : type == Integer.class ? (Object) number.intValueExact() : (Object) number.longValueExact();
        } catch (ArithmeticException noWholeNumber) {
            return null;
        }
    }

    private static @Nullable Object constant(Class<?> type, String text, List<Repair> repairs) {
        String folded = LegacyText.folded(text);
        for (Object each : type.getEnumConstants()) {
            Stream<String> synonyms = each instanceof ListedTerm.Entry entry ? entry.synonyms().stream() : Stream.of();
            boolean same = term(type, each).equals(text);
            if (same
                    || Stream.concat(
                                    Stream.of(term(type, each), ((Enum<?>) each).name(), JsonForm.written(type, each)),
                                    synonyms)
                            .anyMatch(word -> LegacyText.folded(word).equals(folded))) {
                if (!same) {
                    repairs.add(Repair.SYNONYM);
                }
                return each;
            }
        }
        return null;
    }

    private static @Nullable Boolean yesOrNo(String text) {
        String word = LegacyText.folded(text).toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    /** A code keeps any text. */
    private static Object parsed(Class<?> type, String text) {
        Method parse = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals("parse")
                        && Arrays.equals(each.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no way to be made of a text"));
        try {
            return parse.invoke(null, text);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(type + " cannot be made of a text", e);
        }
    }
}
