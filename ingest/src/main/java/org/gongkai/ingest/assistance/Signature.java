package org.gongkai.ingest.assistance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.core.organization.Agency;
import org.gongkai.ingest.grammar.DayText;
import org.gongkai.ingest.grammar.Scanned;
import org.gongkai.ingest.grammar.Sign;
import org.gongkai.ingest.grammar.Span;
import org.gongkai.ingest.text.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the text of a notice: lines of agencies and, in a line of its own, the day.
 *
 * @param agencies the agencies, in the order of the lines
 * @param day the day
 * @param span its words
 */
record Signature(List<Agency> agencies, LocalDate day, Span span) {

    /** So many lines of agencies may stand above the day. */
    private static final int MOST = 6;

    /** So many lines below the day are looked at: 附件, 联系人. */
    private static final int BELOW = 4;

    /** The last signature of a text, or null where it ends in none. */
    static @Nullable Signature of(List<Scanned> sentences) {
        for (int i = sentences.size() - 1; i >= Math.max(1, sentences.size() - BELOW); i--) {
            Scanned line = sentences.get(i);
            Sign only = line.signs().size() == 1 ? line.signs().get(0) : null;
            DayText written = only == null ? null : only.day();
            LocalDate day = written == null ? null : written.date();
            List<Agency> agencies = day == null ? List.of() : above(sentences, i);
            if (day != null && !agencies.isEmpty()) {
                return new Signature(agencies, day, line.span(only));
            }
        }
        return null;
    }

    private static List<Agency> above(List<Scanned> sentences, int at) {
        List<Agency> agencies = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - MOST); i--) {
            List<Agency> line = AgencyNames.agencies(sentences.get(i).sentence().words());
            if (line.isEmpty()) {
                break;
            }
            agencies.addAll(0, line);
        }
        return agencies;
    }
}
