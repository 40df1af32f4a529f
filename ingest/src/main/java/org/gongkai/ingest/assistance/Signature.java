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
 * What stands below the text of a notice: lines of agencies and the day, in a line of its own or behind the agency.
 *
 * @param agencies the agencies, in the order of the lines; none where the day stands alone
 * @param names their words, a span for each line
 * @param day the day
 * @param span its words
 */
record Signature(List<Agency> agencies, List<Span> names, LocalDate day, Span span) {

    /** So many lines of agencies may stand above the day. */
    private static final int MOST = 6;

    /** So many lines below the day are looked at: 附件, 联系人. */
    private static final int BELOW = 4;

    /** The last signature of a text, or null where it ends in none. */
    static @Nullable Signature of(List<Scanned> sentences) {
        for (int i = sentences.size() - 1; i >= Math.max(1, sentences.size() - BELOW); i--) {
            Signature signature = at(sentences, i);
            if (signature != null && (!signature.agencies().isEmpty() || i == sentences.size() - 1)) {
                return signature;
            }
        }
        return null;
    }

    private static @Nullable Signature at(List<Scanned> sentences, int i) {
        Scanned line = sentences.get(i);
        Sign last = line.signs().get(line.signs().size() - 1);
        DayText written = last.day();
        LocalDate day = written == null || !line.sentence().first() ? null : written.date();
        if (day == null) {
            return null;
        }
        List<Agency> agencies = new ArrayList<>();
        List<Span> names = new ArrayList<>();
        if (last.from() > 0) {
            Span name = new Span(line.sentence(), 0, last.from());
            agencies.addAll(AgencyNames.agencies(name.words()));
            names.add(name);
            if (agencies.isEmpty()) {
                return null;
            }
        }
        for (int above = i - 1; above >= Math.max(0, i - MOST); above--) {
            Span name = sentences.get(above).sentence().whole();
            List<Agency> own = AgencyNames.agencies(name.words());
            if (own.isEmpty()) {
                break;
            }
            agencies.addAll(0, own);
            names.add(0, name);
        }
        // A day alone may be the last cell of a table that stands below the text.
        boolean alone = agencies.isEmpty() && !sentences.get(i - 1).sentence().inProse();
        return alone ? null : new Signature(agencies, names, day, line.span(last));
    }
}
