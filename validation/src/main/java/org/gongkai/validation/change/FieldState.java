package org.gongkai.validation.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.Code;
import org.gongkai.core.ListedTerm;
import org.gongkai.core.document.Attachment;
import org.gongkai.validation.key.DocumentKeys;
import org.gongkai.validation.rules.FieldPath;
import org.jspecify.annotations.Nullable;

/** What a field says, in one word: 0 for nothing, a day or a figure so that two can be compared, of anything else a digest. */
final class FieldState {

    static final long NONE = 0;

    private static final int SCALE = 6;
    private static final int BITS = 61;
    private static final BigDecimal TEN = BigDecimal.TEN;

    private FieldState() {}

    static long of(FieldPath path, Record record) {
        List<FieldPath.Found> found = path.values(record, "");
        if (found.isEmpty()) {
            return NONE;
        }
        Object first = found.get(0).value();
        if (first instanceof LocalDate day) {
            // The last bit keeps the first of January 1970 apart from no day.
            return day.toEpochDay() << 1 | 1;
        }
        if (first instanceof BigDecimal figure) {
            return figure(figure);
        }
        List<String> texts = new ArrayList<>();
        found.forEach(each -> texts.add(text(each.value())));
        return name(String.join("\n", texts));
    }

    /** A text as it is compared, letters and digits alone: other brackets or blanks are no change. */
    static long name(@Nullable String text) {
        return DocumentKeys.digest(DocumentKeys.titleKey(text));
    }

    /** A figure that is too long to be kept is no figure that could be compared. */
    private static long figure(BigDecimal figure) {
        if (figure.precision() - figure.scale() > SCALE * 2) {
            return NONE;
        }
        long scaled =
                figure.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValue();
        return Math.abs(scaled) >>> BITS == 0 ? scaled << 1 | 1 : NONE;
    }

    /** Whether one of two figures is ten times the other, or more. */
    static boolean tenfold(long was, long is) {
        if (was == NONE || is == NONE) {
            return false;
        }
        BigDecimal before = BigDecimal.valueOf(was >> 1);
        BigDecimal after = BigDecimal.valueOf(is >> 1);
        BigDecimal less = before.min(after);
        return less.signum() > 0 && before.max(after).compareTo(less.multiply(TEN)) >= 0;
    }

    /** A value as a finding shows it. */
    static String text(Object value) {
        if (value instanceof ListedTerm<?> listed) {
            return listed.label();
        }
        if (value instanceof Attachment attachment) {
            return attachment.name() + ' ' + attachment.sha256();
        }
        if (value instanceof BigDecimal figure) {
            return figure.toPlainString();
        }
        return value instanceof Code code ? code.text() : value.toString();
    }

    /** All that a field says, as a finding shows it. */
    static String shown(FieldPath path, Record record) {
        List<String> texts = new ArrayList<>();
        path.values(record, "").forEach(each -> texts.add(text(each.value())));
        return String.join("；", texts);
    }
}
