package org.gongkai.validation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.gongkai.core.Bilingual;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.LegacyText;
import org.gongkai.core.text.Reasons;
import org.gongkai.validation.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A rule: what is demanded, on what ground, and how a fault is mended.
 *
 * @param code the stable name, for example {@code document.title.missing}
 * @param aspect what the rule looks at
 * @param severity how much a finding weighs unless a profile says otherwise
 * @param element the JSON name of the record's element that the rule looks at, or null when it looks at none or at
 *     the record as a whole
 * @param clause the clause on which the rule rests: law or standard and article, or the record's own recommendation
 * @param evidence how well that ground is known; an unverified rule can warn, never fail
 * @param says what is wrong; {@code {value}} and {@code {expected}} stand for the finding's own texts
 * @param mend how to mend it
 */
public record Rule(
        String code,
        Aspect aspect,
        Severity severity,
        @Nullable String element,
        Bilingual clause,
        Evidence evidence,
        Bilingual says,
        Bilingual mend) {

    /** The marks that end a text. */
    private static final String STOPS = ".。";

    /**
     * Creates a rule.
     *
     * @throws NullPointerException when a component other than {@code element} is null
     * @throws IllegalArgumentException when the rule is unverified and yet an error
     */
    public Rule {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(aspect, "aspect");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(says, "says");
        Objects.requireNonNull(mend, "mend");
        if (!allows(evidence, severity)) {
            throw new IllegalArgumentException(
                    "rule " + code + " rests on unverified evidence and cannot be of severity error");
        }
    }

    /**
     * Tells whether the evidence carries a severity: what is unverified can warn, never fail.
     *
     * @param severity the severity that someone wants for this rule
     * @return false when the rule is unverified and the severity an error
     */
    public boolean allows(Severity severity) {
        return allows(evidence, severity);
    }

    /**
     * Says what is wrong in one case. The finding's value and expectation are put in as plain text: nothing in them
     * is read as a placeholder, and control characters show as blanks. What the finding does not give is left out, with the
     * part of the sentence that names it.
     *
     * @param finding a finding of this rule
     * @param language the language wanted
     * @return one sentence
     */
    public String text(Finding finding, Locale language) {
        return told(says.in(language), finding, language);
    }

    /**
     * Says how to mend one case, filled in like {@link #text}.
     *
     * @param finding a finding of this rule
     * @param language the language wanted
     * @return one or two sentences
     */
    public String mending(Finding finding, Locale language) {
        return told(mend.in(language), finding, language);
    }

    private static boolean allows(Evidence evidence, Severity severity) {
        return evidence != Evidence.UNVERIFIED || severity != Severity.ERROR;
    }

    /**
     * A text without what a finding does not say: the parts of the sentence that name it are left out, and where the first
     * part does, three points stand for it.
     */
    private static String told(String template, Finding finding, Locale language) {
        int end = template.length();
        while (end > 0 && STOPS.indexOf(template.charAt(end - 1)) >= 0) {
            end--;
        }
        List<String> parts = parts(template.substring(0, end));
        StringBuilder kept = new StringBuilder(template.length());
        for (String each : parts) {
            if (kept.isEmpty() || !lacks(each, finding)) {
                kept.append(each);
            }
        }
        return fill(kept.append(template, end, template.length()).toString(), finding, language);
    }

    private static boolean lacks(String part, Finding finding) {
        return finding.value() == null && part.contains("{value}")
                || finding.expected() == null && part.contains("{expected}");
    }

    /** The parts of a sentence, each with the mark that stands before it; what is in brackets stays together. */
    private static List<String> parts(String sentence) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            boolean latin = i + 1 < sentence.length() && sentence.charAt(i + 1) == ' ' && ",;:.".indexOf(c) >= 0;
            if (depth == 0 && i > from && (latin || "，；：。".indexOf(c) >= 0)) {
                parts.add(sentence.substring(from, i));
                from = i;
            }
        }
        parts.add(sentence.substring(from));
        return parts;
    }

    // One pass from left to right, so that a value that looks like a placeholder is never filled in itself.
    private static String fill(String template, Finding finding, Locale language) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        int from = 0;
        while (from < template.length()) {
            int open = template.indexOf('{', from);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            text.append(template, from, open);
            String name = template.substring(open + 1, close);
            text.append(
                    switch (name) {
                        case "value" -> shown(finding.value(), language);
                        case "expected" -> shown(finding.expected(), language);
                        default -> template.substring(open, close + 1);
                    });
            from = close + 1;
        }
        return text.append(template, from, template.length()).toString();
    }

    private static String shown(@Nullable String value, Locale language) {
        return value == null ? "…" : LegacyText.oneLine(Reasons.in(value, language));
    }
}
