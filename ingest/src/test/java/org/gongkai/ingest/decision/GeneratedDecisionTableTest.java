package org.gongkai.ingest.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gongkai.core.DisclosureRecord;
import org.gongkai.core.decision.DecisionCatalogue;
import org.gongkai.core.decision.DecisionMatter;
import org.gongkai.core.kind.RecordKind;
import org.gongkai.core.source.FieldFate;
import org.gongkai.core.source.LedgerEntry;
import org.gongkai.ingest.table.TableReading;

/**
 * Catalogues of decisions composed from known matters: what is read of them is what they say, or they say that it is not read. Columns
 * stand in any order, units that take several matters are merged downwards, and the table may lie on its side.
 */
class GeneratedDecisionTableTest {

    private static final List<String> NAMES = List.of("停车收费方案", "养老服务规划", "公交线路调整", "水网建设规划", "校舍改造方案", "老街保护规划");
    private static final List<String> UNITS = List.of("区发改局", "区民政局", "区水务局");

    private final DecisionTableReader reader = DecisionTableReader.standard();

    /** What one matter says: who takes it, and when it is planned, with null for a time that no type holds. */
    private record Said(String unit, String time, String month) {}

    private static final class Made {

        final Random random;
        final boolean page;
        final boolean turned;
        final boolean joined;
        final Map<String, Said> truth = new LinkedHashMap<>();
        final List<List<String>> rows = new ArrayList<>();
        final List<List<Integer>> spans = new ArrayList<>();
        final List<String> columns = new ArrayList<>(List.of("决策事项名称", "承办单位", "计划时间"));

        Made(long seed, boolean page) {
            this.page = page;
            random = new Random(seed);
            turned = random.nextInt(4) == 0;
            joined = !turned && page && random.nextBoolean();
            for (String each : List.of("序号", "备注", "决策依据", "决策程序")) {
                if (random.nextInt(2) == 0) {
                    columns.add(each);
                }
            }
            Collections.shuffle(columns, random);
            fill();
        }

        private void fill() {
            add(columns);
            int name = 0;
            int count = 0;
            for (String unit : UNITS.subList(0, 1 + random.nextInt(UNITS.size()))) {
                int matters = 1 + random.nextInt(2);
                for (int i = 0; i < matters; i++) {
                    if (!turned && !(joined && i > 0)) {
                        between();
                    }
                    record(NAMES.get(name++), unit, ++count, joined ? i == 0 ? matters : 0 : 1);
                }
            }
            if (!turned && random.nextBoolean()) {
                add(columns.stream()
                        .map(each -> each.equals(columns.get(0)) ? "备注：以实际进度为准。" : "")
                        .toList());
            }
        }

        private void between() {
            switch (random.nextInt(8)) {
                case 0 -> add(columns.stream().map(each -> "").toList());
                case 1 -> add(columns);
                case 2 -> add(columns.stream().map(each -> "必填").toList());
                default -> {}
            }
        }

        private void add(List<String> cells) {
            rows.add(cells);
            spans.add(cells.stream().map(each -> 1).toList());
        }

        private void record(String name, String unit, int count, int span) {
            int month = 1 + random.nextInt(12);
            Said said = switch (random.nextInt(6)) {
                case 0 -> new Said(unit, "待定", null);
                case 1 -> new Said(unit, "", null);
                default -> new Said(unit, "2024年" + month + "月", "2024年" + month + "月");
            };
            List<String> cells = new ArrayList<>();
            List<Integer> over = new ArrayList<>();
            for (String each : columns) {
                over.add(each.equals("承办单位") ? span : 1);
                cells.add(
                        switch (each) {
                            case "决策事项名称" -> name;
                            case "承办单位" -> unit;
                            case "计划时间" -> said.time();
                            case "序号" -> String.valueOf(count);
                            case "决策依据" -> "《价格法》";
                            case "决策程序" -> random.nextBoolean() ? "公众参与、合法性审查" : "专家论证";
                            default -> random.nextBoolean() ? "" : "说明";
                        });
            }
            rows.add(cells);
            spans.add(over);
            truth.put(name, said);
        }

        private List<List<String>> shown() {
            if (!turned) {
                return rows;
            }
            List<List<String>> lying = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                int column = c;
                lying.add(rows.stream().map(each -> each.get(column)).toList());
            }
            return lying;
        }

        String text() {
            if (!page) {
                return shown().stream()
                                .map(row -> row.stream()
                                        .map(each -> '"' + each + '"')
                                        .collect(Collectors.joining(",")))
                                .collect(Collectors.joining("\n"))
                        + "\n";
            }
            StringBuilder html = new StringBuilder("<table>");
            for (int r = 0; r < shown().size(); r++) {
                html.append("<tr>");
                for (int c = 0; c < shown().get(r).size(); c++) {
                    int over = turned ? 1 : spans.get(r).get(c);
                    if (over > 0) {
                        html.append("<td rowspan=" + over + ">")
                                .append(shown().get(r).get(c))
                                .append("</td>");
                    }
                }
                html.append("</tr>");
            }
            return html + "</table>";
        }
    }

    @Property
    void whatIsReadOfATableIsWhatItSaysOrItIsTold(@ForAll long seed, @ForAll boolean page) throws IOException {
        Made made = new Made(seed, page);
        DecisionDefaults defaults = reader.defaults(Map.of("body", "甲区人民政府", "year", "2024"));
        TableReading<DisclosureRecord> reading = page
                ? reader.readHtml("t.html", made.text(), defaults)
                : reader.readCsv("t.csv", new StringReader(made.text()), defaults);
        Set<String> read = reading.records().stream()
                .map(each -> RecordKind.of(DecisionCatalogue.class).as(each))
                .flatMap(each -> each.matters().stream())
                .peek(each -> same(made, each))
                .map(DecisionMatter::name)
                .collect(Collectors.toSet());
        Set<String> told = reading.ledger().stream()
                .filter(each -> each.fate() == FieldFate.UNREADABLE || each.fate() == FieldFate.UNMAPPED)
                .map(LedgerEntry::value)
                .collect(Collectors.toSet());
        boolean whole = reading.problems().stream().anyMatch(each -> each.rule().equals("source.table.unrecognized"));
        made.truth.forEach((name, said) -> assertTrue(
                whole || read.contains(name) || told.contains(name),
                () -> name + " unread and untold in\n" + made.text()));
    }

    private static void same(Made made, DecisionMatter matter) {
        Said said = made.truth.get(matter.name());
        assertTrue(said != null, () -> matter + " of\n" + made.text());
        assertEquals(
                List.of(said.unit()),
                matter.units().stream().map(String::valueOf).toList(),
                () -> matter + " of\n" + made.text());
        if (said.month() != null) {
            assertEquals(said.month(), String.valueOf(matter.plannedTime()), () -> matter + " of\n" + made.text());
        }
    }
}
