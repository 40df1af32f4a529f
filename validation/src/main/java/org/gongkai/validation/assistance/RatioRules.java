package org.gongkai.validation.assistance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.Evidence;
import org.gongkai.core.assistance.AssistanceItem;
import org.gongkai.core.assistance.Residence;
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
        try (InputStream data = Objects.requireNonNull(RatioRules.class.getResourceAsStream(resource), resource);
                Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            return read(name, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rules: a header line that names the columns id, item, grades, kind, base, base_residence, numerator,
     * denominator, tolerance, from, until, evidence and source, then one rule a line, cells separated by commas
     * without quotes. Grades are separated by {@code |}; base_residence is URBAN, RURAL or SAME; empty grades, from
     * and until mean no limit.
     *
     * @param name the set's name, as reports show it
     * @param reader the text
     * @return the rules
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static RatioRules read(String name, Reader reader) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        String header = lines.readLine();
        if (header == null || !Arrays.asList(header.split(",", -1)).equals(COLUMNS)) {
            throw new IOException("line 1 of the ratios must be " + String.join(",", COLUMNS) + ", not " + header);
        }
        List<RatioRule> rules = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                rules.add(rule(line.split(",", -1)));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(
                        "line " + number + " of the ratios is wrong (" + e.getMessage() + "): " + line, e);
            }
        }
        return new RatioRules(Objects.requireNonNull(name, "name"), rules);
    }

    private static RatioRule rule(String[] cells) {
        return new RatioRule(
                cells[0],
                AssistanceItem.parse(cells[1]),
                cells[2].isEmpty() ? Set.of() : Set.of(cells[2].split("\\|")),
                RatioRule.Kind.valueOf(cells[3]),
                AssistanceItem.parse(cells[4]),
                cells[5].equals("SAME") ? null : Residence.valueOf(cells[5]),
                new BigDecimal(cells[6]),
                new BigDecimal(cells[7]),
                new BigDecimal(cells[8]),
                date(cells[9]),
                date(cells[10]),
                Evidence.valueOf(cells[11].toUpperCase(Locale.ROOT)),
                cells[12]);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
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
