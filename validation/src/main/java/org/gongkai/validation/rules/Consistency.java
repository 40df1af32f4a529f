package org.gongkai.validation.rules;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.PartialDate;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.land.Area;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.rules.FieldPath.Found;
import org.jspecify.annotations.Nullable;

/**
 * Order and proportion as data: what must not come before what, which part must not exceed its whole, which number lies
 * in which measure. The lines are those of {@code consistency.csv} of this package; a rule that compares two fields of
 * one record needs a line there and no code. Immutable and safe to share between threads.
 */
public final class Consistency {

    private static final String TABLE = "consistency.csv";
    private static final List<String> COLUMNS =
            List.of("kind", "each", "check", "left", "right", "when", "at", "unit", "rule");

    private final Map<RecordKind<?>, List<Line>> lines;

    /** How the two sides of a line must stand to each other. */
    private enum Check {
        NOT_AFTER,
        BEFORE,
        AT_MOST,
        WITHIN
    }

    /** On which side a finding stands. */
    private enum At {
        LEFT,
        RIGHT
    }

    /** One or several paths of one record, the later for where the earlier have no value; null for a constant. */
    private record Side(@Nullable RecordKind<?> other, List<FieldPath> paths) {

        List<Found> values(Record own, String pointer, @Nullable Record record) {
            Record from = other == null ? own : record;
            if (from == null) {
                return List.of();
            }
            for (FieldPath each : paths) {
                List<Found> found = each.values(from, other == null ? pointer : "");
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }
    }

    private record Line(
            @Nullable FieldPath each,
            Check check,
            Side left,
            Side right,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            List<FieldPath.Condition> when,
            At at,
            String unit,
            String rule) {

        @Nullable
        RecordKind<?> other() {
            return left.other() != null ? left.other() : right.other();
        }
    }

    private Consistency(Map<RecordKind<?>, List<Line>> lines) {
        this.lines = lines;
    }

    /**
     * The lines that ship with this library.
     *
     * @return the table; its file is read anew at each call, so keep it
     */
    public static Consistency shipped() {
        return Csv.shipped(Consistency.class.getResourceAsStream(TABLE), TABLE, reader -> {
            Map<RecordKind<?>, List<Line>> lines = new HashMap<>();
            for (Csv.Row row : Csv.read(reader, TABLE, COLUMNS)) {
                try {
                    RecordKind<?> kind = kind(row.required("kind"));
                    lines.computeIfAbsent(kind, any -> new ArrayList<>()).add(line(kind, row));
                } catch (IllegalArgumentException e) {
                    throw row.wrong(e);
                }
            }
            return new Consistency(lines);
        });
    }

    private static RecordKind<?> kind(String code) {
        RecordKind<?> kind = RecordKind.named(code);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of record " + code);
        }
        return kind;
    }

    private static Line line(RecordKind<?> kind, Csv.Row row) throws IOException {
        String list = row.text("each");
        FieldPath each = list == null ? null : FieldPath.of(kind.fields(), list);
        List<RecordField> fields = each == null ? kind.fields() : each.parts();
        Check check = row.requiredOneOf(Check.class, "check");
        String[] bounds = row.required("right").split("\\.\\.");
        boolean within = check == Check.WITHIN;
        List<FieldPath.Condition> when = new ArrayList<>();
        for (String condition : Objects.requireNonNullElse(row.text("when"), "").split(";")) {
            if (!condition.isBlank()) {
                String[] parts = condition.split("=", 2);
                when.add(FieldPath.Condition.of(fields, parts[0], parts[1]));
            }
        }
        return new Line(
                each,
                check,
                side(fields, row.required("left")),
                within ? new Side(null, List.of()) : side(fields, row.required("right")),
                within ? new BigDecimal(bounds[0]) : null,
                within ? new BigDecimal(bounds[1]) : null,
                List.copyOf(when),
                row.requiredOneOf(At.class, "at"),
                Objects.requireNonNullElse(row.text("unit"), ""),
                row.required("rule"));
    }

    private static Side side(List<RecordField> fields, String text) {
        int colon = text.indexOf(':');
        RecordKind<?> other = colon < 0 ? null : kind(text.substring(0, colon));
        List<RecordField> from = other == null ? fields : other.fields();
        return new Side(
                other,
                Stream.of(text.substring(colon + 1).split(" / "))
                        .map(path -> FieldPath.of(from, path))
                        .toList());
    }

