package org.gongkai.validation.obligation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The obligations of all bodies in a year.
 *
 * @param year the year
 * @param day the day on which it was looked at
 * @param bodies the bodies, in the order of the register
 * @param obligations the obligations, in the order of the data
 * @param results one for each body and obligation, body by body
 * @param figures the three figures of each body, in the same order
 * @param whole those of all bodies together, without their findings
 * @param records how many records were seen
 * @param namings how records name the bodies, in the order of the bodies
 * @param unmatched names of bodies in records that no body of the register has, with how many records each
 * @param ways how records were matched, with how many records each
 * @param unplaced how many records that would count name no body
 * @param undated how many records of the bodies that would count name no year
 * @param aside how many records of other bodies no obligation asks for
 */
public record ObligationReport(
        int year,
        LocalDate day,
        List<RegisteredBody> bodies,
        List<Obligation> obligations,
        List<ObligationResult> results,
        List<BodyFigures> figures,
        ThreeFigures whole,
        int records,
        List<BodyNaming> namings,
        Map<String, Integer> unmatched,
        Map<BodyRegister.Way, Integer> ways,
        int unplaced,
        int undated,
        int aside) {

    /** Creates a report. */
    public ObligationReport {
        bodies = List.copyOf(bodies);
        obligations = List.copyOf(obligations);
        results = List.copyOf(results);
        figures = List.copyOf(figures);
        namings = List.copyOf(namings);
        unmatched = Collections.unmodifiableMap(new TreeMap<>(unmatched));
        ways = Collections.unmodifiableMap(ways(ways));
    }

    /** An {@link EnumMap} cannot be made of an empty map of another sort. */
    private static Map<BodyRegister.Way, Integer> ways(Map<BodyRegister.Way, Integer> ways) {
        Map<BodyRegister.Way, Integer> ordered = new EnumMap<>(BodyRegister.Way.class);
        ordered.putAll(ways);
        return ordered;
    }

    /**
     * How the obligations of a body stand.
     *
     * @param body the place of the body in {@link #bodies()}, from 0
     * @return a result for each obligation, in their order
     */
    public List<ObligationResult> of(int body) {
        return results.subList(body * obligations.size(), (body + 1) * obligations.size());
    }

    /**
     * How many results are in a state.
     *
     * @param state the state
     * @return the number
     */
    public long count(ObligationState state) {
        return results.stream().filter(each -> each.state() == state).count();
    }
}
