package org.gongkai.validation.land;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.Evidence;
import org.gongkai.core.organization.Agency;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * An approval of land that the State Council has entrusted to a province: there the province approves what elsewhere it
 * may not (土地管理法 art. 46). How long each trial runs is not always public.
 *
 * @param place how the names of its authorities begin, such as 浙江省
 * @param from the first day
 * @param until the last day, or null where none is known
 * @param source the document that entrusts it
 * @param evidence how well that is known
 */
public record EntrustedApproval(
        String place, LocalDate from, @Nullable LocalDate until, String source, Evidence evidence) {

    private static final String RESOURCE = "entrusted-approvals.csv";

    /**
     * What ships with this library.
     *
     * @return the list; its file is read anew at each call
     */
    public static List<EntrustedApproval> shipped() {
        return Csv.shipped(
                EntrustedApproval.class.getResourceAsStream(RESOURCE), RESOURCE, reader -> read(reader, RESOURCE));
    }

    /**
     * Reads a list: a header that names the columns place, from, until, source and evidence, then one line each.
     *
     * @param reader the text
     * @param source its name in messages
     * @return the list
     * @throws IOException when the text cannot be read or a line is wrong; the message names the line
     */
    public static List<EntrustedApproval> read(Reader reader, String source) throws IOException {
        List<EntrustedApproval> all = new ArrayList<>();
        for (Csv.Row row : Csv.read(reader, source, List.of("place", "from", "until", "source", "evidence"))) {
            String until = row.text("until");
            try {
                all.add(new EntrustedApproval(
                        row.required("place"),
                        LocalDate.parse(row.required("from")),
                        until == null ? null : LocalDate.parse(until),
                        row.required("source"),
                        row.requiredOneOf(Evidence.class, "evidence")));
            } catch (java.time.DateTimeException e) {
                throw row.wrong(e);
            }
        }
        return List.copyOf(all);
    }

    boolean covers(Agency authority, @Nullable LocalDate day) {
        return authority.text().startsWith(place)
                && (day == null || !day.isBefore(from) && (until == null || !day.isAfter(until)));
    }
}
