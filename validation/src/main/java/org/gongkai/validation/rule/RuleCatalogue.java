package org.gongkai.validation.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Evidence;
import org.gongkai.validation.rules.DataFiles;
import org.jspecify.annotations.Nullable;

/**
 * All rules of this library, from one data file.
 *
 * <pre>{@code
 * Rule rule = RuleCatalogue.standard().rule("document.title.missing");
 * String what = rule.says().in(Locale.ENGLISH);
 * }</pre>
 *
 * <p>Immutable and safe to share between threads.
 */
public final class RuleCatalogue {

    private final Map<String, Rule> rules;

    private RuleCatalogue(Map<String, Rule> rules) {
        this.rules = rules;
    }

    /**
     * The catalogue that ships with this library.
     *
     * @return the catalogue; the same object each time
     */
    public static RuleCatalogue standard() {
        return Standard.CATALOGUE;
    }

    /** Reads once, when first asked for; what is held is immutable. */
    private static final class Standard {
        private static final RuleCatalogue CATALOGUE = load();

        private static RuleCatalogue load() {
            try (InputStream data = RuleCatalogue.class.getResourceAsStream("rules.json")) {
                return read(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static RuleCatalogue read(InputStream data) throws IOException {
        RuleFile file = DataFiles.mapper().readValue(data, RuleFile.class);
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (RuleEntry each : file.rules()) {
            Bilingual clause = file.clauses().get(each.clause());
            if (clause == null) {
                throw new IOException("rule " + each.code() + " names the clause " + each.clause()
                        + ", which is not among the clauses of the file");
            }
            Rule rule = new Rule(
                    each.code(),
                    each.aspect(),
                    each.severity(),
                    each.element(),
                    clause,
                    each.evidence(),
                    each.says(),
                    each.mend());
            if (rules.put(rule.code(), rule) != null) {
                throw new IOException("rule " + rule.code() + " stands twice in the file");
            }
        }
        return new RuleCatalogue(rules);
    }

    /**
     * The rule of a code.
     *
     * @param code the code
     * @return the rule
     * @throws IllegalArgumentException when there is no such rule
     */
    public Rule rule(String code) {
        Rule rule = rules.get(code);
        if (rule == null) {
            throw new IllegalArgumentException("no rule has the code " + code);
        }
        return rule;
    }

    /**
     * Tells whether there is a rule of this code.
     *
     * @param code the code
     * @return true when there is
     */
    public boolean contains(String code) {
        return rules.containsKey(code);
    }

    /**
     * All rules, in the order of the data file.
     *
     * @return the rules
     */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /**
     * The catalogue as a page in Markdown, grouped by aspect.
     *
     * @param language the language wanted
     * @return the page, lines ended by line feeds
     */
    public String toMarkdown(Locale language) {
        return new RulePage(this, language).text();
    }

    private record RuleFile(Map<String, Bilingual> clauses, List<RuleEntry> rules) {}

    private record RuleEntry(
            String code,
            Aspect aspect,
            Severity severity,
            @Nullable String element,
            String clause,
            Evidence evidence,
            Bilingual says,
            Bilingual mend) {}
}
