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
        // 用途为教育用地，面积为4.2亩
        int comma = words.plain().indexOf(',');
        boolean first = comma > 0 && words.plain().substring(0, comma).endsWith("用地");
        if (first && !words.plain().substring(comma).contains("用地")) {
            return new Span(words.sentence(), words.from(), words.from() + comma);
        }
        int law = words.plain().indexOf(",符合");
        return law < 1 ? words : new Span(words.sentence(), words.from(), words.from() + law);
    }
}
