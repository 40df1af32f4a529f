package org.gongkai.export.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import org.gongkai.core.Code;
import org.gongkai.core.PartialDate;
import org.gongkai.core.assistance.AmountChange;
import org.gongkai.core.assistance.AmountUnit;
import org.gongkai.core.assistance.RegionScope;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.assistance.SupportWay;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.land.Area;
import org.jspecify.annotations.Nullable;

/** How notices write values. */
final class ValueText {

    private ValueText() {}

    /** Whether a field has a text of its own; a part that has none is named by its fields. */
    static boolean has(RecordField field) {
        return field.parts().isEmpty() || field.type() == Area.class || field.type() == RegionScope.class;
    }

    /** The text of a value; null for no value. */
    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.isEmpty() ? null : many.stream().map(ValueText::one).collect(Collectors.joining("、"));
        }
        return value == null ? null : one(value);
    }

    private static String one(Object value) {
        if (value instanceof LocalDate day) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
        if (value instanceof PartialDate day) {
            return day.wellFormed() ? partial(day.text()) : day.text();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Enum<?> term) {
            return term(term);
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        return value instanceof Code code ? code.text() : value.toString();
    }

    private static String partial(String text) {
        String[] parts = text.split("-");
        StringBuilder day = new StringBuilder(parts[0]).append('年');
        if (parts.length > 1) {
            day.append(Integer.parseInt(parts[1])).append('月');
        }
        if (parts.length > 2) {
            day.append(Integer.parseInt(parts[2])).append('日');
        }
        return day.toString();
    }

    private static String term(Enum<?> term) {
        if (term instanceof Residence residence) {
            return residence.label();
        }
        if (term instanceof SupportWay way) {
            return way.label();
        }
        if (term instanceof AmountUnit unit) {
            return unit.label();
        }
        return term instanceof AmountChange change ? change.label() : term.name();
    }
}
