package org.gongkai.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongkai.core.text.Csv;
import org.gongkai.ingest.table.TableKind;
import org.gongkai.ingest.table.TableLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well labels are guessed that nobody has listed, as schema matching is measured. */
class LabelRankerTest {

    private static final LabelAliases ALIASES = LabelAliases.standard();

    private record Label(String table, String kind, String label, String meaning, List<String> values) {}

    private static List<Label> labels(String part) throws IOException {
        List<Label> labels = new ArrayList<>();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(LabelRankerTest.class.getResourceAsStream("labels-apart.csv")),
                StandardCharsets.UTF_8)) {
            for (Csv.Row row : Csv.readUnnamed(
                    reader, "the labels", List.of("part", "table", "kind", "label", "meaning", "values"))) {
                if (row.required("part").equals(part)) {
                    labels.add(new Label(
                            row.required("table"),
                            row.required("kind"),
                            row.required("label"),
                            row.required("meaning"),
                            List.of(row.required("values").split("\\|"))));
                }
            }
        }
        return labels;
    }

    private static LabelRanker ranker(String kind) {
        return kind.equals("document")
                ? LabelRanker.documents(ALIASES)
                : LabelRanker.tables(Objects.requireNonNull(TableKind.of(kind)));
    }

    private record Pair(Label label, LabelRanker.Rank rank) {}

    @ParameterizedTest
    @CsvSource({"a, 0.97, 0.97", "b, 0.95, 0.90", "c, 0.95, 0.90"})
    void labelsThatNobodyListedAreGuessed(String part, double reciprocal, double recalled) throws IOException {
        double ranks = 0;
        int found = 0;
        List<String> wrong = new ArrayList<>();
        Map<String, List<Pair>> tables = new LinkedHashMap<>();
        List<Label> labels = labels(part);
        for (Label each : labels) {
            List<LabelRanker.Rank> all = ranker(each.kind()).rank(each.label(), each.values());
            int place = all.stream().map(LabelRanker.Rank::meaning).toList().indexOf(each.meaning());
            ranks += place < 0 ? 0 : 1.0 / (place + 1);
            if (place != 0) {
                wrong.add(
                        each.label() + " " + place + " " + all.stream().limit(3).toList());
            }
            List<Pair> pairs = tables.computeIfAbsent(each.table(), table -> new ArrayList<>());
            all.forEach(rank -> pairs.add(new Pair(each, rank)));
        }
        for (List<Pair> pairs : tables.values()) {
            pairs.sort(Comparator.comparing((Pair each) -> each.rank().score()).reversed());
            Set<Object> taken = new HashSet<>();
            for (Pair each : pairs) {
                // One meaning for a column and one column for a meaning, as the draft has it: as many pairs as true
                // ones.
                if (!taken.contains(each.label()) && !taken.contains(each.rank().meaning())) {
                    taken.add(each.label());
                    taken.add(each.rank().meaning());
                    found += each.label().meaning().equals(each.rank().meaning()) ? 1 : 0;
                }
            }
        }
        double meanReciprocalRank = ranks / labels.size();
        double recall = (double) found / labels.size();
        String figures = part + ": " + labels.size() + " labels, mean reciprocal rank " + meanReciprocalRank
                + ", recall at the number of true matches " + recall + "; not first: " + wrong;
        assertTrue(meanReciprocalRank >= reciprocal && recall >= recalled, figures);
    }

    @ParameterizedTest
    @CsvSource({"a", "b"})
    void noneOfTheLabelsIsListed(String part) throws IOException {
        List<String> listed = new ArrayList<>();
        for (Label each : labels(part)) {
            boolean known = each.kind().equals("document")
                    ? ALIASES.component(each.label()) != null
                    : Objects.requireNonNull(TableKind.of(each.kind())).reader().vocabulary().stream()
                            .map(TableLabel::label)
                            .anyMatch(each.label()::equals);
            if (known) {
                listed.add(each.kind() + ' ' + each.label());
            }
        }
        assertEquals(List.of(), listed);
    }
}
