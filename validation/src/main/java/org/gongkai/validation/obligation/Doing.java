package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.kind.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a record shows as done: the record itself, or each entry of a list in it, such as the yearly forms of a site.
 *
 * @param year the year that it counts for, or null
 * @param day the day on which it was done, or null
 */
record Doing(@Nullable Integer year, @Nullable LocalDate day) {

    static List<Doing> of(Obligation obligation, DisclosureRecord record, RecordKind<?> kind) {
        String dated = obligation.dated();
        int end = dated == null ? -1 : dated.lastIndexOf('.');
        if (dated == null || end < 0) {
            return List.of(whole(obligation, record, kind));
        }
        String part = dated.substring(0, end);
        List<Doing> all = new ArrayList<>();
        for (Object each : values(record, kind, part)) {
            LocalDate day = value((Record) each, kind.field(dated)) instanceof LocalDate known ? known : null;
            String yearly = obligation.yearly();
            Integer year =
                    yearly != null && value((Record) each, kind.field(yearly)) instanceof Integer known ? known : null;
            all.add(new Doing(
                    year == null && yearly == null && day != null ? Integer.valueOf(day.getYear()) : year, day));
        }
        return all;
    }

    private static Doing whole(Obligation obligation, DisclosureRecord record, RecordKind<?> kind) {
        LocalDate day = obligation.dated() == null
                ? record.datedOn()
                : value((Record) (Object) record, kind.field(obligation.dated())) instanceof LocalDate known
                        ? known
                        : null;
        // A report or a list of a year says that year itself, and comes out in the year after or before.
        if (kind.field("year") != null || obligation.dueNextYear() || day == null) {
            return new Doing(record.year(), day);
        }
        return new Doing(day.getYear(), day);
    }

    /** The values at a path, through lists. */
    static List<Object> values(DisclosureRecord record, RecordKind<?> kind, String path) {
        List<Object> owners = List.of(record);
        int from = 0;
        while (from <= path.length()) {
            int dot = path.indexOf('.', from);
            int end = dot < 0 ? path.length() : dot;
            RecordField field = kind.field(path.substring(0, end));
            List<Object> next = new ArrayList<>();
            for (Object each : owners) {
                Object value = value((Record) each, field);
                if (value instanceof Collection<?> many) {
                    next.addAll(many);
                } else if (value != null) {
                    next.add(value);
                }
            }
            owners = next;
            from = end + 1;
        }
        return owners;
    }

    private static @Nullable Object value(Record owner, @Nullable RecordField field) {
        return field == null ? null : field.read(owner);
    }
}
