package org.gongkai.ingest.listing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.core.DateText;
import org.gongkai.core.Reading;
import org.gongkai.core.Repair;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.document.IndexNumber;
import org.gongkai.core.document.ThemeCategory;
import org.gongkai.core.document.Validity;
import org.gongkai.core.interpretation.AnswerOrigin;
import org.gongkai.core.interpretation.AnswerStatus;
import org.gongkai.core.interpretation.InterpretationElement;
import org.gongkai.core.interpretation.InterpretationForm;
import org.gongkai.core.interpretation.InterpretationStage;
import org.gongkai.core.interpretation.PressEvent;
import org.gongkai.core.interpretation.PressHost;
import org.gongkai.core.interpretation.PressTrigger;
import org.gongkai.core.kind.RecordField;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.LegacyText;
import org.jspecify.annotations.Nullable;

/** Reads cells by the type of the field that they are for; a cell may hold several values where its field does. */
final class ListValues {

    private static final Map<Class<?>, Function<String, Object>> TERMS = Map.ofEntries(
            Map.entry(Agency.class, Agency::parse),
            Map.entry(IndexNumber.class, IndexNumber::parse),
            Map.entry(ThemeCategory.class, ThemeCategory::parse),
            Map.entry(Validity.class, Validity::parse),
            Map.entry(InterpretationForm.class, InterpretationForm::parse),
            Map.entry(InterpretationElement.class, InterpretationElement::parse),
            Map.entry(InterpretationStage.class, InterpretationStage::parse),
            Map.entry(AnswerOrigin.class, AnswerOrigin::parse),
            Map.entry(AnswerStatus.class, AnswerStatus::parse),
            Map.entry(PressEvent.class, PressEvent::parse),
            Map.entry(PressHost.class, PressHost::parse),
            Map.entry(PressTrigger.class, PressTrigger::parse));

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[T ]?(\\d{1,2})[:：时点](?:(\\d{1,2})分?)?(?::\\d{2})?");

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}次?");
    private static final String BETWEEN = "、,，;；\n";
    private static final String BETWEEN_TEXTS = ";；\n";

    private ListValues() {}

    /** The values of a cell; none where a part of it cannot be read. */
    static Reading<List<Object>> read(RecordField field, String text, boolean many) {
        List<Object> values = new ArrayList<>();
        Set<Repair> repairs = new LinkedHashSet<>();
        for (String each : many ? parts(field, text) : List.of(text)) {
            Reading<?> one = one(field.type(), each);
            if (one.value() == null) {
                return new Reading<>(text, null, List.copyOf(repairs));
            }
            values.add(one.value());
            repairs.addAll(one.repairs());
        }
        return new Reading<>(text, values.isEmpty() ? null : List.copyOf(values), List.copyOf(repairs));
    }

    private static List<String> parts(RecordField field, String text) {
        boolean title = field.name().equals("title");
        String marked = title ? text.replace("》《", "》;《").replace("》、《", "》;《") : text;
        // Titles and addresses hold commas of their own.
        boolean whole = title || field.name().equals("url") || field.name().equals("clause");
        String between = whole ? BETWEEN_TEXTS : BETWEEN;
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= marked.length(); i++) {
            if (i == marked.length() || between.indexOf(marked.charAt(i)) >= 0) {
                String part = LegacyText.stripUnseen(marked.substring(start, i));
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static Reading<?> one(Class<?> type, String text) {
        if (type == LocalDate.class) {
            return DateText.read(text);
        }
        if (type == DocumentNumber.class) {
            return DocumentNumber.read(text);
        }
        String plain = LegacyText.stripUnseen(text);
        List<Repair> repairs = plain.equals(text) ? List.of() : List.of(Repair.OUTER_BLANKS);
        if (type == LocalDateTime.class) {
            return new Reading<>(text, time(plain), repairs);
        }
        if (type == Integer.class) {
            boolean count = COUNT.matcher(plain).matches();
            return new Reading<>(text, count ? Integer.valueOf(plain.replace("次", "")) : null, repairs);
        }
        Function<String, Object> term = TERMS.get(type);
        return new Reading<>(text, plain.isEmpty() ? null : term == null ? plain : term.apply(plain), repairs);
    }

    private static @Nullable LocalDateTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    Integer.parseInt(time.group(4)),
                    time.group(5) == null ? 0 : Integer.parseInt(time.group(5)));
        } catch (DateTimeException none) {
            return null;
        }
    }
}
