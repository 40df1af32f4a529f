package org.gongkai.core.organization;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Evidence;
import org.gongkai.core.text.Csv;

/**
 * Which agency an agency code (机关代字) may stand for: 鲁政办字 for 山东省人民政府办公厅.
 *
 * <pre>{@code
 * AgencyCodes.standard().resolve("青民"); // 青岛市民政局 and 青海省民政厅: the code alone does not tell
 * }</pre>
 *
 * <p>No list of the codes is public, and one code can be that of several agencies. So codes are looked up whole in a
 * file and never taken apart, and all candidates are returned; to choose is for someone who knows the source.
 */
public final class AgencyCodes {

    private static final List<String> COLUMNS = List.of("code", "agency", "evidence", "source");

    private final Map<String, List<Candidate>> candidates;

    /**
     * An agency that uses a code.
     *
     * @param agency the agency by its full name
     * @param evidence how well it is known that it does
     * @param source where it was seen
     */
    public record Candidate(Agency agency, Evidence evidence, String source) {

        /**
         * Creates a candidate.
         *
         * @throws NullPointerException when a component is null
         */
        public Candidate {
            Objects.requireNonNull(agency, "agency");
            Objects.requireNonNull(evidence, "evidence");
            Objects.requireNonNull(source, "source");
        }
    }

    private AgencyCodes(Map<String, List<Candidate>> candidates) {
        this.candidates = candidates;
    }

    /**
     * The few codes that ship with this library.
     *
     * @return the codes
     */
    public static AgencyCodes standard() {
        return Csv.shipped(
                AgencyCodes.class.getResourceAsStream("agency-codes.csv"), "agency-codes.csv", AgencyCodes::read);
    }

    /**
     * Reads codes: a header line, then code, agency, evidence (primary, mirror, derived, unverified) and source a line,
     * separated by commas.
     *
     * @param reader the text
     * @return the codes
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static AgencyCodes read(Reader reader) throws IOException {
        Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
        for (Csv.Row row : Csv.readByOrder(reader, "the agency codes", COLUMNS)) {
            candidates
                    .computeIfAbsent(row.required("code"), each -> new ArrayList<>())
                    .add(new Candidate(
                            Agency.parse(row.required("agency")),
                            row.requiredOneOf(Evidence.class, "evidence"),
                            row.required("source")));
        }
        candidates.replaceAll((code, agencies) -> List.copyOf(agencies));
        return new AgencyCodes(candidates);
    }

    /**
     * The agencies that a code may stand for.
     *
     * @param code the agency code, as {@link org.gongkai.core.document.DocumentNumber#agencyCode()} gives it
     * @return the candidates in the order of the file; empty when the code is not in it
     */
    public List<Candidate> resolve(String code) {
        return candidates.getOrDefault(code, List.of());
    }
}