    /**
     * Reports what is out of order in a record.
     *
     * @param kind its kind
     * @param record the record
     * @param hearing takes the findings
     */
    public void check(RecordKind<?> kind, DisclosureRecord record, Hearing hearing) {
        for (Line line : lines.getOrDefault(kind, List.of())) {
            if (line.other() != null) {
                continue;
            }
            if (line.each() == null) {
                check(line, (Record) record, "", null, hearing);
            } else {
                for (Found part : line.each().values((Record) record, "")) {
                    check(line, (Record) part.value(), part.pointer(), null, hearing);
                }
            }
        }
    }

    /**
     * Reports what is out of order between a part of one record and another record about the same matter.
     *
     * @param kind the kind of the record that has the part
     * @param part the part, such as a matter of a catalogue
     * @param other the other record
     * @param hearing takes the findings, which stand in the other record
     */
    public void between(RecordKind<?> kind, Record part, DisclosureRecord other, Hearing hearing) {
        for (Line line : lines.getOrDefault(kind, List.of())) {
            if (line.other() != null && line.other().type().isInstance(other)) {
                check(line, part, "", (Record) other, hearing);
            }
        }
    }

    private static void check(Line line, Record own, String pointer, @Nullable Record other, Hearing hearing) {
        if (!line.when().stream().allMatch(each -> each.test(own))) {
            return;
        }
        List<Found> left = line.left().values(own, pointer, other);
        if (left.isEmpty()) {
            return;
        }
        if (line.check() == Check.WITHIN) {
            left.forEach(each -> within(line, each, hearing));
            return;
        }
        List<Found> right = line.right().values(own, pointer, other);
        if (!right.isEmpty()) {
            compare(line, left, right, hearing);
        }
    }

    private static void within(Line line, Found found, Hearing hearing) {
        BigDecimal number = number(found.value());
        BigDecimal lowest = Objects.requireNonNull(line.lowest());
        BigDecimal highest = Objects.requireNonNull(line.highest());
        // What is not above zero is wrong in another way.
        if (number.signum() > 0 && (number.compareTo(lowest) < 0 || number.compareTo(highest) > 0)) {
            hearing.report(
                    line.rule(),
                    found.pointer(),
                    number.toPlainString() + line.unit(),
                    lowest.toPlainString() + '–' + highest.toPlainString() + line.unit());
        }
    }

    private static void compare(Line line, List<Found> lefts, List<Found> rights, Hearing hearing) {
        Found left;
        Found right;
        boolean kept;
        if (line.check() == Check.AT_MOST) {
            left = most(lefts, Consistency::number);
            right = most(rights, Consistency::number);
            kept = number(left.value()).compareTo(number(right.value())) <= 0;
        } else {
            left = least(lefts, Consistency::earliest);
            right = most(rights, Consistency::latest);
            int order = earliest(left.value()).compareTo(latest(right.value()));
            kept = line.check() == Check.BEFORE ? order < 0 : order <= 0;
        }
        if (!kept) {
            Found blamed = line.at() == At.LEFT ? left : right;
            Found against = line.at() == At.LEFT ? right : left;
            hearing.report(
                    line.rule(),
                    blamed.pointer(),
                    FieldPath.text(blamed.value()) + line.unit(),
                    FieldPath.text(against.value()) + line.unit());
        }
    }

    private static <T extends Comparable<? super T>> Found most(List<Found> found, Function<Object, T> measure) {
        return found.size() == 1
                ? found.get(0)
                : Collections.max(found, Comparator.comparing(each -> measure.apply(each.value())));
    }

    private static <T extends Comparable<? super T>> Found least(List<Found> found, Function<Object, T> measure) {
        return found.size() == 1
                ? found.get(0)
                : Collections.min(found, Comparator.comparing(each -> measure.apply(each.value())));
    }

    /** The first day that a value can mean; a day that is not known accuses nobody. */
    private static LocalDate earliest(Object value) {
        LocalDate day = value instanceof PartialDate partial ? partial.earliest() : (LocalDate) value;
        return day == null ? LocalDate.MIN : day;
    }

    private static LocalDate latest(Object value) {
        LocalDate day = value instanceof PartialDate partial ? partial.latest() : (LocalDate) value;
        return day == null ? LocalDate.MAX : day;
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Area area) {
            return area.to(Area.Unit.MU).value();
        }
        return value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) value).longValue());
    }
}
