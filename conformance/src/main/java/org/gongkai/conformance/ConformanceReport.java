package org.gongkai.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying a program by a suite.
 *
 * @param outcomes what came of each case that was tried, in the order of the suite
 * @param untried the number of cases that were not tried, because the program could not be reached or stayed silent; 0 as a rule
 */
public record ConformanceReport(List<Outcome> outcomes, int untried) {

    /** Creates a report. */
    public ConformanceReport {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of one case.
     *
     * @param tried the case
     * @param missing the findings that were expected and not answered
     * @param unexpected the findings that were answered and not expected
     * @param fault why there was no answer, or null
     */
    public record Outcome(
            ConformanceCase tried,
            List<JudgedFinding> missing,
            List<JudgedFinding> unexpected,
            @Nullable JudgeFault fault) {

        /** Creates an outcome. */
        public Outcome {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
        }

        /**
         * Tells whether the answer was what is expected, and nothing else.
         *
         * @return true when it was
         */
        public boolean conforms() {
            return fault == null && missing.isEmpty() && unexpected.isEmpty();
        }

        /**
         * One line for people: why there was no answer, or what of it is missing, not expected, or said otherwise than expected.
         *
         * @param language the language; Chinese is answered in Chinese and any other in English
         * @return the line, which begins with the name of the case
         */
        public String text(Locale language) {
            if (fault != null) {
                return tried.name() + Said.colon(language) + fault.in(language);
            }
            List<JudgedFinding> others = new ArrayList<>(unexpected);
            List<String> parts = new ArrayList<>();
            for (JudgedFinding each : missing) {
                JudgedFinding instead = others.stream()
                        .filter(other -> String.valueOf(each.rule()).equals(other.rule()))
                        .findFirst()
                        .orElse(null);
                others.remove(instead);
                parts.add(
                        instead == null
                                ? Said.of(language, "缺少 ", "missing ") + Said.shown(each, language)
                                : Said.difference(each, instead, language));
            }
            others.forEach(each -> parts.add(Said.of(language, "多出 ", "unexpected ") + Said.shown(each, language)));
            return tried.name() + Said.colon(language) + String.join(Said.of(language, "；", "; "), parts);
        }

        /** One line for people, in English. */
        @Override
        public String toString() {
            return text(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether every case was tried and came out as expected.
     *
     * @return true when all did
     */
    public boolean conforms() {
        return untried == 0 && failures().isEmpty();
    }

    /**
     * Why the suite was not tried to its end.
     *
     * @return the fault of the last case that was tried, or null when all cases were tried
     */
    public @Nullable JudgeFault stopped() {
        return untried == 0 ? null : outcomes.get(outcomes.size() - 1).fault();
    }

    /**
     * The cases that came out otherwise.
     *
     * @return their outcomes, in the order of the suite
     */
    public List<Outcome> failures() {
        return outcomes.stream().filter(each -> !each.conforms()).toList();
    }

    /**
     * The rules of which at least one case came out otherwise.
     *
     * @return their codes, sorted
     */
    public List<String> failedRules() {
        TreeSet<String> rules = new TreeSet<>();
        failures().forEach(each -> rules.addAll(each.tried().rules()));
        return List.copyOf(rules);
    }

    /**
     * The failures for people: a line for each case, and one for all cases that had no answer for the same reason.
     *
     * @param language the language; Chinese is answered in Chinese and any other in English
     * @return the lines, in the order of the first case of each
     */
    public List<String> lines(Locale language) {
        Map<Object, List<Outcome>> alike = new LinkedHashMap<>();
        for (Outcome each : failures()) {
            Object same = each.fault() == null ? each.tried().name() : each.fault();
            alike.computeIfAbsent(same, any -> new ArrayList<>()).add(each);
        }
        return alike.values().stream()
                .map(each -> each.get(0).text(language) + more(each.size() - 1, language))
                .toList();
    }

    private static String more(int others, Locale language) {
        return others == 0
                ? ""
                : Said.of(
                        language,
                        "（另有 " + others + " 例相同）",
                        " (and " + others + (others == 1 ? " more case)" : " more cases)"));
    }

    /**
     * The failures as text in English, for the message of an assertion.
     *
     * @return a line each
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        lines(Locale.ENGLISH).forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }

    /** How findings are said. */
    private static final class Said {

        private static final int LONGEST = 80;

        private static String of(Locale language, String zh, String en) {
            return new JudgeFault(zh, en).in(language);
        }

        private static String colon(Locale language) {
            return of(language, "：", ": ");
        }

        private static String shown(JudgedFinding finding, Locale language) {
            String place = finding.pointer() == null || finding.pointer().isEmpty() ? "" : ' ' + finding.pointer();
            String text = finding.text() == null ? "" : finding.text().getOrDefault(of(language, "zh", "en"), "");
            return value(finding.rule(), language)
                    + " ["
                    + value(finding.severity(), language)
                    + ']'
                    + place
                    + (text.isEmpty() ? "" : colon(language) + text);
        }

        private static String difference(JudgedFinding expected, JudgedFinding answered, Locale language) {
            List<String> differing = Stream.of(
                            differing("severity", expected.severity(), answered.severity(), language),
                            differing("pointer", expected.pointer(), answered.pointer(), language),
                            differing("value", expected.value(), answered.value(), language),
                            expected.location() == null
                                    ? ""
                                    : differing("location", expected.location(), answered.location(), language),
                            answered.text() == null
                                    ? ""
                                    : differing("text", expected.text(), answered.text(), language))
                    .filter(each -> !each.isEmpty())
                    .toList();
            return expected.rule() + of(language, " 的 ", " with ") + String.join(of(language, "，", ", "), differing);
        }

        private static String differing(
                String name, @Nullable Object expected, @Nullable Object answered, Locale language) {
            if (expected == null ? answered == null : expected.equals(answered)) {
                return "";
            }
            return of(
                    language,
                    name + " 为 " + value(answered, language) + "，应为 " + value(expected, language),
                    name + ' ' + value(answered, language) + " instead of " + value(expected, language));
        }

        private static String value(@Nullable Object value, Locale language) {
            if (value == null) {
                return of(language, "（无）", "(none)");
            }
            String text = value.toString();
            return text.isEmpty() ? "\"\"" : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        }
    }
}
