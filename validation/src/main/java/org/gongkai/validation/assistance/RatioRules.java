package org.gongkai.validation.assistance;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.Evidence;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * A set of ratio rules. They differ by region and year, so they are data: a user with other ratios reads a file of
 * their own with {@link #read(String, Reader)}. Whoever breaks one gets a warning, never an error.
 */
public final class RatioRules {

    private static final List<String> COLUMNS = List.of(
            "id",
            "item",
            "grades",
            "kind",
            "base",
            "base_residence",
            "numerator",
            "denominator",
            "tolerance",
            "from",
            "until",
            "evidence",
            "source");

    private final String name;
    private final List<RatioRule> rules;

    private RatioRules(String name, List<RatioRule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
    }

    /**
     * The ratios that notices of Shandong cities state for the mechanism of 鲁民〔2022〕56号, from 2023 on. The text of
     * that document is not public; the ratios come from the notices.
     *
     * @return the rules
     */
    public static RatioRules shandong() {
        return shipped("shandong");
    }

    /**
     * Qingdao's practice: 特困基本生活 at one and a half times 低保, as its amounts from 2020 on show.
     *
     * @return the rules
     */
    public static RatioRules qingdao() {
        return shipped("qingdao");
    }

    /**
     * The older fractions for 特困照料护理 of last year's minimum wage, a tenth, a sixth and a third. They need lines for
     * the item 最低工资 in the schedule, and cities have since left them.
     *
     * @return the rules
     */
    public static RatioRules careByWage() {
        return shipped("care-by-wage");
    }

    /**
     * No rules at all.
     *
     * @return an empty set
     */
    public static RatioRules none() {
        return new RatioRules("none", List.of());
    }

    /**
     * These rules and others.
     *
     * @param more the others
     * @return both together
     */
    public RatioRules plus(RatioRules more) {
        List<RatioRule> all = new ArrayList<>(rules);
        all.addAll(more.rules);
        return new RatioRules(rules.isEmpty() ? more.name : name + '+' + more.name, all);
    }

    private static RatioRules shipped(String name) {
        String resource = "ratios-" + name + ".csv";
        return Csv.shipped(RatioRules.class.getResourceAsStream(resource), resource, reader -> read(name, reader));
    }

    /**
     * Reads rules: a header line that names the columns id, item, grades, kind, base, base_residence, numerator,
     * denominator, tolerance, from, until, evidence and source, then one rule a line, cells separated by commas and
     * quoted where needed. A column places may name by their beginnings the places in which a rule holds, separated by
     * {@code |}; empty for everywhere. Grades are separated by {@code |}; base_residence is URBAN, RURAL or SAME; empty grades,
     * from and until mean no limit.
     *
     * @param name the set's name, as reports show it
     * @param reader the text
     * @return the rules
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static RatioRules read(String name, Reader reader) throws IOException {
        List<RatioRule> rules = new ArrayList<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the ratios", COLUMNS)) {
            try {
                rules.add(rule(row));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw row.wrong(e);
            }
        }
        return new RatioRules(Objects.requireNonNull(name, "name"), rules);
    }

    private static RatioRule rule(Csv.Row row) throws IOException {
        String grades = row.text("grades");
        String baseResidence = row.required("base_residence");
        String places = row.text("places");
        return new RatioRule(
                row.required("id"),
                AssistanceItem.parse(row.required("item")),
                grades == null ? Set.of() : Set.of(grades.split("\\|")),
                row.requiredOneOf(RatioRule.Kind.class, "kind"),
                AssistanceItem.parse(row.required("base")),
                baseResidence.equals("SAME") ? null : row.oneOf(Residence.class, "base_residence"),
                new BigDecimal(row.required("numerator")),
                new BigDecimal(row.required("denominator")),
                new BigDecimal(row.required("tolerance")),
                date(row.text("from")),
                date(row.text("until")),
                row.requiredOneOf(Evidence.class, "evidence"),
                row.required("source"),
                places == null ? Set.of() : Set.of(places.split("\\|")));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /**
     * The set's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The rules.
     *
     * @return the rules in the order of the file
     */
    public List<RatioRule> rules() {
        return rules;
    }

    @Override
    public String toString() {
        return name;
    }
}
