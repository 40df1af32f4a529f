package org.gongkai.validation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.core.source.Location;
import org.gongkai.core.text.JsonPointers;
import org.gongkai.validation.finding.Elements;
import org.gongkai.validation.finding.Finding;
import org.gongkai.validation.finding.Judgement;
import org.gongkai.validation.finding.Verdict;
import org.gongkai.validation.rule.Aspect;
import org.gongkai.validation.rule.Severity;
import org.jspecify.annotations.Nullable;

/** One record before the rules: takes what they report, leaves out what the profile does not ask, and sums up. */
public final class Hearing {

    private final RuleSettings settings;
    private final String key;
    private final @Nullable LocalDate date;
    private final Function<String, @Nullable Location> whereIs;
    private final List<Finding> findings = new ArrayList<>();

    public Hearing(
            RuleSettings settings, String key, @Nullable LocalDate date, Function<String, @Nullable Location> whereIs) {
        this.settings = settings;
        this.key = key;
        this.date = date;
        this.whereIs = whereIs;
    }

    public void report(String rule, String pointer, @Nullable String value, @Nullable String expected) {
        Severity severity = settings.severity(rule, date);
        if (severity != null) {
            findings.add(
                    Finding.inRecord(settings.rule(rule), severity, key, pointer, value, expected, location(pointer)));
        }
    }

    /** What has been reported so far, in the order of the reports. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public <R> Judgement judgement(CountedElements<R> elements, R record) {
        Elements counted = elements.count(record, date, faulty());
        if (findings.size() > 1) {
            // The constraints come in no order of their own; the same record must give the same report.
            findings.sort(Comparator.comparingInt((Finding each) -> elements.place(first(each)))
                    .thenComparing(Finding::pointer)
                    .thenComparing(Finding::rule));
        }
        return new Judgement(verdict(counted), findings, counted);
    }

    /** Appends a step to a JSON Pointer. */
    public static StringBuilder step(StringBuilder pointer, String name) {
        return pointer.append('/').append(JsonPointers.step(name));
    }

    private Verdict verdict(Elements counted) {
        if (!counted.required().isEmpty()
                && counted.missing().size() == counted.required().size()) {
            return Verdict.UNREADABLE;
        }
        for (Finding each : findings) {
            if (each.severity() == Severity.ERROR) {
                return Verdict.INCOMPLETE;
            }
        }
        return Verdict.COMPLETE;
    }

    /** The elements whose form some finding is about. */
    private Set<String> faulty() {
        if (findings.isEmpty()) {
            return Set.of();
        }
        Set<String> faulty = new HashSet<>();
        for (Finding each : findings) {
            if (each.severity() != Severity.INFO && settings.rule(each.rule()).aspect() == Aspect.REGULARITY) {
                faulty.add(first(each));
            }
        }
        return faulty;
    }

    private @Nullable Location location(String pointer) {
        for (String each = pointer; ; each = each.substring(0, each.lastIndexOf('/'))) {
            Location found = whereIs.apply(each);
            if (found != null || each.isEmpty()) {
                return found;
            }
        }
    }

    private static String first(Finding finding) {
        String pointer = finding.pointer();
        int end = pointer.indexOf('/', 1);
        return pointer.isEmpty() ? "" : pointer.substring(1, end < 0 ? pointer.length() : end);
    }
}
