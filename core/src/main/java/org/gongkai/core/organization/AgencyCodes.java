package org.gongkai.core.organization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.core.Evidence;

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

    private static final int COLUMNS = 4;

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
        try (InputStream data = AgencyCodes.class.getResourceAsStream("agency-codes.csv");
                Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        BufferedReader lines = new BufferedReader(reader);
        lines.readLine();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.split(",", COLUMNS);
            if (cells.length < COLUMNS || cells[0].isBlank() || cells[1].isBlank()) {
                throw new IOException(
                        "line " + number + " of the agency codes must hold code, agency, evidence and source: " + line);
            }
            candidates
                    .computeIfAbsent(cells[0].strip(), each -> new ArrayList<>())
                    .add(new Candidate(
                            Agency.parse(cells[1].strip()), evidence(cells[2].strip(), number), cells[3].strip()));
        }
        candidates.replaceAll((code, agencies) -> List.copyOf(agencies));
        return new AgencyCodes(candidates);
    }

    private static Evidence evidence(String mark, int line) throws IOException {
        for (Evidence each : Evidence.values()) {
            if (each.mark().equals(mark.toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new IOException("line " + line
                + " of the agency codes: evidence must be primary, mirror, derived or unverified: " + mark);
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
