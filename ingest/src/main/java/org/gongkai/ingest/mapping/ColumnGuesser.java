package org.gongkai.ingest.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.ingest.table.TableReader;

/** Guesses what the columns of a table mean that its kind does not know; the surest first, each meaning once. */
final class ColumnGuesser {

    private static final BigDecimal NONE = new BigDecimal("0.00");
    private static final BigDecimal KNOWN = new BigDecimal("1.00");

    private ColumnGuesser() {}

    private record Near(String header, LabelRanker.Rank rank) {}

    static MappingSuggestion.Tables guess(LabelSamples.Table table) {
        TableKind kind = table.kind();
        TableReader<?, ?> reader = kind.reader();
        LabelRanker ranker = LabelRanker.tables(kind);
        List<Near> all = new ArrayList<>();
        Map<String, MappingSuggestion.Column> guesses = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        table.samples().forEach((header, values) -> {
            String example = LabelGuesser.example(values);
            boolean known = reader.knows(header) || reader.knows(StringUtils.substringAfterLast(' ' + header, " "));
            guesses.put(header, new MappingSuggestion.Column(header, null, known ? KNOWN : NONE, example));
            List<LabelRanker.Rank> ranks = ranker.rank(header, values);
            if (known && !ranks.isEmpty()) {
                taken.add(ranks.get(0).meaning());
            } else if (!known) {
                ranks.forEach(each -> all.add(new Near(header, each)));
            }
        });
        all.sort(Comparator.comparing((Near each) -> each.rank().score()).reversed());
        for (Near each : all) {
            MappingSuggestion.Column open = guesses.get(each.header());
            boolean free = each.rank().meaning().equals("-")
                    || !taken.contains(each.rank().meaning());
            if (open != null && open.meaning() == null && free && each.rank().score() >= LabelRanker.WORTH_TELLING) {
                taken.add(each.rank().meaning());
                guesses.put(
                        each.header(),
                        new MappingSuggestion.Column(
                                each.header(),
                                each.rank().meaning(),
                                LabelRanker.confidence(each.rank().score()),
                                open.example()));
            }
        }
        return new MappingSuggestion.Tables(table.source(), kind, List.copyOf(guesses.values()));
    }
}
