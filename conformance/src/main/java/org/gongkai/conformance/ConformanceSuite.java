package org.gongkai.conformance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The cases of all rules under one profile, which ship as JSON Lines: a head, and a line for each case. It is made of
 * {@link Breaches} by the validator; a build fails whose validator says anything else.
 *
 * <pre>{@code
 * ConformanceReport report = ConformanceSuite.shipped().tryOn(myJudge);
 * assertTrue(report.conforms(), report::text);
 * }</pre>
 */
public final class ConformanceSuite {

    /** The profile that the cases are judged by. */
    public static final String PROFILE = "shandong-library";

    /** After so many cases without an answer the others are not tried. */
    private static final int SILENCES = 3;

    private final Head head;
    private final List<ConformanceCase> cases;

    private ConformanceSuite(Head head, List<ConformanceCase> cases) {
        this.head = head;
        this.cases = List.copyOf(cases);
    }

    /**
     * What a suite is judged by.
     *
     * @param profile the name of the profile
     * @param version the profile's version
     * @param sha256 the digest of the profile's file
     * @param cases the number of cases
     */
    @JsonPropertyOrder({"profile", "version", "sha256", "cases"})
    public record Head(String profile, String version, String sha256, int cases) {}

    /**
     * Reads the suite that ships with this library.
     *
     * @return the suite
     */
    public static ConformanceSuite shipped() {
        try (InputStream data = ConformanceSuite.class.getResourceAsStream("suite/" + PROFILE + ".jsonl")) {
            return read(data);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a suite.
     *
     * @param data JSON Lines in UTF-8
     * @return the suite
     * @throws IOException when it cannot be read, or has another number of cases than its head says
     */
    public static ConformanceSuite read(InputStream data) throws IOException {
        JsonMapper mapper = Json.mapper();
        BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8));
        String first = lines.readLine();
        if (first == null) {
            throw new IOException("the suite is empty: it has no head");
        }
        Head head = mapper.readValue(first, Head.class);
        List<ConformanceCase> cases = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            cases.add(mapper.readValue(line, ConformanceCase.class));
        }
        if (cases.size() != head.cases()) {
            throw new IOException("the suite has " + cases.size() + " cases, and its head says " + head.cases());
        }
        return new ConformanceSuite(head, cases);
    }

    /**
     * What the suite is judged by.
     *
     * @return the head
     */
    public Head head() {
        return head;
    }

    /**
     * The cases.
     *
     * @return the cases, in the order of the suite
     */
    public List<ConformanceCase> cases() {
        return cases;
    }

    /**
     * The cases of single records alone, for a program that judges no records together and reads no files.
     *
     * @return the smaller suite
     */
    public ConformanceSuite ofRecords() {
        return only(each -> !each.together() && !each.ofFiles());
    }

    /**
     * The cases without those of files, for a program that reads none.
     *
     * @return the smaller suite
     */
    public ConformanceSuite withoutFiles() {
        return only(each -> !each.ofFiles());
    }

    private ConformanceSuite only(Predicate<ConformanceCase> wanted) {
        return new ConformanceSuite(head, cases.stream().filter(wanted).toList());
    }

    /**
     * Tries a program by every case. What it fails at is part of the report: the suite goes on with the next case, unless the program
     * cannot be reached at all, or is silent {@value #SILENCES} times in a row.
     *
     * @param judge the program
     * @return what came out
     */
    public ConformanceReport tryOn(JudgeUnderTest judge) {
        List<ConformanceReport.Outcome> outcomes = new ArrayList<>();
        int silences = 0;
        for (ConformanceCase each : cases) {
            try {
                outcomes.add(outcome(each, judge.judge(each)));
                silences = 0;
            } catch (IOException any) {
                JudgeException failed = JudgeException.of(any);
                outcomes.add(new ConformanceReport.Outcome(each, each.expected(), List.of(), failed.fault()));
                silences = failed.weight() == JudgeException.Weight.SILENT ? silences + 1 : 0;
                if (silences == SILENCES || failed.weight() == JudgeException.Weight.HOPELESS) {
                    return new ConformanceReport(outcomes, cases.size() - outcomes.size());
                }
            }
        }
        return new ConformanceReport(outcomes, 0);
    }

    private static ConformanceReport.Outcome outcome(ConformanceCase one, List<JudgedFinding> answered) {
        List<JudgedFinding> unexpected = new ArrayList<>(answered);
        List<JudgedFinding> missing = new ArrayList<>();
        for (JudgedFinding each : one.expected()) {
            int at = 0;
            while (at < unexpected.size() && !each.isSaidBy(unexpected.get(at))) {
                at++;
            }
            if (at < unexpected.size()) {
                unexpected.remove(at);
            } else {
                missing.add(each);
            }
        }
        return new ConformanceReport.Outcome(one, missing, unexpected, null);
    }
}
