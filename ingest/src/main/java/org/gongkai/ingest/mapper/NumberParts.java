package org.gongkai.ingest.mapper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.document.DocumentNumber;
import org.gongkai.core.text.Csv;
import org.gongkai.core.text.LegacyText;
import org.gongkai.ingest.mapper.SourceRecord.Field;
import org.gongkai.ingest.mapping.Component;
import org.gongkai.ingest.mapping.LabelAliases;
import org.gongkai.ingest.page.Page;
import org.gongkai.ingest.source.OwnLabels;
import org.jspecify.annotations.Nullable;

/**
 * A document number that a source holds in parts: 机关代字, 年份 and 顺序号 in cells of their own, or several cells under or behind
 * one label.
 *
 * @param indices the fields that hold the parts, by their places among the fields of the record
 * @param number the number that they give together
 */
record NumberParts(List<Integer> indices, String number) {

    private enum Part {
        AGENCY,
        YEAR,
        SERIAL
    }

    private record Label(Part part, boolean weak) {}

    private static final Map<String, Label> LABELS = labels();
    private static final Pattern YEAR = Pattern.compile("[〔\\[（(【]?((?:19|20)[0-9]{2})(?:\\.0+)?年?[〕\\]）)】]?");
    private static final Pattern SERIAL = Pattern.compile("第?([0-9]{1,5})(?:\\.0+)?号?");
    /** What agencies put before the year, and no address: 东水发, 东教字. */
    private static final Pattern CODE = Pattern.compile("\\p{IsHan}{1,12}(?:发|函|字|规|通|办|批|复|告|令)[（(]?\\p{IsHan}?[)）]?");

    /** Of a column without a header readers write the number. */
    private static final Pattern NO_LABEL = Pattern.compile("\\s*|\\[[0-9]{1,4}\\]");

    private static final int LONGEST_AGENCY = 16;
    private static final int MOST_CELLS = 4;

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        for (Csv.Row row : Csv.shipped(
                NumberParts.class.getResourceAsStream("number-parts.csv"),
                "number-parts.csv",
                reader -> Csv.read(reader, "number-parts.csv", List.of("label", "part", "weak")))) {
            labels.put(
                    LabelAliases.key(String.valueOf(row.text("label"))),
                    new Label(
                            Part.valueOf(String.valueOf(row.text("part")).toUpperCase(Locale.ROOT)),
                            "weak".equals(row.text("weak"))));
        }
        return Map.copyOf(labels);
    }

    /** The parts among the fields of a record, or null where none are, or where a field holds a whole number. */
    static @Nullable NumberParts of(List<Field> fields, LabelAliases aliases) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (component(fields.get(i), aliases) == Component.DOCUMENT_NUMBER
                    && !fields.get(i).value().isBlank()) {
                if (whole(fields.get(i).value())) {
                    return null;
                }
                numbers.add(i);
            }
        }
        return numbers.isEmpty() ? byLabels(fields, aliases) : inNeighbours(fields, numbers.get(0));
    }

    private static @Nullable Component component(Field field, LabelAliases aliases) {
        return field.component() != null ? field.component() : aliases.component(field.label());
    }

    // ---- under labels of their own

    private static @Nullable NumberParts byLabels(List<Field> fields, LabelAliases aliases) {
        Map<Part, Integer> found = new EnumMap<>(Part.class);
        for (int i = 0; i < fields.size(); i++) {
            Label label = label(fields.get(i).label(), aliases);
            boolean nothing = label == null
                    || fields.get(i).value().isBlank()
                    || label.part() == Part.AGENCY
                            && label.weak()
                            && !CODE.matcher(fields.get(i).value().strip()).matches();
            Integer before = nothing ? null : found.get(label.part());
            if (nothing || before != null && label.weak()) {
                continue;
            }
            if (before != null && !Boolean.TRUE.equals(weak(fields.get(before).label(), aliases))) {
                // Two that say the same part belong to two numbers.
                return null;
            }
            found.put(label.part(), i);
        }
        if (found.size() < Part.values().length) {
            return null;
        }
        List<Integer> indices = List.copyOf(found.values());
        String number =
                number(indices.stream().map(each -> fields.get(each).value()).toList());
        return number == null ? null : new NumberParts(indices, number);
    }

    private static @Nullable Boolean weak(String text, LabelAliases aliases) {
        Label label = label(text, aliases);
        return label == null ? null : label.weak();
    }

    /** What a label says of a part; below 发文字号 it is the last piece of the label that does. */
    private static @Nullable Label label(String text, LabelAliases aliases) {
        int over = StringUtils.lastIndexOfAny(text, "/", "／");
        boolean below = over > 0 && aliases.component(text.substring(0, over)) == Component.DOCUMENT_NUMBER;
        return LABELS.get(LabelAliases.key(below ? text.substring(over + 1) : text));
    }

    // ---- in cells behind one another

    private static @Nullable NumberParts inNeighbours(List<Field> fields, int first) {
        List<Integer> indices = new ArrayList<>(List.of(first));
        List<String> parts = new ArrayList<>(List.of(fields.get(first).value()));
        for (int i = first + 1; i < fields.size() && indices.size() < MOST_CELLS; i++) {
            if (!continues(fields.get(first), fields.get(i))) {
                return null;
            }
            indices.add(i);
            parts.add(fields.get(i).value());
            String joined = LegacyText.withoutBlanks(String.join("", parts));
            String number = whole(joined) ? joined : number(parts);
            if (number != null) {
                return new NumberParts(List.copyOf(indices), number);
            }
        }
        return null;
    }

    /** Whether a cell stands under the same label as another, or behind it under none. */
    private static boolean continues(Field first, Field next) {
        return next.content() == null
                && !(first.content() instanceof Page.Left)
                && (NO_LABEL.matcher(next.label()).matches()
                        || next.label().equals(OwnLabels.TEXT_BESIDE)
                        || LabelAliases.key(next.label()).equals(LabelAliases.key(first.label())));
    }

    // ----

    /** The number that an agency's code, a year and a serial number give, or null. */
    private static @Nullable String number(List<String> parts) {
        if (parts.size() != Part.values().length) {
            return null;
        }
        String agency = LegacyText.withoutBlanks(parts.get(0));
        Matcher year = YEAR.matcher(LegacyText.withoutBlanks(parts.get(1)));
        Matcher serial = SERIAL.matcher(LegacyText.withoutBlanks(parts.get(2)));
        if (agency.length() > LONGEST_AGENCY || !year.matches() || !serial.matches()) {
            return null;
        }
        String number = agency + '〔' + year.group(1) + '〕' + Integer.parseInt(serial.group(1)) + '号';
        return whole(number) ? number : null;
    }

    private static boolean whole(String text) {
        if (text.endsWith("号") && text.indexOf('〔') > 0) {
            // As nearly all are written: it need not be read twice.
            return true;
        }
        DocumentNumber number = DocumentNumber.read(text).value();
        return number != null && number.wellFormed();
    }
}
