package org.gongkai.validation.obligation;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Evidence;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.text.Csv;
import org.gongkai.validation.rule.RuleCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * The obligations of a year, as data: a line says who has to do what, how often, until when, and where that stands.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Obligations {

    private static final List<String> REQUIRED = List.of("id", "zh", "en", "who", "record", "source", "evidence");

    private static final List<String> OPTIONAL = List.of(
            "where", "body", "times", "period", "given", "needs", "dated", "yearly", "due", "rules", "from", "until");

    private static final String NEXT = "next ";

    private final List<Obligation> all;

    private Obligations(List<Obligation> all) {
        this.all = List.copyOf(all);
    }

    /**
     * The obligations that ship with this library.
     *
     * @return the obligations
     */
    public static Obligations standard() {
        return Csv.shipped(
                Obligations.class.getResourceAsStream("obligations.csv"),
                "obligations.csv",
                reader -> read(reader, "obligations.csv"));
    }

    /**
     * Reads obligations.
     *
     * @param reader CSV with the columns of {@code obligations.csv}, which explains them; those that a line may leave empty may be
     *     missing
     * @param source what the file is called in messages
     * @return the obligations
     * @throws IOException when it cannot be read or a line is wrong; the message names line, column, value and what was expected
     */
    public static Obligations read(Reader reader, String source) throws IOException {
        Map<String, Obligation> all = new LinkedHashMap<>();
        for (Csv.Row each : Csv.read(reader, source, REQUIRED)) {
            columns(each);
            Obligation obligation = obligation(each);
            if (all.put(obligation.id(), obligation) != null) {
                throw each.wrong("id", obligation.id(), "an id that no line before has");
            }
        }
        return new Obligations(List.copyOf(all.values()));
    }

    /**
     * These obligations and others; one with an id that is there already takes its place.
     *
     * @param others the others, not null
     * @return new obligations
     */
    public Obligations with(Obligations others) {
        Map<String, Obligation> byId = new LinkedHashMap<>();
        all.forEach(each -> byId.put(each.id(), each));
        others.all.forEach(each -> byId.put(each.id(), each));
        return new Obligations(List.copyOf(byId.values()));
    }

    /**
     * The obligations.
     *
     * @return the obligations in the order of the data
     */
    public List<Obligation> all() {
        return all;
    }

    /** A column that nobody knows would be passed over, and with it what its writer meant. */
    private static void columns(Csv.Row row) throws IOException {
        for (String each : row.cells().keySet().stream().sorted().toList()) {
            if (!REQUIRED.contains(each) && !OPTIONAL.contains(each)) {
                throw new IOException(row.place() + ": column " + each + " is not known; expected "
                        + String.join(", ", REQUIRED) + " and, if wanted, " + String.join(", ", OPTIONAL));
            }
        }
    }

    private static Obligation obligation(Csv.Row row) throws IOException {
        String code = row.required("record");
        RecordKind<?> kind = RecordKind.named(code);
        if (kind == null) {
            throw row.wrong(
                    "record",
                    code,
                    "one of " + RecordKind.all().stream().map(RecordKind::code).toList());
        }
        List<RecordCondition> where = new ArrayList<>();
        for (String each : parts(row.text("where"), ";")) {
            RecordCondition condition = RecordCondition.read(each, kind);
            if (condition == null) {
                throw row.wrong("where", each, "a field of " + code + " with =, != or ~ and a text");
            }
            where.add(condition);
        }
        List<String> rules = parts(row.text("rules"), "\\|");
        for (String each : rules) {
            if (!RuleCatalogue.standard().contains(each)) {
                throw row.wrong("rules", each, "the code of a rule");
            }
        }
        List<String> needs = parts(row.text("needs"), "\\|");
        for (String each : needs) {
            if (kind.field(each) == null) {
                throw row.wrong("needs", each, "a field of " + code);
            }
        }
        ObligationPeriod period = row.oneOf(ObligationPeriod.class, "period");
        RecordsGiven given = row.oneOf(RecordsGiven.class, "given");
        String due = row.text("due");
        boolean next = due != null && due.startsWith(NEXT);
        return new Obligation(
                row.required("id"),
                new Bilingual(row.required("zh"), row.required("en")),
                "*".equals(row.required("who")) ? List.of() : parts(row.text("who"), "\\|"),
                code,
                where,
                field(row, "body", kind),
                number(row, "times", 1),
                period == null ? ObligationPeriod.YEAR : period,
                given == null ? RecordsGiven.ANY : given,
                needs,
                field(row, "dated", kind),
                field(row, "yearly", kind),
                due == null ? null : day(row, next ? due.substring(NEXT.length()) : due),
                next,
                rules,
                row.text("from") == null ? null : number(row, "from", 0),
                row.text("until") == null ? null : number(row, "until", 0),
                row.required("source"),
                row.requiredOneOf(Evidence.class, "evidence"));
    }

    private static List<String> parts(@Nullable String text, String between) {
        List<String> parts = new ArrayList<>();
        for (String each : text == null ? new String[0] : text.split(between)) {
            if (!each.isBlank()) {
                parts.add(each.strip());
            }
        }
        return parts;
    }

    private static @Nullable String field(Csv.Row row, String column, RecordKind<?> kind) throws IOException {
        String text = row.text(column);
        if (text != null && kind.field(text) == null) {
            throw row.wrong(column, text, "a field of " + kind);
        }
        return text;
    }

    private static int number(Csv.Row row, String column, int ifEmpty) throws IOException {
        String text = row.text(column);
        if (text != null && !text.matches("\\d{1,4}")) {
            throw row.wrong(column, text, "a whole number");
        }
        return text == null ? ifEmpty : Integer.parseInt(text);
    }

    private static MonthDay day(Csv.Row row, String text) throws IOException {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            throw row.wrong("due", text, "a day such as 03-31, or next 01-31 for one of the year after");
        }
    }
}
