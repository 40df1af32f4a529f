package org.gongkai.ingest.land;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.ingest.grammar.Span;

/** Finds the use of land in the words behind its label: 拟作为工矿仓储项目建设用地，符合法律规定的情形. */
final class LandUse {

    private static final Pattern USED =
            Pattern.compile("^[^,]{0,12}?(?:作为|用于|为|系)([^,]{2,40}用地|[^,]{2,40}项目)(?:,.*)?$");

    private LandUse() {}

    /** The words that say the use; all of them where they hold no words around it. */
    static Span of(Span words) {
        Matcher used = USED.matcher(words.plain());
        if (used.matches()) {
            return new Span(words.sentence(), words.from() + used.start(1), words.from() + used.end(1));
        }
        int law = words.plain().indexOf(",符合");
        return law < 1 ? words : new Span(words.sentence(), words.from(), words.from() + law);
    }
}
